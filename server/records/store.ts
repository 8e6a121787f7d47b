/** Stores what was read from an import: each record with a report of its own, and at once what that duplicates. */
import { and, eq, sql } from 'drizzle-orm';
import { contentHash, keysOf } from '../../import/duplicates/keys.ts';
import type { Piece, ReferencePiece } from '../../import/reference.ts';
import { record, rejection, report, reportKey } from '../../schema/records.ts';
import type { Db } from '../db.ts';
import type { Context } from '../platform/context.ts';
import { clusterChanged } from './cluster-events.ts';
import { rootIdOf } from './clusters.ts';
import { type Candidate, createMatcher } from './matching.ts';
import { derivedColumns, refreshReport } from './reports.ts';

/** A piece with its place among the pieces of its import, from 1. */
export type PlacedPiece = { piece: Piece; position: number };

export type Store = {
  /** @returns the ids of the new reports, in the order of the pieces. */
  add(tx: Context, importId: number, pieces: PlacedPiece[]): number[];
};

/** One for a run over many pieces of one review: statements that every record needs are prepared once. */
export function createStore(db: Db, reviewId: number): Store {
  const matcher = createMatcher(db, reviewId);
  const isRepeat = repeatLookup(db, reviewId);
  const storeKeys = keyWriter(db, reviewId);
  const insert = insertsOf(db, reviewId);

  const storeRecord = (
    tx: Context,
    place: { importId: number; reportId: number; position: number },
    piece: ReferencePiece,
  ): Candidate => {
    const { reference, lineFrom, lineTo, raw, unmapped, notices } = piece;
    const { reportId } = place;
    const hash = contentHash(reference);
    const repeatsInFile = isRepeat(place.importId, hash, piece);
    insert.report({ id: reportId, createdAt: tx.at, ...derivedColumns(reference) });
    const lines = { lineFrom, lineTo, raw };
    const parsed = { reference, unmapped, notices, contentHash: hash, repeatsInFile };
    insert.record({ ...place, ...lines, ...parsed });
    const keys = keysOf(reference);
    storeKeys(reportId, keys);
    return { reportId, reference, contentHash: hash, raw, keys };
  };

  return {
    add(tx, importId, pieces) {
      const made: number[] = [];
      const changedRoots = new Set<number>();
      // Nobody else writes inside this transaction, so the next id is known before the row is there.
      let reportId = lastReportId(tx.db);
      for (const { piece, position } of pieces) {
        if (piece.kind === 'rejected') storeRejection(tx, { importId, position }, piece);
        if (piece.kind !== 'reference') continue;
        reportId += 1;
        made.push(reportId);
        const stored = storeRecord(tx, { importId, reportId, position }, piece);
        for (const id of matcher.match(tx, stored).changedRoots) changedRoots.add(id);
      }
      const fresh = new Set(made);
      // A new report that at once became part of another shows what it was stored with.
      for (const id of changedRoots)
        if (!fresh.has(id) || rootIdOf(tx.db, id) === id) refreshReport(tx, id);
      clusterChanged(tx, changedRoots);
      return made;
    },
  };
}

type NewReport = Omit<typeof report.$inferInsert, 'reviewId' | 'rootId'>;
type NewRecord = Omit<typeof record.$inferInsert, 'reviewId'>;

/** The two rows that every record needs; a statement built anew for each would cost more than it does. */
function insertsOf(db: Db, reviewId: number) {
  const { placeholder } = sql;
  const ofReport = db
    .insert(report)
    .values({
      reviewId,
      id: placeholder('id'),
      rootId: placeholder('id'),
      createdAt: placeholder('createdAt'),
      reference: placeholder('reference'),
      title: placeholder('title'),
      year: placeholder('year'),
      firstAuthor: placeholder('firstAuthor'),
    })
    .prepare();
  const ofRecord = db
    .insert(record)
    .values({
      reviewId,
      importId: placeholder('importId'),
      reportId: placeholder('reportId'),
      position: placeholder('position'),
      lineFrom: placeholder('lineFrom'),
      lineTo: placeholder('lineTo'),
      raw: placeholder('raw'),
      reference: placeholder('reference'),
      unmapped: placeholder('unmapped'),
      notices: placeholder('notices'),
      contentHash: placeholder('contentHash'),
      repeatsInFile: placeholder('repeatsInFile'),
    })
    .prepare();
  return {
    report: (row: NewReport) => ofReport.run(row),
    record: (row: NewRecord) => ofRecord.run(row),
  };
}

function storeRejection(
  tx: Context,
  place: { importId: number; position: number },
  piece: Extract<Piece, { kind: 'rejected' }>,
): void {
  const { lineFrom, lineTo, raw, problem } = piece;
  tx.db
    .insert(rejection)
    .values({ ...place, lineFrom, lineTo, raw, problem })
    .run();
}

function lastReportId(db: Db): number {
  const last = db
    .select({ id: sql<number | null>`max(${report.id})` })
    .from(report)
    .get();
  return last?.id ?? 0;
}

/** The keys under which a report will be looked up. */
export function keyWriter(db: Db, reviewId: number): (reportId: number, keys: string[]) => void {
  const key = { reportId: sql.placeholder('reportId'), key: sql.placeholder('key') };
  const insert = db
    .insert(reportKey)
    .values({ reviewId, ...key })
    .prepare();
  return (reportId, keys) => {
    for (const each of keys) insert.run({ reportId, key: each });
  };
}

/** The same file gave this very record before. Two that say nothing are one only if written alike. */
function repeatLookup(db: Db, reviewId: number) {
  const same = db
    .select({ raw: record.raw })
    .from(record)
    .where(
      and(
        eq(record.reviewId, reviewId),
        eq(record.contentHash, sql.placeholder('hash')),
        // The plus keeps SQLite from going through the whole import by its own index.
        sql`+${record.importId} = ${sql.placeholder('importId')}`,
      ),
    )
    .prepare();
  return (importId: number, hash: string, { reference, raw }: ReferencePiece): boolean => {
    const before = same.all({ importId, hash });
    return reference.title === '' ? before.some((row) => row.raw === raw) : before.length > 0;
  };
}
