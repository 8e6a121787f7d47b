/** The concept blocks of a review's search strategy. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Words } from '../../schema/columns.ts';
import { conceptBlock } from '../../schema/searches.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';

/** `id` names a block that is there already. */
export type BlockInput = { id?: number; label: Words; terms: string[] };

export function conceptBlocks(db: Db, reviewId: number) {
  return db
    .select({
      id: conceptBlock.id,
      label: conceptBlock.label,
      terms: conceptBlock.terms,
      position: conceptBlock.position,
    })
    .from(conceptBlock)
    .where(and(eq(conceptBlock.reviewId, reviewId), isNull(conceptBlock.archivedAt)))
    .orderBy(asc(conceptBlock.position), asc(conceptBlock.id))
    .all();
}

/** These blocks, in this order, from now on; those left out go to the archive. @throws BLOCK_INCOMPLETE */
export function saveConceptBlocks(context: Context, reviewId: number, blocks: BlockInput[]): void {
  inTransaction(context, (tx) => {
    const before = conceptBlocks(tx.db, reviewId);
    const keep = blocks.map((block, index) => save(tx, reviewId, { ...block, index }, before));
    for (const { id } of before.filter((row) => !keep.includes(row.id)))
      tx.db.update(conceptBlock).set({ archivedAt: tx.at }).where(eq(conceptBlock.id, id)).run();
    const after = conceptBlocks(tx.db, reviewId);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    audit(tx, { action: 'concept_blocks.saved', entity: 'concept_block', reviewId, before, after });
  });
}

function save(
  context: Context,
  reviewId: number,
  block: BlockInput & { index: number },
  before: ReturnType<typeof conceptBlocks>,
): number {
  const { id, label, index } = block;
  const terms = [...new Set(block.terms.map((term) => term.trim()).filter((term) => term !== ''))];
  const hasLabel = Object.values(label).some((text) => text.trim() !== '');
  if (!hasLabel || terms.length === 0)
    throw new AppError('BLOCK_INCOMPLETE', { row: index + 1 }, 'blocks');
  const values = { label, terms, position: index + 1 };
  const { db } = context;
  if (id === undefined)
    return db
      .insert(conceptBlock)
      .values({ reviewId, ...values })
      .returning({ id: conceptBlock.id })
      .get().id;
  if (!before.some((row) => row.id === id)) throw notFound();
  db.update(conceptBlock).set(values).where(eq(conceptBlock.id, id)).run();
  return id;
}
