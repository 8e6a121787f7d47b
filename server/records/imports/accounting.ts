/** The account of an import: every number is a query over rows, and every row can be looked at. */
import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { person } from '../../../schema/accounts.ts';
import { importBatch, mending, record, rejection, report } from '../../../schema/records.ts';
import { searchRun } from '../../../schema/searches.ts';
import type { Db } from '../../db.ts';
import type { ImportRow } from './imports.ts';
import { isStillRejected } from './mending.ts';

export type Accounting = {
  /** Stretches that were rejected first and that a person has put right. */
  mended: number;
  /** Records that were read, but with something to look at: no title, no end. */
  noticed: number;
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
  const rejected = stillRejected(db, row.id);
  const linked = linkedCount(db, row);
  const parsed = records - duplicates;
  const { declared } = row;
  return {
    declared,
    mended: mendedCount(db, row.id),
    noticed: countOf(db, and(own, isNoticed)),
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

function stillRejected(db: Db, importId: number): number {
  const rows = db
    .select({ n: count() })
    .from(rejection)
    .leftJoin(mending, eq(mending.rejectionId, rejection.id))
    .where(and(eq(rejection.importId, importId), isStillRejected));
  return rows.get()?.n ?? 0;
}

function mendedCount(db: Db, importId: number): number {
  const rows = db
    .select({ n: count() })
    .from(mending)
    .innerJoin(rejection, eq(rejection.id, mending.rejectionId))
    .where(eq(rejection.importId, importId));
  return rows.get()?.n ?? 0;
}

/** Counted from what is linked, by an index of its own: most of what is imported is not. */
function linkedCount(db: Db, row: ImportRow): number {
  const found = db.get<{ n: number }>(sql`
    select count(*) as n from report indexed by report_linked
    cross join record on record.report_id = report.id
    where report.review_id = ${row.reviewId} and report.root_id <> report.id
      and record.import_id = ${row.id} and record.repeats_in_file = 0`);
  return found?.n ?? 0;
}

// Written as the index has it, or the index is not used.
const isNoticed = sql`notices <> '[]'`;

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

export const outcomes = [
  'parsed',
  'linked',
  'fresh',
  'duplicates',
  'rejected',
  'mended',
  'noticed',
] as const;
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
    .leftJoin(mending, eq(mending.rejectionId, rejection.id))
    .where(
      and(
        eq(rejection.importId, importId),
        outcome === 'mended' ? isNotNull(mending.id) : isStillRejected,
        outcome && outcome !== 'rejected' && outcome !== 'mended' ? sql`0` : undefined,
      ),
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
  if (outcome === 'rejected' || outcome === 'mended') return sql`0`;
  if (outcome === 'noticed') return isNoticed;
  if (outcome === 'duplicates') return eq(record.repeatsInFile, true);
  const first = eq(record.repeatsInFile, false);
  if (outcome === 'parsed') return first;
  return and(first, outcome === 'linked' ? isLinked : sql`not ${isLinked}`);
}

function pieceAt(db: Db, place: { recordId: number | null; rejectionId: number | null }) {
  const record = place.recordId === null ? null : recordWithReport(db, place.recordId);
  const found =
    place.rejectionId === null
      ? undefined
      : db
          .select({ rejection, mending, mendedBy: person.name })
          .from(rejection)
          .leftJoin(mending, eq(mending.rejectionId, rejection.id))
          .leftJoin(person, eq(person.id, mending.personId))
          .where(eq(rejection.id, place.rejectionId))
          .get();
  const mended = found?.mending ? { ...found.mending, by: found.mendedBy } : null;
  return { record, rejected: found?.rejection ?? null, mended };
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

/** What the list of imports says of each; read from the index alone. */
export function importCounts(
  db: Db,
  reviewId: number,
): Map<number, { read: number; duplicates: number; rejected: number }> {
  const ofReview = eq(importBatch.reviewId, reviewId);
  const records = db
    .select({ id: record.importId, repeats: record.repeatsInFile, n: count() })
    .from(record)
    .innerJoin(importBatch, eq(importBatch.id, record.importId))
    .where(ofReview)
    .groupBy(record.importId, record.repeatsInFile)
    .all();
  const rejections = db
    .select({ id: rejection.importId, n: count() })
    .from(rejection)
    .innerJoin(importBatch, eq(importBatch.id, rejection.importId))
    .leftJoin(mending, eq(mending.rejectionId, rejection.id))
    .where(and(ofReview, isStillRejected))
    .groupBy(rejection.importId)
    .all();
  const counts = new Map<number, { read: number; duplicates: number; rejected: number }>();
  const of = (id: number) => {
    const known = counts.get(id) ?? { read: 0, duplicates: 0, rejected: 0 };
    counts.set(id, known);
    return known;
  };
  for (const { id, repeats, n } of records) of(id)[repeats ? 'duplicates' : 'read'] += n;
  for (const { id, n } of rejections) of(id).rejected += n;
  return counts;
}
