/** Answers name codes by their keys: one that was merged since is read as the code that it went into. */
import { and, eq, isNotNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { code, codebook } from '../../../schema/coding.ts';
import { extractionForm, type FormField } from '../../../schema/extraction.ts';
import type { Db } from '../../db.ts';

/** By question: the keys of codes that were merged, and of those that they went into. */
export function mergedKeys(
  db: Db,
  formId: number,
  fields: readonly FormField[],
): Map<string, Map<string, string>> {
  const into = alias(code, 'into');
  const asked = fields.filter(({ kind }) => kind === 'code');
  return new Map(
    asked.map(({ key, codebookKey }) => {
      const rows = db
        .select({ from: code.key, into: into.key })
        .from(code)
        .innerJoin(into, eq(into.id, code.mergedIntoId))
        .innerJoin(codebook, eq(codebook.id, code.codebookId))
        .innerJoin(extractionForm, eq(extractionForm.reviewId, codebook.reviewId))
        .where(
          and(
            eq(extractionForm.id, formId),
            eq(codebook.key, codebookKey),
            isNotNull(code.mergedIntoId),
          ),
        )
        .all();
      return [key, new Map(rows.map((row) => [row.from, row.into]))];
    }),
  );
}
