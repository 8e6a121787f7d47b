/** Long lists in the order of a language's alphabet, without sorting them anew each time. */
import type { Locale } from '../../../schema/columns.ts';
import { collator } from '../../platform/i18n.ts';

/** Names that were put in order before, by language. What order they have never changes: nothing goes stale. */
const known = new Map<Locale, Map<string, number>>();
/** More than this is forgotten: what is kept must not grow for ever. */
const namesMax = 400_000;

/** Where each name stands among the others; the same name, the same number. */
export function ranksOf(locale: Locale, names: readonly string[]): Int32Array {
  const before = known.get(locale) ?? new Map<string, number>();
  const missing = new Set(names.filter((name) => !before.has(name)));
  const ranks = missing.size === 0 ? before : merged(locale, before, missing, names);
  return Int32Array.from(names, (name) => ranks.get(name) ?? 0);
}

function merged(
  locale: Locale,
  before: Map<string, number>,
  missing: ReadonlySet<string>,
  names: readonly string[],
): Map<string, number> {
  const isTooMuch = before.size + missing.size > namesMax;
  const old = isTooMuch ? [] : [...before.keys()];
  const added = [...(isTooMuch ? new Set(names) : missing)].sort(collator(locale).compare);
  const ranks = new Map(interleaved(locale, old, added).map((name, rank) => [name, rank] as const));
  known.set(locale, ranks);
  return ranks;
}

/** Two sorted lists as one. */
function interleaved(locale: Locale, one: readonly string[], other: readonly string[]): string[] {
  if (one.length === 0) return [...other];
  const { compare } = collator(locale);
  const all: string[] = [];
  let at = 0;
  for (const name of other) {
    let next = one[at];
    while (next !== undefined && compare(next, name) <= 0) {
      all.push(next);
      at += 1;
      next = one[at];
    }
    all.push(name);
  }
  return all.concat(one.slice(at));
}

const yearsMax = 4096;

/** Places by name, as of a first author, then year: å after z in Swedish. */
export function placesByName(
  locale: Locale,
  names: readonly string[],
  years: ArrayLike<number>,
): Int32Array {
  const ranks = ranksOf(locale, names);
  const size = names.length;
  // One number for name, year and place: numbers are sorted without a call for each pair of them.
  const keys = new Float64Array(size);
  for (let place = 0; place < size; place += 1) {
    const year = Math.min(Math.max(years[place] ?? 0, 0), yearsMax - 1);
    keys[place] = ((ranks[place] ?? 0) * yearsMax + year) * size + place;
  }
  return Int32Array.from(keys.sort(), (key) => key % size);
}

const spots = new WeakMap<Int32Array, Int32Array>();

/** Where each place stands in an order. */
export function spotsIn(order: Int32Array): Int32Array {
  const before = spots.get(order);
  if (before) return before;
  const made = new Int32Array(order.length);
  for (const [spot, place] of order.entries()) made[place] = spot;
  spots.set(order, made);
  return made;
}

/** Of so many things one is asked for, or fewer: they are sorted by themselves. */
const manyShare = 16;

/** Some of all that there are, in the order of all. */
export function inOrder(order: Int32Array, some: readonly number[]): number[] {
  if (some.length * manyShare < order.length) {
    const at = spotsIn(order);
    return some.toSorted((one, other) => (at[one] ?? 0) - (at[other] ?? 0));
  }
  const isAsked = new Uint8Array(order.length);
  for (const place of some) isAsked[place] = 1;
  return Array.from(order.filter((place) => isAsked[place] === 1));
}
