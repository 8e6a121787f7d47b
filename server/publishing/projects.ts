/** The research projects behind publications, and what archives say about a publication. */
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Words } from '../../schema/columns.ts';
import { archiveFact, project, workPackage } from '../../schema/publishing.ts';
import { report } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import { keyFrom, requireWords } from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';

export type ProjectInput = {
  /** Taken from the title where none is given. */
  key?: string;
  title: Words;
  summary?: Words;
  organisation?: string;
  funder?: string;
  scheme?: string;
  projectNumber?: string;
  amount?: number | null;
  /** ISO 4217. */
  currency?: string;
  period?: string;
  /** ISO 3166-1 alpha-2. */
  countries?: string[];
  /** The document, and where in it. */
  source?: string;
  workPackages?: { code: string; summary: Words }[];
};

export type ArchiveFactInput = {
  kind: (typeof archiveFact.$inferInsert)['kind'];
  text: string;
  /** How many publications of the archive share it, as its page counts them. */
  count?: number | null;
  url?: string;
  source: string;
};

/** @returns the project's id. @throws PROJECT_KEY_TAKEN */
export function addProject(context: Context, reviewId: number, input: ProjectInput): number {
  return inTransaction(context, (tx) => {
    const { workPackages = [], ...values } = input;
    const title = requireWords(input.title, 'title');
    const own = eq(project.reviewId, reviewId);
    const rows = tx.db.select({ key: project.key }).from(project).where(own).all();
    const taken = rows.map((row) => row.key);
    const key = input.key ?? keyFrom(title, taken);
    if (taken.includes(key)) throw new AppError('PROJECT_KEY_TAKEN', { key }, 'key');
    const { id } = tx.db
      .insert(project)
      .values({ ...values, key, reviewId })
      .returning({ id: project.id })
      .get();
    storePackages(tx, id, workPackages);
    audit(tx, {
      action: 'project.added',
      entity: 'project',
      entityId: id,
      reviewId,
      after: input,
    });
    return id;
  });
}

function storePackages(
  { db }: Context,
  projectId: number,
  packages: NonNullable<ProjectInput['workPackages']>,
): void {
  if (new Set(packages.map(({ code }) => code)).size < packages.length)
    throw new AppError('WORK_PACKAGE_TWICE', {}, 'workPackages');
  // Work packages are never deleted: one without a place is no longer shown.
  db.update(workPackage).set({ position: 0 }).where(eq(workPackage.projectId, projectId)).run();
  for (const [index, { code, summary }] of packages.entries()) {
    const row = { summary, position: index + 1 };
    const target = [workPackage.projectId, workPackage.code];
    db.insert(workPackage)
      .values({ projectId, code, ...row })
      .onConflictDoUpdate({ target, set: row })
      .run();
  }
}

/** Everything that a form says, and nothing that it leaves out. @throws NOT_FOUND */
export function changeProject(
  context: Context,
  reviewId: number,
  id: number,
  { key: _, workPackages = [], ...values }: ProjectInput,
): void {
  inTransaction(context, (tx) => {
    const before = findProject(tx.db, reviewId, id);
    requireWords(values.title, 'title');
    tx.db.update(project).set(values).where(eq(project.id, id)).run();
    storePackages(tx, id, workPackages);
    const after = findProject(tx.db, reviewId, id);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const about = { entity: 'project', entityId: id, reviewId };
    audit(tx, { action: 'project.changed', ...about, before, after });
  });
}

/** @throws NOT_FOUND */
export function archiveProject(context: Context, reviewId: number, id: number): void {
  inTransaction(context, (tx) => {
    const before = findProject(tx.db, reviewId, id);
    tx.db.update(project).set({ archivedAt: tx.at }).where(eq(project.id, id)).run();
    const about = { entity: 'project', entityId: id, reviewId };
    audit(tx, { action: 'project.archived', ...about, before });
  });
}

/** @throws NOT_FOUND */
export function findProject(db: Db, reviewId: number, id: number) {
  const row = projects(db, reviewId).find((each) => each.id === id);
  if (!row) throw notFound();
  return row;
}

/** The projects of a review with their work packages. */
export function projects(db: Db, reviewId: number) {
  const rows = db
    .select()
    .from(project)
    .where(and(eq(project.reviewId, reviewId), isNull(project.archivedAt)))
    .orderBy(asc(project.id))
    .all();
  const ids = rows.map(({ id }) => id);
  const packages = db
    .select()
    .from(workPackage)
    .where(and(inArray(workPackage.projectId, ids), gt(workPackage.position, 0)))
    .orderBy(asc(workPackage.position))
    .all();
  return rows.map(({ archivedAt: _archivedAt, ...row }) => ({
    ...row,
    workPackages: packages
      .filter(({ projectId }) => projectId === row.id)
      .map(({ code, summary }) => ({ code, summary })),
  }));
}

/** Adds to what is known already, in the order given. */
export function addArchiveFacts(
  context: Context,
  reportId: number,
  facts: ArchiveFactInput[],
): void {
  inTransaction(context, (tx) => {
    const of = tx.db.select().from(report).where(eq(report.id, reportId)).get();
    if (!of) throw notFound();
    const known = archiveFacts(tx.db, reportId).length;
    for (const [index, fact] of facts.entries())
      tx.db
        .insert(archiveFact)
        .values({ ...fact, reportId, position: known + index + 1 })
        .run();
    audit(tx, {
      action: 'archive_facts.added',
      entity: 'report',
      entityId: reportId,
      reviewId: of.reviewId,
      after: facts,
    });
  });
}

/** What archives say about a publication: facts on any report that it stands for. */
export function archiveFacts(db: Db, reportId: number) {
  const members = db.select({ id: report.id }).from(report).where(eq(report.rootId, reportId));
  const own = db.select({ id: report.id }).from(report).where(eq(report.id, reportId));
  const rows = db
    .select({
      kind: archiveFact.kind,
      text: archiveFact.text,
      count: archiveFact.count,
      url: archiveFact.url,
      source: archiveFact.source,
      reportId: archiveFact.reportId,
    })
    .from(archiveFact)
    .where(inArray(archiveFact.reportId, members.union(own)))
    .orderBy(asc(archiveFact.reportId), asc(archiveFact.position))
    .all();
  return rows.map(({ reportId: _reportId, ...row }) => row);
}
