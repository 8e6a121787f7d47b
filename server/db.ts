/** Opens and migrates the database. Pragmas are set here and nowhere else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { RunResult, Database as SqliteDatabase, Statement } from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import * as schema from '../schema/index.ts';
import { ConfigError } from './config.ts';
import { migrationsFolder } from './paths.ts';
import { Database } from './sqlite.ts';

/** What services take: the database, or a transaction open on it. */
export type Db = BaseSQLiteDatabase<'sync', RunResult, typeof schema>;
export type Connection = ReturnType<typeof openDatabase>;

/**
 * The driver's own connection behind a database or a transaction on it, for statements that run once for each of many
 * thousand rows: there a query builder costs more than the query.
 */
export function driverOf(db: Db): SqliteDatabase {
  const { session } = db as unknown as { session: { client: SqliteDatabase } };
  return plain.get(session.client) ?? session.client;
}

/** The connection behind each one that keeps its statements. */
const plain = new WeakMap<SqliteDatabase, SqliteDatabase>();

/** @param source a file, `:memory:`, or the bytes of a serialized database. */
export function openDatabase(source: string | Buffer) {
  const sqlite = new Database(source);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL'); // an acknowledged vote survives power loss
  sqlite.pragma('busy_timeout = 5000');
  // Pages of the log. Whoever goes past them moves them into the file while others wait for its turn: a worker hardly ever.
  sqlite.pragma(`wal_autocheckpoint = ${isMainThread ? 6000 : 24_000}`);
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('cache_size = -64000'); // what is asked for all day stays in memory: 64 MB
  // What a statement with triggers may have to take back is kept in memory: a file for it costs more than the statement.
  if (isMainThread) sqlite.pragma('temp_store = MEMORY');
  return withKeptStatements(drizzle(sqlite, { schema }));
}

/** More different queries than the program has; lists of ids make some of them many. */
const statementsMax = 400;

/**
 * Compiling a query costs SQLite more than running most of ours does. Drizzle compiles each one every time; here what
 * was compiled is kept by its text. A statement is never in use twice at once: Drizzle's calls end before they return.
 */
function withKeptStatements<D extends { $client: SqliteDatabase }>(db: D): D {
  const sqlite = db.$client;
  const kept = new Map<string, Statement>();
  const client = Object.create(sqlite) as SqliteDatabase;
  client.prepare = ((text: string) => {
    const known = kept.get(text);
    // Drizzle asks for rows as lists where it wants them so, and as objects by saying nothing.
    if (known) return known.reader ? known.raw(false) : known;
    const statement = sqlite.prepare(text);
    const [oldest] = kept.keys();
    if (kept.size >= statementsMax && oldest !== undefined) kept.delete(oldest);
    kept.set(text, statement);
    return statement;
  }) as SqliteDatabase['prepare'];
  client.transaction = sqlite.transaction.bind(sqlite) as SqliteDatabase['transaction'];
  (db as unknown as { session: { client: SqliteDatabase } }).session.client = client;
  plain.set(client, sqlite);
  return db;
}

/**
 * Runs work as one transaction, all of it or nothing; inside another one as a part of it that can fail alone. Drizzle's
 * own way makes a query builder for every table each time, which costs more than most of what is written.
 */
export function transact<T>(db: Db, work: () => T): T {
  return driverOf(db).transaction(work).immediate();
}

const kept = new WeakMap<SqliteDatabase, Map<string, Statement>>();

/** A statement in SQL, compiled once for a database: for the few queries that every request or every vote runs. */
export function statement(db: Db, text: string): Statement {
  const driver = driverOf(db);
  const statements = kept.get(driver) ?? new Map<string, Statement>();
  kept.set(driver, statements);
  const known = statements.get(text);
  if (known) return known;
  const made = driver.prepare(text);
  statements.set(text, made);
  return made;
}

/**
 * A query of Drizzle's with placeholders, built once for a database: to put a query together costs more than SQLite
 * takes to answer most of those that every request asks.
 */
export function builtOnce<Q>(build: (db: Db) => Q): (db: Db) => Q {
  const built = new WeakMap<SqliteDatabase, Q>();
  return (db) => {
    const driver = driverOf(db);
    const known = built.get(driver);
    if (known) return known;
    const made = build(db);
    built.set(driver, made);
    return made;
  };
}

type Remembered = { written: string; value: unknown };
const memories = new WeakMap<SqliteDatabase, Map<string, Remembered>>();
/** Of more than this, all are read again. */
const valuesMax = 1000;

/**
 * What was read, kept until anybody writes anything at all, or, where the tables are named that it was read from, until
 * this connection writes to one of those or another connection writes anything: for what every request asks. What a
 * transaction may still take back is not kept. What is kept is shared, and not to be changed.
 */
