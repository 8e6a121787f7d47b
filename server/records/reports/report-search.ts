/** Finding a team's own reports by words in titles, abstracts and names, in any of the languages of the analyser. */
import { type Db, driverOf, statement } from '../../db.ts';
import { analyseQuery } from '../../platform/analyser.ts';
import { type Databases, indexNews } from './report-index.ts';
import { expressionOf } from './report-words.ts';

/**
 * The publications of a review, by id, of which one report has every word (or every phrase in quotation marks; a star
 * before or behind a word stands for whatever it begins or ends with). Where none has, words may stand inside others.
 * Null when nothing was typed; none when it was signs only.
 */
export function findReports(
  databases: Databases,
  reviewId: number,
  words: string,
): Set<number> | null {
  if (words.trim() === '') return null;
  const parts = analyseQuery(words);
  if (parts.length === 0) return new Set();
  indexNews(databases);
  const { searchDb } = databases;
  const found = withExpression(databases, reviewId, expressionOf(searchDb, parts));
  if (found.size > 0) return found;
  return withExpression(databases, reviewId, expressionOf(searchDb, parts, true));
}

function withExpression({ db, searchDb }: Databases, reviewId: number, expression: string) {
  const hits = searchDb
    .prepare('select rowid from report_text where report_text match ?')
    .pluck()
    .all(expression) as number[];
  return hits.length > fewHits ? rootsOfMany(db, reviewId, hits) : rootsOfFew(db, reviewId, hits);
}

/** More than this are found faster by going through the review. */
const fewHits = 1_000;

function rootsOfFew(db: Db, reviewId: number, hits: readonly number[]): Set<number> {
  const rows = statement(
    db,
    `select distinct root.id as id from json_each(?) as hit
     cross join report as member on member.id = hit.value and member.review_id = ?
       and member.withdrawn_at is null
     cross join report as root on root.id = member.root_id and root.withdrawn_at is null`,
  ).all(JSON.stringify(hits), reviewId) as { id: number }[];
  return new Set(rows.map((row) => row.id));
}

/** Each question is answered by an index alone; most reports stand for themselves. */
function rootsOfMany(db: Db, reviewId: number, hits: readonly number[]): Set<number> {
  const standing = new Set(
    driverOf(db)
      .prepare(
        'select id from report where review_id = ? and withdrawn_at is null and root_id is not null',
      )
      .pluck()
      .all(reviewId) as number[],
  );
  const linked = statement(
    db,
    'select id, root_id as rootId from report where review_id = ? and root_id <> id',
  ).all(reviewId) as { id: number; rootId: number }[];
  const rootIds = new Map(linked.map((row) => [row.id, row.rootId]));
  const found = new Set<number>();
  for (const id of hits) {
    const root = rootIds.get(id) ?? id;
    if (standing.has(id) && standing.has(root)) found.add(root);
  }
  return found;
}
