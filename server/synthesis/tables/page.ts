/** What the pages of the summary tables may show. */
import type { Locale } from '../../../schema/columns.ts';
import { fileLinks } from '../../platform/file-formats.ts';
import { tags, translate } from '../../platform/i18n.ts';
import { tableAddress } from '../addresses.ts';
import {
  type Cell,
  isEmptyTable,
  type SummaryTable,
  type TableName,
  type TableRequest,
  tableNames,
  type Window,
} from './table.ts';

export function tablesPage<Own extends object>(
  { locale, review }: TableRequest,
  sizes: Record<TableName, number>,
  own: Own,
) {
  return {
    ...own,
    title: translate(locale, 'tables.title'),
    tables: tableNames.map((name) => ({
      name,
      title: translate(locale, `tables.${name}.title`),
      about: translate(locale, `tables.${name}.about`),
      empty: translate(locale, `tables.${name}.empty`),
      href: tableAddress(review.slug, name),
      count: sizes[name],
      isEmpty: sizes[name] === 0,
      formats: formatsOf(review.slug, name, ''),
    })),
  };
}

const formatsOf = (slug: string, name: string, query: string) =>
  fileLinks(`${tableAddress(slug, name)}?${query}`);

function tablePage(request: TableRequest, table: SummaryTable) {
  const { review } = request;
  return {
    title: table.title,
    name: table.name,
    caption: table.caption,
    note: table.note,
    sources: table.sources,
    empty: table.empty,
    isEmpty: isEmptyTable(table),
    filter: table.filter.length > 0 ? table.filter.join(', ') : null,
    whole: tableAddress(review.slug, table.name),
    all: `/reviews/${review.slug}/tables`,
    formats: formatsOf(review.slug, table.name, queryOf(request)),
  };
}

function queryOf({ theme, kind }: TableRequest): string {
  return new URLSearchParams({
    ...(theme === undefined ? {} : { theme }),
    ...(kind === undefined ? {} : { kind }),
  }).toString();
}

export function gridPage(request: TableRequest, table: SummaryTable) {
  const line = (cells: Cell[]) =>
    cells.map((cell, at) => shownCell(request.locale, table, cell, at));
  return {
    ...tablePage(request, table),
    columns: table.columns.map((column) => ({ ...column, isNumber: column.kind === 'number' })),
    rows: table.cells.map(line),
    totals: table.totals ? line(table.totals.cells) : null,
  };
}

/** A page of a table shows as many rows; files hold all of them. */
export const rowsPerPage = 300;

export const windowOf = (page: number): Window => ({
  offset: (page - 1) * rowsPerPage,
  limit: rowsPerPage,
});

/** The rows of one page of a table, and the way to the others. */
export function pagedGrid(request: TableRequest, table: SummaryTable, page: number) {
  const pages = Math.max(1, Math.ceil(table.count / rowsPerPage));
  const base = tableAddress(request.review.slug, table.name);
  const query = queryOf(request);
  const path = query ? `${base}?${query}` : base;
  return { ...gridPage(request, table), pager: pagerOf(path, Math.min(page, pages), pages) };
}

export function pagerOf(base: string, page: number, pages: number) {
  const link = (to: number) => `${base}${base.includes('?') ? '&' : '?'}page=${to}`;
  return {
    isNeeded: pages > 1,
    page,
    pages,
    previous: page > 1 ? link(page - 1) : null,
    next: page < pages ? link(page + 1) : null,
  };
}

function shownCell(locale: Locale, table: SummaryTable, cell: Cell, at: number) {
  const column = table.columns[at];
  // A year is a number that nobody groups by thousands.
  const isYear = column?.key === 'year';
  const items = cell.items.map((item) => ({
    ...item,
    text:
      cell.number === null || isYear
        ? item.text
        : new Intl.NumberFormat(tags[locale]).format(cell.number),
  }));
  return {
    items,
    isHeader: at === table.headerAt,
    isNumber: column?.kind === 'number',
    isList: column?.kind === 'list' || items.length > 1,
  };
}

export function findingsPage(request: TableRequest, table: SummaryTable) {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const kinds = [...new Set(table.rows.map((row) => String(row.kind)))];
  const cellOf = (index: number, key: string): Cell =>
    table.cells[index]?.[at(key)] ?? { items: [], number: null };
  const groups = kinds.map((kind) => {
    const indexes = table.rows.flatMap((row, index) => (row.kind === kind ? [index] : []));
    return {
      kind,
      label: cellOf(indexes[0] ?? 0, 'kind').items,
      count: indexes.length,
      findings: indexes.map((index) => ({
        number: table.rows[index]?.number,
        isDraft: table.rows[index]?.state === 'draft',
        statement: cellOf(index, 'statement').items,
        publications: cellOf(index, 'publications').items,
        publicationCount: cellOf(index, 'publications').items.length,
        contradicting: cellOf(index, 'contradicting').items,
        themes: cellOf(index, 'themes').items,
      })),
    };
  });
  return { ...tablePage(request, table), groups };
}
