/** What sources gave, as they gave it; which of it is the same report; and the investigations behind the reports. */
import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import type { ColumnMapping } from '../import/formats/format.ts';
import type { Problem, Reference, Unmapped } from '../import/reference.ts';
import { createdAt, flag, id, json, moment, oneOf } from './columns.ts';
import { review } from './reviews.ts';
import { searchRun } from './searches.ts';

export const importStates = ['queued', 'running', 'done', 'failed', 'undone'] as const;

/** One file, or one hand-entered batch, of one search run. */
export const importBatch = sqliteTable(
  'import_batch',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** Null for a list whose sources are not stated: its records belong to neither arm of the flow. */
    searchRunId: integer('search_run_id').references(() => searchRun.id),
    fileName: text('file_name').notNull(),
    /** Where the bytes lie, in the data folder's `files/`; null for a batch entered by hand. */
    fileHash: text('file_hash'),
    fileBytes: integer('file_bytes').notNull().default(0),
    /** The ZIP that it lay in. */
    archiveName: text('archive_name'),
    /** Set by detection or by the person. */
    format: text('format'),
    encoding: text('encoding'),
    /** Which field each column of a table feeds, when a person has said so. */
    columns: json<ColumnMapping>('columns'),
    /** The heading row of a table, the first rows below it, and what the columns are taken for. */
    tableHead: json<{ columns: string[]; rows: string[][]; mapping: ColumnMapping }>('table_head'),
    /** A table is not read before a person has looked at what its columns are taken for. */
    awaitsColumns: flag('awaits_columns').notNull().default(false),
    state: text('state', { enum: importStates }).notNull().default('queued'),
    /** Records that the reader saw begin in the file; set when it has been read to the end. */
    declared: integer('declared'),
    /** Pieces of the file already stored: where a killed import goes on. */
    piecesStored: integer('pieces_stored').notNull().default(0),
    /** Tags that no field holds, and how many values each has. Derived when read to the end (`check` recomputes it). */
    unmappedTags: json<{ tag: string; count: number }[]>('unmapped_tags').notNull().default([]),
    problem: json<{ code: string; params: Record<string, string | number> }>('problem'),
    createdBy: integer('created_by').notNull(),
    createdAt: createdAt(),
    finishedAt: moment('finished_at'),
    /** When somebody said that it should be undone; `running` until all of it is. */
    undoneAt: moment('undone_at'),
  },
  (t) => [
    index('import_batch_review').on(t.reviewId),
    // Looked at by triggers whenever somebody works on a report.
    index('import_batch_undoing').on(t.id).where(sql`state = 'running' and undone_at is not null`),
    check('import_batch_state', sql`${t.state} in ${oneOf(importStates)}`),
  ],
);

/** What the columns of a kind of table hold, as a person has said: used again for the same heading row. */
export const columnMapping = sqliteTable(
  'column_mapping',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    name: text('name').notNull(),
    /** The heading row, as written. */
    headings: json<string[]>('headings').notNull(),
    columns: json<ColumnMapping>('columns').notNull(),
    createdBy: integer('created_by').notNull(),
    createdAt: createdAt(),
    archivedAt: moment('archived_at'),
  },
  (t) => [index('column_mapping_review').on(t.reviewId)],
);

/** One document. Starts as one record's own; its root is itself, or the report it was found to duplicate. */
export const report = sqliteTable(
  'report',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /**
     * The report that stands for this one: itself, or the first of its cluster. Derived from the active links (`check`
     * recomputes it). Votes, codings and excerpts stay on the report they were made on and count for the root.
     */
    rootId: integer('root_id'),
    /** What is shown: the best of its records field by field, with corrections. Derived (`check` recomputes it). */
    reference: json<Reference>('reference').notNull(),
    title: text('title').notNull(),
    year: integer('year'),
    /** Family name or body, as lists are sorted by. */
    firstAuthor: text('first_author').notNull().default(''),
    studyId: integer('study_id').references(() => study.id),
    createdAt: createdAt(),
    /** Set when the import that brought it was undone. */
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    index('report_root').on(t.rootId),
    index('report_review').on(t.reviewId, t.rootId),
    // Publications are counted from the index alone: rows are wide.
    index('report_publications').on(t.reviewId, t.withdrawnAt, t.rootId),
    index('report_study').on(t.studyId),
    // Tables count by year and study, and put in the order of names, from the index alone.
    index('report_year').on(t.reviewId, t.withdrawnAt, t.rootId, t.year, t.studyId, t.firstAuthor),
    // What is linked is found without looking at what is not.
    index('report_linked').on(t.reviewId, t.id).where(sql`root_id <> id`),
  ],
);

