/** The criteria that decisions name: their wording follows the protocol, their identity never changes. */
import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { criterion, type ProtocolContent } from '../../schema/reviews.ts';
import { builtOnce, type Db } from '../db.ts';
import type { Context } from '../platform/context.ts';

/** Same code, same criterion: reworded in place, retired when left out, back again when named again. */
export function syncCriteria(
  context: Context,
  reviewId: number,
  criteria: ProtocolContent['criteria'],
): void {
  const { db, at } = context;
  for (const [index, row] of criteria.entries()) {
    const values = { ...row, position: index + 1, retiredAt: null };
    db.insert(criterion)
      .values({ reviewId, ...values })
      .onConflictDoUpdate({ target: [criterion.reviewId, criterion.code], set: values })
      .run();
  }
  const codes = criteria.map((row) => row.code);
  const leftOut = notInArray(criterion.code, codes);
  db.update(criterion)
    .set({ retiredAt: at })
    .where(and(eq(criterion.reviewId, reviewId), isNull(criterion.retiredAt), leftOut))
    .run();
}

/** Those that a vote may name today, in the protocol's order. */
export function activeCriteria(db: Db, reviewId: number) {
  return criteriaInForce(db).all({ reviewId });
}

const criteriaInForce = builtOnce((db) =>
  db
    .select()
    .from(criterion)
    .where(and(eq(criterion.reviewId, sql.placeholder('reviewId')), isNull(criterion.retiredAt)))
    .orderBy(asc(criterion.position))
    .prepare(),
);
