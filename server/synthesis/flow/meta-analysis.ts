/** Which included reports went into a meta-analysis: a mark, put on and taken away. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { metaAnalysisMark } from '../../../schema/flow.ts';
import { report } from '../../../schema/records.ts';
import { standing } from '../../../schema/screening.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';

/** Sets the marks of a review to exactly these reports; those that are not included are left out. */
export function setMetaAnalysis(
  context: PersonalContext,
  reviewId: number,
  reportIds: number[],
): void {
  inTransaction(context, (tx) => {
    const wanted = new Set(includedRoots(tx.db, reviewId, reportIds));
    const before = marksOf(tx.db, reviewId);
    const gone = before.filter((mark) => !wanted.has(mark.rootId));
    const known = new Set(before.map((mark) => mark.rootId));
    const added = [...wanted].filter((id) => !known.has(id));
    const { personId } = tx.actor;
    for (const reportId of added)
      tx.db.insert(metaAnalysisMark).values({ reviewId, reportId, personId, at: tx.at }).run();
    for (const { id } of gone)
      tx.db
        .update(metaAnalysisMark)
        .set({ removedAt: tx.at, removedBy: personId })
        .where(eq(metaAnalysisMark.id, id))
        .run();
    if (added.length + gone.length === 0) return;
    audit(tx, {
      action: 'meta_analysis.marked',
      entity: 'meta_analysis_mark',
      reviewId,
      before: [...known],
      after: [...wanted],
    });
  });
}

export function marksOf(db: Db, reviewId: number): { id: number; rootId: number }[] {
  return db
    .select({ id: metaAnalysisMark.id, rootId: report.rootId })
    .from(metaAnalysisMark)
    .innerJoin(report, eq(report.id, metaAnalysisMark.reportId))
    .where(and(eq(metaAnalysisMark.reviewId, reviewId), isNull(metaAnalysisMark.removedAt)))
    .all()
    .flatMap(({ id, rootId }) => (rootId === null ? [] : [{ id, rootId }]));
}

function includedRoots(db: Db, reviewId: number, reportIds: number[]): number[] {
  if (reportIds.length === 0) return [];
  const rows = db
    .selectDistinct({ id: standing.reportId })
    .from(report)
    .innerJoin(standing, eq(standing.reportId, report.rootId))
    .where(
      and(
        eq(report.reviewId, reviewId),
        inArray(report.id, reportIds),
        eq(standing.stage, 'full_text'),
        eq(standing.state, 'passed'),
      ),
    )
    .all();
  return rows.map((row) => row.id);
}
