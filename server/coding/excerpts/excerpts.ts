/** Excerpts: what a publication says at one place, quoted or restated, with the codes it stands for. */
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import { code, codebook, type ExcerptKind, excerpt, excerptCode } from '../../../schema/coding.ts';
import type { Words } from '../../../schema/columns.ts';
import { finding, support } from '../../../schema/findings.ts';
import { report } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { requireCodes } from '../codebooks/codes.ts';
import { type Viewer, visibleTo } from '../coders/double-coding.ts';
import { groupBy, isOneOf, renewIndex, requireReport, requireWords } from '../rows.ts';

export type ExcerptInput = {
  reportId: number;
  kind: ExcerptKind;
  text: Words;
  /** Page or locator, or both: an excerpt that cannot be found again is refused. */
  page?: string;
  locator?: string;
  citedIn?: string;
  codeIds?: readonly number[];
  /** Where it was marked in the text of a file. */
  mark?: { fullTextId: number; page: number; from: number; to: number } | null;
};

/** @throws EXCERPT_NOT_LOCATED, QUOTATION_HAS_ONE_LANGUAGE, CODE_UNKNOWN. */
export function addExcerpt(
  context: PersonalContext,
  reviewId: number,
  input: ExcerptInput,
): number {
  return inTransaction(context, (tx) => {
    requireReport(tx.db, input.reportId, reviewId);
    const codeIds = requireCodes(tx.db, reviewId, input.codeIds ?? [], 'codeIds');
    const { personId } = tx.actor;
    const row = { reviewId, ...checked(input), personId, createdAt: tx.at };
    const { id } = tx.db.insert(excerpt).values(row).returning().get();
    for (const codeId of codeIds) tx.db.insert(excerptCode).values({ excerptId: id, codeId }).run();
    const after = { ...checked(input), codeIds, ...keptBy(tx, id, reviewId) };
    audit(tx, { action: 'excerpt.added', entity: 'excerpt', entityId: id, reviewId, after });
    renewIndex(tx, reviewId);
    return id;
  });
}

function checked(input: ExcerptInput) {
  const text = requireWords(input.text, 'text');
  const [page, locator] = [input.page?.trim() ?? '', input.locator?.trim() ?? ''];
  if (!page && !locator) throw new AppError('EXCERPT_NOT_LOCATED', {}, 'page');
  if (input.kind === 'quotation' && Object.keys(text).length > 1)
    throw new AppError('QUOTATION_HAS_ONE_LANGUAGE', {}, 'text');
  const { reportId, kind, mark } = input;
  const marked = mark
    ? {
        fullTextId: mark.fullTextId,
        markedPage: mark.page,
        markedFrom: mark.from,
        markedTo: mark.to,
      }
    : {};
  return { reportId, kind, text, page, locator, citedIn: input.citedIn?.trim() ?? '', ...marked };
}

/** @throws EXCERPT_IN_USE while a finding leans on it: the chain is taken apart from the finding's end. */
export function archiveExcerpt(
  context: PersonalContext,
  excerptId: number,
  reviewId: number,
): void {
  inTransaction(context, (tx) => {
    const row = requireExcerpt(tx.db, excerptId, reviewId, tx.actor.personId);
    const count = findingsOn(tx.db, excerptId);
    if (count > 0) throw new AppError('EXCERPT_IN_USE', { count });
    const kept = keptBy(tx, excerptId, reviewId);
    tx.db.update(excerpt).set({ archivedAt: tx.at }).where(eq(excerpt.id, excerptId)).run();
    const { reportId, kind, text, page, locator, citedIn } = row;
    audit(tx, {
      action: 'excerpt.archived',
      entity: 'excerpt',
      entityId: excerptId,
      reviewId,
      before: { reportId, kind, text, page, locator, citedIn, ...kept },
    });
    renewIndex(tx, reviewId);
  });
}

/**
 * Puts right what an excerpt says, where, and which codes it carries; the log has what it said before. Words that were
 * marked in a text and are others now are looked for in it anew.
 * @throws EXCERPT_NOT_LOCATED, QUOTATION_HAS_ONE_LANGUAGE, CODE_UNKNOWN.
 */
export function changeExcerpt(
  context: PersonalContext,
  excerptId: number,
  reviewId: number,
  input: Omit<ExcerptInput, 'reportId' | 'mark'>,
): void {
  inTransaction(context, (tx) => {
    const row = requireExcerpt(tx.db, excerptId, reviewId, tx.actor.personId);
    const codeIds = requireCodes(tx.db, reviewId, input.codeIds ?? [], 'codeIds');
    const { reportId: _same, ...told } = checked({ ...input, reportId: row.reportId });
    const { kind, text, page, locator, citedIn } = row;
    const had = openCodes(tx.db, excerptId);
    const before = { kind, text, page, locator, citedIn, codeIds: had };
    const after = { ...told, codeIds: codeIds.toSorted((one, other) => one - other) };
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const isSame = kind === told.kind && JSON.stringify(text) === JSON.stringify(told.text);
    const mark = isSame ? {} : { markedPage: null, markedFrom: null, markedTo: null };
    tx.db
      .update(excerpt)
      .set({ ...told, ...mark })
      .where(eq(excerpt.id, excerptId))
      .run();
    setCodes(tx, excerptId, had, codeIds);
    const kept = keptBy(tx, excerptId, reviewId);
    const about = { entity: 'excerpt', entityId: excerptId, reviewId };
    audit(tx, {
      action: 'excerpt.changed',
      ...about,
      before: { ...before, ...kept },
      after: { ...after, ...kept },
    });
    renewIndex(tx, reviewId);
  });
}

