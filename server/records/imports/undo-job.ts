/**
 * Undoes a large import in the background. Each act withdraws some reports and leaves everything whole: a process killed
 * at any moment goes on with what is not withdrawn yet.
 */

import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { importBatch } from '../../../schema/records.ts';
import { driverOf } from '../../db.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { type JobHandler, type JobTools, reportProgress } from '../../platform/jobs/jobs.ts';
import {
  firstBatch,
  nextSize,
  pauseBetween,
  withoutFlushing,
} from '../../platform/jobs/short-acts.ts';
import { forgetKeysOfMany } from '../duplicates/report-keys.ts';
import { type ImportRow, isBeingUndone } from './imports.ts';
import { markUndone } from './undo.ts';
import { withdrawReports } from './withdraw.ts';

export type UndoOptions = {
  /** Reports a transaction; else as many as take a moment. */
  batchSize?: number;
  /** Called after every batch that has been withdrawn. */
  onBatch?: (withdrawn: number) => void;
};

const Payload = z.object({ importId: z.number() });

export const undoJob: JobHandler = (tools) => runUndo(tools);

export async function runUndo(tools: JobTools, options: UndoOptions = {}): Promise<void> {
  const { importId } = Payload.parse(tools.job.payload);
  const row = tools.db.select().from(importBatch).where(eq(importBatch.id, importId)).get();
  if (!row || !isBeingUndone(row)) return;
  const all = reportsOfImport(tools, importId);
  await withoutFlushing(tools.db, async () => {
    await withdrawAll(tools, row, all, options);
    const gone = new Set(all.map(({ id }) => id));
    await forgetKeysOfMany(contextOf(tools), row.reviewId, gone);
  });
  inTransaction(contextOf(tools), (tx) => markUndone(tx, row, all.length));
}

/** In the order in which they came. */
function reportsOfImport({ db }: JobTools, importId: number) {
  const rows = driverOf(db).prepare(
    `select report.id, report.withdrawn_at is not null as isWithdrawn
     from record cross join report on report.id = record.report_id
     where record.import_id = ? order by report.id`,
  );
  return rows.all(importId) as { id: number; isWithdrawn: 0 | 1 }[];
}

async function withdrawAll(
  tools: JobTools,
  row: ImportRow,
  all: ReturnType<typeof reportsOfImport>,
  options: UndoOptions,
): Promise<void> {
  const about = { reviewId: row.reviewId, importId: row.id };
  const left = all.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id }) => id);
  const before = all.length - left.length;
  let size = options.batchSize ?? firstBatch;
  for (let at = 0; at < left.length; ) {
    const batch = left.slice(at, at + size);
    at += batch.length;
    const started = performance.now();
    inTransaction(contextOf(tools), (tx) => {
      withdrawReports(tx, about, batch);
      reportProgress(tx.db, tools.job.id, before + at, all.length);
    });
    if (!options.batchSize) size = nextSize(batch.length, performance.now() - started);
    options.onBatch?.(before + at);
    await pauseBetween(tools.db);
  }
}

/** In the name of whoever asked for it. */
const contextOf = ({ db, job: { personId }, now }: JobTools): Context => ({
  db,
  actor: personId === null ? null : { personId },
  at: now(),
});
