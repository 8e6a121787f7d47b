/** A table put together as its definition says, in the shape that pages and files read. */
import type { Words } from '../../../schema/columns.ts';
import type { TableDefinition } from '../../../schema/synthesis.ts';
import { collator, inWords, translate } from '../../platform/i18n.ts';
import {
  type Cell,
  type Item,
  listCell,
  named,
  numberCell,
  plainCell,
  type SummaryTable,
  shownRows,
  type TableRequest,
} from '../tables/table.ts';
import type { CellAddress } from './cell-addresses.ts';
import {
  type Crossed,
  type CrossingOptions,
  cross,
  type Line,
  noneKey,
  type Spot,
} from './crossing.ts';
import type { CellPlace } from './definition.ts';
import type { Category } from './dimension.ts';
import { listing } from './listing.ts';
import { dimensionLabel, unitLabel } from './names.ts';
import { inOrder } from './order.ts';
import { type Reader, readerFor } from './reader.ts';
import { type Things, thingsOf } from './things.ts';
import { arrangementSource } from './welfare.ts';

/** A definition with its words, saved or not. */
export type Drawn = {
  /** Where its page is, below the tables of the review. */
  name: string;
  title: Words;
  note: Words;
  definition: TableDefinition;
};
export type CrossedTable = { things: Things; crossed: Crossed; reader: Reader };

/** @param reader when a page has several tables of one review: each column is read once. */
export function crossedTable(
  request: TableRequest,
  definition: TableDefinition,
  reader = readerFor(request),
  shown?: CrossingOptions['shown'],
): CrossedTable {
  const things = thingsOf(reader, definition.unit);
  const { rows, columns, segment, order, showsEmpty, showsNone } = definition;
  const dimension = (name: string | undefined) => (name ? things.dimension(name) : null);
  const { compare } = collator(request.locale);
  const crossed = cross(things.size, dimension(rows), dimension(columns[0]), dimension(segment), {
    order,
    showsEmpty,
    showsNone,
    compare,
    ...(shown && { shown }),
  });
  return { things, crossed, reader };
}

/** A table, and what it is crossed from unless it is a list: a gap map draws the same. */
export function drawnTable(
  request: TableRequest,
  drawn: Drawn,
  cellAddress: CellAddress,
  reader = readerFor(request),
): { table: SummaryTable; crossed: CrossedTable | null } {
  const { definition } = drawn;
  const crossed =
    definition.shape === 'listing'
      ? null
      : crossedTable(request, definition, reader, (rows) => shownRows(request, rows));
  const grid = crossed
    ? crossingGrid(crossed, definition, cellAddress)
    : listing(reader, definition);
  const note = noteOf(request, drawn, grid.note);
  return { table: { ...wordsOf(request, drawn), ...grid, note }, crossed };
}

export type BuiltGrid = Pick<
  SummaryTable,
  'columns' | 'rows' | 'count' | 'cells' | 'headerAt' | 'totals' | 'note' | 'sources'
>;

function wordsOf(request: TableRequest, { name, title: given }: Drawn) {
  const { locale } = request;
  const title = inWords(locale, given) || translate(locale, 'built.untitled');
  const words = named(request, name, title);
  return { ...words, empty: translate(locale, 'built.empty'), filter: [] };
}

/** What the team says of its table, then what is counted. */
function noteOf({ locale }: TableRequest, { note }: Drawn, counted: string): string {
  return [inWords(locale, note), counted].filter((part) => part !== '').join(' ');
}

export const keyOf = ({ category }: Line): string => category?.key ?? noneKey;

export function labelOf(reader: Reader, { category }: Line, dimension: string): string {
  const { locale } = reader.request;
  if (category) return category.label;
  return translate(locale, 'built.none', { dimension: dimensionLabel(reader, dimension) });
}

function crossingGrid(
  table: CrossedTable,
  definition: TableDefinition,
  cellAddress: CellAddress,
): BuiltGrid {
  const { reader, crossed } = table;
  const { request } = reader;
  const [columnName = ''] = definition.columns;
  const columns = columnName === '' ? [] : crossed.columns;
  const { cells, segment } = definition;
  const kind = cells === 'count' && segment === '' ? ('number' as const) : ('list' as const);
  const total = translate(request.locale, 'built.total', {
    unit: unitLabel(reader, definition.unit),
  });
  if (cells === 'list') askForNames(table, columns);
  const write = cellWriter(table, definition, cellAddress);
  const { rows } = crossed;
  const line = (row: Line | null) => [
    ...columns.map((column) => write(row, column)),
    write(row, null),
  ];
  return {
    columns: [
      { key: 'row', label: dimensionLabel(reader, definition.rows), kind: 'text' },
      ...columns.map((column) => ({
        key: keyOf(column),
        label: labelOf(reader, column, columnName),
        kind,
      })),
      { key: 'total', label: total, kind: segment === '' ? 'number' : 'list' },
    ],
    count: crossed.rowCount,
    rows: rows.map((row) => ({
      row: keyOf(row),
      label: labelOf(reader, row, definition.rows),
      ...machineCells(table, columns, row),
    })),
    cells: rows.map((row) => [
      headerCell(row.category, labelOf(reader, row, definition.rows)),
      ...line(row),
    ]),
    headerAt: 0,
    totals:
      crossed.rowCount === 0
        ? null
        : {
            row: machineCells(table, columns, null),
            cells: [plainCell(total), ...line(null)],
          },
    note: [countNote(reader, definition), partlyCoded(table, definition, columns)]
      .filter((part) => part !== '')
      .join(' '),
    sources: [definition.rows, columnName, segment].includes('welfare') ? [arrangementSource] : [],
  };
}

