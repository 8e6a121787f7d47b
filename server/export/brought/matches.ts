/** Names, reasons and codes of a file, and what they are here: by their own word where that is clear, else by a person. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { foldNordic } from '../../../import/normalize/text.ts';
import type { Extras } from '../../../import/reference.ts';
import { membership, person } from '../../../schema/accounts.ts';
import type { Words } from '../../../schema/columns.ts';
import { criterion } from '../../../schema/reviews.ts';
import { codebooksOf } from '../../coding/codebooks/codebooks.ts';
import { flatten } from '../../coding/codebooks/tree.ts';
import type { Db } from '../../db.ts';
import { unstatedCode } from '../../screening/stage-lists/decide.ts';

/**
 * What a person has chosen, by the file's own word; empty: leave it out. What is not named goes by what is guessed.
 * Of a reason, `none`: the reason is not reported.
 */
export type Choices = {
  people: Record<string, string>;
  reasons: Record<string, string>;
  codes: Record<string, string>;
};
export const noChoices: Choices = { people: {}, reasons: {}, codes: {} };
export const notReported = 'none';

export type Option = { id: number; text: Words | string; code?: string };
/** One word of the file, how often it stands there, and what it is here: null when nothing. */
export type Matched = { said: string; count: number; value: string | null; isGuess: boolean };
export type Matches = {
  people: Matched[];
  reasons: Matched[];
  codes: Matched[];
};
export type Targets = ReturnType<typeof targetsOf>;

/** Everything here that a word of a file can stand for. */
export function targetsOf(db: Db, reviewId: number) {
  const people = db
    .select({ id: person.id, name: person.name, email: person.email })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(eq(membership.reviewId, reviewId))
    .orderBy(asc(person.name), asc(person.id))
    .all();
  const own = and(eq(criterion.reviewId, reviewId), eq(criterion.kind, 'exclude'));
  const criteria = db
    .select({ id: criterion.id, code: criterion.code, label: criterion.label })
    .from(criterion)
    .where(and(own, isNull(criterion.retiredAt)))
    .orderBy(asc(criterion.position), asc(criterion.id))
    .all();
  const codes = codebooksOf(db, reviewId).flatMap((book) =>
    flatten(book.codes).map(({ node }) => ({
      id: node.id,
      key: node.key,
      label: node.label,
      book: book.key,
      bookLabel: book.label,
    })),
  );
  return { people, criteria, codes };
}

/** Who stands in one `by`: several people are set apart by semicolons. */
export const namesIn = (by = ''): string[] =>
  by
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);

export const codeName = ({ code, codebook }: { code: string; codebook?: string }): string =>
  codebook ? `${codebook}/${code}` : code;

/** The words of a file, counted as its records are read. */
export type SaidWords = Record<keyof Choices, Map<string, number>>;
export const noWords = (): SaidWords => ({
  people: new Map(),
  reasons: new Map(),
  codes: new Map(),
});

export function countWords(words: SaidWords, extras: Required<Extras>): void {
  const add = (to: Map<string, number>, said: string) => to.set(said, (to.get(said) ?? 0) + 1);
  for (const { by } of [...extras.decisions, ...extras.notes, ...extras.codes])
    for (const name of namesIn(by)) add(words.people, name);
  for (const { decision, stage, reason = '' } of extras.decisions)
    if (decision === 'exclude' && (reason !== '' || stage === 'full_text'))
      add(words.reasons, reason);
  for (const code of extras.codes) add(words.codes, codeName(code));
}

export function matchesOf(words: SaidWords, targets: Targets, choices: Choices): Matches {
  const of = (kind: keyof Choices, guess: (said: string) => string | null) =>
    [...words[kind]]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([said, count]): Matched => {
        const chosen = choices[kind][said];
        const value = chosen === undefined ? guess(said) : chosen || null;
        return { said, count, value, isGuess: chosen === undefined && value !== null };
      });
  return {
    people: of('people', (said) => idOf(personCalled(targets, said))),
    reasons: of('reasons', (said) =>
      said === unstatedCode ? notReported : idOf(criterionCalled(targets, said)),
    ),
    codes: of('codes', (said) => idOf(codeCalled(targets, said))),
  };
}

const idOf = (found: { id: number } | undefined) => (found ? String(found.id) : null);

/** What is found once; of two that could be meant neither is. */
function only<T>(rows: readonly T[]): T | undefined {
  return rows.length === 1 ? rows[0] : undefined;
}

function personCalled({ people }: Targets, said: string) {
  const email = /[^\s<>]+@[^\s<>]+/.exec(said)?.[0].toLowerCase();
  const name = foldNordic(said.replace(/<?[^\s<>]+@[^\s<>]+>?/, ''));
  const byEmail = email && people.find((each) => each.email === email);
  return (
    byEmail || (name ? only(people.filter((each) => foldNordic(each.name) === name)) : undefined)
  );
}

const isCalled = (label: Words, folded: string) =>
  Object.values(label).some((text) => foldNordic(text) === folded);

function criterionCalled({ criteria }: Targets, said: string) {
  const folded = foldNordic(said);
  if (folded === '') return undefined;
  const same = only(criteria.filter(({ code }) => foldNordic(code) === folded));
  return same ?? only(criteria.filter(({ label }) => isCalled(label, folded)));
}

function codeCalled({ codes }: Targets, said: string) {
  const cut = said.indexOf('/');
  const [book, key] = cut < 0 ? [null, said] : [said.slice(0, cut), said.slice(cut + 1)];
  const inBook = book === null ? codes : codes.filter((code) => code.book === book);
  const folded = foldNordic(key);
  return (
    only(inBook.filter((code) => code.key === key)) ??
    only(inBook.filter(({ label }) => isCalled(label, folded)))
  );
}
