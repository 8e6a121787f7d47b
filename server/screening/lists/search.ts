/**
 * Words in titles and abstracts, looked for in the rows themselves: no index to keep true. What has been looked through
 * for a question is looked through once; the next page, and the same question later, cost what has changed since.
 */
import { setImmediate } from 'node:timers/promises';
import type { Reference } from '../../../import/reference.ts';
import { type Connection, driverOf } from '../../db.ts';
import { type Board, boardOf } from '../board/board.ts';
import { carryOver, changesAfter, placeOf } from '../board/columns.ts';
import type { Place } from '../board/rows.ts';

/** By place on the board: not looked at yet, looked at in vain, found. */
const [unseen, missed, found] = [0, 1, 2];
type Question = { ids: readonly number[]; answers: Uint8Array; seen: number };

const turnSize = 500;
const questionsMax = 12;
const asked = new WeakMap<Board, Map<string, Question>>();

export type Found = (at: number) => boolean;

/** Looks through publications, in turns, for those that have every word. */
export async function findWords(
  db: Connection,
  place: Place,
  places: Iterable<number>,
  words: readonly string[],
): Promise<void> {
  const question = questionOf(boardOf(db, place), words);
  const left = [...places].filter((at) => question.answers[at] === unseen);
  for (let from = 0; from < left.length; from += turnSize) {
    const some = left.slice(from, from + turnSize).filter((at) => question.answers[at] === unseen);
    if (some.length === 0) continue;
    lookThrough(db, question, some, words);
    await setImmediate();
  }
}

/** Whether the publication at a place has every word. */
export function foundNow(
  db: Connection,
  board: Board,
  places: Iterable<number>,
  words: readonly string[],
): Found {
  const question = questionOf(board, words);
  const { answers } = question;
  const left = [...places].filter((at) => answers[at] === unseen);
  if (left.length > 0) lookThrough(db, question, left, words);
  return (at) => answers[at] === found;
}

function lookThrough(
  db: Connection,
  question: Question,
  places: readonly number[],
  words: readonly string[],
): void {
  const ids = JSON.stringify(places.map((at) => question.ids[at]));
  // The rows' own bytes sort out most of them; only what may have the words is read as a reference.
  const patterns = words.map((word) => `%${longestPlain(word)}%`);
  const likely = words.map(() => 'and reference like ?').join(' ');
  const rows = driverOf(db)
    .prepare(
      `select id, reference from report where id in (select value from json_each(?)) ${likely}`,
    )
    .all(ids, ...patterns) as { id: number; reference: string }[];
  const hits = new Set(rows.filter((row) => hasWords(row.reference, words)).map((row) => row.id));
  for (const at of places) question.answers[at] = hits.has(question.ids[at] ?? 0) ? found : missed;
}

/** SQLite knows the case of ASCII letters only, and JSON writes some signs its own way. */
const longestPlain = (word: string) =>
  word.split(/[^a-z0-9]+/).reduce((best, part) => (part.length > best.length ? part : best), '');

function hasWords(json: string, words: readonly string[]): boolean {
  const { title, abstract = '' } = JSON.parse(json) as Reference;
  const text = `${title}\n${abstract}`.normalize('NFC').toLowerCase();
  return words.every((word) => text.includes(word.normalize('NFC')));
}

function questionOf(board: Board, words: readonly string[]): Question {
  const name = words.join('\n');
  const questions = asked.get(board) ?? new Map<string, Question>();
  asked.set(board, questions);
  const question = upToDate(board, questions.get(name));
  questions.delete(name);
  questions.set(name, question);
  const [oldest] = questions.keys();
  if (questions.size > questionsMax && oldest !== undefined) questions.delete(oldest);
  return question;
}

/** What has changed since is to be looked at again. */
function upToDate(board: Board, before: Question | undefined): Question {
  const { ids: changed, seen } = changesAfter(board, before?.seen ?? -1);
  const { ids } = board;
  const question =
    before?.ids === ids && changed ? before : { ids, answers: new Uint8Array(ids.length), seen };
  if (before && before !== question && changed)
    carryOver(before.ids, before.answers, ids, question.answers);
  for (const id of before ? (changed ?? []) : []) {
    const at = placeOf(ids, id);
    if (at >= 0) question.answers[at] = unseen;
  }
  question.seen = seen;
  return question;
}
