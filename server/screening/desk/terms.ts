/** Terms to mark at the desk: the review's, which its owner chooses, and each person's own. */
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { screeningTerm } from '../../../schema/screening-rules.ts';
import { audit } from '../../accounts/audit.ts';
import { builtOnce, type Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';

export type Term = ReturnType<typeof termsFor>[number];

const termsMax = 200;

/** The review's terms and this person's own. */
export function termsFor(db: Db, reviewId: number, personId: number) {
  return allTerms(db).all({ reviewId, personId });
}

const allTerms = builtOnce((db) =>
  db
    .select({
      id: screeningTerm.id,
      kind: screeningTerm.kind,
      text: screeningTerm.text,
      personId: screeningTerm.personId,
    })
    .from(screeningTerm)
    .where(
      and(
        eq(screeningTerm.reviewId, sql.placeholder('reviewId')),
        isNull(screeningTerm.removedAt),
        or(isNull(screeningTerm.personId), eq(screeningTerm.personId, sql.placeholder('personId'))),
      ),
    )
    .orderBy(asc(screeningTerm.text))
    .prepare(),
);

export type NewTerms = {
  reviewId: number;
  kind: Term['kind'];
  /** One a line. */
  text: string;
  /** For everybody, which only an owner may. */
  isShared: boolean;
};

/** @throws WORDS_REQUIRED */
export function addTerms(context: PersonalContext, input: NewTerms): void {
  const texts = [...new Set(input.text.split(/[\n;]/).map((line) => line.trim()))]
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .slice(0, termsMax);
  if (texts.length === 0) throw new AppError('WORDS_REQUIRED', {}, 'text');
  inTransaction(context, (tx) => {
    const { reviewId, kind } = input;
    const personId = input.isShared ? null : tx.actor.personId;
    for (const text of texts)
      tx.db.insert(screeningTerm).values({ reviewId, personId, kind, text, at: tx.at }).run();
    audit(tx, {
      action: 'terms.added',
      entity: 'review',
      entityId: reviewId,
      reviewId,
      after: { kind, terms: texts.join('; '), shared: input.isShared },
    });
  });
}

/** @throws NOT_FOUND for a term that is not there, or not theirs. */
export function removeTerm(
  context: PersonalContext,
  { reviewId, termId, mayOwn }: { reviewId: number; termId: number; mayOwn: boolean },
): void {
  inTransaction(context, (tx) => {
    const found = termsFor(tx.db, reviewId, tx.actor.personId).find((term) => term.id === termId);
    if (!found || (found.personId === null && !mayOwn)) throw notFound();
    const gone = { removedAt: tx.at };
    tx.db.update(screeningTerm).set(gone).where(eq(screeningTerm.id, termId)).run();
    audit(tx, {
      action: 'terms.removed',
      entity: 'review',
      entityId: reviewId,
      reviewId,
      before: { kind: found.kind, terms: found.text },
    });
  });
}
