/** How a review's written report is put together: its parts in order, its style of references, its Word template. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { json, moment, type Words } from './columns.ts';
import { review } from './reviews.ts';

/** What a part is made of: words of one's own, or what the review's rows say. */
export const deliveryPartKinds = [
  'text',
  'background',
  'questions',
  'criteria',
  'method',
  'flow',
  'table',
  'charts',
  'appraisal',
  'findings',
  'references',
  'searches',
] as const;
export type DeliveryPartKind = (typeof deliveryPartKinds)[number];

export type DeliveryPart = {
  kind: DeliveryPartKind;
  /** The team's own heading; where it has none in a language, ours stands. */
  heading: Words;
  /** What stands before that which the rows say. */
  text: Words;
  /** Of a table: which. */
  table: string;
};

/** One row a review; a review without one gets the parts that we suggest. Every change is in the log. */
export const delivery = sqliteTable('delivery', {
  reviewId: integer('review_id')
    .primaryKey()
    .references(() => review.id),
  parts: json<DeliveryPart[]>('parts').notNull().default([]),
  /** A style of the Citation Style Language, by its name there. */
  citationStyle: text('citation_style').notNull().default('apa'),
  /** A Word document whose styles, headers and footers the report takes over. */
  templateFileHash: text('template_file_hash'),
  templateName: text('template_name').notNull().default(''),
  personId: integer('person_id').notNull(),
  at: moment('at').notNull(),
});
