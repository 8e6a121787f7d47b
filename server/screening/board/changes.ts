/** The reports whose place in screening has changed since one looked last, whichever process changed them. */
import { type Db, statement } from '../../db.ts';

/** Past this many it is quicker to read everything again: of a small review, and of the part of a large one. */
const changesMax = 5_000;
const partMax = 0.15;

/** Rows of the list of changes that are kept for those who are behind. */
const changesKept = 20_000;

export const lastChange = (db: Db): number =>
  statement(db, 'select coalesce(max(id), 0) from screening_change').pluck().get() as number;

/**
 * @param size of what would be read again.
 * @returns null when there are too many to tell, or when some of them are no longer kept.
 */
export function changesSince(db: Db, id: number, size: number): number[] | null {
  const most = Math.max(changesMax, Math.floor(partMax * size));
  const first = statement(db, 'select min(id) from screening_change').pluck();
  const kept = first.get() as number | null;
  if (kept !== null && kept > id + 1) return null;
  const since = 'select report_id from screening_change where id > ? order by id limit ?';
  const ids = statement(db, since)
    .pluck()
    .all(id, most + 1) as number[];
  return ids.length > most ? null : [...new Set(ids)];
}

/** Lets old changes go. Called in transactions that write anyway. */
export function forgetChanges(db: Db): void {
  const id = lastChange(db);
  if (id % 1000 < 25)
    statement(db, 'delete from screening_change where id < ?').run(id - changesKept);
}
