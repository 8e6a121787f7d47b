/** Keeps the database's log short without a click that waits for it. */
import { join } from 'node:path';
import type { Connection } from '../db.ts';
import { startThread } from './threads.ts';

/** Pages of the log that the web thread lets come together before it moves them itself: hardly ever. */
const webPagesMax = 24_000;

export function startCheckpoints(
  db: Connection,
  dataDir: string,
  onFailure: (error: Error) => void,
): { stop(): Promise<unknown> } {
  db.$client.pragma(`wal_autocheckpoint = ${webPagesMax}`);
  const file = join(dataDir, 'review.db');
  const thread = startThread('checkpoint-thread', { file });
  thread.on('error', onFailure);
  return { stop: () => thread.terminate() };
}
