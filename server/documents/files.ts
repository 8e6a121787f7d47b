/** Files with full texts: attached, matched to publications, confirmed by people, taken away. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { TextCandidate } from '../../import/texts/match.ts';
import { fullText, fullTextPage } from '../../schema/documents.ts';
import { report } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import type { Upload } from '../records/imports/uploads.ts';
import { isPublication } from '../records/reports/reports.ts';
import { hasPassedFirst } from '../screening/desk/queue.ts';
import { assumeRetrieved } from '../screening/retrieval.ts';

export type FullTextRow = typeof fullText.$inferSelect;

/**
 * Takes files for what they will be found to be, or for the text of one publication. One that the review has already
 * is not taken twice.
 * @returns how many are new.
 */
export function attachFiles(
  context: PersonalContext,
  reviewId: number,
  uploads: readonly Upload[],
  reportId: number | null = null,
): number {
  if (uploads.length === 0) throw new AppError('NO_FILE', {}, 'files');
  return inTransaction(context, (tx) => {
    if (reportId !== null) requireSought(tx.db, reviewId, reportId);
    const added = uploads.filter((upload) => attachOne(tx, reviewId, upload, reportId));
    return added.length;
  });
}

function attachOne(
  tx: PersonalContext,
  reviewId: number,
  { fileName, fileHash, fileBytes }: Upload,
  reportId: number | null,
): boolean {
  const same = and(inUse(reviewId), eq(fullText.fileHash, fileHash));
  if (tx.db.select({ id: fullText.id }).from(fullText).where(same).get()) return false;
  const matchReason = reportId === null ? null : ('person' as const);
  const row = { reviewId, reportId, matchReason, fileName, fileHash, fileBytes };
  const { personId } = tx.actor;
  const { id } = tx.db
    .insert(fullText)
    .values({ ...row, personId, createdAt: tx.at })
    .returning()
    .get();
  const after = { fileName, fileHash, fileBytes, reportId };
  audit(tx, { action: 'full_text.attached', entity: 'full_text', entityId: id, reviewId, after });
  enqueue(tx, 'full_text', { reviewId, payload: { fullTextId: id } });
  if (reportId !== null) assumeRetrieved(tx, reportId, 'file_attached');
  return true;
}

/** A person says which publication a file is the text of. */
export function matchFile(
  context: PersonalContext,
  reviewId: number,
  fullTextId: number,
  reportId: number,
): void {
  inTransaction(context, (tx) => {
    requireSought(tx.db, reviewId, reportId);
    const before = requireFile(tx.db, reviewId, fullTextId);
    const after = { reportId, proposedId: null, matchReason: 'person' as const };
    tx.db.update(fullText).set(after).where(eq(fullText.id, fullTextId)).run();
    audit(tx, {
      action: 'full_text.matched',
      entity: 'full_text',
      entityId: fullTextId,
      reviewId,
      before: { reportId: before.reportId, proposedId: before.proposedId },
      after: { reportId },
    });
    assumeRetrieved(tx, reportId, 'file_attached');
  });
}

/** A person says that a file is not the text of the publication that it was taken to be. */
export function unmatchFile(context: PersonalContext, reviewId: number, fullTextId: number): void {
  inTransaction(context, (tx) => {
    const { reportId, proposedId } = requireFile(tx.db, reviewId, fullTextId);
    const after = { reportId: null, proposedId: null, matchReason: null };
    tx.db.update(fullText).set(after).where(eq(fullText.id, fullTextId)).run();
    audit(tx, {
      action: 'full_text.unmatched',
      entity: 'full_text',
      entityId: fullTextId,
      reviewId,
      before: { reportId, proposedId },
    });
  });
}

/** Takes a file out of use; the file itself and its text are kept, and excerpts from it stay. */
export function removeFile(context: PersonalContext, reviewId: number, fullTextId: number): void {
  inTransaction(context, (tx) => {
    const { reportId, fileName, fileHash } = requireFile(tx.db, reviewId, fullTextId);
    const removed = { removedAt: tx.at, removedBy: tx.actor.personId };
    tx.db.update(fullText).set(removed).where(eq(fullText.id, fullTextId)).run();
    const before = { reportId, fileName, fileHash };
    const about = { entity: 'full_text', entityId: fullTextId, reviewId, before };
    audit(tx, { action: 'full_text.removed', ...about });
  });
}

