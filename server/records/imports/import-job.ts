/**
 * Reads a stored file into records, in the background. A batch of pieces and the count of pieces stored commit
 * together: a process killed at any moment goes on after the last batch, and two at once store nothing twice.
 */
import { existsSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type OpenedFile, type OpenOptions, openFile } from '../../../import/files/open.ts';
import { importBatch } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import { type Db, statement } from '../../db.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import {
  attemptsMax,
  enqueue,
  type JobHandler,
  type JobTools,
  reportProgress,
} from '../../platform/jobs/jobs.ts';
import {
  firstBatch,
  nextSize,
  pauseBetween,
  withoutFlushing,
} from '../../platform/jobs/short-acts.ts';
import { indexReports } from '../reports/report-index.ts';
import { accountingOf } from './accounting.ts';
import { pathOfFile } from './files.ts';
import { type ImportRow, isBeingUndone } from './imports.ts';
import { type FileAccount, type Reading, readAside, readHere } from './reading.ts';
import type { ReadyPiece } from './ready.ts';
import { createStore, type Store } from './store.ts';
import { headOfTable, isTable, knownColumns, looksLikeTable } from './tables.ts';

export type ImportOptions = {
  /** Pieces a transaction; else as many as take `writeMs`. */
  batchSize?: number;
  /** Called after every batch that has been stored. */
  onBatch?: (piecesStored: number) => void;
  /** Whether a thread of its own reads; else when the file is large. */
  readsAside?: boolean;
};

const Payload = z.object({ importId: z.number(), asksColumns: z.boolean().default(false) });
/** A few enormous pieces are a batch too. */
const batchCharactersMax = 4 * 1024 * 1024;
/** Of a smaller file, reading takes less time than a thread takes to start. */
const asideFromBytes = 2 * 1024 * 1024;

export const importJob: JobHandler = (tools) => runImport(tools);

export async function runImport(tools: JobTools, options: ImportOptions = {}): Promise<void> {
  const { importId, asksColumns } = Payload.parse(tools.job.payload);
  const row = tools.db.select().from(importBatch).where(eq(importBatch.id, importId)).get();
  if (!row || !['queued', 'running'].includes(row.state) || isBeingUndone(row)) return;
  inTransaction(contextOf(tools, row), (tx) => change(tx.db, row.id, { state: 'running' }));
  try {
    const source = await openSource(tools, row, asksColumns);
    if (source.kind === 'problem') fail(tools, row, source.problem);
    else if (asksColumns && (await waitForColumns(tools, row, source))) return;
    else await withoutFlushing(tools.db, () => readInto(tools, row, source, options));
    await indexReports(tools);
  } catch (error) {
    // The queue tries again; the last time, the page must say how it ended.
    if (tools.job.attempts >= attemptsMax) fail(tools, row, { code: 'IMPORT_FAILED', params: {} });
    throw error;
  }
}

type Problem = NonNullable<ImportRow['problem']>;

/** The file as pieces, or why it is none. */
async function openSource(
  tools: JobTools,
  row: ImportRow,
  asksColumns: boolean,
): Promise<OpenedFile | { kind: 'problem'; problem: Problem }> {
  if (row.problem) return { kind: 'problem', problem: row.problem };
  const hash = row.fileHash ?? '';
  if (!hash || !existsSync(pathOfFile(tools.dataDir, hash)))
    return { kind: 'problem', problem: { code: 'FILE_MISSING', params: {} } };
  const path = pathOfFile(tools.dataDir, hash);
  const said = saidOf(row);
  let opened = await openFile(path, said);
  const isUnknown = opened.kind === 'problem' && opened.problem.code === 'FORMAT_UNKNOWN';
  if (isUnknown && asksColumns && (await looksLikeTable(path)))
    opened = await openFile(path, { ...said, format: 'csv' });
  // A ZIP is unpacked when it is uploaded: one inside another is not looked into.
  if (opened.kind === 'zip')
    return { kind: 'problem', problem: { code: 'ZIP_NESTED', params: { name: row.fileName } } };
  if (opened.kind === 'problem') return opened;
  // What was found out the first time holds for every time after: the pieces must come out the same.
  const { format, encoding } = opened;
  inTransaction(contextOf(tools, row), (tx) => change(tx.db, row.id, { format, encoding }));
  return opened;
}

/** What is known of a file without looking into it. */
const saidOf = ({ format, encoding, columns }: ImportRow): OpenOptions => ({
  ...(format && { format }),
  ...(encoding && { encoding }),
  ...(columns && { columns }),
});

/**
 * A table whose columns nobody has said anything about waits for that.
 * @returns whether it waits; then nothing has been read.
 */
