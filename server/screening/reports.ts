/** The reports that screening is about, and what a decision about one must satisfy. */
import { and, eq, isNull } from 'drizzle-orm';
import { report } from '../../schema/records.ts';
import { criterion, review } from '../../schema/reviews.ts';
import { type Answer, type Stage, type StandingState, standing } from '../../schema/screening.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';

export type ReportRef = { id: number; rootId: number; reviewId: number };

/** A report of the review that has not been withdrawn, by its own id. @throws NOT_FOUND */
export function reportOfReview(db: Db, reviewId: number, reportId: number): ReportRef {
  const row = db
    .select({ id: report.id, rootId: report.rootId, reviewId: report.reviewId })
    .from(report)
    .where(and(eq(report.id, reportId), eq(report.reviewId, reviewId), isNull(report.withdrawnAt)))
    .get();
  if (!row) throw notFound();
  return { ...row, rootId: row.rootId ?? row.id };
}

export function reviewRow(db: Db, reviewId: number) {
  const row = db.select().from(review).where(eq(review.id, reviewId)).get();
  if (!row) throw notFound();
  return row;
}

/** Where a root report stands, as stored. */
export function stateOf(db: Db, rootId: number, stage: Stage): StandingState {
  const row = db
    .select({ state: standing.state })
    .from(standing)
    .where(and(eq(standing.reportId, rootId), eq(standing.stage, stage)))
    .get();
  return row?.state ?? 'unscreened';
}

/** @throws STAGE_NOT_REACHED when a report has not passed title and abstract. */
export function requireStage(db: Db, rootId: number, stage: Stage): void {
  if (stage === 'title_abstract' || stateOf(db, rootId, 'title_abstract') === 'passed') return;
  throw new AppError('STAGE_NOT_REACHED');
}

/**
 * The reason that is stored: the review's own, in force, and only with an exclusion.
 * @throws REASON_REQUIRED, CRITERION_UNKNOWN
 */
export function checkedReason(
  db: Db,
  decision: { reviewId: number; stage: Stage; answer: Answer; criterionId: number | null },
): number | null {
  const { reviewId, stage, answer, criterionId } = decision;
  if (answer !== 'exclude') return null;
  if (criterionId === null) {
    if (stage === 'full_text') throw new AppError('REASON_REQUIRED', {}, 'criterionId');
    return null;
  }
  const known = db
    .select({ id: criterion.id })
    .from(criterion)
    .where(
      and(
        eq(criterion.id, criterionId),
        eq(criterion.reviewId, reviewId),
        isNull(criterion.retiredAt),
      ),
    )
    .get();
  if (!known) throw new AppError('CRITERION_UNKNOWN', {}, 'criterionId');
  return criterionId;
}
