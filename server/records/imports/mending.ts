/** Puts a rejected stretch of a file right: its text, as a person has mended it, is read again into the same import. */
import { and, eq, isNull } from 'drizzle-orm';
import { readTableHead } from '../../../import/files/table-head.ts';
import { detectFormat, formatById } from '../../../import/formats/formats.ts';
import type { Problem, ReferencePiece } from '../../../import/reference.ts';
import { importBatch, mending, rejection } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { extrasAsTags } from './extras.ts';
import { findImport, type ImportRow } from './imports.ts';
import { tagCounts } from './reading.ts';
import { makeReady } from './ready.ts';
import { createStore } from './store.ts';
import { isTable } from './tables.ts';

export type PlaceOfPiece = { reviewId: number; importId: number; rejectionId: number };

/** A stretch that waits to be put right, with its import. @throws NOT_FOUND, PIECE_MENDED */
export function findRejection(db: Db, { reviewId, importId, rejectionId }: PlaceOfPiece) {
  const row = findImport(db, reviewId, importId);
  const own = and(eq(rejection.id, rejectionId), eq(rejection.importId, importId));
  const found = row && db.select().from(rejection).where(own).get();
  if (!found) throw notFound();
  const mended = db.select().from(mending).where(eq(mending.rejectionId, rejectionId)).get();
  if (mended) throw new AppError('PIECE_MENDED');
  return { row, rejected: found };
}

/** The records in a mended text, or why there are none. */
export async function readMended(
  row: ImportRow,
  text: string,
): Promise<{ pieces: ReferencePiece[] } | { problem: Problem }> {
  const pieces: ReferencePiece[] = [];
  let problem: Problem = { code: 'NOT_A_REFERENCE', params: {} };
  for await (const piece of readerFor(row, text)) {
    if (piece.kind === 'reference') pieces.push(piece);
    if (piece.kind === 'rejected') return { problem: piece.problem };
  }
  if (pieces.length === 0) return { problem };
  const untitled = pieces.find(({ reference }) => isEmpty(reference));
  if (untitled) {
    problem = { code: 'NOT_A_REFERENCE', params: {} };
    return { problem };
  }
  return { pieces };
}

const isEmpty = ({ title, authors }: ReferencePiece['reference']) =>
  title === '' && authors.length === 0;

/** What looks like another format is read as that; a row of a table is given its headings back. */
function readerFor(row: ImportRow, text: string) {
  async function* chunks(content: string) {
    yield content;
  }
  const own = row.format ? formatById(row.format) : undefined;
  const looksLike = detectFormat(text);
  if (!row.format || !isTable(row.format)) return (looksLike ?? own ?? plain()).read(chunks(text));
  if (looksLike && looksLike.id !== 'csv') return looksLike.read(chunks(text));
  const table = formatById('csv') ?? plain();
  const columns = row.tableHead?.columns ?? [];
  const hasHeadings = readTableHead(Buffer.from(text), 'utf-8').columns.join() === columns.join();
  const delimiter = mostFrequent(text);
  const headings = columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(delimiter);
  const whole = columns.length === 0 || hasHeadings ? text : `${headings}\n${text}`;
  return table.read(chunks(whole), row.columns ? { columns: row.columns } : {});
}

function plain() {
  const found = formatById('ris');
  if (!found) throw new Error('RIS is always there');
  return found;
}

function mostFrequent(text: string): string {
  const counts = [',', ';', '\t'].map((mark) => ({ mark, n: text.split(mark).length }));
  return counts.reduce((a, b) => (b.n > a.n ? b : a)).mark;
}

/**
 * Stores what a mended text says; the stretch stays as it came, beside who mended it. What is stored of a stretch is
 * accounted for as read, no longer as rejected.
 * @param pieces none when a person says that the stretch is no record at all.
 * @throws IMPORT_NOT_DONE, PIECE_MENDED
 */
export function mendPiece(
  context: PersonalContext,
  place: PlaceOfPiece,
  mended: { raw: string; pieces: ReferencePiece[] },
): void {
  inTransaction(context, (tx) => {
    const { row, rejected } = findRejection(tx.db, place);
    const { pieces, raw } = mended;
    if (row.state !== 'done') throw new AppError('IMPORT_NOT_DONE');
    const { lineFrom, lineTo } = rejected;
    const [first, ...others] = pieces;
    const { position } = rejected;
    if (first) {
      const ready = makeReady({ piece: { ...first, lineFrom, lineTo }, position });
      createStore(tx.db, place.reviewId).add(tx, row.id, [ready]);
    }
    storeFurther(tx, row, { lineFrom, lineTo, pieces: others, also: first });
    tx.db
      .update(importBatch)
      // The reader took the stretch for one record.
      .set({ declared: (row.declared ?? 0) + pieces.length - 1 })
      .where(eq(importBatch.id, row.id))
      .run();
    const by = { personId: tx.actor.personId, at: tx.at };
    tx.db
      .insert(mending)
      .values({ rejectionId: rejected.id, raw, records: pieces.length, ...by })
      .run();
    audit(tx, {
      action: pieces.length > 0 ? 'rejection.mended' : 'rejection.set_aside',
      entity: 'rejection',
      entityId: rejected.id,
      reviewId: place.reviewId,
      before: { raw: rejected.raw, problem: rejected.problem },
      after: { raw, records: pieces.length },
    });
  });
}

/** Stores records that a stretch of a file holds beyond the first, behind all that its import has. */
export function storeFurther(
  context: PersonalContext,
  row: ImportRow,
  stretch: {
    lineFrom: number;
    lineTo: number;
    pieces: readonly ReferencePiece[];
    /** The first, when its tags are not in the account of the import yet. */
    also?: ReferencePiece | undefined;
  },
): void {
  const { lineFrom, lineTo, pieces, also } = stretch;
  const ready = pieces.map((piece, index) =>
    makeReady({
      piece: { ...piece, lineFrom, lineTo },
      position: row.piecesStored + index + 1,
    }),
  );
  if (ready.length > 0) createStore(context.db, row.reviewId).add(context, row.id, ready);
  context.db
    .update(importBatch)
    .set({
      piecesStored: row.piecesStored + pieces.length,
      unmappedTags: withTags(row, also ? [also, ...pieces] : pieces),
    })
    .where(eq(importBatch.id, row.id))
    .run();
}

/** The account of the tags that no field holds, with those of the mended text. */
function withTags({ unmappedTags }: ImportRow, pieces: readonly ReferencePiece[]) {
  const counts = new Map(unmappedTags.map(({ tag, count }) => [tag, count]));
  for (const { unmapped, extras } of pieces)
    for (const { tag } of [...unmapped, ...extrasAsTags(extras)])
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return tagCounts(counts);
}

/** Rejected and not put right since. */
export const isStillRejected = isNull(mending.id);
