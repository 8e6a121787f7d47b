/** What a report is made for: which review, in which language, as it stood when. */
import type { Locale } from '../../../schema/columns.ts';
import type { Connection } from '../../db.ts';
import type { ReviewRow } from '../../platform/guards.ts';
import { tags } from '../../platform/i18n.ts';

export type DeliveryRequest = {
  db: Connection;
  review: ReviewRow;
  locale: Locale;
  /** ISO 8601; the one thing in the file that does not follow from the rows. */
  at: string;
  /** The public gets final findings only. */
  isPublic: boolean;
  /** The site's own address, where it has said one: what stands before what cells of tables lead to. */
  linkBase?: string | undefined;
};

/** A day as it is written in a text; a year or a month stays what it is. */
export function dayInWords(locale: Locale, day: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: 'UTC' }).format(new Date(day));
  if (/^\d{4}-\d{2}-\d{2}/.test(day)) return format({ dateStyle: 'long' });
  return /^\d{4}-\d{2}$/.test(day) ? format({ year: 'numeric', month: 'long' }) : day;
}

/** Names that have commas themselves are kept apart by semicolons. */
export const listed = (locale: Locale, texts: string[]): string =>
  texts.some((text) => text.includes(','))
    ? texts.join('; ')
    : new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(texts);
