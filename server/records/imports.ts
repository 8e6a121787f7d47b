/** Imports: one file or one hand-entered batch of a search run, and the account of every piece of it. */
import { and, count, desc, eq, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { formatById } from '../../import/formats/formats.ts';
import { person } from '../../schema/accounts.ts';
import { importBatch, record, rejection, report } from '../../schema/records.ts';
import { searchRun } from '../../schema/searches.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';
import { enqueue, type JobRow } from '../platform/jobs/jobs.ts';

export type ImportRow = typeof importBatch.$inferSelect;

export type NewImport = {
  reviewId: number;
  searchRunId: number | null;
  fileName: string;
  fileHash: string;
  fileBytes: number;
  /** Null: found out from the content. */
  format: string | null;
};

/** Takes on a stored file and puts the work in the queue. @throws RUN_UNKNOWN, FORMAT_UNKNOWN */
export function createImport(
  context: Context,
  input: NewImport,
): { importId: number; job: JobRow } {
  return inTransaction(context, (tx) => {
    const { reviewId, searchRunId, fileName, format } = input;
    requireRun(tx.db, reviewId, searchRunId);
    requireFormat(format);
    const createdBy = tx.actor?.personId ?? 0;
    const { id: importId } = tx.db
      .insert(importBatch)
      .values({ ...input, createdBy, createdAt: tx.at })
      .returning({ id: importBatch.id })
      .get();
    const job = enqueue(tx, 'import', { reviewId, payload: { importId } });
    audit(tx, {
      action: 'import.created',
      entity: 'import_batch',
      entityId: importId,
      reviewId,
      after: { fileName, searchRunId, format },
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
    enqueue(tx, 'import', { reviewId, payload: { importId } });
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

/** @throws RUN_UNKNOWN when the run is another review's. */
export function requireRun(db: Db, reviewId: number, searchRunId: number | null): void {
  if (searchRunId === null) return;
  const own = and(eq(searchRun.id, searchRunId), eq(searchRun.reviewId, reviewId));
  const run = db.select().from(searchRun).where(own).get();
  if (!run || run.archivedAt) throw new AppError('RUN_UNKNOWN', {}, 'run');
}

export function requireFormat(format: string | null): void {
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

export type Accounting = {
  /** Records that the reader saw begin; null until the file has been read to its end. */
  declared: number | null;
  parsed: number;
  rejected: number;
  /** Records that the same file gave before. */
  duplicates: number;
  /** declared - (parsed + rejected + duplicates): 0, or something is unaccounted for. */
  difference: number | null;
  /** Stretches of text beside the records: headings, comments, brackets. */
  asides: number;
  /** Of the parsed: found to be the same publication as a record that came before. */
  linked: number;
  /** Of the parsed: publications that nothing before it had. */
  fresh: number;
  hitsDeclared: number | null;
  /** hitsDeclared - declared, over every finished import of the run. */
  hitsDifference: number | null;
};

/** Rule 3 of the domain: every number is counted over rows. */
export function accountingOf(db: Db, row: ImportRow): Accounting {
  const own = eq(record.importId, row.id);
  const repeats = eq(record.repeatsInFile, true);
  const records = countOf(db, own);
  const duplicates = countOf(db, and(own, repeats));
  const rejected =
    db.select({ n: count() }).from(rejection).where(eq(rejection.importId, row.id)).get()?.n ?? 0;
  const linked = countOf(db, and(own, eq(record.repeatsInFile, false), isLinked));
  const parsed = records - duplicates;
  const { declared } = row;
  return {
    declared,
    parsed,
    rejected,
    duplicates,
    difference: declared === null ? null : declared - parsed - rejected - duplicates,
    asides: Math.max(0, row.piecesStored - records - rejected),
    linked,
    fresh: parsed - linked,
    ...comparedWithRun(db, row),
  };
}

function countOf(db: Db, where: ReturnType<typeof and>): number {
  return db.select({ n: count() }).from(record).where(where).get()?.n ?? 0;
}

/** A record before it began its publication: of an earlier import, or of this one in other words. */
const isLinked = sql`exists (
  select 1 from ${report} as own where own.id = ${record.reportId} and own.root_id <> own.id)`;

/** What the source said it found, against what the files of its run hold. */
function comparedWithRun(db: Db, row: ImportRow) {
  if (row.searchRunId === null) return { hitsDeclared: null, hitsDifference: null };
  const run = db.select().from(searchRun).where(eq(searchRun.id, row.searchRunId)).get();
  const hitsDeclared = run?.hitsDeclared ?? null;
  const done = and(eq(importBatch.searchRunId, row.searchRunId), eq(importBatch.state, 'done'));
  const read = db
    .select({ n: sql<number>`coalesce(sum(${importBatch.declared}), 0)` })
    .from(importBatch)
    .where(done)
    .get();
  const hitsDifference =
    hitsDeclared === null || row.state !== 'done' ? null : hitsDeclared - (read?.n ?? 0);
  return { hitsDeclared, hitsDifference };
}

export const outcomes = ['parsed', 'linked', 'fresh', 'duplicates', 'rejected'] as const;
export type Outcome = (typeof outcomes)[number];

/** One page of the pieces of an import in their order, or of those with one outcome. */
export function piecesPage(
  db: Db,
  importId: number,
  query: { outcome: Outcome | null; page: number; size: number },
) {
  const { outcome, page, size } = query;
  const records = db
    .select({
      position: record.position,
      lineFrom: record.lineFrom,
      lineTo: record.lineTo,
      recordId: sql<number | null>`${record.id}`,
      rejectionId: sql<number | null>`null`,
    })
    .from(record)
    .where(and(eq(record.importId, importId), recordsWith(outcome)));
  const rejections = db
    .select({
      position: rejection.position,
      lineFrom: rejection.lineFrom,
      lineTo: rejection.lineTo,
      recordId: sql<number | null>`null`,
      rejectionId: sql<number | null>`${rejection.id}`,
    })
    .from(rejection)
    .where(
      and(eq(rejection.importId, importId), outcome && outcome !== 'rejected' ? sql`0` : undefined),
    );
  const places = unionAll(records, rejections)
    .orderBy(sql`1`)
    .limit(size)
    .offset((page - 1) * size)
    .all();
  return places.map((place) => ({ ...place, ...pieceAt(db, place) }));
}

function recordsWith(outcome: Outcome | null) {
  if (outcome === null) return undefined;
  if (outcome === 'rejected') return sql`0`;
  if (outcome === 'duplicates') return eq(record.repeatsInFile, true);
  const first = eq(record.repeatsInFile, false);
  if (outcome === 'parsed') return first;
  return and(first, outcome === 'linked' ? isLinked : sql`not ${isLinked}`);
}

function pieceAt(db: Db, place: { recordId: number | null; rejectionId: number | null }) {
  const record = place.recordId === null ? null : recordWithReport(db, place.recordId);
  const rejected =
    place.rejectionId === null
      ? null
      : (db.select().from(rejection).where(eq(rejection.id, place.rejectionId)).get() ?? null);
  return { record, rejected };
}

function recordWithReport(db: Db, recordId: number) {
  const row = db
    .select({ record, rootId: report.rootId })
    .from(record)
    .innerJoin(report, eq(report.id, record.reportId))
    .where(eq(record.id, recordId))
    .get();
  return row ? { ...row.record, rootId: row.rootId ?? row.record.reportId } : null;
}
