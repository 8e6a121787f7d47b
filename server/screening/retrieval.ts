/** Whether the full text of a report is there: its latest attempt says so. Whoever judges it has read it. */
import { desc, eq } from 'drizzle-orm';
import { retrieval } from '../../schema/documents.ts';
import { report } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import type { Context } from '../platform/context.ts';

export const retrievalStates = ['sought', 'retrieved', 'not_retrieved'] as const;
export type RetrievalState = (typeof retrievalStates)[number];

/** What stands in `retrieval.how` when no person wrote it; pages say it in words. */
export const retrievalMarkers = ['read_at_screening', 'taken_over', 'file_attached'] as const;
export type RetrievalMarker = (typeof retrievalMarkers)[number];

/** Writes down that a report was there to be read, unless that is known. */
export function assumeRetrieved(tx: Context, rootId: number, how: RetrievalMarker): void {
  if (latestOutcome(tx.db, rootId) === 'retrieved' || !tx.actor) return;
  const { personId } = tx.actor;
  const row = { reportId: rootId, outcome: 'retrieved' as const, how };
  const { id } = tx.db
    .insert(retrieval)
    .values({ ...row, personId, at: tx.at })
    .returning({ id: retrieval.id })
    .get();
  const found = tx.db
    .select({ reviewId: report.reviewId })
    .from(report)
    .where(eq(report.id, rootId))
    .get();
  audit(tx, {
    action: 'retrieval.recorded',
    entity: 'retrieval',
    entityId: id,
    reviewId: found?.reviewId ?? null,
    after: row,
  });
}

export function latestOutcome(db: Db, rootId: number) {
  const latest = db
    .select({ outcome: retrieval.outcome })
    .from(retrieval)
    .innerJoin(report, eq(report.id, retrieval.reportId))
    .where(eq(report.rootId, rootId))
    .orderBy(desc(retrieval.id))
    .limit(1)
    .get();
  return latest?.outcome ?? null;
}
