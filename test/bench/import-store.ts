/**
 * The second half of `npm run bench -- import`: how fast a file is stored, and how long a click waits meanwhile. Run by
 * itself: `npm run bench -- import-store FILE...`.
 */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openFile } from '../../import/files/open.ts';
import { person } from '../../schema/accounts.ts';
import { review } from '../../schema/reviews.ts';
import type { Connection, SearchDb } from '../../server/db.ts';
import { inTransaction } from '../../server/platform/context.ts';
import { startRunner } from '../../server/platform/jobs/runner.ts';
import { storeFile } from '../../server/records/files.ts';
import { createImport, findImport } from '../../server/records/imports.ts';
import { indexReports } from '../../server/records/report-index.ts';
import { prepareStorage } from '../../server/storage.ts';

export type StoreFigures = {
  records: number;
  parseSeconds: number;
  storeSeconds: number;
  /** Of plain FTS5 over the same titles and abstracts, and of the index that teams search: seconds of CPU. */
  plainIndexSeconds: number;
  indexSeconds: number;
  /** The longest and the 99th of 100 that a write in the web thread waited meanwhile. */
  waitMsMax: number;
  waitMs99: number;
  memoryMb: number;
};

/** Stores a file as the server does: a worker of its own, while somebody clicks every 50 ms. */
export async function measureStore(file: string): Promise<StoreFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
  try {
    const parseSeconds = await parse(file);
    const { db, searchDb } = prepareStorage(dataDir);
    const { context, reviewId } = prepare(db);
    const { hash: fileHash, bytes } = await storeFile(dataDir, createReadStream(file));
    const about = { reviewId, searchRunId: null, fileName: file, format: null };
    const runner = startRunner(db, dataDir, (error) => process.stderr.write(`${error.stack}\n`));
    const started = performance.now();
    const { importId } = createImport(context, { ...about, fileHash, fileBytes: bytes });
    const waits = await clickUntilDone(db, reviewId, importId);
    const storeSeconds = (performance.now() - started) / 1000;
    await runner.stop();
    const records = findImport(db, reviewId, importId)?.declared ?? 0;
    const plainIndexSeconds = plainIndex(db);
    const indexSeconds = await measureIndex({ db, searchDb });
    searchDb.close();
    db.$client.close();
    const sorted = waits.sort((a, b) => a - b);
    const waitMs99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
    const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
    const waited = { waitMsMax: sorted.at(-1) ?? 0, waitMs99 };
    const seconds = { parseSeconds, storeSeconds, plainIndexSeconds, indexSeconds };
    return { records, ...seconds, ...waited, memoryMb };
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

async function parse(file: string): Promise<number> {
  const started = performance.now();
  const opened = await openFile(file);
  if (opened.kind !== 'opened') throw new Error(`${file} is no file of references`);
  let pieces = 0;
  for await (const _ of opened.pieces) pieces += 1;
  return pieces === 0 ? 0 : (performance.now() - started) / 1000;
}

function prepare(db: Connection) {
  const at = new Date().toISOString();
  const { id: personId } = db
    .insert(person)
    .values({ email: 'bench@example.org', name: 'Bench' })
    .returning({ id: person.id })
    .get();
  const { id: reviewId } = db
    .insert(review)
    .values({ slug: 'bench', title: { en: 'Bench' } })
    .returning({ id: review.id })
    .get();
  return { reviewId, context: { db, actor: { personId }, at } };
}

/** @returns how long each write took that was asked for meanwhile, in milliseconds. */
async function clickUntilDone(db: Connection, reviewId: number, importId: number) {
  const waits: number[] = [];
  const context = { db, actor: null, at: new Date().toISOString() };
  for (;;) {
    const state = findImport(db, reviewId, importId)?.state;
    if (state === 'failed') throw new Error('The import failed');
    if (state === 'done') return waits;
    const started = performance.now();
    inTransaction(context, (tx) =>
      tx.db
        .update(person)
        .set({ name: `Bench ${waits.length}` })
        .run(),
    );
    waits.push(performance.now() - started);
    await setTimeout(50);
  }
}

/** As the import's own job does it once it has stored them: read, stemmed, indexed. */
async function measureIndex(databases: { db: Connection; searchDb: SearchDb }): Promise<number> {
  databases.db.$client.exec('insert into report_to_index (report_id) select id from report');
  databases.searchDb.exec("insert into report_text (report_text) values ('delete-all')");
  databases.searchDb.exec('delete from report_word; delete from report_form');
  const started = cpuSeconds();
  await indexReports(databases);
  return cpuSeconds() - started;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** What SQLite's own full-text index takes for the same text, in batches of its own. */
function plainIndex(db: Connection): number {
  const sqlite = db.$client;
  const started = cpuSeconds();
  sqlite.exec('create virtual table temp.plain using fts5(title, abstract)');
  sqlite.exec(`insert into temp.plain (rowid, title, abstract)
    select id, title, json_extract(reference, '$.abstract') from report`);
  return cpuSeconds() - started;
}

export function printStore(figures: StoreFigures): string {
  const { records, parseSeconds, storeSeconds, plainIndexSeconds, indexSeconds } = figures;
  const perSecond = (seconds: number) => Math.round(records / seconds).toLocaleString('en');
  return [
    `${records} records: parsed ${perSecond(parseSeconds)}/s, stored ${perSecond(storeSeconds)}/s`,
    `  stored in ${(storeSeconds / parseSeconds).toFixed(1)} times the time of parsing`,
    `  made searchable in ${indexSeconds.toFixed(2)} s of CPU, ${(indexSeconds / plainIndexSeconds).toFixed(1)} ` +
      `times plain FTS5 over titles and abstracts`,
    `  a click waited ${figures.waitMsMax.toFixed(0)} ms at most, ${figures.waitMs99.toFixed(0)} ms at the 99th of 100`,
    `  memory at its highest ${figures.memoryMb} MB`,
  ].join('\n');
}

if (process.argv[2] === 'import-store')
  for (const file of process.argv.slice(3))
    process.stdout.write(`${printStore(await measureStore(file))}\n`);
