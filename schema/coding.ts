/** Codebooks, what people coded with them, the excerpts they took, and the cases inside studies. */
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  real,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core';
import { createdAt, id, json, type Locale, moment, oneOf, words } from './columns.ts';
import { fullText } from './documents.ts';
import { report } from './records.ts';
import { review } from './reviews.ts';

/** A `tree` classifies; a `framework` is a sequence of steps whose order means something. */
export const codebookKinds = ['tree', 'framework'] as const;
export type CodebookKind = (typeof codebookKinds)[number];

export const codebook = sqliteTable(
  'codebook',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    key: text('key').notNull(),
    kind: text('kind', { enum: codebookKinds }).notNull(),
    label: words('label').notNull(),
    description: words('description').notNull().default({}),
    /** Where it comes from: document, page, figure. */
    source: text('source').notNull().default(''),
    position: integer('position').notNull().default(0),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    unique('codebook_key').on(t.reviewId, t.key),
    check('codebook_kind', sql`${t.kind} in ${oneOf(codebookKinds)}`),
  ],
);

export const code = sqliteTable(
  'code',
  {
    id: id(),
    codebookId: integer('codebook_id')
      .notNull()
      .references(() => codebook.id),
    parentId: integer('parent_id').references((): AnySQLiteColumn => code.id),
    key: text('key').notNull(),
    label: words('label').notNull(),
    definition: words('definition').notNull().default({}),
    /** What the code is put on, in a sentence or two. */
    examples: words('examples').notNull().default({}),
    /** Other words for the same thing; the search uses them. */
    synonyms: json<Partial<Record<Locale, string[]>>>('synonyms').notNull().default({}),
    /** Order among its siblings; in a framework, the number of the step, from 1. */
    position: integer('position').notNull(),
    source: text('source').notNull().default(''),
    /** The code that took over what this one stood for, when the two were merged. */
    mergedIntoId: integer('merged_into_id').references((): AnySQLiteColumn => code.id),
    archivedAt: moment('archived_at'),
  },
  (t) => [unique('code_key').on(t.codebookId, t.key), index('code_parent').on(t.parentId)],
);

/** A person put a code on a report. Taken away by `removedAt`. */
export const coding = sqliteTable(
  'coding',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    codeId: integer('code_id')
      .notNull()
      .references(() => code.id),
    locator: text('locator').notNull().default(''),
    personId: integer('person_id').notNull(),
    createdAt: createdAt(),
    removedAt: moment('removed_at'),
    removedBy: integer('removed_by'),
    /** The coding that it was carried over from when codes were merged or split. */
    carriedFromId: integer('carried_from_id').references((): AnySQLiteColumn => coding.id),
  },
  (t) => [
    index('coding_report').on(t.reportId),
    // Tables count from the index alone.
    index('coding_code').on(t.codeId, t.reportId, t.removedAt),
  ],
);

/** A report is about a country (ISO 3166-1 alpha-2). */
export const countryLink = sqliteTable(
  'country_link',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    country: text('country').notNull(),
    personId: integer('person_id').notNull(),
    createdAt: createdAt(),
    removedAt: moment('removed_at'),
    removedBy: integer('removed_by'),
  },
  (t) => [
    index('country_link_report').on(t.reportId, t.country, t.removedAt),
    // Read by country, and from the index alone.
    index('country_link_country').on(t.country, t.reportId, t.removedAt),
    check('country_link_code', sql`${t.country} glob '[A-Z][A-Z]'`),
  ],
);

/** What a publication sets out to do, in the review's own words. The latest row holds. */
export const aim = sqliteTable(
  'aim',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    text: words('text').notNull(),
    /** A summary for readers outside the field, when there is one. */
    plainSummary: words('plain_summary').notNull().default({}),
    source: text('source').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('aim_report').on(t.reportId)],
);

/** A `quotation` is the document's own words; a `restatement` says what stands there in the reviewer's words. */
export const excerptKinds = ['quotation', 'restatement'] as const;
export type ExcerptKind = (typeof excerptKinds)[number];

export const excerpt = sqliteTable(
  'excerpt',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    kind: text('kind', { enum: excerptKinds }).notNull(),
    /** A quotation has one language; a restatement may have several. */
    text: words('text').notNull(),
    page: text('page').notNull().default(''),
    /** Section, table or figure. Page or locator is always given. */
    locator: text('locator').notNull().default(''),
    /** The document it was read in, when that is not the report itself: "Aytar 2022". */
    citedIn: text('cited_in').notNull().default(''),
    /** Where it was marked in the text of a file: the page, and its characters from and to. */
    fullTextId: integer('full_text_id').references(() => fullText.id),
    markedPage: integer('marked_page'),
    markedFrom: integer('marked_from'),
    markedTo: integer('marked_to'),
    personId: integer('person_id').notNull(),
    createdAt: createdAt(),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    index('excerpt_report').on(t.reportId),
    index('excerpt_review').on(t.reviewId),
    check('excerpt_kind', sql`${t.kind} in ${oneOf(excerptKinds)}`),
    check('excerpt_is_located', sql`${t.page} <> '' or ${t.locator} <> ''`),
  ],
);

export const excerptCode = sqliteTable(
  'excerpt_code',
  {
    id: id(),
    excerptId: integer('excerpt_id')
      .notNull()
      .references(() => excerpt.id),
    codeId: integer('code_id')
      .notNull()
      .references(() => code.id),
    /** Set when the code was split and the excerpt went to another part. */
    removedAt: moment('removed_at'),
  },
  (t) => [unique('excerpt_code_once').on(t.excerptId, t.codeId)],
);

/** One site or unit inside a study: a municipality of a case study. */
export const studyCase = sqliteTable(
  'study_case',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    key: text('key').notNull(),
    label: text('label').notNull(),
    country: text('country').notNull(),
    position: integer('position').notNull(),
    archivedAt: moment('archived_at'),
  },
  (t) => [unique('study_case_key').on(t.reviewId, t.key)],
);

export const aspectScopes = ['case', 'country'] as const;
export type AspectScope = (typeof aspectScopes)[number];

/** A row of a table of cases or of countries: inhabitants, initiator, definition of informal care. */
export const aspect = sqliteTable(
  'aspect',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    scope: text('scope', { enum: aspectScopes }).notNull(),
    key: text('key').notNull(),
    label: words('label').notNull(),
    /** The source table it comes from, as a heading of its group: "Table 5-1". */
    source: text('source').notNull().default(''),
    position: integer('position').notNull(),
    archivedAt: moment('archived_at'),
  },
  (t) => [
    unique('aspect_key').on(t.reviewId, t.scope, t.key),
    check('aspect_scope', sql`${t.scope} in ${oneOf(aspectScopes)}`),
  ],
);

/** What one case or one country has for one aspect: words, or a number. The latest row for a cell holds. */
export const aspectCell = sqliteTable(
  'aspect_cell',
  {
    id: id(),
    aspectId: integer('aspect_id')
      .notNull()
      .references(() => aspect.id),
    /** One of the two, by the aspect's scope. */
    caseId: integer('case_id').references(() => studyCase.id),
    country: text('country'),
    text: words('text').notNull().default({}),
    number: real('number'),
    /** The publication that says so, and where. */
    reportId: integer('report_id').references(() => report.id),
    source: text('source').notNull().default(''),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('aspect_cell_aspect').on(t.aspectId),
    check('aspect_cell_of_one', sql`(${t.caseId} is null) <> (${t.country} is null)`),
  ],
);
