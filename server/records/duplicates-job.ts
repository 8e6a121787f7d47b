/** Searches a whole review for duplicates once more: after the rules have changed, or on somebody's wish. */
import { setTimeout } from 'node:timers/promises';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { keysOf } from '../../import/duplicates/keys.ts';
import { record, report, reportKey } from '../../schema/records.ts';
import type { Db } from '../db.ts';
import { type Context, inTransaction } from '../platform/context.ts';
import { enqueue, type JobHandler, reportProgress } from '../platform/jobs/jobs.ts';
import { clusterChanged } from './cluster-events.ts';
import { renewKeys } from './key-rules.ts';
import { createMatcher, type Matcher } from './matching.ts';
import { refreshReport } from './reports.ts';
import { keyWriter } from './store.ts';

const batchSize = 50;
/** Whoever wants to write between two batches gets a turn. */
const pauseMs = 5;

export function searchForDuplicates(context: Context, reviewId: number): void {
  enqueue(context, 'duplicates', { reviewId });
}

/** Progress is the number of reports gone through, so a killed search goes on after them. */
export const duplicatesJob: JobHandler = async (tools) => {
  const { db, job, now } = tools;
  if (job.reviewId === null) return;
  if (job.payload.keysOnly === true) return renewKeys(tools, job.reviewId);
  const context = { db, actor: null, at: now() };
  const reports = reportsWithKeys(db, job.reviewId);
  const matcher = createMatcher(db, job.reviewId);
  for (let done = job.done; done < reports.length; ) {
    const batch = reports.slice(done, done + batchSize);
    done += batch.length;
    inTransaction(context, (tx) => {
      matchBatch(tx, job.reviewId ?? 0, batch, matcher);
      reportProgress(tx.db, job.id, done, reports.length);
    });
    await setTimeout(pauseMs);
  }
};

/** The same at once, for the command line. @returns how many links and questions are new. */
export function findDuplicatesNow(context: Context, reviewId: number) {
  return inTransaction(context, (tx) => {
    const matcher = createMatcher(tx.db, reviewId);
    return matchBatch(tx, reviewId, reportsWithKeys(tx.db, reviewId), matcher);
  });
}

type OwnRecord = ReturnType<typeof reportsWithKeys>[number];

function matchBatch(tx: Context, reviewId: number, batch: OwnRecord[], matcher: Matcher) {
  const found = { links: 0, questions: 0 };
  const storeKeys = keyWriter(tx.db, reviewId);
  const roots = new Set<number>();
  for (const own of batch) {
    const keys = keysOf(own.reference);
    tx.db.delete(reportKey).where(eq(reportKey.reportId, own.reportId)).run();
    storeKeys(own.reportId, keys);
    const matched = matcher.match(tx, { ...own, keys });
    found.links += matched.links;
    found.questions += matched.questions;
    for (const id of matched.changedRoots) roots.add(id);
  }
  for (const id of roots) refreshReport(tx, id);
  clusterChanged(tx, roots);
  return found;
}

/** In the order of import, so that each is compared with those before it. */
function reportsWithKeys(db: Db, reviewId: number) {
  return db
    .select({
      reportId: report.id,
      reference: record.reference,
      contentHash: record.contentHash,
      raw: record.raw,
    })
    .from(report)
    .innerJoin(record, eq(record.reportId, report.id))
    .where(and(eq(report.reviewId, reviewId), isNull(report.withdrawnAt)))
    .orderBy(asc(report.id))
    .all();
}
