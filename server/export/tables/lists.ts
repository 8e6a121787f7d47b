/** The rows behind a review as tables: what was searched, sought, excluded, quoted and coded, and by what. */
import type { Locale } from '../../../schema/columns.ts';
import { type MessageKey, translate } from '../../platform/i18n.ts';
import type { Cell, Column } from '../../synthesis/tables/table.ts';
import { codeRows, codingRows, excerptRows } from './coding-lists.ts';
import { findingRows } from './finding-grids.ts';
import type { ListContent, ListRequest } from './list-content.ts';
import { type NamedGrid, namedGrid } from './named-grid.ts';
import {
  criterionRows,
  excludedRows,
  publicationRows,
  retrievalRows,
  searchRows,
} from './search-lists.ts';

/** Those that anybody may read of a review that is published, as its pages are. */
export const publicListNames = ['findings'] as const;
export const listNames = [
  ...publicListNames,
  'publications',
  'searches',
  'criteria',
  'retrievals',
  'excluded',
  'excerpts',
  'codes',
  'codings',
] as const;
export type ListName = (typeof listNames)[number];
export type List = NamedGrid & { name: ListName };

const makers: Record<ListName, (request: ListRequest) => ListContent> = {
  findings: findingRows,
  publications: publicationRows,
  searches: searchRows,
  criteria: criterionRows,
  retrievals: retrievalRows,
  excluded: excludedRows,
  excerpts: excerptRows,
  codes: codeRows,
  codings: codingRows,
};

export function listOf(name: ListName, request: ListRequest): List {
  const title = translate(request.locale, `list.${name}.title`);
  return { name, ...listGrid(request, title, makers[name](request)) };
}

/** A list under a name, with the number of its rows. */
export function listGrid(
  { locale, review }: Pick<ListRequest, 'locale' | 'review'>,
  title: string,
  { columns, cells, headerAt = 0 }: ListContent,
): NamedGrid {
  return namedGrid(locale, review, {
    title,
    columns: columns.map(([key, kind]) => ({ key, kind, label: columnLabel(locale, key) })),
    cells,
    headerAt,
    note: translate(locale, 'list.note', { rows: cells.length }),
  });
}

const columnLabel = (locale: Locale, key: string) =>
  translate(locale, `list.column.${key}` as MessageKey);

/** The same rows for machines: by key, nothing worded but the texts themselves. */
export function listJson({ name, title, columns, cells }: List) {
  const plainValue = (cell: Cell | undefined, { kind }: Column) => {
    if (!cell || cell.items.length === 0) return null;
    if (cell.number !== null) return cell.number;
    const texts = cell.items.map(({ text }) => text);
    return kind === 'list' ? texts : texts.join('\n');
  };
  const rows = cells.map((line) =>
    Object.fromEntries(columns.map((column, at) => [column.key, plainValue(line[at], column)])),
  );
  return { name, title, columns, rows };
}
