/** A whole review as one ZIP, row by row: the same review gives the same bytes wherever it lies. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Connection } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { pathOfFile } from '../../records/imports/files.ts';
import { everyReport } from '../../records/reports/report-query.ts';
import { referencesOf, writerOf } from '../references/references.ts';
import { entryOptions } from '../zip.ts';
import {
  type CarriedTable,
  carriedTables,
  fileColumns,
  peopleColumns,
  peopleInJson,
  quoted,
} from './carried.ts';
import { csvLine, type Value } from './csv-lines.ts';
import {
  archiveFormat,
  checksumsFile,
  fileResource,
  packageFile,
  readme,
  tableResource,
  type Written,
} from './package.ts';

/** A zip's own times say nothing: what has a date says so in its rows. */
const options = entryOptions('1980-01-01T00:00:00Z');
type Review = { id: number; slug: string; title: object };
/** How many steps are done, and how many there are. */
type Told = (done: number, total: number) => void;
type Step = (steps: number) => void;

/** People as an archive knows them. */
export const personTable: Omit<CarriedTable, 'where'> = {
  name: 'person',
  columns: [
    { name: 'id', kind: 'integer' },
    { name: 'name', kind: 'text' },
    { name: 'locale', kind: 'text' },
  ],
  primaryKey: ['id'],
  foreignKeys: [],
};

/**
 * @param db a connection that nobody else uses until the stream has ended.
 * @throws ARCHIVE_FILE_LOST before anything is written.
 */
export function archiveStream(
  db: Connection,
  dataDir: string,
  review: Review,
  told: Told = () => undefined,
): Readable {
  const tables = carriedTables().filter((table) => hasRows(db, table, review.id));
  const files = filesOf(db, tables, review.id);
  for (const hash of files)
    if (!existsSync(pathOfFile(dataDir, hash)))
      throw new AppError('ARCHIVE_FILE_LOST', { file: hash });
  const total = stepsOf(db, { dataDir, tables, files, reviewId: review.id });
  let done = 0;
  const step = (steps: number) => {
    done += steps;
    told(Math.floor(done), total);
  };
  step(0);
  const zip = new yazl.ZipFile();
  const written: Written[] = [];
  const names = new Set([...tables.map(({ name }) => name), 'person']);
  const resources: object[] = [];
  const add = (
    path: string,
    chunks: () => Iterable<string> | AsyncIterable<Buffer>,
    describe?: (own: Written) => object,
  ) => {
    zip.addReadStreamLazy(path, options, (done) => {
      const own: Written = { path, bytes: 0, hash: '' };
      written.push(own);
      const stream = Readable.from(counted(chunks, own), { objectMode: false });
      stream.once('end', () => describe && resources.push(describe(own)));
      done(null, stream);
    });
  };
  for (const table of tables)
    add(
      `data/${table.name}.csv`,
      () => tableLines(db, table, review.id, step),
      (own) => tableResource(table, own, names),
    );
  add(
    'data/person.csv',
    () => personLines(db, tables, review.id),
    (own) => tableResource(personTable, own, names),
  );
  for (const hash of files)
    add(
      `files/${hash}`,
      () => fileChunks(pathOfFile(dataDir, hash), step),
      (own) => fileResource(own, `file-${hash}`, 'A file of the review, as it came'),
    );
  add(
    'references.json',
    () => publications(db, review.id, { step }),
    (own) => fileResource(own, 'references', 'The publications as CSL-JSON'),
  );
  add(
    'README.md',
    () => [readme],
    (own) => fileResource(own, 'readme', 'What lies where'),
  );
  add(packageFile, () => [dataPackage(db, review, resources)]);
  add(checksumsFile, () => [checksums(written)]);
  zip.end();
  const whole = Readable.from(zip.outputStream, { objectMode: false });
  // What fails on the way ends this archive, which then has no end, and nothing else.
  zip.on('error', (error) => whole.destroy(error as Error));
  return whole;
}

/** Rows, publications once more as references, and files by their size. */
function stepsOf(
  db: Connection,
  of: { dataDir: string; tables: CarriedTable[]; files: string[]; reviewId: number },
): number {
  const review = of.reviewId;
  const rows = of.tables.map(({ name, where }) => {
    const sql = `select count(*) from ${quoted(name)} where ${where}`;
    return db.$client.prepare(sql).pluck().get({ review }) as number;
  });
  const bytes = of.files.map((hash) => statSync(pathOfFile(of.dataDir, hash)).size);
  const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);
  return sum(rows) + publicationIds(db, review).length + Math.ceil(sum(bytes) / bytesInStep);
}

/** What is written while a row is. */
const bytesInStep = 1000;

async function* fileChunks(path: string, step: Step): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path)) {
    yield chunk as Buffer;
    step((chunk as Buffer).length / bytesInStep);
  }
}

function hasRows(db: Connection, { name, where }: CarriedTable, review: number): boolean {
  const sql = `select 1 from ${quoted(name)} where ${where} limit 1`;
  return db.$client.prepare(sql).get({ review }) !== undefined;
}

