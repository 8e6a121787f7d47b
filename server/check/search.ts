/** The search index shows what is published, as it is now. */
import { and, eq, inArray } from 'drizzle-orm';
import { job } from '../../schema/jobs.ts';
import type { Connection, SearchDb } from '../db.ts';
import { staleReviews } from '../evidence/index-job.ts';
import { publishedReviews } from '../reviews/reviews.ts';

export function searchFollows(db: Connection, searchDb: SearchDb): string[] {
  const waiting = waitingReviews(db);
  const stale = staleReviews(db, searchDb)
    .filter((id) => !waiting.has(id) && !waiting.has(null))
    .map((id) => `review ${id} has changed since it was indexed`);
  const published = new Set(publishedReviews(db).map((row) => row.id));
  const entries = searchDb.prepare('select distinct review_id as id from entry').all();
  const leaked = (entries as { id: number }[]).filter(({ id }) => !published.has(id));
  return [...stale, ...leaked.map(({ id }) => `review ${id} is not published and can be found`)];
}

/** Reviews whose part of the index is about to be made: it is behind, and known to be. Null: every review's. */
function waitingReviews(db: Connection): Set<number | null> {
  const rows = db
    .select({ id: job.reviewId })
    .from(job)
    .where(and(eq(job.kind, 'index'), inArray(job.state, ['queued', 'running'])))
    .all();
  return new Set(rows.map((row) => row.id));
}
