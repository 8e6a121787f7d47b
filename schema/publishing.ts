/** When a review was made public or taken back, and the research projects behind publications. */
import { index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { id, json, moment, words } from './columns.ts';
import { report } from './records.ts';
import { review } from './reviews.ts';

export const publication = sqliteTable(
  'publication',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    number: integer('number').notNull(),
    note: text('note').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [unique('publication_once').on(t.reviewId, t.number)],
);

export const project = sqliteTable(
  'project',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    key: text('key').notNull(),
    title: words('title').notNull(),
    summary: words('summary').notNull().default({}),
    organisation: text('organisation').notNull().default(''),
    funder: text('funder').notNull().default(''),
    scheme: text('scheme').notNull().default(''),
    projectNumber: text('project_number').notNull().default(''),
    amount: real('amount'),
    currency: text('currency').notNull().default(''),
    period: text('period').notNull().default(''),
    countries: json<string[]>('countries').notNull().default([]),
    source: text('source').notNull().default(''),
    archivedAt: moment('archived_at'),
  },
  (t) => [unique('project_key').on(t.reviewId, t.key)],
);

export const workPackage = sqliteTable(
  'work_package',
  {
    id: id(),
    projectId: integer('project_id')
      .notNull()
      .references(() => project.id),
    code: text('code').notNull(),
    summary: words('summary').notNull(),
    /** From 1; 0 when it was taken out. */
    position: integer('position').notNull(),
  },
  (t) => [unique('work_package_code').on(t.projectId, t.code)],
);

/** Facts that an archive's page gives about a publication: keywords, a goal of sustainable development, links. */
export const archiveFact = sqliteTable(
  'archive_fact',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    kind: text('kind', { enum: ['keyword', 'sdg', 'path', 'link'] }).notNull(),
    text: text('text').notNull(),
    /** How many publications of that archive share it, as the page counts them. */
    count: integer('count'),
    url: text('url').notNull().default(''),
    position: integer('position').notNull(),
    source: text('source').notNull(),
  },
  (t) => [index('archive_fact_report').on(t.reportId)],
);
