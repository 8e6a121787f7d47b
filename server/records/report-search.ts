/** Finding a team's own reports by words in titles, abstracts and names, in any of the languages of the analyser. */
import { type Db, statement } from '../db.ts';
import { analyseQuery } from '../platform/analyser.ts';
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

/** Both questions are answered by an index alone. */
function rootsOfMany(db: Db, reviewId: number, hits: readonly number[]): Set<number> {
  const found = new Set(hits);
  const ofReview = 'select id, root_id as rootId from report where review_id = ? and withdrawn_at';
  const standing = statement(db, `${ofReview} is null`).all(reviewId) as Member[];
  const withdrawn = statement(db, `${ofReview} is not null`).all(reviewId) as Member[];
  const gone = new Set(withdrawn.map((row) => row.id));
  const roots = standing.filter((row) => found.has(row.id)).map((row) => row.rootId);
  return new Set(roots.filter((id) => id !== null && !gone.has(id)) as number[]);
}

type Member = { id: number; rootId: number | null };
