/**
 * The included publications of a review as a table counts them. Columns come from indexes, each as one JSON value: a
 * row object for each of 100,000 publications would cost more than all that is counted.
 */
import { type Db, statement } from '../../db.ts';
import { type KeptTable, keptWhileUnchanged } from './kept.ts';

export type Base = {
  /** Root reports that passed full text, in the order in which they came. */
  ids: Int32Array;
  /** Zero is not known. */
  years: Int32Array;
  /** Zero is none. */
  studyIds: Int32Array;
  /** Where a report stands in the lists, a root or one found to duplicate it; -1 for what is not included. */
  placeOf: (reportId: number) => number;
  /** The lowest and the highest report of the review: links are read between the two. */
  from: number;
  to: number;
};

/** What every list of publications hangs on. */
export const baseTables = ['standing', 'report'] as const satisfies readonly KeptTable[];

export const baseOf = (db: Db, reviewId: number): Base =>
  keptWhileUnchanged(db, baseTables, `base ${reviewId}`, () => readBase(db, reviewId));

function readBase(db: Db, reviewId: number): Base {
  const [ids, years, studyIds] = included(db, reviewId, numbersIn);
  const [linked, roots] = columnsIn<[number[], number[]]>(db, linkedSql, reviewId);
  const from = linked.reduce((least, id) => Math.min(least, id), ids[0] ?? 0);
  const to = linked.reduce((most, id) => Math.max(most, id), ids.at(-1) ?? -1);
  // One more than the place, so that what is not there is nothing.
  const places = new Int32Array(to - from + 1);
  for (const [place, id] of ids.entries()) places[id - from] = place + 1;
  for (const [at, id] of linked.entries())
    places[id - from] = places[(roots[at] ?? from) - from] ?? 0;
  const placeOf = (id: number) => (places[id - from] ?? 0) - 1;
  return { ids, years, studyIds, placeOf, from, to };
}

const linkedSql = `select json_group_array(id), json_group_array(root_id) from report
  where review_id = ? and root_id <> id and withdrawn_at is null`;

/** Family names or bodies, as lists are sorted by. */
export const firstAuthors = (db: Db, reviewId: number): string[] =>
  keptWhileUnchanged(db, baseTables, `authors ${reviewId}`, () => {
    const [, names] = included(db, reviewId, namesIn);
    return names;
  });

/** What one row of JSON columns holds. */
function columnsIn<T extends unknown[]>(db: Db, sql: string, ...values: number[]): T {
  const row = statement(db, sql)
    .raw()
    .get(...values) as string[];
  return row.map((column) => JSON.parse(column)) as T;
}

type Numbers = [ids: Int32Array, years: Int32Array, studyIds: Int32Array];
type Names = [ids: Int32Array, names: string[]];
/** Columns of publications: what is read, and how it is held. */
type Reading<T> = { columns: string; held: (lists: unknown[][]) => T };

const numbersIn: Reading<Numbers> = {
  columns: 'year, study_id',
  held: (lists) => lists.map((list) => Int32Array.from(list as number[])) as Numbers,
};
const namesIn: Reading<Names> = {
  columns: 'first_author',
  held: ([ids = [], names = []]) => [Int32Array.from(ids as number[]), names as string[]],
};

/** Looking up one publication costs as much as going past three of them in the index. */
const lookupCost = 3;

/** Columns of the included publications, in the order of their ids. */
function included<T extends [Int32Array, ...(Int32Array | string[])[]]>(
  db: Db,
  reviewId: number,
  reading: Reading<T>,
): T {
  const passed = keptWhileUnchanged(db, ['standing'], 'passed', () => {
    const [ids = []] = columnsIn<[number[]]>(db, passedSql);
    return Int32Array.from(ids);
  });
  const most = passed.length * lookupCost;
  if (publicationCount(db, reviewId, most) === most)
    return readColumns(db, passedPublications, reading, reviewId);
  // Most publications are included: what is read of all of them holds whichever passes next.
  const all = keptWhileUnchanged(db, ['report'], `every ${reading.columns} ${reviewId}`, () =>
    readColumns(db, everyPublication, reading, reviewId),
  );
  const places = placesAmong(all[0], passed);
  if (places.length === all[0].length) return all;
  return all.map((column) =>
    Array.isArray(column)
      ? Array.from(places, (place) => column[place])
      : places.map((place) => column[place] ?? 0),
  ) as T;
}

const passedSql = `select json_group_array(report_id) from standing
  where stage = 'full_text' and state = 'passed'`;
const publicationsSql = `from report indexed by report_year
  where review_id = ? and withdrawn_at is null and id = root_id`;
const everyPublication = `select id, year, study_id, first_author ${publicationsSql} order by root_id`;
const passedPublications = `select r.id, r.year, r.study_id, r.first_author from standing s
    cross join report r indexed by report_year on r.review_id = ? and r.withdrawn_at is null
      and r.root_id = s.report_id and r.id = r.root_id
    where s.stage = 'full_text' and s.state = 'passed' order by s.report_id`;

