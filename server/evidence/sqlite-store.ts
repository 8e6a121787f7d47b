/** The public's reading from SQLite: the index in `search.db`, the pages from `review.db`. */
import type { Db, SearchDb } from '../db.ts';
import { analyseQuery, type QueryPart } from '../platform/analyser.ts';
import { publishedReviews } from '../reviews/reviews.ts';
import { codeView, frameworksOf, frameworkView } from './code-views.ts';
import { countryView } from './country-views.ts';
import {
  type Criteria,
  changed,
  type EntryKind,
  entryKinds,
  everything,
  type FacetName,
  facetNames,
  pageSize,
} from './criteria.ts';
import type { Entry, Passage } from './entry.ts';
import { findingView } from './finding-views.ts';
import { matchOf } from './match.ts';
import { publicationList, publicationView } from './publication-views.ts';
import { hitsOf, type Sql } from './query.ts';
import type {
  EvidenceStore,
  Facet,
  FacetValue,
  Found,
  FoundEntry,
  PublishedReview,
} from './store.ts';
import { suggestion } from './suggest.ts';

/** With fewer results than this, "any of the words" is offered. */
const fewHits = 5;

type Databases = { db: Db; searchDb: SearchDb };

export function sqliteStore({ db, searchDb }: Databases): EvidenceStore {
  const all = { db, searchDb };
  return {
    search: async (criteria) => search(all, criteria),
    facets: async (criteria) => facets(all, criteria),
    get: async (kind, refId) => get(all, kind, refId),
    reviews: async () => reviews(all),
    publications: async (review) => publicationList(db, review),
    publication: async (review, reportId) => publicationView(db, review, reportId),
    finding: async (review, key) => findingView(db, review, key),
    code: async (review, codebookKey, codeKey) => codeView(db, review, codebookKey, codeKey),
    framework: async (review, codebookKey) => frameworkView(db, review, codebookKey),
    country: async (code) => countryView(db, publishedReviews(db), code),
  };
}

/** Asked of the database each time: what has just been taken back is not found, whatever the index holds. */
const publishedIds = (db: Db) => publishedReviews(db).map((row) => row.id);

function search({ db, searchDb }: Databases, criteria: Criteria): Found {
  const published = publishedIds(db);
  const byType = countByType(searchDb, criteria, published);
  const total = criteria.type ? byType[criteria.type] : sum(byType);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(criteria.page, pages);
  const entries = readPage(searchDb, hitsOf(criteria, published), criteria, page);
  const isFew = total < fewHits && criteria.q !== '';
  return {
    total,
    byType,
    entries,
    page,
    pages,
    anyWord: isFew ? moreWithAnyWord(searchDb, criteria, published, total) : null,
    eachWord: isFew ? countEachWord(searchDb, criteria, published) : [],
    suggestion: isFew ? suggestion(searchDb, criteria.q, published) : null,
  };
}

function countByType(
  searchDb: SearchDb,
  criteria: Criteria,
  published: number[],
): Record<EntryKind, number> {
  const hits = hitsOf({ ...criteria, type: null }, published);
  const rows = all<{ kind: EntryKind; count: number }>(searchDb, {
    text: `with ${hits.text} select kind, count(*) as count from hit join entry using (id) group by kind`,
    params: hits.params,
  });
  const counts = { finding: 0, publication: 0, excerpt: 0 };
  for (const { kind, count } of rows) counts[kind] = count;
  return counts;
}

function moreWithAnyWord(
  searchDb: SearchDb,
  criteria: Criteria,
  published: number[],
  total: number,
): number | null {
  const any = changed(criteria, { match: 'any' });
  if (criteria.match === 'any' || matchOf(any.q, 'any') === matchOf(any.q, 'all')) return null;
  const counts = countByType(searchDb, any, published);
  const count = criteria.type ? counts[criteria.type] : sum(counts);
  return count > total ? count : null;
}

/** More words than this are a sentence: each of them by itself says little. */
const wordsCounted = 6;

function countEachWord(searchDb: SearchDb, criteria: Criteria, published: number[]) {
  const words = [...new Set(analyseQuery(criteria.q).map(asTyped))];
  if (words.length < 2 || words.length > wordsCounted) return [];
  return words.map((word) => {
    const counts = countByType(searchDb, changed(criteria, { q: word }), published);
    return { word, count: criteria.type ? counts[criteria.type] : sum(counts) };
  });
}

/** A word or phrase of a search, as it would be typed alone. */
function asTyped({ text, isPrefix, isInside }: QueryPart): string {
  if (/\s/.test(text)) return `"${text}"`;
  return `${isInside ? '*' : ''}${text}${isPrefix ? '*' : ''}`;
}

const sum = (counts: Record<EntryKind, number>) =>
  entryKinds.reduce((total, kind) => total + counts[kind], 0);

