/** Files that a job makes of a review: kept until a later one takes their place, and known to be as the review is. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { and, desc, eq, max } from 'drizzle-orm';
import { auditEntry } from '../../schema/accounts.ts';
import { job } from '../../schema/jobs.ts';
import type { Connection, Db } from '../db.ts';
import { findJob, type JobRow } from '../platform/jobs/jobs.ts';

const places = {
  report: { folder: 'reports', ending: 'docx' },
  archive: { folder: 'archives', ending: 'zip' },
} as const;
type MadeKind = keyof typeof places;
type Store = { db: Db; dataDir: string };

export function pathOfMade(dataDir: string, kind: MadeKind, jobId: number): string {
  const { folder, ending } = places[kind];
  return join(dataDir, folder, `${jobId}.${ending}`);
}

/** Those of a review, made or being made, the latest first. */
export const jobsThatMake = (db: Db, kind: MadeKind, reviewId: number): JobRow[] =>
  db
    .select()
    .from(job)
    .where(and(eq(job.kind, kind), eq(job.reviewId, reviewId)))
    .orderBy(desc(job.id))
    .all();

export const isUnderWay = ({ state }: JobRow): boolean => state === 'queued' || state === 'running';

export const isMade = (dataDir: string, kind: MadeKind, row: JobRow): boolean =>
  row.state === 'done' && existsSync(pathOfMade(dataDir, kind, row.id));

/** The file is whole before it has its name; those that it takes the place of go. */
export async function keepMade(
  { db, dataDir }: Store,
  kind: MadeKind,
  own: JobRow,
  content: Buffer | Readable,
  takesPlaceOf: (earlier: JobRow) => boolean,
): Promise<void> {
  const file = pathOfMade(dataDir, kind, own.id);
  await mkdir(dirname(file), { recursive: true });
  const begun = `${file}.tmp`;
  try {
    await writeFile(begun, content);
    await rename(begun, file);
  } catch (error) {
    await rm(begun, { force: true });
    throw error;
  }
  const earlier = jobsThatMake(db, kind, own.reviewId ?? 0).filter(
    (row) => row.id < own.id && !isUnderWay(row) && takesPlaceOf(row),
  );
  for (const { id } of earlier) {
    db.delete(job).where(eq(job.id, id)).run();
    await rm(pathOfMade(dataDir, kind, id), { force: true });
  }
}

/** Goes up with whatever is written about the review. */
export function lastChange(db: Db, reviewId: number): number {
  const last = db
    .select({ id: max(auditEntry.id) })
    .from(auditEntry)
    .where(eq(auditEntry.reviewId, reviewId))
    .get();
  return last?.id ?? 0;
}

/** What is short is handed out at once; of what takes longer a page tells how far it is. */
const waitMsMax = 2500;
const lookEveryMs = 50;

/** In memory there is no worker to wait for. */
export async function isSoonMade(db: Connection, jobId: number): Promise<boolean> {
  const until = performance.now() + (db.$client.memory ? 0 : waitMsMax);
  for (;;) {
    const state = findJob(db, jobId)?.state;
    if (state === 'done') return true;
    if (state === 'failed' || performance.now() >= until) return false;
    await setTimeout(lookEveryMs);
  }
}
