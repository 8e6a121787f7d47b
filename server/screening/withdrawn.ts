/** Answers that were taken back stay and count no more. */
import { sql } from 'drizzle-orm';
import { voteWithdrawal } from '../../schema/screening-rules.ts';

/** True of a row of `vote`. */
export const isWithdrawn = sql`exists (
  select 1 from ${voteWithdrawal} as withdrawn where withdrawn.vote_id = vote.id)`;
