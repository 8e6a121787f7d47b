/** The research projects behind publications, and what archives say about a publication. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Words } from '../../schema/columns.ts';
import { archiveFact, project, workPackage } from '../../schema/publishing.ts';
import { report } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';

export type ProjectInput = {
  key: string;
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
    const same = and(eq(project.reviewId, reviewId), eq(project.key, input.key));
    if (tx.db.select({ id: project.id }).from(project).where(same).get())
      throw new AppError('PROJECT_KEY_TAKEN', { key: input.key }, 'key');
    const { id } = tx.db
      .insert(project)
      .values({ ...values, reviewId })
      .returning({ id: project.id })
      .get();
    for (const [index, row] of workPackages.entries())
      tx.db
        .insert(workPackage)
        .values({ projectId: id, ...row, position: index + 1 })
        .run();
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
    .where(inArray(workPackage.projectId, ids))
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
