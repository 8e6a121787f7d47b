/** A review by the name it has in addresses and on the command line. */
import { and, eq, isNull } from 'drizzle-orm';
import { review } from '../../schema/reviews.ts';
import type { Db } from '../db.ts';

export function findReview(db: Db, slug: string) {
  const open = and(eq(review.slug, slug), isNull(review.archivedAt));
  return db.select().from(review).where(open).get();
}
