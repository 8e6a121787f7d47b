/** Written reports as files: asked for, being made, made. The latest stays, in each language, for the team and for the public. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, desc, eq, max } from 'drizzle-orm';
import { z } from 'zod';
import { auditEntry } from '../../../schema/accounts.ts';
import { type Locale, locales } from '../../../schema/columns.ts';
import { job } from '../../../schema/jobs.ts';
import type { Db } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, type JobRow } from '../../platform/jobs/jobs.ts';

/** `change`: the last that had been changed in the review when the report was asked for. */
const Asked = z.object({
  locale: z.enum(locales),
  isPublic: z.boolean(),
  change: z.number(),
  linkBase: z.string().optional(),
});
export type Asked = z.infer<typeof Asked>;
export type MadeReport = { job: JobRow; asked: Asked };

export const askedIn = ({ payload }: JobRow): Asked => Asked.parse(payload);
export const isUnderWay = ({ job: { state } }: MadeReport): boolean =>
  state === 'queued' || state === 'running';

/** Of one audience, the latest first. */
export function madeReports(db: Db, reviewId: number, isPublic: boolean): MadeReport[] {
  return db
    .select()
    .from(job)
    .where(and(eq(job.kind, 'report'), eq(job.reviewId, reviewId)))
    .orderBy(desc(job.id))
    .all()
    .map((row) => ({ job: row, asked: askedIn(row) }))
    .filter(({ asked }) => asked.isPublic === isPublic);
}

/** The number of the job: of a new one, or of one that makes, or for the public has made, the same. */
export function askForReport(
  context: Context,
  reviewId: number,
  wanted: { locale: Locale; isPublic: boolean; linkBase?: string },
): number {
  const { db } = context;
  const { locale, isPublic } = wanted;
  const change = lastChange(db, reviewId);
  const same = madeReports(db, reviewId, isPublic)
    .filter(({ asked }) => asked.locale === locale)
    .find((each) => isUnderWay(each) || (isPublic && isAsTheReviewIs(db, reviewId, each)));
  if (same) return same.job.id;
  return enqueue(context, 'report', { reviewId, payload: { ...wanted, change } }).id;
}

/** Made, and nothing has been changed since. */
export const isAsTheReviewIs = (db: Db, reviewId: number, { job, asked }: MadeReport): boolean =>
  job.state === 'done' && asked.change === lastChange(db, reviewId);

function lastChange(db: Db, reviewId: number): number {
  const last = db
    .select({ id: max(auditEntry.id) })
    .from(auditEntry)
    .where(eq(auditEntry.reviewId, reviewId))
    .get();
  return last?.id ?? 0;
}

const folderOf = (dataDir: string) => join(dataDir, 'reports');
export const pathOfReport = (dataDir: string, jobId: number): string =>
  join(folderOf(dataDir), `${jobId}.docx`);

/** Those that can be handed out; the public gets none that may say what has been taken back since. */
export function readyReports(
  { db, dataDir }: { db: Db; dataDir: string },
  reviewId: number,
  isPublic: boolean,
): MadeReport[] {
  return madeReports(db, reviewId, isPublic).filter(
    (each) =>
      each.job.state === 'done' &&
      existsSync(pathOfReport(dataDir, each.job.id)) &&
      (!isPublic || isAsTheReviewIs(db, reviewId, each)),
  );
}

/** The file is whole before it has its name; those that it takes the place of go. */
export async function keepReport(
  { db, dataDir }: { db: Db; dataDir: string },
  own: JobRow,
  bytes: Buffer,
): Promise<void> {
  await mkdir(folderOf(dataDir), { recursive: true });
  const file = pathOfReport(dataDir, own.id);
  await writeFile(`${file}.tmp`, bytes);
  await rename(`${file}.tmp`, file);
  const asked = askedIn(own);
  const earlier = madeReports(db, own.reviewId ?? 0, asked.isPublic).filter(
    (each) => each.job.id < own.id && each.asked.locale === asked.locale && !isUnderWay(each),
  );
  for (const each of earlier) {
    db.delete(job).where(eq(job.id, each.job.id)).run();
    await rm(pathOfReport(dataDir, each.job.id), { force: true });
  }
}
