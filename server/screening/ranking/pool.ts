/** The publications that a ranking orders, with what is read of them. */
import { createHash } from 'node:crypto';
import { type Db, driverOf, statement } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { changesSince, lastChange } from '../board/changes.ts';
import { idShiftOf } from '../rules/id-shift.ts';
import type { Place } from './answers.ts';
import type { Text } from './words.ts';

export type Pool = {
  /** In their order. */
  ids: readonly number[];
  /** A print of all texts. */
  hash: string;
  /** Read when somebody asks for them: texts change much less often than answers. */
  texts: () => readonly Text[];
};

type Row = { id: number } & Text;

/** The pool as it was when a given report was the last one, read whole. */
export function poolUntil(db: Db, place: Place, lastReportId: number): Pool {
  const rows = readRows(db, place, lastReportId);
  return { ...printed(db, place, rows), texts: () => rows };
}

type Kept = Omit<Pool, 'texts'> & {
  /** The last change that is in it. */
  changed: number;
  /** Of each text, by its id. */
  prints: ReadonlyMap<number, string>;
};
const kept = new WeakMap<object, Map<string, Kept>>();
const poolsMax = 4;

/** The pool of now. Read whole once, then again only when one of its texts has changed, come or gone. */
export function poolNow(db: Db, place: Place): Pool {
  const pools = kept.get(driverOf(db)) ?? new Map<string, Kept>();
  kept.set(driverOf(db), pools);
  const name = `${place.reviewId} ${place.stage}`;
  const known = pools.get(name);
  const changed = lastChange(db);
  if (known && isAsRead(db, place, known)) {
    pools.set(name, { ...known, changed });
    return { ids: known.ids, hash: known.hash, texts: () => readRows(db, place) };
  }
  const rows = readRows(db, place);
  const pool = printed(db, place, rows);
  const prints = new Map(rows.map((row) => [row.id, printOf(row)]));
  if (pools.size >= poolsMax) pools.clear();
  pools.set(name, { ...pool, changed, prints });
  return { ...pool, texts: () => rows };
}

function isAsRead(db: Db, place: Place, { ids, changed, prints }: Kept): boolean {
  const changes = changesSince(db, changed, ids.length);
  if (changes === null) return false;
  const wanted = { reviewId: place.reviewId, ids: JSON.stringify(changes) };
  const rows = statement(db, poolSql(place, 'some')).all(wanted) as Row[];
  const now = new Map(rows.map((row) => [row.id, printOf(row)]));
  return changes.every((id) => now.get(id) === prints.get(id));
}

const printOf = ({ title, abstract }: Text) =>
  createHash('sha1').update(`${title}\n${abstract}`).digest('base64');

function printed(db: Db, place: Place, rows: readonly Row[]): Omit<Pool, 'texts'> {
  const hash = createHash('sha256');
  const shift = idShiftOf(db, place.reviewId);
  for (const { id, title, abstract } of rows) hash.update(`${id - shift}\n${title}\n${abstract}\n`);
  return { ids: rows.map((row) => row.id), hash: hash.digest('hex') };
}

function readRows(db: Db, place: Place, lastReportId = Number.MAX_SAFE_INTEGER): Row[] {
  const { reviewId } = place;
  return statement(db, poolSql(place, 'all')).all({ reviewId, lastReportId }) as Row[];
}

/** In the order of the roots, which are the reports themselves: by their index, not by sorting all texts in a file. */
const poolSql = ({ stage }: Place, which: 'all' | 'some') => `
  select report.id, report.title,
    coalesce(json_extract(report.reference, '$.abstract'), '') as abstract
  from ${which === 'all' ? 'report' : 'json_each(@ids) as wanted cross join report on report.id = wanted.value'}
  where report.review_id = @reviewId and report.root_id = report.id and report.withdrawn_at is null
    ${which === 'all' ? 'and report.root_id <= @lastReportId' : ''}
    ${stage === 'full_text' ? passedSql : ''}
  ${which === 'all' ? 'order by report.root_id' : ''}`;
const passedSql = `and exists (select 1 from standing where standing.report_id = report.id
    and standing.stage = 'title_abstract' and standing.state = 'passed')`;

/** What a review says it looks for, in all its languages: its questions, its elements, what it includes. */
export function wantedWords(db: Db, reviewId: number): string {
  const row = statement(db, protocolSql).get({ reviewId }) as { content: string } | undefined;
  const terms = statement(db, termsSql).all({ reviewId }) as { text: string }[];
  const texts = terms.map(({ text }) => text);
  if (row) collectTexts(JSON.parse(row.content), texts);
  return texts.join('\n');
}

const protocolSql = `select content from protocol_version where review_id = @reviewId
  order by number desc limit 1`;
const termsSql = `select text from screening_term where review_id = @reviewId and kind = 'include'
  and person_id is null and removed_at is null order by id`;

type Said = Record<string, string>;
type Content = {
  questions: Said[];
  elements: Record<string, Said>;
  criteria: { kind: string; label: Said; statement: Said }[];
};

function collectTexts({ questions, elements, criteria }: Content, into: string[]): void {
  const included = criteria.filter(({ kind }) => kind === 'include');
  const all = [
    ...questions,
    ...Object.values(elements),
    ...included.flatMap((each) => [each.label, each.statement]),
  ];
  for (const words of all) into.push(...Object.values(words));
}

/** One publication of a review, as a ranking reads it. @throws NOT_FOUND */
export function reportForWhy(db: Db, reviewId: number, reportId: number): { id: number } & Text {
  const row = statement(db, oneSql).get({ reviewId, reportId });
  if (!row) throw notFound();
  return row as { id: number } & Text;
}

const oneSql = `select report.id, report.title,
    coalesce(json_extract(report.reference, '$.abstract'), '') as abstract
  from report where report.id = @reportId and report.review_id = @reviewId
    and report.root_id = report.id and report.withdrawn_at is null`;
