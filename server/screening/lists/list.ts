/** Lists of screening: what one has done, what is left for one, what is in conflict; searched, and counted by facets. */
import { type Answer, answers } from '../../../schema/screening.ts';
import type { Connection } from '../../db.ts';
import type { Databases } from '../../records/reports/report-index.ts';
import { type Board, type BoardState, boardOf } from '../board/board.ts';
import { columnsOf, inConflict, placeOf, placesAt } from '../board/columns.ts';
import { hidesAt, visible } from '../desk/look.ts';
import { type Desk, type QueuedReport, reportsById, waitingPlaces } from '../desk/queue.ts';
import { votersOf } from '../votes/conflicts.ts';
import {
  finalVotesOf,
  type OwnAnswer,
  type OwnVote,
  type Said,
  saidIn,
} from '../votes/own-answers.ts';
import {
  codeOf,
  codesInUse,
  eachSource,
  type Facts,
  factsNow,
  factsOf,
  labelledIn,
  textOf,
} from './facts.ts';
import {
  type FacetName,
  facetNames,
  isTeamKind,
  type ListKind,
  type ListQuery,
  noValue,
  type TeamKind,
} from './query.ts';
import { type Found, findWords } from './search.ts';

export type FacetCounts = Record<FacetName, Map<string, number>>;

export type List = {
  total: number;
  /** What the query asks for, in the order of the list: all, or from one place up to another. */
  ids: (from?: number, to?: number) => number[];
  /** One's own answers that count, by publication. */
  own: ReadonlyMap<number, OwnVote>;
  /** How many each value of a facet would leave, with the other facets as they are. */
  facets: FacetCounts;
};

export async function listOf(
  databases: Databases & { db: Connection },
  desk: Desk,
  kind: ListKind,
  query: ListQuery,
): Promise<List> {
  const { db } = databases;
  await factsOf(db, desk);
  const withWords = query.q === '' ? null : await findWords(databases, boardOf(db, desk), query.q);
  // Others went on meanwhile: the list is made in one go of what stands now.
  const board = boardOf(db, desk);
  const { places, own } = membersOf(db, desk, kind);
  const facts = factsNow(db, board);
  const has = withWords ? hasAt(withWords, board) : null;
  const listed = has ? those(places, has) : places;
  const columns = columnsOfFacets(facts, own, labelledIn(db, desk.reviewId));
  const counts = facetNames.map(() => new Int32Array(codesInUse()));
  const wanted = facetNames.map((name) => (query[name] ? codeOf(query[name]) : null));
  const chosen = wanted.some((code) => code !== null)
    ? countChosen(listed, columns, wanted, counts)
    : countAll(listed, columns, counts);
  const ids = (from = 0, to = chosen.length) =>
    Array.from(chosen.subarray(from, to), (at) => facts.ids[at] ?? 0);
  return { total: chosen.length, ids, own, facets: facetsOf(counts) };
}

/** What the index found, by place on a board; it may have got other publications since. */
function hasAt({ ids, flags }: Found, board: Board): (at: number) => boolean {
  if (ids === board.ids) return (at) => flags[at] === 1;
  return (at) => flags[placeOf(ids, board.ids[at] ?? 0)] === 1;
}

/** Those of many places that something is true of; the language's own filter takes several times as long. */
function those(places: Int32Array, isOne: (at: number) => boolean): Int32Array {
  const found = new Int32Array(places.length);
  let count = 0;
  for (let step = 0; step < places.length; step += 1) {
    const at = places[step] ?? 0;
    if (!isOne(at)) continue;
    found[count] = at;
    count += 1;
  }
  return found.subarray(0, count);
}

/** The values of a facet: one for each place on the board, a way to find them, or what all have. */
type Column = Int32Array | ((at: number) => Codes) | Codes;

/** Facet by facet. */
function columnsOfFacets(
  facts: Facts,
  own: ReadonlyMap<number, OwnVote>,
  labels: Map<number, number[]>,
): Column[] {
  const { ids, sources, lists, years, languages } = facts;
  return [
    own.size > 0 ? (at) => answerOf(own, ids[at] ?? 0) : unanswered,
    lists.length > 0 ? (at) => eachSource(facts, at) : sources,
    years,
    languages,
    labels.size > 0 ? (at) => labels.get(ids[at] ?? 0) ?? unnamed : unnamed,
  ];
}

function valueAt(column: Column, at: number): Codes {
  if (typeof column === 'function') return column(at);
  return column instanceof Int32Array ? (column[at] ?? unnamed) : column;
}

