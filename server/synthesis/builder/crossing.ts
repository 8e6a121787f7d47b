/** One dimension against another, parted by a third: every thing counted once in each cell that it belongs to. */
import type { RowOrder } from '../../../schema/synthesis.ts';
import type { Category, Dimension } from './dimension.ts';
import { groupsOf, type Margin, type Side, sideOf } from './groups.ts';

/** Stands for "has no value in this dimension" where a category's key is asked for. */
export const noneKey = '-';

/** A row or column: a category, or null for what has none. */
export type Line = { category: Category | null; at: number };

/** Why a cell is empty: nothing included has both, or it has not been coded at all. Neither is "no effect". */
export type Emptiness = 'no_evidence' | 'not_coded';

/** A cell, a margin or the whole table: what is null or left out is not asked for. */
export type Spot = { row?: Line | null; column?: Line | null; part?: Line | null };

export type Crossed = {
  /** Those that are shown, of so many. */
  rows: Line[];
  rowCount: number;
  columns: Line[];
  segments: Line[];
  /** How many different things there are. */
  count: (spot: Spot) => number;
  /** Which they are, by place. */
  things: (spot: Spot) => readonly number[];
  emptiness: (row: Line, column: Line) => Emptiness;
  /** How many there are on a line, and how many of them have nothing on the other side. */
  uncoded: (side: 'rows' | 'columns', line: Line) => { all: number; uncoded: number };
};

export type CrossingOptions = {
  order: RowOrder;
  showsEmpty: boolean;
  showsNone: boolean;
  compare: (one: string, other: string) => number;
  /** The rows of a page; all of them when none is given. */
  shown?: <T>(rows: readonly T[]) => readonly T[];
};

export function cross(
  things: number,
  rowDimension: Dimension | null,
  columnDimension: Dimension | null,
  segment: Dimension | null,
  options: CrossingOptions,
): Crossed {
  const rows = sideOf(rowDimension, things);
  const columns = sideOf(columnDimension, things);
  const parts = sideOf(segment, things);
  const groups = groupsOf(things, { row: rows, column: columns, part: parts }, options.showsNone);
  const rowPlaces = linePlaces(rows, groups.rows, options, options.order);
  const at = ({ row, column, part }: Spot) => ({
    row: row?.at ?? null,
    column: column?.at ?? null,
    part: segment ? (part?.at ?? null) : null,
  });
  return {
    rows: (options.shown?.(rowPlaces) ?? rowPlaces).map(lineOf(rows)),
    rowCount: rowPlaces.length,
    columns: linePlaces(columns, groups.columns, options, 'own').map(lineOf(columns)),
    segments: segment ? usedPlaces(parts, groups.parts).map(lineOf(parts)) : [],
    count: (spot) => groups.count(at(spot)),
    things: (spot) => groups.things(at(spot)),
    emptiness: (row, column) =>
      isUncoded(groups.rows, row) || isUncoded(groups.columns, column)
        ? 'not_coded'
        : 'no_evidence',
    uncoded: (side, { at: place }) => ({
      all: groups[side].seen[place] ?? 0,
      uncoded: groups[side].uncoded[place] ?? 0,
    }),
  };
}

/** Everything that has it has nothing on the other side. */
const isUncoded = ({ seen, uncoded }: Margin, { at }: Line) =>
  (seen[at] ?? 0) > 0 && seen[at] === uncoded[at];

/** The places of the lines that are shown, in their order; what has none comes last. */
function linePlaces(
  { dimension, none }: Side,
  { counted }: Margin,
  { showsEmpty, showsNone, compare }: CrossingOptions,
  order: RowOrder,
): number[] {
  if (!dimension) return [none];
  const count = (at: number) => counted[at] ?? 0;
  const places: number[] = [];
  for (let at = 0; at < none; at += 1) if (showsEmpty || count(at) > 0) places.push(at);
  if (order === 'label' && !dimension.isSorted) {
    const label = (at: number) => dimension.categories.at(at)?.label ?? '';
    places.sort((one, other) => compare(label(one), label(other)));
  }
  if (order === 'count') places.sort((one, other) => count(other) - count(one));
  if (showsNone && count(none) > 0) places.push(none);
  return places;
}

const usedPlaces = ({ none }: Side, { counted }: Margin): number[] =>
  [...Array(none + 1).keys()].filter((at) => (counted[at] ?? 0) > 0);

const lineOf =
  ({ dimension, none }: Side) =>
  (at: number): Line => ({
    category: at === none ? null : (dimension?.categories.at(at) ?? null),
    at,
  });
