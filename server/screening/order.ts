/** The order in which publications come to the desk. */
import { type Connection, statement } from '../db.ts';
import type { Board } from './board/board.ts';
import { deskOrderOf } from './ranking/desk-order.ts';
import { randomOf, shuffle } from './ranking/random.ts';
import { rankedIds, seedOf } from './ranking/runs.ts';

/** `fromTop`: what is likeliest comes first, so one begins at the top again after each answer. */
export type Order = { ids: readonly number[]; fromTop: boolean };

type Kept = { name: string; ids: number[] };
const kept = new WeakMap<Board, Map<string, Kept>>();

/** As a person chose, else as the stage says; as they came into the review while nothing is ranked. */
export function orderOf(db: Connection, board: Board, personId: number): Order {
  const order = deskOrderOf(db, board.place, personId);
  if (order === 'chronological') return { ids: board.ids, fromTop: false };
  if (order === 'random') {
    const seed = seedOf(board.place);
    const ids = remembered(board, order, `${board.membership}`, () =>
      shuffle([...board.ids], randomOf(seed)),
    );
    return { ids, fromTop: false };
  }
  const runId = latestRunId(db, board);
  if (runId === null) return { ids: board.ids, fromTop: false };
  const ids = remembered(board, order, `${board.membership} ${runId}`, () => ranked(db, board));
  return { ids, fromTop: true };
}

/** What came after the ranking stands behind it, until the next one. */
function ranked(db: Connection, board: Board): number[] {
  const found = [...(rankedIds(db, board.place) ?? [])].filter((id) => board.items.has(id));
  const known = new Set(found);
  return [...found, ...board.ids.filter((id) => !known.has(id))];
}

function latestRunId(db: Connection, { place }: Board): number | null {
  const row = statement(
    db,
    'select run_id as runId from ranking where review_id = @reviewId and stage = @stage',
  ).get(place) as { runId: number } | undefined;
  return row?.runId ?? null;
}

function remembered(board: Board, order: string, name: string, make: () => number[]): number[] {
  const ofBoard = kept.get(board) ?? new Map<string, Kept>();
  kept.set(board, ofBoard);
  const known = ofBoard.get(order);
  if (known?.name === name) return known.ids;
  const ids = make();
  ofBoard.set(order, { name, ids });
  return ids;
}
