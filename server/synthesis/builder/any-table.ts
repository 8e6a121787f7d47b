/** A table of a review by its name: one of those made for every review, or `saved/KEY`, one that the review keeps. */
import type { Locale, Words } from '../../../schema/columns.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { type SummaryTable, type TableRequest, tableNames } from '../tables/table.ts';
import { summaryTable } from '../tables/tables.ts';
import { keptTable } from './kept-map.ts';
import { savedTables } from './saved.ts';

const savedName = (key: string) => `saved/${key}`;
const fixedName = (name: string) => tableNames.find((each) => each === name);

export type TableChoice = { name: string; title: string };

/** What can be chosen, ours first. @param onlyPublic leaves out what the team keeps to itself. */
export function tableChoices(
  db: Db,
  reviewId: number,
  { locale, onlyPublic }: { locale: Locale; onlyPublic: boolean },
): TableChoice[] {
  const titled = (title: Words) => inWords(locale, title) || translate(locale, 'built.untitled');
  return [
    ...tableNames.map((name) => ({ name, title: translate(locale, `tables.${name}.title`) })),
    ...savedTables(db, reviewId, onlyPublic).map(({ key, title }) => ({
      name: savedName(key),
      title: titled(title),
    })),
  ];
}

/** @throws NOT_FOUND when the review has no such table, any more or for those outside it. */
export const anyTable = (name: string, request: TableRequest): SummaryTable =>
  anyDrawn(name, request).table;

/** With its evidence gap map, where the table is one. */
export function anyDrawn(name: string, request: TableRequest): ReturnType<typeof keptTable> {
  const fixed = fixedName(name);
  if (fixed) return { table: summaryTable(fixed, request), map: null };
  const { db, review, isPublic } = request;
  const found = savedTables(db, review.id, isPublic).find(({ key }) => savedName(key) === name);
  if (!found) throw notFound();
  return keptTable(request, found);
}
