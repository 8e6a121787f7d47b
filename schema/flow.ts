/** What the flow is counted from besides records and votes: removals, earlier versions, lists of older reviews. */
import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { Reference } from '../import/reference.ts';
import { id, json, moment, oneOf } from './columns.ts';
import { report, study } from './records.ts';
import { review } from './reviews.ts';
import { stages } from './screening.ts';

/**
 * How far each root report has got, one narrow row each, so that the flow of a large review is counted from an index
 * alone. Derived: the view `flow_path_now` says what it must hold, triggers keep it so, `check` compares the two.
 */
export const flowPath = sqliteTable(
  'flow_path',
  {
    rootId: integer('root_id').primaryKey(),
    reviewId: integer('review_id').notNull(),
    /** The first record that a search gave of it; null when only a list without stated source did. */
    recordId: integer('record_id'),
    studyId: integer('study_id'),
    /**
     * Everything that the boxes ask, in one text: the searches that found it in order, removed how, the state at
     * title and abstract and at full text, the latest retrieval, the reason, whether it has a study.
     */
    class: text('class').notNull(),
    /** The reports it stands for, itself among them. */
    members: text('members').notNull().default(''),
  },
  (t) => [
    index('flow_path_class').on(t.reviewId, t.class),
    index('flow_path_list').on(t.reviewId, t.rootId, t.class, t.recordId),
    index('flow_path_study').on(t.reviewId, t.studyId, t.class).where(sql`study_id is not null`),
  ],
);

export const flowSubjects = ['path', 'pair', 'import', 'run', 'review'] as const;
export type FlowSubject = (typeof flowSubjects)[number];

/**
 * Every change of anything that the flow is counted from, in order, written by triggers: read to any point it gives
 * the flow as it stood there. Append-only.
 */
export const flowLog = sqliteTable(
  'flow_log',
  {
    id: id(),
    reviewId: integer('review_id').notNull(),
    at: moment('at').notNull(),
    subject: text('subject', { enum: flowSubjects }).notNull(),
    subjectId: integer('subject_id').notNull(),
    /** What holds from then on, in the shape of the subject; empty when it is gone. */
    value: text('value').notNull(),
  },
  (t) => [index('flow_log_subject').on(t.reviewId, t.subject, t.subjectId)],
);

/** PRISMA's own two ways out before anybody screens: by an automation tool (X2), or for other reasons (X3). */
export const removalKinds = ['automation', 'other'] as const;
export type RemovalKind = (typeof removalKinds)[number];

/** A report was taken away before screening. Undone by setting `undoneAt`; never deleted. */
export const removal = sqliteTable(
  'removal',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** The report it was said of; it counts for that report's root while nobody has voted on it. */
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    kind: text('kind', { enum: removalKinds }).notNull(),
    reason: text('reason').notNull(),
    /** The program that marked it; empty when a person did. */
    tool: text('tool').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
    undoneBy: integer('undone_by'),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    index('removal_report').on(t.reportId),
    index('removal_review').on(t.reviewId, t.at),
    check('removal_kind', sql`${t.kind} in ${oneOf(removalKinds)}`),
    check('removal_has_reason', sql`${t.reason} <> ''`),
    check('removal_names_its_tool', sql`(${t.kind} = 'automation') = (${t.tool} <> '')`),
  ],
);

/** A study of the version of the review that this one updates, with how many reports it had there. */
export const previousStudy = sqliteTable(
  'previous_study',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    label: text('label').notNull(),
    reports: integer('reports').notNull().default(1),
    /** The same study among those of this review, when it has new reports here. */
    studyId: integer('study_id').references(() => study.id),
    source: text('source').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
    /** No longer counted: retracted, or outside the criteria as they are now. */
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
    withdrawnBy: integer('withdrawn_by'),
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    unique('previous_study_label').on(t.reviewId, t.label),
    check('previous_study_reports', sql`${t.reports} >= 1`),
    check(
      'previous_study_withdrawn_for_a_reason',
      sql`(${t.withdrawnAt} is null) = (${t.withdrawnReason} = '')`,
    ),
  ],
);

/** A report whose figures went into a meta-analysis. Taken away by `removedAt`. */
export const metaAnalysisMark = sqliteTable(
  'meta_analysis_mark',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
    removedBy: integer('removed_by'),
    removedAt: moment('removed_at'),
  },
  (t) => [index('meta_analysis_mark_report').on(t.reviewId, t.reportId)],
);

/** The flow as it was printed: numbered, dated, never changed. */
export const flowPrint = sqliteTable(
  'flow_print',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    number: integer('number').notNull(),
    note: text('note').notNull().default(''),
    content: json<unknown>('content').notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [unique('flow_print_once').on(t.reviewId, t.number)],
);

/** A file of an older review that says by itself what was kept after a stage. */
export const stageList = sqliteTable(
  'stage_list',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** The stage that its records have passed. */
    stage: text('stage', { enum: stages }).notNull(),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash').notNull(),
    format: text('format').notNull(),
    declared: integer('declared').notNull(),
    rejected: integer('rejected').notNull(),
    /** Reports that the list does not name and that were therefore taken to have been excluded. */
    excluded: integer('excluded').notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('stage_list_review').on(t.reviewId, t.id),
    check('stage_list_stage', sql`${t.stage} in ${oneOf(stages)}`),
  ],
);

export const lineStates = ['matched', 'repeats', 'unmatched'] as const;
export type LineState = (typeof lineStates)[number];
/** What a line counts as: as it was found, or as a person has said since (`absent`: never among the records). */
export const lineFates = [...lineStates, 'absent'] as const;
export type LineFate = (typeof lineFates)[number];

/** One record of such a list, as it stands there, and the report of the review that it was found to be. */
export const stageListLine = sqliteTable(
  'stage_list_line',
  {
    id: id(),
    listId: integer('list_id')
      .notNull()
      .references(() => stageList.id),
    position: integer('position').notNull(),
    reference: json<Reference>('reference').notNull(),
    state: text('state', { enum: lineStates }).notNull(),
    reportId: integer('report_id').references(() => report.id),
    reasons: json<{ code: string; params: Record<string, string | number> }[]>('reasons').notNull(),
    score: real('score').notNull(),
  },
  (t) => [
    unique('stage_list_line_place').on(t.listId, t.position),
    index('stage_list_line_report').on(t.reportId),
    check('stage_list_line_state', sql`${t.state} in ${oneOf(lineStates)}`),
    check('stage_list_line_matched', sql`(${t.state} = 'unmatched') = (${t.reportId} is null)`),
  ],
);
