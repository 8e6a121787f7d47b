/** Series of figures over years, as their sources print them. */
import type { Words } from '../../../schema/columns.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { indicatorsOf } from '../indicators.ts';
import {
  type Cell,
  type Column,
  distinct,
  fixedWords,
  numberCell,
  plainCell,
  type SummaryTable,
  shownRows,
  type TableRequest,
  wordsCell,
} from './table.ts';

export function indicatorsTable(request: TableRequest): SummaryTable {
  const { db, review, locale } = request;
  const series = indicatorsOf(db, review.id);
  const lines = series.flatMap((indicator) =>
    indicator.groups.map((group) => ({ indicator, group })),
  );
  const years = [...new Set(series.flatMap((each) => each.years))].sort((a, b) => a - b);
  const hasChange = lines.some(({ group }) => group.change !== '');
  const part = shownRows(request, lines);
  return {
    ...fixedWords(request, 'indicators'),
    columns: columnsFor(request, years, hasChange),
    count: lines.length,
    rows: part.map(({ indicator, group }) => ({
      indicator: indicator.key,
      label: inWords(locale, indicator.label),
      group: group.key,
      groupLabel: inWords(locale, group.label),
      unit: inWords(locale, indicator.unit),
      ...Object.fromEntries(years.map((year) => [String(year), group.values[year] ?? null])),
      change: group.change,
      isSignificant: group.isSignificant,
      source: indicator.source,
    })),
    cells: part.map(({ indicator, group }) => [
      wordsCell(locale, indicator.label),
      groupCell(request, indicator.label, group.label),
      wordsCell(locale, indicator.unit),
      ...years.map((year) => numberCell(group.values[year] ?? null)),
      ...(hasChange ? [plainCell(changeWords(request, group))] : []),
    ]),
    headerAt: 0,
    totals: null,
    note: translate(locale, 'tables.indicators.note'),
    sources: distinct(series.map((indicator) => indicator.source)),
    filter: [],
  };
}

function columnsFor({ locale }: TableRequest, years: number[], hasChange: boolean): Column[] {
  const column = (key: 'indicator' | 'group' | 'unit' | 'change'): Column => ({
    key,
    label: translate(locale, `tables.column.${key}`),
    kind: 'text',
  });
  return [
    column('indicator'),
    column('group'),
    column('unit'),
    ...years.map((year) => ({ key: String(year), label: String(year), kind: 'number' as const })),
    ...(hasChange ? [column('change')] : []),
  ];
}

/** A series of one line is its own group; its name need not stand there twice. */
function groupCell({ locale }: TableRequest, indicator: Words, group: Words): Cell {
  const isSame = inWords(locale, indicator) === inWords(locale, group);
  return isSame ? plainCell('') : wordsCell(locale, group);
}

function changeWords(
  { locale }: TableRequest,
  { change, isSignificant }: { change: string; isSignificant: boolean | null },
): string {
  if (change === '' || isSignificant === null) return change;
  const key = isSignificant ? 'significant' : 'not_significant';
  return translate(locale, `tables.indicators.${key}`, { change });
}
