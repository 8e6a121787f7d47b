/** A data folder of a test's own: what is in it, the files that are given to it, and the jobs that wait in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Connection, SearchDb } from '../server/db.ts';
import { jobHandlers } from '../server/job-handlers.ts';
import type { PersonalContext } from '../server/platform/context.ts';
import { runNext } from '../server/platform/jobs/jobs.ts';
import { storeFile } from '../server/records/imports/files.ts';
import { createImport } from '../server/records/imports/imports.ts';
import { prepareStorage } from '../server/storage.ts';
import { now } from './helpers.ts';

/** An empty folder, gone when the test is. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'underlag-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What lies in a data folder, opened for as long as the test runs. */
export function opened(dataDir: string) {
  const { db, searchDb } = prepareStorage(dataDir);
  onTestFinished(() => {
    db.$client.close();
    searchDb.close();
  });
  return { db, searchDb, dataDir };
}

export type Place = { db: Connection; searchDb: SearchDb; dataDir: string };

/** All that waits, and what comes of it. */
export async function doJobs(place: Place): Promise<void> {
  while (await runNext({ ...place, now: () => now.toISOString() }, jobHandlers));
}

/** A text is given as a file, as a browser would send it; it waits to be read. */
export async function giveFile(
  by: PersonalContext,
  to: { dataDir: string; reviewId: number; searchRunId?: number | null },
  { text, fileName = 'export.ris', format = null }: GivenFile,
) {
  const { dataDir, reviewId, searchRunId = null } = to;
  const { hash: fileHash, bytes: fileBytes } = await storeFile(dataDir, bytesOf(text));
  return createImport(by, { reviewId, searchRunId, fileName, fileHash, fileBytes, format });
}

type GivenFile = { text: string; fileName?: string; format?: string | null };

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}
