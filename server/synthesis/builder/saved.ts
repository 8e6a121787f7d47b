/** The tables that a review keeps: put together once, made from its rows each time they are opened. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Words } from '../../../schema/columns.ts';
import { savedTable, type TableDefinition } from '../../../schema/synthesis.ts';
import { audit } from '../../accounts/audit.ts';
import { cleanWords, keyFrom, requireWords } from '../../coding/rows.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../../platform/context.ts';
import type { Drawn } from './built.ts';
import { parseName } from './names.ts';

export type TableInput = {
  key?: string;
  title: Words;
  note: Words;
  definition: TableDefinition;
  isPublic?: boolean;
};
export type SavedTable = typeof savedTable.$inferSelect;

/** @throws WORDS_REQUIRED, TABLE_INCOMPLETE */
export function addTable(
  context: PersonalContext,
  reviewId: number,
  input: TableInput,
): SavedTable {
  return inTransaction(context, (tx) => {
    const told = checked(input);
    const of = eq(savedTable.reviewId, reviewId);
    const others = tx.db.select().from(savedTable).where(of).all();
    const taken = others.map(({ key }) => key);
    const row = {
      reviewId,
      ...told,
      key: keyFrom(input.key ? { en: input.key } : told.title, taken),
      position: Math.max(0, ...others.map(({ position }) => position)) + 1,
      isPublic: input.isPublic ?? false,
      createdBy: tx.actor.personId,
      createdAt: tx.at,
    };
    const made = tx.db.insert(savedTable).values(row).returning().get();
    log(tx, 'table.added', made, { after: row });
    return made;
  });
}

/** @throws WORDS_REQUIRED, TABLE_INCOMPLETE, NOT_FOUND */
export function changeTable(context: Context, reviewId: number, key: string, input: TableInput) {
  inTransaction(context, (tx) => {
    const old = requireTable(tx.db, reviewId, key);
    const { title, note, definition } = old;
    const after = checked(input);
    tx.db.update(savedTable).set(after).where(eq(savedTable.id, old.id)).run();
    log(tx, 'table.changed', old, { before: { title, note, definition }, after });
  });
}

/** A table of its own that begins as another one; those outside the review do not see it. */
export function copyTable(
  context: PersonalContext,
  reviewId: number,
  key: string,
  titleOf: (title: Words) => Words,
): SavedTable {
  return inTransaction(context, (tx) => {
    const { title, note, definition } = requireTable(tx.db, reviewId, key);
    return addTable(tx, reviewId, { title: titleOf(title), note, definition });
  });
}

/** Whether planners see it once the review is published. */
export function showTable(context: Context, reviewId: number, key: string, isPublic: boolean) {
  inTransaction(context, (tx) => {
    const old = requireTable(tx.db, reviewId, key);
    if (old.isPublic === isPublic) return;
    tx.db.update(savedTable).set({ isPublic }).where(eq(savedTable.id, old.id)).run();
    const action = isPublic ? 'table.shown' : 'table.hidden';
    log(tx, action, old, { before: { isPublic: old.isPublic }, after: { isPublic } });
  });
}

export function archiveTable(context: Context, reviewId: number, key: string): void {
  inTransaction(context, (tx) => {
    const old = requireTable(tx.db, reviewId, key);
    tx.db.update(savedTable).set({ archivedAt: tx.at }).where(eq(savedTable.id, old.id)).run();
    const { title, note, definition } = old;
    log(tx, 'table.archived', old, { before: { title, note, definition } });
  });
}

function log(
  tx: Context,
  action: string,
  { id, reviewId }: SavedTable,
  change: { before?: unknown; after?: unknown },
): void {
  audit(tx, { action, entity: 'saved_table', entityId: id, reviewId, ...change });
}

function checked({ title, note, definition }: TableInput) {
  const told = { title: requireWords(title, 'title'), note: cleanWords(note), definition };
  requireComplete(definition);
  return told;
}

/** A listing says something of its rows; a crossing has rows. @throws TABLE_INCOMPLETE */
export function requireComplete({ shape, rows, columns, segment }: TableDefinition): void {
  const refuse = (field: string) => new AppError('TABLE_INCOMPLETE', {}, field);
  if (shape === 'listing' && columns.length === 0) throw refuse('columns');
  if (shape !== 'listing' && rows === '') throw refuse('rows');
  if (shape === 'map' && columns.length === 0) throw refuse('columns');
  const isUnknown = (name: string) => name !== '' && parseName(name) === null;
  if (isUnknown(rows)) throw refuse('rows');
  if (columns.some(isUnknown)) throw refuse('columns');
  if (isUnknown(segment)) throw refuse('segment');
}

/** In their order; those outside the review are given what is shown to them. */
export function savedTables(db: Db, reviewId: number, onlyPublic: boolean): SavedTable[] {
  const open = and(eq(savedTable.reviewId, reviewId), isNull(savedTable.archivedAt));
  return db
    .select()
    .from(savedTable)
    .where(and(open, onlyPublic ? eq(savedTable.isPublic, true) : undefined))
    .orderBy(asc(savedTable.position), asc(savedTable.id))
    .all();
}

/** @throws NOT_FOUND */
export function requireTable(db: Db, reviewId: number, key: string, onlyPublic = false) {
  const found = savedTables(db, reviewId, onlyPublic).find((row) => row.key === key);
  if (!found) throw notFound();
  return found;
}

export const drawnFrom = ({ key, title, note, definition }: SavedTable): Drawn => ({
  name: `saved/${key}`,
  title,
  note,
  definition,
});
