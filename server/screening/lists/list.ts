/** Lists of screening: what one has done, what is left for one, what is in conflict; searched, and counted by facets. */
import { type Answer, answers } from '../../../schema/screening.ts';
import type { Connection } from '../../db.ts';
import type { Databases } from '../../records/report-index.ts';
import { boardOf } from '../board/board.ts';
import { columnsOf, inConflict, placeOf, placesAt } from '../board/columns.ts';
import { votersOf } from '../conflicts.ts';
import { hidesAt, visible } from '../look.ts';
import { finalVotesOf, type OwnAnswer, type OwnVote, withReports } from '../own-answers.ts';
import { type Desk, type QueuedReport, reportsById, waitingPlaces } from '../queue.ts';
import { codeOf, codesInUse, eachSource, factsNow, factsOf, labelledIn, textOf } from './facts.ts';
import { type FacetName, facetNames, type ListKind, type ListQuery, noValue } from './query.ts';
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
  const labels = labelledIn(db, desk.reviewId);
  const counts = facetNames.map(() => new Int32Array(codesInUse()));
  const wanted = facetNames.map((name) => (query[name] ? codeOf(query[name]) : null));
  const isChosen = wanted.some((code) => code !== null);
  const found: number[] = [];
  for (const at of places) {
    const id = facts.ids[at] ?? 0;
    if (withWords && !withWords.has(id)) continue;
    const values = [
      own.size > 0 ? answerOf(own, id) : unanswered,
      eachSource(facts, at),
      facts.years[at] ?? 0,
      facts.languages[at] ?? 0,
      labels.size > 0 ? (labels.get(id) ?? unnamed) : unnamed,
    ];
    const only = isChosen ? failingAt(wanted, values) : null;
    if (only === 'several') continue;
    if (only === null) found.push(id);
    for (let facet = 0; facet < counts.length; facet += 1)
      if (only === null || only === facet) countIn(counts[facet] ?? none, values[facet] ?? unnamed);
  }
  return { ids: found, own, facets: facetsOf(counts) };
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

function countIn(count: Int32Array, codes: Codes): void {
  if (typeof codes === 'number') count[codes] = (count[codes] ?? 0) + 1;
  else for (const code of codes) count[code] = (count[code] ?? 0) + 1;
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
  const places: number[] = [];
  for (const row of finalVotesOf(db, board, desk)) {
    const at = placeOf(columns.ids, row.rootId);
    if (at < 0) continue;
    own.set(row.rootId, row);
    places.push(at);
  }
  return { places, own };
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
