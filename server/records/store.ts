/** Stores what was read from an import: each record with a report of its own, and at once what that duplicates. */
import { type Facts, factsOf } from '../../import/duplicates/facts.ts';
import { contentHash, contentKey, numericKeys } from '../../import/duplicates/keys.ts';
import type { Piece, ReferencePiece } from '../../import/reference.ts';
import { type Db, driverOf } from '../db.ts';
import type { Context } from '../platform/context.ts';
import { clusterChanged } from './cluster-events.ts';
import { rootIdOf } from './clusters.ts';
import { extrasAsTags } from './extras.ts';
import { createMatcher } from './matching.ts';
import { createKeyIndex } from './report-keys.ts';
import { derivedColumns, refreshReport } from './reports.ts';

/** A piece with its place among the pieces of its import, from 1. */
export type PlacedPiece<P extends Piece = Piece> = { piece: P; position: number };

/** With everything that can be worked out before the database is asked: a transaction must be short. */
export type ReadyPiece = PlacedPiece<Exclude<Piece, ReferencePiece>> | ReadyRecord;
type ReadyRecord = PlacedPiece<ReferencePiece> & {
  hash: string;
  facts: Facts;
  keys: number[];
  reference: string;
  unmapped: string;
  notices: string;
};

export type Store = {
  /** @returns the ids of the new reports, in the order of the pieces. */
  add(tx: Context, importId: number, pieces: ReadyPiece[]): number[];
  /** Between two batches of a long run, and once at its end: see `KeyIndex`. */
  settleKeys(context: Context, when?: 'much' | 'end'): Promise<void>;
};

export function makeReady({ piece, position }: PlacedPiece): ReadyPiece {
  if (piece.kind !== 'reference') return { piece, position };
  const facts = factsOf(piece.reference);
  const hash = contentHash(piece.reference);
  return {
    piece,
    position,
    facts,
    hash,
    keys: [contentKey(hash), ...numericKeys(facts)],
    reference: JSON.stringify(piece.reference),
    unmapped: JSON.stringify([...piece.unmapped, ...extrasAsTags(piece.extras)]),
    notices: JSON.stringify(piece.notices),
  };
}

/**
 * One for a run over pieces of one review: statements that every record needs are prepared once.
 * @param isLong the run goes on for many batches, and ends with `settleKeys`.
 */
export function createStore(db: Db, reviewId: number, isLong = false): Store {
  const keyIndex = createKeyIndex(db, reviewId);
  const matcher = createMatcher(db, reviewId, keyIndex);
  const insert = insertsOf(db, reviewId);

  const storeRecord = (tx: Context, importId: number, reportId: number, ready: ReadyRecord) => {
    const { piece, hash, facts, keys } = ready;
    const { reference, raw } = piece;
    const found = { reportId, reference, contentHash: hash, raw, keys, facts };
    const same = matcher.sameAs(found);
    const repeats = same.some((row) => row.importId === importId);
    insert.report(reportId, tx.at, ready);
    insert.record({ importId, reportId }, ready, repeats);
    const { changedRoots } = matcher.match(tx, { ...found, same });
    keyIndex.note(reportId, keys);
    return changedRoots;
  };

  return {
    add(tx, importId, pieces) {
      const made: number[] = [];
      const changedRoots = new Set<number>();
      keyIndex.prepare(pieces.flatMap((ready) => ('hash' in ready ? ready.keys : [])));
      // Nobody else writes inside this transaction, so the next id is known before the row is there.
      let reportId = insert.lastReportId();
      for (const ready of pieces) {
        if (ready.piece.kind === 'rejected')
          insert.rejection(importId, ready.position, ready.piece);
        if (!('hash' in ready)) continue;
        reportId += 1;
        made.push(reportId);
        for (const id of storeRecord(tx, importId, reportId, ready)) changedRoots.add(id);
      }
      if (isLong) keyIndex.writeDown();
      else keyIndex.storeInPlace();
      const fresh = new Set(made);
      // A new report that at once became part of another shows what it was stored with.
      for (const id of changedRoots)
        if (!fresh.has(id) || rootIdOf(tx.db, id) === id) refreshReport(tx, id);
      clusterChanged(tx, changedRoots);
      return made;
    },
    settleKeys: keyIndex.settle,
  };
}

/** The rows that a piece needs; a statement built anew for each would cost more than it does. */
function insertsOf(db: Db, reviewId: number) {
  const driver = driverOf(db);
  const report = driver.prepare(
    `insert into report (review_id, id, root_id, created_at, reference, title, year, first_author)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const record = driver.prepare(
    `insert into record (review_id, import_id, report_id, position, line_from, line_to, raw,
       reference, unmapped, notices, content_hash, repeats_in_file)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const rejection = driver.prepare(
    `insert into rejection (import_id, position, line_from, line_to, raw, problem)
     values (?, ?, ?, ?, ?, ?)`,
  );
  const last = driver.prepare('select max(id) from report').pluck();
  return {
    lastReportId: () => Number(last.get() ?? 0),
    report(id: number, at: string, { piece, reference }: ReadyRecord) {
      const { title, year, firstAuthor } = derivedColumns(piece.reference);
      report.run(reviewId, id, id, at, reference, title, year, firstAuthor);
    },
    record(
      { importId, reportId }: { importId: number; reportId: number },
      { piece, position, reference, unmapped, notices, hash }: ReadyRecord,
      repeats: boolean,
    ) {
      const { lineFrom, lineTo, raw } = piece;
      const where = [reviewId, importId, reportId, position, lineFrom, lineTo];
      record.run(...where, raw, reference, unmapped, notices, hash, repeats ? 1 : 0);
    },
    rejection(importId: number, position: number, piece: Extract<Piece, { kind: 'rejected' }>) {
      const { lineFrom, lineTo, raw, problem } = piece;
      rejection.run(importId, position, lineFrom, lineTo, raw, JSON.stringify(problem));
    },
  };
}
