/**
 * Reads a stored file into records, in the background. A batch of pieces and the count of pieces stored commit
 * together: a process killed at any moment goes on after the last batch, and two at once store nothing twice.
 */
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { decode } from '../../import/decode.ts';
import type { Format } from '../../import/formats/format.ts';
import { detectFormat, formatById } from '../../import/formats/formats.ts';
import { binaryKind } from '../../import/formats/lines.ts';
import { importBatch } from '../../schema/records.ts';
import { audit } from '../accounts/audit.ts';
import { type Context, inTransaction } from '../platform/context.ts';
import {
  attemptsMax,
  type JobHandler,
  type JobTools,
  reportProgress,
} from '../platform/jobs/jobs.ts';
import { accountingOf } from './accounting.ts';
import { pathOfFile, readStoredFile } from './files.ts';
import type { ImportRow } from './imports.ts';
import { createStore, type PlacedPiece, type Store } from './store.ts';

export type ImportOptions = {
  /** Pieces a transaction: few enough that no click waits long behind one. */
  batchSize?: number;
  /** Called after every batch that has been stored. */
  onBatch?: (piecesStored: number) => void;
};

const Payload = z.object({ importId: z.number() });
/** Whoever wants to write between two batches gets a turn: a reviewer's click must not wait for a whole import. */
const pauseMs = 5;
// So much text tells the format.
const headCharacters = 64 * 1024;

export const importJob: JobHandler = (tools) => runImport(tools);

export async function runImport(tools: JobTools, options: ImportOptions = {}): Promise<void> {
  const { importId } = Payload.parse(tools.job.payload);
  const row = tools.db.select().from(importBatch).where(eq(importBatch.id, importId)).get();
  if (!row || !['queued', 'running'].includes(row.state)) return;
  change(tools, row.id, { state: 'running' });
  try {
    const source = await openSource(tools, row);
    if ('problem' in source) fail(tools, row, source.problem);
    else await readInto(tools, row, source, options);
  } catch (error) {
    // The queue tries again; the last time, the page must say how it ended.
    if (tools.job.attempts >= attemptsMax) fail(tools, row, { code: 'IMPORT_FAILED', params: {} });
    throw error;
  }
}

type Problem = NonNullable<ImportRow['problem']>;
type Source = { format: Format; text: AsyncIterable<string>; bytesRead: () => number };

/** The file as text in a known format, or why it is not. */
async function openSource(tools: JobTools, row: ImportRow): Promise<Source | { problem: Problem }> {
  const { dataDir } = tools;
  const hash = row.fileHash ?? '';
  if (!hash || !existsSync(pathOfFile(dataDir, hash)))
    return { problem: { code: 'FILE_MISSING', params: {} } };
  let bytes = 0;
  const counted = countBytes(readStoredFile(dataDir, hash), (length) => {
    bytes += length;
  });
  const { encoding, text } = await decode(counted, row.encoding ? { encoding: row.encoding } : {});
  const { head, all, close } = await peek(text);
  const kind = binaryKind(head);
  const format = row.format === null ? detectFormat(head) : formatById(row.format);
  const problem = kind
    ? { code: 'BINARY_FILE', params: { kind } }
    : head.trim() === ''
      ? { code: 'EMPTY_FILE', params: {} }
      : { code: 'FORMAT_UNKNOWN', params: {} };
  if (kind || head.trim() === '' || !format) {
    await close();
    return { problem };
  }
  // What was found out the first time holds for every time after: the pieces must come out the same.
  change(tools, row.id, { format: format.id, encoding });
  return { format, text: all, bytesRead: () => bytes };
}

async function* countBytes(chunks: AsyncIterable<Uint8Array>, count: (length: number) => void) {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

/** The beginning, and everything including the beginning. */
async function peek(text: AsyncIterable<string>) {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  let isAtEnd = false;
  while (head.length < headCharacters && !isAtEnd) {
    const next = await iterator.next();
    if (next.done) isAtEnd = true;
    else head += next.value;
  }
  async function* whole() {
    try {
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  // Whoever does not read on closes the file.
  const close = () => iterator.return?.();
  return { head: head.replace(/^\ufeff/, ''), all: whole(), close };
}

async function readInto(tools: JobTools, row: ImportRow, source: Source, options: ImportOptions) {
  const { batchSize = 50, onBatch } = options;
  const store = createStore(tools.db, row.reviewId);
  let batch: PlacedPiece[] = [];
  let position = 0;
  let declared = 0;
  const flush = async () => {
    const stored = storeBatch(tools, row, batch, store, source.bytesRead());
    batch = [];
    onBatch?.(stored);
    await setTimeout(pauseMs);
  };
  for await (const piece of source.format.read(source.text)) {
    position += 1;
    if (piece.kind !== 'aside') declared += 1;
    if (position <= row.piecesStored) continue;
    batch.push({ piece, position });
    if (batch.length >= batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  finish(tools, row, declared);
}

/** @returns how many pieces are stored now. */
function storeBatch(
  tools: JobTools,
  row: ImportRow,
  batch: PlacedPiece[],
  store: Store,
  bytesRead: number,
): number {
  return inTransaction(contextOf(tools, row), (tx) => {
    // Another process may have stored some of these in the meantime.
    const stored = piecesStored(tx, row.id);
    const fresh = batch.filter(({ position }) => position > stored);
    store.add(tx, row.id, fresh);
    const last = fresh.at(-1)?.position ?? stored;
    tx.db.update(importBatch).set({ piecesStored: last }).where(eq(importBatch.id, row.id)).run();
    reportProgress(tx.db, tools.job.id, bytesRead, row.fileBytes);
    return last;
  });
}

function piecesStored(tx: Context, importId: number): number {
  const found = tx.db
    .select({ n: importBatch.piecesStored })
    .from(importBatch)
    .where(eq(importBatch.id, importId))
    .get();
  return found?.n ?? 0;
}

function finish(tools: JobTools, row: ImportRow, declared: number): void {
  inTransaction(contextOf(tools, row), (tx) => {
    const done = { state: 'done', declared, finishedAt: tx.at } as const;
    const saved = tx.db
      .update(importBatch)
      .set(done)
      .where(eq(importBatch.id, row.id))
      .returning()
      .get();
    reportProgress(tx.db, tools.job.id, row.fileBytes, row.fileBytes);
    const { parsed, rejected, duplicates, linked } = accountingOf(tx.db, saved);
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

function change(tools: JobTools, importId: number, values: Partial<ImportRow>): void {
  tools.db.update(importBatch).set(values).where(eq(importBatch.id, importId)).run();
}

/** The work is done for the person who gave the file. */
function contextOf(tools: JobTools, row: ImportRow): Context {
  const actor = row.createdBy > 0 ? { personId: row.createdBy } : null;
  return { db: tools.db, actor, at: tools.now() };
}
