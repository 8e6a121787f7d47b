/** What a ranking learns from: what has been said of each publication up to a moment, as one number. */
import type { Answer, Stage } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';
import { withoutClashes } from '../votes/clashes.ts';
import { finalVotes } from '../votes/outcome.ts';

export type Place = { reviewId: number; stage: Stage };

/** The last answers that count; with `at`, answers taken back later still count. */
export type Moment = { lastVoteId: number; lastAdjudicationId: number; at: string };

/** A maybe speaks for a publication, but half as loud. */
const said: Record<Answer, number> = { include: 1, maybe: 0.5, exclude: -1 };
/** Those who disagree leave it likelier than not, and little certain. */
const disagreed = 0.25;

export function lastAnswers(db: Db, at: string): Moment {
  const row = statement(
    db,
    `select coalesce((select max(id) from vote), 0) as lastVoteId,
      coalesce((select max(id) from adjudication), 0) as lastAdjudicationId`,
  ).get() as Omit<Moment, 'at'>;
  return { ...row, at };
}

/**
 * By root report: from -1, certainly not relevant, to 1, certainly relevant. Who said two things of records that turned
 * out to be one is asked again, and has said nothing yet.
 */
export function answersUntil(db: Db, place: Place, moment: Moment): Map<number, number> {
  const asked = { ...place, ...moment };
  const votes = statement(db, votesSql).all(asked) as StoredVote[];
  const byRoot = new Map<number, StoredAnswer[]>();
  for (const row of withoutClashes(db, votes, moment.at)) {
    const known = byRoot.get(row.rootId);
    if (known) known.push(row);
    else byRoot.set(row.rootId, [row]);
  }
  const values = new Map<number, number>();
  for (const [rootId, rows] of byRoot) values.set(rootId, valueFor(finalVotes(rows)));
  const settled = statement(db, adjudicationsSql).all(asked) as StoredAnswer[];
  for (const { rootId, answer } of settled) values.set(rootId, said[answer]);
  return values;
}

type StoredAnswer = { id: number; rootId: number; personId: number; answer: Answer };
type StoredVote = StoredAnswer & { reportId: number; at: string };

function valueFor(rows: StoredAnswer[]): number {
  const mean = rows.reduce((sum, { answer }) => sum + said[answer], 0) / rows.length;
  const isMixed = rows.some(({ answer }) => answer === 'exclude') && mean > -1;
  return isMixed ? disagreed : mean;
}

const votesSql = `select vote.id, report.root_id as rootId, vote.report_id as reportId,
    vote.person_id as personId, vote.answer, vote.at
  from vote join report on report.id = vote.report_id
  where vote.review_id = @reviewId and vote.stage = @stage and vote.id <= @lastVoteId
    and report.root_id is not null
    and not exists (select 1 from vote_withdrawal as withdrawn
      where withdrawn.vote_id = vote.id and withdrawn.at <= @at)
  order by vote.id`;

const adjudicationsSql = `select adjudication.id, report.root_id as rootId,
    adjudication.person_id as personId, adjudication.answer
  from adjudication join report on report.id = adjudication.report_id
  where adjudication.review_id = @reviewId and adjudication.stage = @stage
    and adjudication.id <= @lastAdjudicationId and report.root_id is not null
    and not exists (select 1 from adjudication_withdrawal as withdrawn
      where withdrawn.adjudication_id = adjudication.id and withdrawn.at <= @at)
  order by adjudication.id`;

export const lastVoteId = (db: Db): number =>
  (statement(db, 'select coalesce(max(id), 0) as id from vote').get() as { id: number }).id;

/** How many answers came after a vote; no more than `max` are counted. */
export function answersSince(db: Db, place: Place, voteId: number, max: number): number {
  const row = statement(
    db,
    `select count(*) as n from (select 1 from vote where id > @voteId
      and review_id = @reviewId and stage = @stage limit @max)`,
  ).get({ ...place, voteId, max }) as { n: number };
  return row.n;
}
