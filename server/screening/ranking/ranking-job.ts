/** Ranking in the background: again as answers come in, in the worker, never in anybody's way. */
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { job } from '../../../schema/jobs.ts';
import { type Stage, stages } from '../../../schema/screening.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, type JobHandler } from '../../platform/jobs/jobs.ts';
import { isDue, rankStage } from './runs.ts';

const Payload = z.object({ stage: z.enum(stages) });

/** Asks for a stage to be ranked again, when that is worth it and not yet asked for. */
export function rankAgain(context: Context, reviewId: number, stage: Stage): void {
  const waiting = context.db
    .select({ id: job.id })
    .from(job)
    .where(
      and(
        eq(job.kind, 'ranking'),
        eq(job.reviewId, reviewId),
        eq(job.state, 'queued'),
        sql`json_extract(${job.payload}, '$.stage') = ${stage}`,
      ),
    )
    .get();
  if (!waiting && isDue(context.db, { reviewId, stage }))
    enqueue(context, 'ranking', { reviewId, payload: { stage } });
}

export const rankingJob: JobHandler = async ({ db, job: row, now }) => {
  if (row.reviewId === null) return;
  const { stage } = Payload.parse(row.payload);
  const began = performance.now();
  const clock = { at: now(), elapsedMs: () => performance.now() - began };
  rankStage(db, { reviewId: row.reviewId, stage }, clock);
};
