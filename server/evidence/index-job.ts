/** Makes a review's part of the search index from what is in `review.db`, whole, in one transaction. */
import { createHash } from 'node:crypto';
import { eq, max } from 'drizzle-orm';
import { auditEntry } from '../../schema/accounts.ts';
import { review } from '../../schema/reviews.ts';
import type { Db, SearchDb } from '../db.ts';
import type { Context } from '../platform/context.ts';
import { enqueueIndex, type JobHandler } from '../platform/jobs/jobs.ts';
import { publishedReviews } from '../reviews/reviews.ts';
import { entriesOf } from './entries.ts';
import type { Entry, FacetLabel } from './entry.ts';
import { type EntryTerms, termsFinder } from './entry-terms.ts';

export const indexJob: JobHandler = async ({ db, searchDb, job }) => {
  clearGone(db, searchDb);
  if (job.reviewId === null) rebuildAll(db, searchDb);
  else rebuildReview(db, searchDb, job.reviewId);
};

export function rebuildAll(db: Db, searchDb: SearchDb): void {
  const reviews = db.select({ id: review.id }).from(review).all();
  for (const { id } of reviews) rebuildReview(db, searchDb, id);
}

/** A restored archive takes the demonstration's place: what is said of reviews that are no more goes. */
export function clearGone(db: Db, searchDb: SearchDb): void {
  const there = new Set(
    db
      .select({ id: review.id })
      .from(review)
      .all()
      .map((row) => row.id),
  );
  const known = searchDb
    .prepare('select review_id as id from indexed union select review_id from entry')
    .all() as { id: number }[];
  const gone = known.filter(({ id }) => !there.has(id));
  const write = searchDb.transaction(() => {
    for (const { id } of gone) clear(searchDb, id);
  });
  if (gone.length > 0) write.immediate();
}

/** A review that is not published, or is an exercise, leaves nothing in the index. */
export function rebuildReview(db: Db, searchDb: SearchDb, reviewId: number): void {
  const read = contentOf(db, reviewId);
  const termsOf = termsFinder(read.entries);
  const analysed = read.entries.map((entry) => ({ entry, terms: termsOf(entry) }));
  const vocabulary = vocabularyOf(read.entries);
  const write = searchDb.transaction(() => {
    clear(searchDb, reviewId);
    const insert = entryInserter(searchDb, reviewId, read.slug);
    for (const { entry, terms } of analysed) insert(entry, terms);
    insertLabels(searchDb, reviewId, read.labels);
    insertVocabulary(searchDb, reviewId, vocabulary);
    const mark = searchDb.prepare(
      'insert into indexed (review_id, audit_id, digest) values (?, ?, ?)',
    );
    mark.run(reviewId, read.auditId, digestOf(read));
  });
  write.immediate();
}

/** What the index says of a review, all of it as it stood at one moment. */
function contentOf(db: Db, reviewId: number) {
  return db.transaction((tx) => {
    const row = tx.select().from(review).where(eq(review.id, reviewId)).get();
    const isPublic = row?.publishedAt && !row.isExercise && !row.archivedAt;
    const content = isPublic ? entriesOf(tx, row) : { entries: [], labels: [] };
    return { ...content, slug: row?.slug ?? '', auditId: lastChange(tx, reviewId) };
  });
}

const digestOf = ({ entries, labels, slug }: Omit<ReturnType<typeof contentOf>, 'auditId'>) =>
  createHash('sha256').update(JSON.stringify({ entries, labels, slug })).digest('hex');

type Indexed = { id: number; auditId: number; digest: string };

/** The reviews whose part of the index shows another state than the database does now. */
export function staleReviews(db: Db, searchDb: SearchDb): number[] {
  const rows = searchDb
    .prepare('select review_id as id, audit_id as auditId, digest from indexed')
    .all() as Indexed[];
  const indexed = new Map(rows.map((row) => [row.id, row]));
  return publishedReviews(db)
    .map((row) => row.id)
    .filter((id) => {
      const known = indexed.get(id);
      if (known?.auditId === lastChange(db, id)) return false;
      // Much of what is done in a review, as inviting somebody, changes nothing that is found.
      return known?.digest !== digestOf(contentOf(db, id));
    });
}

/** After a start: whatever the index lacks is made again, by the worker. */
export function enqueueStale(context: Context, searchDb: SearchDb): void {
  clearGone(context.db, searchDb);
  for (const reviewId of staleReviews(context.db, searchDb)) enqueueIndex(context, reviewId);
}

/** Every change of a review is in the log, so the log's last entry names a state of it. */
function lastChange(db: Db, reviewId: number): number {
  const ofReview = eq(auditEntry.reviewId, reviewId);
  const row = db
    .select({ id: max(auditEntry.id) })
    .from(auditEntry)
    .where(ofReview)
    .get();
  return row?.id ?? 0;
}

function clear(searchDb: SearchDb, reviewId: number): void {
  const own = 'select id from entry where review_id = ?';
  for (const sql of [
    `delete from entry_text where rowid in (${own})`,
    `delete from facet where entry_id in (${own})`,
    'delete from entry where review_id = ?',
    'delete from facet_label where review_id = ?',
    'delete from vocabulary where review_id = ?',
    'delete from indexed where review_id = ?',
  ])
    searchDb.prepare(sql).run(reviewId);
}

function entryInserter(searchDb: SearchDb, reviewId: number, slug: string) {
  const intoEntry = searchDb.prepare(
    `insert into entry (kind, review_id, review_slug, ref_id, title, body, also_found_by, facts,
       year, sort)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const intoText = searchDb.prepare(
    `insert into entry_text (rowid, title, body, synonyms, forms, compounds)
     values (@id, @title, @body, @synonyms, @forms, @compounds)`,
  );
  const intoFacet = searchDb.prepare('insert or ignore into facet values (?, ?, ?)');
  return (entry: Entry, terms: EntryTerms): void => {
    const { kind, refId, title, body, alsoFoundBy, facts, year, sort, facets } = entry;
    const texts = [title, body, alsoFoundBy, facts].map((value) => JSON.stringify(value));
    const { lastInsertRowid } = intoEntry.run(kind, reviewId, slug, refId, ...texts, year, sort);
    intoText.run({ id: lastInsertRowid, ...terms });
    for (const [facet, value] of facets) intoFacet.run(lastInsertRowid, facet, value);
  };
}

function insertLabels(searchDb: SearchDb, reviewId: number, labels: FacetLabel[]): void {
  const insert = searchDb.prepare('insert or replace into facet_label values (?, ?, ?, ?, ?, ?)');
  for (const { facet, value, label, position, depth } of labels)
    insert.run(reviewId, facet, value, JSON.stringify(label), position, depth);
}

/** Words worth suggesting: as written, without the short ones. */
function vocabularyOf(entries: Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, body, alsoFoundBy, names } of entries)
    for (const { text } of [...title, ...body, ...alsoFoundBy, { text: names }])
      for (const [word] of text
        .normalize('NFC')
        .toLowerCase()
        .matchAll(/\p{L}{4,40}/gu))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function insertVocabulary(
  searchDb: SearchDb,
  reviewId: number,
  vocabulary: Map<string, number>,
): void {
  const insert = searchDb.prepare('insert into vocabulary values (?, ?, ?)');
  for (const [word, count] of vocabulary) insert.run(reviewId, word, count);
}
