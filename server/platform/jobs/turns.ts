/**
 * Turns at writing, between the web thread and its worker. SQLite lets one write at a time, and who waits only looks
 * again now and then: a worker that writes batch after batch would keep a reviewer's click waiting by chance. So the
 * web thread says that it wants to write, in memory that both see, and the worker lets it go first.
 */
import { isMainThread, workerData } from 'node:worker_threads';

type Shared = { turns?: SharedArrayBuffer } | null;

/** Given to the worker when it is started. */
export const turns = (workerData as Shared)?.turns ?? new SharedArrayBuffer(4);
const waiting = new Int32Array(turns);

/** The longest that a worker waits: a web thread that hangs must not stop the work. */
const waitMsMax = 200;

/** Says in the web thread that it wants to write, until the work is done. */
export function withTurn<T>(write: () => T): T {
  if (!isMainThread) return write();
  Atomics.add(waiting, 0, 1);
  try {
    return write();
  } finally {
    Atomics.sub(waiting, 0, 1);
    Atomics.notify(waiting, 0);
  }
}

/** Called by a worker between two writes. */
export function letOthersWrite(): void {
  if (isMainThread) return;
  const until = performance.now() + waitMsMax;
  for (let count = Atomics.load(waiting, 0); count > 0; count = Atomics.load(waiting, 0)) {
    const left = until - performance.now();
    if (left <= 0) return;
    Atomics.wait(waiting, 0, count, left);
  }
}
