/** The version that a review updates: its studies one by one, those no longer counted, those with new reports. */
import { and, asc, eq } from 'drizzle-orm';
import { previousStudy } from '../../../schema/flow.ts';
import { study } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';

export type PreviousInput = {
  label: string;
  reports: number;
  /** The same study in this review, when it has new reports. */
  studyId: number | null;
  source: string;
};

/** @throws LABEL_REQUIRED, KEY_TAKEN, NOT_FOUND for a study of another review */
export function addPreviousStudies(
  context: PersonalContext,
  reviewId: number,
  inputs: PreviousInput[],
): number[] {
  return inTransaction(context, (tx) =>
    inputs.map((input) => {
      const label = input.label.trim();
      if (label === '') throw new AppError('WORDS_REQUIRED', {}, 'studies');
      if (previousStudies(tx.db, reviewId).some((row) => row.label === label))
        throw new AppError('KEY_TAKEN', { key: label }, 'studies');
      if (input.studyId !== null) requireStudy(tx.db, reviewId, input.studyId);
      const row = { ...input, label, reviewId };
      const { id } = tx.db
        .insert(previousStudy)
        .values({ ...row, personId: tx.actor.personId, at: tx.at })
        .returning({ id: previousStudy.id })
        .get();
      audit(tx, {
        action: 'previous_study.added',
        entity: 'previous_study',
        entityId: id,
        reviewId,
        after: input,
      });
      return id;
    }),
  );
}

/** @throws REASON_REQUIRED, NOT_FOUND */
export function withdrawPreviousStudy(
  context: PersonalContext,
  about: { reviewId: number; id: number; reason: string },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, id } = about;
    const withdrawnReason = about.reason.trim();
    if (withdrawnReason === '') throw new AppError('REASON_REQUIRED', {}, 'reason');
    const own = and(eq(previousStudy.id, id), eq(previousStudy.reviewId, reviewId));
    const row = tx.db.select().from(previousStudy).where(own).get();
    if (!row || row.withdrawnAt) throw notFound();
    const values = { withdrawnReason, withdrawnAt: tx.at, withdrawnBy: tx.actor.personId };
    tx.db.update(previousStudy).set(values).where(own).run();
    audit(tx, {
      action: 'previous_study.withdrawn',
      entity: 'previous_study',
      entityId: id,
      reviewId,
      before: { label: row.label },
      after: { reason: withdrawnReason },
    });
  });
}

export function previousStudies(db: Db, reviewId: number) {
  return db
    .select({
      id: previousStudy.id,
      label: previousStudy.label,
      reports: previousStudy.reports,
      source: previousStudy.source,
      study: study.label,
      withdrawnReason: previousStudy.withdrawnReason,
    })
    .from(previousStudy)
    .leftJoin(study, eq(study.id, previousStudy.studyId))
    .where(eq(previousStudy.reviewId, reviewId))
    .orderBy(asc(previousStudy.label), asc(previousStudy.id))
    .all();
}

function requireStudy(db: Db, reviewId: number, studyId: number): void {
  const own = and(eq(study.id, studyId), eq(study.reviewId, reviewId));
  if (!db.select({ id: study.id }).from(study).where(own).get()) throw notFound();
}
