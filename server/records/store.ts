/** Stores what was read from an import: each record with a report of its own, and at once what that duplicates. */
import { and, eq, sql } from 'drizzle-orm';
import { contentHash, keysOf } from '../../import/duplicates/keys.ts';
import type { Piece, ReferencePiece } from '../../import/reference.ts';
import { record, rejection, report, reportKey } from '../../schema/records.ts';
import type { Context } from '../platform/context.ts';
import { clusterChanged } from './cluster-events.ts';
import type { Candidate, Matcher } from './matching.ts';
import { derivedColumns, refreshReport } from './reports.ts';

/** A piece with its place among the pieces of its import, from 1. */
export type PlacedPiece = { piece: Piece; position: number };
type Place = { reviewId: number; importId: number };

/** @returns the ids of the new reports, in the order of the pieces. */
export function storePieces(
  tx: Context,
  place: Place,
  pieces: PlacedPiece[],
  matcher: Matcher,
): number[] {
  const made: number[] = [];
  const changedRoots = new Set<number>();
  for (const { piece, position } of pieces) {
    if (piece.kind === 'rejected') storeRejection(tx, place.importId, piece, position);
    if (piece.kind !== 'reference') continue;
    const stored = storeRecord(tx, place, piece, position);
    made.push(stored.reportId);
    for (const id of matcher.match(tx, stored).changedRoots) changedRoots.add(id);
  }
  for (const id of changedRoots) refreshReport(tx, id);
  clusterChanged(tx, changedRoots);
  return made;
}

function storeRejection(
  tx: Context,
  importId: number,
  piece: Extract<Piece, { kind: 'rejected' }>,
  position: number,
): void {
  const { lineFrom, lineTo, raw, problem } = piece;
  tx.db.insert(rejection).values({ importId, position, lineFrom, lineTo, raw, problem }).run();
}

function storeRecord(
  tx: Context,
  { reviewId, importId }: Place,
  piece: ReferencePiece,
  position: number,
): Candidate {
  const { reference, lineFrom, lineTo, raw, unmapped, notices } = piece;
  const hash = contentHash(reference);
  const repeatsInFile = isRepeat(tx, importId, hash, piece);
  // Nobody else writes inside this transaction, so the next id is known before the row is there.
  const reportId = nextReportId(tx);
  tx.db
    .insert(report)
    .values({
      id: reportId,
      reviewId,
      rootId: reportId,
      createdAt: tx.at,
      ...derivedColumns(reference),
    })
    .run();
  const lines = { position, lineFrom, lineTo, raw };
  const parsed = { reference, unmapped, notices, contentHash: hash, repeatsInFile };
  tx.db
    .insert(record)
    .values({ reviewId, importId, reportId, ...lines, ...parsed })
    .run();
  const keys = keysOf(reference);
  storeKeys(tx, reviewId, reportId, keys);
  return { reportId, reference, contentHash: hash, raw, keys };
}

export function storeKeys(tx: Context, reviewId: number, reportId: number, keys: string[]): void {
  if (keys.length === 0) return;
  const rows = keys.map((key) => ({ reviewId, reportId, key }));
  tx.db.insert(reportKey).values(rows).run();
}

function nextReportId(tx: Context): number {
  const last = tx.db
    .select({ id: sql<number | null>`max(${report.id})` })
    .from(report)
    .get();
  return (last?.id ?? 0) + 1;
}

/** The same file gave this very record before. Two that say nothing are one only if written alike. */
function isRepeat(tx: Context, importId: number, hash: string, piece: ReferencePiece): boolean {
  const same = and(eq(record.importId, importId), eq(record.contentHash, hash));
  const writtenAlike = piece.reference.title === '' ? eq(record.raw, piece.raw) : undefined;
  const found = tx.db
    .select({ id: record.id })
    .from(record)
    .where(and(same, writtenAlike))
    .limit(1);
  return found.get() !== undefined;
}
