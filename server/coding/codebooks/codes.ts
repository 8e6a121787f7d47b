/** The codes of a codebook: added, worded, moved and archived; never a cycle, never too deep. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { code, codebook } from '../../../schema/coding.ts';
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { type Context, inTransaction } from '../../platform/context.ts';
import { cleanWords, isOneOf, keyFrom, renewIndex, requireFreeKey, requireWords } from '../rows.ts';
import { type CodeRow, requireCodebook } from './codebooks.ts';
import { codeDepthMax, depthOf, moveProblem, placed } from './tree.ts';

export type Synonyms = Partial<Record<Locale, string[]>>;
export type CodeInput = {
  key?: string;
  parentId?: number | null;
  label: Words;
  definition?: Words;
  /** What it is put on. Those that are there stay when none are given. */
  examples?: Words;
  synonyms?: Synonyms;
  /** Last among its siblings when none is given. */
  position?: number;
  source?: string;
};

export function addCode(context: Context, codebookId: number, input: CodeInput): number {
  return inTransaction(context, (tx) => {
    const { reviewId } = requireCodebook(tx.db, codebookId);
    const label = requireWords(input.label, 'label');
    const parentId = input.parentId ?? null;
    const open = openCodes(tx.db, codebookId);
    requireParent(open, parentId);
    const taken = keysOf(tx.db, codebookId);
    const siblings = open.filter((row) => row.parentId === parentId);
    const last = Math.max(0, ...siblings.map((row) => row.position));
    const row = {
      codebookId,
      parentId,
      key: input.key ? requireFreeKey(input.key, taken) : keyFrom(label, taken),
      label,
      definition: cleanWords(input.definition ?? {}),
      examples: cleanWords(input.examples ?? {}),
      synonyms: cleanSynonyms(input.synonyms ?? {}),
      position: input.position ?? last + 1,
      source: input.source?.trim() ?? '',
    };
    const { id } = tx.db.insert(code).values(row).returning().get();
    audit(tx, { action: 'code.added', entity: 'code', entityId: id, reviewId, after: row });
    renewIndex(tx, reviewId);
    return id;
  });
}

export function changeCode(
  context: Context,
  codeId: number,
  input: Pick<CodeInput, 'label' | 'definition' | 'examples' | 'synonyms' | 'source'>,
): void {
  inTransaction(context, (tx) => {
    const { reviewId, ...row } = requireCode(tx.db, codeId);
    const after = {
      label: requireWords(input.label, 'label'),
      definition: cleanWords(input.definition ?? {}),
      examples: cleanWords(input.examples ?? row.examples),
      synonyms: cleanSynonyms(input.synonyms ?? {}),
      source: input.source?.trim() ?? '',
    };
    tx.db.update(code).set(after).where(eq(code.id, codeId)).run();
    const { label, definition, examples, synonyms, source } = row;
    const before = { label, definition, examples, synonyms, source };
    const about = { entity: 'code', entityId: codeId, reviewId, before, after };
    audit(tx, { action: 'code.changed', ...about });
    renewIndex(tx, reviewId);
  });
}

/**
 * Puts a code under another parent (null: at the top) at a place among its new siblings, counted from 1.
 * @throws CODE_CYCLE, CODE_TOO_DEEP.
 */
export function moveCode(
  context: Context,
  codeId: number,
  to: { parentId: number | null; position: number },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, codebookId, parentId, position } = requireCode(tx.db, codeId);
    const open = openCodes(tx.db, codebookId);
    requireKnown(open, to.parentId);
    const problem = moveProblem(open, codeId, to.parentId);
    if (problem) throw new AppError(problem, { levels: codeDepthMax }, 'parentId');
    tx.db.update(code).set({ parentId: to.parentId }).where(eq(code.id, codeId)).run();
    const siblings = open.filter((row) => row.parentId === to.parentId).map((row) => row.id);
    for (const [index, id] of placed(siblings, codeId, to.position).entries())
      tx.db
        .update(code)
        .set({ position: index + 1 })
        .where(eq(code.id, id))
        .run();
    audit(tx, {
      action: 'code.moved',
      entity: 'code',
      entityId: codeId,
      reviewId,
      before: { parentId, position },
      after: to,
    });
    renewIndex(tx, reviewId);
  });
}

