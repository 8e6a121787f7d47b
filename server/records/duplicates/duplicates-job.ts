/** Searches a whole review for duplicates once more: after the rules have changed, or on somebody's wish. */
import { setTimeout } from 'node:timers/promises';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { packFacts } from '../../../import/duplicates/fact-store.ts';
import { factsOf } from '../../../import/duplicates/facts.ts';
import { contentKey, numericKeys } from '../../../import/duplicates/keys.ts';
import { record, report } from '../../../schema/records.ts';
import type { Db } from '../../db.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { enqueue, type JobHandler, reportProgress } from '../../platform/jobs/jobs.ts';
import { refreshReport } from '../reports/reports.ts';
import { clusterChanged } from './cluster-events.ts';
import { renewKeys } from './key-rules.ts';
import { createMatcher, type Matcher } from './matching.ts';
import { createKeyIndex, type KeyIndex } from './report-keys.ts';

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
  const reports = reportsOf(db, job.reviewId);
  const keyIndex = createKeyIndex(db, job.reviewId);
  const matcher = createMatcher(db, job.reviewId, keyIndex);
  for (let done = job.done; done < reports.length; ) {
    const batch = reports.slice(done, done + batchSize);
    done += batch.length;
    inTransaction(context, (tx) => {
      matchBatch(tx, batch, matcher, keyIndex);
      reportProgress(tx.db, job.id, done, reports.length);
    });
    await setTimeout(pauseMs);
  }
};

/** The same at once, for the command line. @returns how many links and questions are new. */
export function findDuplicatesNow(context: Context, reviewId: number) {
  return inTransaction(context, (tx) => {
    const keyIndex = createKeyIndex(tx.db, reviewId);
    const matcher = createMatcher(tx.db, reviewId, keyIndex);
    return matchBatch(tx, reportsOf(tx.db, reviewId), matcher, keyIndex);
  });
}

type OwnRecord = ReturnType<typeof reportsOf>[number];

function matchBatch(tx: Context, batch: OwnRecord[], matcher: Matcher, keyIndex: KeyIndex) {
  const found = { links: 0, questions: 0 };
  keyIndex.prepare();
  const roots = new Set<number>();
  for (const own of batch) {
    const facts = factsOf(own.reference);
    const keys = [contentKey(own.contentHash), ...numericKeys(facts)];
    noteMissing(keyIndex, own.reportId, keys);
    const matched = matcher.match(tx, {
      ...own,
      title: own.reference.title,
      facts: packFacts(facts),
      keys,
    });
    found.links += matched.links;
    found.questions += matched.questions;
    for (const id of matched.changedRoots) roots.add(id);
  }
  keyIndex.storeInPlace();
  for (const id of roots) refreshReport(tx, id);
  clusterChanged(tx, roots);
  return found;
}

/** Of a report that was stored past the import. */
function noteMissing(keyIndex: KeyIndex, reportId: number, keys: number[]): void {
  const missing = keys.filter((key) => !keyIndex.withKey(key).includes(reportId));
  if (missing.length > 0) keyIndex.note(reportId, missing);
}

/** In the order of import, so that each is compared with those before it. */
function reportsOf(db: Db, reviewId: number) {
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