async function* counted(chunks: () => Iterable<string> | AsyncIterable<Buffer>, own: Written) {
  const hash = createHash('sha256');
  for await (const chunk of chunks()) {
    const bytes = Buffer.from(chunk);
    hash.update(bytes);
    own.bytes += bytes.length;
    yield bytes;
  }
  own.hash = hash.digest('hex');
}

/** The log says to which address an invitation went; an archive may lie open. */
function expressionFor(table: string, column: string): string {
  const isLogged = table === 'audit_entry' && (column === 'before' || column === 'after');
  if (!isLogged) return quoted(column);
  return `case when json_type(${quoted(column)}, '$.email') is null then ${quoted(column)} else json_remove(${quoted(column)}, '$.email') end`;
}

/** Rows are joined to pieces that are worth handing on. */
const rowsInPiece = 200;

function* tableLines(
  db: Connection,
  table: CarriedTable,
  review: number,
  step: Step,
): Generator<string> {
  const columns = table.columns.map(({ name }) => expressionFor(table.name, name)).join(', ');
  const order = (table.primaryKey.length > 0 ? table.primaryKey : ['rowid']).map(quoted).join(', ');
  const sql = `select ${columns} from ${quoted(table.name)} where ${table.where} order by ${order}`;
  const rows = db.$client.prepare(sql).raw().iterate({ review }) as Iterable<Value[]>;
  yield csvLine(table.columns.map(({ name }) => name));
  yield* inPieces(rows, step);
}

function* inPieces(rows: Iterable<Value[]>, step: Step = () => undefined): Generator<string> {
  let piece: string[] = [];
  for (const row of rows) {
    piece.push(csvLine(row));
    if (piece.length < rowsInPiece) continue;
    step(piece.length);
    yield piece.join('');
    piece = [];
  }
  step(piece.length);
  if (piece.length > 0) yield piece.join('');
}

function* personLines(db: Connection, tables: CarriedTable[], review: number): Generator<string> {
  const ids = new Set<number>();
  const all = <T>(sql: string) => db.$client.prepare(sql).raw().all({ review }) as T[][];
  for (const table of tables) {
    const from = `from ${quoted(table.name)} where ${table.where}`;
    for (const column of peopleColumns(table))
      for (const [id] of all<number>(`select distinct ${quoted(column)} ${from}`))
        if (id) ids.add(id);
    for (const { column } of peopleInJson.filter((each) => each.table === table.name))
      for (const [id] of all<number>(
        `select distinct leaf.value from (select ${quoted(column)} as held ${from}) join json_tree(held) as leaf where leaf.type = 'integer'`,
      ))
        if (id) ids.add(id);
  }
  const { columns } = personTable;
  const sql = `select ${columns.map(({ name }) => name).join(', ')} from person order by id`;
  const people = db.$client.prepare(sql).raw().all() as Value[][];
  yield csvLine(columns.map(({ name }) => name));
  yield* inPieces(people.filter(([id]) => ids.has(Number(id))));
}

function filesOf(db: Connection, tables: CarriedTable[], review: number): string[] {
  const hashes = tables.flatMap((table) =>
    fileColumns(table).flatMap((column) => {
      const sql = `select distinct ${quoted(column)} from ${quoted(table.name)} where ${table.where}`;
      return (db.$client.prepare(sql).raw().all({ review }) as Value[][]).flat();
    }),
  );
  return [...new Set(hashes.filter((hash): hash is string => typeof hash === 'string'))].sort();
}

/** As one list, but read and written in pieces: whoever else is served by this thread does not wait for all of it. */
export function* publications(
  db: Connection,
  reviewId: number,
  { atOnce = rowsInPiece, step = () => undefined }: { atOnce?: number; step?: Step } = {},
): Generator<string> {
  const all = publicationIds(db, reviewId);
  const [open, close] = ['[\n', '\n]\n'];
  const taken = new Map<string, number>();
  const { write } = writerOf('csl-json');
  for (let from = 0; from < all.length; from += atOnce) {
    const ids = all.slice(from, from + atOnce);
    step(ids.length);
    const list = write(referencesOf(db, reviewId, { ...everyReport, ids }, { taken }));
    yield `${from === 0 ? open : ',\n'}${list.slice(open.length, -close.length)}`;
  }
  yield all.length === 0 ? write([]) : close;
}

const publicationIds = (db: Connection, reviewId: number): number[] =>
  db.$client
    .prepare(
      'select id from report where review_id = ? and id = root_id and withdrawn_at is null order by id',
    )
    .pluck()
    .all(reviewId) as number[];

function dataPackage(db: Connection, review: Review, resources: object[]): string {
  const last = db.$client
    .prepare('select max(at) as at from audit_entry where review_id = ?')
    .get(review.id) as { at: string | null };
  const content = {
    profile: 'data-package',
    name: review.slug,
    title: Object.values(review.title)[0] ?? review.slug,
    // The day of the last change: an archive of the same review is the same whenever it is made.
    ...(last.at ? { created: last.at } : {}),
    underlag: { format: archiveFormat, review: review.id },
    resources,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const checksums = (written: Written[]): string =>
  written
    .filter(({ path }) => path !== checksumsFile)
    .map(({ path, hash }) => `${hash}  ${path}\n`)
    .join('');
