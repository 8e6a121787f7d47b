/** Reads what a board is made of: where each publication of a stage stands, and who has answered it. */
import type { RetrievalOutcome } from '../../../schema/documents.ts';
import type { Stage, StandingState } from '../../../schema/screening.ts';
import { type Connection, statement } from '../../db.ts';
import { type Clashes, clashesAt, clashesIn, clashKey, type Given } from '../votes/clashes.ts';
import { isRemoval } from '../votes/standings.ts';

export type Place = { reviewId: number; stage: Stage };

/** `state` is null for a report that is not a publication of this stage (any more). */
export type Item = {
  id: number;
  state: StandingState | 'not_retrieved' | null;
  people: number[];
  /** The latest attempt to get the full text, at that stage. */
  retrieval: RetrievalOutcome | null;
};
/** Id, whether it is a publication of the stage, where it stands, the latest attempt, its root: lists come soonest. */
type Row = [number, 0 | 1, StandingState, RetrievalOutcome | null, number | null];
type Answered = { rootId: number; personId: number };

/** Everything of a stage, by id. */
export function readItems(db: Connection, place: Place): Item[] {
  const votes = statement(db, answeredSql).raw().all(place) as [number, number][];
  const answered = votes.map(([rootId, personId]) => ({ rootId, personId }));
  const rows = statement(db, allSql).raw().all(place) as Row[];
  return itemsOf(rows, decided(answered, place, clashesAt(db, place)));
}

/** The same of some reports and those that they count for, each as what it is now. */
export function readSome(db: Connection, place: Place, ids: readonly number[]): Item[] {
  const rows = rowsOf(db, place, ids);
  const named = new Set(ids);
  const roots = rows.flatMap(([, , , , root]) => (root === null || named.has(root) ? [] : root));
  if (roots.length > 0) rows.push(...rowsOf(db, place, [...new Set(roots)]));
  const asked = { ...place, ids: JSON.stringify(rows.map(([id]) => id)) };
  const given = statement(db, givenSql).all(asked) as Given[];
  return itemsOf(rows, decided(given, place, clashesIn(db, given)));
}

const rowsOf = (db: Connection, place: Place, ids: readonly number[]) =>
  statement(db, someSql)
    .raw()
    .all({ ...place, ids: JSON.stringify(ids) }) as Row[];

/** Without those who are to be asked again. */
function decided(answered: Answered[], { stage }: Place, clashes: Clashes): Answered[] {
  if (clashes.size === 0) return answered;
  return answered.filter((row) => !clashes.has(clashKey({ ...row, stage })));
}

function itemsOf(rows: Row[], answered: Answered[]): Item[] {
  const people = new Map<number, number[]>();
  for (const { rootId, personId } of answered) {
    const known = people.get(rootId);
    if (known && !known.includes(personId)) known.push(personId);
    else if (!known) people.set(rootId, [personId]);
  }
  return rows.map(([id, stands, state, retrieval]) => ({
    id,
    state: stands === 0 ? null : beyondReach(state, retrieval) ? 'not_retrieved' : state,
    people: people.get(id) ?? [],
    retrieval,
  }));
}

/** What cannot be had waits for nobody, unless it was settled before. */
const beyondReach = (state: StandingState, retrieval: string | null) =>
  retrieval === 'not_retrieved' && state !== 'passed' && state !== 'excluded';

const rowsSql = (which: 'all' | 'some') => `
  select report.id as id,
    report.root_id = report.id and report.withdrawn_at is null
      and case $stage when 'full_text' then coalesce(earlier.state, '') = 'passed'
        else report.id not in (
          select report.root_id from removal cross join report on report.id = removal.report_id
          where removal.review_id = $reviewId and report.root_id is not null
            and ${isRemoval}) end as stands,
    coalesce(standing.state, 'unscreened') as state,
    case when $stage = 'full_text' and earlier.state = 'passed' then (
      select retrieval.outcome from retrieval join report as member on member.id = retrieval.report_id
      where member.root_id = report.id order by retrieval.id desc limit 1) end as retrieval,
    report.root_id as root
  from ${which === 'all' ? 'report' : 'json_each($ids) as wanted cross join report on report.id = wanted.value'}
  left join standing on standing.report_id = report.id and standing.stage = $stage
  left join standing as earlier
    on $stage = 'full_text' and earlier.report_id = report.id and earlier.stage = 'title_abstract'
  where report.review_id = $reviewId
  ${which === 'all' ? 'and report.root_id = report.id and report.withdrawn_at is null' : ''}`;

const answeredSql = `
  select report.root_id, vote.person_id
  from vote join report on report.id = vote.report_id
  where vote.review_id = $reviewId and vote.stage = $stage
  and not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)`;

/** The plus keeps SQLite, which knows no numbers of rows, from going through all votes of the review for each report. */
const givenSql = `
  select report.root_id as rootId, vote.report_id as reportId, vote.stage as stage,
    vote.person_id as personId, vote.answer as answer
  from json_each($ids) as wanted cross join report on report.root_id = wanted.value
  cross join vote on vote.report_id = report.id
  where +vote.review_id = $reviewId and vote.stage = $stage
  and not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)`;

const allSql = rowsSql('all');
const someSql = rowsSql('some');
