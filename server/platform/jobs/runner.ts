/** Keeps a worker thread busy in each lane while jobs wait, so that the web thread never does heavy work. */
import type { Worker } from 'node:worker_threads';
import type { Db } from '../../db.ts';
import { startThread } from '../threads.ts';
import { isWaiting, type Lane, lanes, requeueCrashed, requeueInterrupted } from './jobs.ts';
import { turns, workerEnded } from './turns.ts';

/** How often the queue is looked at. */
const lookEveryMs = 250;

export type Runner = { stop(): Promise<void> };

/**
 * Looks for waiting jobs and starts a lane's worker when there are any. A worker opens its own connections, works
 * until nothing waits in its lane, and ends.
 */
export function startRunner(db: Db, dataDir: string, onFailure: (error: Error) => void): Runner {
  requeueInterrupted(db);
  const all = (Object.keys(lanes) as Lane[]).map((lane) => laneOf(db, dataDir, lane, onFailure));
  const timer = setInterval(() => {
    for (const lane of all) lane.look();
  }, lookEveryMs);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(all.map((lane) => lane.stop()));
    },
  };
}

function laneOf(db: Db, dataDir: string, lane: Lane, onFailure: (error: Error) => void) {
  let worker: Worker | null = null;
  return {
    look() {
      if (worker || !isWaiting(db, { lane })) return;
      // Another process may run jobs on the same data: only what this worker took is ever taken from it.
      let takenId: number | null = null;
      worker = startThread('worker', { dataDir, turns, lane });
      worker.on('message', (jobId: number) => {
        takenId = jobId;
      });
      worker.on('error', onFailure);
      worker.on('exit', (code) => {
        worker = null;
        workerEnded(lane);
        if (code !== 0 && takenId !== null) requeueCrashed(db, takenId, new Date().toISOString());
      });
    },
    async stop() {
      worker?.removeAllListeners('exit');
      await worker?.terminate();
      workerEnded(lane);
    },
  };
}
