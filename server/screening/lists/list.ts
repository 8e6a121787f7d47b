/** Lists of screening: what one has done, what is left for one, what is in conflict; searched, and counted by facets. */
import type { Connection } from '../../db.ts';
import type { Board } from '../board/board.ts';
import { votersOf } from '../conflicts.ts';
import { hidesAt, visible } from '../look.ts';
import { finalVotesOf, type OwnAnswer, type OwnVote, withReports } from '../own-answers.ts';
import { type Desk, type QueuedReport, reportsById, waitingIds } from '../queue.ts';
import { boardWithFacts, codeOf, factsOf, labelledIn, textOf } from './facts.ts';
import {
  type FacetName,
  facetNames,
  type ListKind,
  type ListQuery,
  noValue,
  wordsOf,
} from './query.ts';
import { findWords } from './search.ts';

export type FacetCounts = Record<FacetName, Map<string, number>>;

export type List = {
  /** What the query asks for, in the order of the list. */
  ids: number[];
  /** One's own answers that count, by publication. */
  own: Map<number, OwnVote>;
  /** How many each value of a facet would leave, with the other facets as they are. */
  facets: FacetCounts;
};

export async function listOf(
  db: Connection,
  desk: Desk,
  kind: ListKind,
  query: ListQuery,
): Promise<List> {
  const board = await boardWithFacts(db, desk);
  const words = wordsOf(query.q);
  const has = await findWords(
    db,
    board,
    words.length > 0 ? membersOf(db, board, desk, kind).ids : [],
    words,
  );
  // Others went on meanwhile: the list is made in one go of what stands now.
  const { ids, own } = membersOf(db, board, desk, kind);
  const labels = labelledIn(db, desk.reviewId);
  const counts = facetNames.map((): number[] => []);
  const wanted = facetNames.map((name) => (query[name] ? codeOf(query[name]) : null));
  const found: number[] = [];
  for (const id of ids) {
    if (!has(id)) continue;
    const values = valuesOf(board, id, own, labels);
    const only = failingAt(wanted, values);
    if (only === 'several') continue;
    if (only === null) found.push(id);
    for (let at = 0; at < counts.length; at += 1)
      if (only === null || only === at) countIn(counts[at] ?? [], values[at] ?? []);
  }
  return { ids: found, own, facets: facetsOf(counts) };
}

function countIn(count: number[], codes: readonly number[]): void {
  for (const code of codes) count[code] = (count[code] ?? 0) + 1;
}

/** Which facet's choice leaves a publication out; null when none does. */
function failingAt(wanted: (number | null)[], values: readonly (readonly number[])[]) {
  let failing: number | null = null;
  for (let at = 0; at < wanted.length; at += 1) {
    const code = wanted[at] ?? null;
    if (code === null || values[at]?.includes(code)) continue;
    if (failing !== null) return 'several';
    failing = at;
  }
  return failing;
}

function membersOf(db: Connection, board: Board, desk: Desk, kind: ListKind) {
  const own = new Map<number, OwnVote>();
  if (kind === 'left') return { ids: waitingIds(db, desk), own };
  if (kind === 'conflicts')
    return { ids: board.ids.filter((id) => board.items.get(id)?.state === 'conflict'), own };
  for (const row of finalVotesOf(db, desk))
    if (board.items.has(row.rootId)) own.set(row.rootId, row);
  return { ids: [...own.keys()], own };
}

const unnamed = [codeOf(noValue)];
const unanswered: number[] = [];

/** In the order of `facetNames`. */
function valuesOf(
  board: Board,
  id: number,
  own: Map<number, OwnVote>,
  labels: Map<number, number[]>,
): (readonly number[])[] {
  const [sources = unnamed, year = unnamed, language = unnamed] = factsOf(board, id);
  const answer = own.get(id)?.answer;
  const said = answer ? [codeOf(answer)] : unanswered;
  return [said, sources, year, language, labels.get(id) ?? unnamed];
}

function facetsOf(counts: number[][]): FacetCounts {
  const facets = facetNames.map((name, at) => {
    const found = (counts[at] ?? []).flatMap((count, code) =>
      count > 0 ? [[textOf(code), count] as const] : [],
    );
    return [name, new Map(found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))];
  });
  return Object.fromEntries(facets) as FacetCounts;
}

export type ListedRow = QueuedReport & { own: OwnAnswer | null; voters: string[] };

/** One page of a list, without what the stage hides. */
export function listRows(db: Connection, desk: Desk, kind: ListKind, list: List, ids: number[]) {
  const hides = hidesAt(db, desk.reviewId, desk.stage);
  const answers = withReports(
    db,
    ids.flatMap((id) => list.own.get(id) ?? []),
  );
  const said = new Map(answers.map((row) => [row.id, row]));
  const voters = kind === 'conflicts' ? votersOf(db, ids, desk.stage) : null;
  return reportsById(db, ids).map(
    ({ id, reference }): ListedRow => ({
      id,
      reference: visible(reference, hides),
      own: said.get(id) ?? null,
      voters: (voters?.get(id) ?? []).map(({ name }) => name),
    }),
  );
}
