/** How far the ids of a review's reports have moved: what was once drawn by an id is drawn by the one it had then. */
import { type Db, statement } from '../../db.ts';

export function idShiftOf(db: Db, reviewId: number): number {
  const sql = 'select report_id_shift from review where id = ?';
  return (statement(db, sql).pluck().get(reviewId) as number | undefined) ?? 0;
}
