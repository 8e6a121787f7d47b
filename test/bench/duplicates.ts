/** Measures duplicate detection on labelled sets: `npm run bench -- duplicates FOLDER [SET...]`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clustersOf } from '../../import/duplicates/clusters.ts';
import { findDuplicates, type Id, type Link } from '../../import/duplicates/duplicates.ts';
import { parseDoi } from '../../import/normalize/doi.ts';
import { parseName } from '../../import/normalize/names.ts';
import { standardNumbers } from '../../import/normalize/numbers.ts';
import { yearOf } from '../../import/normalize/years.ts';
import type { Reference } from '../../import/reference.ts';

type Row = Record<
  | 'id'
  | 'title'
  | 'year'
  | 'journal'
  | 'volume'
  | 'number'
  | 'pages'
  | 'doi'
  | 'abstract'
  | 'isbn'
  | 'type',
  string
> & { authors: string[] };
type Gold = { clusters: string[][] | null; member?: string[] };

const [folder = '', ...chosen] = process.argv.slice(3);
const sets = chosen.length > 0 ? chosen : ['cytology_screening', 'stroke', 'copper', 'cora'];
const wordy = process.env.WORDY !== undefined;

for (const set of sets) {
  const rows = readFileSync(join(folder, `${set}.records.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  const gold = JSON.parse(readFileSync(join(folder, `${set}.gold.json`), 'utf8')) as Gold;
  const started = performance.now();
  const found = findDuplicates(rows.map((row) => ({ id: row.id, reference: referenceOf(row) })));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const certain = score(found.certain, rows, gold);
  // What a person would link, were every proposed pair that is right accepted.
  const right = gold.clusters ? found.possible.filter((link) => same(link, gold)) : found.possible;
  const asked = score([...found.certain, ...right], rows, gold);
  process.stdout.write(
    `${set}: certain TP ${certain.tp} FP ${certain.fp} FN ${certain.fn}; with possible ` +
      `TP ${asked.tp} FN ${asked.fn}; ${found.possible.length} pairs to ask about; ${seconds} s\n`,
  );
  if (wordy) show(found, rows, gold, [...found.certain, ...right]);
}

function referenceOf(row: Row): Reference {
  const doi = parseDoi(row.doi);
  const year = yearOf(row.year);
  const { isbn, issn } = standardNumbers(row.isbn);
  const names = row.authors.map((name) => parseName(name, { withoutComma: 'person' }));
  return {
    type: 'article-journal',
    title: row.title,
    authors: names.filter((name) => name !== undefined),
    ...(row.journal && { container: row.journal }),
    ...(row.volume && { volume: row.volume }),
    ...(row.number && { issue: row.number }),
    ...(row.pages && { pages: row.pages }),
    ...(row.abstract && { abstract: row.abstract }),
    ...(doi && { doi }),
    ...(year && { year }),
    ...(isbn.length > 0 && { isbn }),
    ...(issn.length > 0 && { issn }),
  };
}

function goldOf(gold: Gold): Map<Id, number> {
  return new Map(
    (gold.clusters ?? []).flatMap((ids, index) => ids.map((id) => [id, index] as const)),
  );
}

function same({ a, b }: Link, gold: Gold): boolean {
  const clusterOf = goldOf(gold);
  return clusterOf.has(a) && clusterOf.get(a) === clusterOf.get(b);
}

/** Extra records merged rightly, works lost by a wrong merge, extra records missed. */
function score(links: Link[], rows: Row[], gold: Gold) {
  const clusters = clustersOf(links).filter((ids) => ids.length > 1);
  if (!gold.clusters) {
    const members = new Set<Id>(gold.member);
    const put = clusters.flat();
    const tp = put.filter((id) => members.has(id)).length;
    return { tp, fp: put.length - tp, fn: members.size - tp };
  }
  const clusterOf = goldOf(gold);
  let tp = 0;
  let fp = 0;
  for (const ids of clusters) {
    const works = new Set(ids.map((id) => clusterOf.get(id) ?? `alone ${id}`));
    tp += ids.length - works.size;
    fp += works.size - 1;
  }
  const extra = gold.clusters.reduce((sum, ids) => sum + ids.length - 1, 0);
  return { tp, fp, fn: extra - tp, rows: rows.length };
}

function show(found: { certain: Link[]; possible: Link[] }, rows: Row[], gold: Gold, all: Link[]) {
  const byId = new Map<Id, Row>(rows.map((row) => [row.id, row]));
  const line = (id: Id) => {
    const row = byId.get(id);
    if (!row) return String(id);
    const { authors, year, volume, number, pages, doi } = row;
    const [title, journal] = [row.title.slice(0, 130), row.journal.slice(0, 50)];
    const place = `${volume}(${number}) ${pages} ${doi}`;
    const by = `${authors[0]} (${authors.length})`;
    return `   ${id} ${title} | ${by} | ${year} | ${journal} | ${place}`;
  };
  const out: string[] = [];
  const members = new Set<Id>(gold.member);
  const wrong = found.certain.filter((link) =>
    gold.clusters ? !same(link, gold) : !members.has(link.a) || !members.has(link.b),
  );
  for (const { a, b } of wrong) out.push('WRONG', line(a), line(b));
  if (gold.clusters) {
    const clusterOf = new Map<Id, number>();
    clustersOf(all).forEach((ids, index) => {
      for (const id of ids) clusterOf.set(id, index);
    });
    for (const [first, ...rest] of gold.clusters) {
      const missed = rest.filter(
        (id) => clusterOf.get(id) === undefined || clusterOf.get(id) !== clusterOf.get(first ?? ''),
      );
      if (missed.length > 0) out.push('MISSED', line(first ?? ''), ...missed.map(line));
    }
  }
  process.stdout.write(`${out.slice(0, 240).join('\n')}\n`);
}
