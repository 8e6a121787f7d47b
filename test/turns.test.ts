/** A click comes before the next batch of work, however fast the worker writes one after the other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { turns, withTurn } from '../server/platform/jobs/turns.ts';
import { Database } from '../server/sqlite.ts';

const url = (path: string) => new URL(path, import.meta.url).href;
/** Writes without a pause until it is told to stop, and counts. */
const worker = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(async ({ register }) => {
    register();
    const { withTurn } = await import('${url('../server/platform/jobs/turns.ts')}');
    const { Database } = await import('${url('../server/sqlite.ts')}');
    const counts = new Int32Array(workerData.counts);
    const db = new Database(workerData.file);
    db.pragma('busy_timeout = 5000');
    const work = db.transaction(() => {
      Atomics.add(counts, 0, 1);
      const until = performance.now() + 20;
      while (performance.now() < until);
    });
    while (Atomics.load(counts, 1) === 0) withTurn(() => work.immediate());
    db.close();
  });`;

test('a click waits for one batch of a worker at most', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'underlag-turns-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'some.db');
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('busy_timeout = 5000');
  db.exec('create table click (n)');
  const shared = new SharedArrayBuffer(8);
  const [batches, stop] = [0, 1];
  const counts = new Int32Array(shared);
  const writer = new Worker(worker, { eval: true, workerData: { counts: shared, file, turns } });
  while (Atomics.load(counts, batches) < 3) await setTimeout(10);
  const waited: number[] = [];
  const click = db.transaction(() => db.exec('insert into click values (1)'));
  for (let clicks = 0; clicks < 30; clicks += 1) {
    const before = Atomics.load(counts, batches);
    withTurn(() => {
      click.immediate();
      waited.push(Atomics.load(counts, batches) - before);
    });
    await setTimeout(7);
  }
  Atomics.store(counts, stop, 1);
  await new Promise((resolve) => writer.on('exit', resolve));
  db.close();
  expect(Math.max(...waited)).toBeLessThanOrEqual(1);
});
