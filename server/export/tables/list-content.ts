/** What a list of a review holds before it is named: columns by key, and their cells. */
import type { Locale, Words } from '../../../schema/columns.ts';
import { publicationsByRoot } from '../../coding/publications.ts';
import type { Db } from '../../db.ts';
import { publicationLabel } from '../../synthesis/tables/labels.ts';
import { type Cell, type Column, plainCell } from '../../synthesis/tables/table.ts';

export type ListRequest = {
  db: Db;
  review: { id: number; slug: string; title: Words };
  locale: Locale;
  /** The public sees final findings only. */
  isPublic?: boolean;
};
export type ListContent = {
  columns: [string, Column['kind']][];
  cells: Cell[][];
  headerAt?: number;
};

export const listCell = (texts: readonly string[]): Cell => ({
  items: texts.map((text) => ({ text, language: null, href: null })),
  number: null,
});

/** The short name of each of these publications; empty for one that is none any longer. */
export function publicationNames(
  { db, locale }: { db: Db; locale: Locale },
  rootIds: number[],
): (rootId: number) => Cell {
  const known = publicationsByRoot(db, rootIds);
  return (rootId) => {
    const publication = known.get(rootId);
    return plainCell(publication ? publicationLabel(locale, publication) : '');
  };
}
