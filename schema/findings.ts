/** Review-level statements, their kinds and themes, and the excerpts that support or contradict them. */
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core';
import { code, excerpt } from './coding.ts';
import { createdAt, id, moment, oneOf, words } from './columns.ts';
import { report } from './records.ts';
import { review } from './reviews.ts';

/** The three kinds that every review begins with; it may rename them or add more. */
export const startingKinds = ['success_factor', 'risk_or_barrier', 'recommendation'] as const;

export const findingKind = sqliteTable(
  'finding_kind',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    key: text('key').notNull(),
    label: words('label').notNull(),
    position: integer('position').notNull(),
    archivedAt: moment('archived_at'),
  },
  (t) => [unique('finding_kind_key').on(t.reviewId, t.key)],
);

export const findingStates = ['draft', 'final'] as const;
export type FindingState = (typeof findingStates)[number];

export const finding = sqliteTable(
  'finding',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    kindId: integer('kind_id')
      .notNull()
      .references(() => findingKind.id),
    key: text('key').notNull(),
    /** Order within its kind, from 1. */
    number: integer('number').notNull(),
    statement: words('statement').notNull(),
    explanation: words('explanation').notNull().default({}),
    /** Final needs at least one supporting excerpt or report. */
    state: text('state', { enum: findingStates }).notNull().default('draft'),
    createdBy: integer('created_by').notNull(),
    createdAt: createdAt(),
    /** The finding that took over its support, when the two were merged. */
    mergedIntoId: integer('merged_into_id').references((): AnySQLiteColumn => finding.id),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    unique('finding_key').on(t.reviewId, t.key),
    index('finding_kind_of').on(t.kindId),
    check('finding_state', sql`${t.state} in ${oneOf(findingStates)}`),
  ],
);

/** A finding belongs to a theme: a code of one of the review's codebooks. */
export const findingTheme = sqliteTable(
  'finding_theme',
  {
    id: id(),
    findingId: integer('finding_id')
      .notNull()
      .references(() => finding.id),
    codeId: integer('code_id')
      .notNull()
      .references(() => code.id),
    removedAt: moment('removed_at'),
  },
  (t) => [unique('finding_theme_once').on(t.findingId, t.codeId), index('theme_code').on(t.codeId)],
);

export const stances = ['supports', 'contradicts'] as const;
export type Stance = (typeof stances)[number];

/** An excerpt, or a report as a whole, speaks for or against a finding. */
export const support = sqliteTable(
  'support',
  {
    id: id(),
    findingId: integer('finding_id')
      .notNull()
      .references(() => finding.id),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    excerptId: integer('excerpt_id').references(() => excerpt.id),
    stance: text('stance', { enum: stances }).notNull(),
    personId: integer('person_id').notNull(),
    createdAt: createdAt(),
    removedAt: moment('removed_at'),
    removedBy: integer('removed_by'),
    /** The support that it was carried over from when findings were merged or split. */
    carriedFromId: integer('carried_from_id').references((): AnySQLiteColumn => support.id),
  },
  (t) => [
    index('support_finding').on(t.findingId),
    index('support_report').on(t.reportId),
    index('support_excerpt').on(t.excerptId),
    check('support_stance', sql`${t.stance} in ${oneOf(stances)}`),
  ],
);
