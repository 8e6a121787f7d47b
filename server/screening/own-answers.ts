/** What a person has answered, the latest first: one line for each report, with the answer that counts. */
import { inArray } from 'drizzle-orm';
import { type Answer, vote } from '../../schema/screening.ts';
import { type Connection, statement } from '../db.ts';
import { type Desk, type QueuedReport, reportsById } from './queue.ts';

export type OwnAnswer = QueuedReport & {
  answer: Answer;
  criterionId: number | null;
  note: string;
  at: string;
};

export type OwnVote = { id: number; rootId: number; answer: Answer; criterionId: number | null };

/** A person's answers that count, the latest first, straight from the index. */
export function* finalVotesOf(db: Connection, desk: Desk): Generator<OwnVote> {
  const { reviewId, stage, personId } = desk;
  const rows = statement(db, ownSql).iterate(reviewId, stage, personId) as Iterable<OwnVote>;
  const seen = new Set<number>();
  for (const row of rows) {
    if (seen.has(row.rootId)) continue;
    seen.add(row.rootId);
    yield row;
  }
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
