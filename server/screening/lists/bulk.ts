/** One act on many publications: planned in full before it is done, done in turns, undone as one. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Answer } from '../../../schema/screening.ts';
import { bulkAct } from '../../../schema/screening-rules.ts';
import { audit } from '../../accounts/audit.ts';
import { type Connection, type Db, statement } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { labelsOf, labelsOn, setLabel } from '../desk/labels.ts';
import type { Desk } from '../desk/queue.ts';
import { checkedReason } from '../reports.ts';
import { type Consequences, consequencesOf } from '../votes/consequences.ts';
import { refreshStandings } from '../votes/standings.ts';
import { castVote } from '../votes/votes.ts';
import type { List } from './list.ts';

export type BulkWish =
  | { kind: 'answer'; answer: Answer; criterionId: number | null; note: string }
  | { kind: 'label'; labelId: number; isOn: boolean };

export type BulkPlan = {
  /** The publications that it changes. */
  ids: number[];
  /** Of those that were named: the ones where it changes nothing. */
  unchanged: number;
  /** How many of one's own answers it takes the place of. */
  replaces: number;
  consequences: Consequences | null;
  /** The same again only while it would do the same. */
  digest: string;
};

/** So many at most in one act. */
const bulkMax = 5000;
const turnSize = 100;

/** @throws BULK_EMPTY, BULK_TOO_MANY, MAYBE_AT_FULL_TEXT, REASON_REQUIRED, CRITERION_UNKNOWN, NOT_FOUND */
export function planBulk(
  db: Connection,
  desk: Desk,
  wish: BulkWish,
  ids: readonly number[],
  own: List['own'],
): BulkPlan {
  if (ids.length === 0) throw new AppError('BULK_EMPTY', {}, 'ids');
  if (ids.length > bulkMax) throw new AppError('BULK_TOO_MANY', { max: bulkMax }, 'ids');
  const changed = ids.filter(changes(db, desk, wish, ids, own));
  const unchanged = ids.length - changed.length;
  const replaces = wish.kind === 'answer' ? changed.filter((id) => own.has(id)).length : 0;
  const digest = createHash('sha256')
    .update(JSON.stringify([desk, wish, changed]))
    .digest('hex')
    .slice(0, 32);
  const consequences = wish.kind === 'answer' ? ifAnswered(db, desk, wish, changed) : null;
  return { ids: changed, unchanged, replaces, consequences, digest };
}

type AnswerWish = Extract<BulkWish, { kind: 'answer' }>;

function changes(
  db: Connection,
  desk: Desk,
  wish: BulkWish,
  ids: readonly number[],
  own: List['own'],
): (id: number) => boolean {
  if (wish.kind === 'label') {
    requireLabel(db, desk.reviewId, wish.labelId);
    const carried = labelsOn(db, ids);
    return (id) => (carried.get(id)?.has(wish.labelId) ?? false) !== wish.isOn;
  }
  if (desk.stage === 'full_text' && wish.answer === 'maybe')
    throw new AppError('MAYBE_AT_FULL_TEXT', {}, 'act');
  const criterionId = checkedReason(db, { ...desk, ...wish });
  return (id) => {
    const said = own.get(id);
    return !said || said.answer !== wish.answer || said.criterionId !== criterionId;
  };
}

function requireLabel(db: Db, reviewId: number, labelId: number): string {
  const found = labelsOf(db, reviewId).find(({ id }) => id === labelId);
  if (!found) throw new AppError('NOT_FOUND');
  return found.name;
}

function ifAnswered(db: Db, desk: Desk, wish: AnswerWish, ids: readonly number[]): Consequences {
  const { stage } = desk;
  return consequencesOf(db, stage, ids, (tx) => {
    const { answer, criterionId } = wish;
    const insert = statement(
      tx,
      `insert into vote (review_id, report_id, stage, person_id, answer, criterion_id, at)
      values ($reviewId, $reportId, $stage, $personId, $answer, $criterionId, '')`,
    );
    for (const reportId of ids) insert.run({ ...desk, reportId, answer, criterionId });
  });
}

export type BulkDone = { bulkId: number; done: number; refused: number };

/**
 * Does what was planned. Others get their turn in between: what they settled meanwhile, where no answer is wanted any
 * more, is left out and counted.
 */
export async function doBulk(
  context: PersonalContext & { db: Connection },
  desk: Desk,
  wish: BulkWish,
  ids: readonly number[],
): Promise<BulkDone> {
  const bulkId = beginBulk(context, desk, wish, ids.length);
  const done: number[] = [];
  for (let from = 0; from < ids.length; from += turnSize) {
    const some = ids.slice(from, from + turnSize);
    inTransaction(context as PersonalContext, (tx) => {
      for (const id of some) if (actOn(tx, desk, wish, bulkId, id)) done.push(id);
    });
    await setImmediate();
  }
  inTransaction(context as PersonalContext, (tx) => {
    const described = { ...describe(tx.db, desk, wish), count: done.length };
    // Labels have no rows that say which act put them: the act names its publications itself.
    const named = wish.kind === 'label' ? { reportIds: done.join(',') } : {};
    tx.db
      .update(bulkAct)
      .set({ description: { ...described, ...named } })
      .where(eq(bulkAct.id, bulkId))
      .run();
    log(tx, desk, 'bulk.done', { bulkId, kind: wish.kind, count: done.length });
  });
  return { bulkId, done: done.length, refused: ids.length - done.length };
}

