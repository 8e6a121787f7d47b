/**
 * Makes the keys under which reports are looked up again, and what publications of several records show, once the
 * rules by which they are made have changed.
 */
import { setTimeout } from 'node:timers/promises';
import { and, asc, count, eq, gt, inArray, isNull } from 'drizzle-orm';
import { keyRules, keysOf } from '../../../import/duplicates/keys.ts';
import { record, report } from '../../../schema/records.ts';
import { type Db, driverOf } from '../../db.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { enqueue, type JobTools, reportProgress } from '../../platform/jobs/jobs.ts';
import { refreshReport } from '../reports/reports.ts';
import { createKeyIndex, forgetAllKeys } from './report-keys.ts';

const batchSize = 200;
/** Whoever wants to write between two batches gets a turn. */
const pauseMs = 5;

/**
 * Asks for the keys of every review when they were made by other rules than this program's. The database remembers
 * the rules in its `user_version`; what is asked for waits in the queue, so a stop in between loses nothing.
 */
export function enqueueStaleKeys(context: Context): void {
  inTransaction(context, (tx) => {
    const driver = driverOf(tx.db);
    if (driver.pragma('user_version', { simple: true }) === keyRules) return;
    const reviews = tx.db.selectDistinct({ id: record.reviewId }).from(record).all();
    for (const { id } of reviews) enqueueKeys(tx, id);
    driver.pragma(`user_version = ${keyRules}`);
  });
}

/** Asks for the keys of a review, which may have been made by another program's rules. */
export function enqueueKeys(context: Context, reviewId: number): void {
  enqueue(context, 'duplicates', { reviewId, payload: { keysOnly: true } });
}

/** Nothing is linked and nobody is asked. Progress is the number of records gone through. */
export async function renewKeys({ db, job, now }: JobTools, reviewId: number): Promise<void> {
  const ofReview = eq(record.reviewId, reviewId);
  const total = db.select({ n: count() }).from(record).where(ofReview).get()?.n ?? 0;
  const context = { db, actor: null, at: now() };
  await forgetAllKeys(context, reviewId);
  const keyIndex = createKeyIndex(db, reviewId);
  let done = 0;
  for (let batch = recordsAfter(db, reviewId, 0); batch.length > 0; ) {
    const keys = batch.map((own) => ({ ...own, keys: keysOf(own.reference) }));
    done += batch.length;
    inTransaction(context, (tx) => {
      for (const own of keys) keyIndex.note(own.reportId, own.keys);
      keyIndex.writeDown();
      reportProgress(tx.db, job.id, done, total);
    });
    await setTimeout(pauseMs);
    await keyIndex.settle(context, 'much');
    batch = recordsAfter(db, reviewId, batch.at(-1)?.id ?? 0);
  }
  await keyIndex.settle(context);
  await renewShown(context, reviewId);
}

/** A publication of one record shows that record, whatever the rules choose by. */
async function renewShown(context: Context, reviewId: number): Promise<void> {
  const roots = context.db
    .select({ id: report.rootId })
    .from(report)
    .where(and(eq(report.reviewId, reviewId), isNull(report.withdrawnAt)))
    .groupBy(report.rootId)
    .having(gt(count(), 1))
    .all();
  for (let done = 0; done < roots.length; done += batchSize) {
    inTransaction(context, (tx) => {
      for (const { id } of roots.slice(done, done + batchSize))
        if (id !== null) refreshReport(tx, id);
    });
    await setTimeout(pauseMs);
  }
}

/** The keys of a few reports, each of its own record. */
export function keysOfReports(db: Db, reportIds: number[]): Map<number, number[]> {
  const rows = db
    .select({ reportId: record.reportId, reference: record.reference })
    .from(record)
    .where(inArray(record.reportId, reportIds))
    .all();
  return new Map(rows.map(({ reportId, reference }) => [reportId, keysOf(reference)]));
}

function recordsAfter(db: Db, reviewId: number, after: number) {
  return db
    .select({ id: record.id, reportId: record.reportId, reference: record.reference })
    .from(record)
    .innerJoin(report, eq(report.id, record.reportId))
    .where(and(eq(record.reviewId, reviewId), gt(record.id, after), isNull(report.withdrawnAt)))
    .orderBy(asc(record.id))
    .limit(batchSize)
    .all();
}
