/** A record that is really several, joined where its file did not part them: the text is marked and read again. */
import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import type { Reference, ReferencePiece } from '../../../import/reference.ts';
import { importBatch, record } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { correctReport } from '../reports/corrections.ts';
import { rootOf, shownReference } from '../reports/reports.ts';
import { shownFields } from '../reports/shown.ts';
import { findImport } from './imports.ts';
import { storeFurther } from './mending.ts';

export type PlaceOfRecord = { reviewId: number; recordId: number };

/** A record with its import. @throws NOT_FOUND */
export function findRecord(db: Db, { reviewId, recordId }: PlaceOfRecord) {
  const own = and(eq(record.id, recordId), eq(record.reviewId, reviewId));
  const found = db.select().from(record).where(own).get();
  const row = found && findImport(db, reviewId, found.importId);
  if (!found || !row) throw notFound();
  return { row, found };
}

/**
 * The record stays as it came. Its publication is corrected to what the first part says, where it showed what the
 * joined text said; the other parts become records of the same import.
 * @throws IMPORT_NOT_DONE
 */
export function takeApart(
  context: PersonalContext,
  place: PlaceOfRecord,
  marked: { raw: string; pieces: ReferencePiece[] },
): void {
  inTransaction(context, (tx) => {
    const { row, found } = findRecord(tx.db, place);
    if (row.state !== 'done') throw new AppError('IMPORT_NOT_DONE');
    const [first, ...others] = marked.pieces;
    if (!first || others.length === 0) throw notFound();
    correctTo(tx, place.reviewId, found, first.reference);
    storeFurther(tx, row, { ...found, pieces: others });
    tx.db
      .update(importBatch)
      .set({ declared: (row.declared ?? 0) + others.length })
      .where(eq(importBatch.id, row.id))
      .run();
    audit(tx, {
      action: 'record.taken_apart',
      entity: 'record',
      entityId: found.id,
      reviewId: place.reviewId,
      before: { raw: found.raw },
      after: { raw: marked.raw, records: marked.pieces.length },
    });
  });
}

/** What a person or another source has said stays. */
function correctTo(
  context: PersonalContext,
  reviewId: number,
  { reportId, reference: joined }: typeof record.$inferSelect,
  own: Reference,
) {
  const { id } = rootOf(context.db, reviewId, reportId);
  const { reference: shown } = shownReference(context.db, id);
  for (const field of shownFields) {
    const isTheirs = isDeepStrictEqual(shown[field], joined[field]);
    if (!isTheirs || isDeepStrictEqual(own[field], joined[field])) continue;
    correctReport(context, id, field, own[field] ?? null);
  }
}