export const record = sqliteTable(
  'record',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    importId: integer('import_id')
      .notNull()
      .references(() => importBatch.id),
    /** The report that began with this record; never changes. Its root says where it belongs now. */
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    /** Place among the pieces of its import, from 1. */
    position: integer('position').notNull(),
    lineFrom: integer('line_from').notNull(),
    lineTo: integer('line_to').notNull(),
    raw: text('raw').notNull(),
    reference: json<Reference>('reference').notNull(),
    unmapped: json<Unmapped[]>('unmapped').notNull(),
    /** What the reader found odd about it, though it could be read. */
    notices: json<Problem[]>('notices').notNull().default([]),
    /** Hash of the whole reference: equal only when nothing differs. */
    contentHash: text('content_hash').notNull(),
    /** True when the same file already gave this very record. */
    repeatsInFile: flag('repeats_in_file').notNull().default(false),
  },
  (t) => [
    unique('record_place').on(t.importId, t.position),
    index('record_report').on(t.reportId),
    // The account of an import is counted from the index alone: rows are wide.
    index('record_account').on(t.importId, t.repeatsInFile, t.reportId),
    index('record_noticed').on(t.importId, t.position).where(sql`notices <> '[]'`),
  ],
);

/** A stretch of a file that no record could be read from, kept with its lines and the reason. */
export const rejection = sqliteTable(
  'rejection',
  {
    id: id(),
    importId: integer('import_id')
      .notNull()
      .references(() => importBatch.id),
    position: integer('position').notNull(),
    lineFrom: integer('line_from').notNull(),
    lineTo: integer('line_to').notNull(),
    raw: text('raw').notNull(),
    problem: json<{ code: string; params: Record<string, string | number> }>('problem').notNull(),
  },
  (t) => [unique('rejection_place').on(t.importId, t.position)],
);

/**
 * A rejected stretch that a person has put right: its text as it is read now. The stretch itself stays as it came.
 * Append-only.
 */
export const mending = sqliteTable(
  'mending',
  {
    id: id(),
    rejectionId: integer('rejection_id')
      .notNull()
      .references(() => rejection.id),
    raw: text('raw').notNull(),
    /** The records that came of it; 0 when a person says that it is no record at all. */
    records: integer('records').notNull(),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [unique('mending_once').on(t.rejectionId)],
);

/** A report that the team's search does not know yet as it is now. Written by triggers; whoever indexes it takes it away. */
export const reportToIndex = sqliteTable('report_to_index', {
  // No number comes twice: whoever has read up to one takes away up to it.
  id: integer('id').primaryKey({ autoIncrement: true }),
  reportId: integer('report_id').notNull(),
});

/** Two reports are one document. Undone by setting `undoneAt`; never deleted. */
export const duplicateLink = sqliteTable(
  'duplicate_link',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** The earlier of the two. */
    keptId: integer('kept_id')
      .notNull()
      .references(() => report.id),
    duplicateId: integer('duplicate_id')
      .notNull()
      .references(() => report.id),
    reasons: json<{ code: string; params: Record<string, string | number> }[]>('reasons').notNull(),
    /** 0 to 1. */
    score: real('score').notNull(),
    /** Null when the certain rules linked them. */
    decidedBy: integer('decided_by'),
    decidedAt: moment('decided_at').notNull(),
    undoneBy: integer('undone_by'),
    undoneAt: moment('undone_at'),
    /** The `duplicate_batch` it was made in. */
    batchId: integer('batch_id'),
  },
  (t) => [
    index('duplicate_link_review').on(t.reviewId),
    index('duplicate_link_kept').on(t.keptId),
    index('duplicate_link_duplicate').on(t.duplicateId),
    check('duplicate_link_order', sql`${t.keptId} < ${t.duplicateId}`),
  ],
);

export const pairStates = ['open', 'same', 'different'] as const;

/** Two reports that may be one: a question to a person, and the answer. */
export const possiblePair = sqliteTable(
  'possible_pair',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    firstId: integer('first_id')
      .notNull()
      .references(() => report.id),
    secondId: integer('second_id')
      .notNull()
      .references(() => report.id),
    score: real('score').notNull(),
    reasons: json<{ code: string; params: Record<string, string | number> }[]>('reasons').notNull(),
    against: json<{ code: string; params: Record<string, string | number> }[]>('against').notNull(),
    state: text('state', { enum: pairStates }).notNull().default('open'),
    decidedBy: integer('decided_by'),
    decidedAt: moment('decided_at'),
  },
  (t) => [
    unique('possible_pair_once').on(t.firstId, t.secondId),
    index('possible_pair_queue').on(t.reviewId, t.state, t.score),
    check('possible_pair_state', sql`${t.state} in ${oneOf(pairStates)}`),
  ],
);

/** A person's correction of one shown field; the latest for a field holds. Records themselves are never edited. */
export const correction = sqliteTable(
  'correction',
  {
    id: id(),
    reportId: integer('report_id')
      .notNull()
      .references(() => report.id),
    field: text('field').$type<keyof Reference>().notNull(),
    /** The value in the field's own shape; null takes the field away. */
    value: json<unknown>('value'),
    personId: integer('person_id').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('correction_report').on(t.reportId)],
);

/** One investigation behind one or more reports. */
export const study = sqliteTable(
  'study',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    label: text('label').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('study_review').on(t.reviewId)],
);
