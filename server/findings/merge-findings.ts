/** Findings merged and split: what speaks for and against them is carried over row by row, and the old rows stay. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Words } from '../../schema/columns.ts';
import { finding, findingKind, findingTheme, support } from '../../schema/findings.ts';
import { audit } from '../accounts/audit.ts';
import { renewIndex } from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { addFinding, reopenUnsupported, requireFinding } from './findings.ts';

/**
 * Puts one finding into another: its support, contradictions and themes go over; the other keeps its own words.
 * @throws FINDING_UNKNOWN when it is the same one.
 */
export function mergeFindings(
  context: PersonalContext,
  reviewId: number,
  fromId: number,
  intoId: number,
): void {
  inTransaction(context, (tx) => {
    const { key, statement, explanation, state } = requireFinding(tx.db, fromId, reviewId);
    requireFinding(tx.db, intoId, reviewId);
    if (fromId === intoId) throw new AppError('FINDING_UNKNOWN', {}, 'intoId');
    const supports = carrySupports(tx, fromId, intoId, null);
    const themes = themesOf(tx.db, fromId);
    for (const codeId of themes) addTheme(tx.db, intoId, codeId);
    const gone = { archivedAt: tx.at, mergedIntoId: intoId };
    tx.db.update(finding).set(gone).where(eq(finding.id, fromId)).run();
    // Whatever was merged into this one earlier is found where this one went.
    tx.db
      .update(finding)
      .set({ mergedIntoId: intoId })
      .where(eq(finding.mergedIntoId, fromId))
      .run();
    audit(tx, {
      action: 'finding.merged',
      entity: 'finding',
      entityId: fromId,
      reviewId,
      before: { key, statement, explanation, state, themes },
      after: { intoId, supports },
    });
    renewIndex(tx, reviewId);
  });
}

export type FindingSplit = { statement: Words; supportIds: readonly number[] };

/**
 * Makes a new draft of the same kind and themes with some of what speaks for and against a finding. A final finding
 * that keeps nothing to support it is a draft again.
 * @returns the id of the new one.
 */
export function splitFinding(
  context: PersonalContext,
  reviewId: number,
  findingId: number,
  { statement, supportIds }: FindingSplit,
): number {
  return inTransaction(context, (tx) => {
    const { kindId, key } = requireFinding(tx.db, findingId, reviewId);
    const kind = tx.db.select().from(findingKind).where(eq(findingKind.id, kindId)).get();
    const themeCodeIds = themesOf(tx.db, findingId);
    const made = addFinding(tx, reviewId, { kindKey: kind?.key ?? '', statement, themeCodeIds });
    const supports = carrySupports(tx, findingId, made, supportIds);
    audit(tx, {
      action: 'finding.split',
      entity: 'finding',
      entityId: findingId,
      reviewId,
      before: { key },
      after: { newFindingId: made, supports },
    });
    reopenUnsupported(tx, findingId);
    renewIndex(tx, reviewId);
    return made;
  });
}

/** Each ends where it was and goes on at the other finding, unless the same stands there already. */
function carrySupports(
  tx: PersonalContext,
  fromId: number,
  toId: number,
  ids: readonly number[] | null,
): number[] {
  const rows = openSupports(tx.db, fromId).filter((row) => ids === null || ids.includes(row.id));
  const there = openSupports(tx.db, toId);
  for (const { id, reportId, excerptId, stance, personId } of rows) {
    const isThere = there.some(
      (row) => row.reportId === reportId && row.excerptId === excerptId && row.stance === stance,
    );
    const row = { findingId: toId, reportId, excerptId, stance, personId, createdAt: tx.at };
    if (!isThere)
      tx.db
        .insert(support)
        .values({ ...row, carriedFromId: id })
        .run();
  }
  const carried = rows.map((row) => row.id);
  tx.db
    .update(support)
    .set({ removedAt: tx.at, removedBy: tx.actor.personId })
    .where(inArray(support.id, carried))
    .run();
  return carried;
}

function openSupports(db: Db, findingId: number) {
  const open = and(eq(support.findingId, findingId), isNull(support.removedAt));
  return db.select().from(support).where(open).all();
}

function themesOf(db: Db, findingId: number): number[] {
  const open = and(eq(findingTheme.findingId, findingId), isNull(findingTheme.removedAt));
  const rows = db.select({ codeId: findingTheme.codeId }).from(findingTheme).where(open).all();
  return rows.map((row) => row.codeId);
}

function addTheme(db: Db, findingId: number, codeId: number): void {
  db.insert(findingTheme)
    .values({ findingId, codeId })
    .onConflictDoUpdate({
      target: [findingTheme.findingId, findingTheme.codeId],
      set: { removedAt: null },
    })
    .run();
}

/** The finding that took over one that was merged, or null. */
export function findingMergedInto(db: Db, findingId: number): number | null {
  const row = db
    .select({ intoId: finding.mergedIntoId })
    .from(finding)
    .where(eq(finding.id, findingId))
    .get();
  return row?.intoId ?? null;
}
