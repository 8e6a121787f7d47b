/** The flow as it stood at a moment: the log of changes read up to there (E15). */
import { sql } from 'drizzle-orm';
import type { FlowSubject } from '../../../schema/flow.ts';
import type { FlowBasis, FlowTemplate } from '../../../schema/reviews.ts';
import type { SourceKind } from '../../../schema/searches.ts';
import type { Db } from '../../db.ts';
import { isUpdated } from './boxes.ts';
import { isIncluded } from './history.ts';
import { type Names, type PathGroup, pathOf, type Run } from './path.ts';
import { criteriaOf, type Previous, type Standpoint } from './standpoint.ts';

/** A place in the log of changes, and the time that it stands for. */
export type Moment = { logId: number; at: string };

/** A report as the log knew it. */
export type PastRow = {
  rootId: number;
  studyId: number | null;
  members: number[];
  class: string;
  isOfPrevious: boolean;
};

export type PastStandpoint = Standpoint & { rows: PastRow[] };

/** Where the log stands now. */
export function lastMoment(db: Db, reviewId: number, at: string): Moment {
  const row = db.get<{ id: number | null }>(
    sql`select max(id) as id from flow_log where review_id = ${reviewId}`,
  );
  return { logId: row.id ?? 0, at };
}

/** @returns null before the log begins: nothing is known of that time. */
export function momentAt(db: Db, reviewId: number, at: string): Moment | null {
  const row = db.get<{ id: number | null }>(
    sql`select max(id) as id from flow_log where review_id = ${reviewId} and at <= ${at}`,
  );
  return row.id === null ? null : { logId: row.id, at };
}

/** The first day that the log tells of. */
export function logBegins(db: Db, reviewId: number): string | null {
  const row = db.get<{ at: string | null }>(
    sql`select min(at) as at from flow_log where review_id = ${reviewId}`,
  );
  return row.at;
}

export function standpointAt(
  db: Db,
  review: { id: number; flowTemplate: FlowTemplate; flowBasis: FlowBasis },
  moment: Moment,
): PastStandpoint {
  const log = changesUntil(db, review.id, moment);
  const names: Names = { runs: runsOf(log.run), criteria: criteriaOf(db, review.id) };
  const [said, basis] = (log.review[0]?.value ?? '').split('|');
  const template = (said as FlowTemplate) || review.flowTemplate;
  const before = isUpdated(template) ? previousAt(db, review.id, moment.at) : nothingBefore;
  const rows = log.path.flatMap(({ subjectId, value }) => rowOf(subjectId, value, before.studyIds));
  const paths = groupsOf(rows).map((group) => pathOf(group, names));
  const included = new Set(paths.filter(isIncluded).map((path) => path.class));
  const counted = rows.filter((row) => included.has(row.class));
  return {
    template,
    basis: (basis as FlowBasis) || review.flowBasis,
    names,
    paths,
    rows,
    studies: distinctStudies(counted.filter((row) => !row.isOfPrevious)),
    previous: before.previous,
    metaAnalysis: metaAnalysisAt(db, review.id, moment.at, counted),
    open: {
      imports: log.import.filter(({ value }) => value === '1').length,
      pairs: openPairs(log.pair, rows),
    },
  };
}

type Change = { subject: FlowSubject; subjectId: number; value: string };

/** The last word on each subject, up to the moment. */
function changesUntil(db: Db, reviewId: number, { logId }: Moment): Record<FlowSubject, Change[]> {
  const changes = db.all<Change>(
    sql`select subject, subject_id as "subjectId", value from flow_log where id in (
      select max(id) from flow_log where review_id = ${reviewId} and id <= ${logId}
      group by subject, subject_id) order by subject_id`,
  );
  const log: Record<FlowSubject, Change[]> = {
    path: [],
    pair: [],
    import: [],
    run: [],
    review: [],
  };
  for (const change of changes) log[change.subject].push(change);
  return log;
}

function runsOf(changes: Change[]): Map<number, Run> {
  return new Map(
    changes.map(({ subjectId: id, value }) => {
      const [kind = '', searchedOn = '', ...source] = value.split('|');
      return [
        id,
        { id, kind: kind as SourceKind, source: source.join('|'), searchedOn: searchedOn || null },
      ];
    }),
  );
}

function rowOf(rootId: number, value: string, previous: Set<number>): PastRow[] {
  if (value === '') return [];
  const [study = '', members = '', ...rest] = value.split('|');
  const studyId = study === '' ? null : Number(study);
  return [
    {
      rootId,
      studyId,
      members: members.split(',').map(Number),
      class: rest.join('|'),
      isOfPrevious: studyId !== null && previous.has(studyId),
    },
  ];
}

function groupsOf(rows: PastRow[]): PathGroup[] {
  const groups = new Map<string, Required<PathGroup>>();
  for (const row of rows) {
    const key = `${row.class} ${row.isOfPrevious}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { class: row.class, count: 1, isOfPrevious: row.isOfPrevious });
  }
  return [...groups.values()].sort(
    (one, other) =>
      compare(one.class, other.class) || Number(one.isOfPrevious) - Number(other.isOfPrevious),
  );
}

/** As the database sorts: by code point. */
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const distinctStudies = (rows: PastRow[]): number =>
  new Set(rows.flatMap(({ studyId }) => studyId ?? [])).size;

function openPairs(changes: Change[], rows: PastRow[]): number {
  const open = changes.filter(({ value }) => value.startsWith('open|'));
  if (open.length === 0) return 0;
  const rootOf = new Map(rows.flatMap((row) => row.members.map((id) => [id, row.rootId] as const)));
  return open.filter(({ value }) => {
    const [, first, second] = value.split('|').map(Number);
    const [one, other] = [rootOf.get(first ?? 0), rootOf.get(second ?? 0)];
    return one !== undefined && other !== undefined && one !== other;
  }).length;
}

const nothingBefore = { previous: null, studyIds: new Set<number>() };

function previousAt(db: Db, reviewId: number, at: string) {
  const rows = db.all<{ reports: number; studyId: number | null; isWithdrawn: number }>(
    sql`select reports, study_id as "studyId",
        coalesce(withdrawn_at <= ${at}, 0) as "isWithdrawn"
      from previous_study where review_id = ${reviewId} and at <= ${at}`,
  );
  const gone = rows.filter((row) => row.isWithdrawn === 1);
  const reports = (some: typeof rows) => some.reduce((sum, row) => sum + row.reports, 0);
  const previous: Previous = {
    studies: rows.length,
    reports: reports(rows),
    withdrawnStudies: gone.length,
    withdrawnReports: reports(gone),
  };
  const kept = rows.filter((row) => row.isWithdrawn === 0);
  const studyIds = new Set(kept.flatMap((row) => row.studyId ?? []));
  return { previous: rows.length > 0 ? previous : null, studyIds };
}

function metaAnalysisAt(db: Db, reviewId: number, at: string, included: PastRow[]) {
  const marks = db.all<{ reportId: number }>(
    sql`select report_id as "reportId" from meta_analysis_mark
      where review_id = ${reviewId} and at <= ${at} and (removed_at is null or removed_at > ${at})`,
  );
  if (marks.length === 0) return null;
  const marked = new Set(marks.map(({ reportId }) => reportId));
  const rows = included.filter((row) => row.members.some((id) => marked.has(id)));
  return { studies: distinctStudies(rows), reports: rows.length };
}
