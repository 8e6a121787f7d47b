/**
 * Things that are alike in everything that a table asks are counted together: of 100,000 publications there are a few
 * thousand kinds, and which they are is only looked at where a list is wanted.
 */
import type { Dimension } from './dimension.ts';
import { once } from './once.ts';

/** Rows, columns or parts. A missing dimension has one place for everything. */
export type Side = {
  dimension: Dimension | null;
  /** The place of what has no category. */
  none: number;
  own: Int32Array;
  lists: number;
  /** The places of a list; what has none stands at the place for that. */
  places: (list: number) => readonly number[];
};

export function sideOf(dimension: Dimension | null, things: number): Side {
  const none = dimension ? dimension.categories.length : 0;
  const alone = [none];
  const { own, lists, list } = dimension?.values ?? {
    own: nothing(things),
    lists: 1,
    list: () => [],
  };
  const places = (at: number) => {
    const named = list(at);
    return named.length > 0 ? named : alone;
  };
  return { dimension, none, own, lists, places };
}

let zeros = new Int32Array(0);

/** The same for every side that is missing, so that it is known to be the same. */
function nothing(things: number): Int32Array {
  if (zeros.length < things) zeros = new Int32Array(things);
  return zeros;
}

/** By place of a side: things that are counted, and of all that there are those with nothing on the other side. */
export type Margin = { counted: Int32Array; seen: Int32Array; uncoded: Int32Array };

type Sides = { row: Side; column: Side; part: Side };
/** Places; null asks for all of them. */
type Place = { row: number | null; column: number | null; part: number | null };

export type Groups = ReturnType<typeof grouped>;

type Made = { things: number; sides: Sides; showsNone: boolean; groups: Groups };
/** What was grouped last by these rows: as long as the values are kept, pages are turned without counting again. */
const known = new WeakMap<Int32Array, Made>();

/** @param showsNone whether a thing counts that has no row or no column. */
export function groupsOf(things: number, sides: Sides, showsNone: boolean): Groups {
  const { row, column, part } = sides;
  const before = known.get(row.own);
  const isSame = (side: keyof Sides) =>
    before?.sides[side].own === sides[side].own && before.sides[side].none === sides[side].none;
  const isAsked = before?.things === things && before.showsNone === showsNone;
  if (isAsked && isSame('row') && isSame('column') && isSame('part')) return before.groups;
  const groups = grouped(things, { row, column, part }, showsNone);
  known.set(row.own, { things, sides, showsNone, groups });
  return groups;
}

function grouped(things: number, sides: Sides, showsNone: boolean) {
  const { row, column, part } = sides;
  const groups = alike(things, sides);
  const { sizes, samples } = groups;
  const margins = { rows: marginOf(row), columns: marginOf(column), parts: marginOf(part) };
  const counts: number[] = [];
  const placesIn = (group: number, side: Side) => side.places(side.own[samples[group] ?? 0] ?? 0);
  for (let group = 0; group < sizes.length; group += 1) {
    const size = sizes[group] ?? 0;
    const [inRows, inColumns] = [placesIn(group, row), placesIn(group, column)];
    const hasNoRow = row.dimension !== null && inRows[0] === row.none;
    const hasNoColumn = column.dimension !== null && inColumns[0] === column.none;
    const counted = showsNone || !(hasNoRow || hasNoColumn) ? size : 0;
    counts.push(counted);
    add(margins.rows, inRows, { size, counted, isUncoded: hasNoColumn });
    add(margins.columns, inColumns, { size, counted, isUncoded: hasNoRow });
    add(margins.parts, placesIn(group, part), { size, counted, isUncoded: false });
  }
  const all = counts.flatMap((counted, group) => (counted > 0 ? [group] : []));
  const byRow = once(() => sorted(all, row.none + 1, (group) => placesIn(group, row)));
  const members = once(() => membersOf(groups));
  const tables = new Map<number | null, Tally>();

  function groupsIn({ row: at }: Place): readonly number[] {
    return at === null ? all : byRow()(at);
  }

  function tallyOf(place: Place): Tally {
    const known = tables.get(place.row);
    if (known) return known;
    const made = new Map<number, number>();
    const more = (key: number, count: number) => made.set(key, (made.get(key) ?? 0) + count);
    for (const group of groupsIn(place)) {
      const count = counts[group] ?? 0;
      const [inColumns, inParts] = [placesIn(group, column), placesIn(group, part)];
      more(keyOf(null, null), count);
      for (const at of inParts) more(keyOf(null, at), count);
      for (const to of inColumns) {
        more(keyOf(to, null), count);
        for (const at of inParts) more(keyOf(to, at), count);
      }
    }
    tables.set(place.row, made);
    return made;
  }

  /** One number for a column and a part. */
  const keyOf = (to: number | null, at: number | null) =>
    (to === null ? 0 : to + 1) * (part.none + 2) + (at === null ? 0 : at + 1);

  const whole = counts.reduce((sum, count) => sum + count, 0);

  return {
    ...margins,
    count(place: Place): number {
      if (place.part === null && place.column === null)
        return place.row === null ? whole : (margins.rows.counted[place.row] ?? 0);
      if (place.part === null && place.row === null)
        return margins.columns.counted[place.column ?? -1] ?? 0;
      return tallyOf(place).get(keyOf(place.column, place.part)) ?? 0;
    },
    things(place: Place): number[] {
      const wanted = groupsIn(place).filter(
        (group) =>
          (place.column === null || placesIn(group, column).includes(place.column)) &&
          (place.part === null || placesIn(group, part).includes(place.part)),
      );
      const number = wanted.reduce((sum, group) => sum + (sizes[group] ?? 0), 0);
      if (number * manyShare > things) return membersOfMany(groups, wanted);
      return wanted.flatMap((group) => members()(group)).sort((one, other) => one - other);
    },
  };
}

