/** The reports whose place in screening has changed since one looked last, whichever process changed them. */
import { type Connection, statement } from '../../db.ts';

/** Past this many it is quicker to read everything again: of a small review, and of the part of a large one. */
const changesMax = 5_000;
const partMax = 0.15;

/** Rows of the list of changes that are kept for those who are behind. */
const changesKept = 20_000;

const one = <T>(row: unknown) => row as T;

export function lastChange(db: Connection): number {
  return one<{ id: number }>(
    statement(db, 'select coalesce(max(id), 0) as id from screening_change').get(),
  ).id;
}

/**
 * @param size of what would be read again.
 * @returns null when there are too many to tell, or when some of them are no longer kept.
 */
export function changesSince(db: Connection, id: number, size: number): number[] | null {
  const most = Math.max(changesMax, Math.floor(partMax * size));
  const first = statement(db, 'select min(id) as id from screening_change').get();
  const kept = one<{ id: number | null }>(first).id;
  if (kept !== null && kept > id + 1) return null;
  const rows = statement(
    db,
    'select report_id as reportId from screening_change where id > ? order by id limit ?',
  ).all(id, most + 1) as { reportId: number }[];
  if (rows.length > most) return null;
  return [...new Set(rows.map((row) => row.reportId))];
}

/** Lets old changes go. Called in transactions that write anyway. */
export function forgetChanges(db: Connection): void {
  const id = lastChange(db);
  if (id % 1000 < 25)
    statement(db, 'delete from screening_change where id < ?').run(id - changesKept);
}
