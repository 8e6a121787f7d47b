/** Reports: the documents behind the records. A root stands for its whole cluster of duplicates. */
import { and, asc, count, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import { correction, importBatch, record, report } from '../../../schema/records.ts';
import { searchRun } from '../../../schema/searches.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import type { ReportQuery } from './report-query.ts';
import { chooseFields, derivedColumns, type Shown } from './shown.ts';

export type ReportRow = typeof report.$inferSelect;

export function findReport(db: Db, reviewId: number, reportId: number): ReportRow | undefined {
  const own = and(eq(report.id, reportId), eq(report.reviewId, reviewId));
  return db.select().from(report).where(own).get();
}

/** For services that are handed a report's id by one who knows its review. */
export function findReportAnywhere(db: Db, reportId: number): ReportRow | undefined {
  return db.select().from(report).where(eq(report.id, reportId)).get();
}

/** @returns the root that stands for a report. @throws NOT_FOUND, REPORT_WITHDRAWN */
export function rootOf(db: Db, reviewId: number, reportId: number): ReportRow {
  const row = findReport(db, reviewId, reportId);
  const root = row?.rootId ? findReport(db, reviewId, row.rootId) : undefined;
  if (!row || !root) throw notFound();
  if (row.withdrawnAt ?? root.withdrawnAt) throw new AppError('REPORT_WITHDRAWN');
  return root;
}

/** Every report that a root stands for, itself first. */
export function membersOf(db: Db, rootId: number): ReportRow[] {
  return db.select().from(report).where(eq(report.rootId, rootId)).orderBy(asc(report.id)).all();
}

/** Root reports that have not been withdrawn: what the interface calls publications. */
export const isPublication = and(eq(report.rootId, report.id), isNull(report.withdrawnAt));

/**
 * One page of the publications that a query asks for, and how many there are.
 * @param found those that have its words; null when it has none.
 */
export function reportsPage(
  db: Db,
  reviewId: number,
  query: ReportQuery,
  found: ReadonlySet<number> | null,
) {
  const where = reportFilter(reviewId, query, found);
  const rows = db
    .select()
    .from(report)
    .where(where)
    .orderBy(...orderOf(query))
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .all();
  const total = db.select({ n: count() }).from(report).where(where).get()?.n ?? 0;
  return { rows, total, page: query.page, pages: Math.max(1, Math.ceil(total / query.size)) };
}

/** All of them, for what is exported whole. */
export function reportsOf(
  db: Db,
  reviewId: number,
  query: ReportQuery,
  found: ReadonlySet<number> | null = null,
): ReportRow[] {
  const where = reportFilter(reviewId, query, found);
  return db
    .select()
    .from(report)
    .where(where)
    .orderBy(...orderOf(query))
    .all();
}

function orderOf({ sort }: ReportQuery) {
  if (sort === 'author')
    return [sql`${report.firstAuthor} collate nocase`, asc(report.year), asc(report.id)];
  return sort === 'year' ? [desc(report.year), asc(report.id)] : [asc(report.id)];
}

function reportFilter(
  reviewId: number,
  query: ReportQuery,
  found: ReadonlySet<number> | null,
): SQL | undefined {
  return and(
    eq(report.reviewId, reviewId),
    isPublication,
    query.ids.length > 0 ? inArray(report.id, query.ids) : undefined,
    query.importId === null ? undefined : ofImport(query.importId),
    stateConditions[query.state],
    found ? isOneOf(found) : undefined,
  );
}

const isOneOf = (ids: ReadonlySet<number>) =>
  sql`${report.id} in (select value from json_each(${JSON.stringify([...ids])}))`;

const ofImport = (importId: number) => sql`${report.id} in (
  select member.root_id from ${record} join ${report} as member on member.id = ${record.reportId}
  where ${record.importId} = ${importId})`;

/** Standings belong to screening, which follows; here they are only read. */
const stands = (stage: string, state: string) => sql`exists (
  select 1 from standing where standing.report_id = ${report.id}
  and standing.stage = ${sql.raw(`'${stage}'`)} and standing.state = ${sql.raw(`'${state}'`)})`;

export const isIncluded = stands('full_text', 'passed');
const isExcluded = or(stands('title_abstract', 'excluded'), stands('full_text', 'excluded'));

const isSought = stands('title_abstract', 'passed');
const stateConditions: Record<ReportQuery['state'], SQL | undefined> = {
  any: undefined,
  undecided: sql`not ${isIncluded} and not (${isExcluded})`,
  screened: or(isSought, stands('title_abstract', 'excluded')),
  conflict: or(stands('title_abstract', 'conflict'), stands('full_text', 'conflict')),
  sought: isSought,
  included: isIncluded,
  excluded: isExcluded,
};

/** Where a publication stands, in the three states that lists are filtered by. */
export function stateOf(db: Db, reportIds: number[]): Map<number, 'included' | 'excluded'> {
  if (reportIds.length === 0) return new Map();
  const rows = db
    .select({
      id: report.id,
      included: sql<number>`${isIncluded}`,
      excluded: sql<number>`${isExcluded}`,
    })
    .from(report)
    .where(inArray(report.id, reportIds))
    .all();
  const settled = rows.filter((row) => row.included || row.excluded);
  return new Map(settled.map((row) => [row.id, row.included ? 'included' : 'excluded']));
}

/**
 * The best of a cluster field by field, each value with its source. A report that stands for nothing but itself, or
 * for nothing any more (it is in another's cluster), shows its own records.
 */
export function shownReference(db: Db, reportId: number): Shown {
  const ids = [reportId, ...membersOf(db, reportId).map((row) => row.id)];
  const records = db
    .select({ recordId: record.id, reference: record.reference })
    .from(record)
    .where(inArray(record.reportId, ids))
    .orderBy(asc(record.id))
    .all();
  const corrections = db
    .select()
    .from(correction)
    .where(inArray(correction.reportId, ids))
    .orderBy(asc(correction.id))
    .all();
  return chooseFields(records, corrections);
}

/** Recomputes what is derived on a report. */
export function refreshReport(tx: { db: Db }, reportId: number): void {
  const { reference } = shownReference(tx.db, reportId);
  tx.db.update(report).set(derivedColumns(reference)).where(eq(report.id, reportId)).run();
}

/** The records of a publication, each with the import and the search run that gave it. */
export function recordsOf(db: Db, rootId: number) {
  return db
    .select({
      id: record.id,
      reportId: record.reportId,
      importId: record.importId,
      fileName: importBatch.fileName,
      source: searchRun.source,
      importedAt: importBatch.createdAt,
      lineFrom: record.lineFrom,
      lineTo: record.lineTo,
      raw: record.raw,
      unmapped: record.unmapped,
      reference: record.reference,
    })
    .from(record)
    .innerJoin(report, eq(report.id, record.reportId))
    .innerJoin(importBatch, eq(importBatch.id, record.importId))
    .leftJoin(searchRun, eq(searchRun.id, importBatch.searchRunId))
    .where(eq(report.rootId, rootId))
    .orderBy(asc(record.id))
    .all();
}

/** The names of people who decided or corrected something. */
export function namesOf(db: Db, personIds: number[]): Map<number, string> {
  if (personIds.length === 0) return new Map();
  const rows = db.select().from(person).where(inArray(person.id, personIds)).all();
  return new Map(rows.map((row) => [row.id, row.name]));
}