/** Of so many things one is asked for, or fewer: they are looked up group by group. */
const manyShare = 16;

type Tally = Map<number, number>;

const marginOf = ({ none }: Side): Margin => ({
  counted: new Int32Array(none + 1),
  seen: new Int32Array(none + 1),
  uncoded: new Int32Array(none + 1),
});

function add(
  { counted, seen, uncoded }: Margin,
  places: readonly number[],
  own: { size: number; counted: number; isUncoded: boolean },
): void {
  for (const place of places) {
    counted[place] = (counted[place] ?? 0) + own.counted;
    seen[place] = (seen[place] ?? 0) + own.size;
    if (own.isUncoded) uncoded[place] = (uncoded[place] ?? 0) + own.size;
  }
}

/** By thing its group; by group how many there are, and one of them. */
type Alike = { of: Int32Array; sizes: Int32Array; samples: Int32Array };

function alike(things: number, { row, column, part }: Sides): Alike {
  const of = Int32Array.from({ length: things }, (_, thing) => thing);
  // Nothing is alike where each has a row or column of its own.
  if (Math.max(row.lists, column.lists) > things / 2)
    return { of, sizes: new Int32Array(things).fill(1), samples: of };
  const known = groupNumbers(row.lists * column.lists * part.lists);
  const sizes = new Int32Array(things);
  const samples = new Int32Array(things);
  let groups = 0;
  for (let thing = 0; thing < things; thing += 1) {
    const outer = (row.own[thing] ?? 0) * column.lists + (column.own[thing] ?? 0);
    const key = outer * part.lists + (part.own[thing] ?? 0);
    let group = known.get(key);
    if (group === undefined) {
      group = groups;
      known.set(key, group);
      samples[group] = thing;
      groups += 1;
    }
    of[thing] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return { of, sizes: sizes.subarray(0, groups), samples: samples.subarray(0, groups) };
}

/** More combinations than this are rarer than things: they are kept in a map, the others in a list. */
const listMax = 1_000_000;

function groupNumbers(combinations: number) {
  if (combinations > listMax) return new Map<number, number>();
  // One more than the group, so that zero is none.
  const numbers = new Int32Array(combinations);
  return {
    get(key: number): number | undefined {
      const number = numbers[key] ?? 0;
      return number === 0 ? undefined : number - 1;
    },
    set(key: number, group: number): void {
      numbers[key] = group + 1;
    },
  };
}

/** Items under each of their places: counted first, so that nothing grows; a list is made when it is looked at. */
function sorted(
  items: ArrayLike<number> & Iterable<number>,
  size: number,
  placesOf: (item: number) => readonly number[],
): (place: number) => number[] {
  const ends = new Int32Array(size + 1);
  for (const item of items)
    for (const place of placesOf(item)) ends[place] = (ends[place] ?? 0) + 1;
  const starts = new Int32Array(size + 1);
  for (let at = 0; at < size; at += 1) starts[at + 1] = (starts[at] ?? 0) + (ends[at] ?? 0);
  ends.set(starts);
  const all = new Int32Array(starts[size] ?? 0);
  for (const item of items)
    for (const place of placesOf(item)) {
      const end = ends[place] ?? 0;
      all[end] = item;
      ends[place] = end + 1;
    }
  return (place) => Array.from(all.subarray(starts[place], starts[place + 1]));
}

function membersOf({ of, sizes }: Alike) {
  const things = Int32Array.from(of.keys());
  const own = Array.from(sizes, (_, group) => [group]);
  return sorted(things, sizes.length, (thing) => own[of[thing] ?? 0] ?? []);
}

function membersOfMany({ of, sizes }: Alike, wanted: readonly number[]): number[] {
  const isWanted = new Uint8Array(sizes.length);
  for (const group of wanted) isWanted[group] = 1;
  const things: number[] = [];
  for (let thing = 0; thing < of.length; thing += 1)
    if (isWanted[of[thing] ?? 0] === 1) things.push(thing);
  return things;
}
