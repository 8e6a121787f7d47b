/** Heavy work waiting, running and done: a worker takes a row, and its progress is read from it. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id, json, moment, oneOf } from './columns.ts';
import { review } from './reviews.ts';

export const jobKinds = [
  'import',
  'undo',
  'duplicates',
  'index',
  'full_text',
  'ranking',
  'report',
  'restore',
  'archive',
] as const;
export type JobKind = (typeof jobKinds)[number];

export const jobStates = ['queued', 'running', 'done', 'failed'] as const;

export const job = sqliteTable(
  'job',
  {
    id: id(),
    kind: text('kind', { enum: jobKinds }).notNull(),
    reviewId: integer('review_id').references(() => review.id),
    /** What the kind needs to know; its shape belongs to the kind. */
    payload: json<Record<string, unknown>>('payload').notNull().default({}),
    state: text('state', { enum: jobStates }).notNull().default('queued'),
    done: integer('done').notNull().default(0),
    /** Null while it is not known how much there is. */
    total: integer('total'),
    attempts: integer('attempts').notNull().default(0),
    problem: json<{ code: string; params: Record<string, string | number> }>('problem'),
    personId: integer('person_id'),
    createdAt: createdAt(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    index('job_queue').on(t.state, t.id),
    check('job_kind', sql`${t.kind} in ${oneOf(jobKinds)}`),
    check('job_state', sql`${t.state} in ${oneOf(jobStates)}`),
  ],
);
