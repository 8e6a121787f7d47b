/** The rows that a number of the flow opens: the same condition that counted it, listed page by page. */
import { type SQL, sql } from 'drizzle-orm';
import type { Words } from '../../../schema/columns.ts';
import type { Db } from '../../db.ts';
import { type BoxId, type PendingReason, type Unit, unitOf } from './boxes.ts';
import { countOf } from './counts.ts';
import {
  boxConditions,
  type Condition,
  isIncluded,
  type NoteKey,
  noteConditions,
  pendingConditions,
} from './history.ts';
import type { Path } from './path.ts';
import type { PastStandpoint } from './replay.ts';
import { classesOf, ofPrevious, type Standpoint } from './standpoint.ts';

export type Behind = {
  box: BoxId;
  /** A source, a reason's code, `databases` or `other`. */
  part: string | null;
  /** Instead of what is counted: what is still open. */
  pending: PendingReason | null;
  /** Instead of a box: what stands beside the figure. */
  note?: NoteKey | null;
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
export type Page = { limit: number; offset: number };
type Found = { recordId: number | null; rootId: number; reason: number | null };

export const opens = (box: BoxId): boolean =>
  box === 'N1' || box === 'P1' || boxConditions[box] !== undefined;

/** @returns null where nothing is stored that the box could list. */
export function rowsBehind(
  db: Db,
  reviewId: number,
  standpoint: Standpoint | PastStandpoint,
  behind: Behind,
  page: Page,
): Rows | null {
  const condition = conditionOf(behind);
  const past = 'rows' in standpoint ? standpoint : null;
  if (!condition && past) return null;
  if (behind.box === 'N1' && !condition) return newStudies(db, reviewId, standpoint, page);
  if (behind.box === 'P1' && !condition) return previousStudies(db, reviewId, page);
  if (!condition) return null;
  const total = countOf(standpoint.paths, condition);
  const found = past
    ? pastRows(past, condition, page)
    : condition.of === 'path'
      ? pathRows(db, reviewId, standpoint, condition, { ...page, total })
      : entryRows(db, reviewId, standpoint, condition, page);
  const unit =
    condition.of === 'entry' || !(behind.pending || behind.note) ? unitOf(behind.box) : 'report';
  return { total, rows: found.map((row) => listed(db, row, unit)) };
}

function conditionOf({ box, part, pending, note }: Behind): Condition | undefined {
  const condition = note
    ? noteConditions[note]
    : pending
      ? pendingOf(box, pending)
      : boxConditions[box];
  if (!condition || part === null || !condition.part) return condition;
  if (condition.of === 'path') {
    const { holds, part: partOf } = condition;
    return { of: 'path', holds: (path) => holds(path) && partOf?.(path) === part };
  }
  const { holds, part: partOf } = condition;
  return { of: 'entry', holds: (entry) => holds(entry) && partOf?.(entry) === part };
}

function pendingOf(box: BoxId, reason: PendingReason): Condition | undefined {
  const found = pendingConditions.find((row) => row.box === box && row.reason === reason);
  return found && { of: 'path', holds: found.holds };
}

type PathCondition = Extract<Condition, { of: 'path' }>;
type EntryCondition = Extract<Condition, { of: 'entry' }>;

/** So many rows are quicker found in the order in which they are listed than sorted into it. */
const sortedMax = 2000;

function pathRows(
  db: Db,
  reviewId: number,
  { paths }: Standpoint,
  { holds }: PathCondition,
  { limit, offset, total }: Page & { total: number },
): Found[] {
  const index = total > sortedMax ? sql.raw('flow_path_list') : sql.raw('flow_path_class');
  const rows = db.all<Omit<Found, 'reason'> & { class: string }>(
    sql`select root_id as "rootId", record_id as "recordId", class
      from flow_path indexed by ${index}
      where review_id = ${reviewId} and ${whereHolds(reviewId, paths, holds)}
      order by root_id limit ${limit} offset ${offset}`,
  );
  return rows.map(({ class: text, ...row }) => ({ ...row, reason: reasonIn(text) }));
}

/** The sixth field of a class is the criterion. */
function reasonIn(text: string): number | null {
  return Number(text.split('|')[5]) || null;
}

/** Only where it makes a difference is anybody asked whether a study is one of the previous version. */
function whereHolds(reviewId: number, paths: Path[], holds: (path: Path) => boolean): SQL {
  const among = (some: Path[]) =>
    sql`class in (select value from json_each(${JSON.stringify(classesOf(some, holds))}))`;
  const [fresh, previous] = [false, true].map((flag) =>
    paths.filter((path) => path.isOfPrevious === flag),
  );
  if (!previous || previous.length === 0) return among(paths);
  const isPrevious = ofPrevious(reviewId);
  return sql`((${among(fresh ?? [])} and not ${isPrevious}) or (${among(previous)} and ${isPrevious}))`;
}

/** Records: all of some searches in the order of import, or those that came after the first of their report. */
function entryRows(
  db: Db,
  reviewId: number,
  { paths, names }: Standpoint,
  { holds }: EntryCondition,
  { limit, offset }: Page,
): Found[] {
  const runs = [...names.runs.values()];
  const later = runs.filter((run) => holds({ run, isFirst: false })).map((run) => run.id);
  const isWhole = runs.some((run) => holds({ run, isFirst: true }));
  const inRuns = sql`search_run_id in (select value from json_each(${JSON.stringify(later)}))`;
  if (isWhole)
    return db.all<Found>(
      sql`select page.id as "recordId", report.root_id as "rootId", null as reason from (
          select record.id, record.import_id, record.position from import_batch
          cross join record indexed by record_place on record.import_id = import_batch.id
          where import_batch.review_id = ${reviewId} and import_batch.state <> 'undone' and ${inRuns}
          order by import_batch.id, record.position limit ${limit} offset ${offset}
        ) as page join record on record.id = page.id
        join report on report.id = record.report_id order by page.import_id, page.position`,
    );
  const several = classesOf(paths, (path) => path.found.length > 1);
  return db.all<Found>(
    sql`select record.id as "recordId", path.root_id as "rootId", null as reason
      from flow_path as path indexed by flow_path_list
      cross join report as member on member.root_id = path.root_id and member.withdrawn_at is null
      join record on record.report_id = member.id and record.id <> path.record_id
      join import_batch on import_batch.id = record.import_id and ${inRuns}
      where path.review_id = ${reviewId}
        and path.class in (select value from json_each(${JSON.stringify(several)}))
      order by path.root_id, record.id limit ${limit} offset ${offset}`,
  );
}

/** As the log knew them: reports in their order, each as often as the condition counts it. */
function pastRows(past: PastStandpoint, condition: Condition, { limit, offset }: Page): Found[] {
  const times = new Map(
    past.paths.map((path) => [
      `${path.class} ${path.isOfPrevious}`,
      countOf([{ ...path, count: 1 }], condition),
    ]),
  );
  const rows = past.rows.flatMap(({ rootId, class: text, isOfPrevious }) => {
    const count = times.get(`${text} ${isOfPrevious}`) ?? 0;
    const row = { rootId, recordId: null, reason: reasonIn(text) };
    return Array.from({ length: count }, () => row);
  });
  return rows.slice(offset, offset + limit);
}

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
        (select criterion.label from criterion where criterion.id = ${reason}) as label
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

const emptyStudy = {
  unit: 'study',
  ...{ reportId: null, firstAuthor: '', year: null, source: null, reason: null },
} as const;

function newStudies(db: Db, reviewId: number, standpoint: Standpoint, page: Page): Rows {
  const { paths, studies, previous } = standpoint;
  const included = JSON.stringify(classesOf(paths, isIncluded));
  const rows = db.all<{ id: number; title: string; reports: number }>(
    sql`select study.id as id, study.label as title, count(*) as reports
      from flow_path join study on study.id = flow_path.study_id
      where flow_path.review_id = ${reviewId} and flow_path.study_id is not null
        and class in (select value from json_each(${included}))
        and not ${previous ? ofPrevious(reviewId) : sql`0`}
      group by study.id order by study.label, study.id
      limit ${page.limit} offset ${page.offset}`,
  );
  return { total: studies, rows: rows.map((row) => ({ ...emptyStudy, ...row })) };
}

function previousStudies(db: Db, reviewId: number, page: Page): Rows {
  const ofReview = sql`from previous_study where review_id = ${reviewId}`;
  const { total } = db.get<{ total: number }>(sql`select count(*) as total ${ofReview}`);
  const rows = db.all<{ id: number; title: string; reports: number }>(
    sql`select id, label as title, reports ${ofReview} order by label, id
      limit ${page.limit} offset ${page.offset}`,
  );
  return { total, rows: rows.map((row) => ({ ...emptyStudy, ...row })) };
}
