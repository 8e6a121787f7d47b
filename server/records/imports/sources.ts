/** Which sources the imports of a review came of, said for many at once after the files are in. */
import { and, asc, count, eq, isNull, ne, sql } from 'drizzle-orm';
import { importBatch, record } from '../../../schema/records.ts';
import type { SourceKind } from '../../../schema/searches.ts';
import type { Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { addSearchRun } from '../../searches/runs.ts';
import { setSearchRun } from './imports.ts';

/** A logged search, or a new one with this name: `run` null and no name leaves the import as it is. */
export type SourceChoice = {
  importId: number;
  run: number | null;
  source: string;
  kind: SourceKind;
};

const unsourced = (reviewId: number) =>
  and(
    eq(importBatch.reviewId, reviewId),
    isNull(importBatch.searchRunId),
    ne(importBatch.state, 'undone'),
  );

/** How many imports nobody has said the source of. */
export function unsourcedCount(db: Db, reviewId: number): number {
  return (
    db.select({ count: count() }).from(importBatch).where(unsourced(reviewId)).get()?.count ?? 0
  );
}

/** Imports that nobody has said the source of, the oldest first. */
export function unsourcedImports(db: Db, reviewId: number) {
  const { id, fileName, fileHash, declared } = importBatch;
  return db
    .select({ id, fileName, fileHash, declared })
    .from(importBatch)
    .where(unsourced(reviewId))
    .orderBy(asc(id))
    .all();
}

/** The same with the name that the source of each seems to have; empty for what somebody typed in. */
export const suggestedSources = (db: Db, reviewId: number) =>
  unsourcedImports(db, reviewId).map(({ fileHash, ...row }) => ({
    ...row,
    suggestion: fileHash === null ? '' : (databaseOf(db, row.id) ?? withoutEnding(row.fileName)),
  }));

const asked = 50;

/** The database that the first records all say they come from. */
function databaseOf(db: Db, importId: number): string | null {
  const first = db
    .select({ database: sql<string | null>`json_extract(${record.reference}, '$.database')` })
    .from(record)
    .where(eq(record.importId, importId))
    .orderBy(asc(record.id))
    .limit(asked)
    .all();
  const names = new Set(first.map(({ database }) => database));
  const [only = null] = names;
  return names.size === 1 ? only : null;
}

const withoutEnding = (fileName: string) =>
  fileName.replace(/\.[a-z]{2,5}$/i, '').replaceAll('_', ' ');

/**
 * Says of each import what it came of. Imports with the same new name and kind are of one search.
 * @throws RUN_UNKNOWN with the field of the import, NOT_FOUND
 */
export function setSources(
  context: PersonalContext,
  reviewId: number,
  choices: readonly SourceChoice[],
): void {
  inTransaction(context, (tx) => {
    const open = new Set(unsourcedImports(tx.db, reviewId).map(({ id }) => id));
    const added = new Map<string, number>();
    const newRun = ({ source, kind }: SourceChoice) => {
      const key = JSON.stringify([kind, source.toLowerCase()]);
      const run = added.get(key) ?? addSearchRun(tx, reviewId, { kind, source });
      added.set(key, run);
      return run;
    };
    for (const choice of choices) {
      const { importId } = choice;
      if (!open.has(importId) || (choice.run === null && choice.source === '')) continue;
      setRun(tx, { reviewId, importId }, choice.run ?? newRun(choice));
    }
  });
}

function setRun(
  context: PersonalContext,
  about: { reviewId: number; importId: number },
  run: number,
): void {
  try {
    setSearchRun(context, about, run);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'RUN_UNKNOWN') throw error;
    throw new AppError('RUN_UNKNOWN', {}, `run-${about.importId}`);
  }
}
