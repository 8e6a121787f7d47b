/** Answers in forms that name a code: which of them hold, and, inside a split, those that name the new code from now on. */
import { eq } from 'drizzle-orm';
import { codebook } from '../../../schema/coding.ts';
import type { Words } from '../../../schema/columns.ts';
import { extractionAnswer } from '../../../schema/extraction.ts';
import type { Db } from '../../db.ts';
import type { PersonalContext } from '../../platform/context.ts';
import { includedPublications } from '../publications.ts';
import { heldAnswers } from './answers.ts';
import { formsOf } from './forms.ts';

/** One answer that holds for the review. */
export type CodeAnswer = {
  /** Names it on a page. */
  id: string;
  formId: number;
  version: number;
  fieldKey: string;
  question: Words;
  reportId: number;
  title: string;
  locator: string;
  excerptIds: number[];
  isConsensus: boolean;
  personId: number;
};

export type NamedCode = { key: string; codebookId: number; reviewId: number };

/** The answers in which a code is what was chosen; where two code, only what they agreed on. */
export function answersNaming(db: Db, named: NamedCode): CodeAnswer[] {
  const { reviewId, key } = named;
  const book = db.select().from(codebook).where(eq(codebook.id, named.codebookId)).get();
  const publications = includedPublications(db, reviewId);
  const ids = publications.map(({ rootId }) => rootId);
  return formsOf(db, reviewId).flatMap((form) => {
    const fields = form.fields.filter(({ codebookKey }) => codebookKey === book?.key);
    if (fields.length === 0) return [];
    const held = heldAnswers(db, reviewId, form, ids);
    return publications.flatMap(({ rootId, title }) =>
      fields.flatMap(({ key: fieldKey, label }): CodeAnswer[] => {
        const answer = held.get(rootId)?.get(fieldKey);
        if (answer?.value !== key) return [];
        const { locator, excerptIds, isConsensus, personId } = answer;
        const of = { formId: form.id, version: form.number, fieldKey, reportId: rootId };
        const said = { locator, excerptIds, isConsensus, personId };
        return [{ id: `${form.id}:${fieldKey}:${rootId}`, ...of, ...said, question: label, title }];
      }),
    );
  });
}

/** Inside a split: those that were chosen name the new code. What was answered before stays as it was. */
export function carryAnswers(
  tx: PersonalContext,
  from: NamedCode,
  toKey: string,
  chosen: readonly string[],
): string[] {
  const rows = answersNaming(tx.db, from).filter(({ id }) => chosen.includes(id));
  for (const { id: _id, question: _question, title: _title, ...said } of rows)
    tx.db
      .insert(extractionAnswer)
      .values({ ...said, value: toKey, at: tx.at })
      .run();
  return rows.map(({ id }) => id);
}
