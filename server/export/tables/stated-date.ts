/** The day on which a table was made, as it stands in every file. */
import type { Locale } from '../../../schema/columns.ts';
import { tags, translate } from '../../platform/i18n.ts';

export function statedDate(locale: Locale, at: string): string {
  const format = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return translate(locale, 'tables.stated', { date: format.format(new Date(at)) });
}
