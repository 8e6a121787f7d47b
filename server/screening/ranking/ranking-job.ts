/** Ranking in the background: again as answers come in, in the worker, never in anybody's way. */
import { z } from 'zod';
import { type Stage, stages } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, type JobHandler } from '../../platform/jobs/jobs.ts';
import type { Place } from './answers.ts';
import { repeatAndLog } from './repeats.ts';
import { isDue, latestRun, rankStage } from './runs.ts';

const Payload = z.union([
  z.object({ stage: z.enum(stages) }),
  z.object({ repeats: z.number().int() }),
]);

/** Asks for a stage to be ranked again, when that is worth it and not yet asked for. */
export function rankAgain(
  context: Context,
  reviewId: number,
  stage: Stage,
  { isForced = false } = {},
): void {
  const place = { reviewId, stage };
  if (isRankingWaiting(context.db, place)) return;
  if (isForced || (isDue(context.db, place) && !isSoonRanked(context.db, place)))
    enqueue(context, 'ranking', { reviewId, payload: { stage } });
}

/**
 * While a file is being read in, each ranking would read all texts again, more every time; what there is stands until
 * all of it is there.
 */
const isSoonRanked = (db: Db, place: Place): boolean =>
  statement(db, readingSql).get(place) !== undefined;

const readingSql = `select 1 from import_batch
  where review_id = @reviewId and state = 'running' and undone_at is null
    and exists (select 1 from ranking_run where review_id = @reviewId and stage = @stage) limit 1`;

export const isRankingWaiting = (db: Db, place: Place): boolean =>
  statement(db, waitingSql).get(place) !== undefined;

const waitingSql = `select 1 from job where state = 'queued' and kind = 'ranking'
  and review_id = @reviewId and json_extract(payload, '$.stage') = @stage limit 1`;

/** After an import: what is new takes its place among what was ranked. */
export function rankNewcomers(context: Context, reviewId: number): void {
  for (const stage of stages)
    if (latestRun(context.db, { reviewId, stage }))
      rankAgain(context, reviewId, stage, { isForced: true });
}

export const rankingJob: JobHandler = async ({ db, job: row, now }) => {
  if (row.reviewId === null) return;
  const asked = Payload.parse(row.payload);
  if ('repeats' in asked) return repeatAndLog(db, asked.repeats, { personId: row.personId, now });
  const began = performance.now();
  const clock = { at: now(), elapsedMs: () => performance.now() - began };
  rankStage(db, { reviewId: row.reviewId, stage: asked.stage }, clock);
};
