/** Cases by aspects: the sites inside studies, each with its attributes. */
import { casesOf } from '../../coding/desk/cases.ts';
import { countryName, inWords, translate } from '../../platform/i18n.ts';
import { publicationAddress } from '../addresses.ts';
import { cellsOf } from '../aspects.ts';
import {
  type Cell,
  distinct,
  fixedWords,
  numberCell,
  plainCell,
  type SummaryTable,
  shownRows,
  type TableRequest,
  wordsCell,
} from './table.ts';

export function casesTable(request: TableRequest): SummaryTable {
  const { db, review, locale } = request;
  const cases = casesOf(db, review.id);
  const { aspects: all, cells } = cellsOf(db, review.id, 'case');
  const aspects = all.filter((aspect) => cells.some((cell) => cell.aspectId === aspect.id));
  const byPlace = new Map(cells.map((cell) => [`${cell.caseId} ${cell.aspectId}`, cell]));
  const cellAt = (caseId: number, aspectId: number) => byPlace.get(`${caseId} ${aspectId}`);
  const isNumeric = (aspectId: number) =>
    cells.every((cell) => cell.aspectId !== aspectId || cell.number !== null);
  const part = shownRows(request, cases);
  return {
    ...fixedWords(request, 'cases'),
    columns: [
      { key: 'case', label: translate(locale, 'tables.column.case'), kind: 'text' },
      { key: 'country', label: translate(locale, 'tables.column.country'), kind: 'text' },
      ...aspects.map(({ id, key, label }) => ({
        key,
        label: inWords(locale, label),
        kind: isNumeric(id) ? ('number' as const) : ('text' as const),
      })),
    ],
    count: cases.length,
    rows: part.map((row) => ({
      case: row.key,
      label: row.label,
      country: row.country,
      ...Object.fromEntries(
        aspects.map(({ id, key }) => {
          const cell = cellAt(row.id, id);
          return [key, cell ? (cell.number ?? inWords(locale, cell.text)) : null];
        }),
      ),
    })),
    cells: part.map((row) => [
      plainCell(row.label, publicationAddress(review.slug, row.rootId)),
      plainCell(countryName(locale, row.country)),
      ...aspects.map(({ id }) => caseCell(request, cellAt(row.id, id))),
    ]),
    headerAt: 0,
    totals: null,
    note: translate(locale, 'tables.cases.note', {
      cases: cases.length,
      publications: new Set(cases.map((row) => row.rootId)).size,
    }),
    sources: distinct([
      ...aspects.map(({ source }) => source),
      ...cells.map((cell) => cell.source),
    ]),
    filter: [],
  };
}

type StoredCell = ReturnType<typeof cellsOf>['cells'][number];

function caseCell({ locale }: TableRequest, cell: StoredCell | undefined): Cell {
  if (!cell) return plainCell('');
  return cell.number === null ? wordsCell(locale, cell.text) : numberCell(cell.number);
}
