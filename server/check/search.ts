/** The search index shows what is published, as it is now. */
import type { Connection, SearchDb } from '../db.ts';
import { staleReviews } from '../evidence/index-job.ts';
import { publishedReviews } from '../reviews/reviews.ts';

export function searchFollows(db: Connection, searchDb: SearchDb): string[] {
  const stale = staleReviews(db, searchDb).map(
    (id) => `review ${id} has changed since it was indexed`,
  );
  const published = new Set(publishedReviews(db).map((row) => row.id));
  const entries = searchDb.prepare('select distinct review_id as id from entry').all();
  const leaked = (entries as { id: number }[]).filter(({ id }) => !published.has(id));
  return [...stale, ...leaked.map(({ id }) => `review ${id} is not published and can be found`)];
}
