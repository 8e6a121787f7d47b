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
  /** Those that are shown, of so many. */
  rows: Line[];
  rowCount: number;
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
  /** The rows of a page; all of them when none is given. */
  shown?: <T>(rows: readonly T[]) => readonly T[];
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
  const all: number[] = [];
  const tallies = { row: tallyOf(rows), column: tallyOf(columns) };
  for (let thing = 0; thing < things; thing += 1) {
    const inRows = placesOf(rows, thing);
    const inColumns = placesOf(columns, thing);
    const [hasNoRow, hasNoColumn] = [isNone(rows, inRows), isNone(columns, inColumns)];
    count(tallies.row, inRows, hasNoColumn);
    count(tallies.column, inColumns, hasNoRow);
    if (options.showsNone || !(hasNoRow || hasNoColumn)) all.push(thing);
  }
  const byRow = sortedInto(rows, all);
  const byColumn = sortedInto(columns, all);
  const cellsOf = kept((at: number) => partedBy(columns, byRow.list(at)));
  const segments = segment && sideOf(segment);
  const segmentsOf = keptFor((list: readonly number[]) => partedBy(segments ?? rows, list));
  const rowPlaces = linePlaces(rows, byRow, options, options.order);
  return {
    rows: (options.shown?.(rowPlaces) ?? rowPlaces).map(lineOf(rows)),
    rowCount: rowPlaces.length,
    columns: linePlaces(columns, byColumn, options, 'own').map(lineOf(columns)),
    segments: segments ? segmentLines(segments, all) : [],
    cell: (row, column) => cellsOf(row.at)[column.at] ?? [],
    inRow: ({ at }) => byRow.list(at),
    inColumn: ({ at }) => byColumn.list(at),
    all,
    inSegment: (list, { at }) => (segments ? (segmentsOf(list)[at] ?? []) : list),
    emptiness: (row, column) =>
      isUncoded(tallies.row, row) || isUncoded(tallies.column, column)
        ? 'not_coded'
        : 'no_evidence',
  };
}

type Sorted = { count: (at: number) => number; list: (at: number) => readonly number[] };

/** Things under each of their places: counted first, so that nothing grows; a list is made when it is looked at. */
function sortedInto(side: Side, things: readonly number[]): Sorted {
  const ends = new Int32Array(side.size + 1);
  for (const thing of things)
    for (const place of placesOf(side, thing)) ends[place] = (ends[place] ?? 0) + 1;
  const starts = new Int32Array(side.size + 1);
  for (let at = 0; at < side.size; at += 1) starts[at + 1] = (starts[at] ?? 0) + (ends[at] ?? 0);
  ends.set(starts);
  const sorted = new Int32Array(starts[side.size] ?? 0);
  for (const thing of things)
    for (const place of placesOf(side, thing)) {
      const end = ends[place] ?? 0;
      sorted[end] = thing;
      ends[place] = end + 1;
    }
  return {
    count: (at) => (starts[at + 1] ?? 0) - (starts[at] ?? 0),
    list: kept((at: number) => Array.from(sorted.subarray(starts[at], starts[at + 1]))),
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

/** The places of the lines that are shown, in their order; what has none comes last. */
function linePlaces(
  { dimension, none }: Side,
  sorted: Sorted,
  { showsEmpty, showsNone, compare }: CrossingOptions,
  order: RowOrder,
): number[] {
  if (!dimension) return [none];
  const places: number[] = [];
  for (let at = 0; at < none; at += 1) if (showsEmpty || sorted.count(at) > 0) places.push(at);
  if (order === 'label' && !dimension.isSorted) {
    const label = (at: number) => dimension.categories.at(at)?.label ?? '';
    places.sort((one, other) => compare(label(one), label(other)));
  }
  if (order === 'count') places.sort((one, other) => sorted.count(other) - sorted.count(one));
  if (showsNone && sorted.count(none) > 0) places.push(none);
  return places;
}

const lineOf =
  ({ dimension, none }: Side) =>
  (at: number): Line => ({
    category: at === none ? null : (dimension?.categories.at(at) ?? null),
    at,
  });

function segmentLines(side: Side, all: readonly number[]): Line[] {
  const used = new Set<number>();
  for (const thing of all) for (const place of placesOf(side, thing)) used.add(place);
  return [...used].sort((one, other) => one - other).map(lineOf(side));
}