function openCodes(db: Db, excerptId: number): number[] {
  const open = and(eq(excerptCode.excerptId, excerptId), isNull(excerptCode.removedAt));
  const rows = db.select({ codeId: excerptCode.codeId }).from(excerptCode).where(open).all();
  return rows.map(({ codeId }) => codeId).toSorted((one, other) => one - other);
}

/** A code that was taken away before comes back in its old row. */
function setCodes(tx: PersonalContext, excerptId: number, had: number[], codeIds: number[]): void {
  for (const codeId of had.filter((id) => !codeIds.includes(id)))
    tx.db
      .update(excerptCode)
      .set({ removedAt: tx.at })
      .where(and(eq(excerptCode.excerptId, excerptId), eq(excerptCode.codeId, codeId)))
      .run();
  for (const codeId of codeIds)
    tx.db
      .insert(excerptCode)
      .values({ excerptId, codeId })
      .onConflictDoUpdate({
        target: [excerptCode.excerptId, excerptCode.codeId],
        set: { removedAt: null },
      })
      .run();
}

/** In the log, what a blind coder marked is shown to nobody else. */
const keptBy = ({ db, actor }: PersonalContext, excerptId: number, reviewId: number) =>
  isKept(db, excerptId, reviewId) ? { keptBy: actor.personId } : {};

function findingsOn(db: Db, excerptId: number): number {
  const rows = db
    .selectDistinct({ id: finding.id })
    .from(support)
    .innerJoin(finding, eq(finding.id, support.findingId))
    .where(
      and(eq(support.excerptId, excerptId), isNull(support.removedAt), isNull(finding.archivedAt)),
    )
    .all();
  return rows.length;
}

/** What a blind coder marks is nowhere to be found for the other. */
export function requireExcerpt(db: Db, excerptId: number, reviewId: number, viewer: Viewer) {
  const of = and(eq(excerpt.id, excerptId), eq(excerpt.reviewId, reviewId));
  const [row] = readRows(db, of, viewer);
  if (!row) throw notFound();
  return row;
}

/** Whether a coder keeps it from the other until both are done. */
export function isKept(db: Db, excerptId: number, reviewId: number): boolean {
  const of = and(eq(excerpt.id, excerptId), eq(excerpt.reviewId, reviewId));
  return readRows(db, of, null).length === 0;
}

/** The excerpts in use of a review that a person, or everybody, may see, publication by publication. */
export function excerptsOfReview(db: Db, reviewId: number, viewer: Viewer = null): ExcerptRow[] {
  return readExcerpts(db, eq(excerpt.reviewId, reviewId), viewer);
}

/** The excerpts in use of publications, their duplicates' among them. */
export function excerptsOf(
  db: Db,
  rootIds: Iterable<number>,
  viewer: Viewer = null,
): Map<number, ExcerptRow[]> {
  return groupBy(readExcerpts(db, isOneOf(report.rootId, rootIds), viewer), (row) => row.rootId);
}

function readExcerpts(db: Db, which: SQL, viewer: Viewer) {
  const rows = readRows(db, which, viewer);
  const codes = codesOfExcerpts(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, codes: codes.get(row.id) ?? [] }));
}

function readRows(db: Db, which: SQL | undefined, viewer: Viewer) {
  const rows = db
    .select({ excerpt, rootId: report.rootId })
    .from(excerpt)
    .innerJoin(report, eq(report.id, excerpt.reportId))
    .where(and(which, isNull(excerpt.archivedAt), isNull(report.withdrawnAt)))
    .orderBy(asc(report.rootId), asc(excerpt.id))
    .all()
    .map((row) => ({ ...row.excerpt, rootId: row.rootId ?? row.excerpt.reportId }));
  const reviewIds = new Set(rows.map((row) => row.reviewId));
  // Nearly always one review, and then the rows keep their order.
  return [...reviewIds].flatMap((reviewId) => {
    const own = rows.filter((row) => row.reviewId === reviewId);
    return visibleTo(db, reviewId, viewer, own);
  });
}

export type ExcerptRow = ReturnType<typeof readExcerpts>[number];

function codesOfExcerpts(db: Db, excerptIds: number[]) {
  const rows = db
    .select({
      excerptId: excerptCode.excerptId,
      codeId: code.id,
      key: code.key,
      label: code.label,
      codebookKey: codebook.key,
    })
    .from(excerptCode)
    .innerJoin(code, eq(code.id, excerptCode.codeId))
    .innerJoin(codebook, eq(codebook.id, code.codebookId))
    .where(
      and(
        isOneOf(excerptCode.excerptId, excerptIds),
        isNull(excerptCode.removedAt),
        isNull(code.archivedAt),
        isNull(codebook.archivedAt),
      ),
    )
    .orderBy(asc(codebook.position), asc(code.position), asc(code.id))
    .all();
  return groupBy(rows, (row) => row.excerptId);
}
