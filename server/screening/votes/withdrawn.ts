/** Answers that were taken back stay and count no more. */
import { sql } from 'drizzle-orm';
import { adjudicationWithdrawal } from '../../../schema/brought.ts';
import { adjudication } from '../../../schema/screening.ts';
import { voteWithdrawal } from '../../../schema/screening-rules.ts';

/** True of a row of `vote`. */
export const isWithdrawn = sql`exists (
  select 1 from ${voteWithdrawal} as withdrawn where withdrawn.vote_id = vote.id)`;

/** True of a row of `adjudication`. */
export const isTakenBack = sql`exists (
  select 1 from ${adjudicationWithdrawal} as taken_back
  where taken_back.adjudication_id = ${adjudication.id})`;