/** @throws CODE_HAS_CHILDREN: what stands below it would lose its place. */
export function archiveCode(context: Context, codeId: number): void {
  inTransaction(context, (tx) => {
    const { reviewId, codebookId, key } = requireCode(tx.db, codeId);
    if (openCodes(tx.db, codebookId).some((row) => row.parentId === codeId))
      throw new AppError('CODE_HAS_CHILDREN');
    tx.db.update(code).set({ archivedAt: tx.at }).where(eq(code.id, codeId)).run();
    const about = { entity: 'code', entityId: codeId, reviewId, before: { key } };
    audit(tx, { action: 'code.archived', ...about });
    renewIndex(tx, reviewId);
  });
}

/** A code in use with the review that its codebook belongs to. */
export function requireCode(db: Db, codeId: number, reviewId?: number) {
  const found = db
    .select({ code, reviewId: codebook.reviewId })
    .from(code)
    .innerJoin(codebook, eq(codebook.id, code.codebookId))
    .where(and(eq(code.id, codeId), isNull(code.archivedAt), isNull(codebook.archivedAt)))
    .get();
  if (!found || (reviewId !== undefined && found.reviewId !== reviewId)) throw notFound();
  return { ...found.code, reviewId: found.reviewId };
}

/** The code that took over one that was merged, or null. */
export function mergedInto(db: Db, codeId: number): number | null {
  const row = db.select({ intoId: code.mergedIntoId }).from(code).where(eq(code.id, codeId)).get();
  return row?.intoId ?? null;
}

/** What a code of a review is called, or null when there is none in use. */
export function findCodeLabel(db: Db, reviewId: number, codeId: number): Words | null {
  const row = db
    .select({ label: code.label })
    .from(code)
    .innerJoin(codebook, eq(codebook.id, code.codebookId))
    .where(and(eq(code.id, codeId), eq(codebook.reviewId, reviewId), isNull(code.archivedAt)))
    .get();
  return row?.label ?? null;
}

/** @throws CODE_UNKNOWN unless every id is a code in use of this review. @returns the ids, each once. */
export function requireCodes(
  db: Db,
  reviewId: number,
  codeIds: readonly number[],
  field: string,
): number[] {
  const wanted = [...new Set(codeIds)];
  const known = db
    .select({ id: code.id })
    .from(code)
    .innerJoin(codebook, eq(codebook.id, code.codebookId))
    .where(and(eq(codebook.reviewId, reviewId), isOneOf(code.id, wanted), isNull(code.archivedAt)))
    .all();
  if (known.length !== wanted.length) throw new AppError('CODE_UNKNOWN', {}, field);
  return wanted;
}

function openCodes(db: Db, codebookId: number): CodeRow[] {
  const open = and(eq(code.codebookId, codebookId), isNull(code.archivedAt));
  return db.select().from(code).where(open).orderBy(asc(code.position), asc(code.id)).all();
}

function requireKnown(open: CodeRow[], parentId: number | null): void {
  if (parentId !== null && !open.some((row) => row.id === parentId))
    throw new AppError('CODE_UNKNOWN', {}, 'parentId');
}

function requireParent(open: CodeRow[], parentId: number | null): void {
  requireKnown(open, parentId);
  if (depthOf(open, parentId) + 1 > codeDepthMax)
    throw new AppError('CODE_TOO_DEEP', { levels: codeDepthMax }, 'parentId');
}

function keysOf(db: Db, codebookId: number): string[] {
  const rows = db.select({ key: code.key }).from(code).where(eq(code.codebookId, codebookId)).all();
  return rows.map((row) => row.key);
}

function cleanSynonyms(synonyms: Synonyms): Synonyms {
  const entries = locales.map((locale) => {
    const words = (synonyms[locale] ?? []).map((word) => word.trim()).filter((word) => word !== '');
    return [locale, [...new Set(words)]] as const;
  });
  return Object.fromEntries(entries.filter(([, words]) => words.length > 0));
}
