/** An archive's rows in a database of their own, looked through before the installation is touched. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database as SqliteDatabase } from 'better-sqlite3';
import type { Connection } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { Database } from '../../sqlite.ts';
import { type CarriedTable, carriedTables, left, peopleColumns, quoted } from './carried.ts';
import type { OpenArchive, Told } from './checked.ts';
import { csvRows, unmarked } from './csv-lines.ts';
import { personTable } from './write.ts';

export type Person = { id: number; name: string; locale: string };
export type Staged = { file: string; people: Person[]; rows: number; end(): void };

/** @throws ARCHIVE_ROW, ARCHIVE_NEWER, ARCHIVE_INCOMPLETE */
export async function stageRows(
  archive: OpenArchive,
  like: Connection,
  told: Told = () => undefined,
): Promise<Staged> {
  const folder = mkdtempSync(join(tmpdir(), 'underlag-restore-'));
  const file = join(folder, 'staged.db');
  const end = () => rmSync(folder, { recursive: true, force: true });
  const sqlite = new Database(file);
  try {
    sqlite.pragma('journal_mode = OFF');
    sqlite.pragma('synchronous = OFF');
    sqlite.pragma('foreign_keys = OFF');
    copyTables(like.$client, sqlite);
    sqlite.exec('begin');
    const people = await readPeople(archive);
    const addPerson = sqlite.prepare('insert into person (id, email, name) values (?, ?, ?)');
    for (const { id, name } of people) addPerson.run(id, String(id), name);
    const rows = await insertTables(archive, sqlite, told);
    sqlite.exec('commit');
    requireKept(sqlite);
    requireOneReview(sqlite, archive.content.underlag.review);
    return { file, people, rows, end };
  } catch (error) {
    end();
    throw error;
  } finally {
    sqlite.close();
  }
}

/** The same tables with the same constraints; nothing that acts by itself. */
function copyTables(from: SqliteDatabase, to: SqliteDatabase): void {
  const made = from
    .prepare(
      `select sql from sqlite_master where sql is not null and (type = 'index' and sql like 'create unique%'
        or type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\')
      order by type desc`,
    )
    .pluck()
    .all() as string[];
  for (const sql of made) to.exec(sql);
}

/** A file of rows: its columns, and who is told how many of its bytes have been read. */
type Place = { path: string; fields: { name: string }[]; told?: (bytes: number) => void };

async function insertTables(
  archive: OpenArchive,
  sqlite: SqliteDatabase,
  told: Told,
): Promise<number> {
  const tables = new Map(carriedTables().map((table) => [table.name, table]));
  // An older program may have carried what is made again.
  const resources = archive.content.resources.filter(
    ({ path, name }) => path.startsWith('data/') && name !== 'person' && !(name in left),
  );
  const total = resources.reduce((sum, { bytes }) => sum + bytes, 0);
  let rows = 0;
  let before = 0;
  for (const { name, path, schema, bytes } of resources) {
    const table = tables.get(name);
    if (!table || !schema) throw new AppError('ARCHIVE_NEWER', { place: path }, 'file');
    const place = {
      path,
      fields: schema.fields,
      told: (done: number) => told(before + done, total),
    };
    rows += await insertRows(sqlite, table, archive, place);
    before += bytes;
  }
  return rows;
}

async function insertRows(
  sqlite: SqliteDatabase,
  table: CarriedTable,
  archive: OpenArchive,
  place: Place,
): Promise<number> {
  const { path, fields } = place;
  const columns = fields.map(({ name }) => {
    const column = table.columns.find((each) => each.name === name);
    if (!column) throw new AppError('ARCHIVE_NEWER', { place: `${path}: ${name}` }, 'file');
    return column;
  });
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const insert = sqlite.prepare(`insert into ${quoted(table.name)} (${names}) values (${marks})`);
  return eachRow(archive, place, (cells) => {
    insert.run(
      cells.map((cell, at) => {
        const kind = columns[at]?.kind;
        if (cell === null || kind === 'text') return cell;
        if (kind === 'json') return jsonOf(cell);
        if (kind === 'bytes') return bytesOf(cell);
        const number = Number(cell);
        if (cell.trim() === '' || Number.isNaN(number))
          throw new Error(`${columns[at]?.name}: ${cell}`);
        // The driver stores every number as REAL unless it is told that it is whole.
        return kind === 'number' ? number : BigInt(number);
      }),
    );
  });
}

