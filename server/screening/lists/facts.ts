/** What the publications of a stage are sorted by in its lists: searches, year, language. Read once, kept until they change. */
import { setImmediate } from 'node:timers/promises';
import { type Connection, statement } from '../../db.ts';
import { type Board, boardOf } from '../board/board.ts';
import { carryOver, changesAfter, placeOf } from '../board/columns.ts';
import type { Place } from '../board/rows.ts';
import { noValue } from './query.ts';

/** So many are read before anybody else gets a turn. */
const turnSize = 1000;

// Values are small numbers: what is counted a hundred thousand times is counted in arrays.
const known = new Map<string, number>();
const values: string[] = [];

/** The number of a value, the same as long as the program runs. */
export function codeOf(value: string): number {
  const code = known.get(value);
  if (code !== undefined) return code;
  known.set(value, values.length);
  values.push(value);
  return values.length - 1;
}

export const textOf = (code: number): string => values[code] ?? noValue;
export const codesInUse = (): number => values.length;

/** One code for each publication, in the order of the ids; several searches that found one are a list. */
export type Facts = {
  ids: readonly number[];
  isRead: Uint8Array;
  sources: Int32Array;
  years: Int32Array;
  languages: Int32Array;
  lists: (readonly number[])[];
  seen: number;
};

const kept = new WeakMap<Board, Facts>();

/** The facts of everything on a board as it is now: what is not known yet is read first, in turns. */
export async function factsOf(db: Connection, place: Place): Promise<Facts> {
  for (;;) {
    const facts = upToDate(boardOf(db, place));
    const missing = unread(facts);
    if (missing.length <= turnSize) {
      read(db, facts, missing);
      return facts;
    }
    for (let from = 0; from < missing.length; from += turnSize) {
      // Somebody else who asks at the same time may have read them.
      const some = missing.slice(from, from + turnSize).filter((at) => facts.isRead[at] === 0);
      if (some.length === 0) continue;
      read(db, facts, some);
      await setImmediate();
    }
    // What changed meanwhile is read again; it is a handful.
  }
}

/** The same at once: others went on since it was read in turns. */
export function factsNow(db: Connection, board: Board): Facts {
  const facts = upToDate(board);
  read(db, facts, unread(facts));
  return facts;
}

function upToDate(board: Board): Facts {
  const before = kept.get(board);
  const { ids: changed, seen } = changesAfter(board, before?.seen ?? -1);
  if (before?.ids === board.ids && changed) {
    for (const id of changed) {
      const at = placeOf(board.ids, id);
      if (at >= 0) before.isRead[at] = 0;
    }
    before.seen = seen;
    return before;
  }
  const { ids } = board;
  const made = {
    ids,
    isRead: new Uint8Array(ids.length),
    sources: new Int32Array(ids.length),
    years: new Int32Array(ids.length),
    languages: new Int32Array(ids.length),
    lists: before?.lists ?? [],
    seen,
  };
  if (before && changed) {
    for (const name of ['sources', 'years', 'languages'] as const)
      carryOver(before.ids, before[name], ids, made[name]);
    carryOver(before.ids, before.isRead, ids, made.isRead);
    for (const id of changed) {
      const at = placeOf(ids, id);
      if (at >= 0) made.isRead[at] = 0;
    }
  }
  kept.set(board, made);
  return made;
}

function unread({ isRead }: Facts): number[] {
  const missing: number[] = [];
  for (let at = isRead.indexOf(0); at >= 0; at = isRead.indexOf(0, at + 1)) missing.push(at);
  return missing;
}

/** The searches of a publication: one code, or below zero the place of a list of them. */
export function eachSource({ sources, lists }: Facts, at: number): readonly number[] | number {
  const code = sources[at] ?? 0;
  return code >= 0 ? code : (lists[-code - 1] ?? []);
}

function read(db: Connection, facts: Facts, places: readonly number[]): void {
  if (places.length === 0) return;
  const ids = JSON.stringify(places.map((at) => facts.ids[at]));
  const sources = new Map<number, number[]>();
  for (const { id, source } of statement(db, sourcesSql).all(ids) as Found[])
    sources.set(id, [...(sources.get(id) ?? []), codeOf(source)]);
  const rows = statement(db, factsSql).raw().all(ids) as [number, number | null, string | null][];
  for (const [wanted, year, language] of rows) {
    const at = places[wanted] ?? 0;
    const [first = codeOf(noValue), ...more] = sources.get(facts.ids[at] ?? 0) ?? [];
    facts.sources[at] = more.length === 0 ? first : -listPlace(facts, [first, ...more]);
    facts.years[at] = codeOf(String(year ?? noValue));
    facts.languages[at] = codeOf(language ?? noValue);
    facts.isRead[at] = 1;
  }
}

/** Few combinations of searches are many publications': each list is kept once. From 1. */
function listPlace({ lists }: Facts, codes: number[]): number {
  const name = codes.join();
  const at = lists.findIndex((list) => list.join() === name);
  return at >= 0 ? at + 1 : lists.push(codes);
}

type Found = { id: number; source: string };

const factsSql = `
  select wanted.key, report.year, json_extract(report.reference, '$.language')
  from json_each(?) as wanted left join report on report.id = wanted.value`;

/** The searches that found a publication, through any record of its cluster. */
const sourcesSql = `
  select distinct member.root_id as id, cast(import_batch.search_run_id as text) as source
  from json_each(?) as wanted cross join report as member on member.root_id = wanted.value
  cross join record on record.report_id = member.id
  cross join import_batch on import_batch.id = record.import_id
  where import_batch.search_run_id is not null and import_batch.undone_at is null
  order by import_batch.search_run_id`;

/** The labels of each publication that carries any. */
export function labelledIn(db: Connection, reviewId: number): Map<number, number[]> {
  const rows = statement(db, labelsSql).all(reviewId) as { id: number; label: string }[];
  const labels = new Map<number, number[]>();
  for (const { id, label } of rows) labels.set(id, [...(labels.get(id) ?? []), codeOf(label)]);
  return labels;
}

const labelsSql = `
  select distinct report.root_id as id, cast(report_label.label_id as text) as label
  from label join report_label on report_label.label_id = label.id
  join report on report.id = report_label.report_id
  where label.review_id = ? and label.retired_at is null and report_label.removed_at is null`;

/** What the searches of a review are called. */
export function sourceNames(db: Connection, reviewId: number): Map<string, string> {
  const rows = statement(
    db,
    'select cast(id as text) as id, source from search_run where review_id = ?',
  ).all(reviewId) as { id: string; source: string }[];
  return new Map(rows.map((row) => [row.id, row.source]));
}