const headerCell = (category: Category | null, label: string): Cell =>
  listCell([{ text: label, language: category?.language ?? null, href: category?.href ?? null }]);

function machineCells(table: CrossedTable, columns: Line[], row: Line | null) {
  const counts = columns.map((column) => [keyOf(column), countAt(column)] as const);
  return { ...Object.fromEntries(counts), total: countAt(null) };

  /** Null where nothing is coded; 0 where nothing included has both. */
  function countAt(column: Line | null) {
    const { crossed } = table;
    const total = crossed.count({ row, column });
    if (total === 0 && isUncoded(table, row, column)) return null;
    if (crossed.segments.length === 0) return total;
    const parts = crossed.segments.map(
      (part) => [keyOf(part), crossed.count({ row, column, part })] as const,
    );
    return { total, ...Object.fromEntries(parts) };
  }
}

export const isUncoded = ({ crossed }: CrossedTable, row: Line | null, column: Line | null) =>
  row !== null && column !== null && crossed.emptiness(row, column) === 'not_coded';

const namesInCellMax = 30;

/** A page shows the first of many; a file has all of them. */
function namesShown({ things, crossed, reader }: CrossedTable, row: Line, column: Line) {
  const ordered = inOrder(things.order(), crossed.things({ row, column }));
  return reader.request.window ? ordered.slice(0, namesInCellMax) : ordered;
}

/** The names of every cell are asked for before any is written, so that they are read together. */
function askForNames(table: CrossedTable, columns: Line[]): void {
  for (const row of table.crossed.rows)
    for (const column of columns) namesShown(table, row, column).forEach(table.things.named);
}

function cellWriter(
  table: CrossedTable,
  { cells, segment }: TableDefinition,
  address: CellAddress,
): (row: Line | null, column: Line | null) => Cell {
  const { crossed, reader, things } = table;
  const { locale } = reader.request;
  const words = (key: 'no_evidence' | 'not_coded') => plainCell(translate(locale, `built.${key}`));
  return (row, column) => {
    const count = crossed.count({ row, column });
    const place = { ...(row && { row: keyOf(row) }), ...(column && { column: keyOf(column) }) };
    const isTotal = row === null || column === null;
    if (count === 0 && isUncoded(table, row, column)) return words('not_coded');
    if (count === 0 && !isTotal && cells !== 'count') return words('no_evidence');
    const href = count > 0 ? address(place) : null;
    if (segment !== '') return segmentCell({ row, column }, place, href);
    if (isTotal || cells === 'count') return numberCell(count, href);
    if (cells === 'mark') return plainCell('\u2713', href);
    return listCell(namesOf(row, column, href));
  };

  /** Those that are not shown are led to. */
  function namesOf(row: Line, column: Line, href: string | null): Item[] {
    const shown = namesShown(table, row, column);
    const items = shown
      .map(things.named)
      .map((name): Item => ({ text: name.label, language: name.language, href: name.href }));
    const more = crossed.count({ row, column }) - shown.length;
    if (more === 0) return items;
    return [...items, { text: translate(locale, 'built.more', { more }), language: null, href }];
  }

  function segmentCell(spot: Spot, place: CellPlace, href: string | null): Cell {
    const whole: Item = { text: String(crossed.count(spot)), language: null, href };
    const parts = crossed.segments.flatMap((part): Item[] => {
      const count = crossed.count({ ...spot, part });
      if (count === 0) return [];
      const label = labelOf(reader, part, segment);
      const text = translate(locale, 'built.part', { label, count });
      return [{ text, language: null, href: address({ ...place, part: keyOf(part) }) }];
    });
    return listCell([whole, ...parts]);
  }
}

/** What the numbers count, how margins add up, and what an empty cell means. */
function countNote(reader: Reader, definition: TableDefinition): string {
  const { locale } = reader.request;
  const { unit, columns, rows, segment } = definition;
  const names = [rows, segment, ...columns];
  const has = (start: string) => names.some((name) => name.startsWith(start));
  return [
    translate(locale, unit === 'findings' ? 'built.counts.findings_unit' : `built.counts.${unit}`),
    translate(locale, 'built.counts.margins'),
    translate(locale, 'built.counts.zero'),
    has('code:') && unit !== 'findings' ? translate(locale, 'built.counts.codes') : '',
    has('finding') || has('kind') || unit === 'findings'
      ? translate(locale, 'built.counts.findings')
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** On which lines an empty cell speaks for some only, since the others have nothing on the other side. */
function partlyCoded(
  { crossed, reader }: CrossedTable,
  { rows, columns: [columnName = ''] }: TableDefinition,
  columns: Line[],
): string {
  const { locale } = reader.request;
  const sides = [
    { side: 'columns' as const, lines: columns, dimension: columnName },
    { side: 'rows' as const, lines: columns.length > 0 ? crossed.rows : [], dimension: rows },
  ];
  const told = sides.flatMap(({ side, lines, dimension }) =>
    lines.flatMap((line) => {
      const { all, uncoded } = crossed.uncoded(side, line);
      if (line.category === null || uncoded === 0 || uncoded === all) return [];
      const label = labelOf(reader, line, dimension);
      return [translate(locale, 'built.counts.partly_line', { label, all, uncoded })];
    }),
  );
  if (told.length === 0) return '';
  return translate(locale, 'built.counts.partly', { lines: told.join('; ') });
}
