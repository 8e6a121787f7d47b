/** Imports: one file or one hand-entered batch of a search run, and the account of every piece of it. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { formatById } from '../../../import/formats/formats.ts';
import { person } from '../../../schema/accounts.ts';
import { job } from '../../../schema/jobs.ts';
import { importBatch } from '../../../schema/records.ts';
import { searchRun } from '../../../schema/searches.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { enqueue, type JobRow } from '../../platform/jobs/jobs.ts';

export type ImportRow = typeof importBatch.$inferSelect;

export type NewImport = {
  reviewId: number;
  searchRunId: number | null;
  fileName: string;
  fileHash: string;
  fileBytes: number;
  /** Null: found out from the content. */
  format: string | null;
  archiveName?: string | null;
  /** Why it cannot be read, when that is known already: the import has failed before it began. */
  problem?: ImportRow['problem'];
  /** A table whose columns are not plain waits until somebody says what they hold. */
  asksColumns?: boolean;
};

/** Takes on a stored file and puts the work in the queue. @throws RUN_UNKNOWN, FORMAT_UNKNOWN */
export function createImport(
  context: Context,
  input: NewImport,
): { importId: number; job: JobRow } {
  return inTransaction(context, (tx) => {
    const { asksColumns = false, ...file } = input;
    const { reviewId, searchRunId, fileName, format, problem } = file;
    requireRun(tx.db, reviewId, searchRunId);
    requireFormat(format);
    const createdBy = tx.actor?.personId ?? 0;
    const { id: importId } = tx.db
      .insert(importBatch)
      .values({ ...file, createdBy, createdAt: tx.at })
      .returning({ id: importBatch.id })
      .get();
    // One that cannot be read fails in the queue like any other, with its own reason.
    const job = enqueue(tx, 'import', { reviewId, payload: { importId, asksColumns } });
    audit(tx, {
      action: 'import.created',
      entity: 'import_batch',
      entityId: importId,
      reviewId,
      after: { fileName, searchRunId, format, ...(problem && { problem }) },
    });
    return { importId, job };
  });
}

/** Reads a failed import once more, in the format that a person names. @throws IMPORT_NOT_FAILED */
export function readAgain(
  context: Context,
  about: { reviewId: number; importId: number },
  format: string,
): void {
  inTransaction(context, (tx) => {
    const { reviewId, importId } = about;
    const before = findImport(tx.db, reviewId, importId);
    if (!before) throw notFound();
    if (before.state !== 'failed') throw new AppError('IMPORT_NOT_FAILED');
    requireFormat(format);
    const change = { format, state: 'queued', problem: null, finishedAt: null } as const;
    tx.db.update(importBatch).set(change).where(eq(importBatch.id, importId)).run();
    enqueue(tx, 'import', { reviewId, payload: { importId, asksColumns: true } });
    audit(tx, {
      action: 'import.read_again',
      entity: 'import_batch',
      entityId: importId,
      reviewId,
      before: { format: before.format, problem: before.problem },
      after: { format },
    });
  });
}

/** Says which search an import came of, when nobody said so or it was said wrongly. @throws RUN_UNKNOWN, IMPORT_BEING_UNDONE, IMPORT_UNDONE */
export function setSearchRun(
  context: Context,
  about: { reviewId: number; importId: number },
  searchRunId: number | null,
): void {
  inTransaction(context, (tx) => {
    const { reviewId, importId } = about;
    const before = findImport(tx.db, reviewId, importId);
    if (!before) throw notFound();
    if (isBeingUndone(before)) throw new AppError('IMPORT_BEING_UNDONE');
    if (before.state === 'undone') throw new AppError('IMPORT_UNDONE');
    requireRun(tx.db, reviewId, searchRunId);
    if (before.searchRunId === searchRunId) return;
    tx.db.update(importBatch).set({ searchRunId }).where(eq(importBatch.id, importId)).run();
    audit(tx, {
      action: 'import.search_set',
      entity: 'import_batch',
      entityId: importId,
      reviewId,
      before: { searchRunId: before.searchRunId },
      after: { searchRunId },
    });
  });
}

/** @throws RUN_UNKNOWN when the run is another review's. */
export function requireRun(db: Db, reviewId: number, searchRunId: number | null): void {
  if (searchRunId === null) return;
  const own = and(eq(searchRun.id, searchRunId), eq(searchRun.reviewId, reviewId));
  const run = db.select().from(searchRun).where(own).get();
  if (!run || run.archivedAt) throw new AppError('RUN_UNKNOWN', {}, 'run');
}

function requireFormat(format: string | null): void {
  if (format !== null && !formatById(format)) throw new AppError('FORMAT_UNKNOWN', {}, 'format');
}

export function findImport(db: Db, reviewId: number, importId: number): ImportRow | undefined {
  const own = and(eq(importBatch.id, importId), eq(importBatch.reviewId, reviewId));
  return db.select().from(importBatch).where(own).get();
}

/** What a page says about one import, with the run it belongs to. */
export function importWithRun(db: Db, reviewId: number, importId: number) {
  return importsWithRuns(
    db,
    and(eq(importBatch.id, importId), eq(importBatch.reviewId, reviewId)),
  ).get();
}

/** The newest first. */
export function importsOf(db: Db, reviewId: number) {
  return importsWithRuns(db, eq(importBatch.reviewId, reviewId)).all();
}

function importsWithRuns(db: Db, where: ReturnType<typeof and>) {
  return db
    .select({
      import: importBatch,
      runId: searchRun.id,
      source: searchRun.source,
      kind: searchRun.kind,
      searchedOn: searchRun.searchedOn,
      hitsDeclared: searchRun.hitsDeclared,
      createdBy: person.name,
    })
    .from(importBatch)
    .leftJoin(searchRun, eq(searchRun.id, importBatch.searchRunId))
    .leftJoin(person, eq(person.id, importBatch.createdBy))
    .where(where)
    .orderBy(desc(importBatch.id));
}

/** It has been said that it should be undone, and not all of it is yet. */
export const isBeingUndone = ({ state, undoneAt }: ImportRow): boolean =>
  state === 'running' && undoneAt !== null;

/** What is said of its state wherever it is shown. */
export function shownState(row: ImportRow) {
  if (isBeingUndone(row)) return 'undoing';
  return row.awaitsColumns ? 'columns' : row.state;
}

/** The latest job that reads an import or undoes it. */
export function jobOfImport(db: Db, importId: number): JobRow | undefined {
  const isAbout = sql`json_extract(${job.payload}, '$.importId') = ${importId}`;
  return db
    .select()
    .from(job)
    .where(and(inArray(job.kind, ['import', 'undo']), isAbout))
    .orderBy(desc(job.id))
    .limit(1)
    .get();
}
