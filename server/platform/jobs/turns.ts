/**
 * Turns at writing, between the web thread and its workers. SQLite lets one write at a time, and who waits only looks
 * again now and then: a worker that writes batch after batch would keep a reviewer's click waiting by chance, on a busy
 * machine until SQLite gives up. So all say in memory that they all see what they do: the web thread and the workers with
 * quick work that they want to write, the worker with long work that it writes. Who wants to goes next, as soon as the
 * batch that is being written is.
 */
import { isMainThread, workerData } from 'node:worker_threads';
import type { Lane } from './jobs.ts';

const shared = workerData as { turns?: SharedArrayBuffer; lane?: Lane } | null;
const places = { web: 0, quick: 1, long: 2, written: 3 } as const;
type Writer = keyof typeof places;
const first: readonly Writer[] = ['web', 'quick', 'written'];

const own: Writer = isMainThread ? 'web' : (shared?.lane ?? 'long');
/** Given to a worker when it is started. By place: 1 while that writer writes or, of those who go first, wants to. */
export const turns = shared?.turns ?? new SharedArrayBuffer(16);
const state = new Int32Array(turns);

/** The longest that one waits for the other: a thread that hangs or is gone must not stop the work. */
const waitMsMax = 1000;

/** Writes within a write are one. */
let depth = 0;

/** Takes its turn, for as long as the work is being done. */
export function withTurn<T>(write: () => T): T {
  if (depth > 0) return write();
  depth += 1;
  if (own === 'long') takeTurn();
  else claimTurn();
  try {
    return write();
  } finally {
    depth -= 1;
    ended(own);
  }
}

/** Two who go first at once are brief: SQLite parts them. */
function claimTurn(): void {
  Atomics.store(state, places[own], 1);
  waitFor('long');
}

/** Says that it writes before it looks whether anybody wants to: of two at once, one always sees the other. */
function takeTurn(): void {
  for (const until = performance.now() + waitMsMax; ; ) {
    Atomics.store(state, places[own], 1);
    const isWanted = first.some((writer) => Atomics.load(state, places[writer]) === 1);
    if (!isWanted || performance.now() > until) return;
    ended(own);
    letOthersWrite();
  }
}

function ended(writer: Writer): void {
  Atomics.store(state, places[writer], 0);
  Atomics.notify(state, places[writer]);
}

/** Whoever ends in the middle of a write does not say so itself. */
export const workerEnded = (lane: Lane): void => ended(lane);

/** Called by a worker between two writes that take no turn. */
export function letOthersWrite(): void {
  if (own === 'long') for (const writer of first) waitFor(writer);
}

function waitFor(writer: Writer): void {
  const until = performance.now() + waitMsMax;
  while (Atomics.load(state, places[writer]) === 1) {
    const left = until - performance.now();
    if (left <= 0) return;
    Atomics.wait(state, places[writer], 1, left);
  }
}
