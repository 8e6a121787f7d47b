/** What publications can be shared out by: the languages that are there, the searches that found them. */
import { type Db, statement } from '../../db.ts';

export type ShareKey = { key: string; name: string; count: number };

const languagesMax = 12;

export function shareKeys(
  db: Db,
  reviewId: number,
): { languages: ShareKey[]; sources: ShareKey[] } {
  const languages = statement(
    db,
    `select json_extract(reference, '$.language') as key, '' as name, count(*) as count from report
    where review_id = ? and root_id = id and withdrawn_at is null
    group by 1 having key is not null order by 3 desc limit ${languagesMax}`,
  ).all(reviewId) as ShareKey[];
  const sources = statement(
    db,
    `select cast(search_run.id as text) as key, search_run.source as name, count(*) as count
    from search_run join import_batch on import_batch.search_run_id = search_run.id
    join record on record.import_id = import_batch.id
    where search_run.review_id = ? and search_run.archived_at is null and import_batch.undone_at is null
    group by search_run.id order by search_run.id`,
  ).all(reviewId) as ShareKey[];
  return { languages, sources };
}
