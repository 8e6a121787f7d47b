/** How full texts were sought, found or not, and what they say page by page. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { id, moment, oneOf } from './columns.ts';
import { report } from './records.ts';

export const retrievalOutcomes = ['retrieved', 'not_retrieved', 'reopened'] as const;
export type RetrievalOutcome = (typeof retrievalOutcomes)[number];

/** One attempt to get a full text; the latest one for a report holds, `reopened` means sought again. */
export const retrieval = sqliteTable(
  'retrieval',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    outcome: text('outcome', { enum: retrievalOutcomes }).notNull(),
    /** Where it was found or asked for: a link, a library, a letter to the author. */
    how: text('how').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('retrieval_report').on(t.reportId),
    check('retrieval_outcome', sql`${t.outcome} in ${oneOf(retrievalOutcomes)}`),
  ],
);

/** The text of one page, in which quotations are looked for. */
export const documentPage = sqliteTable(
  'document_page',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    page: integer('page').notNull(),
    text: text('text').notNull(),
  },
  (t) => [unique('document_page_once').on(t.reportId, t.page)],
);
