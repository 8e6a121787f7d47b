/**
 * Turns at writing, between the web thread and its worker. SQLite lets one write at a time, and who waits only looks
 * again now and then: a worker that writes batch after batch would keep a reviewer's click waiting by chance, on a busy
 * machine until SQLite gives up. So both say in memory that they see both what they do: the web thread that it wants to
 * write, the worker that it writes. The web thread goes next, as soon as the batch that is being written is.
 */
import { isMainThread, workerData } from 'node:worker_threads';

type Shared = { turns?: SharedArrayBuffer } | null;

/** Given to the worker when it is started. */
export const turns = (workerData as Shared)?.turns ?? new SharedArrayBuffer(8);
const state = new Int32Array(turns);
/** Writes of the web thread that are wanted or going on; whether the worker writes. */
const wanted = 0;
const worked = 1;

/** The longest that one waits for the other: a thread that hangs or is gone must not stop the work. */
const waitMsMax = 1000;

/** Writes within a write are one. */
let depth = 0;

/** Takes its turn, for as long as the work is being done. */
export function withTurn<T>(write: () => T): T {
  if (depth > 0) return write();
  depth += 1;
  if (isMainThread) claimTurn();
  else takeTurn();
  try {
    return write();
  } finally {
    depth -= 1;
    release();
  }
}

function claimTurn(): void {
  Atomics.add(state, wanted, 1);
  waitUntilNone(worked);
}

/** Says that it writes before it looks whether anybody wants to: of two at once, one always sees the other. */
function takeTurn(): void {
  for (const until = performance.now() + waitMsMax; ; ) {
    Atomics.store(state, worked, 1);
    if (Atomics.load(state, wanted) === 0 || performance.now() > until) return;
    workerEnded();
    waitUntilNone(wanted);
  }
}

function release(): void {
  if (isMainThread) {
    Atomics.sub(state, wanted, 1);
    Atomics.notify(state, wanted);
  } else workerEnded();
}

/** Whoever ends in the middle of a write does not say so itself. */
export function workerEnded(): void {
  Atomics.store(state, worked, 0);
  Atomics.notify(state, worked);
}

/** Called by a worker between two writes that take no turn. */
export function letOthersWrite(): void {
  if (!isMainThread) waitUntilNone(wanted);
}

function waitUntilNone(which: typeof wanted | typeof worked): void {
  const until = performance.now() + waitMsMax;
  for (let count = Atomics.load(state, which); count > 0; count = Atomics.load(state, which)) {
    const left = until - performance.now();
    if (left <= 0) return;
    Atomics.wait(state, which, count, left);
  }
}
