/**
 * Undoing an import: only while it loses nobody's decision. Nothing is deleted; everything is withdrawn. A large one is
 * undone in the background, in many short acts; meanwhile the database takes nobody's work on its reports.
 */
import { and, eq, isNotNull } from 'drizzle-orm';
import { importBatch, record } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../../platform/context.ts';
import { enqueue, enqueueIndex, type JobRow } from '../../platform/jobs/jobs.ts';
import { keysOfReports } from '../duplicates/key-rules.ts';
import { forgetKeys } from '../duplicates/report-keys.ts';
import { findImport, type ImportRow, isBeingUndone, jobOfImport } from './imports.ts';
import { lossesOf } from './losses.ts';
import { withdrawReports } from './withdraw.ts';

/** So many pieces are undone while one waits. */
const atOnceMax = 300;

type About = { reviewId: number; importId: number };

/**
 * @param pieces as many as are undone at once.
 * @returns the job that undoes it; null when it has been undone.
 * @throws IMPORT_NOT_DONE, IMPORT_HAS_DECISIONS
 */
export function undoImport(
  context: PersonalContext,
  about: About,
  pieces = atOnceMax,
): JobRow | null {
  return inTransaction(context, (tx) => {
    const { reviewId, importId } = about;
    const row = findImport(tx.db, reviewId, importId);
    if (!row) throw notFound();
    if (!mayBeUndone(row, jobOfImport(tx.db, importId))) throw new AppError('IMPORT_NOT_DONE');
    if (isBeingUndone(row)) return enqueueUndo(tx, about);
    if (lossesOf(tx.db, importId).length > 0) throw new AppError('IMPORT_HAS_DECISIONS');
    if (row.piecesStored > pieces) return beginUndo(tx, row);
    const ids = reportIdsOf(tx.db, importId);
    forgetKeys(tx.db, reviewId, keysOfReports(tx.db, ids));
    withdrawReports(tx, about, ids);
    markUndone(tx, row, ids.length);
    return null;
  });
}

/** It has ended, or waits for a person; or its undoing was given up. */
export function mayBeUndone(row: ImportRow, job: JobRow | undefined): boolean {
  if (isBeingUndone(row)) return job?.state === 'failed';
  return row.state === 'done' || row.state === 'failed' || row.awaitsColumns;
}

/** From here on it counts as not finished, and there is no way back. */
function beginUndo(tx: PersonalContext, row: ImportRow): JobRow {
  const { id: importId, reviewId, state } = row;
  const begun = { state: 'running', undoneAt: tx.at, awaitsColumns: false } as const;
  tx.db.update(importBatch).set(begun).where(eq(importBatch.id, importId)).run();
  audit(tx, {
    action: 'import.undo_began',
    entity: 'import_batch',
    entityId: importId,
    reviewId,
    before: { state },
    after: { state: 'undoing' },
  });
  return enqueueUndo(tx, { reviewId, importId });
}

const enqueueUndo = (context: Context, { reviewId, importId }: About): JobRow =>
  enqueue(context, 'undo', { reviewId, payload: { importId } });

/** For a review that came from elsewhere: what was being undone there is undone here. */
export function goOnUndoing(context: Context, reviewId: number): void {
  const begun = and(eq(importBatch.state, 'running'), isNotNull(importBatch.undoneAt));
  const rows = context.db
    .select({ id: importBatch.id })
    .from(importBatch)
    .where(and(eq(importBatch.reviewId, reviewId), begun))
    .all();
  for (const { id: importId } of rows) enqueueUndo(context, { reviewId, importId });
}

/** All of it has been withdrawn. */
export function markUndone(tx: Context, row: ImportRow, withdrawn: number): void {
  const { id: importId, reviewId } = row;
  const undone = { state: 'undone', undoneAt: tx.at, awaitsColumns: false } as const;
  tx.db.update(importBatch).set(undone).where(eq(importBatch.id, importId)).run();
  enqueueIndex(tx, reviewId);
  audit(tx, {
    action: 'import.undone',
    entity: 'import_batch',
    entityId: importId,
    reviewId,
    before: { state: isBeingUndone(row) ? 'undoing' : row.state },
    after: { state: 'undone', withdrawn },
  });
}

function reportIdsOf(db: Db, importId: number): number[] {
  const own = eq(record.importId, importId);
  const rows = db.selectDistinct({ id: record.reportId }).from(record).where(own).all();
  return rows.map((row) => row.id);
}
