/**
 * Finding reports by words in their titles and abstracts, and not in names: those may be hidden from whoever searches.
 * Page by page, so that others get their turn in between.
 */
import type { Reference } from '../../import/reference.ts';
import { type Db, type SearchDb, statement } from '../db.ts';
import { analyseQuery, joinedCompounds, type QueryPart, tokens } from '../platform/analyser.ts';
import { saidLanguage } from '../platform/text-language.ts';
import type { Databases } from './report-index.ts';
import { expressionOf } from './report-words.ts';

export type TextQuestion = { parts: QueryPart[]; isLoose: boolean; expression: string };

/** Null when nothing is asked for. */
export function textQuestion(
  searchDb: SearchDb,
  words: string,
  isLoose: boolean,
): TextQuestion | null {
  const parts = analyseQuery(words);
  if (parts.length === 0) return null;
  return { parts, isLoose, expression: expressionOf(searchDb, parts, isLoose) };
}

/** Ids that are looked through at once. */
const pageSize = 2_000;

/** The reports from one id to another that have every word, whatever review they are of, page by page. */
export function* textHits(
  databases: Databases,
  question: TextQuestion,
  [first, last]: readonly [number, number],
): Generator<number[]> {
  const { expression } = question;
  const inText = `{en sv "no"} : (${expression})`;
  // Texts in other languages share a column with the names: they are looked at themselves.
  const elsewhere = `(${expression}) NOT (${inText})`;
  for (let from = first; from <= last; from += pageSize) {
    const page = [from, Math.min(last, from + pageSize - 1)] as const;
    const { db, searchDb } = databases;
    yield [
      ...hits(searchDb, inText, page),
      ...withWords(db, hits(searchDb, elsewhere, page), question),
    ];
  }
}

const hits = (searchDb: SearchDb, expression: string, [first, last]: readonly [number, number]) =>
  searchDb
    .prepare('select rowid from report_text where report_text match ? and rowid between ? and ?')
    .pluck()
    .all(expression, first, last) as number[];

function withWords(db: Db, ids: readonly number[], question: TextQuestion): number[] {
  if (ids.length === 0) return [];
  const rows = statement(
    db,
    `select id, reference from report where id in (select value from json_each(?))
    and reference ->> '$.language' is not null`,
  ).all(JSON.stringify(ids)) as { id: number; reference: string }[];
  return rows
    .filter(({ reference }) => {
      const { language, title, translatedTitle, abstract } = JSON.parse(reference) as Reference;
      // What the column of its own language did not find, names have helped to find.
      if (saidLanguage(language ?? '') !== 'other') return false;
      const words = [title, translatedTitle, abstract].map((text) => wordsOf(text ?? ''));
      return question.parts.every((part) => words.some((text) => hasPart(text, part, question)));
    })
    .map(({ id }) => id);
}

const wordsOf = (text: string) => tokens(`${text} ${joinedCompounds(text)}`).map((t) => t.folded);

function hasPart(words: string[], part: QueryPart, { isLoose }: TextQuestion): boolean {
  const sought = tokens(part.text).map((token) => token.folded);
  const isInside = sought.length === 1 && (part.isInside || isLoose);
  const fits = (word: string | undefined, wanted: string, isLast: boolean) => {
    if (word === undefined) return false;
    if (isInside && part.isInside && !part.isPrefix) return word.endsWith(wanted);
    if (isInside) return word.includes(wanted);
    return part.isPrefix && isLast ? word.startsWith(wanted) : word === wanted;
  };
  return words.some((_, at) =>
    sought.every((wanted, step) => fits(words[at + step], wanted, step === sought.length - 1)),
  );
}