function jsonOf(cell: string): string {
  JSON.parse(cell);
  return cell;
}

function bytesOf(cell: string): Buffer {
  const bytes = Buffer.from(cell, 'base64');
  // What is no Base64 is skipped by the decoder without a word.
  if (bytes.toString('base64') !== cell) throw new Error('not Base64');
  return bytes;
}

/** Who is named in the rows of an archive. @throws ARCHIVE_ROW */
export async function readPeople(archive: OpenArchive): Promise<Person[]> {
  const people: Person[] = [];
  const fields = personTable.columns.map(({ name }) => ({ name }));
  await eachRow(archive, { path: 'data/person.csv', fields }, ([id, name, locale]) => {
    if (!id || !/^\d+$/.test(id) || name == null || locale == null) throw new Error('no person');
    people.push({ id: Number(id), name, locale });
  });
  return people;
}

/** The titles of the review, by language. @throws ARCHIVE_ROW */
export async function readReview(archive: OpenArchive): Promise<{ slug: string; title: string }> {
  const path = 'data/review.csv';
  const fields = archive.content.resources.find((each) => each.path === path)?.schema?.fields;
  if (!fields) throw new AppError('ARCHIVE_INCOMPLETE', { file: path }, 'file');
  const found = { slug: '', title: '{}' };
  await eachRow(archive, { path, fields }, (cells) => {
    for (const name of ['slug', 'title'] as const)
      found[name] = cells[fields.findIndex((field) => field.name === name)] ?? found[name];
    JSON.parse(found.title);
  });
  return found;
}

/** @throws ARCHIVE_ROW naming the row, the first under the heading being 1. */
async function eachRow(
  archive: OpenArchive,
  { path, fields, told = () => undefined }: Place,
  take: (cells: (string | null)[]) => void,
): Promise<number> {
  let row = 0;
  try {
    for await (const cells of csvRows(decoded(await archive.stream(path), told))) {
      if (cells.length !== fields.length) throw new Error(`${cells.length} cells`);
      if (row > 0) take(cells.map(unmarked));
      else if (cells.some((cell, at) => cell !== fields[at]?.name)) throw new Error('heading');
      row += 1;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw badRow(path, row, (error as Error).message);
  }
  return Math.max(0, row - 1);
}

const badRow = (file: string, row: number, problem: string) =>
  new AppError('ARCHIVE_ROW', { file, row, problem }, 'file');

async function* decoded(
  stream: NodeJS.ReadableStream,
  told: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const chunk of stream) {
    yield decoder.decode(chunk as Buffer, { stream: true });
    bytes += (chunk as Buffer).length;
    told(bytes);
  }
  yield decoder.decode();
}

/** Every row hangs on rows that are there, and everybody who is named is among the people. */
function requireKept(sqlite: SqliteDatabase): void {
  const [orphan] = sqlite.pragma('foreign_key_check') as {
    table: string;
    rowid: number;
    parent: string;
  }[];
  if (orphan) throw badRow(`data/${orphan.table}.csv`, orphan.rowid, `→ ${orphan.parent}`);
  for (const table of carriedTables())
    for (const column of peopleColumns(table)) {
      const [row] = sqlite
        .prepare(
          `select rowid from ${quoted(table.name)} where ${quoted(column)} not in (select id from person) limit 1`,
        )
        .pluck()
        .all() as number[];
      if (row !== undefined) throw badRow(`data/${table.name}.csv`, row, `→ person (${column})`);
    }
}

/** Rows of another review would be let in unseen. */
function requireOneReview(sqlite: SqliteDatabase, id: number): void {
  const ids = sqlite.prepare('select id from review').pluck().all();
  if (!ids.includes(id))
    throw new AppError('ARCHIVE_INCOMPLETE', { file: 'data/review.csv' }, 'file');
  if (ids.length > 1) throw badRow('data/review.csv', 2, 'one review');
}
