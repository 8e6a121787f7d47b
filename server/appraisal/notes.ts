/** How confidence is said in words: its level, and what the written report says under each finding. */
import { confidenceLevels } from '../../schema/appraisal.ts';
import type { Locale } from '../../schema/columns.ts';
import type { Publication } from '../coding/publications.ts';
import type { Db } from '../db.ts';
import { inWords, translate } from '../platform/i18n.ts';
import { type Confidence, confidenceOf } from './confidence.ts';
import { shortLabel } from './page.ts';
import type { SummaryRow } from './summary.ts';

/** "Moderate", and whether what it rests on has changed since. */
export function confidenceLevel(locale: Locale, { level, isStale }: Confidence): string {
  const said = translate(locale, `confidence.level.${level}`);
  return isStale ? translate(locale, 'confidence.level_stale', { level: said }) : said;
}

/** "Berg 2020"; one that speaks against the finding says so. */
export function studyName(
  locale: Locale,
  { finding, contradicting }: Pick<SummaryRow, 'finding' | 'contradicting'>,
  publication: Publication,
): string {
  const study = shortLabel(locale, publication);
  if (!contradicting.has(publication.rootId)) return study;
  const stance = finding.supportingIds.includes(publication.rootId) ? 'both' : 'contradicts';
  return translate(locale, 'confidence.study_against', { study, stance });
}

/** What each level means, one sentence after the other. */
export const levelMeanings = (locale: Locale): string =>
  confidenceLevels
    .map((level) =>
      translate(locale, 'confidence.level_means', {
        level: translate(locale, `confidence.level.${level}`),
        meaning: translate(locale, `confidence.level_help.${level}`),
      }),
    )
    .join(' ');

export function confidenceNotes(
  { db, reviewId, locale }: { db: Db; reviewId: number; locale: Locale },
  findingIds: number[],
): Map<number, string[]> {
  const judged = confidenceOf(db, reviewId, findingIds);
  return new Map(
    [...judged].map(([id, { level, explanation, isStale }]) => [
      id,
      [
        translate(locale, 'confidence.note', {
          level: translate(locale, `confidence.level.${level}`),
          explanation: inWords(locale, explanation),
        }),
        ...(isStale ? [translate(locale, 'confidence.stale_note')] : []),
      ],
    ]),
  );
}
