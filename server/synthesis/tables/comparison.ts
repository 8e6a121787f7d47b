/** Aspects by countries, in words: what each country's sources say of the same thing. */
import { collator, countryName, inWords, translate } from '../../platform/i18n.ts';
import { cellsOf } from '../aspects.ts';
import { cellSources } from './cell-sources.ts';
import {
  distinct,
  fixedWords,
  listCell,
  numberCell,
  plainCell,
  type SummaryTable,
  shownRows,
  type TableRequest,
  wordsCell,
} from './table.ts';

export function comparisonTable(request: TableRequest): SummaryTable {
  const { db, review, locale } = request;
  const { aspects, cells } = cellsOf(db, review.id, 'country');
  const countries = distinct(cells.map((cell) => cell.country ?? '')).sort((one, other) =>
    collator(locale).compare(countryName(locale, one), countryName(locale, other)),
  );
  const cellAt = (aspectId: number, country: string) =>
    cells.find((cell) => cell.aspectId === aspectId && cell.country === country);
  const sourceOf = cellSources(request, cells);
  const shown = cells.length > 0 ? aspects : [];
  const part = shownRows(request, shown);
  return {
    ...fixedWords(request, 'comparison'),
    columns: [
      { key: 'aspect', label: translate(locale, 'tables.column.aspect'), kind: 'text' },
      ...countries.map((code) => ({
        key: code,
        label: countryName(locale, code),
        kind: 'text' as const,
      })),
    ],
    count: shown.length,
    rows: part.map((aspect) => ({
      aspect: aspect.key,
      label: inWords(locale, aspect.label),
      ...Object.fromEntries(
        countries.map((code) => {
          const cell = cellAt(aspect.id, code);
          return [code, cell ? (cell.number ?? inWords(locale, cell.text)) : null];
        }),
      ),
    })),
    cells: part.map((aspect) => [
      wordsCell(locale, aspect.label),
      ...countries.map((code) => {
        const cell = cellAt(aspect.id, code);
        if (!cell) return plainCell('');
        const source = sourceOf(cell);
        if (cell.number !== null) return numberCell(cell.number, source?.href);
        return listCell([...wordsCell(locale, cell.text).items, ...(source ? [source] : [])]);
      }),
    ]),
    headerAt: 0,
    totals: null,
    note: translate(locale, 'tables.comparison.note', {
      filled: cells.length,
      cells: shown.length * countries.length,
    }),
    sources: distinct([...cells.map((cell) => cell.source), ...shown.map((row) => row.source)]),
    filter: [],
  };
}
