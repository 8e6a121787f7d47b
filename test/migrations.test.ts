/** The database's own promises, and its way from one version to the next. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadDemonstration } from '../seeds/load.ts';
import { type Connection, migrateDatabase, openDatabase } from '../server/db.ts';
import { migrationsFolder } from '../server/paths.ts';
import { freshDatabase, now } from './helpers.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'underlag-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The migrations as the version had them that ended with a given one. */
function migrationsUpTo(count: number): string {
  const folder = temporaryFolder();
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

/** Every row of every table, as text. */
function contents(db: Connection): Map<string, string> {
  return new Map(
    tablesOf(db).map((name) => [
      name,
      JSON.stringify(db.$client.prepare(`select * from "${name}" order by 1, 2`).all()),
    ]),
  );
}

test.each(Array.from({ length: latest - 1 }, (_, at) => at + 1))(
  'a database of version %i, full of work, comes to the newest without losing a row',
  async (version) => {
    const db = openDatabase(':memory:');
    onTestFinished(() => void db.$client.close());
    migrateDatabase(db, { folder: migrationsUpTo(version) });
    await loadDemonstration(db, now);
    const before = contents(db);
    const rows = db.$client.prepare('select count(*) as n from audit_entry').get() as { n: number };
    expect(rows.n).toBeGreaterThan(500);
    migrateDatabase(db);
    const after = contents(db);
    for (const [table, text] of before)
      expect([table, after.get(table) === text]).toEqual([table, true]);
    expect(db.$client.pragma('foreign_key_check')).toEqual([]);
    expect(db.$client.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  },
);

test('before a database with something in it is changed, a dated copy is written', async () => {
  const backupFolder = temporaryFolder();
  const db = openDatabase(join(temporaryFolder(), 'review.db'));
  onTestFinished(() => void db.$client.close());
  migrateDatabase(db, { folder: migrationsUpTo(latest - 1), backupFolder, now });
  expect(readdirSync(backupFolder)).toEqual([]);
  migrateDatabase(db, { backupFolder, now });
  expect(readdirSync(backupFolder)).toEqual(['review-before-2026-11-22T12-00-00-000Z.db']);
  migrateDatabase(db, { backupFolder, now });
  expect(readdirSync(backupFolder)).toHaveLength(1);
});

test('a migrated database is the one that the tables describe', async () => {
  const [{ generateSQLiteDrizzleJson, generateSQLiteMigration }, schema] = await Promise.all([
    import('drizzle-kit/api'),
    import('../schema/index.ts'),
  ]);
  const snapshots = readdirSync(join(migrationsFolder, 'meta')).filter((f) =>
    f.includes('snapshot'),
  );
  const last = snapshots.sort().at(-1) ?? '';
  const stored = JSON.parse(readFileSync(join(migrationsFolder, 'meta', last), 'utf8'));
  const described = await generateSQLiteDrizzleJson(schema as never);
  expect(await generateSQLiteMigration(stored, described)).toEqual([]);
});

test('the database itself refuses to overwrite or delete what people did', async () => {
  const db = freshDatabase();
  await loadDemonstration(db, now);
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
