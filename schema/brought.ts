/** Settlements that count no more, and what a file had brought along and a person here has taken over from it. */

import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { coding } from './coding.ts';
import { id, json, moment, oneOf } from './columns.ts';
import { stageList, stageListLine } from './flow.ts';
import { importBatch, record, report } from './records.ts';
import { review } from './reviews.ts';
import { adjudication, stages } from './screening.ts';

/** A settlement taken back: it counts no more, and what was settled before it holds again. Append-only. */
export const adjudicationWithdrawal = sqliteTable('adjudication_withdrawal', {
  adjudicationId: integer('adjudication_id')
    .primaryKey()
    .references(() => adjudication.id),
  personId: integer('person_id').notNull(),
  at: moment('at').notNull(),
});

/** A list of an older review whose decisions were taken back, all at once. Append-only. */
export const stageListUndo = sqliteTable('stage_list_undo', {
  listId: integer('list_id')
    .primaryKey()
    .references(() => stageList.id),
  personId: integer('person_id').notNull(),
  at: moment('at').notNull(),
});

/** `is`: that report. `absent`: never among the records of the searches. `open`: what was said before is taken back. */
export const lineAnswers = ['is', 'absent', 'open'] as const;

/** What a person says of a line that the program found nothing for; the latest counts. Append-only. */
export const stageListAnswer = sqliteTable(
  'stage_list_answer',
  {
    id: id(),
    lineId: integer('line_id')
      .notNull()
      .references(() => stageListLine.id),
    answer: text('answer', { enum: lineAnswers }).notNull(),
    reportId: integer('report_id').references(() => report.id),
    reason: text('reason').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('stage_list_answer_line').on(t.lineId, t.id),
    index('stage_list_answer_report').on(t.reportId),
    check('stage_list_answer_known', sql`${t.answer} in ${oneOf(lineAnswers)}`),
    check(
      'stage_list_answer_names_report',
      sql`(${t.answer} = 'is') = (${t.reportId} is not null)`,
    ),
    check('stage_list_answer_has_reason', sql`${t.answer} <> 'absent' or ${t.reason} <> ''`),
  ],
);

/** What the list says of a report, settled because a person found the report. Append-only. */
export const stageListSettlement = sqliteTable(
  'stage_list_settlement',
  {
    adjudicationId: integer('adjudication_id')
      .primaryKey()
      .references(() => adjudication.id),
    answerId: integer('answer_id')
      .notNull()
      .references(() => stageListAnswer.id),
  },
  (t) => [index('stage_list_settlement_answer').on(t.answerId)],
);

/** One person took over, at one time, what the file of one import had brought along. */
export const broughtAct = sqliteTable(
  'brought_act',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    importId: integer('import_id')
      .notNull()
      .references(() => importBatch.id),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
    undoneBy: integer('undone_by'),
    undoneAt: moment('undone_at'),
  },
  (t) => [index('brought_act_import').on(t.importId)],
);

/** Who the file says it was, when, and which people here they are. */
const said = {
  actId: integer('act_id')
    .notNull()
    .references(() => broughtAct.id),
  recordId: integer('record_id')
    .notNull()
    .references(() => record.id),
  saidBy: text('said_by').notNull().default(''),
  people: json<number[]>('people').notNull().default([]),
  saidAt: text('said_at').notNull().default(''),
};

/** A decision of the file as a settlement here. Append-only. */
export const broughtDecision = sqliteTable(
  'brought_decision',
  {
    adjudicationId: integer('adjudication_id')
      .primaryKey()
      .references(() => adjudication.id),
    ...said,
    /** The file's own word for the reason. */
    reason: text('reason').notNull().default(''),
  },
  (t) => [index('brought_decision_act').on(t.actId)],
);

/** A code of the file as a coding here. Append-only. */
export const broughtCoding = sqliteTable(
  'brought_coding',
  {
    codingId: integer('coding_id')
      .primaryKey()
      .references(() => coding.id),
    ...said,
  },
  (t) => [index('brought_coding_act').on(t.actId)],
);

/** A note of the file, beside the publication. Append-only; it goes with its act. */
export const broughtNote = sqliteTable(
  'brought_note',
  {
    id: id(),
    ...said,
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    /** Where it was written, when the file says so. */
    stage: text('stage', { enum: stages }),
    text: text('text').notNull(),
  },
  (t) => [
    index('brought_note_report').on(t.reportId),
    index('brought_note_act').on(t.actId),
    check('brought_note_stage', sql`${t.stage} in ${oneOf(stages)}`),
  ],
);
