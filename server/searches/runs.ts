/** The log of searches: one row for each search of one source on one date. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Words } from '../../schema/columns.ts';
import { importBatch, record } from '../../schema/records.ts';
import { leftArmKinds, type SourceKind, searchRun } from '../../schema/searches.ts';
import { audit } from '../accounts/audit.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../platform/context.ts';

export type SearchRunInput = {
  kind: SourceKind;
  source: string;
  platform?: string;
  /** What the review calls sources of this kind, where PRISMA's kinds are too few. */
  grouping?: Words;
  /** ISO 8601, as exact as it is known; null: not reported. */
  searchedOn?: string | null;
  query?: string;
  limits?: string;
  /** Null: not reported. */
  hitsDeclared?: number | null;
  notes?: Words;
};

export const arms = ['databases', 'other'] as const;
/** Of the flow: databases and registers on the left, every other kind of source on the right. */
export type Arm = (typeof arms)[number];
export type SearchRun = ReturnType<typeof searchRuns>[number];

export const armOf = (kind: SourceKind): Arm =>
  leftArmKinds.includes(kind) ? 'databases' : 'other';

/** @returns the run's id. */
export function addSearchRun(
  context: PersonalContext,
  reviewId: number,
  input: SearchRunInput,
): number {
  return inTransaction(context, (tx) => {
    const row = tx.db
      .insert(searchRun)
      .values({ ...input, reviewId, createdBy: tx.actor.personId, createdAt: tx.at })
      .returning()
      .get();
    audit(tx, { ...about(row.id, reviewId), action: 'search_run.added', after: described(row) });
    return row.id;
  });
}

export function changeSearchRun(
  context: Context,
  reviewId: number,
  runId: number,
  input: Partial<SearchRunInput>,
): void {
  inTransaction(context, (tx) => {
    const before = openRun(tx.db, reviewId, runId);
    const after = tx.db
      .update(searchRun)
      .set(input)
      .where(eq(searchRun.id, runId))
      .returning()
      .get();
    const change = { before: described(before), after: described(after) };
    if (JSON.stringify(change.before) === JSON.stringify(change.after)) return;
    audit(tx, { ...about(runId, reviewId), action: 'search_run.changed', ...change });
  });
}

/** @throws SEARCH_HAS_RECORDS: what was imported counts in the flow under its source. */
export function archiveSearchRun(context: Context, reviewId: number, runId: number): void {
  inTransaction(context, (tx) => {
    openRun(tx.db, reviewId, runId);
    const run = searchRuns(tx.db, reviewId).find(({ id }) => id === runId);
    if (run && run.imports > 0) throw new AppError('SEARCH_HAS_RECORDS', { count: run.records });
    tx.db.update(searchRun).set({ archivedAt: tx.at }).where(eq(searchRun.id, runId)).run();
    audit(tx, { ...about(runId, reviewId), action: 'search_run.archived' });
  });
}

/** The searches of a review with what was imported from each; undone imports do not count. */
export function searchRuns(db: Db, reviewId: number) {
  const batches = batchesOf(db, reviewId);
  const rows = db
    .select({
      id: searchRun.id,
      kind: searchRun.kind,
      source: searchRun.source,
      platform: searchRun.platform,
      grouping: searchRun.grouping,
      searchedOn: searchRun.searchedOn,
      query: searchRun.query,
      limits: searchRun.limits,
      hitsDeclared: searchRun.hitsDeclared,
      notes: searchRun.notes,
    })
    .from(searchRun)
    .where(and(eq(searchRun.reviewId, reviewId), isNull(searchRun.archivedAt)))
    .orderBy(asc(searchRun.id))
    .all();
  return rows.map((row) => {
    const own = batches.filter(({ runId }) => runId === row.id);
    const records = own.reduce((sum, batch) => sum + batch.records, 0);
    const imports = own.map(({ id, records: count }) => ({ id, records: count }));
    return { ...row, arm: armOf(row.kind), imports: own.length, records, batches: imports };
  });
}

/** Imports that stand, each with its run and the number of its records. */
function batchesOf(db: Db, reviewId: number) {
  return db
    .select({
      id: importBatch.id,
      runId: importBatch.searchRunId,
      records: sql<number>`count(${record.id})`,
    })
    .from(importBatch)
    .leftJoin(record, eq(record.importId, importBatch.id))
    .where(and(eq(importBatch.reviewId, reviewId), isNull(importBatch.undoneAt)))
    .groupBy(importBatch.id)
    .orderBy(asc(importBatch.id))
    .all();
}

/** One search that is not in the archive. */
export function openRun(db: Db, reviewId: number, runId: number) {
  const open = and(
    eq(searchRun.id, runId),
    eq(searchRun.reviewId, reviewId),
    isNull(searchRun.archivedAt),
  );
  const row = db.select().from(searchRun).where(open).get();
  if (!row) throw notFound();
  return row;
}

const about = (entityId: number, reviewId: number) => ({
  entity: 'search_run',
  entityId,
  reviewId,
});

function described(row: typeof searchRun.$inferSelect) {
  const {
    id: _id,
    reviewId: _review,
    createdBy: _by,
    createdAt: _at,
    archivedAt: _x,
    ...rest
  } = row;
  return rest;
}
