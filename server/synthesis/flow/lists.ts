/** The rows that a number of the flow opens: the same condition that counted it, listed page by page. */
import { type SQL, sql } from 'drizzle-orm';
import type { Words } from '../../../schema/columns.ts';
import type { Db } from '../../db.ts';
import { type BoxId, type PendingReason, type Unit, unitOf } from './boxes.ts';
import { includedStudies } from './counts.ts';
import { boxConditions, type Condition, history, pendingConditions } from './history.ts';

export type Behind = {
  box: BoxId;
  /** A source, a reason's code, `databases` or `other`. */
  part: string | null;
  /** Instead of what is counted: what is still open. */
  pending: PendingReason | null;
};

export type ListedRow = {
  unit: Unit;
  /** Of the record, the report or the study. */
  id: number;
  /** The report that stands for it; null for a study. */
  reportId: number | null;
  title: string;
  firstAuthor: string;
  year: number | null;
  source: string | null;
  reason: Words | null;
  /** Of a study: how many of its reports are included. */
  reports: number | null;
};

export type Rows = { total: number; rows: ListedRow[] };

export const opens = (box: BoxId): boolean => box === 'N1' || boxConditions[box] !== undefined;

/** @returns null where nothing is stored that the box could list. */
export function rowsBehind(
  db: Db,
  reviewId: number,
  behind: Behind,
  page: { limit: number; offset: number },
): Rows | null {
  if (behind.box === 'N1' && !behind.pending) return studies(db, reviewId, page);
  const condition = conditionOf(behind);
  if (!condition) return null;
  const where = whereOf(condition, behind.part);
  const from = sql.identifier(condition.of);
  const unit = behind.pending === 'without_study' ? 'report' : unitOf(behind.box);
  // One pass counts and lists: the history of a large review takes a while to put in order.
  const found = db.all<Found & { total: number }>(
    sql`${history(reviewId)}
      select count(*) over () as total, record_id as "recordId", root_id as "rootId",
        ${condition.of === 'path' ? sql`reason` : sql`null as reason`}
      from ${from} where ${where}
      order by root_id, record_id limit ${page.limit} offset ${page.offset}`,
  );
  const total = found[0]?.total ?? 0;
  return { total, rows: found.map((row) => listed(db, row, unit)) };
}

function conditionOf({ box, pending }: Behind): Condition | undefined {
  if (!pending) return boxConditions[box];
  return pendingConditions.find((row) => row.box === box && row.reason === pending);
}

function whereOf(condition: Condition, part: string | null): SQL {
  if (part === null || !condition.part) return condition.where;
  return sql`${condition.where} and ${condition.part} = ${part}`;
}

type Found = { recordId: number | null; rootId: number; reason: string | null };

/** A page has few rows, so each is read by its key. A duplicate shows what its own source gave. */
function listed(db: Db, { recordId, rootId, reason }: Found, unit: Unit): ListedRow {
  const row = db.get<{
    title: string;
    firstAuthor: string;
    year: number | null;
    source: string | null;
    label: string | null;
  }>(
    sql`select
        case when ${unit} = 'record'
          then coalesce(record.reference ->> '$.title', report.title) else report.title end as title,
        report.first_author as "firstAuthor", report.year as year, search_run.source as source,
        (select criterion.label from criterion
          where criterion.review_id = report.review_id and criterion.code = ${reason}) as label
      from report
      left join record on record.id = ${recordId}
      left join import_batch on import_batch.id = record.import_id
      left join search_run on search_run.id = import_batch.search_run_id
      where report.id = ${rootId}`,
  );
  return {
    unit,
    id: unit === 'record' ? (recordId ?? rootId) : rootId,
    reportId: rootId,
    title: row.title,
    firstAuthor: row.firstAuthor,
    year: row.year,
    source: row.source,
    reason: row.label === null ? null : (JSON.parse(row.label) as Words),
    reports: null,
  };
}

function studies(db: Db, reviewId: number, page: { limit: number; offset: number }): Rows {
  const from = includedStudies(reviewId);
  const { total } = db.get<{ total: number }>(
    sql`select count(distinct study.id) as total ${from}`,
  );
  const rows = db.all<{ id: number; title: string; reports: number }>(
    sql`select study.id as id, study.label as title, count(*) as reports ${from}
      group by study.id order by study.label, study.id
      limit ${page.limit} offset ${page.offset}`,
  );
  const empty = { unit: 'study', reportId: null, firstAuthor: '', year: null } as const;
  return { total, rows: rows.map((row) => ({ ...empty, ...row, source: null, reason: null })) };
}
