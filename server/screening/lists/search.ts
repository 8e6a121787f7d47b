/**
 * Words in titles and abstracts, looked for in the team's index. What a question has found is kept until the index or
 * the publications are others: the next page, and the same question after some votes, cost nothing.
 */
import { setImmediate } from 'node:timers/promises';
import { type SearchDb, statement } from '../../db.ts';
import { type Databases, indexNews } from '../../records/report-index.ts';
import { type TextQuestion, textHits, textQuestion } from '../../records/text-search.ts';
import type { Board } from '../board/board.ts';

/** Publications that have every word. */
export type Found = ReadonlySet<number>;

type Kept = { version: string; found: Promise<Found> };
const kept = new WeakMap<Board, Map<string, Kept>>();
const questionsMax = 12;

/** Looked for in turns, so that nobody else waits; where none has the words, they may stand inside others. */
export async function findWords(databases: Databases, board: Board, words: string): Promise<Found> {
  indexNews(databases);
  const ofBoard = kept.get(board) ?? new Map<string, Kept>();
  kept.set(board, ofBoard);
  const version = `${board.membership} ${versionOf(databases.searchDb)}`;
  const known = ofBoard.get(words);
  ofBoard.delete(words);
  const found = known?.version === version ? known.found : look(databases, board, words);
  ofBoard.set(words, { version, found });
  const [oldest] = ofBoard.keys();
  if (ofBoard.size > questionsMax && oldest !== undefined) ofBoard.delete(oldest);
  return found;
}

/** Several who ask the same at one moment wait for one answer. */
async function look(databases: Databases, board: Board, words: string): Promise<Found> {
  for (const isLoose of [false, true]) {
    const question = textQuestion(databases.searchDb, words, isLoose);
    const found = question ? await publicationsOf(databases, board, question) : new Set<number>();
    if (found.size > 0 || !question) return found;
  }
  return new Set();
}

async function publicationsOf(databases: Databases, board: Board, question: TextQuestion) {
  const found = new Set<number>();
  const rootIds = linkedIn(databases, board.place.reviewId);
  for (const ids of textHits(databases, question, stretchOf(board, rootIds))) {
    for (const id of ids) {
      const rootId = rootIds.get(id) ?? id;
      if (board.items.has(rootId)) found.add(rootId);
    }
    await setImmediate();
  }
  return found;
}

/** The first and the last id that may be found. */
function stretchOf(board: Board, rootIds: ReadonlyMap<number, number>): [number, number] {
  const ids = [board.ids[0], board.ids.at(-1), ...rootIds.keys()].filter((id) => id !== undefined);
  return ids.reduce<[number, number]>(
    ([first, last], id) => [Math.min(first, id), Math.max(last, id)],
    [Number.MAX_SAFE_INTEGER, 0],
  );
}

/** Few reports stand for another one. */
function linkedIn({ db }: Databases, reviewId: number): Map<number, number> {
  const rows = statement(
    db,
    `select id, root_id as rootId from report
    where review_id = ? and root_id <> id and withdrawn_at is null`,
  ).all(reviewId) as { id: number; rootId: number }[];
  return new Map(rows.map((row) => [row.id, row.rootId]));
}

/** The same as long as nobody writes to the index. */
function versionOf(searchDb: SearchDb): string {
  const own = searchDb.prepare('select total_changes()').pluck().get();
  return `${own} ${searchDb.pragma('data_version', { simple: true })}`;
}
