/** Cases: the sites or units inside a study, such as the municipalities of a case study. */
import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { studyCase } from '../../../schema/coding.ts';
import type { Words } from '../../../schema/columns.ts';
import { report } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { keyFrom, renewIndex, requireFreeKey, requireReport } from '../rows.ts';
import { requireSeen } from '../seen.ts';
import { requireCountries } from './countries.ts';

export type CaseInput = {
  reportId: number;
  key?: string;
  /** A proper name: the same in every language. */
  label: string;
  country: string;
  position?: number;
};

export function addCase(context: Context, reviewId: number, input: CaseInput): number {
  return inTransaction(context, (tx) => {
    requireReport(tx.db, input.reportId, reviewId);
    const [country = ''] = requireCountries([input.country], 'country');
    const ofReview = eq(studyCase.reviewId, reviewId);
    const others = tx.db.select().from(studyCase).where(ofReview).all();
    const taken = others.map((row) => row.key);
    const label = input.label.trim();
    const words: Words = { en: label };
    const row = {
      reviewId,
      reportId: input.reportId,
      key: input.key ? requireFreeKey(input.key, taken) : keyFrom(words, taken),
      label,
      country,
      position: input.position ?? Math.max(0, ...others.map((other) => other.position)) + 1,
    };
    const { id } = tx.db.insert(studyCase).values(row).returning().get();
    audit(tx, { action: 'case.added', entity: 'study_case', entityId: id, reviewId, after: row });
    renewIndex(tx, reviewId);
    return id;
  });
}

/** What can be changed of a case; its key stays. */
export const caseNow = ({
  reportId,
  label,
  country,
}: Pick<CaseInput, 'reportId' | 'label' | 'country'>) => ({
  reportId,
  label,
  country,
});

/** Puts a case right; the log has what it was before. @throws ROW_CHANGED, COUNTRY_UNKNOWN, NOT_FOUND */
export function changeCase(
  context: Context,
  about: { caseId: number; reviewId: number; seen: string },
  input: Pick<CaseInput, 'reportId' | 'label' | 'country'>,
): void {
  inTransaction(context, (tx) => {
    const { caseId, reviewId, seen } = about;
    const before = caseNow(requireCase(tx.db, caseId, reviewId));
    requireSeen(before, seen);
    requireReport(tx.db, input.reportId, reviewId);
    const [country = ''] = requireCountries([input.country], 'country');
    const after = { reportId: input.reportId, label: input.label.trim(), country };
    if (isDeepStrictEqual(before, after)) return;
    tx.db.update(studyCase).set(after).where(eq(studyCase.id, caseId)).run();
    const entity = { entity: 'study_case', entityId: caseId, reviewId };
    audit(tx, { action: 'case.changed', ...entity, before, after });
    renewIndex(tx, reviewId);
  });
}

export function archiveCase(context: Context, caseId: number, reviewId: number): void {
  inTransaction(context, (tx) => {
    const { key, label, country, reportId } = requireCase(tx.db, caseId, reviewId);
    tx.db.update(studyCase).set({ archivedAt: tx.at }).where(eq(studyCase.id, caseId)).run();
    const before = { key, label, country, reportId };
    const about = { entity: 'study_case', entityId: caseId, reviewId, before };
    audit(tx, { action: 'case.archived', ...about });
    renewIndex(tx, reviewId);
  });
}

export function requireCase(db: Db, caseId: number, reviewId: number) {
  const open = and(
    eq(studyCase.id, caseId),
    eq(studyCase.reviewId, reviewId),
    isNull(studyCase.archivedAt),
  );
  const row = db.select().from(studyCase).where(open).get();
  if (!row) throw notFound();
  return row;
}

/** The cases of a review in their order, each with the publication that studies it. */
export function casesOf(db: Db, reviewId: number) {
  const rows = db
    .select({
      id: studyCase.id,
      key: studyCase.key,
      label: studyCase.label,
      country: studyCase.country,
      position: studyCase.position,
      reportId: studyCase.reportId,
      rootId: report.rootId,
      title: report.title,
    })
    .from(studyCase)
    .innerJoin(report, eq(report.id, studyCase.reportId))
    .where(
      and(
        eq(studyCase.reviewId, reviewId),
        isNull(studyCase.archivedAt),
        isNull(report.withdrawnAt),
      ),
    )
    .orderBy(asc(studyCase.position), asc(studyCase.id))
    .all();
  return rows.map((row) => ({ ...row, rootId: row.rootId ?? row.reportId }));
}

export type CaseRow = ReturnType<typeof casesOf>[number];
