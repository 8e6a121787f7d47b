/** Much work in many short transactions: whoever clicks meanwhile waits for one of them at most. */
import { setTimeout } from 'node:timers/promises';
import { type Db, driverOf } from '../../db.ts';
import { letOthersWrite } from './turns.ts';

/** How long a transaction may take, and so how long a click waits behind one. */
const writeMs = 20;
export const firstBatch = 10;
/** Each transaction has its own cost; on a slow or busy machine it is worth it. */
const batchMin = 10;
const batchMax = 500;
const pauseMs = 1;

/** As many as are written in the time that one who waits for the database hardly notices. */
export function nextSize(written: number, tookMs: number): number {
  const wanted = Math.round((written * writeMs) / Math.max(1, tookMs));
  return Math.min(batchMax, Math.max(batchMin, wanted));
}

/** How often what was written is moved from the log into the file. */
const moveEveryMs = 2000;
let movedAt = 0;

/** Whoever wants to write between two batches gets a turn; the log is kept short while nobody waits for that. */
export async function pauseBetween(db: Db): Promise<void> {
  letOthersWrite();
  if (performance.now() - movedAt > moveEveryMs) {
    driverOf(db).pragma('wal_checkpoint(PASSIVE)');
    movedAt = performance.now();
  }
  await setTimeout(pauseMs);
}

/**
 * Power lost in the middle takes the last batches along, and they are written again: no batch has to wait for the disk.
 * What somebody else commits meanwhile on a connection of its own is flushed with everything before it.
 */
export async function withoutFlushing(db: Db, work: () => Promise<void>): Promise<void> {
  const driver = driverOf(db);
  const before = {
    synchronous: driver.pragma('synchronous', { simple: true }),
    cache_size: driver.pragma('cache_size', { simple: true }),
    temp_store: driver.pragma('temp_store', { simple: true }),
  };
  driver.pragma('synchronous = NORMAL');
  // Keys fall anywhere in their index, which must not be read from the disk again for each.
  driver.pragma('cache_size = -65536');
  // What a statement may have to take back is remembered page by page: not in a file of its own.
  driver.pragma('temp_store = MEMORY');
  try {
    await work();
  } finally {
    for (const [name, value] of Object.entries(before)) driver.pragma(`${name} = ${value}`);
  }
}