const orders: Record<Criteria['sort'], string> = {
  relevance: 'hit.score, entry.sort, entry.id',
  newest: 'entry.year is null, entry.year desc, entry.sort, entry.id',
  oldest: 'entry.year is null, entry.year, entry.sort, entry.id',
};

type Row = {
  kind: EntryKind;
  refId: number;
  reviewSlug: string;
  title: string;
  body: string;
  alsoFoundBy: string;
  facts: string;
  year: number | null;
};
const columns = `entry.kind, entry.ref_id as refId, entry.review_slug as reviewSlug, entry.title,
  entry.body, entry.also_found_by as alsoFoundBy, entry.facts, entry.year`;

function readPage(searchDb: SearchDb, hits: Sql, { sort }: Criteria, page: number): FoundEntry[] {
  const rows = all<Row>(searchDb, {
    text: `with ${hits.text} select ${columns} from hit join entry using (id)
           order by ${orders[sort]} limit ? offset ?`,
    params: [...hits.params, pageSize, (page - 1) * pageSize],
  });
  return rows.map(entryOf);
}

function entryOf(row: Row): FoundEntry {
  // The index writes these four as the types say; see index-job.ts.
  const title = JSON.parse(row.title) as Passage[];
  const body = JSON.parse(row.body) as Passage[];
  const alsoFoundBy = JSON.parse(row.alsoFoundBy) as Passage[];
  const facts = JSON.parse(row.facts) as Entry['facts'];
  return { ...row, title, body, alsoFoundBy, facts };
}

function get({ db, searchDb }: Databases, kind: EntryKind, refId: number): FoundEntry | null {
  const [row] = all<Row>(searchDb, {
    text: `select ${columns} from entry where kind = ? and ref_id = ?
           and review_id in (select value from json_each(?))`,
    params: [kind, refId, JSON.stringify(publishedIds(db))],
  });
  return row ? entryOf(row) : null;
}

function facets({ db, searchDb }: Databases, criteria: Criteria): Facet[] {
  const published = publishedIds(db);
  const labels = readLabels(searchDb, published);
  return facetNames.map((facet) => {
    const counts = countValues(searchDb, criteria, published, facet);
    const chosen = criteria.values[facet];
    // A choice that nothing meets any more stays there to be taken back.
    for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
    const values = [...counts].map(([value, count]) => {
      const known = labels.get(`${facet} ${value}`);
      return {
        value,
        label: known ? known.label : null,
        count,
        isChosen: chosen.includes(value),
        depth: known?.depth ?? 1,
        position: known?.position ?? 0,
      };
    });
    return { facet, values: values.sort(byOrderOf(facet)).map(({ position: _, ...rest }) => rest) };
  });
}

type Placed = FacetValue & { position: number };

/** Years from the newest, countries from the most frequent, the rest as their review orders them. */
function byOrderOf(facet: FacetName): (one: Placed, other: Placed) => number {
  const byValue = (one: Placed, other: Placed) => (one.value < other.value ? -1 : 1);
  if (facet === 'year') return (one, other) => byValue(other, one);
  if (facet === 'country') return (one, other) => other.count - one.count || byValue(one, other);
  return (one, other) => one.position - other.position || byValue(one, other);
}

function countValues(
  searchDb: SearchDb,
  criteria: Criteria,
  published: number[],
  facet: FacetName,
): Map<string, number> {
  const hits = hitsOf(criteria, published, facet);
  const rows = all<{ value: string; count: number }>(searchDb, {
    text: `with ${hits.text} select value, count(*) as count
           from hit join facet on facet.entry_id = hit.id where facet = ? group by value`,
    params: [...hits.params, facet],
  });
  return new Map(rows.map(({ value, count }) => [value, count]));
}

type LabelRow = { facet: string; value: string; label: string; position: number; depth: number };

/** What values are called, review by review. Where reviews share a value, the first of them names it. */
function readLabels(searchDb: SearchDb, published: number[]) {
  const rows = all<LabelRow>(searchDb, {
    text: `select facet, value, label, review_id * 100000 + position as position, depth
           from facet_label
           where review_id in (select value from json_each(?)) order by review_id desc`,
    params: [JSON.stringify(published)],
  });
  return new Map(
    rows.map((row) => [
      `${row.facet} ${row.value}`,
      {
        label: JSON.parse(row.label) as FacetValue['label'],
        position: row.position,
        depth: row.depth,
      },
    ]),
  );
}

function reviews(databases: Databases): PublishedReview[] {
  const { db, searchDb } = databases;
  return publishedReviews(db).map(({ id, slug, title, summary, kind, publishedAt }) => {
    const ofReview = { ...everything, values: { ...everything.values, review: [slug] } };
    const counts = countByType(searchDb, ofReview, [id]);
    return {
      id,
      slug,
      title,
      summary,
      kind,
      publishedAt,
      counts,
      frameworks: frameworksOf(db, id),
    };
  });
}

function all<T>(searchDb: SearchDb, { text, params }: Sql): T[] {
  return searchDb.prepare(text).all(...params) as T[];
}
