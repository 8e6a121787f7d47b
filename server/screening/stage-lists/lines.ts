/** The lines of lists as they count: what the program found them to be, or what a person has said of them since. */
import { type SQL, sql } from 'drizzle-orm';
import { type LineFate, lineFates } from '../../../schema/flow.ts';
import type { Db } from '../../db.ts';

/**
 * A table of lines, by their ids: what each counts as, the publication that it is, and the answer in force.
 * Of several lines of one list that are one publication, the first that the program found counts, or the first.
 * @param at as it was at a moment; without it, now.
 */
export function linesOf(lists: SQL, at?: string): SQL {
  const then = at ? sql`and said.at <= ${at}` : sql``;
  return sql`(
    with own as (
      select line.id, line.list_id, line.position, line.state, answer.id as answer_id, answer.answer,
        (select root_id from report
          where report.id = coalesce(line.report_id, answer.report_id)) as root_id
      from stage_list_line as line
      left join stage_list_answer as answer on answer.answer <> 'open' and answer.id = (
        select max(said.id) from stage_list_answer as said where said.line_id = line.id ${then})
      where line.list_id in ${lists}
    )
    select id, list_id, position, answer_id, root_id,
      case when state <> 'unmatched' then state
        when answer is null then 'unmatched'
        when answer = 'absent' then 'absent'
        when row_number() over (partition by list_id, root_id
          order by state = 'unmatched', position) > 1 then 'repeats'
        else 'matched' end as fate
    from own)`;
}

export type LineCounts = Record<LineFate, number> & {
  /** Of all these, those that a person has answered for. */
  answered: number;
};

const noLines: LineCounts = { matched: 0, repeats: 0, unmatched: 0, absent: 0, answered: 0 };
const fates = sql.join(
  lineFates.map((fate) => sql.raw(`count(*) filter (where line.fate = '${fate}') as "${fate}"`)),
  sql`, `,
);

/** @returns the counts of a list by its id. */
export function lineCounts(db: Db, reviewId: number, at?: string): (listId: number) => LineCounts {
  const ofReview = sql`(select id from stage_list where review_id = ${reviewId})`;
  const rows = db.all<LineCounts & { listId: number }>(
    sql`select line.list_id as "listId", ${fates}, count(line.answer_id) as answered
      from ${linesOf(ofReview, at)} as line group by line.list_id`,
  );
  const counts = new Map(rows.map(({ listId, ...row }) => [listId, row]));
  return (listId) => counts.get(listId) ?? noLines;
}
