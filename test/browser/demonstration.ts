/** A data folder with the demonstration reviews loaded and indexed, made once for all tests. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemonstration } from '../../seeds/load.ts';
import { jobHandlers } from '../../server/job-handlers.ts';
import { runNext } from '../../server/platform/jobs/jobs.ts';
import { prepareStorage } from '../../server/storage.ts';

let made: Promise<string> | undefined;

/** @returns the folder, to be copied by `startSite`. */
export function demonstrationFolder(): Promise<string> {
  made ??= make();
  return made;
}

async function make(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'underlag-demonstration-'));
  const { db, searchDb } = prepareStorage(dataDir);
  const at = new Date('2026-11-22T12:00:00.000Z');
  await loadDemonstration(db, at);
  const tools = { db, searchDb, dataDir, now: () => at.toISOString() };
  while (await runNext(tools, jobHandlers)) {
    // Each turn does one job.
  }
  for (const file of [db.$client, searchDb]) {
    // The folder is copied file by file: nothing may be left in a journal beside it.
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.close();
  }
  return dataDir;
}