/** How many there are; counted no further than it matters. */
const publicationCount = (db: Db, reviewId: number, most: number): number =>
  statement(db, `select count(*) from (select 1 ${publicationsSql} limit ?)`)
    .pluck()
    .get(reviewId, most) as number;

function readColumns<T>(db: Db, from: string, reading: Reading<T>, reviewId: number): T {
  const lists = `id, ${reading.columns}`.split(', ').map((name) => `json_group_array(${name})`);
  return reading.held(columnsIn<unknown[][]>(db, `select ${lists} from (${from})`, reviewId));
}

/** Of two rising lists of ids, where those of the second stand in the first. */
function placesAmong(ids: Int32Array, wanted: Int32Array): Int32Array {
  const places = new Int32Array(wanted.length);
  let found = 0;
  let at = 0;
  for (const id of wanted) {
    while (at < ids.length && (ids[at] ?? 0) < id) at += 1;
    if (ids[at] !== id) continue;
    places[found] = at;
    found += 1;
  }
  return places.subarray(0, found);
}

/** Reports by what they are linked to. */
export type Links = readonly { value: string | number; reports: readonly number[] }[];

/** @param sql gives values, and for each a JSON list of reports. */
function linksIn(
  db: Db,
  tables: readonly KeptTable[],
  sql: string,
  ...values: (number | string)[]
): Links {
  return keptWhileUnchanged(db, tables, `${sql} ${values}`, () => {
    const rows = statement(db, sql)
      .raw()
      .all(...values) as [string | number, string][];
    return rows.map(([value, reports]) => ({ value, reports: JSON.parse(reports) as number[] }));
  });
}

// Countries one after the other, each found in the index by the one before it.
const countrySql = `with recursive named (country) as (
    select min(country) from country_link
    union all select (select min(country) from country_link where country > named.country)
      from named where named.country is not null)
  select country, (select json_group_array(report_id) from country_link indexed by country_link_country
    where country_link.country = named.country and report_id between ? and ? and removed_at is null)
  from named where country is not null`;

export const countryLinks = (db: Db, { from, to }: Base): Links =>
  linksIn(db, ['country_link'], countrySql, from, to);

const designSql = `select json_group_array(report_id), json_group_array(design),
  json_group_array(id) from design_link where report_id between ? and ?`;

/** The latest row of a publication holds, whichever of its reports it was said of. */
export function designLinks(db: Db, { from, to, ids, placeOf }: Base): Links {
  type Said = [number[], string[], number[]];
  const [reports, designs, rows] = keptWhileUnchanged(
    db,
    ['design_link'],
    `designs ${from} ${to}`,
    () => columnsIn<Said>(db, designSql, from, to),
  );
  const latest = new Int32Array(ids.length).fill(-1);
  for (const [at, report] of reports.entries()) {
    const held = latest[placeOf(report)];
    if (held === undefined) continue;
    if (held < 0 || (rows[held] ?? 0) < (rows[at] ?? 0)) latest[placeOf(report)] = at;
  }
  return linksFrom(
    Array.from(latest)
      .filter((at) => at >= 0)
      .map((at) => [reports[at] ?? 0, designs[at] ?? ''] as const),
  );
}

const codingSql = `select asked.value, (select json_group_array(c.report_id) from coding c
    indexed by coding_code where c.code_id = asked.value and c.removed_at is null)
  from json_each(?) asked`;
const excerptSql = `select x.code_id, json_group_array(e.report_id) from json_each(?) asked
  join excerpt_code x on x.code_id = asked.value and x.removed_at is null
  join excerpt e on e.id = x.excerpt_id and e.archived_at is null
  group by x.code_id`;

/** Codes put on publications, and, where one person codes, those put on excerpts from them. */
export function codeLinks(db: Db, codeIds: readonly number[], withExcerpts: boolean): Links {
  const asked = JSON.stringify(codeIds);
  const links = linksIn(db, ['coding'], codingSql, asked);
  if (!withExcerpts) return links;
  return [...links, ...linksIn(db, ['excerpt', 'excerpt_code'], excerptSql, asked)];
}

const recordSql = `select b.id, (select json_group_array(rec.report_id) from record rec
    indexed by record_account where rec.import_id = b.id)
  from import_batch b where b.review_id = ?`;
/** Where the records of a publication were found, by import. */
export const importLinks = (db: Db, reviewId: number): Links =>
  linksIn(db, ['record'], recordSql, reviewId);

const studySql = 'select id, label from study where review_id = ?';

export const studyLabels = (db: Db, reviewId: number): Map<number, string> =>
  keptWhileUnchanged(
    db,
    ['study'],
    `studies ${reviewId}`,
    () => new Map(statement(db, studySql).raw().all(reviewId) as [number, string][]),
  );

/** From pairs of a report and what it is linked to. */
export function linksFrom(pairs: Iterable<readonly [number, string | number]>): Links {
  const byValue = new Map<string | number, number[]>();
  for (const [report, value] of pairs) {
    const reports = byValue.get(value);
    if (reports) reports.push(report);
    else byValue.set(value, [report]);
  }
  return [...byValue].map(([value, reports]) => ({ value, reports }));
}
