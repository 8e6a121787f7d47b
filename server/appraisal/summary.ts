/** The Summary of Qualitative Findings: each finding with its confidence, why, and the studies behind it. */
import { type Publication, publicationsByRoot } from '../coding/publications.ts';
import type { Db } from '../db.ts';
import { type FindingWithThemes, findingsOf } from '../findings/findings.ts';
import { type Confidence, confidenceOf } from './confidence.ts';

export type SummaryRow = {
  finding: FindingWithThemes;
  confidence: Confidence | null;
  publications: Publication[];
  /** Of these publications, those that speak against the finding. */
  contradicting: ReadonlySet<number>;
};

/** @param isPublic findings that are final only. */
export function summaryOfFindings(
  db: Db,
  reviewId: number,
  { isPublic }: { isPublic: boolean },
): SummaryRow[] {
  const findings = findingsOf(db, reviewId, { onlyFinal: isPublic });
  const judged = confidenceOf(
    db,
    reviewId,
    findings.map(({ id }) => id),
  );
  const behind = (row: FindingWithThemes) => [
    ...new Set([...row.supportingIds, ...row.contradictingIds]),
  ];
  const publications = publicationsByRoot(db, findings.flatMap(behind));
  return findings.map((finding) => ({
    finding,
    confidence: judged.get(finding.id) ?? null,
    publications: behind(finding).flatMap((id) => publications.get(id) ?? []),
    contradicting: new Set(finding.contradictingIds),
  }));
}
