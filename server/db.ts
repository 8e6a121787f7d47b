/** Opens and migrates the database. Pragmas are set here and nowhere else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult, Database as SqliteDatabase } from 'better-sqlite3';
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

/** @param source a file, `:memory:`, or the bytes of a serialized database. */
export function openDatabase(source: string | Buffer) {
  const sqlite = new Database(source);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL'); // an acknowledged vote survives power loss
  sqlite.pragma('busy_timeout = 5000');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('foreign_keys = ON');
  return drizzle(sqlite, { schema });
}

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
