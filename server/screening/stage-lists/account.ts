/** What the lists of an older review account for: in the flow as it was at any time, and publication by publication. */
import { sql } from 'drizzle-orm';
import type { Stage } from '../../../schema/screening.ts';
import type { Db } from '../../db.ts';
import { type LineCounts, lineCounts, linesOf } from './lines.ts';

export type ListAccount = LineCounts & {
  id: number;
  stage: Stage;
  fileName: string;
  declared: number;
  rejected: number;
};

/** The lists whose decisions held at a moment, or hold now, in the order of their coming. */
export function listsInForce(db: Db, reviewId: number, at?: string): ListAccount[] {
  const then = at
    ? sql`list.at <= ${at} and (taken_back.at is null or taken_back.at > ${at})`
    : sql`taken_back.at is null`;
  const lists = db.all<Omit<ListAccount, keyof LineCounts>>(
    sql`select list.id, list.stage, list.file_name as "fileName", list.declared, list.rejected
      from stage_list as list left join stage_list_undo as taken_back on taken_back.list_id = list.id
      where list.review_id = ${reviewId} and ${then} order by list.id`,
  );
  if (lists.length === 0) return [];
  const countsOf = lineCounts(db, reviewId, at);
  return lists.map((list) => ({ ...list, ...countsOf(list.id) }));
}

export type ListStanding = {
  /** What the matched records are now: fewer than those, once two were found to be one. */
  publications: number;
  passed: number;
  excluded: number;
  open: number;
  /** Passed the stage without being named: by a later list, or by people. */
  others: number;
};

/** What the records of a list came to: with what it does not name, the number that has passed its stage. */
export function standingOfList(
  db: Db,
  reviewId: number,
  { id, stage }: { id: number; stage: Stage },
): ListStanding {
  return db.get<ListStanding>(
    sql`select count(*) filter (where named) as publications,
        count(*) filter (where named and state = 'passed') as passed,
        count(*) filter (where named and state = 'excluded') as excluded,
        count(*) filter (where named and coalesce(state, '') not in ('passed', 'excluded')) as open,
        count(*) filter (where not named and state = 'passed') as others
      from (select standing.state, root.id in (select root_id from ${linesOf(sql`(${id})`)} as line
            where root_id is not null) as named
          from report as root
          left join standing on standing.report_id = root.id and standing.stage = ${stage}
          where root.review_id = ${reviewId} and root.root_id = root.id
            and root.withdrawn_at is null)`,
  );
}