export function untilWritten<T>(
  db: Db,
  name: string,
  read: () => T,
  tables?: readonly string[],
): T {
  const driver = driverOf(db);
  const isOpen = driver.inTransaction;
  // Looked at before the rows are: what is written in between is read again next time.
  const written = tables ? writtenTo(db, tables) : isOpen ? null : writtenBy(db);
  if (written === null) return read();
  const memory = memories.get(driver) ?? new Map<string, Remembered>();
  memories.set(driver, memory);
  const known = memory.get(name);
  if (known?.written === written) return known.value as T;
  const value = read();
  if (isOpen && !areAsCommitted(driver, tables)) return value;
  if (memory.size >= valuesMax) memory.clear();
  memory.set(name, { written, value });
  return value;
}

/** Anything, by this connection and by others. */
const writtenBy = (db: Db) =>
  `${one(db, 'select total_changes()')} ${one(db, 'pragma data_version')}`;

const one = (db: Db, text: string) => statement(db, text).pluck().get() as number;

type Writes = {
  /** How often each table that somebody asks for has been written to. */
  counts: Map<string, number>;
  /** The same when somebody last asked outside a transaction. */
  committed: Map<string, number>;
};
const writesOf = new WeakMap<SqliteDatabase, Writes>();

/** Null inside a transaction before which nobody has asked for one of the tables. */
function writtenTo(db: Db, tables: readonly string[]): string | null {
  const driver = driverOf(db);
  const { counts, committed } = writesOf.get(driver) ?? countWrites(driver);
  let written = `${one(db, 'pragma data_version')}`;
  for (const table of tables) {
    if (!counts.has(table) && driver.inTransaction) return null;
    const count = counts.get(table) ?? watch(driver, counts, table);
    if (!driver.inTransaction) committed.set(table, count);
    written += ` ${count}`;
  }
  return written;
}

const areAsCommitted = (driver: SqliteDatabase, tables: readonly string[] = []): boolean => {
  const writes = writesOf.get(driver);
  return tables.every((table) => writes?.counts.get(table) === writes?.committed.get(table));
};

function countWrites(driver: SqliteDatabase): Writes {
  const writes = { counts: new Map<string, number>(), committed: new Map<string, number>() };
  writesOf.set(driver, writes);
  driver.function('written_to', (table: string) => {
    writes.counts.set(table, (writes.counts.get(table) ?? 0) + 1);
    return null;
  });
  return writes;
}

/** Triggers of this connection's own, which the file knows nothing of. What a transaction takes back has been counted. */
function watch(driver: SqliteDatabase, counts: Map<string, number>, table: string): number {
  for (const act of ['insert', 'update', 'delete'])
    driver.exec(`create temp trigger "${table}_${act}_written" after ${act} on main."${table}"
      begin select written_to('${table}'); end`);
  counts.set(table, 0);
  return 0;
}

/** A list of ids as one value: `where id in ${idsIn('ids')}` is the same query for one and for many. */
export const idsIn = (name: string) => sql`(select value from json_each(${sql.placeholder(name)}))`;

/**
 * Runs pending migrations with foreign keys off. The migrator works inside a transaction, where SQLite ignores the
 * generated "PRAGMA foreign_keys=OFF": rebuilding a parent table with keys on would empty its children.
 *
 * @param backupFolder where a dated copy is written first, when there is something to lose and something to do.
 */
export function migrateDatabase(
  db: Connection,
  options: { folder?: string; backupFolder?: string; now?: Date } = {},
): void {
  const folder = options.folder ?? migrationsFolder;
  const known = journalOf(folder);
  const applied = appliedMigrations(db);
  if (applied.some((when) => !known.includes(when)))
    throw new ConfigError([
      'The database was written by a newer version of Underlag. Start that version, or restore a backup made before it.',
    ]);
  const sqlite = db.$client;
  const pending = known.length - applied.length;
  if (pending > 0 && applied.length > 0 && options.backupFolder) {
    const stamp = (options.now ?? new Date()).toISOString().replace(/[:.]/g, '-');
    sqlite.prepare('VACUUM INTO ?').run(join(options.backupFolder, `review-before-${stamp}.db`));
  }
  sqlite.pragma('foreign_keys = OFF');
  migrate(db, { migrationsFolder: folder });
  const orphans = sqlite.pragma('foreign_key_check') as unknown[];
  if (orphans.length > 0) throw new Error(`Migration left ${orphans.length} orphaned rows`);
  sqlite.pragma('foreign_keys = ON');
}

function journalOf(folder: string): number[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { when: number }[];
  };
  return journal.entries.map((entry) => entry.when);
}

function appliedMigrations(db: Connection): number[] {
  const sqlite = db.$client;
  const table = sqlite
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (!table) return [];
  const rows = sqlite.prepare('select created_at as at from __drizzle_migrations').all();
  return (rows as { at: number }[]).map((row) => Number(row.at));
}

/** The database of what is derived: full-text index and facets. Lost, it is built again from `review.db`. */
export type SearchDb = SqliteDatabase;

export function openSearchDatabase(source: string | Buffer): SearchDb {
  const sqlite = new Database(source);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma('busy_timeout = 5000');
  return sqlite;
}
