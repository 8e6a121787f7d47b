/** The worker thread: opens the databases, does what waits in the queue, ends when it is empty. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { jobHandlers } from './job-handlers.ts';
import { runNext } from './platform/jobs/jobs.ts';
import { openStorage } from './storage.ts';

const { dataDir } = z.object({ dataDir: z.string() }).parse(workerData);
const { db, searchDb } = openStorage(dataDir);
const now = () => new Date().toISOString();
const onTaken = (jobId: number) => parentPort?.postMessage(jobId);
while (await runNext({ db, searchDb, dataDir, now }, jobHandlers, onTaken)) {
  // Each turn does one job.
}
db.$client.close();
searchDb.close();
