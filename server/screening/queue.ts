/** What a person is to judge next: a cursor over the reports that still need this person's answer. */
import { and, desc, eq, lt, ne, sql } from 'drizzle-orm';
import { report } from '../../schema/records.ts';
import { type Stage, standing, vote } from '../../schema/screening.ts';
import { builtOnce, type Connection, type Db, idsIn } from '../db.ts';
import { isPublication } from '../records/reports.ts';
import { type Board, boardOf, isOpen } from './board/board.ts';
import { orderOf } from './order.ts';
import { ownVote } from './votes.ts';
import { type Wanted, wantedOf } from './wanted.ts';
import { isWithdrawn } from './withdrawn.ts';

/** One person's place of work. */
export type Desk = { reviewId: number; stage: Stage; personId: number };

export type QueuedReport = { id: number; reference: (typeof report.$inferSelect)['reference'] };

type Asked = { after?: number; limit: number; except?: ReadonlySet<number> };

/**
 * The first reports after a given one that wait for this person: not answered by them, on any of its duplicates, and
 * not settled without them. One that waits for its second answer waits for somebody else. Past the end the queue
 * begins again, with what was skipped.
 */
export function nextReports(db: Connection, desk: Desk, asked: Asked): QueuedReport[] {
  return reportsById(db, nextIds(db, desk, asked));
}

/** The first one after a given one, without beginning again. */
export function nextReport(db: Connection, desk: Desk, after = 0): QueuedReport | undefined {
  const board = boardOf(db, desk);
  const wanted = wantedOf(db, board, desk.personId);
  const { ids } = orderOf(db, board, desk.personId);
  const from = after === 0 ? 0 : placeAfter(ids, after);
  const [id] = walk(board, desk.personId, wanted, ids, { limit: 1 }, from);
  return id === undefined ? undefined : reportsById(db, [id])[0];
}

export function nextIds(db: Connection, desk: Desk, asked: Asked): number[] {
  const board = boardOf(db, desk);
  const wanted = wantedOf(db, board, desk.personId);
  const { ids } = orderOf(db, board, desk.personId);
  const from = asked.after ? placeAfter(ids, asked.after) : 0;
  const found = walk(board, desk.personId, wanted, ids, asked, from);
  if (found.length === asked.limit || from === 0) return found;
  const rest = { ...asked, limit: asked.limit - found.length };
  const again = walk(board, desk.personId, wanted, ids, rest, 0, from);
  return [...found, ...again];
}

function walk(
  board: Board,
  personId: number,
  wanted: Wanted,
  ids: readonly number[],
  { limit, except }: Asked,
  from = 0,
  until = ids.length,
): number[] {
  const found: number[] = [];
  for (let at = from; at < until && found.length < limit; at += 1) {
    const id = ids[at] ?? 0;
    if (waitsFor(board, personId, wanted, id) && !except?.has(id)) found.push(id);
  }
  return found;
}

function waitsFor(board: Board, personId: number, wanted: Wanted, id: number): boolean {
  const item = board.items.get(id);
  return (
    item !== undefined &&
    isOpen(item.state) &&
    !item.people.includes(personId) &&
    (wanted === 'all' || wanted.has(id))
  );
}

/** Where an order goes on after a report. Ids mostly ascend: then a few steps find it. */
function placeAfter(ids: readonly number[], after: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? 0) <= after) low = middle + 1;
    else high = middle;
  }
  if (ids[low - 1] === after) return low;
  const at = ids.indexOf(after);
  return at >= 0 ? at + 1 : low;
}

/** Everything that waits for this person, in the order in which it comes to them. */
export function waitingIds(db: Connection, desk: Desk): number[] {
  return nextIds(db, desk, { limit: Number.POSITIVE_INFINITY });
}

/** How many wait for this person. */
export function queueLength(db: Connection, desk: Desk): number {
  const board = boardOf(db, desk);
  const wanted = wantedOf(db, board, desk.personId);
  if (wanted === 'all') {
    const open = (board.counts.get('unscreened') ?? 0) + (board.counts.get('partly') ?? 0);
    return open - (board.answeredOpen.get(desk.personId) ?? 0);
  }
  let left = 0;
  for (const id of wanted) if (waitsFor(board, desk.personId, wanted, id)) left += 1;
  return left;
}

/** Where to go on: after the report that this person answered last, or from the top. */
export function lastPlace(db: Connection, desk: Desk): number {
  if (orderOf(db, boardOf(db, desk), desk.personId).fromTop) return 0;
  return previousAnswer(db, desk)?.reportId ?? 0;
}

/** A report that this person has answered or may answer now; undefined when it needs nothing from them. */
export function reportForDesk(
  db: Connection,
  desk: Desk,
  reportId: number,
): QueuedReport | undefined {
  const one = and(eq(report.id, reportId), eq(report.reviewId, desk.reviewId), isPublication);
  const shown = { id: report.id, reference: report.reference };
  const found = db.select(shown).from(report).where(one).get();
  if (!found || ownVote(db, found.id, desk.stage, desk.personId)) return found;
  const board = boardOf(db, desk);
  const wanted = wantedOf(db, board, desk.personId);
  return waitsFor(board, desk.personId, wanted, found.id) ? found : undefined;
}

/** The answer before the one given to a report, or the latest one of all: what "undo" goes back to. */
export function previousAnswer(db: Db, desk: Desk, shownId?: number) {
  const current = shownId && ownVote(db, shownId, desk.stage, desk.personId);
  const earlier = current ? and(lt(vote.id, current.id), ne(report.rootId, shownId)) : undefined;
  const row = db
    .select({ reportId: report.rootId })
    .from(vote)
    .innerJoin(report, eq(report.id, vote.reportId))
    .where(and(byPerson(desk), sql`not ${isWithdrawn}`, earlier))
    .orderBy(desc(vote.id))
    .limit(1)
    .get();
  return row?.reportId ? { reportId: row.reportId } : undefined;
}

/** How many reports this person has answered. */
export function answeredCount(db: Connection, desk: Desk): number {
  return boardOf(db, desk).answered.get(desk.personId)?.size ?? 0;
}

/** Some reports, in the order they were asked for. */
export function reportsById(db: Db, ids: readonly number[]): QueuedReport[] {
  if (ids.length === 0) return [];
  const rows = someReports(db).all({ ids: JSON.stringify(ids) });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const someReports = builtOnce((db) =>
  db
    .select({ id: report.id, reference: report.reference })
    .from(report)
    .where(sql`${report.id} in ${idsIn('ids')}`)
    .prepare(),
);

export const byPerson = ({ reviewId, stage, personId }: Desk) =>
  and(eq(vote.reviewId, reviewId), eq(vote.stage, stage), eq(vote.personId, personId));

/** Passed title and abstract; and nobody has said that the full text cannot be had. */
export const hasPassedFirst = sql`exists (
  select 1 from ${standing} as earlier where earlier.report_id = report.id
  and earlier.stage = 'title_abstract' and earlier.state = 'passed')`;

export const latestRetrieval = sql<string>`coalesce((
  select retrieval.outcome from retrieval join ${report} as member on member.id = retrieval.report_id
  where member.root_id = report.id order by retrieval.id desc limit 1), 'none')`;
