/** The database's own promises, and its way from one version to the next. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import * as schema from '../schema/index.ts';
import { loadDemonstration } from '../seeds/load.ts';
import { type Connection, migrateDatabase, openDatabase } from '../server/db.ts';
import { migrationsFolder } from '../server/paths.ts';
import { freshFolder } from './data-folder.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { now } from './helpers.ts';

/** The migrations as the version had them that ended with a given one. */
function migrationsUpTo(count: number): string {
  const folder = freshFolder();
  cpSync(migrationsFolder, folder, { recursive: true });
  const journalFile = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: unknown[] };
  writeFileSync(
    journalFile,
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
  );
  return folder;
}

const latest = readdirSync(migrationsFolder).filter((file) => file.endsWith('.sql')).length;

function tablesOf(db: Connection): string[] {
  const rows = db.$client
    .prepare(
      "select name from sqlite_master where type = 'table' and name not glob '*__*' order by name",
    )
    .all() as { name: string }[];
  return rows.map((row) => row.name).filter((name) => !name.startsWith('sqlite_'));
}

function columnsOf(db: Connection, table: string): string[] {
  const columns = db.$client.pragma(`table_info("${table}")`) as { name: string }[];
  return columns.map((column) => column.name);
}

type Tables = Map<string, string[]>;

/** Every row, as text, of the tables and columns named. */
function contents(db: Connection, tables: Tables): Map<string, string> {
  return new Map(
    [...tables].map(([name, columns]) => {
      const list = columns.map((column) => `"${column}"`).join(', ');
      const rows = db.$client.prepare(`select ${list} from "${name}" order by 1, 2`).all();
      return [name, JSON.stringify(rows)];
    }),
  );
}

/** Made by migrations and triggers from the other tables. */
const derived = new Set(['flow_path', 'flow_log', 'report_to_index', 'report_key', 'table_change']);

let newest: Promise<Connection> | undefined;
afterAll(async () => void (await newest)?.$client.close());

async function fullDatabase(): Promise<Connection> {
  const db = openDatabase(':memory:');
  migrateDatabase(db);
  await loadDemonstration(db, now);
  return db;
}

/** Work as an earlier version would have stored it: today's programs write what its tables cannot hold. */
function fillFrom(full: Connection, earlier: Connection): Tables {
  const tables: Tables = new Map();
  const triggers = earlier.$client
    .prepare("select name, sql from sqlite_master where type = 'trigger'")
    .all() as { name: string; sql: string }[];
  // What triggers write down is among the rows that are copied.
  for (const { name } of triggers) earlier.$client.exec(`drop trigger "${name}"`);
  earlier.$client.pragma('foreign_keys = OFF');
  for (const name of tablesOf(earlier).filter((table) => !derived.has(table))) {
    const known = new Set(columnsOf(full, name));
    const columns = columnsOf(earlier, name).filter((column) => known.has(column));
    tables.set(name, columns);
    const list = columns.map((column) => `"${column}"`).join(', ');
    const values = columns.map(() => '?').join(', ');
    const insert = earlier.$client.prepare(`insert into "${name}" (${list}) values (${values})`);
    const rows = full.$client.prepare(`select ${list} from "${name}"`).raw().all() as unknown[][];
    for (const row of rows) insert.run(...row);
  }
  earlier.$client.pragma('foreign_keys = ON');
  for (const { sql } of triggers) earlier.$client.exec(sql);
  return tables;
}

test.each(Array.from({ length: latest - 1 }, (_, at) => at + 1))(
  'a database of version %i, full of work, comes to the newest without losing a row',
  async (version) => {
    const db = openDatabase(':memory:');
    onTestFinished(() => void db.$client.close());
    migrateDatabase(db, { folder: migrationsUpTo(version) });
    newest ??= fullDatabase();
    const tables = fillFrom(await newest, db);
    const before = contents(db, tables);
    const rows = db.$client.prepare('select count(*) as n from audit_entry').get() as { n: number };
    expect(rows.n).toBeGreaterThan(500);
    migrateDatabase(db);
    const after = contents(db, tables);
    for (const [table, text] of before)
      expect([table, after.get(table) === text]).toEqual([table, true]);
    expect(db.$client.pragma('foreign_key_check')).toEqual([]);
    expect(db.$client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  },
);

test('before a database with something in it is changed, a dated copy is written', async () => {
  const backupFolder = freshFolder();
  const db = openDatabase(join(freshFolder(), 'review.db'));
  onTestFinished(() => void db.$client.close());
  migrateDatabase(db, { folder: migrationsUpTo(latest - 1), backupFolder, now });
  expect(readdirSync(backupFolder)).toEqual([]);
  migrateDatabase(db, { backupFolder, now });
  expect(readdirSync(backupFolder)).toEqual(['review-before-2026-11-22T12-00-00-000Z.db']);
  migrateDatabase(db, { backupFolder, now });
  expect(readdirSync(backupFolder)).toHaveLength(1);
});

/** It hangs methods of its own on every list and text, where what other tests run would stumble over them. */
async function drizzleKit() {
  const kinds = [Array.prototype, String.prototype];
  const own = kinds.map((kind) => new Set(Object.keys(kind)));
  const loaded = await import('drizzle-kit/api');
  for (const [at, kind] of kinds.entries())
    for (const name of Object.keys(kind))
      if (!own[at]?.has(name)) Reflect.deleteProperty(kind, name);
  return loaded;
}

test('a migrated database is the one that the tables describe', async () => {
  const { generateSQLiteDrizzleJson, generateSQLiteMigration } = await drizzleKit();
  const snapshots = readdirSync(join(migrationsFolder, 'meta')).filter((f) =>
    f.includes('snapshot'),
  );
  const last = snapshots.sort().at(-1) ?? '';
  const stored = JSON.parse(readFileSync(join(migrationsFolder, 'meta', last), 'utf8'));
  const described = await generateSQLiteDrizzleJson(schema);
  expect(await generateSQLiteMigration(stored, described)).toEqual([]);
});

test('the database itself refuses to overwrite or delete what people did', async () => {
  const db = await demonstrationDatabase();
  db.$client.exec(
    "insert into vote (review_id, report_id, stage, person_id, answer, at) values (1, 1, 'title_abstract', 1, 'include', 'now')",
  );
  for (const table of ['vote', 'adjudication', 'audit_entry', 'record', 'protocol_version']) {
    const change = db.$client.prepare(`update "${table}" set id = id + 100000`);
    expect(() => change.run()).toThrow(`${table} is append-only`);
    const deletion = db.$client.prepare(`delete from "${table}"`);
    expect(() => deletion.run()).toThrow(`${table} is never deleted`);
  }
});
