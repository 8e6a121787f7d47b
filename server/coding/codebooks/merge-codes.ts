/** Codes merged and split: what was coded is carried over row by row, and what it was carried from stays. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { code, coding, excerptCode } from '../../../schema/coding.ts';
import { type Locale, locales, type Words } from '../../../schema/columns.ts';
import { findingTheme } from '../../../schema/findings.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { carryMarks } from '../coders/coder-marks.ts';
import { isKept } from '../excerpts/excerpts.ts';
import { answersNaming, carryAnswers } from '../forms/code-answers.ts';
import { renewIndex } from '../rows.ts';
import { addCode, requireCode, type Synonyms } from './codes.ts';
import { codeDepthMax, depthOf, heightOf, withDescendants } from './tree.ts';

/**
 * Puts one code into another of its codebook: codings, excerpts and themes go over, what stood below it stands below
 * the other, its names become synonyms, and it is archived with the way to where it went.
 * @throws CODE_CYCLE, CODE_TOO_DEEP, CODE_UNKNOWN
 */
export function mergeCodes(context: PersonalContext, fromId: number, intoId: number): void {
  inTransaction(context, (tx) => {
    const from = requireCode(tx.db, fromId);
    const into = requireCode(tx.db, intoId, from.reviewId);
    if (fromId === intoId || from.codebookId !== into.codebookId)
      throw new AppError('CODE_UNKNOWN', {}, 'intoId');
    moveChildren(tx.db, fromId, intoId, from.codebookId);
    const answers = answersNaming(tx.db, from).map(({ id }) => id);
    const carried = { ...carryOver(tx, fromId, intoId, everything), answers };
    const synonyms = joinedSynonyms(from, into);
    tx.db.update(code).set({ synonyms }).where(eq(code.id, intoId)).run();
    const gone = { archivedAt: tx.at, mergedIntoId: intoId };
    tx.db.update(code).set(gone).where(eq(code.id, fromId)).run();
    // Whoever was merged into this one earlier is found where this one went.
    tx.db.update(code).set({ mergedIntoId: intoId }).where(eq(code.mergedIntoId, fromId)).run();
    const { key, label, definition, parentId } = from;
    audit(tx, {
      action: 'code.merged',
      entity: 'code',
      entityId: fromId,
      reviewId: from.reviewId,
      before: { key, label, definition, synonyms: from.synonyms, parentId, into: into.synonyms },
      after: { intoId, into: synonyms, ...carried },
    });
    renewIndex(tx, from.reviewId);
  });
}

function moveChildren(db: Db, fromId: number, intoId: number, codebookId: number): void {
  const open = and(eq(code.codebookId, codebookId), isNull(code.archivedAt));
  const rows = db.select().from(code).where(open).all();
  if (withDescendants(rows, fromId).has(intoId))
    throw new AppError('CODE_CYCLE', { levels: codeDepthMax }, 'intoId');
  const children = rows.filter((row) => row.parentId === fromId);
  const below = depthOf(rows, intoId);
  if (children.some((row) => below + heightOf(rows, row.id) > codeDepthMax))
    throw new AppError('CODE_TOO_DEEP', { levels: codeDepthMax }, 'intoId');
  const siblings = rows.filter((row) => row.parentId === intoId).map((row) => row.position);
  const last = Math.max(0, ...siblings);
  for (const [index, row] of children.entries())
    db.update(code)
      .set({ parentId: intoId, position: last + index + 1 })
      .where(eq(code.id, row.id))
      .run();
}

type Named = { label: Words; synonyms: Synonyms };

/** The search goes on finding what it found under the old names. */
function joinedSynonyms(from: Named, into: Named): Synonyms {
  const inLanguage = (locale: Locale): [Locale, string[]] => {
    const words = [
      ...(into.synonyms[locale] ?? []),
      from.label[locale] ?? '',
      ...(from.synonyms[locale] ?? []),
    ];
    return [locale, [...new Set(words)].filter((word) => word && word !== into.label[locale])];
  };
  return Object.fromEntries(locales.map(inLanguage).filter(([, words]) => words.length > 0));
}

/** What goes over; null: all of it. */
export type Chosen = {
  codingIds: readonly number[] | null;
  excerptIds: readonly number[] | null;
  findingIds: readonly number[] | null;
};
const everything: Chosen = { codingIds: null, excerptIds: null, findingIds: null };

