/** The order in which publications come to the desk. */
import { type Connection, statement } from '../../db.ts';
import type { Board } from '../board/board.ts';
import { beginsWith, grown } from '../board/lists.ts';
import { deskOrderOf } from '../ranking/desk-order.ts';
import { randomOf, shuffle } from '../ranking/random.ts';
import { rankedIds, seedOf } from '../ranking/runs.ts';

/** `fromTop`: what is likeliest comes first, so one begins at the top again after each answer. */
export type Order = { ids: readonly number[]; fromTop: boolean };

/** `of`: the publications it was made of. */
type Kept = { name: string; of: readonly number[]; ids: readonly number[] };
const kept = new WeakMap<Board, Map<string, Kept>>();

/** As a person chose, else as the stage says; as they came into the review while nothing is ranked. */
export function orderOf(db: Connection, board: Board, personId: number): Order {
  const order = deskOrderOf(db, board.place, personId);
  if (order === 'chronological') return { ids: board.ids, fromTop: false };
  if (order === 'random') {
    const seed = seedOf(board.place);
    const name = `random ${board.membership}`;
    const ids = remembered(board, name, () => shuffle([...board.ids], randomOf(seed)));
    return { ids, fromTop: false };
  }
  const runId = latestRunId(db, board);
  if (runId === null) return { ids: board.ids, fromTop: false };
  return { ids: remembered(board, `run ${runId}`, () => ranked(db, board)), fromTop: true };
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

/** What has come since stands last. */
function remembered(board: Board, name: string, make: () => number[]): readonly number[] {
  const [kind = ''] = name.split(' ');
  const ofBoard = kept.get(board) ?? new Map<string, Kept>();
  kept.set(board, ofBoard);
  const known = ofBoard.get(kind);
  const isKept = known?.name === name && beginsWith(board.ids, known.of);
  if (isKept && known.of === board.ids) return known.ids;
  const ids = isKept ? grown(known.ids, board.ids.slice(known.of.length)) : make();
  ofBoard.set(kind, { name, of: board.ids, ids });
  return ids;
}
