/** Figures that others published: reported numbers of a flow, and indicators as series over years. */
import { index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { createdAt, flag, id, moment, words } from './columns.ts';
import { report } from './records.ts';
import { review } from './reviews.ts';

/** A number of somebody's flow, kept beside the derived one and never mixed with it. The latest for a box holds. */
export const reportedNumber = sqliteTable(
  'reported_number',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** Box of `prisma.md` (`N2`), or a part of one (`N2.databases`). */
    box: text('box').notNull(),
    /** Null says that the report was read and gives no number. */
    value: integer('value'),
    label: words('label').notNull().default({}),
    /** Where it stands: document, page, sentence. */
    source: text('source').notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('reported_number_review').on(t.reviewId, t.box)],
);

export const indicator = sqliteTable(
  'indicator',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    key: text('key').notNull(),
    label: words('label').notNull(),
    unit: words('unit').notNull(),
    source: text('source').notNull(),
    /** The publication that gives the series, when it is one of the review's. */
    reportId: integer('report_id').references(() => report.id),
    position: integer('position').notNull(),
    createdAt: createdAt(),
    archivedAt: moment('archived_at'),
  },
  (t) => [unique('indicator_key').on(t.reviewId, t.key)],
);

/** One line of a series: a group of organisations, or the whole. */
export const indicatorGroup = sqliteTable(
  'indicator_group',
  {
    id: id(),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicator.id),
    key: text('key').notNull(),
    label: words('label').notNull(),
    position: integer('position').notNull(),
    /** A change over the whole series as the source prints it, and whether it calls it significant. */
    change: text('change').notNull().default(''),
    isSignificant: flag('is_significant'),
  },
  (t) => [unique('indicator_group_key').on(t.indicatorId, t.key)],
);

export const indicatorValue = sqliteTable(
  'indicator_value',
  {
    id: id(),
    groupId: integer('group_id')
      .notNull()
      .references(() => indicatorGroup.id),
    year: integer('year').notNull(),
    /** Null where the source has a gap. */
    value: real('value'),
  },
  (t) => [unique('indicator_value_once').on(t.groupId, t.year)],
);
