/** Days as exact as they are known: 2022, 2022-03 or 2022-03-01. */
import { z } from 'zod';
import type { Locale } from '../../schema/columns.ts';
import { tags, translate } from './i18n.ts';

const pattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export const Day = z
  .string()
  .trim()
  .regex(pattern, 'problem.day')
  .refine((day) => !Number.isNaN(Date.parse(day)), 'problem.day');

/** "March 2022", in the language's own way. */
export function dayText(locale: Locale, day: string): string {
  const [, month, date] = day.split('-');
  if (!month) return day;
  const style: Intl.DateTimeFormatOptions = date
    ? { dateStyle: 'long' }
    : { year: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(tags[locale], { ...style, timeZone: 'UTC' }).format(new Date(day));
}

/** A span of which either end may be open; null when both are. */
export function periodText(locale: Locale, from: string | null, to: string | null): string | null {
  if (from && to)
    return translate(locale, 'period.between', {
      from: dayText(locale, from),
      to: dayText(locale, to),
    });
  if (from) return translate(locale, 'period.since', { from: dayText(locale, from) });
  return to ? translate(locale, 'period.until', { to: dayText(locale, to) }) : null;
}
