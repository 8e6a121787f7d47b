/** Reads what the lists and desks of today stand on before anybody asks for them: the first who does need not wait. */
import { setImmediate } from 'node:timers/promises';
import { type Connection, statement } from '../db.ts';
import { boardOf } from './board/board.ts';
import { columnsOf } from './board/columns.ts';
import type { Place } from './board/rows.ts';
import { factsOf } from './lists/facts.ts';

/** The stages of these votes, the latest first, are those that somebody goes on with. */
const votesLookedAt = 2000;
const placesMax = 4;

/** In turns: whoever asks for something meanwhile goes first. */
export async function warmUp(db: Connection): Promise<void> {
  for (const place of latelyScreened(db)) {
    await setImmediate();
    columnsOf(boardOf(db, place));
    await factsOf(db, place);
  }
}

function latelyScreened(db: Connection): Place[] {
  const latest = `
    select review_id as reviewId, stage from (
      select id, review_id, stage from vote order by id desc limit ?)
    group by review_id, stage order by max(id) desc limit ?`;
  return statement(db, latest).all(votesLookedAt, placesMax) as Place[];
}
