/** What the publications of a stage are sorted by in its lists: searches, year, language. Read once, kept until they change. */
import { setImmediate } from 'node:timers/promises';
import { type Connection, statement } from '../../db.ts';
import { type Board, boardOf } from '../board/board.ts';
import type { Facts, Item, Place } from '../board/rows.ts';
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

const noSource = [codeOf(noValue)];
const nothing: Facts = [noSource, noSource, noSource];
const alone = new Map<string, readonly number[]>();

/** One value as a list, the same list for all who have it. */
function aloneOf(value: string): readonly number[] {
  const list = alone.get(value) ?? [codeOf(value)];
  alone.set(value, list);
  return list;
}

/** The board, with the facts of everything on it. */
export async function boardWithFacts(db: Connection, place: Place): Promise<Board> {
  let missing = withoutFacts(boardOf(db, place));
  while (missing.length > turnSize) {
    for (let from = 0; from < missing.length; from += turnSize) {
      // Somebody else who asks at the same time may have read them.
      const some = missing.slice(from, from + turnSize).filter((item) => item.facts === null);
      if (some.length === 0) continue;
      read(db, some);
      await setImmediate();
    }
    // What changed meanwhile is read again; it is a handful.
    missing = withoutFacts(boardOf(db, place));
  }
  const board = boardOf(db, place);
  read(db, withoutFacts(board));
  return board;
}

/** In the order searches, year, language. */
export const factsOf = (board: Board, id: number): Facts => board.items.get(id)?.facts ?? nothing;

function withoutFacts(board: Board): Item[] {
  const items: Item[] = [];
  for (const item of board.items.values()) if (item.facts === null) items.push(item);
  return items;
}

function read(db: Connection, items: readonly Item[]): void {
  if (items.length === 0) return;
  const ids = JSON.stringify(items.map(({ id }) => id));
  const sources = new Map<number, number[]>();
  for (const { id, source } of statement(db, sourcesSql).all(ids) as Found[])
    sources.set(id, [...(sources.get(id) ?? []), codeOf(source)]);
  const rows = statement(db, factsSql).all(ids) as { id: number; year: string; language: string }[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const item of items) {
    const { year = noValue, language = noValue } = byId.get(item.id) ?? {};
    const found = sources.get(item.id) ?? noSource;
    item.facts = [found, aloneOf(year), aloneOf(language)];
  }
}

type Found = { id: number; source: string };

const factsSql = `
  select id, coalesce(cast(year as text), 'none') as year,
    coalesce(json_extract(reference, '$.language'), 'none') as language
  from report where id in (select value from json_each(?))`;

/** The searches that found a publication, through any record of its cluster. */
const sourcesSql = `
  select distinct member.root_id as id, cast(import_batch.search_run_id as text) as source
  from report as member join record on record.report_id = member.id
  join import_batch on import_batch.id = record.import_id
  where member.root_id in (select value from json_each(?))
    and import_batch.search_run_id is not null and import_batch.undone_at is null`;

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
