/** The order in which publications come to the desk. */
import type { Connection } from '../db.ts';
import type { Board } from './board/board.ts';

/** `fromTop`: what is likeliest comes first, so one begins at the top again after each answer. */
export type Order = { ids: readonly number[]; fromTop: boolean };

/** As they came into the review, unless something better is known. */
export function orderOf(_db: Connection, board: Board): Order {
  return { ids: board.ids, fromTop: false };
}
