/** What carries one code itself: codings, excerpts, answers in forms, findings. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { coding } from '../../../schema/coding.ts';
import { finding, findingTheme } from '../../../schema/findings.ts';
import { report } from '../../../schema/records.ts';
import type { Db } from '../../db.ts';
import type { Viewer } from '../coders/double-coding.ts';
import { excerptsOfReview } from '../excerpts/excerpts.ts';
import { answersNaming, type NamedCode } from '../forms/code-answers.ts';

export function carriersOf(
  db: Db,
  { id: codeId, ...named }: NamedCode & { id: number },
  viewer: Viewer,
) {
  return {
    codings: db
      .select({ id: coding.id, title: report.title, locator: coding.locator })
      .from(coding)
      .innerJoin(report, eq(report.id, coding.reportId))
      .where(and(eq(coding.codeId, codeId), isNull(coding.removedAt), isNull(report.withdrawnAt)))
      .orderBy(asc(report.title), asc(coding.id))
      .all(),
    excerpts: excerptsOfReview(db, named.reviewId, viewer)
      .filter(({ codes }) => codes.some((row) => row.codeId === codeId))
      .map(({ id, text }) => ({ id, text })),
    answers: answersNaming(db, named).map(({ id, title, question, locator }) => ({
      id,
      title,
      question,
      locator,
    })),
    findings: db
      .select({ id: finding.id, statement: finding.statement })
      .from(findingTheme)
      .innerJoin(finding, eq(finding.id, findingTheme.findingId))
      .where(
        and(
          eq(findingTheme.codeId, codeId),
          isNull(findingTheme.removedAt),
          isNull(finding.archivedAt),
        ),
      )
      .orderBy(asc(finding.id))
      .all(),
  };
}
