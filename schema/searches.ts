/** The search strategy and the log of every search that was run (PRISMA-S, Rethlefsen et al. 2021). */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id, json, moment, oneOf, words } from './columns.ts';
import { review } from './reviews.ts';

export const sourceKinds = [
  'database',
  'register',
  'website',
  'organisation',
  'citation_searching',
  'contact',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Databases and registers feed the flow's left arm, every other kind of source its right arm. */
export const leftArmKinds: readonly SourceKind[] = ['database', 'register'];

/** Terms joined by OR; the blocks of a review are joined by AND. */
export const conceptBlock = sqliteTable(
  'concept_block',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    label: words('label').notNull(),
    terms: json<string[]>('terms').notNull(),
    position: integer('position').notNull(),
    archivedAt: moment('archived_at'),
  },
  (t) => [index('concept_block_review').on(t.reviewId)],
);

export const searchRun = sqliteTable(
  'search_run',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    kind: text('kind', { enum: sourceKinds }).notNull(),
    /** The source's own name: Scopus, SwePub, a municipality's web pages. */
    source: text('source').notNull(),
    platform: text('platform').notNull().default(''),
    /** What the review calls sources of this kind where PRISMA's kinds are too few: research institutions, agencies. */
    grouping: words('grouping').notNull().default({}),
    /** The day, ISO 8601 (2022-03-01 or 2022-03 or 2022); null when it is not reported. */
    searchedOn: text('searched_on'),
    /** The full query as run; empty when it is not reported. */
    query: text('query').notNull().default(''),
    limits: text('limits').notNull().default(''),
    /** What the source said it found; null when it is not reported. */
    hitsDeclared: integer('hits_declared'),
    notes: words('notes').notNull().default({}),
    createdBy: integer('created_by').notNull(),
    createdAt: createdAt(),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    index('search_run_review').on(t.reviewId),
    check('search_run_kind', sql`${t.kind} in ${oneOf(sourceKinds)}`),
    check('search_run_hits', sql`${t.hitsDeclared} is null or ${t.hitsDeclared} >= 0`),
  ],
);
