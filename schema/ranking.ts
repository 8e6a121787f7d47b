/** In which order publications come to the desk, how each ranking came about, and when screening was stopped. */
import { sql } from 'drizzle-orm';
import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import { id, json, moment, oneOf } from './columns.ts';
import { review } from './reviews.ts';
import { stages } from './screening.ts';

export const deskOrders = ['ranked', 'random', 'chronological'] as const;
export type DeskOrder = (typeof deskOrders)[number];

/** The order that a stage begins with; a person may choose another. Without a row: ranked. */
export const stageOrder = sqliteTable(
  'stage_order',
  {
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    stage: text('stage', { enum: stages }).notNull(),
    deskOrder: text('desk_order', { enum: deskOrders }).notNull(),
    /** The last vote before it was chosen: what was answered since then came in this order. */
    sinceVoteId: integer('since_vote_id').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.reviewId, t.stage] }),
    check('stage_order_stage', sql`${t.stage} in ${oneOf(stages)}`),
    check('stage_order_known', sql`${t.deskOrder} in ${oneOf(deskOrders)}`),
  ],
);

/** One ranking, with everything that it takes to make it again. Append-only. */
export const rankingRun = sqliteTable(
  'ranking_run',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    stage: text('stage', { enum: stages }).notNull(),
    /** The method and its version; `words` where nothing had been judged yet. */
    model: text('model').notNull(),
    seed: integer('seed').notNull(),
    parameters: json<Record<string, number | string>>('parameters').notNull(),
    /** The last answers it knew: it learned from these and the earlier ones. */
    lastVoteId: integer('last_vote_id').notNull(),
    lastAdjudicationId: integer('last_adjudication_id').notNull(),
    included: integer('included').notNull(),
    excluded: integer('excluded').notNull(),
    /** How many publications were ranked, and prints of what they said and of the order. */
    publications: integer('publications').notNull(),
    textHash: text('text_hash').notNull(),
    orderHash: text('order_hash').notNull(),
    durationMs: integer('duration_ms').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('ranking_run_stage').on(t.reviewId, t.stage, t.id),
    check('ranking_run_stage_known', sql`${t.stage} in ${oneOf(stages)}`),
  ],
);

/** The order that the latest ranking of a stage gave. Derived: ranking again from the same answers gives the same. */
export const ranking = sqliteTable(
  'ranking',
  {
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    stage: text('stage', { enum: stages }).notNull(),
    runId: integer('run_id')
      .notNull()
      .references(() => rankingRun.id),
    /** Ids of root reports, the likeliest first, four bytes each, the lowest first. */
    ids: blob('ids', { mode: 'buffer' }).notNull(),
    /** The words and pairs of words that moved publications most, up (above 0) or down. */
    terms: json<[string, number][]>('terms').notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.reviewId, t.stage] }),
    check('ranking_stage', sql`${t.stage} in ${oneOf(stages)}`),
  ],
);

export const stoppingKinds = ['stop', 'reopen'] as const;

/** Somebody decided to leave the rest unscreened, or to go on after all. The last row holds. Append-only. */
export const stoppingDecision = sqliteTable(
  'stopping_decision',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    stage: text('stage', { enum: stages }).notNull(),
    kind: text('kind', { enum: stoppingKinds }).notNull(),
    /** The rule that was looked at; empty when going on. */
    rule: text('rule').notNull().default(''),
    /** What the rule was given and what it said: target, confidence, p, found, screened, left. */
    parameters: json<Record<string, number | string | null>>('parameters').notNull().default({}),
    /** What came into the review after this report is not meant. */
    lastReportId: integer('last_report_id').notNull(),
    reason: text('reason').notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('stopping_decision_stage').on(t.reviewId, t.stage, t.id),
    // What is left at full text has to be read: only titles and abstracts can be left.
    check('stopping_decision_stage_known', sql`${t.stage} = 'title_abstract'`),
    check('stopping_decision_kind', sql`${t.kind} in ${oneOf(stoppingKinds)}`),
    check('stopping_decision_has_reason', sql`${t.reason} <> ''`),
  ],
);
