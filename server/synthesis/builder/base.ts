/** The included publications of a review as a table counts them: one pass over an index, nothing wide is read. */
import { type Db, statement } from '../../db.ts';

export type Base = {
  /** Root reports that passed full text, in the order in which they came. */
  ids: number[];
  years: (number | null)[];
  studyIds: (number | null)[];
  /** Where a report stands in the lists: a root, or a report found to duplicate one. */
  placeOf: Map<number, number>;
  /** The lowest and the highest report of the review: links are read between the two. */
  from: number;
  to: number;
};

const includedSql = `select r.id, r.year, r.study_id from report r indexed by report_year
  where r.review_id = ? and r.withdrawn_at is null and r.root_id = r.id
    and exists (select 1 from standing s
      where s.report_id = r.id and s.stage = 'full_text' and s.state = 'passed')`;

const linkedSql = `select id, root_id from report
  where review_id = ? and root_id <> id and withdrawn_at is null`;

export function baseOf(db: Db, reviewId: number): Base {
  const rows = statement(db, includedSql).raw().all(reviewId) as [
    number,
    number | null,
    number | null,
  ][];
  rows.sort((one, other) => one[0] - other[0]);
  const placeOf = new Map(rows.map(([id], index) => [id, index] as const));
  const linked = statement(db, linkedSql).raw().all(reviewId) as [number, number][];
  for (const [id, rootId] of linked) {
    const place = placeOf.get(rootId);
    if (place !== undefined) placeOf.set(id, place);
  }
  const first = rows[0]?.[0] ?? 0;
  const last = rows.at(-1)?.[0] ?? -1;
  return {
    ids: rows.map(([id]) => id),
    years: rows.map(([, year]) => year),
    studyIds: rows.map(([, , studyId]) => studyId),
    placeOf,
    from: linked.reduce((least, [id]) => Math.min(least, id), first),
    to: linked.reduce((most, [id]) => Math.max(most, id), last),
  };
}

/** A report and what it is linked to. */
export type Link = [reportId: number, value: string | number];

const countrySql = `select report_id, country from country_link
  where removed_at is null and report_id between ? and ?`;

export const countryLinks = (db: Db, { from, to }: Base): Link[] =>
  statement(db, countrySql).raw().all(from, to) as Link[];

/** The latest row of a publication holds, whichever of its reports it was said of. */
const designSql =
  'select report_id, design from design_link where report_id between ? and ? order by id';

export const designLinks = (db: Db, { from, to }: Base): Link[] =>
  statement(db, designSql).raw().all(from, to) as Link[];

const codingSql = `select c.report_id, c.code_id from coding c join code k on k.id = c.code_id
  where k.codebook_id = ? and c.removed_at is null`;
const excerptSql = `select e.report_id, x.code_id from code k
  join excerpt_code x on x.code_id = k.id and x.removed_at is null
  join excerpt e on e.id = x.excerpt_id and e.archived_at is null
  where k.codebook_id = ?`;

/** Codes put on publications, and, where one person codes, those put on excerpts from them. */
export function codeLinks(db: Db, codebookId: number, withExcerpts: boolean): Link[] {
  const links = statement(db, codingSql).raw().all(codebookId) as Link[];
  if (!withExcerpts) return links;
  return links.concat(statement(db, excerptSql).raw().all(codebookId) as Link[]);
}

const sourceSql = `select rec.report_id, s.source from import_batch b
  join search_run s on s.id = b.search_run_id and s.archived_at is null
  join record rec indexed by record_account on rec.import_id = b.id
  where b.review_id = ? and b.state <> 'undone'`;

/** Where the records of a publication were found. */
export const sourceLinks = (db: Db, reviewId: number): Link[] =>
  statement(db, sourceSql).raw().all(reviewId) as Link[];

const studySql = 'select id, label from study where review_id = ?';

export const studyLabels = (db: Db, reviewId: number): Map<number, string> =>
  new Map(statement(db, studySql).raw().all(reviewId) as [number, string][]);
