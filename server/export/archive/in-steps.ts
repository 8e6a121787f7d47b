/**
 * A review put in beside others in short acts, so that nobody who works here waits for all of it. Its ids are taken
 * first; until the last act it is archived, which hides it from everybody; what a restore that failed or was cut off has
 * left is taken out again.
 */
import type { Connection } from '../../db.ts';
import { withTurn } from '../../platform/jobs/turns.ts';
import { type CarriedTable, carriedTables, quoted } from './carried.ts';
import type { Told } from './checked.ts';
import { heldIn } from './ids.ts';
import { type Inserter, inserterOf } from './insert.ts';
import { withoutTriggers } from './installation.ts';
import { type PlannedIds, plannedIds } from './new-ids.ts';
import { addPeople, requireMatches } from './people-room.ts';
import type { Person } from './staged.ts';

/** What has been taken: the review's id, the ids of each table from the first to the last, accounts that were made. */
export type Begun = {
  review: number;
  rows: { table: string; from: number; to: number }[];
  people: number[];
};

export type Steps = {
  begun: Begun;
  /** Puts in everything but what shows the review. */
  fill(told: Told): void;
  /** Shows it: within the last act. */
  show(): void;
};

type By = { at: string; accounts: ReadonlyMap<number, number> };

/** A click does not notice an act that is this short. */
const actMs = 12;
const rowsMin = 50;
const rowsMax = 5000;

/** The first act. @param begun told within it. @throws PERSON_UNKNOWN, PERSON_TWICE */
export function beginSteps(
  db: Connection,
  staged: { people: readonly Person[]; review: number },
  by: By,
  begun: (what: Begun) => void,
): Steps {
  return unchecked(db, () => {
    requireMatches(db, staged.people, by.accounts);
    const people = addPeople(db, staged.people, by.accounts, by.at);
    const ids = plannedIds(db, people);
    const put = inserterOf(db, ids);
    const what = begunWith(ids, staged.review, by, people);
    withoutTriggers(db, () => takeLasts(put, what, ids), tablesOf(what));
    db.$client
      .prepare('update main.review set archived_at = ? where id = ?')
      .run(by.at, what.review);
    begun(what);
    return {
      begun: what,
      fill: (told) => fill(db, put, told),
      show: () => show(db, what.review),
    };
  });
}

function begunWith(ids: PlannedIds, review: number, by: By, people: Map<number, number>): Begun {
  const rows = carriedTables().flatMap(({ name }) => {
    const stretch = ids.stretchOf(name);
    if (!stretch) return [];
    return [{ table: name, from: stretch.from + stretch.by, to: stretch.to + stretch.by }];
  });
  const made = [...people].filter(([id]) => !by.accounts.has(id)).map(([, id]) => id);
  return { review: ids.id('review', review) ?? 0, rows, people: made };
}

const tablesOf = ({ rows }: Begun): string[] => rows.map(({ table }) => table);

/** Whoever adds a row meanwhile gets an id after the last one here: those between are this review's. */
function takeLasts(put: Inserter, { rows }: Begun, ids: PlannedIds): void {
  for (const { table, to } of rows) put(table, 'id = ?', [to - (ids.stretchOf(table)?.by ?? 0)]);
}

function fill(db: Connection, put: Inserter, told: Told): void {
  const tables = carriedTables().filter(({ name }) => name !== 'review');
  const counts = tables.map(({ name }) => stagedCount(db, name));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let before = 0;
  for (const [at, table] of tables.entries()) {
    fillTable(db, put, table, (rows) => told(before + rows, total));
    before += counts[at] ?? 0;
  }
}

const stagedCount = (db: Connection, table: string): number =>
  db.$client
    .prepare(`select count(*) from staged.${quoted(table)}`)
    .pluck()
    .get() as number;

function fillTable(
  db: Connection,
  put: Inserter,
  { name, columns }: CarriedTable,
  told: (rows: number) => void,
): void {
  const upTo = db.$client
    .prepare(
      `select max(row) from (select rowid as row from staged.${quoted(name)} where rowid > ? order by rowid limit ?)`,
    )
    .pluck();
  const last = columns.some((column) => column.name === 'id')
    ? (db.$client
        .prepare(`select max(id) from staged.${quoted(name)}`)
        .pluck()
        .get() as number)
    : null;
  let done = 0;
  for (let from = 0, size = 100; ; ) {
    const to = upTo.get(from, size) as number | null;
    if (to === null) return;
    let tookMs = 0;
    const some = () => {
      const started = performance.now();
      const rows = put(name, 'rowid > ? and rowid <= ? and rowid is not ?', [from, to, last]);
      tookMs = performance.now() - started;
      return rows;
    };
    done += unchecked(db, () => withoutTriggers(db, some, [name]));
    told(done);
    from = to;
    size = Math.max(rowsMin, Math.min(rowsMax, size * 2, Math.round((size * actMs) / tookMs)));
  }
}

function show(db: Connection, review: number): void {
  db.$client
    .prepare(
      'update main.review set archived_at = (select archived_at from staged.review) where id = ?',
    )
    .run(review);
}

const clearedAtOnce = 500;

/**
 * Takes out again what was put in. The rows that hold the ids are the last to go: until then nobody else's can stand
 * between them.
 *
 * @param cleared told within the last act.
 */
export function clearSteps(db: Connection, begun: Begun, cleared: () => void): void {
  const stretches = new Map(begun.rows.map((row) => [row.table, row]));
  for (const table of carriedTables()) {
    const [column, { from, to }] = knownBy(table, stretches);
    // What hangs on the last rows too; of the rows themselves the last stays.
    const last = column === 'id' ? to - 1 : to;
    clearTable(db, table.name, `${quoted(column)} between @from and @last`, { from, last });
  }
  const lasts = begun.rows.map(({ table, to }) => [table, to] as const);
  const made = begun.people.map((id) => ['person', id] as const);
  unchecked(db, () => {
    const remove = () => {
      for (const [table, id] of [...lasts, ...made])
        db.$client.prepare(`delete from main.${quoted(table)} where id = ?`).run(id);
    };
    withoutTriggers(db, remove, [...tablesOf(begun), 'person']);
    cleared();
  });
}

/** The column by which rows are told from others': their own ids, else those of what they hang on. */
export function knownBy(
  table: CarriedTable,
  stretches: ReadonlyMap<string, { from: number; to: number }>,
): [column: string, ids: { from: number; to: number }] {
  for (const name of ['id', 'review_id', ...table.primaryKey]) {
    const column = table.columns.find((each) => each.name === name);
    const held = column && heldIn(table, column);
    const ids = held?.kind === 'id' ? stretches.get(held.of) : undefined;
    if (ids) return [name, ids];
  }
  return ['rowid', { from: 0, to: -1 }];
}

function clearTable(
  db: Connection,
  table: string,
  which: string,
  values: Record<string, number>,
): void {
  const name = `main.${quoted(table)}`;
  const sql = `delete from ${name}
    where rowid in (select rowid from ${name} where ${which} limit ${clearedAtOnce})`;
  const act = () => withoutTriggers(db, () => db.$client.prepare(sql).run(values).changes, [table]);
  while (unchecked(db, act) > 0);
}

/** One act in which rows may come before what they hang on: all of it has been checked where it was staged. */
export function unchecked<T>(db: Connection, act: () => T): T {
  const sqlite = db.$client;
  sqlite.pragma('foreign_keys = OFF');
  try {
    return withTurn(() => sqlite.transaction(act).immediate());
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
