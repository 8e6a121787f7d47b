/** What people answered about each report at each stage, and what follows from it. Answers are append-only. */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment, oneOf } from './columns.ts';
import { report } from './records.ts';
import { criterion, review } from './reviews.ts';

export const stages = ['title_abstract', 'full_text'] as const;
export type Stage = (typeof stages)[number];

/** `maybe` exists at title and abstract only. */
export const answers = ['include', 'maybe', 'exclude'] as const;
export type Answer = (typeof answers)[number];

export const standings = ['unscreened', 'partly', 'conflict', 'passed', 'excluded'] as const;
export type StandingState = (typeof standings)[number];

/** One person's answer. A changed mind is a new row that supersedes the old one. */
export const vote = sqliteTable(
  'vote',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** The report it was cast on; it counts for that report's root. */
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    stage: text('stage', { enum: stages }).notNull(),
    personId: integer('person_id').notNull(),
    answer: text('answer', { enum: answers }).notNull(),
    /** The criterion that an exclusion names; one, and always, at full text. */
    criterionId: integer('criterion_id').references(() => criterion.id),
    note: text('note').notNull().default(''),
    at: moment('at').notNull(),
    /** Chosen by the sender, so that a vote sent twice is stored once. */
    clientKey: text('client_key').unique(),
  },
  (t) => [
    index('vote_report').on(t.reportId, t.stage, t.personId),
    index('vote_person').on(t.reviewId, t.stage, t.personId),
    check('vote_stage', sql`${t.stage} in ${oneOf(stages)}`),
    check('vote_answer', sql`${t.answer} in ${oneOf(answers)}`),
    check('vote_maybe', sql`${t.answer} <> 'maybe' or ${t.stage} = 'title_abstract'`),
    check(
      'vote_reason',
      sql`${t.stage} <> 'full_text' or ${t.answer} <> 'exclude' or ${t.criterionId} is not null`,
    ),
  ],
);

/** The answer that settles a conflict, or, in a legacy review, the decision taken over from its report. */
export const adjudication = sqliteTable(
  'adjudication',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    stage: text('stage', { enum: stages }).notNull(),
    personId: integer('person_id').notNull(),
    answer: text('answer', { enum: ['include', 'exclude'] }).notNull(),
    criterionId: integer('criterion_id').references(() => criterion.id),
    note: text('note').notNull().default(''),
    at: moment('at').notNull(),
  },
  (t) => [
    index('adjudication_report').on(t.reportId, t.stage),
    check('adjudication_stage', sql`${t.stage} in ${oneOf(stages)}`),
    check('adjudication_answer', sql`${t.answer} in ('include', 'exclude')`),
    check(
      'adjudication_reason',
      sql`${t.stage} <> 'full_text' or ${t.answer} <> 'exclude' or ${t.criterionId} is not null`,
    ),
  ],
);

/**
 * Where a root report stands at a stage: a pure function of policy, votes and adjudications, stored so that queues
 * and the flow are cheap (`check` recomputes it). A report without a row is unscreened.
 */
export const standing = sqliteTable(
  'standing',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    stage: text('stage', { enum: stages }).notNull(),
    state: text('state', { enum: standings }).notNull(),
    /** The reason that counts, when excluded. */
    criterionId: integer('criterion_id').references(() => criterion.id),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.stage] }),
    index('standing_state').on(t.stage, t.state, t.reportId),
    check('standing_stage', sql`${t.stage} in ${oneOf(stages)}`),
    check('standing_state_known', sql`${t.state} in ${oneOf(standings)}`),
  ],
);
