/**
 * Words in titles and abstracts, looked for in the rows themselves: no index to keep true. What has been looked through
 * for a question is looked through once; the next page, and the same question later, cost what has changed since.
 */
import { setImmediate } from 'node:timers/promises';
import type { Reference } from '../../../import/reference.ts';
import { type Connection, driverOf } from '../../db.ts';
import type { Board } from '../board/board.ts';
import type { Item } from '../board/rows.ts';

type Question = { seen: WeakSet<Item>; hits: WeakSet<Item> };

const turnSize = 500;
const questionsMax = 12;
const asked = new WeakMap<Board, Map<string, Question>>();

export type Found = (id: number) => boolean;

/** Which of these publications have every word. */
export async function findWords(
  db: Connection,
  board: Board,
  ids: readonly number[],
  words: readonly string[],
): Promise<Found> {
  if (words.length === 0) return () => true;
  const question = questionOf(board, words.join('\n'));
  const unseen = itemsOf(board, ids).filter((item) => !question.seen.has(item));
  for (let from = 0; from < unseen.length; from += turnSize) {
    const some = unseen.slice(from, from + turnSize).filter((item) => !question.seen.has(item));
    if (some.length === 0) continue;
    lookThrough(db, question, some, words);
    await setImmediate();
  }
  return (id) => {
    const item = board.items.get(id);
    if (item && !question.seen.has(item)) lookThrough(db, question, [item], words);
    return item !== undefined && question.hits.has(item);
  };
}

function lookThrough(
  db: Connection,
  question: Question,
  items: readonly Item[],
  words: readonly string[],
): void {
  const ids = JSON.stringify(items.map(({ id }) => id));
  // The rows' own bytes sort out most of them; only what may have the words is read as a reference.
  const patterns = words.map((word) => `%${longestPlain(word)}%`);
  const likely = words.map(() => 'and reference like ?').join(' ');
  const rows = driverOf(db)
    .prepare(
      `select id, reference from report where id in (select value from json_each(?)) ${likely}`,
    )
    .all(ids, ...patterns) as { id: number; reference: string }[];
  const hits = new Set(rows.filter((row) => hasWords(row.reference, words)).map((row) => row.id));
  for (const item of items) {
    question.seen.add(item);
    if (hits.has(item.id)) question.hits.add(item);
  }
}

/** SQLite knows the case of ASCII letters only, and JSON writes some signs its own way. */
const longestPlain = (word: string) =>
  word.split(/[^a-z0-9]+/).reduce((best, part) => (part.length > best.length ? part : best), '');

function hasWords(json: string, words: readonly string[]): boolean {
  const { title, abstract = '' } = JSON.parse(json) as Reference;
  const text = `${title}\n${abstract}`.normalize('NFC').toLowerCase();
  return words.every((word) => text.includes(word.normalize('NFC')));
}

function itemsOf(board: Board, ids: readonly number[]): Item[] {
  return ids.flatMap((id) => board.items.get(id) ?? []);
}

function questionOf(board: Board, name: string): Question {
  const questions = asked.get(board) ?? new Map<string, Question>();
  asked.set(board, questions);
  const question = questions.get(name) ?? { seen: new WeakSet<Item>(), hits: new WeakSet<Item>() };
  questions.delete(name);
  questions.set(name, question);
  const [oldest] = questions.keys();
  if (questions.size > questionsMax && oldest !== undefined) questions.delete(oldest);
  return question;
}
