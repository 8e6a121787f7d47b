/** Staged rows into the installation's tables: as they were, or with every id in them moved. */
import { randomUUID } from 'node:crypto';
import type { Connection } from '../../db.ts';
import { type CarriedColumn, type CarriedTable, carriedTables, quoted } from './carried.ts';
import type { Value } from './csv-lines.ts';
import { heldIn } from './ids.ts';
import { movedInside, toldBy } from './moved.ts';
import type { PlannedIds } from './new-ids.ts';

export function insertAsTheyWere(db: Connection): void {
  for (const table of carriedTables())
    db.$client.exec(`${insertion(table, ({ name }) => quoted(name))} order by rowid`);
}

/** Values that no two reviews of an installation may share, from what they are otherwise. */
const alone: Record<string, (value: string, db: Connection) => string> = {
  'review.slug': (_, db) => freeSlug(db),
  // Whoever sends an answer twice means the review it was sent to.
  'vote.client_key': (value) =>
    `case when ${value} in (select client_key from main.vote) then null else ${value} end`,
};
export const valuesOfInstallation = Object.keys(alone);

/** Puts in those staged rows of a table that a condition names, with every id in them moved. @returns how many. */
export type Inserter = (table: string, which: string, values: (number | null)[]) => number;

export function inserterOf(db: Connection, ids: PlannedIds): Inserter {
  const functions = moving(db, ids);
  const tables = new Map(carriedTables().map((table) => [table.name, table]));
  const insertions = new Map<string, string>();
  return (name, which, values) => {
    const table = tables.get(name);
    if (!table) throw new Error(`${name} is not carried`);
    const text =
      insertions.get(name) ??
      insertion(table, (column) => {
        const value = moved(table, column, ids, functions);
        return alone[`${name}.${column.name}`]?.(value, db) ?? value;
      });
    insertions.set(name, text);
    return db.$client.prepare(`${text} where ${which} order by rowid`).run(...values).changes;
  };
}

export function insertMoved(db: Connection, ids: PlannedIds): void {
  const put = inserterOf(db, ids);
  for (const { name } of carriedTables()) put(name, '1', []);
}

function insertion(table: CarriedTable, expression: (column: CarriedColumn) => string): string {
  const names = table.columns.map(({ name }) => quoted(name)).join(', ');
  const values = table.columns.map(expression).join(', ');
  const name = quoted(table.name);
  return `insert into main.${name} (${names}) select ${values} from staged.${name}`;
}

/** @throws when nobody has said what a column holds (`ids.ts`): a test sees to it that somebody has. */
function moved(
  table: CarriedTable,
  column: CarriedColumn,
  ids: PlannedIds,
  functions: Functions,
): string {
  const held = heldIn(table, column);
  const name = quoted(column.name);
  const place = `${table.name}.${column.name}`;
  if (!held) throw new Error(`${place}: nobody says whether it holds ids`);
  if (held.kind === 'none') return name;
  if (held.kind === 'shift') return `${name} + ${ids.stretchOf(held.of)?.by ?? 0}`;
  if (held.kind === 'inside')
    return `${functions.inside}('${place}', ${name}, ${quoted(toldBy[place] ?? column.name)})`;
  if (held.kind === 'until') return `${functions.until}('${held.of}', ${name})`;
  if (held.of === 'person') return `${functions.person}(${name})`;
  return `${name} + ${ids.stretchOf(held.of)?.by ?? 0}`;
}

type Functions = { inside: string; until: string; person: string };

/** Functions of this connection, under names of their own: what they know holds for one act. */
function moving(db: Connection, ids: PlannedIds): Functions {
  const mark = randomUUID().replaceAll('-', '');
  const names = { inside: `inside_${mark}`, until: `until_${mark}`, person: `person_${mark}` };
  const sqlite = db.$client;
  const whole = (value: Value) => (typeof value === 'number' ? BigInt(value) : value);
  sqlite.function(names.inside, (place, value, about) =>
    whole(movedInside(String(place), value as Value, ids, String(about))),
  );
  sqlite.function(names.until, (table, value) =>
    value === null ? null : BigInt(ids.until(String(table), Number(value))),
  );
  sqlite.function(names.person, (value) => {
    const id = value === null ? null : ids.id('person', Number(value));
    return id === null ? null : BigInt(id);
  });
  return names;
}

/** The review's own address, or with a number when another has it. */
function freeSlug(db: Connection): string {
  const read = (sql: string) => db.$client.prepare(sql).pluck().all() as string[];
  const [own = ''] = read('select slug from staged.review');
  const taken = new Set(read('select slug from main.review'));
  let slug = own;
  for (let number = 2; taken.has(slug); number += 1) slug = `${own}-${number}`;
  return `'${slug.replaceAll("'", "''")}'`;
}
