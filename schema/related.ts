/** Reports that belong together without being one, and answers about duplicates that were given many at once. */
import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id, moment, oneOf } from './columns.ts';
import { report } from './records.ts';
import { review } from './reviews.ts';

/**
 * `version`: a preprint, conference paper, thesis or article of the same work. `about`: a correction, reply or
 * comment. `study`: two reports of one investigation.
 */
export const relations = ['version', 'edition', 'about', 'study'] as const;
export type Relation = (typeof relations)[number];

/** Two reports are related and stay two: no count changes. Undone by setting `undoneAt`; never deleted. */
export const relatedLink = sqliteTable(
  'related_link',
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
    relation: text('relation', { enum: relations }).notNull(),
    decidedBy: integer('decided_by').notNull(),
    decidedAt: moment('decided_at').notNull(),
    undoneBy: integer('undone_by'),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    index('related_link_first').on(t.firstId),
    index('related_link_second').on(t.secondId),
    check('related_link_order', sql`${t.firstId} < ${t.secondId}`),
    check('related_link_relation', sql`${t.relation} in ${oneOf(relations)}`),
  ],
);

/** Many questions answered "the same" in one act, which is undone as one. Its links carry its id. */
export const duplicateBatch = sqliteTable(
  'duplicate_batch',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    /** The least likeness that was accepted. */
    scoreFrom: real('score_from').notNull(),
    personId: integer('person_id').notNull(),
    createdAt: createdAt(),
    undoneBy: integer('undone_by'),
    undoneAt: moment('undone_at'),
  },
  (t) => [index('duplicate_batch_review').on(t.reviewId)],
);