const inUse = (reviewId: number) =>
  and(eq(fullText.reviewId, reviewId), isNull(fullText.removedAt));

/** How far the reading is of what was attached since the oldest file that waits; nothing where none waits. */
export function readingOf(db: Db, reviewId: number): { waiting: number; total: number } | null {
  const isWaiting = sql`${fullText.state} = 'waiting'`;
  const oldest = db
    .select({ id: sql<number | null>`min(${fullText.id})` })
    .from(fullText)
    .where(and(inUse(reviewId), isWaiting))
    .get();
  if (oldest?.id == null) return null;
  const together = db
    .select({ at: fullText.createdAt })
    .from(fullText)
    .where(eq(fullText.id, oldest.id));
  const counts = db
    .select({ total: sql<number>`count(*)`, waiting: sql<number>`sum(${isWaiting})` })
    .from(fullText)
    .where(and(inUse(reviewId), sql`${fullText.createdAt} >= (${together})`))
    .get();
  return counts ?? null;
}

/** @throws NOT_FOUND */
export function requireFile(db: Db, reviewId: number, fullTextId: number): FullTextRow {
  const row = db
    .select()
    .from(fullText)
    .where(and(inUse(reviewId), eq(fullText.id, fullTextId)))
    .get();
  if (!row) throw notFound();
  return row;
}

const isSought = and(isPublication, hasPassedFirst);

/** @throws REPORT_NOT_SOUGHT beside the field unless full texts are sought for the publication. */
function requireSought(db: Db, reviewId: number, reportId: number): void {
  const where = and(eq(report.id, reportId), eq(report.reviewId, reviewId), isSought);
  const found = db.select({ id: report.id }).from(report).where(where).get();
  if (!found) throw new AppError('REPORT_NOT_SOUGHT', {}, 'reportId');
}

/** The publications that full texts are sought for, as their duplicates say what they are too. */
export function soughtPublications(db: Db, reviewId: number): TextCandidate[] {
  const roots = db
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.reviewId, reviewId), isSought))
    .all();
  const wanted = new Set(roots.map((row) => row.id));
  const rows = db
    .select({
      rootId: report.rootId,
      title: report.title,
      reference: report.reference,
      family: report.firstAuthor,
      year: report.year,
    })
    .from(report)
    .where(and(eq(report.reviewId, reviewId), isNull(report.withdrawnAt)))
    .orderBy(asc(sql`${report.firstAuthor} collate nocase`), asc(report.year), asc(report.id))
    .all();
  return rows.flatMap(({ rootId, reference, ...row }) =>
    rootId !== null && wanted.has(rootId)
      ? [{ ...row, id: rootId, doi: reference.doi?.toLowerCase() ?? null }]
      : [],
  );
}

export type FileLine = ReturnType<typeof filesOf>[number];

/** The files of a review, or of one publication and its duplicates, the newest first, with how much was read. */
export function filesOf(db: Db, reviewId: number, rootId?: number) {
  const rows = db
    .select({ file: fullText, rootId: report.rootId })
    .from(fullText)
    .leftJoin(report, eq(report.id, fullText.reportId))
    .where(and(inUse(reviewId), rootId === undefined ? undefined : eq(report.rootId, rootId)))
    .orderBy(desc(fullText.id))
    .all();
  const sizes = pageCounts(
    db,
    rows.map(({ file }) => file.id),
  );
  return rows.map(({ file, ...row }) => ({
    ...file,
    rootId: row.rootId,
    pages: sizes.get(file.id)?.pages ?? 0,
    scanned: sizes.get(file.id)?.scanned ?? 0,
  }));
}

function pageCounts(db: Db, ids: number[]) {
  const rows = db
    .select({
      fullTextId: fullTextPage.fullTextId,
      pages: sql<number>`count(*)`,
      scanned: sql<number>`sum(${fullTextPage.isScanned})`,
    })
    .from(fullTextPage)
    .where(inArray(fullTextPage.fullTextId, ids))
    .groupBy(fullTextPage.fullTextId)
    .all();
  return new Map(rows.map((row) => [row.fullTextId, row]));
}
