/**
 * Stores one file as the server does, by a worker of its own, while somebody clicks every 50 ms; then indexes it anew.
 * In a process of its own: prints what it measured.
 */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { person } from '../../../schema/accounts.ts';
import { review } from '../../../schema/reviews.ts';
import type { Connection, SearchDb } from '../../../server/db.ts';
import { inTransaction } from '../../../server/platform/context.ts';
import { startRunner } from '../../../server/platform/jobs/runner.ts';
import { storeFile } from '../../../server/records/imports/files.ts';
import { createImport, findImport } from '../../../server/records/imports/imports.ts';
import { indexReports } from '../../../server/records/reports/report-index.ts';
import { prepareStorage } from '../../../server/storage.ts';

export type Stored = {
  records: number;
  seconds: number;
  cpuSeconds: number;
  /** Seconds of CPU: plain FTS5 over the same titles and abstracts, and the index that teams search. */
  plainIndexSeconds: number;
  indexSeconds: number;
  /** The longest and the 99th of 100 that a write in the web thread waited meanwhile. */
  waitMsMax: number;
  waitMs99: number;
  megabytes: number;
};

const [file = ''] = process.argv.slice(2);
const dataDir = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`);
} finally {
  rmSync(dataDir, { recursive: true });
}

async function measure(): Promise<Stored> {
  const { db, searchDb } = prepareStorage(dataDir);
  const { context, reviewId } = prepare(db);
  const { hash: fileHash, bytes } = await storeFile(dataDir, createReadStream(file));
  const about = { reviewId, searchRunId: null, fileName: file, format: null };
  const runner = startRunner(db, dataDir, (error) => process.stderr.write(`${error.stack}\n`));
  const [started, cpuStarted] = [performance.now(), cpuSeconds()];
  const { importId } = createImport(context, { ...about, fileHash, fileBytes: bytes });
  const waits = await clickUntilDone(db, reviewId, importId);
  const spent = {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: cpuSeconds() - cpuStarted,
  };
  await runner.stop();
  const records = findImport(db, reviewId, importId)?.declared ?? 0;
  const plainIndexSeconds = plainIndex(db);
  const indexSeconds = await measureIndex({ db, searchDb });
  searchDb.close();
  db.$client.close();
  const sorted = waits.sort((a, b) => a - b);
  const waitMs99 = sorted[Math.floor(sorted.length * 0.99)] ?? 0;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const waited = { waitMsMax: sorted.at(-1) ?? 0, waitMs99 };
  return { records, ...spent, plainIndexSeconds, indexSeconds, ...waited, megabytes };
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

/** As the import's own job does it once it has stored them: read, stemmed, indexed; each once. */
async function measureIndex(databases: { db: Connection; searchDb: SearchDb }): Promise<number> {
  // The job was stopped somewhere in its own indexing.
  databases.db.$client.exec('delete from report_to_index');
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

/** What SQLite's own full-text index takes for the same text. */
function plainIndex(db: Connection): number {
  const sqlite = db.$client;
  const started = cpuSeconds();
  sqlite.exec('create virtual table temp.plain using fts5(title, abstract)');
  sqlite.exec(`insert into temp.plain (rowid, title, abstract)
    select id, title, json_extract(reference, '$.abstract') from report`);
  return cpuSeconds() - started;
}
