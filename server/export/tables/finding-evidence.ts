/** What stands behind findings, one row for each support: the excerpt, where it stands, and whether it was found there. */
import { type Confidence, confidenceOf } from '../../appraisal/confidence.ts';
import { type ExcerptRow, excerptsOfReview } from '../../coding/excerpts/excerpts.ts';
import { type Match, matchExcerpts } from '../../coding/excerpts/quotations.ts';
import type { Db } from '../../db.ts';
import { type FindingWithThemes, findingsOf } from '../../findings/findings.ts';
import { type SupportRow, supportsOf } from '../../findings/support-rows.ts';
import { collator } from '../../platform/i18n.ts';
import { publicationLabel } from '../../synthesis/tables/labels.ts';
import type { ListRequest } from './list-content.ts';

export type Witness = {
  /** The place among all that stands behind the review's findings, from 1. */
  number: number;
  stance: SupportRow['stance'];
  /** As tables name the publication. */
  name: string;
  rootId: number;
  /** Null when the publication as a whole speaks. */
  excerpt: ExcerptRow | null;
  /** Null for what is nobody's words. */
  match: Match | null;
};
export type FindingEvidence = {
  finding: FindingWithThemes;
  confidence: Confidence | null;
  witnesses: Witness[];
};

/** Finding by finding; what supports it before what contradicts it, each by the names of the publications. */
export function findingEvidence({
  db,
  review,
  locale,
  isPublic = false,
}: ListRequest): FindingEvidence[] {
  const findings = findingsOf(db, review.id, { onlyFinal: isPublic });
  const ids = findings.map(({ id }) => id);
  const supports = supportsOf(db, ids);
  const confidences = confidenceOf(db, review.id, ids);
  const excerpts = shownExcerpts(db, review.id);
  const matches = matchExcerpts(db, [...excerpts.values()]);
  const { compare } = collator(locale);
  let number = 0;
  return findings.map((finding) => ({
    finding,
    confidence: confidences.get(finding.id) ?? null,
    witnesses: (supports.get(finding.id) ?? [])
      .map((row) => ({ ...row, name: publicationLabel(locale, row.publication) }))
      .sort((one, other) => {
        if (one.stance !== other.stance) return one.stance === 'supports' ? -1 : 1;
        return compare(one.name, other.name) || one.id - other.id;
      })
      .map(({ stance, name, rootId, excerpt }) => {
        number += 1;
        const shown = (excerpt && excerpts.get(excerpt.id)) ?? null;
        const match = (shown && matches.get(shown.id)) ?? null;
        return { number, stance, name, rootId, excerpt: shown, match };
      }),
  }));
}

/** Those that everybody may see: not what a coder who is still blind to the other has marked. */
const shownExcerpts = (db: Db, reviewId: number): Map<number, ExcerptRow> =>
  new Map(excerptsOfReview(db, reviewId).map((row) => [row.id, row]));
