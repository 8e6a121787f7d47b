/** A click and a ranking come before the next batch of long work, however fast a worker writes one after the other. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Lane } from '../server/platform/jobs/jobs.ts';
import { turns, withTurn } from '../server/platform/jobs/turns.ts';
import { Database } from '../server/sqlite.ts';
import { freshFolder } from './data-folder.ts';

const url = (path: string) => new URL(path, import.meta.url).href;
/** A worker that writes `work` within its turns. */
const worker = (work: string) => `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(async ({ register }) => {
    register();
    const { withTurn } = await import('${url('../server/platform/jobs/turns.ts')}');
    const { Database } = await import('${url('../server/sqlite.ts')}');
    const counts = new Int32Array(workerData.counts);
    const db = new Database(workerData.file);
    db.pragma('busy_timeout = 5000');
    ${work}
    db.close();
  });`;
const [batches, stop, longest] = [0, 1, 2];

/** Writes without a pause until it is told to stop, and counts. */
const long = worker(
  `const work = db.transaction(() => {
      Atomics.add(counts, ${batches}, 1);
      const until = performance.now() + 20;
      while (performance.now() < until);
    });
    while (Atomics.load(counts, ${stop}) === 0) withTurn(() => work.immediate());`,
);

/** Writes now and then, and keeps for how many batches it waited at most. */
const quick = worker(
  `const write = db.transaction(() => db.exec('insert into click values (2)'));
    for (let writes = 0; writes < 30; writes += 1) {
      const before = Atomics.load(counts, ${batches});
      withTurn(() => {
        write.immediate();
        const waited = Atomics.load(counts, ${batches}) - before;
        if (waited > Atomics.load(counts, ${longest})) Atomics.store(counts, ${longest}, waited);
      });
      await new Promise((resolve) => setTimeout(resolve, 7));
    }`,
);

async function whileWorkGoesOn(act: (file: string, counts: Int32Array) => Promise<void>) {
  const folder = freshFolder();
  const file = join(folder, 'some.db');
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec('create table click (n)');
  db.close();
  const counts = new Int32Array(new SharedArrayBuffer(12));
  const writer = start(long, 'long', file, counts);
  while (Atomics.load(counts, batches) < 3) await setTimeout(10);
  await act(file, counts);
  Atomics.store(counts, stop, 1);
  await new Promise((resolve) => writer.on('exit', resolve));
}

const start = (code: string, lane: Lane, file: string, counts: Int32Array) =>
  new Worker(code, { eval: true, workerData: { counts: counts.buffer, file, turns, lane } });

test('a click waits for one batch of a worker at most', async () => {
  const waited: number[] = [];
  await whileWorkGoesOn(async (file, counts) => {
    const db = new Database(file);
    db.pragma('busy_timeout = 5000');
    const click = db.transaction(() => db.exec('insert into click values (1)'));
    for (let clicks = 0; clicks < 30; clicks += 1) {
      const before = Atomics.load(counts, batches);
      withTurn(() => {
        click.immediate();
        waited.push(Atomics.load(counts, batches) - before);
      });
      await setTimeout(7);
    }
    db.close();
  });
  expect(Math.max(...waited)).toBeLessThanOrEqual(1);
});

test('so does a worker with quick work', async () => {
  await whileWorkGoesOn(async (file, counts) => {
    const other = start(quick, 'quick', file, counts);
    expect(await new Promise((resolve) => other.on('exit', resolve))).toBe(0);
    expect(Atomics.load(counts, longest)).toBeLessThanOrEqual(1);
  });
});
