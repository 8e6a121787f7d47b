/** What the written report says of confidence under each finding. */
import type { Locale } from '../../schema/columns.ts';
import type { Db } from '../db.ts';
import { inWords, translate } from '../platform/i18n.ts';
import { confidenceOf } from './confidence.ts';

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
