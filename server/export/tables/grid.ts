/** What a table must have to become a file: any feature's table or list does, whatever else it knows. */
import type { Locale } from '../../../schema/columns.ts';
import type { Cell, Column } from '../../synthesis/tables/table.ts';

export type Grid = {
  title: string;
  /** The table's name with the review's, as it stands above a table that has left the site. */
  caption: string;
  columns: Column[];
  cells: Cell[][];
  /** Which column names the row. */
  headerAt: number;
  totals: { cells: Cell[] } | null;
  /** What the margins count; empty when there is nothing to say. */
  note: string;
  sources: string[];
  /** What would crowd the table's cells, as a table of its own under it; spreadsheets have no such thing. */
  below?: Grid;
};

export type FileContext = {
  locale: Locale;
  /** When the file was made, ISO 8601; everything else in it follows from the rows. */
  at: string;
  /** What stands before the addresses that cells lead to; without it a file has no links. */
  linkBase?: string;
};

/** Where a thing in a cell leads, from outside the site. */
export const linkOf = (href: string | null, { linkBase }: Pick<FileContext, 'linkBase'>) =>
  href === null || linkBase === undefined ? null : linkBase + href;
