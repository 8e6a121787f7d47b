/** What each person said last of their own accord: what agreement, on the pilot and on all, is measured on. */
import type { Answer, Stage } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';
import { type DatedVote, withoutClashes } from '../votes/clashes.ts';

export type OwnAnswer = { rootId: number; personId: number; answer: Answer };

export type Among = { reviewId: number; stage: Stage; rootIds?: readonly number[] };

/**
 * An answer given after the publication was settled is no longer independent, one that was taken back is none, and
 * whoever said two things of records that turned out to be one is undecided until asked again.
 */
export const ownAnswers = (db: Db, among: Among): OwnAnswer[] => lastOf(db, among, independentOnly);

/** Who has answered what, whether before or after it was settled. */
export const answersNow = (db: Db, among: Among): OwnAnswer[] => lastOf(db, among, '');

/** Later answers of a person take the place of earlier ones. */
function lastOf(db: Db, { reviewId, stage, rootIds }: Among, which: string): OwnAnswer[] {
  const text = saidSql(rootIds === undefined ? ofReview : ofThese, which);
  const ids = rootIds === undefined ? null : JSON.stringify(rootIds);
  const rows = statement(db, text).all({ reviewId, stage, ids }) as (OwnAnswer & DatedVote)[];
  const last = new Map<string, OwnAnswer>();
  for (const { rootId, personId, answer } of withoutClashes(db, rows, endOfTime))
    last.set(`${rootId} ${personId}`, { rootId, personId, answer });
  return [...last.values()];
}

/** Later than any moment: as things are now. */
const endOfTime = '9999';

const ofReview = 'vote join report on report.id = vote.report_id and @ids is null';
const ofThese = `report join vote on vote.report_id = report.id
    and report.root_id in (select value from json_each(@ids))`;
const independentOnly = `and not exists (
    select 1 from adjudication join report as settled on settled.id = adjudication.report_id
    where settled.root_id = report.root_id and adjudication.stage = vote.stage
      and adjudication.at < vote.at)`;
const saidSql = (from: string, which: string) => `
  select report.root_id as rootId, vote.report_id as reportId, vote.person_id as personId,
    vote.answer, vote.at
  from ${from}
  where vote.review_id = @reviewId and vote.stage = @stage and report.root_id is not null
    and not exists (select 1 from vote_withdrawal where vote_withdrawal.vote_id = vote.id) ${which}
  order by vote.id`;
