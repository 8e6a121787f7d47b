/** Keeps the stored standing of root reports equal to what the rule says of their votes. */
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { report } from '../../../schema/records.ts';
import { review } from '../../../schema/reviews.ts';
import { type Stage, stages, standing } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { enqueueIndex } from '../../platform/jobs/jobs.ts';
import { ensureStudies } from '../studies.ts';
import { clashesIn, clashKey, type Given } from './clashes.ts';
import {
  type Policy,
  type Settlement,
  type Standing,
  type StoredVote,
  standingOf,
} from './outcome.ts';
import { requiredBy } from './required.ts';

export type StandingRow = typeof standing.$inferSelect;

/** SQLite binds a limited number of values in one statement. */
const idsMax = 500;

type Reviewers = { reviewersTitleAbstract: number; reviewersFullText: number };

export function policyOf(row: Reviewers, stage: Stage): Policy {
  const wanted = stage === 'full_text' ? row.reviewersFullText : row.reviewersTitleAbstract;
  return { stage, reviewers: wanted === 1 ? 1 : 2 };
}

/**
 * Recomputes these reports, in the transaction of what changed. Any report may be named: one that no longer stands for
 * itself loses its rows, because its votes count for its root now. What becomes included gets its study.
 */
export function refreshStandings(tx: Context, reportIds: readonly number[]): void {
  const ids = [...new Set(reportIds)];
  for (let from = 0; from < ids.length; from += idsMax)
    refreshSome(tx.db, ids.slice(from, from + idsMax), () => tx);
}

/** The same for what several people did at once: what follows for a report was done by who changed it. */
export function refreshChanged(db: Db, changed: ReadonlyMap<number, Context>): void {
  const [somebody] = changed.values();
  if (somebody) refreshSome(db, [...changed.keys()], (id) => changed.get(id) ?? somebody);
}

/** Stored standings of a review that differ from what the rule says now: none, or something is broken. */
export function disagreeingStandings(
  db: Db,
  reviewId: number,
): { reportId: number; stage: Stage; stored: Standing | null; derived: Standing | null }[] {
  const ofReview = eq(report.reviewId, reviewId);
  const ids = db.select({ id: report.id }).from(report).where(ofReview).all();
  const found = [];
  for (let from = 0; from < ids.length; from += idsMax) {
    const some = ids.slice(from, from + idsMax).map((row) => row.id);
    const derived = byPlace(computeStandings(db, some));
    const stored = byPlace(storedStandings(db, some));
    for (const place of new Set([...derived.keys(), ...stored.keys()])) {
      const [one, other] = [stored.get(place) ?? null, derived.get(place) ?? null];
      const named = one ?? other;
      if (!named || isSame(one, other)) continue;
      const { reportId, stage } = named;
      found.push({ reportId, stage, stored: one, derived: other });
    }
  }
  return found;
}

/** What the rule says of those of the reports that stand for themselves. Unscreened ones have no row. */
export function computeStandings(db: Db, reportIds: readonly number[]): StandingRow[] {
  const roots = rootsAmong(db, reportIds);
  const rootIds = roots.map((row) => row.id);
  const given = votesOf(db, rootIds);
  const clashes = clashesIn(db, given);
  const votes = groupByPlace(
    given.flatMap((row) => (clashes.has(clashKey(row)) ? [] : [{ ...row, reportId: row.rootId }])),
  );
  const adjudications = groupByPlace(adjudicationsOf(db, rootIds));
  const required = requiredBy(db, rootIds);
  const removed = removedAmong(db, rootIds);
  return roots.flatMap((root) => {
    const rows: StandingRow[] = [];
    // Taken away before anybody screened: it waits for nobody, and the flow says how it went.
    if (removed.has(root.id))
      return [{ reportId: root.id, stage: 'title_abstract', state: 'excluded', criterionId: null }];
    for (const stage of stages) {
      const place = placeOf({ reportId: root.id, stage });
      const said = standingOf(
        { stage, reviewers: required(root, stage, policyOf(root, stage).reviewers) },
        votes.get(place) ?? [],
        adjudications.get(place) ?? [],
      );
      if (said.state === 'unscreened') break;
      rows.push({ reportId: root.id, stage, ...said });
      // Full text counts once title and abstract have passed. Votes there are kept, should it pass again.
      if (said.state !== 'passed') break;
    }
    return rows;
  });
}

function refreshSome(db: Db, ids: number[], whoChanged: (reportId: number) => Context): void {
  const derived = byPlace(computeStandings(db, ids));
  const stored = byPlace(storedStandings(db, ids));
  for (const [place, row] of stored) {
    if (derived.has(place)) continue;
    const here = and(eq(standing.reportId, row.reportId), eq(standing.stage, row.stage));
    db.delete(standing).where(here).run();
  }
  for (const [place, row] of derived) {
    if (isSame(stored.get(place) ?? null, row)) continue;
    statement(
      db,
      `insert into standing (report_id, stage, state, criterion_id)
      values ($reportId, $stage, $state, $criterionId)
      on conflict (report_id, stage) do update set state = excluded.state, criterion_id = excluded.criterion_id`,
    ).run(row);
  }
  const included = includedAmong(derived.values());
  const changed = changedBetween(includedAmong(stored.values()), included);
  for (const tx of new Set([...included, ...changed].map(whoChanged))) {
    const byThem = (id: number) => whoChanged(id) === tx;
    ensureStudies(tx, included.filter(byThem));
    indexAgain(tx, changed.filter(byThem));
  }
}

