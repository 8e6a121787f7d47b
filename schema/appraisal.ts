/** How studies were appraised, with which questions, and how much confidence each finding deserves. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { id, json, moment, oneOf, type Words, words } from './columns.ts';
import type { StudyDesign } from './extraction.ts';
import { finding } from './findings.ts';
import { report } from './records.ts';
import { review } from './reviews.ts';

export const appraisalReplies = ['yes', 'no', 'unclear', 'not_applicable'] as const;
export type AppraisalReply = (typeof appraisalReplies)[number];

/** What a reply says of the study. "Not applicable" says nothing. */
export const judgements = ['good', 'some_concern', 'bad'] as const;
export type Judgement = (typeof judgements)[number];

export type InstrumentQuestion = {
  /** What answers and exports call it; stays when its words change. */
  key: string;
  text: Words;
  guidance: Words;
  judgements: Record<'yes' | 'no' | 'unclear', Judgement>;
};
export type InstrumentSection = { key: string; label: Words; questions: InstrumentQuestion[] };

/** A list of questions that a review appraises its studies with; a review may have several. */
export const appraisalInstrument = sqliteTable(
  'appraisal_instrument',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    archivedAt: moment('archived_at'),
  },
  (t) => [unique('appraisal_instrument_key').on(t.reviewId, t.key)],
);

/** The questions as they stood. The latest version holds; what was answered on an earlier one stays. Append-only. */
export const appraisalInstrumentVersion = sqliteTable(
  'appraisal_instrument_version',
  {
    id: id(),
    instrumentId: integer('instrument_id')
      .notNull()
      .references(() => appraisalInstrument.id),
    /** From 1. */
    number: integer('number').notNull(),
    label: words('label').notNull(),
    /** Which method it follows, and where that can be read. */
    source: words('source').notNull(),
    /** Designs of study that it is made for; none named: every one. */
    designs: json<StudyDesign[]>('designs').notNull(),
    sections: json<InstrumentSection[]>('sections').notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [unique('appraisal_instrument_version_number').on(t.instrumentId, t.number)],
);

export type AppraisalAnswer = {
  reply: AppraisalReply;
  comment: string;
  /** Where in the publication: page, table, figure. */
  locator: string;
  /** Excerpts that it rests on. */
  excerptIds: number[];
};

/** `agreed`: what two people settled on when they had compared. */
export const appraisalStates = ['begun', 'done', 'agreed'] as const;

/** One person's answers on one study as they stood when they were saved. The latest row of each person holds. Append-only. */
export const appraisal = sqliteTable(
  'appraisal',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    instrumentId: integer('instrument_id')
      .notNull()
      .references(() => appraisalInstrument.id),
    /** The version that asked. */
    version: integer('version').notNull(),
    /** By the key of the question; questions not answered are not in it. */
    answers: json<Record<string, AppraisalAnswer>>('answers').notNull(),
    /** A judgement over all, by a person: never a sum of the answers. */
    overall: text('overall', { enum: judgements }),
    reason: text('reason').notNull().default(''),
    state: text('state', { enum: appraisalStates }).notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('appraisal_report').on(t.reportId),
    check('appraisal_state', sql`${t.state} in ${oneOf(appraisalStates)}`),
    check('appraisal_overall', sql`${t.overall} in ${oneOf(judgements)}`),
    check(
      'appraisal_complete',
      sql`${t.state} = 'begun' or (${t.overall} is not null and ${t.reason} <> '')`,
    ),
  ],
);

/** The four components of GRADE-CERQual. */
export const confidenceComponents = [
  'methodological_limitations',
  'coherence',
  'adequacy',
  'relevance',
] as const;
export type ConfidenceComponent = (typeof confidenceComponents)[number];

export const concernLevels = ['none', 'minor', 'moderate', 'serious'] as const;
export type ConcernLevel = (typeof concernLevels)[number];

export const confidenceLevels = ['high', 'moderate', 'low', 'very_low'] as const;
export type ConfidenceLevel = (typeof confidenceLevels)[number];

export type ComponentJudgement = { concern: ConcernLevel; reason: Words };

/** How much confidence a finding deserves, as people judged it. The latest row holds. Append-only. */
export const confidence = sqliteTable(
  'confidence',
  {
    id: id(),
    findingId: integer('finding_id')
      .notNull()
      .references(() => finding.id),
    components: json<Record<ConfidenceComponent, ComponentJudgement>>('components').notNull(),
    level: text('level', { enum: confidenceLevels }).notNull(),
    explanation: words('explanation').notNull(),
    /** What it rested on then: the statement, each support, each study's appraisal. Whether it still does is derived. */
    basis: json<string[]>('basis').notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('confidence_finding').on(t.findingId),
    check('confidence_level', sql`${t.level} in ${oneOf(confidenceLevels)}`),
  ],
);
