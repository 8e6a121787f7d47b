/** How a review screens: who judges how much, what they see, the pilot before it; and what helps them at the desk. */
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core';
import { person } from './accounts.ts';
import { flag, id, json, moment, oneOf } from './columns.ts';
import { report } from './records.ts';
import { criterion, criterionKinds, review } from './reviews.ts';
import { stages, vote } from './screening.ts';

/** Everybody with the right; of those, who have not answered themselves; or the review's owners. */
export const adjudicatorRules = ['appointed', 'uninvolved', 'owners'] as const;

/** Everything to everyone, or shares: by turn, by the publication's language, by the search that found it. */
export const assignmentKinds = ['everyone', 'people', 'languages', 'sources'] as const;

/** What a stage's owner has decided; a stage without a row follows the defaults. Every change is in the log. */
export const stageRule = sqliteTable(
  'stage_rule',
  {
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    stage: text('stage', { enum: stages }).notNull(),
    /** The share of publications that a third person judges too, where two do. */
    thirdShare: real('third_share').notNull().default(0),
    adjudicators: text('adjudicators', { enum: adjudicatorRules }).notNull().default('appointed'),
    /** An adjudicator sees who answered; what they answered only where this is false. */
    blindAdjudication: flag('blind_adjudication').notNull().default(true),
    hidesAuthors: flag('hides_authors').notNull().default(false),
    hidesSource: flag('hides_source').notNull().default(false),
    hidesYear: flag('hides_year').notNull().default(false),
    assignment: text('assignment', { enum: assignmentKinds }).notNull().default('everyone'),
    /** For shares: the people (by id) who take each share; `''` for whatever no share names. */
    shares: json<Record<string, number[]>>('shares').notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.reviewId, t.stage] }),
    check('stage_rule_stage', sql`${t.stage} in ${oneOf(stages)}`),
    check('stage_rule_third', sql`${t.thirdShare} between 0 and 1`),
    check('stage_rule_adjudicators', sql`${t.adjudicators} in ${oneOf(adjudicatorRules)}`),
    check('stage_rule_assignment', sql`${t.assignment} in ${oneOf(assignmentKinds)}`),
  ],
);

/** A random sample that everybody named screens before the rest opens. */
export const pilot = sqliteTable(
  'pilot',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    stage: text('stage', { enum: stages }).notNull(),
    /** The sample is drawn again from this and the publications there were. */
    seed: integer('seed').notNull(),
    people: json<number[]>('people').notNull(),
    /** The least agreement (Cohen's kappa, the lowest of any pair) that opens the rest. */
    threshold: real('threshold').notNull(),
    startedBy: integer('started_by').notNull(),
    startedAt: moment('started_at').notNull(),
    /** Set when the rest was opened; the reason is empty only where the threshold was reached. */
    openedBy: integer('opened_by'),
    openedAt: moment('opened_at'),
    openedReason: text('opened_reason').notNull().default(''),
  },
  (t) => [
    index('pilot_review').on(t.reviewId, t.stage),
    check('pilot_stage', sql`${t.stage} in ${oneOf(stages)}`),
    check('pilot_threshold', sql`${t.threshold} between 0 and 1`),
  ],
);

export const pilotReport = sqliteTable(
  'pilot_report',
  {
    pilotId: integer('pilot_id')
      .notNull()
      .references(() => pilot.id),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
  },
  (t) => [
    primaryKey({ columns: [t.pilotId, t.reportId] }),
    index('pilot_report_report').on(t.reportId),
  ],
);

/** More reasons than the one that decides, for those who want to name them. */
export const voteReason = sqliteTable(
  'vote_reason',
  {
    voteId: integer('vote_id')
      .notNull()
      .references(() => vote.id),
    criterionId: integer('criterion_id')
      .notNull()
      .references(() => criterion.id),
  },
  (t) => [primaryKey({ columns: [t.voteId, t.criterionId] })],
);

/** One act on many publications, undone as one. */
export const bulkAct = sqliteTable(
  'bulk_act',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    stage: text('stage', { enum: stages }).notNull(),
    personId: integer('person_id').notNull(),
    /** What was done, and what was asked for when it was. */
    description: json<Record<string, string | number | null>>('description').notNull(),
    at: moment('at').notNull(),
    undoneAt: moment('undone_at'),
  },
  (t) => [index('bulk_act_person').on(t.reviewId, t.stage, t.personId)],
);

/** An answer taken back: it counts no more, and its caster's answer before it counts again. */
export const voteWithdrawal = sqliteTable('vote_withdrawal', {
  voteId: integer('vote_id')
    .primaryKey()
    .references(() => vote.id),
  personId: integer('person_id').notNull(),
  at: moment('at').notNull(),
});

/** The answers that one act on many publications gave. */
export const bulkVote = sqliteTable(
  'bulk_vote',
  {
    bulkId: integer('bulk_id')
      .notNull()
      .references(() => bulkAct.id),
    voteId: integer('vote_id')
      .notNull()
      .references(() => vote.id),
  },
  (t) => [primaryKey({ columns: [t.bulkId, t.voteId] })],
);

export const labelColors = ['neutral', 'info', 'success', 'warning', 'danger'] as const;
export type LabelColor = (typeof labelColors)[number];

/** The review's own marks on publications. A colour only decorates: the name says what it means. */
export const label = sqliteTable(
  'label',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    name: text('name').notNull(),
    color: text('color', { enum: labelColors }).notNull().default('neutral'),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    unique('label_name').on(t.reviewId, t.name),
    check('label_color', sql`${t.color} in ${oneOf(labelColors)}`),
  ],
);

/** A label on a publication, for the whole team. */
export const reportLabel = sqliteTable(
  'report_label',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    labelId: integer('label_id')
      .notNull()
      .references(() => label.id),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
    removedBy: integer('removed_by'),
    removedAt: moment('removed_at'),
  },
  (t) => [
    index('report_label_report').on(t.reportId),
    index('report_label_label').on(t.labelId, t.reportId),
  ],
);

/** A word that speaks for or against a publication, marked at the desk. */
export const screeningTerm = sqliteTable(
  'screening_term',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** Null for the review's own, which everybody sees. */
    personId: integer('person_id').references(() => person.id),
    kind: text('kind', { enum: criterionKinds }).notNull(),
    text: text('text').notNull(),
    at: moment('at').notNull(),
    removedAt: moment('removed_at'),
  },
  (t) => [
    index('screening_term_review').on(t.reviewId),
    check('screening_term_kind', sql`${t.kind} in ${oneOf(criterionKinds)}`),
  ],
);

/** How a person likes to work: their keys, whether terms are marked. */
export const personSetting = sqliteTable(
  'person_setting',
  {
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    name: text('name').notNull(),
    value: json<Record<string, string | boolean>>('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.name] })],
);

/**
 * The reports whose place in screening may have changed, in order: triggers write it, what is kept in memory reads on
 * from where it was. Old rows are let go.
 */
export const screeningChange = sqliteTable('screening_change', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  reportId: integer('report_id').notNull(),
});
