/** A review out of its archive into an empty installation: all of it, checked, or nothing. */

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { audit } from '../../accounts/audit.ts';
import type { Connection } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { enqueueIndex } from '../../platform/jobs/jobs.ts';
import { pathOfFile, storeFile } from '../../records/files.ts';
import { enqueueKeys } from '../../records/key-rules.ts';
import { reindexReports } from '../../records/report-index.ts';
import { type CarriedTable, carriedTables, quoted } from './carried.ts';
import { type OpenArchive, openArchive } from './checked.ts';
import { csvRows, unmarked } from './csv-lines.ts';
import { emptyOut, requireEmpty, withoutTriggers } from './installation.ts';
import { makeRoom, type Person } from './people-room.ts';
import { personTable } from './write.ts';

export type Restored = { id: number; slug: string; rows: number };

/**
 * @param db a connection that nobody else uses meanwhile.
 * @param by who restores; null at the command line.
 * @throws ARCHIVE_..., INSTALLATION_NOT_EMPTY; then nothing has been changed.
 */
export async function restoreArchive(
  place: { db: Connection; dataDir: string },
  file: string,
  by: { personId: number | null; at: string },
): Promise<Restored> {
  requireEmpty(place.db);
  const archive = await openArchive(file);
  const added: string[] = [];
  try {
    await takeFiles(archive, place.dataDir, added);
    return await takeRows(archive, place.db, by);
  } catch (error) {
    for (const hash of added) await rm(pathOfFile(place.dataDir, hash), { force: true });
    throw error;
  } finally {
    archive.close();
  }
}

async function takeFiles(archive: OpenArchive, dataDir: string, added: string[]): Promise<void> {
  for (const { path } of archive.content.resources) {
    if (!path.startsWith('files/')) continue;
    const hash = path.slice('files/'.length);
    if (existsSync(pathOfFile(dataDir, hash))) continue;
    const stream = await archive.stream(path);
    added.push(hash);
    await storeFile(dataDir, stream as unknown as AsyncIterable<Uint8Array>);
  }
}

async function takeRows(
  archive: OpenArchive,
  db: Connection,
  by: { personId: number | null; at: string },
): Promise<Restored> {
  const sqlite = db.$client;
  sqlite.exec('begin immediate');
  try {
    requireEmpty(db);
    sqlite.pragma('defer_foreign_keys = ON');
    const restored = await withoutTriggers(db, async () => {
      emptyOut(db);
      const people = await readPeople(archive);
      const self = makeRoom(db, people, by.personId);
      const rows = await insertTables(archive, db);
      return { rows, self };
    });
    requireKept(db);
    const row = sqlite
      .prepare('select id, slug from review where id = ?')
      .get(archive.content.underlag.review) as { id: number; slug: string } | undefined;
    if (!row) throw new AppError('ARCHIVE_INCOMPLETE', { file: 'data/review.csv' }, 'file');
    const actor = restored.self === null ? null : { personId: restored.self };
    const context = { db, actor, at: by.at };
    // Of the installation, not of the review: a restored review is the same as it was.
    audit(context, {
      action: 'review.restored',
      entity: 'review',
      entityId: row.id,
      after: { slug: row.slug },
    });
    // Also where it is not published: what was found before must no longer be.
    enqueueIndex(context, row.id);
    // The archive may be older than the rules of this program, and no trigger has seen its rows.
    enqueueKeys(context, row.id);
    reindexReports(db, row.id);
    sqlite.exec('commit');
    return { id: row.id, slug: row.slug, rows: restored.rows };
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    throw error;
  }
}

type Fields = { name: string }[];

async function insertTables(archive: OpenArchive, db: Connection): Promise<number> {
  const tables = new Map(carriedTables().map((table) => [table.name, table]));
  let rows = 0;
  for (const { name, path, schema } of archive.content.resources) {
    if (!path.startsWith('data/') || name === 'person') continue;
    const table = tables.get(name);
    if (!table || !schema) throw new AppError('ARCHIVE_NEWER', { place: path }, 'file');
    rows += await insertRows(db, table, archive, path, schema.fields);
  }
  return rows;
}

async function insertRows(
  db: Connection,
  table: CarriedTable,
  archive: OpenArchive,
  path: string,
  fields: Fields,
): Promise<number> {
  const columns = fields.map(({ name }) => {
    const column = table.columns.find((each) => each.name === name);
    if (!column) throw new AppError('ARCHIVE_NEWER', { place: `${path}: ${name}` }, 'file');
    return column;
  });
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const insert = db.$client.prepare(
    `insert into ${quoted(table.name)} (${names}) values (${marks})`,
  );
  return eachRow(archive, path, fields, (cells) => {
    insert.run(
      cells.map((cell, at) => {
        const kind = columns[at]?.kind;
        if (cell === null || kind === 'text' || kind === 'json') return cell;
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

function bytesOf(cell: string): Buffer {
  const bytes = Buffer.from(cell, 'base64');
  // What is no Base64 is skipped by the decoder without a word.
  if (bytes.toString('base64') !== cell) throw new Error('not Base64');
  return bytes;
}

async function readPeople(archive: OpenArchive): Promise<Person[]> {
  const people: Person[] = [];
  const fields = personTable.columns.map(({ name }) => ({ name }));
  await eachRow(archive, 'data/person.csv', fields, ([id, name, locale]) => {
    if (!id || !/^\d+$/.test(id) || name == null || locale == null) throw new Error('no person');
    people.push({ id: Number(id), name, locale });
  });
  return people;
}

/** @throws ARCHIVE_ROW naming the row, the first under the heading being 1. */
async function eachRow(
  archive: OpenArchive,
  path: string,
  fields: Fields,
  take: (cells: (string | null)[]) => void,
): Promise<number> {
  let row = 0;
  try {
    for await (const cells of csvRows(decoded(await archive.stream(path)))) {
      if (cells.length !== fields.length) throw new Error(`${cells.length} cells`);
      if (row > 0) take(cells.map(unmarked));
      else if (cells.some((cell, at) => cell !== fields[at]?.name)) throw new Error('heading');
      row += 1;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const problem = (error as Error).message;
    throw new AppError('ARCHIVE_ROW', { file: path, row, problem }, 'file');
  }
  return Math.max(0, row - 1);
}

async function* decoded(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** Every row hangs on rows that are there. */
function requireKept(db: Connection): void {
  const [orphan] = db.$client.pragma('foreign_key_check') as {
    table: string;
    rowid: number;
    parent: string;
  }[];
  if (orphan)
    throw new AppError(
      'ARCHIVE_ROW',
      { file: `data/${orphan.table}.csv`, row: orphan.rowid, problem: `→ ${orphan.parent}` },
      'file',
    );
}
