/** Tables that a review has put together, and figures that others published: reported numbers, indicators over years. */
import { index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { createdAt, flag, id, json, moment, words } from './columns.ts';
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
    archivedAt: moment('archived_at'),
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
    archivedAt: moment('archived_at'),
  },
  (t) => [unique('indicator_value_once').on(t.groupId, t.year)],
);

/** What a table counts or lists. Several reports of one investigation are one study. */
export const tableUnits = ['publications', 'studies', 'findings', 'cases', 'sources'] as const;
export type TableUnit = (typeof tableUnits)[number];

/**
 * - `listing`: a row for each thing, a column for each thing that is said of it.
 * - `crossing`: one dimension against another.
 * - `map`: the same as an evidence gap map.
 */
export const tableShapes = ['listing', 'crossing', 'map'] as const;
export type TableShape = (typeof tableShapes)[number];

/** What stands in a cell of a crossing. */
export const cellKinds = ['count', 'list', 'mark'] as const;
export type CellKind = (typeof cellKinds)[number];

/** In which order rows come: the dimension's own, by their words, the most first. */
export const rowOrders = ['own', 'label', 'count'] as const;
export type RowOrder = (typeof rowOrders)[number];

/** How a table is put together. Dimensions by name: `country`, `year`, `code:<codebook>:<level>`, `form:<form>:<field>`. */
export type TableDefinition = {
  shape: TableShape;
  unit: TableUnit;
  /** Of a listing: what its rows are grouped by, or empty. */
  rows: string;
  /** Of a listing: what is said of each row. Of a crossing: one dimension, or none for totals only. */
  columns: string[];
  /** What each cell is parted by, or empty. */
  segment: string;
  cells: CellKind;
  order: RowOrder;
  /** Whether rows and columns with nothing in them are shown. */
  showsEmpty: boolean;
  /** Whether what has no value in a dimension gets a row or column of its own. */
  showsNone: boolean;
};

/** A table put together from dimensions, kept with the review. */
export const savedTable = sqliteTable(
  'saved_table',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    key: text('key').notNull(),
    title: words('title').notNull(),
    note: words('note').notNull().default({}),
    definition: json<TableDefinition>('definition').notNull(),
    position: integer('position').notNull(),
    /** Whether those outside the review see it once the review is published. */
    isPublic: flag('is_public').notNull().default(false),
    createdBy: integer('created_by').notNull(),
    createdAt: createdAt(),
    archivedAt: moment('archived_at'),
  },
  (t) => [unique('saved_table_key').on(t.reviewId, t.key)],
);

/**
 * How often rows were changed that tables are put together from, counted by triggers: what is kept of them in memory is
 * read again when it differs, in every process. Rows that are only added are told by their last id. Derived.
 */
export const tableChange = sqliteTable('table_change', {
  source: text('source').primaryKey(),
  changes: integer('changes').notNull(),
});
