/** Stores what was read from an import: each record with a report of its own, and at once what that duplicates. */
import { type Facts, factsOf } from '../../import/duplicates/facts.ts';
import { contentHash, keysOfFacts } from '../../import/duplicates/keys.ts';
import type { Piece, ReferencePiece } from '../../import/reference.ts';
import { type Db, driverOf } from '../db.ts';
import type { Context } from '../platform/context.ts';
import { clusterChanged } from './cluster-events.ts';
import { rootIdOf } from './clusters.ts';
import { extrasAsTags } from './extras.ts';
import { blockSizeMax, createMatcher } from './matching.ts';
import { derivedColumns, refreshReport } from './reports.ts';

/** A piece with its place among the pieces of its import, from 1. */
export type PlacedPiece<P extends Piece = Piece> = { piece: P; position: number };

/** With everything that can be worked out before the database is asked: a transaction must be short. */
export type ReadyPiece = PlacedPiece<Exclude<Piece, ReferencePiece>> | ReadyRecord;
type ReadyRecord = PlacedPiece<ReferencePiece> & {
  hash: string;
  facts: Facts;
  keys: string[];
  reference: string;
  unmapped: string;
  notices: string;
};

export type Store = {
  /** @returns the ids of the new reports, in the order of the pieces. */
  add(tx: Context, importId: number, pieces: ReadyPiece[]): number[];
};

export function makeReady({ piece, position }: PlacedPiece): ReadyPiece {
  if (piece.kind !== 'reference') return { piece, position };
  const facts = factsOf(piece.reference);
  return {
    piece,
    position,
    facts,
    keys: keysOfFacts(facts),
    hash: contentHash(piece.reference),
    reference: JSON.stringify(piece.reference),
    unmapped: JSON.stringify([...piece.unmapped, ...extrasAsTags(piece.extras)]),
    notices: JSON.stringify(piece.notices),
  };
}

