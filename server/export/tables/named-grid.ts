/** A table of a review with the names that it bears when it has left the site. */
import type { Locale, Words } from '../../../schema/columns.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import type { Column } from '../../synthesis/tables/table.ts';
import type { Grid } from './grid.ts';

/** With the name of the review that it is of. */
export type NamedGrid = Grid & { review: string };
type Content = Pick<Grid, 'title' | 'columns' | 'cells'> & Partial<Grid>;

/** The first column names the row, and there is no more to say, unless the content says otherwise. */
export function namedGrid(locale: Locale, { title: of }: { title: Words }, content: Content) {
  const review = inWords(locale, of);
  const caption = translate(locale, 'tables.caption', { title: content.title, review });
  return { review, caption, headerAt: 0, totals: null, note: '', sources: [], ...content };
}

export const textColumn = (key: string, label: string): Column => ({ key, label, kind: 'text' });
export const numberColumn = (key: string, label: string): Column => ({
  key,
  label,
  kind: 'number',
});
