/** How full texts were sought, found or not, and what they say page by page. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { flag, id, json, moment, oneOf } from './columns.ts';
import { report } from './records.ts';
import { review } from './reviews.ts';

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

export const fullTextFormats = ['pdf', 'docx', 'html', 'text'] as const;

export const fullTextStates = ['waiting', 'read', 'unreadable'] as const;

/** Why a file is taken to be the text of a publication. */
export const matchReasons = ['doi', 'title', 'file_name', 'person'] as const;

/** A file with the full text of a publication, or one that nobody knows the publication of yet. */
export const fullText = sqliteTable(
  'full_text',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** Null until it is matched, by what the file says or by a person. */
    reportId: integer('report_id').references(() => report.id),
    /** A match that a person has yet to confirm. */
    proposedId: integer('proposed_id').references(() => report.id),
    matchReason: text('match_reason', { enum: matchReasons }),
    fileHash: text('file_hash').notNull(),
    fileName: text('file_name').notNull(),
    fileBytes: integer('file_bytes').notNull(),
    /** Known when it has been read. */
    format: text('format', { enum: fullTextFormats }),
    state: text('state', { enum: fullTextStates }).notNull().default('waiting'),
    /** What kept it from being read: a key of the catalogues. */
    problem: text('problem').notNull().default(''),
    /** What the file says about itself, which matches are made from. */
    facts: json<{ title: string; dois: string[] }>('facts')
      .notNull()
      .default({ title: '', dois: [] }),
    personId: integer('person_id').notNull(),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
    removedBy: integer('removed_by'),
  },
  (t) => [
    index('full_text_review').on(t.reviewId),
    index('full_text_report').on(t.reportId),
    check('full_text_format', sql`${t.format} in ${oneOf(fullTextFormats)}`),
    check('full_text_state', sql`${t.state} in ${oneOf(fullTextStates)}`),
    check('full_text_match', sql`${t.matchReason} in ${oneOf(matchReasons)}`),
  ],
);

/** What a page of a file says. A page that is a picture has no text, and says that it was scanned. */
export const fullTextPage = sqliteTable(
  'full_text_page',
  {
    id: id(),
    fullTextId: integer('full_text_id')
      .notNull()
      .references(() => fullText.id),
    /** From 1. A file without pages is cut into stretches of about one page. */
    page: integer('page').notNull(),
    /** What is printed on it as its number, when the file says so: "iv", "117". */
    label: text('label').notNull().default(''),
    text: text('text').notNull(),
    isScanned: flag('is_scanned').notNull().default(false),
  },
  (t) => [unique('full_text_page_once').on(t.fullTextId, t.page)],
);
