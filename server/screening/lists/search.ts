/**
 * Words in titles and abstracts, looked for in the team's index. What a question has found is kept until the index or
 * the publications are others: the next page, and the same question after some votes, cost nothing.
 */
import { setImmediate } from 'node:timers/promises';
import { type SearchDb, statement } from '../../db.ts';
import { type Databases, indexNews } from '../../records/reports/report-index.ts';
import { type TextQuestion, textHits, textQuestion } from '../../records/reports/text-search.ts';
import type { Board } from '../board/board.ts';
import { placeOf } from '../board/columns.ts';

/** One for each publication, in the order of the ids that a board had; 1 where it has every word. */
export type Found = { ids: readonly number[]; flags: Uint8Array };

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
  const { ids } = board;
  const flags = new Uint8Array(ids.length);
  const found = { ids, flags };
  for (const isLoose of [false, true]) {
    const question = textQuestion(databases.searchDb, words, isLoose);
    if (question) await mark(databases, board.place.reviewId, question, found);
    if (flags.includes(1)) break;
  }
  return found;
}

/** Publications that are looked up between two turns of others. */
const turnSize = 20_000;

async function mark(
  databases: Databases,
  reviewId: number,
  question: TextQuestion,
  { ids, flags }: Found,
): Promise<void> {
  const rootIds = linkedIn(databases, reviewId);
  for (const hits of textHits(databases, question))
    for (let from = 0; from === 0 || from < hits.length; from += turnSize) {
      for (const id of hits.slice(from, from + turnSize)) {
        const at = placeOf(ids, rootIds.get(id) ?? id);
        if (at >= 0) flags[at] = 1;
      }
      await setImmediate();
    }
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
