/** Ranking in the background: again as answers come in, in the worker, never in anybody's way. */
import { z } from 'zod';
import { type Stage, stages } from '../../../schema/screening.ts';
import { statement } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, type JobHandler } from '../../platform/jobs/jobs.ts';
import { isDue, rankStage } from './runs.ts';

const Payload = z.object({ stage: z.enum(stages) });

/** Asks for a stage to be ranked again, when that is worth it and not yet asked for. */
export function rankAgain(context: Context, reviewId: number, stage: Stage): void {
  const waiting = statement(context.db, waitingSql).get({ reviewId, stage });
  if (!waiting && isDue(context.db, { reviewId, stage }))
    enqueue(context, 'ranking', { reviewId, payload: { stage } });
}

const waitingSql = `select 1 from job where state = 'queued' and kind = 'ranking'
  and review_id = @reviewId and json_extract(payload, '$.stage') = @stage limit 1`;

export const rankingJob: JobHandler = async ({ db, job: row, now }) => {
  if (row.reviewId === null) return;
  const { stage } = Payload.parse(row.payload);
  const began = performance.now();
  const clock = { at: now(), elapsedMs: () => performance.now() - began };
  rankStage(db, { reviewId: row.reviewId, stage }, clock);
};
