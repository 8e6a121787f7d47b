/** Publications that were read in full and left out, each with the reason that counts. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { report } from '../../../schema/records.ts';
import { criterion } from '../../../schema/reviews.ts';
import { standing } from '../../../schema/screening.ts';
import type { Db } from '../../db.ts';

export function excludedInFullText(db: Db, reviewId: number) {
  return db
    .select({ reportId: report.id, code: criterion.code, label: criterion.label })
    .from(standing)
    .innerJoin(report, eq(report.id, standing.reportId))
    .leftJoin(criterion, eq(criterion.id, standing.criterionId))
    .where(
      and(
        eq(report.reviewId, reviewId),
        eq(report.rootId, report.id),
        isNull(report.withdrawnAt),
        eq(standing.stage, 'full_text'),
        eq(standing.state, 'excluded'),
      ),
    )
    .orderBy(asc(report.id))
    .all();
}
