/** Forms that a team designs to take the same facts out of every publication, and what people answered. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { flag, id, json, moment, oneOf, type Words, words } from './columns.ts';
import { report } from './records.ts';
import { review } from './reviews.ts';

/** How a study was made. What is asked of it, and how it is appraised, depends on that. */
export const studyDesigns = [
  'qualitative',
  'cross_sectional',
  'longitudinal',
  'experimental',
  'mixed_methods',
  'case_study',
  'literature_review',
  'grey_literature',
  'other',
] as const;
export type StudyDesign = (typeof studyDesigns)[number];

/** A publication is of a design. The latest row holds. Append-only. */
export const designLink = sqliteTable(
  'design_link',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    design: text('design', { enum: studyDesigns }).notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('design_link_report').on(t.reportId, t.design),
    check('design_link_design', sql`${t.design} in ${oneOf(studyDesigns)}`),
  ],
);

export const formFieldKinds = [
  'text',
  'number',
  'date',
  'choice',
  'choices',
  'code',
  'country',
  'table',
] as const;
export type FormFieldKind = (typeof formFieldKinds)[number];

/** One question of a form. */
export type FormField = {
  /** What exports call it; stays when its words change. */
  key: string;
  kind: FormFieldKind;
  label: Words;
  help: Words;
  isRequired: boolean;
  /** Designs of study that it is asked of; none named: every one. */
  designs: StudyDesign[];
  /** Of `choice` and `choices`: what to choose from. Of `table`: its columns. */
  options: { key: string; label: Words }[];
  /** Of `code`: the codebook to choose from. */
  codebookKey: string;
};

export const extractionForm = sqliteTable(
  'extraction_form',
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
  (t) => [unique('extraction_form_key').on(t.reviewId, t.key)],
);

/** The questions of a form as they stood. The latest version holds; what was answered on an earlier one stays. */
export const extractionFormVersion = sqliteTable(
  'extraction_form_version',
  {
    id: id(),
    formId: integer('form_id')
      .notNull()
      .references(() => extractionForm.id),
    /** From 1. */
    number: integer('number').notNull(),
    fields: json<FormField[]>('fields').notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [unique('extraction_form_version_number').on(t.formId, t.number)],
);

/** Text, number as written, a day; keys chosen; the rows of a table. Null: emptied. */
export type AnswerValue = string | string[] | string[][] | null;

/** What one person took out of a publication for one question. The latest row of each person holds. Append-only. */
export const extractionAnswer = sqliteTable(
  'extraction_answer',
  {
    id: id(),
    formId: integer('form_id')
      .notNull()
      .references(() => extractionForm.id),
    /** The version that asked. */
    version: integer('version').notNull(),
    fieldKey: text('field_key').notNull(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    value: json<AnswerValue>('value'),
    /** Where it stands: page, table, figure. */
    locator: text('locator').notNull().default(''),
    /** Excerpts that it rests on. */
    excerptIds: json<number[]>('excerpt_ids').notNull().default([]),
    /** What two coders agreed on; before that, each has an answer of their own. */
    isConsensus: flag('is_consensus').notNull().default(false),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('extraction_answer_report').on(t.reportId, t.formId)],
);
