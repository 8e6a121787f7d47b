/** What a person is to judge next: a cursor over the reports that still need this person's answer. */
import { and, desc, eq, lt, ne, sql } from 'drizzle-orm';
import { report } from '../../../schema/records.ts';
import { type Stage, standing, vote } from '../../../schema/screening.ts';
import { type Connection, type Db, statement } from '../../db.ts';
import { isPublication } from '../../records/reports/reports.ts';
import { type Board, boardOf } from '../board/board.ts';
import {
  changesAfter,
  columnsOf,
  other,
  partly,
  placeOf,
  placesIn,
  unscreened,
} from '../board/columns.ts';
import { ownVote } from '../votes/votes.ts';
import { isWithdrawn } from '../votes/withdrawn.ts';
import { orderOf } from './order.ts';
import { askedAt, type Wanted, wantedOf } from './wanted.ts';

/** One person's place of work. */
export type Desk = { reviewId: number; stage: Stage; personId: number };

export type QueuedReport = { id: number; reference: (typeof report.$inferSelect)['reference'] };
/** As it is stored: whoever has made something of the same text before need not read it again. */
export type StoredReport = { id: number; text: string };

type Asked = { after?: number; limit: number; except?: ReadonlySet<number> };

/**
 * The first reports after a given one that wait for this person: not answered by them, on any of its duplicates, and
 * not settled without them. One that waits for its second answer waits for somebody else. Past the end the queue
 * begins again, with what was skipped.
 */
export function nextReports(db: Connection, desk: Desk, asked: Asked): StoredReport[] {
  return storedReports(db, nextIds(db, desk, asked));
}

/** The first one after a given one, without beginning again. */
export function nextReport(db: Connection, desk: Desk, after = 0): QueuedReport | undefined {
  const desks = deskBoard(db, desk);
  const from = after === 0 ? 0 : placeAfter(desks.order.ids, after);
  const [id] = walk(desks, { limit: 1 }, from);
  return id === undefined ? undefined : reportsById(db, [id])[0];
}

export function nextIds(db: Connection, desk: Desk, asked: Asked): number[] {
  const desks = deskBoard(db, desk);
  const { ids } = desks.order;
  const from = asked.after ? placeAfter(ids, asked.after) : 0;
  const found = walk(desks, asked, from);
  if (found.length === asked.limit || from === 0) return found;
  const rest = { ...asked, limit: asked.limit - found.length };
  return [...found, ...walk(desks, rest, 0, from)];
}

/** What decides what waits for a person. */
function waitingOn(db: Connection, { personId }: Desk, board: Board) {
  const asked = askedAt(db, board);
  return {
    columns: columnsOf(board),
    wanted: wantedOf(db, board, asked, personId),
    answered: board.answered.get(personId),
    stopped: asked.stopped,
  };
}

type Waiting = ReturnType<typeof waitingOn>;

function deskBoard(db: Connection, desk: Desk) {
  const board = boardOf(db, desk);
  return { ...waitingOn(db, desk, board), order: orderOf(db, board, desk.personId) };
}

type DeskBoard = ReturnType<typeof deskBoard>;

function walk(desks: DeskBoard, { limit, except }: Asked, from: number, until?: number): number[] {
  const { columns, order } = desks;
  const places = placesIn(columns, order.ids);
  const end = until ?? places.length;
  const found: number[] = [];
  for (let step = from; step < end && found.length < limit; step += 1) {
    const at = places[step] ?? -1;
    const id = columns.ids[at] ?? 0;
    if (waitsAt(desks, at, id) && !except?.has(id)) found.push(id);
  }
  return found;
}

