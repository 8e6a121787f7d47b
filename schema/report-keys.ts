/** Under which keys the reports of a review are found again. */
import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import { json } from './columns.ts';

/**
 * The keys under which a report can be found again: all that it says, its DOI, its title with year and author. Derived.
 * Nothing but this order of its rows is stored (`without rowid`).
 */
export const reportKey = sqliteTable(
  'report_key',
  {
    reviewId: integer('review_id').notNull(),
    key: integer('key').notNull(),
    reportId: integer('report_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.key, t.reportId] })],
);

/** Keys that an import has brought and nobody has put in their places yet: each report's id, then its keys. Derived. */
export const reportKeyRecent = sqliteTable(
  'report_key_recent',
  {
    // No number comes twice: whoever has read up to one reads on from there.
    id: integer('id').primaryKey({ autoIncrement: true }),
    reviewId: integer('review_id').notNull(),
    keys: json<number[][]>('keys').notNull(),
  },
  (t) => [index('report_key_recent_review').on(t.reviewId)],
);
