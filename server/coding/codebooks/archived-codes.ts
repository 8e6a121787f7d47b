/** Codes that were taken out of use and that answers may still name: known by their own words, never by their keys. */
import { and, eq, isNotNull, isNull, or } from 'drizzle-orm';
import { code, codebook } from '../../../schema/coding.ts';
import type { Locale, Words } from '../../../schema/columns.ts';
import type { Db } from '../../db.ts';
import { inWords, translate } from '../../platform/i18n.ts';

export type ArchivedCodes = { codebookKey: string; key: string; label: Words }[];

/** Archived themselves, or with their codebook; not those that were merged, which are read as another. */
export function archivedCodesOf(db: Db, reviewId: number): ArchivedCodes {
  return db
    .select({ codebookKey: codebook.key, key: code.key, label: code.label })
    .from(code)
    .innerJoin(codebook, eq(codebook.id, code.codebookId))
    .where(
      and(
        eq(codebook.reviewId, reviewId),
        or(isNotNull(code.archivedAt), isNotNull(codebook.archivedAt)),
        isNull(code.mergedIntoId),
      ),
    )
    .all();
}

/** @returns null where no archived code has the key. */
export function archivedLabel(
  locale: Locale,
  archived: ArchivedCodes,
  { codebookKey, key }: { codebookKey: string; key: string },
): string | null {
  const found = archived.find((each) => each.codebookKey === codebookKey && each.key === key);
  if (!found) return null;
  return translate(locale, 'forms.archived_code', { label: inWords(locale, found.label) });
}
