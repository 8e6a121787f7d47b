/** A series as people paste it from a spreadsheet: years in the first line, a group in each further one. */
import type { Locale } from '../../schema/columns.ts';
import { AppError } from '../errors.ts';
import { inWords } from '../platform/i18n.ts';
import type { GroupInput, IndicatorSeries } from './indicators.ts';

const isYear = (cell: string): boolean => /^(1[89]|20|21)\d\d$/.test(cell);
const noFigure = /^(?:|-|\u2013|\u2014|\.\.|\.|x)$/i;

/**
 * A last column whose heading is no year holds the change as the source prints it.
 * @throws SERIES_UNREADABLE with the line that cannot be read.
 */
export function readGrid(text: string, locale: Locale): GroupInput[] {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...rows] = lines;
  if (!head) throw unreadable(1);
  // The corner may be missing: then the first cell is a year already.
  const headings = isYear(head.cells[0] ?? '') ? head.cells : head.cells.slice(1);
  const hasChange = headings.length > 1 && !isYear(headings.at(-1) ?? '');
  const years = hasChange ? headings.slice(0, -1) : headings;
  const areYears = years.length > 0 && years.every(isYear);
  if (!areYears || new Set(years).size < years.length) throw unreadable(head.number);
  if (rows.length === 0) throw unreadable(head.number + 1);
  return rows.map(({ number, cells }) => {
    const [label = '', ...figures] = cells;
    if (label === '' || figures.length > headings.length) throw unreadable(number);
    const values = years.map((year, index) => [year, figureOf(figures[index] ?? '', number)]);
    const change = hasChange ? (figures[years.length] ?? '') : '';
    return { label: { [locale]: label }, change, values: Object.fromEntries(values) };
  });
}

/** A series as it can be pasted again: what `readGrid` reads. */
export function writeGrid(
  { years, groups }: Pick<IndicatorSeries, 'years' | 'groups'>,
  locale: Locale,
  change: string,
): string {
  const hasChange = groups.some((group) => group.change !== '');
  const head = ['', ...years.map(String), ...(hasChange ? [change] : [])];
  const rows = groups.map((group) => [
    inWords(locale, group.label),
    ...years.map((year) => figure(locale, group.values[year] ?? null)),
    ...(hasChange ? [group.change] : []),
  ]);
  return [head, ...rows].map((cells) => cells.join('\t')).join('\n');
}

const figure = (locale: Locale, value: number | null): string => {
  if (value === null) return '';
  return locale === 'en' ? String(value) : String(value).replace('.', ',');
};

/** Tabs as spreadsheets copy them; semicolons where there is no tab. */
function cellsOf(line: string): string[] {
  return line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim());
}

function figureOf(cell: string, line: number): number | null {
  if (noFigure.test(cell)) return null;
  const figure = cell.replace(/[\s%]/g, '').replace(',', '.').replace('\u2212', '-');
  if (!/^-?\d+(\.\d+)?$/.test(figure)) throw unreadable(line);
  return Number(figure);
}

const unreadable = (line: number) => new AppError('SERIES_UNREADABLE', { line }, 'grid');
