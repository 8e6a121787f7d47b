/** Codebooks as they stood, and two people who code the same publication without seeing each other's work. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { code, codebook } from './coding.ts';
import { flag, id, json, moment, oneOf, type Words, words } from './columns.ts';
import { report } from './records.ts';
import { review } from './reviews.ts';

/** A code as a version of its codebook had it. */
export type VersionedCode = {
  key: string;
  parentKey: string | null;
  label: Words;
  definition: Words;
  examples: Words;
  synonyms: Partial<Record<keyof Words, string[]>>;
  position: number;
  source: string;
};

/** A codebook as it stood when somebody kept it. Append-only. */
export const codebookVersion = sqliteTable(
  'codebook_version',
  {
    id: id(),
    codebookId: integer('codebook_id')
      .notNull()
      .references(() => codebook.id),
    /** From 1. */
    number: integer('number').notNull(),
    label: words('label').notNull(),
    description: words('description').notNull(),
    codes: json<VersionedCode[]>('codes').notNull(),
    note: text('note').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [unique('codebook_version_number').on(t.codebookId, t.number)],
);

/** How many people code each publication of a review: one, or two blind to each other. The latest row holds. */
export const codingPolicy = sqliteTable(
  'coding_policy',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    coders: integer('coders').notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('coding_policy_review').on(t.reviewId),
    check('coding_policy_coders', sql`${t.coders} in (1, 2)`),
  ],
);

/** One of two coders says that a code applies, or that it does not after all. The latest row holds. */
export const codingMark = sqliteTable(
  'coding_mark',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    codeId: integer('code_id')
      .notNull()
      .references(() => code.id),
    personId: integer('person_id').notNull(),
    applies: flag('applies').notNull(),
    locator: text('locator').notNull().default(''),
    at: moment('at').notNull(),
  },
  (t) => [index('coding_mark_report').on(t.reportId)],
);

export const codingTurnStates = ['begun', 'done', 'reopened'] as const;
export type CodingTurnState = (typeof codingTurnStates)[number];

/** Where one of two coders stands with a publication. The latest row of each person holds. */
export const codingTurn = sqliteTable(
  'coding_turn',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    personId: integer('person_id').notNull(),
    state: text('state', { enum: codingTurnStates }).notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('coding_turn_report').on(t.reportId),
    check('coding_turn_state', sql`${t.state} in ${oneOf(codingTurnStates)}`),
  ],
);

/** What two coders agreed on, or a third settled, when they had compared. The latest row holds. */
export const codingConsensus = sqliteTable(
  'coding_consensus',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    codeIds: json<number[]>('code_ids').notNull(),
    note: text('note').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('coding_consensus_report').on(t.reportId)],
);
