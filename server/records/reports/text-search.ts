/**
 * Finding reports by words in their titles and abstracts, and not in names: those may be hidden from whoever searches.
 * Piece by piece, so that others get their turn in between.
 */
import type { Reference } from '../../../import/reference.ts';
import { type Db, type SearchDb, statement } from '../../db.ts';
import { analyseQuery, joinedCompounds, type QueryPart, tokens } from '../../platform/analyser.ts';
import { saidLanguage } from '../../platform/text-language.ts';
import type { Databases } from './report-index.ts';
import { expressionOf } from './report-words.ts';

type Parts = { parts: QueryPart[]; isLoose: boolean };
export type TextQuestion = Parts & { expression: string };

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

/**
 * The reports that have every word, whatever review they are of. One after the other is asked of the index whole: it
 * would go through all it knows of a word for each part anew.
 */
export function* textHits(
  { db, searchDb }: Databases,
  { expression, ...question }: TextQuestion,
): Generator<readonly number[]> {
  const inText = hits(searchDb, `{en sv "no"} : (${expression})`);
  yield inText;
  const anywhere = hits(searchDb, expression);
  if (anywhere.length === inText.length) return;
  // Texts in other languages share a column with the names: they are looked at themselves.
  const known = new Set(inText);
  const others = anywhere.filter((id) => !known.has(id));
  for (let from = 0; from < others.length; from += textsAtOnce)
    yield withWords(db, others.slice(from, from + textsAtOnce), question);
}

const textsAtOnce = 500;

const hits = (searchDb: SearchDb, expression: string): number[] =>
  searchDb
    .prepare('select rowid from report_text where report_text match ?')
    .pluck()
    .all(expression) as number[];

function withWords(db: Db, ids: readonly number[], question: Parts): number[] {
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

function hasPart(words: string[], part: QueryPart, { isLoose }: Parts): boolean {
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
