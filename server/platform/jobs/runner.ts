/** Keeps one worker thread busy while jobs wait, so that the web thread never does heavy work. */
import { Worker } from 'node:worker_threads';
import { eq } from 'drizzle-orm';
import { job } from '../../../schema/jobs.ts';
import type { Db } from '../../db.ts';
import { fromSource } from '../../paths.ts';
import { requeueCrashed, requeueInterrupted } from './jobs.ts';
import { turns, workerEnded } from './turns.ts';

/** How often the queue is looked at. */
const lookEveryMs = 250;

export type Runner = { stop(): Promise<void> };

/**
 * Looks for waiting jobs and starts the worker when there are any. The worker opens its own connections, works
 * until the queue is empty, and ends.
 */
export function startRunner(db: Db, dataDir: string, onFailure: (error: Error) => void): Runner {
  requeueInterrupted(db);
  let worker: Worker | null = null;
  const look = () => {
    if (worker || !isWaiting(db)) return;
    // Another process may run jobs on the same data: only what this worker took is ever taken from it.
    let takenId: number | null = null;
    worker = startWorker(dataDir);
    worker.on('message', (jobId: number) => {
      takenId = jobId;
    });
    worker.on('error', onFailure);
    worker.on('exit', (code) => {
      worker = null;
      workerEnded();
      if (code !== 0 && takenId !== null) requeueCrashed(db, takenId, new Date().toISOString());
    });
  };
  const timer = setInterval(look, lookEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      worker?.removeAllListeners('exit');
      await worker?.terminate();
      workerEnded();
    },
  };
}

function isWaiting(db: Db): boolean {
  const waiting = eq(job.state, 'queued');
  return db.select({ id: job.id }).from(job).where(waiting).limit(1).get() !== undefined;
}

/** Compiled in production, through tsx from source (Node 20 cannot load TypeScript itself). */
function startWorker(dataDir: string): Worker {
  const workerData = { dataDir, turns };
  if (!fromSource) return new Worker(new URL('./worker.js', import.meta.url), { workerData });
  const source = new URL('../../worker.ts', import.meta.url).href;
  const viaTsx = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source}'); })`;
  return new Worker(viaTsx, { workerData, eval: true });
}
