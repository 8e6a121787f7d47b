/** Aspects by welfare arrangements, in words: what is said of each country, under the arrangement it belongs to. */
import { collator, countryName, inWords, translate } from '../../platform/i18n.ts';
import { cellsOf } from '../aspects.ts';
import { arrangementOf, arrangementSource, arrangements } from '../builder/welfare.ts';
import { cellSources, type Stored } from './cell-sources.ts';
import {
  type Cell,
  distinct,
  fixedWords,
  type Item,
  listCell,
  type SummaryTable,
  shownRows,
  type TableRequest,
  wordsCell,
} from './table.ts';

export function welfareTable(request: TableRequest): SummaryTable {
  const { db, review, locale } = request;
  const { aspects, cells } = cellsOf(db, review.id, 'country');
  const used = arrangements.filter((name) => cells.some((cell) => isOf(cell, name)));
  const sourceOf = cellSources(request, cells);
  const shown = used.length > 0 ? aspects : [];
  const rows = shownRows(request, shown);
  const cellsAt = (aspectId: number, name: string) =>
    cells
      .filter((cell) => cell.aspectId === aspectId && isOf(cell, name))
      .sort((one, other) => collator(locale).compare(nameOf(request, one), nameOf(request, other)));
  return {
    ...fixedWords(request, 'welfare'),
    columns: [
      { key: 'aspect', label: translate(locale, 'tables.column.aspect'), kind: 'text' },
      ...used.map((name) => ({
        key: name,
        label: translate(locale, `welfare.${name}`),
        kind: 'text' as const,
      })),
    ],
    count: shown.length,
    rows: rows.map((aspect) => ({
      aspect: aspect.key,
      label: inWords(locale, aspect.label),
      ...Object.fromEntries(
        used.map((name) => [name, machineCell(request, cellsAt(aspect.id, name))]),
      ),
    })),
    cells: rows.map((aspect) => [
      wordsCell(locale, aspect.label),
      ...used.map((name) => saidCell(request, cellsAt(aspect.id, name), sourceOf)),
    ]),
    headerAt: 0,
    totals: null,
    note: translate(locale, 'tables.welfare.note', {
      countries: new Set(cells.map(({ country }) => country)).size,
    }),
    sources:
      shown.length === 0 ? [] : distinct([...cells.map(({ source }) => source), arrangementSource]),
    filter: [],
  };
}

const isOf = ({ country }: Stored, name: string) => arrangementOf(country ?? '') === name;

const nameOf = ({ locale }: TableRequest, { country }: Stored) =>
  country ? countryName(locale, country) : '';

/** By country; null where no source says anything of any of them. */
function machineCell({ locale }: TableRequest, cells: Stored[]) {
  if (cells.length === 0) return null;
  return Object.fromEntries(
    cells.map((cell) => [cell.country ?? '', cell.number ?? inWords(locale, cell.text)]),
  );
}

/** Each country by its name before what is said of it, and who says so after. */
function saidCell(
  request: TableRequest,
  cells: Stored[],
  sourceOf: (cell: Stored) => Item | null,
): Cell {
  const { locale } = request;
  return listCell(
    cells.flatMap((cell) => {
      const country = nameOf(request, cell);
      const [first, ...others] =
        cell.number === null
          ? wordsCell(locale, cell.text).items
          : [{ text: String(cell.number), language: null, href: null }];
      if (!first) return [];
      const text = translate(locale, 'tables.welfare.said', { country, text: first.text });
      const source = sourceOf(cell);
      return [{ ...first, text }, ...others, ...(source ? [source] : [])];
    }),
  );
}
