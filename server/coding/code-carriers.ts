/** What carries one code itself: codings, excerpts, findings. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { coding, excerpt, excerptCode } from '../../schema/coding.ts';
import { finding, findingTheme } from '../../schema/findings.ts';
import { report } from '../../schema/records.ts';
import type { Db } from '../db.ts';

export function carriersOf(db: Db, codeId: number) {
  return {
    codings: db
      .select({ id: coding.id, title: report.title, locator: coding.locator })
      .from(coding)
      .innerJoin(report, eq(report.id, coding.reportId))
      .where(and(eq(coding.codeId, codeId), isNull(coding.removedAt), isNull(report.withdrawnAt)))
      .orderBy(asc(report.title), asc(coding.id))
      .all(),
    excerpts: db
      .select({ id: excerpt.id, text: excerpt.text })
      .from(excerptCode)
      .innerJoin(excerpt, eq(excerpt.id, excerptCode.excerptId))
      .where(
        and(
          eq(excerptCode.codeId, codeId),
          isNull(excerptCode.removedAt),
          isNull(excerpt.archivedAt),
        ),
      )
      .orderBy(asc(excerpt.id))
      .all(),
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
