/** Makes the keys under which reports are looked up again, once the rules by which they are made have changed. */
import { setTimeout } from 'node:timers/promises';
import { and, asc, count, eq, gt } from 'drizzle-orm';
import { keyRules, keysOf } from '../../import/duplicates/keys.ts';
import { record, reportKey } from '../../schema/records.ts';
import { type Db, driverOf } from '../db.ts';
import { type Context, inTransaction } from '../platform/context.ts';
import { enqueue, type JobTools, reportProgress } from '../platform/jobs/jobs.ts';
import { keyWriter } from './store.ts';

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
  let after = 0;
  for (let done = 0; ; ) {
    const batch = recordsAfter(db, reviewId, after);
    const last = batch.at(-1);
    if (!last) return;
    after = last.id;
    done += batch.length;
    inTransaction({ db, actor: null, at: now() }, (tx) => {
      renew(tx, reviewId, batch);
      reportProgress(tx.db, job.id, done, total);
    });
    await setTimeout(pauseMs);
  }
}

type Own = ReturnType<typeof recordsAfter>[number];

function recordsAfter(db: Db, reviewId: number, after: number) {
  return db
    .select({ id: record.id, reportId: record.reportId, reference: record.reference })
    .from(record)
    .where(and(eq(record.reviewId, reviewId), gt(record.id, after)))
    .orderBy(asc(record.id))
    .limit(batchSize)
    .all();
}

/** Rows that are right already stay. */
function renew(tx: Context, reviewId: number, batch: Own[]): void {
  const stored = driverOf(tx.db)
    .prepare('select key from report_key where report_id = ? order by key')
    .pluck();
  const write = keyWriter(tx.db, reviewId);
  for (const { reportId, reference } of batch) {
    const keys = keysOf(reference);
    if (String([...keys].sort()) === String(stored.all(reportId))) continue;
    tx.db.delete(reportKey).where(eq(reportKey.reportId, reportId)).run();
    write(reportId, keys);
  }
}
