/** How a table fits a printed page: how wide its columns are, and whether it is better turned on its side. Pure. */
import { type Cell, plainCell } from '../../synthesis/tables/table.ts';
import { cellText } from './cell-text.ts';
import type { Grid } from './grid.ts';

/** Twentieths of a point that a letter of a table takes, generously, and the air beside a column. */
const letter = 105;
const air = 220;
const narrowest = 640;
/** A longer word may be broken rather than take the page. */
const wordMax = 17;

/**
 * A table of more columns than a page can hold, and fewer rows, is turned: what were columns are rows. Seven cases
 * with thirteen attributes are then seven columns that can be read.
 */
export function fitted<G extends Grid>(table: G, available: number): G {
  const fits = total(leastWidths(table)) <= available;
  if (fits || table.columns.length <= table.cells.length + 1 || table.totals) return table;
  return turned(table);
}

function turned<G extends Grid>(table: G): G {
  const { columns, cells, headerAt } = table;
  const corner = columns[headerAt];
  if (!corner) return table;
  const names = cells.map((line, at) => ({
    key: String(at),
    label: cellText(line[headerAt] ?? nothing, corner),
    kind: 'text' as const,
  }));
  const lines = columns.flatMap((column, at) =>
    at === headerAt ? [] : [[plainCell(column.label), ...cells.map((line) => line[at] ?? nothing)]],
  );
  return { ...table, columns: [corner, ...names], cells: lines, headerAt: 0 };
}

const nothing: Cell = { items: [], number: null };

/** So many columns always stand upright; of a table on a page of its own, no more do. */
export const uprightColumnsMax = 4;
/** Letters of a table that is no longer than some lines however narrow its columns are. */
const shortMax = 2000;

/** Within a text, a short table whose words have room upright is not worth a page turned, however many its columns. */
export function goesOnSide(table: Grid, uprightWidth: number): boolean {
  const { columns, cells } = table;
  if (columns.length <= uprightColumnsMax) return false;
  const letters = cells.flatMap((line) =>
    columns.map((column, at) => cellText(line[at] ?? nothing, column).length),
  );
  return total(letters) > shortMax || total(leastWidths(table)) > uprightWidth;
}

/** No word is broken if it can be helped; what is left over goes where there is most to read. Together the whole. */
export function columnWidths(table: Grid, available: number): number[] {
  const least = leastWidths(table);
  const needed = total(least);
  if (needed >= available)
    return exactly(
      least.map((width) => (width / needed) * available),
      available,
    );
  const weights = table.columns.map((column, at) => {
    if (column.kind === 'number' && isAllNumbers(table, at)) return 0.4;
    const lengths = table.cells.map((line) => cellText(line[at] ?? nothing, column).length);
    return Math.sqrt(total(lengths) / Math.max(1, lengths.length));
  });
  const share = (available - needed) / Math.max(0.1, total(weights));
  return exactly(
    least.map((width, at) => width + (weights[at] ?? 0) * share),
    available,
  );
}

/** "Not reported" among numbers is read as words are. */
const isAllNumbers = ({ cells }: Grid, at: number): boolean =>
  cells.every((line) => {
    const { number, items } = line[at] ?? nothing;
    return number !== null || items.length === 0;
  });

/** What the longest word of each column takes. */
function leastWidths(table: Grid): number[] {
  return table.columns.map((column, at) => {
    const texts = [
      column.label,
      ...table.cells.map((line) => cellText(line[at] ?? nothing, column)),
    ];
    // The heading is bold: its words take a letter more.
    const words = texts.flatMap((text, at) =>
      text.split(/[\s\u2013/-]+/).map((word) => word.length + Number(at === 0)),
    );
    const longest = Math.min(wordMax, Math.max(...words));
    return Math.max(narrowest, longest * letter + air);
  });
}

/** Whole numbers that add up to the width; the last column takes what rounding leaves. */
function exactly(widths: number[], available: number): number[] {
  const whole = widths.map(Math.floor);
  const rest = available - total(whole);
  return whole.map((width, at) => (at === whole.length - 1 ? width + rest : width));
}

const total = (numbers: number[]): number => numbers.reduce((sum, each) => sum + each, 0);
