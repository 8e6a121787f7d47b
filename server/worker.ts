/** A worker thread: opens the databases, does what waits in its lane, ends when nothing does. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { jobHandlers } from './job-handlers.ts';
import { type Lane, lanes, runNext } from './platform/jobs/jobs.ts';
import { stepBack } from './platform/jobs/step-back.ts';
import { hasReadTexts } from './screening/ranking/order.ts';
import { openStorage } from './storage.ts';

const Given = z.object({ dataDir: z.string(), lane: z.enum(Object.keys(lanes) as Lane[]) });
const { dataDir, lane } = Given.parse(workerData);
// A ranking is worked out as answers come in, a report is written beside them: neither must be in their way.
if (lane !== 'long') stepBack();
const { db, searchDb } = openStorage(dataDir);
const now = () => new Date().toISOString();
const about = { lane, onTaken: (jobId: number) => parentPort?.postMessage(jobId) };
const lookEveryMs = 250;
/** While answers come in, a ranking is soon asked for again: what was read for the last one is kept that long. */
const lingersMs = 60_000;
/**
 * A worker of the quick lane rests this many times as long as it has worked: where answers come in by the hundred a
 * second, there is always a ranking to be made again, and it would take a processor from those who answer.
 */
const restShare = 9;
const restMsMax = 5_000;

async function work(): Promise<boolean> {
  const began = performance.now();
  const hasWorked = await runNext({ db, searchDb, dataDir, now }, jobHandlers, about);
  const restMs = Math.min(restMsMax, restShare * (performance.now() - began));
  if (hasWorked && lane === 'quick') await sleep(restMs);
  return hasWorked;
}

for (let idleMs = 0; idleMs <= (hasReadTexts() ? lingersMs : 0); idleMs += lookEveryMs) {
  while (await work()) idleMs = 0;
  if (hasReadTexts()) await sleep(lookEveryMs);
}
db.$client.close();
searchDb.close();