function waitsAt(waiting: Waiting, at: number, id: number): boolean {
  const { columns, wanted, answered, stopped } = waiting;
  const state = columns.states[at];
  if (state === unscreened ? id <= stopped : state !== partly || answered?.has(id)) return false;
  return wanted === 'all' || wanted.has(id);
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

/** Everything that waits for this person, in the order in which it comes to them, by place on the board. */
export function waitingPlaces(db: Connection, desk: Desk): Int32Array {
  const desks = deskBoard(db, desk);
  const { columns, order } = desks;
  const { ids, states } = columns;
  const isAnybodys = desks.wanted === 'all' && desks.stopped === 0;
  const places = placesIn(columns, order.ids);
  const found = new Int32Array(places.length);
  let count = 0;
  for (let step = 0; step < places.length; step += 1) {
    const at = places[step] ?? -1;
    const state = states[at];
    if (state === other) continue;
    if ((isAnybodys && state === unscreened) || waitsAt(desks, at, ids[at] ?? 0)) {
      found[count] = at;
      count += 1;
    }
  }
  return found.subarray(0, count);
}

/** One person's own: how many answered, and how many wait for them. */
export function ownProgress(db: Connection, desk: Desk): { answered: number; left: number } {
  const board = boardOf(db, desk);
  const answered = board.answered.get(desk.personId)?.size ?? 0;
  return { answered, left: leftOn(board, waitingOn(db, desk, board), desk.personId) };
}

function leftOn(board: Board, waiting: Waiting, personId: number): number {
  if (waiting.wanted !== 'all' || waiting.stopped > 0)
    return countWaiting(board, waiting, personId);
  const open = (board.counts.get('unscreened') ?? 0) + (board.counts.get('partly') ?? 0);
  return open - (board.answeredOpen.get(personId) ?? 0);
}

type Counted = {
  ids: readonly number[];
  wanted: Wanted;
  stopped: number;
  seen: number;
  /** By place on the board: 1 for what waits. */
  flags: Uint8Array;
  left: number;
};
const counted = new WeakMap<Board, Map<number, Counted>>();
const peopleMax = 50;

/** With shares, a pilot or a stop: counted once, then by what has changed. */
function countWaiting(board: Board, waiting: Waiting, personId: number): number {
  const { ids, states } = waiting.columns;
  const ofBoard = counted.get(board) ?? new Map<number, Counted>();
  counted.set(board, ofBoard);
  const known = ofBoard.get(personId);
  const { ids: changed, seen } = changesAfter(board, known?.seen ?? -1);
  const isKept =
    changed !== null &&
    known?.ids === ids &&
    known.wanted === waiting.wanted &&
    known.stopped === waiting.stopped;
  const { wanted, stopped } = waiting;
  const flags = isKept ? known.flags : new Uint8Array(ids.length);
  const now = { ids, wanted, stopped, seen, flags, left: isKept ? known.left : 0 };
  const look = (at: number) => {
    const waits = waitsAt(waiting, at, ids[at] ?? 0) ? 1 : 0;
    now.left += waits - (flags[at] ?? 0);
    flags[at] = waits;
  };
  if (isKept) for (const id of changed) look(placeOf(ids, id));
  else for (let at = 0; at < states.length; at += 1) if (states[at] !== other) look(at);
  ofBoard.delete(personId);
  ofBoard.set(personId, now);
  const [oldest] = ofBoard.keys();
  if (ofBoard.size > peopleMax && oldest !== undefined) ofBoard.delete(oldest);
  return now.left;
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
  const at = placeOf(board.ids, found.id);
  return waitsAt(waitingOn(db, desk, board), at, found.id) ? found : undefined;
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

/** Some reports, in the order they were asked for. */
export const reportsById = (db: Db, ids: readonly number[]): QueuedReport[] =>
  storedReports(db, ids).map(readReport);

export const readReport = ({ id, text }: StoredReport): QueuedReport => ({
  id,
  reference: JSON.parse(text),
});

function storedReports(db: Db, ids: readonly number[]): StoredReport[] {
  if (ids.length === 0) return [];
  const rows = statement(db, someReports).all(JSON.stringify(ids)) as StoredReport[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const someReports = `select report.id as id, report.reference as text
  from json_each(?) as wanted cross join report on report.id = wanted.value`;

export const byPerson = ({ reviewId, stage, personId }: Desk) =>
  and(eq(vote.reviewId, reviewId), eq(vote.stage, stage), eq(vote.personId, personId));

/** Passed title and abstract; and nobody has said that the full text cannot be had. */
export const hasPassedFirst = sql`exists (
  select 1 from ${standing} as earlier where earlier.report_id = report.id
  and earlier.stage = 'title_abstract' and earlier.state = 'passed')`;

export const latestRetrieval = sql<string>`coalesce((
  select retrieval.outcome from retrieval join ${report} as member on member.id = retrieval.report_id
  where member.root_id = report.id order by retrieval.id desc limit 1), 'none')`;
