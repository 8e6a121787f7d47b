/** How much each code is used: counted from the rows each time, never stored. */
import { and, eq, isNull } from 'drizzle-orm';
import { finding, findingTheme } from '../../schema/findings.ts';
import type { Db } from '../db.ts';
import { codesOf } from './codings.ts';
import { excerptsOfReview } from './excerpts.ts';
import { includedPublications } from './publications.ts';

export type CodeUse = { publications: number; excerpts: number; findings: number };
export const unused: CodeUse = { publications: 0, excerpts: 0, findings: 0 };

/**
 * By code: included publications that carry it, excerpts, and findings that have it as a theme. A person outside the
 * review counts final findings only.
 */
export function codeUse(
  db: Db,
  reviewId: number,
  options: { onlyFinal: boolean },
): Map<number, CodeUse> {
  const uses = new Map<number, CodeUse>();
  const count = (codeId: number, what: keyof CodeUse) => {
    const use = uses.get(codeId) ?? { ...unused };
    use[what] += 1;
    uses.set(codeId, use);
  };
  const included = includedPublications(db, reviewId).map((row) => row.rootId);
  for (const codes of codesOf(db, included).values())
    for (const { codeId } of codes) count(codeId, 'publications');
  for (const { codes } of excerptsOfReview(db, reviewId))
    for (const { codeId } of codes) count(codeId, 'excerpts');
  for (const { codeId } of themeRows(db, reviewId, options.onlyFinal)) count(codeId, 'findings');
  return uses;
}

function themeRows(db: Db, reviewId: number, onlyFinal: boolean) {
  return db
    .select({ codeId: findingTheme.codeId })
    .from(findingTheme)
    .innerJoin(finding, eq(finding.id, findingTheme.findingId))
    .where(
      and(
        eq(finding.reviewId, reviewId),
        isNull(finding.archivedAt),
        isNull(findingTheme.removedAt),
        onlyFinal ? eq(finding.state, 'final') : undefined,
      ),
    )
    .all();
}
