/** The reporting checklists that a review can be held against, and what its owners have said of their items. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment, oneOf } from './columns.ts';
import { review } from './reviews.ts';

export const checklists = ['prisma-2020', 'prisma-2020-abstract', 'prisma-scr'] as const;
export type Checklist = (typeof checklists)[number];

/** `open`: what was said before is taken back, and what the rows propose holds again. */
export const itemAnswers = ['reported', 'not_applicable', 'not_reported', 'open'] as const;
export type ItemAnswer = (typeof itemAnswers)[number];

/** What a person says of an item of a checklist, beside what the rows propose; the latest holds. Append-only. */
export const checklistStatement = sqliteTable(
  'checklist_statement',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    list: text('list', { enum: checklists }).notNull(),
    /** Its number in the list: `16b`. */
    item: text('item').notNull(),
    answer: text('answer', { enum: itemAnswers }).notNull(),
    /** Section or page of what is handed in, in words. */
    place: text('place').notNull().default(''),
    /** Why it is not applicable, or whatever else is to be said. */
    comment: text('comment').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('checklist_statement_item').on(t.reviewId, t.list, t.item, t.id),
    check('checklist_statement_list', sql`${t.list} in ${oneOf(checklists)}`),
    check('checklist_statement_answer', sql`${t.answer} in ${oneOf(itemAnswers)}`),
    check('checklist_statement_has_place', sql`(${t.answer} = 'reported') = (${t.place} <> '')`),
    check(
      'checklist_statement_has_reason',
      sql`${t.answer} <> 'not_applicable' or ${t.comment} <> ''`,
    ),
  ],
);
