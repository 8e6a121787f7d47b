/** Which publications of a stage are one person's to judge: all, or the pilot's, or a share. */
import type { Connection } from '../db.ts';
import type { Board } from './board/board.ts';

export type Wanted = 'all' | ReadonlySet<number>;

/** Everything is everybody's. */
export function wantedOf(_db: Connection, _board: Board, _personId: number): Wanted {
  return 'all';
}
