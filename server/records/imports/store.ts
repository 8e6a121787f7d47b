/** Stores what was read from an import: each record with a report of its own, and at once what that duplicates. */
import { type Db, driverOf } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { clusterChanged } from '../duplicates/cluster-events.ts';
import { rootIdOf } from '../duplicates/clusters.ts';
import { createMatcher } from '../duplicates/matching.ts';
import { createKeyIndex } from '../duplicates/report-keys.ts';
import { refreshReport } from '../reports/reports.ts';
import type { ReadyPiece, ReadyRecord, ReadyRejection } from './ready.ts';

export type Store = {
  /** @returns the ids of the new reports, in the order of the pieces. */
  add(tx: Context, importId: number, pieces: ReadyPiece[]): number[];
  /** Between two batches of a long run, and once at its end: see `KeyIndex`. */
  settleKeys(context: Context, when?: 'much' | 'end'): Promise<void>;
};

/**
 * One for a run over pieces of one review: statements that every record needs are prepared once.
 * @param isLong the run goes on for many batches, and ends with `settleKeys`.
 */
export function createStore(db: Db, reviewId: number, isLong = false): Store {
  const keyIndex = createKeyIndex(db, reviewId);
  const matcher = createMatcher(db, reviewId, keyIndex);
  const insert = insertsOf(db, reviewId);

  const storeRecord = (tx: Context, importId: number, reportId: number, ready: ReadyRecord) => {
    const { shown, hash, raw, facts, keys } = ready;
    const found = { reportId, title: shown.title, contentHash: hash, raw, keys, facts };
    const same = matcher.sameAs(found);
    const repeats = same.some((row) => row.importId === importId);
    insert.record({ importId, reportId }, ready, repeats);
    const { changedRoots } = matcher.match(tx, { ...found, same });
    keyIndex.note(reportId, keys);
    return changedRoots;
  };

  return {
    add(tx, importId, pieces) {
      const made: number[] = [];
      const changedRoots = new Set<number>();
      keyIndex.prepare(pieces.flatMap((ready) => (ready.kind === 'reference' ? ready.keys : [])));
      // Nobody else writes inside this transaction, so the next id is known before the row is there.
      let reportId = insert.lastReportId();
      insert.reports(
        reportId + 1,
        tx.at,
        pieces.filter((ready) => ready.kind === 'reference'),
      );
      for (const ready of pieces) {
        if (ready.kind === 'rejected') insert.rejection(importId, ready);
        if (ready.kind !== 'reference') continue;
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

/** So many reports go in by one statement: by one each, with the numbers that triggers draw, they cost twice as much. */
const reportsAtOnce = 8;

/** The rows that a piece needs; a statement built anew for each would cost more than it does. */
function insertsOf(db: Db, reviewId: number) {
  const driver = driverOf(db);
  const report = (rows: number) =>
    driver.prepare(
      `insert into report (review_id, id, root_id, created_at, reference, title, year, first_author)
       values ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?, ?)').join()}`,
    );
  const [oneReport, someReports] = [report(1), report(reportsAtOnce)];
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
    /** Under ids that follow each other. */
    reports(firstId: number, at: string, all: readonly ReadyRecord[]) {
      const rows = all.map(({ reference, shown: { title, year, firstAuthor } }, index) => {
        const id = firstId + index;
        return [reviewId, id, id, at, reference, title, year, firstAuthor];
      });
      for (let from = 0; from < rows.length; from += reportsAtOnce) {
        const some = rows.slice(from, from + reportsAtOnce);
        if (some.length === reportsAtOnce) someReports.run(some.flat());
        else for (const row of some) oneReport.run(row);
      }
    },
    record(
      { importId, reportId }: { importId: number; reportId: number },
      { position, lineFrom, lineTo, raw, reference, unmapped, notices, hash }: ReadyRecord,
      repeats: boolean,
    ) {
      const where = [reviewId, importId, reportId, position, lineFrom, lineTo];
      record.run(...where, raw, reference, unmapped, notices, hash, repeats ? 1 : 0);
    },
    rejection(importId: number, ready: ReadyRejection) {
      const { position, lineFrom, lineTo, raw, problem } = ready;
      rejection.run(importId, position, lineFrom, lineTo, raw, problem);
    },
  };
}
