/** Archives as files: each for the one who asked for it, who knows what of others' unfinished work is in it. */
import { z } from 'zod';
import type { Db } from '../../db.ts';
import type { PersonalContext } from '../../platform/context.ts';
import { enqueue, type JobRow } from '../../platform/jobs/jobs.ts';
import { isMade, jobsThatMake, keepMade, lastChange } from '../made-files.ts';
import type { archiveStream } from './write.ts';

/** `change`: the last that had been changed in the review when the archive was asked for. */
const Asked = z.object({ change: z.number() });
type Store = { db: Db; dataDir: string };

/** One person's of a review, the latest first. */
export const archivesFor = (db: Db, reviewId: number, personId: number): JobRow[] =>
  jobsThatMake(db, 'archive', reviewId).filter((row) => row.personId === personId);

/** The number of the job: of a new one, or of one that still waits. */
export function askForArchive(context: PersonalContext, reviewId: number): number {
  const { db, actor } = context;
  const waiting = archivesFor(db, reviewId, actor.personId).find(({ state }) => state === 'queued');
  if (waiting) return waiting.id;
  const payload = { change: lastChange(db, reviewId) };
  return enqueue(context, 'archive', { reviewId, payload }).id;
}

/** Nothing has been changed since it was asked for. */
export const isAsTheReviewIs = (db: Db, reviewId: number, { payload }: JobRow): boolean =>
  Asked.parse(payload).change === lastChange(db, reviewId);

/** The latest that can be handed out to one who asked for it. */
export const readyArchive = ({ db, dataDir }: Store, reviewId: number, personId: number) =>
  archivesFor(db, reviewId, personId).find((row) => isMade(dataDir, 'archive', row));

export const keepArchive = (
  store: Store,
  own: JobRow,
  content: ReturnType<typeof archiveStream>,
): Promise<void> =>
  keepMade(store, 'archive', own, content, ({ personId }) => personId === own.personId);
