/** References that a person types in or pastes, or that a program hands over: a batch without a file. */
import type { Reference } from '../../../import/reference.ts';
import { importBatch } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { requireRun } from './imports.ts';
import { makeReady } from './ready.ts';
import { createStore } from './store.ts';

export type HandEntry = {
  reviewId: number;
  /** Null when the source is not stated: the records then belong to neither arm of the flow. */
  searchRunId: number | null;
  /** What the batch is called in the list of imports. */
  label: string;
  references: Reference[];
};

/**
 * Stores references at once, duplicates and all. Each one's raw text is the reference itself as JSON.
 * @returns the ids of their reports, in the order given; a duplicate's own report, not its root.
 */
export function importReferences(context: Context, entry: HandEntry): number[] {
  return storeByHand(context, entry).reportIds;
}

/** The same, with the id of the batch. */
export function storeByHand(
  context: Context,
  entry: HandEntry,
): { importId: number; reportIds: number[] } {
  return inTransaction(context, (tx) => {
    const { reviewId, searchRunId, label, references } = entry;
    requireRun(tx.db, reviewId, searchRunId);
    const { length: declared } = references;
    const createdBy = tx.actor?.personId ?? 0;
    const made = { state: 'done', declared, piecesStored: declared, finishedAt: tx.at } as const;
    const { id: importId } = tx.db
      .insert(importBatch)
      .values({ reviewId, searchRunId, fileName: label, createdBy, createdAt: tx.at, ...made })
      .returning({ id: importBatch.id })
      .get();
    const pieces = references.map((reference, index) =>
      makeReady({ position: index + 1, piece: pieceOf(reference, index + 1) }),
    );
    const reportIds = createStore(tx.db, reviewId).add(tx, importId, pieces);
    audit(tx, {
      action: 'import.entered',
      entity: 'import_batch',
      entityId: importId,
      reviewId,
      after: { label, searchRunId, records: declared },
    });
    return { importId, reportIds };
  });
}

function pieceOf(reference: Reference, line: number) {
  const raw = JSON.stringify(reference, null, 2);
  const parsed = { reference, unmapped: [], notices: [] };
  return { kind: 'reference' as const, lineFrom: line, lineTo: line, raw, ...parsed };
}
