/** Written reports as files: asked for, being made, made. The latest stays, in each language, for the team and for the public. */
import { z } from 'zod';
import { type Locale, locales } from '../../../schema/columns.ts';
import type { Db } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, type JobRow } from '../../platform/jobs/jobs.ts';
import * as files from '../made-files.ts';

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
export const isUnderWay = ({ job }: MadeReport): boolean => files.isUnderWay(job);
export const pathOfReport = (dataDir: string, jobId: number): string =>
  files.pathOfMade(dataDir, 'report', jobId);

/** Of one audience, the latest first. */
export function madeReports(db: Db, reviewId: number, isPublic: boolean): MadeReport[] {
  return files
    .jobsThatMake(db, 'report', reviewId)
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
  const change = files.lastChange(db, reviewId);
  const same = madeReports(db, reviewId, isPublic)
    .filter(({ asked }) => asked.locale === locale)
    .find((each) => isUnderWay(each) || (isPublic && isAsTheReviewIs(db, reviewId, each)));
  if (same) return same.job.id;
  return enqueue(context, 'report', { reviewId, payload: { ...wanted, change } }).id;
}

/** Made, and nothing has been changed since. */
export const isAsTheReviewIs = (db: Db, reviewId: number, { job, asked }: MadeReport): boolean =>
  job.state === 'done' && asked.change === files.lastChange(db, reviewId);

/** Those that can be handed out; the public gets none that may say what has been taken back since. */
export function readyReports(
  { db, dataDir }: { db: Db; dataDir: string },
  reviewId: number,
  isPublic: boolean,
): MadeReport[] {
  return madeReports(db, reviewId, isPublic).filter(
    (each) =>
      files.isMade(dataDir, 'report', each.job) &&
      (!isPublic || isAsTheReviewIs(db, reviewId, each)),
  );
}

export function keepReport(
  store: { db: Db; dataDir: string },
  own: JobRow,
  bytes: Buffer,
): Promise<void> {
  const { isPublic, locale } = askedIn(own);
  return files.keepMade(store, 'report', own, bytes, (earlier) => {
    const asked = askedIn(earlier);
    return asked.isPublic === isPublic && asked.locale === locale;
  });
}
