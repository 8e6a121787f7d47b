/** What a person has answered, the latest first: one line for each report, with the answer that counts. */
import { inArray } from 'drizzle-orm';
import { type Answer, vote } from '../../schema/screening.ts';
import { type Connection, statement } from '../db.ts';
import type { Board } from './board/board.ts';
import { changesAfter } from './board/columns.ts';
import { type Desk, type QueuedReport, reportsById } from './queue.ts';
import { ownVote } from './votes.ts';

export type OwnAnswer = QueuedReport & {
  answer: Answer;
  criterionId: number | null;
  note: string;
  at: string;
};

export type OwnVote = { id: number; rootId: number; answer: Answer; criterionId: number | null };

type Kept = {
  ids: readonly number[];
  seen: number;
  votes: Map<number, OwnVote>;
  latest: OwnVote[];
};
const kept = new WeakMap<Board, Map<number, Kept>>();
const peopleMax = 50;

/** A person's answers that count, the latest first: read once, kept up as the board changes. */
export function finalVotesOf(db: Connection, board: Board, desk: Desk): readonly OwnVote[] {
  const ofBoard = kept.get(board) ?? new Map<number, Kept>();
  kept.set(board, ofBoard);
  const known = ofBoard.get(desk.personId);
  const { ids: changed, seen } = changesAfter(board, known?.seen ?? -1);
  const isKept = known !== undefined && changed !== null && known.ids === board.ids;
  const votes = isKept ? known.votes : readFinal(db, desk);
  const isSame = isKept && !changed.filter((id) => renew(db, board, desk, votes, id)).length;
  const latest = isSame ? known.latest : [...votes.values()].sort((a, b) => b.id - a.id);
  ofBoard.delete(desk.personId);
  ofBoard.set(desk.personId, { ids: board.ids, seen, votes, latest });
  const [oldest] = ofBoard.keys();
  if (ofBoard.size > peopleMax && oldest !== undefined) ofBoard.delete(oldest);
  return latest;
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

export function withReports(db: Connection, votes: readonly OwnVote[]): OwnAnswer[] {
  const ids = votes.map((row) => row.id);
  const said = db
    .select({ id: vote.id, note: vote.note, at: vote.at })
    .from(vote)
    .where(inArray(vote.id, ids))
    .all();
  const byId = new Map(said.map((row) => [row.id, row]));
  const reports = reportsById(
    db,
    votes.map((row) => row.rootId),
  );
  const byRoot = new Map(reports.map((row) => [row.id, row]));
  return votes.flatMap(({ id, rootId, answer, criterionId }) => {
    const [one, detail] = [byRoot.get(rootId), byId.get(id)];
    return one && detail ? [{ ...one, answer, criterionId, note: detail.note, at: detail.at }] : [];
  });
}

const ownSql = `
  select vote.id as id, report.root_id as rootId, vote.answer as answer, vote.criterion_id as criterionId
  from vote join report on report.id = vote.report_id
  where vote.review_id = ? and vote.stage = ? and vote.person_id = ?
  and not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)
  order by vote.id desc`;
