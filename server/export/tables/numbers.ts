/** Numbers as they are read: with the language's own groups and decimals; a year as it is. */
import type { Locale } from '../../../schema/columns.ts';
import { tags } from '../../platform/i18n.ts';
import type { Column } from '../../synthesis/tables/table.ts';

export function shownNumber(number: number, { key }: Pick<Column, 'key'>, locale: Locale): string {
  return key === 'year' ? String(number) : new Intl.NumberFormat(tags[locale]).format(number);
}
