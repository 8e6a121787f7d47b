/** What a flow is counted from at one moment: reports grouped by how far they have got, and the numbers beside them. */
import { eq, sql } from 'drizzle-orm';
import type { FlowBasis, FlowTemplate } from '../../../schema/reviews.ts';
import { criterion } from '../../../schema/reviews.ts';
import { searchRun } from '../../../schema/searches.ts';
import type { Db } from '../../db.ts';
import { isUpdated } from './boxes.ts';
import { isIncluded } from './history.ts';
import { type Names, type Path, type PathGroup, pathOf } from './path.ts';

/** Numbers of the version that the review updates; null when no study of it is listed. */
export type Previous = {
  studies: number;
  reports: number;
  withdrawnStudies: number;
  withdrawnReports: number;
};

export type Standpoint = {
  template: FlowTemplate;
  basis: FlowBasis;
  names: Names;
  paths: Path[];
  /** New studies with an included report. */
  studies: number;
  previous: Previous | null;
  metaAnalysis: { studies: number; reports: number } | null;
  open: { imports: number; pairs: number };
};

type FlowReview = { id: number; flowTemplate: FlowTemplate; flowBasis: FlowBasis };

/** As it stands now: from the index that triggers keep, so that a large review takes no longer than a look. */
export function standpointNow(db: Db, review: FlowReview): Standpoint {
  const { id, flowTemplate: template, flowBasis: basis } = review;
  const names = namesNow(db, id);
  // A new review has no earlier version, whatever was listed while it was thought to have one.
  const previous = isUpdated(template) ? previousNow(db, id) : null;
  const paths = groupsNow(db, id, previous !== null).map((group) => pathOf(group, names));
  const included = JSON.stringify(classesOf(paths, isIncluded));
  return {
    template,
    basis,
    names,
    paths,
    studies: countOf(
      db,
      sql`select count(distinct study_id) as count from flow_path
        where review_id = ${id} and study_id is not null
          and class in (select value from json_each(${included}))
          and not ${previous ? ofPrevious(id) : sql`0`}`,
    ),
    previous,
    metaAnalysis: metaAnalysisNow(db, id, included),
    open: openNow(db, id),
  };
}

function namesNow(db: Db, reviewId: number): Names {
  const { id, kind, source, searchedOn } = searchRun;
  const runs = db
    .select({ id, kind, source, searchedOn })
    .from(searchRun)
    .where(eq(searchRun.reviewId, reviewId))
    .all();
  return { runs: new Map(runs.map((run) => [run.id, run])), criteria: criteriaOf(db, reviewId) };
}

export function criteriaOf(db: Db, reviewId: number): Map<number, string> {
  const rows = db
    .select({ id: criterion.id, code: criterion.code })
    .from(criterion)
    .where(eq(criterion.reviewId, reviewId))
    .all();
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** The classes of those paths that a condition holds for. */
export const classesOf = (paths: readonly Path[], holds: (path: Path) => boolean): string[] => [
  ...new Set(paths.filter(holds).map((path) => path.class)),
];

/** True of the rows of `flow_path` whose study the previous version had. */
export const ofPrevious = (reviewId: number) => sql`coalesce(study_id in (
  select previous_study.study_id from previous_study where previous_study.review_id = ${reviewId}
    and previous_study.study_id is not null and previous_study.withdrawn_at is null), 0)`;

function groupsNow(db: Db, reviewId: number, hasPrevious: boolean): PathGroup[] {
  const groups = db.all<PathGroup>(
    sql`select class, count(*) as count from flow_path
      where review_id = ${reviewId} group by class order by class`,
  );
  if (!hasPrevious) return groups;
  const previous = db.all<PathGroup>(
    sql`select class, count(*) as count from flow_path
      where review_id = ${reviewId} and study_id is not null and ${ofPrevious(reviewId)}
      group by class order by class`,
  );
  return splitGroups(groups, previous);
}

/** Reports of studies that the previous version had stand in groups of their own. */
function splitGroups(groups: PathGroup[], previous: PathGroup[]): PathGroup[] {
  const known = new Map(previous.map((group) => [group.class, group.count]));
  return groups.flatMap((group) => {
    const count = known.get(group.class) ?? 0;
    const rest = { class: group.class, count: group.count - count, isOfPrevious: false };
    const own = { class: group.class, count, isOfPrevious: true };
    return [rest, own].filter((each) => each.count > 0);
  });
}

function previousNow(db: Db, reviewId: number): Previous | null {
  const row = db.get<Previous & { rows: number }>(
    sql`select count(*) as rows, count(*) as studies, coalesce(sum(reports), 0) as reports,
        count(withdrawn_at) as "withdrawnStudies",
        coalesce(sum(reports) filter (where withdrawn_at is not null), 0) as "withdrawnReports"
      from previous_study where review_id = ${reviewId}`,
  );
  const { rows, ...previous } = row;
  return rows > 0 ? previous : null;
}

function metaAnalysisNow(db: Db, reviewId: number, included: string): Standpoint['metaAnalysis'] {
  const marks = sql`from meta_analysis_mark as mark
    where mark.review_id = ${reviewId} and mark.removed_at is null`;
  if (countOf(db, sql`select count(*) as count ${marks}`) === 0) return null;
  return db.get<{ studies: number; reports: number }>(
    sql`select count(distinct study_id) as studies, count(*) as reports from flow_path
      where review_id = ${reviewId} and class in (select value from json_each(${included}))
        and root_id in (select report.root_id from meta_analysis_mark as mark
          join report on report.id = mark.report_id
          where mark.review_id = ${reviewId} and mark.removed_at is null)`,
  );
}

/** Imports that are not done, and pairs of reports of which nobody has said whether they are one. */
function openNow(db: Db, reviewId: number): Standpoint['open'] {
  return {
    imports: countOf(
      db,
      sql`select count(*) as count from import_batch where review_id = ${reviewId}
        and (state in ('queued', 'running') or (state = 'failed' and pieces_stored > 0))`,
    ),
    pairs: countOf(
      db,
      sql`select count(*) as count from possible_pair
        join report as one on one.id = possible_pair.first_id and one.withdrawn_at is null
        join report as other on other.id = possible_pair.second_id and other.withdrawn_at is null
        where possible_pair.review_id = ${reviewId} and possible_pair.state = 'open'
          and one.root_id <> other.root_id`,
    ),
  };
}

const countOf = (db: Db, query: ReturnType<typeof sql>): number =>
  db.get<{ count: number }>(query).count;