function beginBulk(context: PersonalContext, desk: Desk, wish: BulkWish, count: number): number {
  return inTransaction(context, (tx) => {
    const description = { ...describe(tx.db, desk, wish), count };
    const { reviewId, stage, personId } = desk;
    return tx.db
      .insert(bulkAct)
      .values({ reviewId, stage, personId, description, at: tx.at })
      .returning({ id: bulkAct.id })
      .get().id;
  });
}

function describe(db: Db, desk: Desk, wish: BulkWish): Record<string, string | number | null> {
  if (wish.kind === 'answer') return { act: wish.answer, criterionId: wish.criterionId };
  const name = requireLabel(db, desk.reviewId, wish.labelId);
  return { act: wish.isOn ? 'label_put' : 'label_taken', labelId: wish.labelId, label: name };
}

/** The log names the act, not the answers: colleagues who read it are still to judge. */
function log(tx: PersonalContext, desk: Desk, action: string, after: object): void {
  const { reviewId, stage } = desk;
  audit(tx, { action, entity: 'review', entityId: reviewId, reviewId, after: { stage, ...after } });
}

const tooLate = ['VOTE_NOT_NEEDED', 'STAGE_NOT_REACHED', 'NOT_RETRIEVED', 'NOT_FOUND'];

function actOn(
  tx: PersonalContext,
  desk: Desk,
  wish: BulkWish,
  bulkId: number,
  reportId: number,
): boolean {
  const { reviewId, stage } = desk;
  try {
    if (wish.kind === 'label') {
      setLabel(tx, { reviewId, reportId, labelId: wish.labelId, isOn: wish.isOn });
      return true;
    }
    const { answer, criterionId, note } = wish;
    const said = { answer, criterionId, note, clientKey: null, confirmed: true };
    const { voteId } = castVote(tx, { reviewId, reportId, stage, ...said });
    statement(tx.db, 'insert into bulk_vote (bulk_id, vote_id) values (?, ?)').run(bulkId, voteId);
    return true;
  } catch (error) {
    if (error instanceof AppError && tooLate.includes(error.code)) return false;
    throw error;
  }
}

export type BulkRow = typeof bulkAct.$inferSelect;

/** One's own latest acts at a stage. */
export function bulkActsOf(db: Db, desk: Desk, limit: number): BulkRow[] {
  const { reviewId, stage, personId } = desk;
  return db
    .select()
    .from(bulkAct)
    .where(
      and(eq(bulkAct.reviewId, reviewId), eq(bulkAct.stage, stage), eq(bulkAct.personId, personId)),
    )
    .orderBy(desc(bulkAct.id))
    .limit(limit)
    .all();
}

/** @throws NOT_FOUND */
function bulkActOf(db: Db, desk: Desk, bulkId: number): BulkRow {
  const row = db.select().from(bulkAct).where(eq(bulkAct.id, bulkId)).get();
  const isOwn = row?.personId === desk.personId && row.reviewId === desk.reviewId;
  if (!row || !isOwn || row.stage !== desk.stage) throw notFound();
  return row;
}

/** What undoing an act takes back: its answers that nobody has taken back yet. */
export function undoPlan(db: Db, desk: Desk, bulkId: number) {
  const row = bulkActOf(db, desk, bulkId);
  const votes = bulkVotes(db, bulkId);
  const ids = row.description.labelId
    ? idsIn(row)
    : [...new Set(votes.map(({ rootId }) => rootId))];
  const { personId } = desk;
  const consequences = consequencesOf(db, desk.stage, votes.length > 0 ? ids : [], (tx) => {
    for (const { id } of votes) withdraw(tx, id, personId, '');
  });
  return { row, ids, consequences };
}

const idsIn = (row: BulkRow) =>
  String(row.description.reportIds ?? '')
    .split(',')
    .filter(Boolean)
    .map(Number);

/** Undoes a whole act. An answer that was changed by hand since stays as it was changed. @throws NOT_FOUND */
export function undoBulk(context: PersonalContext, desk: Desk, bulkId: number): void {
  inTransaction(context, (tx) => {
    const row = bulkActOf(tx.db, desk, bulkId);
    if (row.undoneAt !== null) return;
    const votes = bulkVotes(tx.db, bulkId);
    for (const { id } of votes) withdraw(tx.db, id, desk.personId, tx.at);
    refreshStandings(
      tx,
      votes.map(({ rootId }) => rootId),
    );
    const { act, labelId } = row.description;
    const isOn = act === 'label_taken';
    for (const reportId of labelId ? idsIn(row) : [])
      setLabel(tx, { reviewId: desk.reviewId, reportId, labelId: Number(labelId), isOn });
    const open = and(eq(bulkAct.id, bulkId), isNull(bulkAct.undoneAt));
    tx.db.update(bulkAct).set({ undoneAt: tx.at }).where(open).run();
    log(tx, desk, 'bulk.undone', { bulkId, count: row.description.count });
  });
}

function withdraw(db: Db, voteId: number, personId: number, at: string): void {
  statement(db, 'insert into vote_withdrawal (vote_id, person_id, at) values (?, ?, ?)').run(
    voteId,
    personId,
    at,
  );
}

function bulkVotes(db: Db, bulkId: number): { id: number; rootId: number }[] {
  return statement(
    db,
    `select vote.id as id, report.root_id as rootId
    from bulk_vote join vote on vote.id = bulk_vote.vote_id join report on report.id = vote.report_id
    where bulk_vote.bulk_id = ? and report.root_id is not null
    and not exists (select 1 from vote_withdrawal as w where w.vote_id = vote.id)`,
  ).all(bulkId) as { id: number; rootId: number }[];
}
