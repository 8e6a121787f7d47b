/** What is stored though it could be computed: computed again and compared. */
import { isDeepStrictEqual } from 'node:util';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { clustersOf } from '../../import/duplicates/clusters.ts';
import { keysOf } from '../../import/duplicates/keys.ts';
import { ranking, rankingRun } from '../../schema/ranking.ts';
import { duplicateLink, importBatch, record, report } from '../../schema/records.ts';
import type { Connection } from '../db.ts';
import { isActive } from '../records/duplicates/clusters.ts';
import { storedKeys } from '../records/duplicates/report-keys.ts';
import { tagCounts } from '../records/imports/reading.ts';
import { shownReference } from '../records/reports/reports.ts';
import { derivedColumns } from '../records/reports/shown.ts';
import { orderHash, rankedIds, repeatRun } from '../screening/ranking/runs.ts';
import { disagreeingStandings } from '../screening/votes/standings.ts';
import type { ReviewRef } from './check.ts';

/** The root of each report is the first of its connected component over the links that hold. */
export function agreeingRoots(db: Connection, { id }: ReviewRef): string[] {
  const rows = db
    .select({ id: report.id, rootId: report.rootId })
    .from(report)
    .where(eq(report.reviewId, id))
    .all();
  const links = db
    .select({ a: duplicateLink.keptId, b: duplicateLink.duplicateId })
    .from(duplicateLink)
    .where(and(eq(duplicateLink.reviewId, id), isActive))
    .all();
  const ids = rows.map((row) => row.id);
  const roots = new Map(
    clustersOf(links, ids).flatMap((cluster) =>
      cluster.map((member) => [member, Math.min(...cluster)] as const),
    ),
  );
  return rows
    .filter((row) => row.rootId !== (roots.get(row.id) ?? row.id))
    .map((row) => `report ${row.id} has root ${row.rootId}, its links say ${roots.get(row.id)}`);
}

/** What is shown of a publication is the best of its records, with the corrections on top. */
export function agreeingReferences(db: Connection, { id }: ReviewRef): string[] {
  const roots = db
    .select()
    .from(report)
    .where(and(eq(report.reviewId, id), eq(report.rootId, report.id)))
    .all();
  return roots.flatMap((row) => {
    const { reference } = shownReference(db, row.id);
    const { title, year, firstAuthor } = derivedColumns(reference);
    const stored = [row.reference, row.title, row.year, row.firstAuthor];
    // The order of a reference's fields says nothing.
    const isSame = isDeepStrictEqual(stored, [reference, title, year, firstAuthor]);
    return isSame ? [] : [`report ${row.id} shows something else than its records give`];
  });
}

/**
 * Each report can be found under exactly the keys of its own record; one that was withdrawn under none, once its import
 * has been undone to the end.
 */
export function agreeingKeys(db: Connection, { id }: ReviewRef): string[] {
  const stored = storedKeys(db, id);
  const records = db
    .select({
      reportId: record.reportId,
      reference: record.reference,
      withdrawnAt: report.withdrawnAt,
      isUndone: sql<boolean>`${importBatch.state} = 'undone'`,
    })
    .from(record)
    .innerJoin(report, eq(report.id, record.reportId))
    .innerJoin(importBatch, eq(importBatch.id, record.importId))
    .where(eq(record.reviewId, id))
    .all();
  return records
    .filter(({ reportId, reference, withdrawnAt, isUndone }) => {
      if (withdrawnAt && !isUndone) return false;
      const derived = new Set(withdrawnAt ? [] : keysOf(reference));
      return !isDeepStrictEqual(derived, stored.get(reportId) ?? new Set());
    })
    .map(({ reportId }) => `report ${reportId} has other keys than its record gives`);
}

/** Where a report stands is what the rule says of its votes and settlements. */
export function agreeingStandings(db: Connection, { id }: ReviewRef): string[] {
  return disagreeingStandings(db, id).map(
    ({ reportId, stage, stored, derived }) =>
      `report ${reportId} at ${stage} is stored as ${stored?.state ?? 'unscreened'}, ` +
      `its votes say ${derived?.state ?? 'unscreened'}`,
  );
}

/** What the flow is counted from is what the rows say of each report, and the log of its changes ends there. */
export function agreeingFlowPaths(db: Connection, { id }: ReviewRef): string[] {
  const columns = 'root_id, review_id, record_id, study_id, class, members';
  const differing = db.$client
    .prepare(
      `select distinct root_id as id from (
        select * from (select ${columns} from flow_path_now where review_id = :id
          except select ${columns} from flow_path where review_id = :id)
        union all
        select * from (select ${columns} from flow_path where review_id = :id
          except select ${columns} from flow_path_now where review_id = :id))`,
    )
    .all({ id }) as { id: number }[];
  return differing.map((row) => `report ${row.id} stands elsewhere in the flow than its rows say`);
}

/** A file may have had more kinds of tags than are counted: then the account is not whole, and is not compared. */
const tagsCounted = 500;

/** The tags that an import's account says no field holds are those that its records were kept with. */
export function agreeingTags(db: Connection, { id }: ReviewRef): string[] {
  const read = and(eq(importBatch.reviewId, id), isNotNull(importBatch.finishedAt));
  const rows = db
    .select({ id: importBatch.id, tags: importBatch.unmappedTags, state: importBatch.state })
    .from(importBatch)
    .where(read)
    .all();
  const counted = db.$client.prepare(
    `select json_extract(each.value, '$.tag') as tag, count(*) as count
    from record join json_each(record.unmapped) as each where record.import_id = ? group by 1`,
  );
  return rows
    .filter(({ state, tags }) => state !== 'failed' && tags.length < tagsCounted)
    .filter((row) => {
      const found = counted.all(row.id) as { tag: string; count: number }[];
      const derived = tagCounts(new Map(found.map(({ tag, count }) => [tag, count])));
      return !isDeepStrictEqual(derived, row.tags);
    })
    .map((row) => `import ${row.id} counts other tags than its records were kept with`);
}

/** The order that a stage is ranked by is what its run in the log gives when it is made again. */
export function agreeingRankings(db: Connection, { id }: ReviewRef): string[] {
  const rows = db
    .select({ run: rankingRun, ids: ranking.ids })
    .from(ranking)
    .innerJoin(rankingRun, eq(rankingRun.id, ranking.runId))
    .where(eq(ranking.reviewId, id))
    .all();
  return rows.flatMap(({ run }) => {
    const kept = orderHash(db, run, [...(rankedIds(db, run) ?? [])]);
    if (kept !== run.orderHash) return [`the order of ${run.stage} is not the one that was ranked`];
    const again = repeatRun(db, run).result === 'different';
    return again ? [`ranking run ${run.id} gives another order when it is made again`] : [];
  });
}
