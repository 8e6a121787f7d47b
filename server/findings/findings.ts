/** Findings: review-level statements, drafts until something supports them, final when a person says so. */
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import type { Words } from '../../schema/columns.ts';
import { type FindingState, finding, findingKind, findingTheme } from '../../schema/findings.ts';
import { audit } from '../accounts/audit.ts';
import { requireCodes } from '../coding/codebooks/codes.ts';
import { cleanWords, keyFrom, renewIndex, requireFreeKey, requireWords } from '../coding/rows.ts';
import { type Db, statement } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import { ensureKinds, kindsOf } from './kinds.ts';
import { stancesOf, supportsOf } from './support-rows.ts';

export type FindingInput = {
  key?: string;
  kindKey: string;
  /** Last of its kind when none is given. */
  number?: number | null;
  statement: Words;
  explanation?: Words;
  themeCodeIds?: readonly number[];
};
export type FindingRow = typeof finding.$inferSelect;

export function addFinding(
  context: PersonalContext,
  reviewId: number,
  input: FindingInput,
): number {
  return inTransaction(context, (tx) => {
    ensureKinds(tx, reviewId);
    const told = checked(tx.db, reviewId, input);
    const ofReview = eq(finding.reviewId, reviewId);
    const others = tx.db.select().from(finding).where(ofReview).all();
    const taken = others.map((row) => row.key);
    const siblings = others.filter((row) => row.kindId === told.kindId && !row.archivedAt);
    const last = Math.max(0, ...siblings.map((row) => row.number));
    const key = input.key ? requireFreeKey(input.key, taken) : keyFrom(told.statement, taken);
    const row = {
      reviewId,
      key,
      ...told,
      number: input.number ?? last + 1,
      createdBy: tx.actor.personId,
      createdAt: tx.at,
    };
    const { id } = tx.db.insert(finding).values(row).returning().get();
    const themes = setThemes(tx, reviewId, id, input.themeCodeIds ?? []);
    const after = { ...told, key, number: row.number, themes };
    audit(tx, { action: 'finding.added', entity: 'finding', entityId: id, reviewId, after });
    renewIndex(tx, reviewId);
    return id;
  });
}

export function changeFinding(
  context: PersonalContext,
  findingId: number,
  reviewId: number,
  input: FindingInput,
): void {
  inTransaction(context, (tx) => {
    const old = requireFinding(tx.db, findingId, reviewId);
    const before = {
      kindId: old.kindId,
      number: old.number,
      statement: old.statement,
      explanation: old.explanation,
      themes: openThemes(tx.db, findingId),
    };
    const told = { ...checked(tx.db, reviewId, input), number: input.number ?? old.number };
    tx.db.update(finding).set(told).where(eq(finding.id, findingId)).run();
    const themes = setThemes(tx, reviewId, findingId, input.themeCodeIds ?? []);
    const after = { ...told, themes };
    const about = { entity: 'finding', entityId: findingId, reviewId, before, after };
    audit(tx, { action: 'finding.changed', ...about });
    renewIndex(tx, reviewId);
  });
}

function checked(db: Db, reviewId: number, input: FindingInput) {
  const kind = kindsOf(db, reviewId).find((row) => row.key === input.kindKey);
  if (!kind) throw new AppError('FINDING_KIND_UNKNOWN', {}, 'kind');
  return {
    kindId: kind.id,
    statement: requireWords(input.statement, 'statement'),
    explanation: cleanWords(input.explanation ?? {}),
  };
}

/** @throws FINDING_WITHOUT_SUPPORT: no claim is final unless something supports it. */
export function finalizeFinding(context: PersonalContext, findingId: number, reviewId?: number) {
  inTransaction(context, (tx) => {
    const row = requireFinding(tx.db, findingId, reviewId);
    if (!isSupported(tx.db, findingId)) throw new AppError('FINDING_WITHOUT_SUPPORT');
    changeState(tx, row, 'final');
  });
}

export function reopenFinding(context: PersonalContext, findingId: number, reviewId?: number) {
  inTransaction(context, (tx) => {
    changeState(tx, requireFinding(tx.db, findingId, reviewId), 'draft');
  });
}

/** Inside another act: a final finding that has lost its last support is a draft again. */
export function reopenUnsupported(tx: PersonalContext, findingId: number): boolean {
  const row = requireFinding(tx.db, findingId);
  if (row.state === 'draft' || isSupported(tx.db, findingId)) return false;
  changeState(tx, row, 'draft');
  return true;
}

function changeState(tx: PersonalContext, row: FindingRow, state: FindingState): void {
  if (row.state === state) return;
  tx.db.update(finding).set({ state }).where(eq(finding.id, row.id)).run();
  audit(tx, {
    action: state === 'final' ? 'finding.finalized' : 'finding.reopened',
    entity: 'finding',
    entityId: row.id,
    reviewId: row.reviewId,
    before: { state: row.state },
    after: { state },
  });
  renewIndex(tx, row.reviewId);
}

