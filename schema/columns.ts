/** The column vocabulary that every table is made of. */
import { sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/sqlite-core';

/** The languages of the interface, and those in which a review may carry its own texts. */
export const locales = ['en', 'sv', 'nb', 'nn'] as const;
export type Locale = (typeof locales)[number];

/** One text in the languages it has been written in; what is shown falls back nn -> nb -> en -> any. */
export type Words = Partial<Record<Locale, string>>;

export const id = () => integer('id').primaryKey();

/** A moment, ISO 8601 in UTC with milliseconds: sorts as text. */
export const moment = (name: string) => text(name);
export const createdAt = () => moment('created_at').notNull().default(now);
export const now = sql`(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`;

export const words = (name: string) => text(name, { mode: 'json' }).$type<Words>();
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
export const flag = (name: string) => integer(name, { mode: 'boolean' });

/** The values of a list as they stand in a CHECK constraint. */
export function oneOf(values: readonly string[]) {
  return sql.raw(`(${values.map((value) => `'${value}'`).join(', ')})`);
}
