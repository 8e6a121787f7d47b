/** What the records of one import brought along, record by record in their order. */
import type { Extras } from '../../../import/reference.ts';
import { type Db, statement } from '../../db.ts';
import { extrasIn } from '../../records/imports/extras.ts';

export type BroughtRecord = {
  recordId: number;
  /** The report that began with the record: what is taken over stays with it. */
  reportId: number;
  rootId: number;
  title: string;
  extras: Required<Extras>;
};

/** The next records after one that brought anything along. */
export function broughtAfter(db: Db, importId: number, recordId: number, max: number) {
  const rows = statement(db, nextSql).all({ importId, recordId, max }) as (Omit<
    BroughtRecord,
    'extras'
  > & { unmapped: string })[];
  return rows.map(
    ({ unmapped, ...row }): BroughtRecord => ({ ...row, extras: extrasIn(JSON.parse(unmapped)) }),
  );
}

const nextSql = `
  select record.id as recordId, report.id as reportId, report.root_id as rootId, root.title as title,
    record.unmapped as unmapped
  from record join report on report.id = record.report_id join report as root on root.id = report.root_id
  where record.import_id = $importId and record.id > $recordId
    and record.unmapped like '%"underlag:%' and report.withdrawn_at is null
  order by record.id limit $max`;
