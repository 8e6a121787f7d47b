/**
 * A board as columns of small numbers, one place for each publication in the order of their ids: what goes through a
 * hundred thousand of them on every request goes through these.
 */
import { type Board, isOpen } from './board.ts';
import { beginsWith, lineOf, longer } from './lists.ts';
import type { Item } from './rows.ts';

/** What a list has to tell apart. One that somebody has answered may wait for somebody else. */
export const other = 0;
export const unscreened = 1;
export const partly = 2;
export const inConflict = 3;

export type Columns = { ids: readonly number[]; states: Uint8Array };

type Kept = Columns & { seen: number };
const kept = new WeakMap<Board, Kept>();

export function columnsOf(board: Board): Columns {
  const known = kept.get(board);
  const { ids: changed, seen } = changesAfter(board, known?.seen ?? -1);
  if (known && changed && beginsWith(board.ids, known.ids)) {
    const { length } = board.ids;
    const isGrown = length > known.ids.length;
    const states = isGrown ? longer(known.states, new Uint8Array(length)) : known.states;
    for (const id of changed) {
      const at = placeOf(board.ids, id);
      if (at >= 0) states[at] = codeOf(board.items.get(id));
    }
    const now = { ids: board.ids, states, seen };
    kept.set(board, now);
    return now;
  }
  const states = Uint8Array.from(board.ids, (id) => codeOf(board.items.get(id)));
  const made = { ids: board.ids, states, seen };
  kept.set(board, made);
  return made;
}

function codeOf(item: Item | undefined): number {
  if (!item) return other;
  if (isOpen(item.state)) return item.people.length > 0 ? partly : unscreened;
  return item.state === 'conflict' ? inConflict : other;
}

/** What has changed on a board since somebody looked last. Null when that is too long ago to tell. */
export function changesAfter(
  { changes }: Board,
  seen: number,
): { ids: readonly number[] | null; seen: number } {
  const now = changes.dropped + changes.ids.length;
  return {
    ids: seen < changes.dropped ? null : changes.ids.slice(seen - changes.dropped),
    seen: now,
  };
}

/** The place of an id among ascending ones; -1 where it is not there. */
export function placeOf(ids: readonly number[], id: number): number {
  let [low, high] = [0, ids.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The places of all that stand somewhere. */
export function placesAt({ states }: Columns, state: number): number[] {
  const found: number[] = [];
  for (let at = states.indexOf(state); at >= 0; at = states.indexOf(state, at + 1)) found.push(at);
  return found;
}

type Placed = { order: readonly number[]; ids: readonly number[]; places: Int32Array };
/** By the lines of their orders. */
const placed = new WeakMap<object, Placed>();

/** Where the publications of an order have their places. */
export function placesIn({ ids }: Columns, order: readonly number[]): Int32Array {
  const line = lineOf(order);
  const known = placed.get(line);
  if (known?.order === order && known.ids === ids) return known.places;
  const isGrown = known && beginsWith(order, known.order) && beginsWith(ids, known.ids);
  const places = new Int32Array(order.length);
  if (isGrown) places.set(known.places);
  for (let at = isGrown ? known.places.length : 0; at < order.length; at += 1)
    places[at] = order === ids ? at : placeOf(ids, order[at] ?? 0);
  placed.set(line, { order, ids, places });
  return places;
}

/** Fills a column that belongs to other ids than before with what it knew of those that stayed. */
export function carryOver<A extends Uint8Array | Int32Array>(
  from: readonly number[],
  old: A,
  to: readonly number[],
  made: A,
): A {
  for (let at = 0, place = 0; place < to.length; place += 1) {
    const id = to[place] ?? 0;
    while (at < from.length && (from[at] ?? 0) < id) at += 1;
    if (from[at] === id) made[place] = old[at] ?? 0;
  }
  return made;
}
