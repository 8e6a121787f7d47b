/**
 * A stage in memory: where each publication stands and who has answered it. Derived from the rows and kept up by the
 * list of changes, so that the next record and every count cost the same at a hundred and at a hundred thousand.
 */
import type { RetrievalOutcome } from '../../../schema/documents.ts';
import type { StandingState } from '../../../schema/screening.ts';
import type { Connection } from '../../db.ts';
import { changesSince, lastChange } from './changes.ts';
import { grown } from './lists.ts';
import { type Item, type Place, readItems, readSome } from './rows.ts';

export type BoardState = StandingState | 'not_retrieved';

export type Board = {
  place: Place;
  /** The last change that is in it. */
  changed: number;
  /** Grows with every publication that comes, goes or changes: what is made from a board is new when it is. */
  version: number;
  /** Grows only when publications come or go. */
  membership: number;
  items: Map<number, Item>;
  /** In the order of their ids; another list whenever publications come or go, a grown one where they only come last. */
  ids: readonly number[];
  /** Those that have changed, in their order, for what is made from the board; `dropped` are no longer in the list. */
  changes: { ids: number[]; dropped: number };
  counts: Map<BoardState, number>;
  /** Of full texts: how many there are of each latest attempt, `none` where nobody has tried. */
  retrievals: Map<RetrievalOutcome | 'none', number>;
  answered: Map<number, Set<number>>;
  /** Open publications that each person has answered: what is left for them is what is open besides. */
  answeredOpen: Map<number, number>;
};

const boardsMax = 12;
/** Past this many the older half is let go: who looks now and then never makes everything again. */
const changesKept = 20_000;
const kept = new WeakMap<object, Map<string, Board>>();

/** The board of a stage as the rows are now. */
export function boardOf(db: Connection, place: Place): Board {
  const boards = kept.get(db.$client) ?? new Map<string, Board>();
  kept.set(db.$client, boards);
  const name = `${place.reviewId} ${place.stage}`;
  const board = bringUp(db, boards.get(name)) ?? readBoard(db, place);
  // The one used last stands last: the first is the one to let go.
  boards.delete(name);
  boards.set(name, board);
  const [oldest] = boards.keys();
  if (boards.size > boardsMax && oldest !== undefined) boards.delete(oldest);
  return board;
}

/** A board read anew, for those who compare. */
export function readBoard(db: Connection, place: Place): Board {
  const board: Board = {
    place: { reviewId: place.reviewId, stage: place.stage },
    changed: lastChange(db),
    version: 0,
    membership: 0,
    items: new Map(),
    ids: [],
    changes: { ids: [], dropped: 0 },
    counts: new Map(),
    retrievals: new Map(),
    answered: new Map(),
    answeredOpen: new Map(),
  };
  for (const item of readItems(db, board.place)) if (item.state !== null) put(board, item);
  board.ids = [...board.items.keys()].sort((a, b) => a - b);
  return board;
}

function bringUp(db: Connection, board: Board | undefined): Board | null {
  if (!board) return null;
  const last = lastChange(db);
  if (last === board.changed) return board;
  const changed = changesSince(db, board.changed, board.ids.length);
  if (changed === null) return null;
  refresh(db, board, changed);
  board.changed = last;
  return board;
}

function refresh(db: Connection, board: Board, reportIds: number[]): void {
  const now = new Map(readSome(db, board.place, reportIds).map((item) => [item.id, item]));
  const come: number[] = [];
  let isAnyGone = false;
  for (const [id, item] of now) {
    const before = board.items.get(id);
    if (before) take(board, before);
    if (item.state !== null) put(board, item);
    if (before && item.state === null) isAnyGone = true;
    if (!before && item.state !== null) come.push(id);
    if (before || item.state !== null) board.version += 1;
    board.changes.ids.push(id);
  }
  const { ids, dropped } = board.changes;
  const old = ids.length > changesKept ? ids.length - changesKept / 2 : 0;
  if (old > 0) board.changes = { ids: ids.slice(old), dropped: dropped + old };
  if (!isAnyGone && come.length === 0) return;
  come.sort((a, b) => a - b);
  const areLast = !isAnyGone && (come[0] ?? 0) > (board.ids.at(-1) ?? 0);
  board.ids = areLast ? grown(board.ids, come) : [...board.items.keys()].sort((a, b) => a - b);
  board.membership += 1;
}

export const isOpen = (state: Item['state']) => state === 'unscreened' || state === 'partly';

function put(board: Board, item: Item): void {
  board.items.set(item.id, item);
  count(board, item, 1);
  for (const personId of item.people) {
    const known = board.answered.get(personId);
    if (known) known.add(item.id);
    else board.answered.set(personId, new Set([item.id]));
  }
}

function take(board: Board, item: Item): void {
  board.items.delete(item.id);
  count(board, item, -1);
  for (const personId of item.people) board.answered.get(personId)?.delete(item.id);
}

function count(board: Board, { state, people, retrieval }: Item, step: 1 | -1): void {
  if (state === null) return;
  board.counts.set(state, (board.counts.get(state) ?? 0) + step);
  const attempt = retrieval ?? 'none';
  board.retrievals.set(attempt, (board.retrievals.get(attempt) ?? 0) + step);
  if (!isOpen(state)) return;
  for (const personId of people)
    board.answeredOpen.set(personId, (board.answeredOpen.get(personId) ?? 0) + step);
}