/** Facet by facet: a hundred thousand are counted from one list of numbers into another. */
function countAll(places: Int32Array, columns: Column[], counts: Int32Array[]): Int32Array {
  for (const [facet, column] of columns.entries()) {
    const count = counts[facet] ?? none;
    if (column instanceof Int32Array) countNumbers(count, column, places);
    else if (typeof column === 'function') for (const at of places) countIn(count, column(at));
    else countIn(count, column, places.length);
  }
  return places;
}

function countNumbers(count: Int32Array, column: Int32Array, places: Int32Array): void {
  for (let step = 0; step < places.length; step += 1) {
    const code = column[places[step] ?? 0] ?? 0;
    count[code] = (count[code] ?? 0) + 1;
  }
}

/** How many each value of a facet would leave, with what is chosen of the other facets. */
function countChosen(
  places: Int32Array,
  columns: Column[],
  wanted: (number | null)[],
  counts: Int32Array[],
): Int32Array {
  return those(places, (at) => {
    const codes = columns.map((column) => valueAt(column, at));
    const only = failingAt(wanted, codes);
    if (only === 'several') return false;
    for (const [facet, count] of counts.entries())
      if (only === null || only === facet) countIn(count, codes[facet] ?? unnamed);
    return only === null;
  });
}

type Codes = readonly number[] | number;

const none = new Int32Array(0);
const unnamed = codeOf(noValue);
const unanswered: Codes = [];
// Known from the start: what is counted has its place by then.
const answerCodes = Object.fromEntries(answers.map((answer) => [answer, codeOf(answer)])) as Record<
  Answer,
  number
>;

function answerOf(own: ReadonlyMap<number, OwnVote>, id: number): Codes {
  const answer = own.get(id)?.answer;
  return answer ? answerCodes[answer] : unanswered;
}

function countIn(count: Int32Array, codes: Codes, times = 1): void {
  if (typeof codes === 'number') count[codes] = (count[codes] ?? 0) + times;
  else for (const code of codes) count[code] = (count[code] ?? 0) + times;
}

/** Which facet's choice leaves a publication out; null when none does. */
function failingAt(wanted: (number | null)[], values: readonly Codes[]) {
  let failing: number | null = null;
  for (let at = 0; at < wanted.length; at += 1) {
    const code = wanted[at] ?? null;
    const has = values[at] ?? unnamed;
    if (code === null || (typeof has === 'number' ? has === code : has.includes(code))) continue;
    if (failing !== null) return 'several';
    failing = at;
  }
  return failing;
}

type Members = { places: Int32Array; own: ReadonlyMap<number, OwnVote> };

/** The members of a list in its order, by their places on the board. */
function membersOf(db: Connection, desk: Desk, kind: ListKind): Members {
  const board = boardOf(db, desk);
  const columns = columnsOf(board);
  const own = new Map<number, OwnVote>();
  if (kind === 'left') return { places: waitingPlaces(db, desk), own };
  if (kind === 'conflicts') return { places: Int32Array.from(placesAt(columns, inConflict)), own };
  if (isTeamKind(kind)) return { places: standingPlaces(board, kind), own };
  const { places, votes } = finalVotesOf(db, board, desk);
  return { places, own: votes };
}

const standsAs: Record<TeamKind, readonly (BoardState | null)[]> = {
  unscreened: ['unscreened'],
  partly: ['partly'],
  settled: ['passed', 'excluded', 'not_retrieved'],
};

function standingPlaces({ ids, items }: Board, kind: TeamKind): Int32Array {
  const wanted = standsAs[kind];
  const isThere = (id: number) => wanted.includes(items.get(id)?.state ?? null);
  return Int32Array.from(ids.keys()).filter((at) => isThere(ids[at] ?? 0));
}

function facetsOf(counts: Int32Array[]): FacetCounts {
  const facets = facetNames.map((name, at) => {
    const found = [...(counts[at] ?? none).entries()].flatMap(([code, count]) =>
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
  const said = saidIn(
    db,
    ids.flatMap((id) => list.own.get(id)?.id ?? []),
  );
  const voters = kind === 'conflicts' ? votersOf(db, ids, desk.stage) : null;
  return reportsById(db, ids).map(
    ({ id, reference }): ListedRow => ({
      id,
      reference: visible(reference, hides),
      own: answerIn(list.own.get(id), said),
      voters: (voters?.get(id) ?? []).map(({ name }) => name),
    }),
  );
}

function answerIn(own: OwnVote | undefined, said: Map<number, Said>): OwnAnswer | null {
  const detail = own && said.get(own.id);
  if (!detail) return null;
  const { answer, criterionId } = own;
  return { answer, criterionId, note: detail.note, at: detail.at };
}