export type SplitInput = {
  label: Words;
  definition?: Words;
  /** Answers in forms that name the new code from now on. */
  answerIds?: readonly string[];
} & {
  [K in keyof Chosen]: readonly number[];
};

/** Makes a new code beside one, and gives it the codings, excerpts and findings that were chosen. @returns its id. */
export function splitCode(context: PersonalContext, codeId: number, input: SplitInput): number {
  return inTransaction(context, (tx) => {
    const from = requireCode(tx.db, codeId);
    const { codebookId, parentId, reviewId, key } = from;
    const { label, definition = {}, answerIds = [], ...chosen } = input;
    const made = addCode(tx, codebookId, { label, definition, parentId });
    const answers = carryAnswers(tx, from, requireCode(tx.db, made).key, answerIds);
    const carried = { ...carryOver(tx, codeId, made, chosen), answers };
    audit(tx, {
      action: 'code.split',
      entity: 'code',
      entityId: codeId,
      reviewId,
      before: { key },
      after: { newCodeId: made, ...carried },
    });
    renewIndex(tx, reviewId);
    return made;
  });
}

function carryOver(tx: PersonalContext, fromId: number, toId: number, chosen: Chosen) {
  const { reviewId } = requireCode(tx.db, fromId);
  const codings = carryCodings(tx, fromId, toId, chosen.codingIds);
  carryMarks(tx, fromId, toId, chosen.codingIds === null ? null : codings.reportIds);
  return {
    codings: codings.ids,
    excerpts: carryExcerpts(tx, fromId, toId, chosen.excerptIds).filter(
      // The log says nothing of what coders keep from each other.
      (id) => !isKept(tx.db, id, reviewId),
    ),
    findings: carryThemes(tx, fromId, toId, chosen.findingIds),
  };
}

/** Each coding ends where it was and goes on at the other code, by the same person, on the same report. */
function carryCodings(
  tx: PersonalContext,
  fromId: number,
  toId: number,
  ids: readonly number[] | null,
) {
  const open = and(
    eq(coding.codeId, fromId),
    isNull(coding.removedAt),
    ids === null ? undefined : inArray(coding.id, [...ids]),
  );
  const rows = tx.db.select().from(coding).where(open).all();
  for (const { id, reportId, locator, personId } of rows) {
    const row = { reportId, codeId: toId, locator, personId, carriedFromId: id };
    tx.db
      .insert(coding)
      .values({ ...row, createdAt: tx.at })
      .run();
    const removed = { removedAt: tx.at, removedBy: tx.actor.personId };
    tx.db.update(coding).set(removed).where(eq(coding.id, id)).run();
  }
  return { ids: rows.map((row) => row.id), reportIds: rows.map((row) => row.reportId) };
}

function carryExcerpts(
  tx: PersonalContext,
  fromId: number,
  toId: number,
  ids: readonly number[] | null,
): number[] {
  const open = and(
    eq(excerptCode.codeId, fromId),
    isNull(excerptCode.removedAt),
    ids === null ? undefined : inArray(excerptCode.excerptId, [...ids]),
  );
  const rows = tx.db.select().from(excerptCode).where(open).all();
  for (const { id, excerptId } of rows) {
    tx.db
      .insert(excerptCode)
      .values({ excerptId, codeId: toId })
      .onConflictDoUpdate({
        target: [excerptCode.excerptId, excerptCode.codeId],
        set: { removedAt: null },
      })
      .run();
    tx.db.update(excerptCode).set({ removedAt: tx.at }).where(eq(excerptCode.id, id)).run();
  }
  return rows.map((row) => row.excerptId);
}

function carryThemes(
  tx: PersonalContext,
  fromId: number,
  toId: number,
  ids: readonly number[] | null,
): number[] {
  const open = and(
    eq(findingTheme.codeId, fromId),
    isNull(findingTheme.removedAt),
    ids === null ? undefined : inArray(findingTheme.findingId, [...ids]),
  );
  const rows = tx.db.select().from(findingTheme).where(open).all();
  for (const { id, findingId } of rows) {
    tx.db
      .insert(findingTheme)
      .values({ findingId, codeId: toId })
      .onConflictDoUpdate({
        target: [findingTheme.findingId, findingTheme.codeId],
        set: { removedAt: null },
      })
      .run();
    tx.db.update(findingTheme).set({ removedAt: tx.at }).where(eq(findingTheme.id, id)).run();
  }
  return rows.map((row) => row.findingId);
}
