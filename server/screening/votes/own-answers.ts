/** What a person has answered, the latest first: one line for each report, with the answer that counts. */
import type { Answer } from '../../../schema/screening.ts';
import { type Connection, statement } from '../../db.ts';
import type { Board } from '../board/board.ts';
import { changesAfter, placeOf } from '../board/columns.ts';
import type { Desk } from '../desk/queue.ts';
import { ownVote } from './votes.ts';

export type Said = { note: string; at: string };
export type OwnAnswer = Said & { answer: Answer; criterionId: number | null };

export type OwnVote = { id: number; rootId: number; answer: Answer; criterionId: number | null };

/** A person's answers that count, by publication, and the places of those on the board, the latest answer first. */
export type FinalVotes = { votes: ReadonlyMap<number, OwnVote>; places: Int32Array };

type Kept = FinalVotes & {
  ids: readonly number[];
  seen: number;
  votes: Map<number, OwnVote>;
  latest: OwnVote[];
};
const kept = new WeakMap<Board, Map<number, Kept>>();
const peopleMax = 50;

/** Read once, kept up as the board changes. */
export function finalVotesOf(db: Connection, board: Board, desk: Desk): FinalVotes {
  const ofBoard = kept.get(board) ?? new Map<number, Kept>();
  kept.set(board, ofBoard);
  const known = ofBoard.get(desk.personId);
  const { ids: changed, seen } = changesAfter(board, known?.seen ?? -1);
  const isKept = known !== undefined && changed !== null && known.ids === board.ids;
  const votes = isKept ? known.votes : readFinal(db, desk);
  const renewed = isKept ? changed.filter((id) => renew(db, board, desk, votes, id)) : [];
  const isSame = isKept && renewed.length === 0;
  const latest = isSame ? known.latest : latestFirst(votes, known?.latest ?? [], renewed);
  const places = isSame ? known.places : placesOf(board, latest);
  const now = { ids: board.ids, seen, votes, latest, places };
  ofBoard.delete(desk.personId);
  ofBoard.set(desk.personId, now);
  const [oldest] = ofBoard.keys();
  if (ofBoard.size > peopleMax && oldest !== undefined) ofBoard.delete(oldest);
  return now;
}

/** Most often what is new is later than all that there was: then the rest stays in its order. */
function latestFirst(
  votes: ReadonlyMap<number, OwnVote>,
  before: OwnVote[],
  renewed: number[],
): OwnVote[] {
  const isRenewed = new Set(renewed);
  const come = renewed.flatMap((id) => votes.get(id) ?? []).sort((a, b) => b.id - a.id);
  const stayed = before.filter(({ rootId }) => !isRenewed.has(rootId));
  const areLater = (come.at(-1)?.id ?? 0) > (stayed[0]?.id ?? 0);
  if (areLater && come.length + stayed.length === votes.size) return [...come, ...stayed];
  return [...votes.values()].sort((a, b) => b.id - a.id);
}

/** Of those that are publications of the stage. */
function placesOf({ ids }: Board, latest: readonly OwnVote[]): Int32Array {
  const places = new Int32Array(latest.length);
  let count = 0;
  for (const { rootId } of latest) {
    const at = placeOf(ids, rootId);
    if (at < 0) continue;
    places[count] = at;
    count += 1;
  }
  return places.subarray(0, count);
}

/** @returns whether anything of it is this person's. */
function renew(
  db: Connection,
  board: Board,
  { stage, personId }: Desk,
  votes: Map<number, OwnVote>,
  rootId: number,
): boolean {
  if (!votes.has(rootId) && !board.items.get(rootId)?.people.includes(personId)) return false;
  const said = ownVote(db, rootId, stage, personId);
  if (!said) return votes.delete(rootId);
  const { id, answer, criterionId } = said;
  votes.set(rootId, { id, rootId, answer, criterionId });
  return true;
}

function readFinal(db: Connection, { reviewId, stage, personId }: Desk): Map<number, OwnVote> {
  const votes = new Map<number, OwnVote>();
  for (const row of statement(db, ownSql).iterate(reviewId, stage, personId) as Iterable<OwnVote>)
    if (!votes.has(row.rootId)) votes.set(row.rootId, row);
  return votes;
}

/** What was written with votes, and when, by their ids. */
export function saidIn(db: Connection, voteIds: readonly number[]): Map<number, Said> {
  const rows = statement(
    db,
    'select id, note, at from vote where id in (select value from json_each(?))',
  ).all(JSON.stringify(voteIds)) as ({ id: number } & Said)[];
  return new Map(rows.map((row) => [row.id, row]));
}

const ownSql = `
  select vote.id as id, report.root_id as rootId, vote.answer as answer, vote.criterion_id as criterionId
  from vote join report on report.id = vote.report_id
  where vote.review_id = ? and vote.stage = ? and vote.person_id = ?
  and not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)
  order by vote.id desc`;
