/** Codebooks: trees of codes and frameworks of ordered steps. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type CodebookKind, code, codebook } from '../../../schema/coding.ts';
import type { Words } from '../../../schema/columns.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { cleanWords, groupBy, keyFrom, renewIndex, requireFreeKey, requireWords } from '../rows.ts';
import { nest } from './tree.ts';

export type CodebookInput = {
  /** Made from the label when none is given. */
  key?: string;
  kind: CodebookKind;
  label: Words;
  description?: Words;
  source?: string;
};
export type CodebookRow = typeof codebook.$inferSelect;
export type CodeRow = typeof code.$inferSelect;

export function addCodebook(context: Context, reviewId: number, input: CodebookInput): number {
  return inTransaction(context, (tx) => {
    const label = requireWords(input.label, 'label');
    const taken = keysOf(tx.db, reviewId);
    const row = {
      reviewId,
      key: input.key ? requireFreeKey(input.key, taken) : keyFrom(label, taken),
      kind: input.kind,
      label,
      description: cleanWords(input.description ?? {}),
      source: input.source?.trim() ?? '',
      position: taken.length + 1,
    };
    const { id } = tx.db.insert(codebook).values(row).returning().get();
    const after = { ...row };
    audit(tx, { action: 'codebook.added', entity: 'codebook', entityId: id, reviewId, after });
    renewIndex(tx, reviewId);
    return id;
  });
}

export function changeCodebook(
  context: Context,
  codebookId: number,
  input: Pick<CodebookInput, 'label' | 'description' | 'source'>,
): void {
  inTransaction(context, (tx) => {
    const before = requireCodebook(tx.db, codebookId);
    const after = {
      label: requireWords(input.label, 'label'),
      description: cleanWords(input.description ?? {}),
      source: input.source?.trim() ?? '',
    };
    tx.db.update(codebook).set(after).where(eq(codebook.id, codebookId)).run();
    const { label, description, source, reviewId } = before;
    audit(tx, {
      action: 'codebook.changed',
      entity: 'codebook',
      entityId: codebookId,
      reviewId,
      before: { label, description, source },
      after,
    });
    renewIndex(tx, reviewId);
  });
}

/** Takes a codebook out of use. What was coded with it stays in the database and shows nowhere. */
export function archiveCodebook(context: Context, codebookId: number): void {
  inTransaction(context, (tx) => {
    const { reviewId, key } = requireCodebook(tx.db, codebookId);
    const archived = { archivedAt: tx.at };
    tx.db.update(codebook).set(archived).where(eq(codebook.id, codebookId)).run();
    const about = { entity: 'codebook', entityId: codebookId, reviewId, before: { key } };
    audit(tx, { action: 'codebook.archived', ...about });
    renewIndex(tx, reviewId);
  });
}

/** Every codebook in use with its codes, nested and in order. */
export function codebooksOf(db: Db, reviewId: number) {
  const open = and(eq(codebook.reviewId, reviewId), isNull(codebook.archivedAt));
  const books = db
    .select()
    .from(codebook)
    .where(open)
    .orderBy(asc(codebook.position), asc(codebook.id))
    .all();
  const codes = db
    .select({ code })
    .from(code)
    .innerJoin(codebook, eq(codebook.id, code.codebookId))
    .where(and(open, isNull(code.archivedAt)))
    .all();
  const byBook = groupBy(
    codes.map((row) => row.code),
    (row) => row.codebookId,
  );
  return books.map((book) => {
    const own = byBook.get(book.id) ?? [];
    return { ...book, codeCount: own.length, codes: nest(own) };
  });
}

export type CodebookWithCodes = ReturnType<typeof codebooksOf>[number];

/** One codebook by its key, with its codes nested and in order. */
export function findCodebook(db: Db, reviewId: number, key: string): CodebookWithCodes {
  const found = codebooksOf(db, reviewId).find((book) => book.key === key);
  if (!found) throw notFound();
  return found;
}

export function requireCodebook(db: Db, codebookId: number, reviewId?: number): CodebookRow {
  const open = and(eq(codebook.id, codebookId), isNull(codebook.archivedAt));
  const row = db.select().from(codebook).where(open).get();
  if (!row || (reviewId !== undefined && row.reviewId !== reviewId)) throw notFound();
  return row;
}

function keysOf(db: Db, reviewId: number): string[] {
  const ofReview = eq(codebook.reviewId, reviewId);
  const rows = db.select({ key: codebook.key }).from(codebook).where(ofReview).all();
  return rows.map((row) => row.key);
}
