/** The reports that screening is about, and what a decision about one must satisfy. */
import { eq, sql } from 'drizzle-orm';
import { review } from '../../schema/reviews.ts';
import type { Answer, Stage, StandingState } from '../../schema/screening.ts';
import { builtOnce, type Db, statement, untilWritten } from '../db.ts';
import { AppError, notFound } from '../errors.ts';

export type ReportRef = { id: number; rootId: number; reviewId: number };

/** A report of the review that has not been withdrawn, by its own id. @throws NOT_FOUND */
export function reportOfReview(db: Db, reviewId: number, reportId: number): ReportRef {
  const row = statement(
    db,
    `select id, root_id as rootId, review_id as reviewId from report
    where id = ? and review_id = ? and withdrawn_at is null`,
  ).get(reportId, reviewId) as (Omit<ReportRef, 'rootId'> & { rootId: number | null }) | undefined;
  if (!row) throw notFound();
  return { ...row, rootId: row.rootId ?? row.id };
}

export function reviewRow(db: Db, reviewId: number) {
  const row = reviewById(db).get({ reviewId });
  if (!row) throw notFound();
  return row;
}

const reviewById = builtOnce((db) =>
  db
    .select()
    .from(review)
    .where(eq(review.id, sql.placeholder('reviewId')))
    .prepare(),
);

/** Where a root report stands, as stored. */
export function stateOf(db: Db, rootId: number, stage: Stage): StandingState {
  const row = statement(db, 'select state from standing where report_id = ? and stage = ?').get(
    rootId,
    stage,
  ) as { state: StandingState } | undefined;
  return row?.state ?? 'unscreened';
}

/** A person, as far as their rights depend on it. */
export function personById(db: Db, id: number): { id: number; isAdministrator: boolean } | null {
  const find = () => statement(db, 'select is_administrator from person where id = ?').pluck();
  const flag = untilWritten(db, `person ${id}`, () => find().get(id), ['person']);
  return flag === undefined ? null : { id, isAdministrator: flag === 1 };
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
  const known = statement(
    db,
    'select 1 from criterion where id = ? and review_id = ? and retired_at is null',
  ).get(criterionId, reviewId);
  if (!known) throw new AppError('CRITERION_UNKNOWN', {}, 'criterionId');
  return criterionId;
}