function includedAmong(rows: Iterable<StandingRow>): number[] {
  return [...rows]
    .filter((row) => row.stage === 'full_text' && row.state === 'passed')
    .map((row) => row.reportId);
}

function changedBetween(before: number[], after: number[]): number[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...before.filter((id) => !is.has(id)), ...after.filter((id) => !was.has(id))];
}

/** What the public searches holds included publications only: the index of a published review follows. */
function indexAgain(tx: Context, reportIds: number[]): void {
  if (reportIds.length === 0) return;
  const published = tx.db
    .selectDistinct({ id: review.id })
    .from(report)
    .innerJoin(review, eq(review.id, report.reviewId))
    .where(and(inArray(report.id, reportIds), isNotNull(review.publishedAt)))
    .all();
  for (const { id } of published) enqueueIndex(tx, id);
}

/** Some rows for a list of ids, which goes in as one value: the statement is the same for one and for many. */
const rowsFor = <R>(db: Db, text: string, ids: readonly number[]) =>
  statement(db, text).all(JSON.stringify(ids)) as R[];

const rootsAmong = (db: Db, ids: readonly number[]) =>
  rowsFor<Reviewers & { id: number; reviewId: number }>(
    db,
    `select report.id as id, report.review_id as reviewId, review.reviewers_title_abstract as reviewersTitleAbstract,
      review.reviewers_full_text as reviewersFullText
    from json_each(?) as wanted cross join report on report.id = wanted.value
    cross join review on review.id = report.review_id
    where report.root_id = report.id`,
    ids,
  );

/** Votes on any member of the clusters. */
const votesOf = (db: Db, rootIds: number[]) =>
  rowsFor<StoredVote & Given>(
    db,
    `select vote.id as id, report.root_id as rootId, vote.report_id as reportId, vote.stage as stage,
      vote.person_id as personId, vote.answer as answer, vote.criterion_id as criterionId
    from json_each(?) as wanted cross join report on report.root_id = wanted.value
    cross join vote on vote.report_id = report.id
    where not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)`,
    rootIds,
  );

const adjudicationsOf = (db: Db, rootIds: number[]) =>
  rowsFor<Settlement & Place>(
    db,
    `select adjudication.id as id, report.root_id as reportId, adjudication.stage as stage,
      adjudication.answer as answer, adjudication.criterion_id as criterionId
    from json_each(?) as wanted cross join report on report.root_id = wanted.value
    cross join adjudication on adjudication.report_id = report.id
    where not exists (select 1 from adjudication_withdrawal as w where w.adjudication_id = adjudication.id)`,
    rootIds,
  );

/** Removed before screening, and nobody has judged any report of the cluster at title and abstract since. */
const removedAmong = (db: Db, rootIds: number[]) =>
  new Set(
    rowsFor<{ id: number }>(
      db,
      `select report.root_id as id
      from json_each(?) as wanted cross join report on report.root_id = wanted.value
      cross join removal on removal.report_id = report.id
      where ${isRemoval}`,
      rootIds,
    ).map((row) => row.id),
  );

/** True of a removal, joined to its report, that holds: nobody has judged the publication since. */
export const isRemoval = `removal.undone_at is null
  and not exists (select 1 from report as judged join vote on vote.report_id = judged.id
    where judged.root_id = report.root_id and vote.stage = 'title_abstract')
  and not exists (select 1 from report as judged
    join adjudication on adjudication.report_id = judged.id
    where judged.root_id = report.root_id and adjudication.stage = 'title_abstract'
      and not exists (select 1 from adjudication_withdrawal as w
        where w.adjudication_id = adjudication.id))`;

const storedStandings = (db: Db, ids: number[]) =>
  rowsFor<StandingRow>(
    db,
    `select report_id as reportId, stage, state, criterion_id as criterionId
    from json_each(?) as wanted cross join standing on standing.report_id = wanted.value`,
    ids,
  );

type Place = { reportId: number; stage: Stage };
const placeOf = ({ reportId, stage }: Place) => `${reportId} ${stage}`;
const byPlace = <R extends Place>(rows: R[]) => new Map(rows.map((row) => [placeOf(row), row]));

function groupByPlace<R extends Place>(rows: R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(placeOf(row));
    if (group) group.push(row);
    else groups.set(placeOf(row), [row]);
  }
  return groups;
}

function isSame(one: Standing | null, other: Standing | null): boolean {
  return one?.state === other?.state && one?.criterionId === other?.criterionId;
}