/** One for a run over many pieces of one review: statements that every record needs are prepared once. */
export function createStore(db: Db, reviewId: number): Store {
  const matcher = createMatcher(db, reviewId);
  const storeKeys = keysWriter(db, reviewId);
  const insert = insertsOf(db, reviewId);
  const findEarlier = earlierLookup(db, reviewId);
  const findSharing = sharingLookup(db, reviewId);

  const storeRecord = (
    tx: Context,
    place: { importId: number; reportId: number },
    ready: ReadyRecord,
    earlier: Earlier,
  ) => {
    const { piece, hash, facts, keys } = ready;
    const { reference, raw } = piece;
    const { reportId } = place;
    // Two that say nothing are one only if written alike.
    const same = (earlier.get(hash) ?? []).filter(
      (row) => reference.title !== '' || row.raw === raw,
    );
    const repeats = same.some((row) => row.importId === place.importId);
    insert.report(reportId, tx.at, ready);
    insert.record(place, ready, repeats);
    const standing = same.filter((row) => !row.isWithdrawn).map((row) => row.reportId);
    const twin = standing.length > 0 ? Math.min(...standing) : null;
    noteEarlier(earlier, { hash, reportId, importId: place.importId, isWithdrawn: 0, raw });
    return { reportId, reference, contentHash: hash, raw, keys, facts, twin };
  };

  return {
    add(tx, importId, pieces) {
      const made: number[] = [];
      const newKeys: [reportId: number, key: string][] = [];
      const changedRoots = new Set<number>();
      const earlier = findEarlier(pieces);
      const sharing = findSharing(pieces);
      // Nobody else writes inside this transaction, so the next id is known before the row is there.
      let reportId = insert.lastReportId();
      for (const ready of pieces) {
        if (ready.piece.kind === 'rejected')
          insert.rejection(importId, ready.position, ready.piece);
        if (!('hash' in ready)) continue;
        reportId += 1;
        made.push(reportId);
        const stored = storeRecord(tx, { importId, reportId }, ready, earlier);
        const withKey = { ...stored, sharing: sharing.of(stored.keys) };
        for (const id of matcher.match(tx, withKey).changedRoots) changedRoots.add(id);
        sharing.note(reportId, stored.keys);
        for (const key of stored.keys) newKeys.push([reportId, key]);
      }
      // Within the batch they are looked up in memory.
      storeKeys(newKeys);
      const fresh = new Set(made);
      // A new report that at once became part of another shows what it was stored with.
      for (const id of changedRoots)
        if (!fresh.has(id) || rootIdOf(tx.db, id) === id) refreshReport(tx, id);
      clusterChanged(tx, changedRoots);
      return made;
    },
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

/** The keys under which a report will be looked up. */
export function keyWriter(db: Db, reviewId: number): (reportId: number, keys: string[]) => void {
  const insert = driverOf(db).prepare(
    'insert into report_key (review_id, report_id, key) values (?, ?, ?)',
  );
  return (reportId, keys) => {
    for (const key of keys) insert.run(reviewId, reportId, key);
  };
}

/** Those of many reports at once. */
function keysWriter(db: Db, reviewId: number) {
  const insert = driverOf(db).prepare(
    `insert into report_key (review_id, report_id, key)
     select ?, value ->> 0, value ->> 1 from json_each(?)`,
  );
  return (keys: [reportId: number, key: string][]) => {
    insert.run(reviewId, JSON.stringify(keys));
  };
}

type EarlierRow = {
  hash: string;
  reportId: number;
  importId: number;
  isWithdrawn: 0 | 1;
  raw: string;
};
/** Records that say exactly the same as one that is to be stored, by the hash of what they say. */
type Earlier = Map<string, EarlierRow[]>;

/** One question for a whole batch. */
function earlierLookup(db: Db, reviewId: number): (pieces: ReadyPiece[]) => Earlier {
  const find = driverOf(db).prepare(
    `select record.content_hash as hash, record.report_id as reportId, record.import_id as importId,
       record.raw, report.withdrawn_at is not null as isWithdrawn
     from json_each(?) as wanted
     cross join record on record.review_id = ? and record.content_hash = wanted.value
     cross join report on report.id = record.report_id`,
  );
  return (pieces) => {
    const hashes = pieces.flatMap((ready) => ('hash' in ready ? [ready.hash] : []));
    const found = find.all(JSON.stringify([...new Set(hashes)]), reviewId) as EarlierRow[];
    const earlier: Earlier = new Map();
    for (const row of found) noteEarlier(earlier, row);
    return earlier;
  };
}

/** Reports that share a key with one that is to be stored: one question for a whole batch. */
function sharingLookup(db: Db, reviewId: number) {
  const find = driverOf(db).prepare(
    `select wanted.value as key, report_key.report_id as id
     from json_each(?) as wanted
     cross join report_key on report_key.id in (
       select latest.id from report_key as latest
       where latest.review_id = ? and latest.key = wanted.value
       order by latest.id desc limit ${blockSizeMax})
     order by report_key.report_id`,
  );
  return (pieces: ReadyPiece[]) => {
    const keys = new Set(pieces.flatMap((ready) => ('hash' in ready ? ready.keys : [])));
    const found = find.all(JSON.stringify([...keys]), reviewId) as { key: string; id: number }[];
    const blocks = new Map<string, number[]>();
    const note = (id: number, shared: string[]) => {
      for (const key of shared) {
        const block = blocks.get(key);
        if (block) block.push(id);
        else blocks.set(key, [id]);
      }
    };
    for (const { key, id } of found) note(id, [key]);
    const of = (shared: string[]) =>
      new Set(shared.flatMap((key) => (blocks.get(key) ?? []).slice(-blockSizeMax)));
    return { of, note };
  };
}

function noteEarlier(earlier: Earlier, row: EarlierRow): void {
  const known = earlier.get(row.hash);
  if (known) known.push(row);
  else earlier.set(row.hash, [row]);
}
