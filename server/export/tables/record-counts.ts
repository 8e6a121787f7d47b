/** How many records came in, how many of them were the same publication as another, how many came judged. */
import { and, count, eq, isNull } from 'drizzle-orm';
import { importBatch, record, report } from '../../../schema/records.ts';
import type { Stage } from '../../../schema/screening.ts';
import { type Db, statement } from '../../db.ts';
import { isPublication } from '../../records/reports/reports.ts';

export function recordCounts(db: Db, reviewId: number) {
  const standing = and(eq(importBatch.reviewId, reviewId), isNull(importBatch.undoneAt));
  const records =
    db
      .select({ n: count() })
      .from(record)
      .innerJoin(importBatch, eq(importBatch.id, record.importId))
      .where(standing)
      .get()?.n ?? 0;
  const own = and(eq(report.reviewId, reviewId), isPublication);
  const publications = db.select({ n: count() }).from(report).where(own).get()?.n ?? 0;
  return { records, publications, duplicates: Math.max(0, records - publications) };
}

/** Publications that were settled at a stage though nobody here judged them: taken over from elsewhere. */
export function takenOverCount(db: Db, reviewId: number, stage: Stage): number {
  return statement(db, takenOverSql).pluck().get({ reviewId, stage }) as number;
}

const takenOverSql = `select count(*) from standing join report as root on root.id = standing.report_id
  where root.review_id = @reviewId and root.root_id = root.id and root.withdrawn_at is null
    and standing.stage = @stage and standing.state in ('passed', 'excluded')
    and not exists (select 1 from report as member join vote on vote.report_id = member.id
      where member.root_id = root.id and vote.stage = @stage
        and not exists (select 1 from vote_withdrawal as gone where gone.vote_id = vote.id))`;
