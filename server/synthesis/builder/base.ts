/**
 * The included publications of a review as a table counts them. Columns come from indexes, each as one JSON value: a
 * row object for each of 100,000 publications would cost more than all that is counted.
 */
import { type Db, statement } from '../../db.ts';
import { keptWhileUnchanged } from './kept.ts';

export type Base = {
  /** Root reports that passed full text, in the order in which they came. */
  ids: readonly number[];
  years: readonly (number | null)[];
  studyIds: readonly (number | null)[];
  /** Family name or body, as lists are sorted by. */
  firstAuthors: readonly string[];
  /** Where a report stands in the lists, a root or one found to duplicate it; -1 for what is not included. */
  placeOf: (reportId: number) => number;
  /** The lowest and the highest report of the review: links are read between the two. */
  from: number;
  to: number;
};

const includedSql = `select json_group_array(id), json_group_array(year),
    json_group_array(study_id), json_group_array(first_author)
  from (select r.id, r.year, r.study_id, r.first_author from standing s
    cross join report r indexed by report_year on r.review_id = ? and r.withdrawn_at is null
      and r.root_id = s.report_id and r.id = r.root_id
    where s.stage = 'full_text' and s.state = 'passed' order by s.report_id)`;

const linkedSql = `select json_group_array(id), json_group_array(root_id) from report
  where review_id = ? and root_id <> id and withdrawn_at is null`;

/** What one row of JSON columns holds. */
function columnsIn<T extends unknown[]>(db: Db, sql: string, ...values: number[]): T {
  return keptWhileUnchanged(db, `${sql} ${values}`, () => {
    const row = statement(db, sql)
      .raw()
      .get(...values) as string[];
    return row.map((column) => JSON.parse(column)) as T;
  });
}

type Included = [number[], (number | null)[], (number | null)[], string[]];

export const baseOf = (db: Db, reviewId: number): Base =>
  keptWhileUnchanged(db, `base ${reviewId}`, () => readBase(db, reviewId));

function readBase(db: Db, reviewId: number): Base {
  const [ids, years, studyIds, firstAuthors] = columnsIn<Included>(db, includedSql, reviewId);
  const [linked, roots] = columnsIn<[number[], number[]]>(db, linkedSql, reviewId);
  const from = linked.reduce((least, id) => Math.min(least, id), ids[0] ?? 0);
  const to = linked.reduce((most, id) => Math.max(most, id), ids.at(-1) ?? -1);
  // One more than the place, so that what is not there is nothing.
  const places = new Int32Array(to - from + 1);
  for (const [place, id] of ids.entries()) places[id - from] = place + 1;
  for (const [at, id] of linked.entries())
    places[id - from] = places[(roots[at] ?? from) - from] ?? 0;
  const placeOf = (id: number) => (places[id - from] ?? 0) - 1;
  return { ids, years, studyIds, firstAuthors, placeOf, from, to };
}

/** Reports, and what each is linked to: two lists of one length. */
export type Links = { reports: readonly number[]; values: readonly (string | number)[] };

const linksIn = (db: Db, sql: string, ...values: number[]): Links => {
  const [reports, linked] = columnsIn<[number[], (string | number)[]]>(db, sql, ...values);
  return { reports, values: linked };
};

const countrySql = `select json_group_array(report_id), json_group_array(country)
  from country_link where removed_at is null and report_id between ? and ?`;

export const countryLinks = (db: Db, { from, to }: Base): Links =>
  linksIn(db, countrySql, from, to);

const designSql = `select json_group_array(report_id), json_group_array(design),
  json_group_array(id) from design_link where report_id between ? and ?`;

/** The latest row of a publication holds, whichever of its reports it was said of. */
export function designLinks(db: Db, { from, to, ids, placeOf }: Base): Links {
  type Said = [number[], string[], number[]];
  const [reports, designs, rows] = columnsIn<Said>(db, designSql, from, to);
  const latest = new Int32Array(ids.length).fill(-1);
  for (const [at, report] of reports.entries()) {
    const place = placeOf(report);
    const held = latest[place];
    if (held === undefined) continue;
    if (held < 0 || (rows[held] ?? 0) < (rows[at] ?? 0)) latest[place] = at;
  }
  const held = latest.filter((at) => at >= 0);
  return {
    reports: Array.from(held, (at) => reports[at] ?? 0),
    values: Array.from(held, (at) => designs[at] ?? ''),
  };
}

const codingSql = `select json_group_array(c.report_id), json_group_array(c.code_id)
  from coding c join code k on k.id = c.code_id
  where k.codebook_id = ? and c.removed_at is null`;
const excerptSql = `select json_group_array(e.report_id), json_group_array(x.code_id) from code k
  join excerpt_code x on x.code_id = k.id and x.removed_at is null
  join excerpt e on e.id = x.excerpt_id and e.archived_at is null
  where k.codebook_id = ?`;

/** Codes put on publications, and, where one person codes, those put on excerpts from them. */
export function codeLinks(db: Db, codebookId: number, withExcerpts: boolean): Links {
  const links = linksIn(db, codingSql, codebookId);
  if (!withExcerpts) return links;
  const { reports, values } = linksIn(db, excerptSql, codebookId);
  return { reports: links.reports.concat(reports), values: links.values.concat(values) };
}

const sourceSql = `select json_group_array(rec.report_id), json_group_array(b.search_run_id)
  from import_batch b join record rec indexed by record_account on rec.import_id = b.id
  where b.review_id = ? and b.state <> 'undone'`;
const runSql = 'select id, source from search_run where review_id = ? and archived_at is null';

/** Where the records of a publication were found. */
export function sourceLinks(db: Db, reviewId: number): Links {
  const { reports, values } = linksIn(db, sourceSql, reviewId);
  const runs = statement(db, runSql).raw().all(reviewId) as [number, string][];
  const sources = new Map<string | number, string>(runs);
  const isKnown = values.map((run) => sources.has(run));
  return {
    reports: reports.filter((_, at) => isKnown[at]),
    values: values.flatMap((run) => sources.get(run) ?? []),
  };
}

const studySql = 'select id, label from study where review_id = ?';

export const studyLabels = (db: Db, reviewId: number): Map<number, string> =>
  new Map(statement(db, studySql).raw().all(reviewId) as [number, string][]);
