/** Lists of screening: what one has done, what is left for one, what is in conflict; searched, and counted by facets. */
import { type Answer, answers } from '../../../schema/screening.ts';
import type { Connection } from '../../db.ts';
import type { Databases } from '../../records/report-index.ts';
import { type Board, type BoardState, boardOf } from '../board/board.ts';
import { columnsOf, inConflict, placeOf, placesAt } from '../board/columns.ts';
import { votersOf } from '../conflicts.ts';
import { hidesAt, visible } from '../look.ts';
import { finalVotesOf, type OwnAnswer, type OwnVote, type Said, saidIn } from '../own-answers.ts';
import { type Desk, type QueuedReport, reportsById, waitingPlaces } from '../queue.ts';
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
  /** What the query asks for, in the order of the list. */
  ids: number[];
  /** One's own answers that count, by publication. */
  own: Map<number, OwnVote>;
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
  const listed = has ? places.filter(has) : places;
  const valuesAt = valuesOf(facts, own, labelledIn(db, desk.reviewId));
  const counts = facetNames.map(() => new Int32Array(codesInUse()));
  const wanted = facetNames.map((name) => (query[name] ? codeOf(query[name]) : null));
  const chosen = wanted.some((code) => code !== null)
    ? countChosen(listed, valuesAt, wanted, counts)
    : countAll(listed, valuesAt, counts);
  return { ids: chosen.map((at) => facts.ids[at] ?? 0), own, facets: facetsOf(counts) };
}

/** What the index found, by place on a board; it may have got other publications since. */
function hasAt({ ids, flags }: Found, board: Board): (at: number) => boolean {
  if (ids === board.ids) return (at) => flags[at] === 1;
  return (at) => flags[placeOf(ids, board.ids[at] ?? 0)] === 1;
}

type ValueAt = (at: number) => Codes;

/** The values of a publication, facet by facet; where all have the same, that. */
function valuesOf(
  facts: Facts,
  own: Map<number, OwnVote>,
  labels: Map<number, number[]>,
): (ValueAt | Codes)[] {
  const { ids, years, languages } = facts;
  return [
    own.size > 0 ? (at) => answerOf(own, ids[at] ?? 0) : unanswered,
    (at) => eachSource(facts, at),
    (at) => years[at] ?? 0,
    (at) => languages[at] ?? 0,
    labels.size > 0 ? (at) => labels.get(ids[at] ?? 0) ?? unnamed : unnamed,
  ];
}

/** Facet by facet: each goes through a column of its own. */
function countAll(
  places: readonly number[],
  values: (ValueAt | Codes)[],
  counts: Int32Array[],
): readonly number[] {
  for (const [facet, value] of values.entries()) {
    const count = counts[facet] ?? none;
    if (typeof value === 'function') for (const at of places) countIn(count, value(at));
    else countIn(count, value, places.length);
  }
  return places;
}

/** How many each value of a facet would leave, with what is chosen of the other facets. */
function countChosen(
  places: readonly number[],
  values: (ValueAt | Codes)[],
  wanted: (number | null)[],
  counts: Int32Array[],
): number[] {
  const found: number[] = [];
  for (const at of places) {
    const codes = values.map((value) => (typeof value === 'function' ? value(at) : value));
    const only = failingAt(wanted, codes);
    if (only === 'several') continue;
    if (only === null) found.push(at);
    for (const [facet, count] of counts.entries())
      if (only === null || only === facet) countIn(count, codes[facet] ?? unnamed);
  }
  return found;
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

function answerOf(own: Map<number, OwnVote>, id: number): Codes {
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

/** The members of a list in its order, by their places on the board. */
function membersOf(db: Connection, desk: Desk, kind: ListKind) {
  const board = boardOf(db, desk);
  const columns = columnsOf(board);
  const own = new Map<number, OwnVote>();
  if (kind === 'left') return { places: waitingPlaces(db, desk), own };
  if (kind === 'conflicts') return { places: placesAt(columns, inConflict), own };
  if (isTeamKind(kind)) return { places: standingPlaces(board, kind), own };
  const places: number[] = [];
  for (const row of finalVotesOf(db, board, desk)) {
    const at = placeOf(columns.ids, row.rootId);
    if (at < 0) continue;
    own.set(row.rootId, row);
    places.push(at);
  }
  return { places, own };
}

const standsAs: Record<TeamKind, readonly (BoardState | null)[]> = {
  unscreened: ['unscreened'],
  partly: ['partly'],
  settled: ['passed', 'excluded', 'not_retrieved'],
};

function standingPlaces({ ids, items }: Board, kind: TeamKind): number[] {
  const wanted = standsAs[kind];
  return ids.flatMap((id, at) => (wanted.includes(items.get(id)?.state ?? null) ? [at] : []));
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