async function waitForColumns(
  tools: JobTools,
  row: ImportRow,
  source: OpenedFile,
): Promise<boolean> {
  if (!isTable(source.format) || row.columns || row.piecesStored > 0) return false;
  const tableHead = await headOfTable(pathOfFile(tools.dataDir, row.fileHash ?? ''), source);
  const columns = knownColumns(tools.db, row.reviewId, tableHead);
  await source.close();
  const found = columns
    ? { tableHead, columns }
    : { tableHead, awaitsColumns: true, state: 'queued' as const };
  inTransaction(contextOf(tools, row), (tx) => {
    change(tx.db, row.id, found);
    // Read on its own turn, now that the columns are known.
    if (columns) enqueue(tx, 'import', { reviewId: row.reviewId, payload: { importId: row.id } });
  });
  return true;
}

async function readInto(
  tools: JobTools,
  row: ImportRow,
  source: OpenedFile,
  options: ImportOptions,
) {
  const store = createStore(tools.db, row.reviewId, true);
  let size = options.batchSize ?? firstBatch;
  let waiting: ReadyPiece[] = [];
  const storeNext = async (bytesRead: number) => {
    const batch = waiting.slice(0, size);
    waiting = waiting.slice(size);
    const started = performance.now();
    const stored = storeBatch(tools, row, batch, store, bytesRead);
    const took = performance.now() - started;
    if (!options.batchSize) size = nextSize(batch.length, took);
    options.onBatch?.(stored);
    await pauseBetween(tools.db);
    await store.settleKeys(contextOf(tools, row), 'much');
  };
  for await (const { pieces, bytesRead, account } of readingOf(tools, row, source, options)) {
    waiting.push(...pieces);
    const isMuch = charactersOf(waiting) >= batchCharactersMax;
    while (waiting.length >= (isMuch || account ? 1 : size)) await storeNext(bytesRead);
    if (!account) continue;
    await store.settleKeys(contextOf(tools, row));
    finish(tools, row, account);
  }
}

async function* readingOf(
  tools: JobTools,
  row: ImportRow,
  source: OpenedFile,
  options: ImportOptions,
): Reading {
  const { piecesStored, fileHash, fileBytes } = row;
  if (!(options.readsAside ?? fileBytes >= asideFromBytes))
    return yield* readHere(source, piecesStored);
  const { format, encoding } = source;
  await source.close();
  const said = { ...saidOf(row), format, ...(encoding && { encoding }) };
  yield* readAside(pathOfFile(tools.dataDir, fileHash ?? ''), said, piecesStored);
}

const charactersOf = (pieces: ReadyPiece[]) =>
  pieces.reduce((sum, piece) => sum + ('raw' in piece ? piece.raw.length : 0), 0);

/** @returns how many pieces are stored now. */
function storeBatch(
  tools: JobTools,
  row: ImportRow,
  batch: ReadyPiece[],
  store: Store,
  bytesRead: number,
): number {
  return inTransaction(contextOf(tools, row), (tx) => {
    // Another process may have stored some of these in the meantime.
    const stored = piecesStored(tx, row.id);
    const fresh = batch.filter(({ position }) => position > stored);
    store.add(tx, row.id, fresh);
    const last = fresh.at(-1)?.position ?? stored;
    statement(tx.db, 'update import_batch set pieces_stored = ? where id = ?').run(last, row.id);
    reportProgress(tx.db, tools.job.id, bytesRead, row.fileBytes);
    return last;
  });
}

function piecesStored(tx: Context, importId: number): number {
  const stored = statement(tx.db, 'select pieces_stored from import_batch where id = ?').pluck();
  return Number(stored.get(importId) ?? 0);
}

function finish(tools: JobTools, row: ImportRow, { declared, tags }: FileAccount): void {
  // Counted before: over many records that takes longer than anybody may have to wait.
  const account = accountingOf(tools.db, { ...row, declared });
  inTransaction(contextOf(tools, row), (tx) => {
    const done = { state: 'done', declared, unmappedTags: tags, finishedAt: tx.at } as const;
    change(tx.db, row.id, done);
    reportProgress(tx.db, tools.job.id, row.fileBytes, row.fileBytes);
    const { parsed, rejected, duplicates, linked } = account;
    audit(tx, {
      action: 'import.finished',
      entity: 'import_batch',
      entityId: row.id,
      reviewId: row.reviewId,
      after: { declared, parsed, rejected, duplicates, linked },
    });
  });
}

function fail(tools: JobTools, row: ImportRow, problem: Problem): void {
  inTransaction(contextOf(tools, row), (tx) => {
    const failed = { state: 'failed', problem, finishedAt: tx.at } as const;
    tx.db.update(importBatch).set(failed).where(eq(importBatch.id, row.id)).run();
    audit(tx, {
      action: 'import.failed',
      entity: 'import_batch',
      entityId: row.id,
      reviewId: row.reviewId,
      after: problem,
    });
  });
}

function change(db: Db, importId: number, values: Partial<ImportRow>): void {
  db.update(importBatch).set(values).where(eq(importBatch.id, importId)).run();
}

/** The work is done for the person who gave the file. */
function contextOf(tools: JobTools, row: ImportRow): Context {
  const actor = row.createdBy > 0 ? { personId: row.createdBy } : null;
  return { db: tools.db, actor, at: tools.now() };
}
