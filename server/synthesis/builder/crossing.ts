/** One dimension against another, parted by a third: every thing counted once in each cell that it belongs to. */
import type { RowOrder } from '../../../schema/synthesis.ts';
import type { Category, Dimension } from './dimension.ts';

/** Stands for "has no value in this dimension" where a category's key is asked for. */
export const noneKey = '-';

/** A row or column: a category, or null for what has none. */
export type Line = { category: Category | null; at: number };

/** Why a cell is empty: nothing included has both, or it has not been coded at all. Neither is "no effect". */
export type Emptiness = 'no_evidence' | 'not_coded';

export type Crossed = {
  rows: Line[];
  columns: Line[];
  segments: Line[];
  /** The things in a cell, by place. */
  cell: (row: Line, column: Line) => readonly number[];
  /** Different things anywhere in a row, in a column, in the whole table. */
  inRow: (row: Line) => readonly number[];
  inColumn: (column: Line) => readonly number[];
  all: readonly number[];
  inSegment: (things: readonly number[], segment: Line) => readonly number[];
  emptiness: (row: Line, column: Line) => Emptiness;
};

export type CrossingOptions = {
  order: RowOrder;
  showsEmpty: boolean;
  showsNone: boolean;
  compare: (one: string, other: string) => number;
};

type Side = { dimension: Dimension | null; size: number; none: number; alone: readonly number[] };

/** A missing dimension has one place for everything. */
const sideOf = (dimension: Dimension | null): Side => {
  const size = dimension ? dimension.categories.length : 0;
  return { dimension, size: size + 1, none: size, alone: [size] };
};

export function cross(
  things: number,
  rowDimension: Dimension | null,
  columnDimension: Dimension | null,
  segment: Dimension | null,
  options: CrossingOptions,
): Crossed {
  const [rows, columns] = [sideOf(rowDimension), sideOf(columnDimension)];
  const byRow: number[][] = Array.from({ length: rows.size }, () => []);
  const byColumn: number[][] = Array.from({ length: columns.size }, () => []);
  const all: number[] = [];
  const tallies = { row: tallyOf(rows), column: tallyOf(columns) };
  for (let thing = 0; thing < things; thing += 1) {
    const inRows = placesOf(rows, thing);
    const inColumns = placesOf(columns, thing);
    const [hasNoRow, hasNoColumn] = [isNone(rows, inRows), isNone(columns, inColumns)];
    count(tallies.row, inRows, hasNoColumn);
    count(tallies.column, inColumns, hasNoRow);
    if (!options.showsNone && (hasNoRow || hasNoColumn)) continue;
    all.push(thing);
    for (const row of inRows) byRow[row]?.push(thing);
    for (const column of inColumns) byColumn[column]?.push(thing);
  }
  const inRow = (row: Line) => byRow[row.at] ?? [];
  const inColumn = (column: Line) => byColumn[column.at] ?? [];
  const cellsOf = kept((at: number) => partedBy(columns, byRow[at] ?? []));
  const segments = segment && sideOf(segment);
  const segmentsOf = keptFor((list: readonly number[]) => partedBy(segments ?? rows, list));
  return {
    rows: linesOf(rows, inRow, options, options.order),
    columns: linesOf(columns, inColumn, options, 'own'),
    segments: segment ? segmentLines(segment, all) : [],
    cell: (row, column) => cellsOf(row.at)[column.at] ?? [],
    inRow,
    inColumn,
    all,
    inSegment: (list, { at }) => (segments ? (segmentsOf(list)[at] ?? []) : list),
    emptiness: (row, column) =>
      isUncoded(tallies.row, row) || isUncoded(tallies.column, column)
        ? 'not_coded'
        : 'no_evidence',
  };
}

/** A list of things sorted into the places of a side. Rows are parted when they are looked at: most are on other pages. */
function partedBy(side: Side, things: readonly number[]): (number[] | undefined)[] {
  const parts: (number[] | undefined)[] = [];
  for (const thing of things)
    for (const place of placesOf(side, thing)) {
      const part = parts[place];
      if (part) part.push(thing);
      else parts[place] = [thing];
    }
  return parts;
}

function kept<V>(make: (key: number) => V): (key: number) => V {
  const known = new Map<number, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function keptFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function placesOf({ dimension, alone }: Side, thing: number): readonly number[] {
  const own = dimension?.values[thing];
  return own && own.length > 0 ? own : alone;
}

const isNone = ({ dimension, none }: Side, places: readonly number[]) =>
  dimension !== null && places[0] === none;

/** How many things a line has, and how many of them have no value on the other side. */
type Tally = { seen: Int32Array; uncoded: Int32Array };

const tallyOf = ({ size }: Side): Tally => ({
  seen: new Int32Array(size),
  uncoded: new Int32Array(size),
});

function count({ seen, uncoded }: Tally, places: readonly number[], isUncodedThing: boolean): void {
  for (const place of places) {
    seen[place] = (seen[place] ?? 0) + 1;
    if (isUncodedThing) uncoded[place] = (uncoded[place] ?? 0) + 1;
  }
}

const isUncoded = ({ seen, uncoded }: Tally, { at }: Line) =>
  (seen[at] ?? 0) > 0 && seen[at] === uncoded[at];

function linesOf(
  { dimension, none }: Side,
  things: (line: Line) => readonly number[],
  { showsEmpty, showsNone, compare }: CrossingOptions,
  order: RowOrder,
): Line[] {
  if (!dimension) return [{ category: null, at: none }];
  const lines = dimension.categories
    .map((category, at): Line => ({ category, at }))
    .filter((line) => showsEmpty || things(line).length > 0);
  const labelOf = ({ category }: Line) => category?.label ?? '';
  if (order === 'label' && !dimension.isSorted)
    lines.sort((one, other) => compare(labelOf(one), labelOf(other)));
  if (order === 'count') lines.sort((one, other) => things(other).length - things(one).length);
  const last: Line = { category: null, at: none };
  return showsNone && things(last).length > 0 ? [...lines, last] : lines;
}

function segmentLines(segment: Dimension, all: readonly number[]): Line[] {
  const used = new Set<number>();
  let hasNone = false;
  for (const thing of all) {
    const own = segment.values[thing] ?? [];
    if (own.length === 0) hasNone = true;
    for (const category of own) used.add(category);
  }
  const lines = segment.categories.map((category, at): Line => ({ category, at }));
  const shown = lines.filter(({ at }) => used.has(at));
  return hasNone ? [...shown, { category: null, at: segment.categories.length }] : shown;
}