export function archiveFinding(context: PersonalContext, findingId: number, reviewId: number) {
  inTransaction(context, (tx) => {
    const { key, statement, state } = requireFinding(tx.db, findingId, reviewId);
    tx.db.update(finding).set({ archivedAt: tx.at }).where(eq(finding.id, findingId)).run();
    const before = { key, statement, state };
    const about = { entity: 'finding', entityId: findingId, reviewId, before };
    audit(tx, { action: 'finding.archived', ...about });
    renewIndex(tx, reviewId);
  });
}

export function requireFinding(db: Db, findingId: number, reviewId?: number): FindingRow {
  const open = and(eq(finding.id, findingId), isNull(finding.archivedAt));
  const row = db.select().from(finding).where(open).get();
  if (!row || (reviewId !== undefined && row.reviewId !== reviewId)) throw notFound();
  return row;
}

export function isSupported(db: Db, findingId: number): boolean {
  const rows = supportsOf(db, [findingId]).get(findingId) ?? [];
  return rows.some((row) => row.stance === 'supports');
}

/** A review's findings by kind and number, with their themes and what speaks for and against each. */
export function findingsOf(db: Db, reviewId: number, options: { onlyFinal: boolean }) {
  const ofReview = eq(finding.reviewId, reviewId);
  return readFindings(
    db,
    and(ofReview, options.onlyFinal ? eq(finding.state, 'final') : undefined),
  );
}

export type FindingWithThemes = ReturnType<typeof readFindings>[number];

/** One finding with everything behind it, or null. Whether it may be seen is the caller's question: `state` tells. */
export function findingWithSupport(db: Db, findingId: number) {
  const [found] = readFindings(db, eq(finding.id, findingId));
  if (!found) return null;
  const rows = supportsOf(db, [findingId]).get(findingId) ?? [];
  return {
    ...found,
    supports: rows.filter((row) => row.stance === 'supports'),
    contradicts: rows.filter((row) => row.stance === 'contradicts'),
  };
}

function readFindings(db: Db, which: SQL | undefined) {
  const rows = db
    .select({
      id: finding.id,
      reviewId: finding.reviewId,
      key: finding.key,
      number: finding.number,
      statement: finding.statement,
      explanation: finding.explanation,
      state: finding.state,
      kind: {
        id: findingKind.id,
        key: findingKind.key,
        label: findingKind.label,
        position: findingKind.position,
      },
    })
    .from(finding)
    .innerJoin(findingKind, eq(findingKind.id, finding.kindId))
    .where(and(which, isNull(finding.archivedAt)))
    .orderBy(asc(findingKind.position), asc(findingKind.id), asc(finding.number), asc(finding.id))
    .all();
  const ids = rows.map((row) => row.id);
  const themes = themesOf(db, ids);
  const stances = stancesOf(db, ids);
  return rows.map((row) => ({
    ...row,
    themes: themes.get(row.id) ?? [],
    ...(stances.get(row.id) ?? { supportingIds: [], contradictingIds: [] }),
  }));
}

const themeSql = `select t.finding_id, c.id, c.key, c.label, b.key from json_each(?) asked
  join finding_theme t on t.finding_id = asked.value and t.removed_at is null
  join code c on c.id = t.code_id and c.archived_at is null
  join codebook b on b.id = c.codebook_id and b.archived_at is null
  order by b.position, c.position, c.id`;

export type Theme = { codeId: number; key: string; label: Words; codebookKey: string };

/** By finding its themes in the order of their codebooks; the same code is the same theme. */
function themesOf(db: Db, findingIds: readonly number[]): Map<number, Theme[]> {
  const rows = statement(db, themeSql).raw().all(JSON.stringify(findingIds)) as [
    ...[findingId: number, codeId: number, key: string, label: string, codebookKey: string],
  ][];
  const known = new Map<number, Theme>();
  const all = new Map<number, Theme[]>();
  for (const [findingId, codeId, key, label, codebookKey] of rows) {
    const theme = known.get(codeId) ?? { codeId, key, label: JSON.parse(label), codebookKey };
    known.set(codeId, theme);
    const own = all.get(findingId);
    if (own) own.push(theme);
    else all.set(findingId, [theme]);
  }
  return all;
}

function openThemes(db: Db, findingId: number): number[] {
  const open = and(eq(findingTheme.findingId, findingId), isNull(findingTheme.removedAt));
  const rows = db.select({ codeId: findingTheme.codeId }).from(findingTheme).where(open).all();
  return rows.map((row) => row.codeId).sort((one, other) => one - other);
}

/** Makes these the finding's themes. One that was taken away before comes back in its old row. */
function setThemes(
  tx: PersonalContext,
  reviewId: number,
  findingId: number,
  codeIds: readonly number[],
): number[] {
  const wanted = requireCodes(tx.db, reviewId, codeIds, 'themes');
  const had = openThemes(tx.db, findingId);
  for (const codeId of had.filter((id) => !wanted.includes(id)))
    tx.db
      .update(findingTheme)
      .set({ removedAt: tx.at })
      .where(and(eq(findingTheme.findingId, findingId), eq(findingTheme.codeId, codeId)))
      .run();
  for (const codeId of wanted)
    tx.db
      .insert(findingTheme)
      .values({ findingId, codeId })
      .onConflictDoUpdate({
        target: [findingTheme.findingId, findingTheme.codeId],
        set: { removedAt: null },
      })
      .run();
  return wanted.toSorted((one, other) => one - other);
}
