/** How many records came in, and how many of them were the same publication as another. */
import { and, count, eq, isNull } from 'drizzle-orm';
import { importBatch, record, report } from '../../schema/records.ts';
import type { Db } from '../db.ts';
import { isPublication } from '../records/reports.ts';

export function recordCounts(db: Db, reviewId: number) {
  const standing = and(eq(importBatch.reviewId, reviewId), isNull(importBatch.undoneAt));
  const records =
    db
      .select({ n: count() })
      .from(record)
      .innerJoin(importBatch, eq(importBatch.id, record.importId))
      .where(standing)
      .get()?.n ?? 0;
  const own = and(eq(report.reviewId, reviewId), isPublication);
  const publications = db.select({ n: count() }).from(report).where(own).get()?.n ?? 0;
  return { records, publications, duplicates: Math.max(0, records - publications) };
}
