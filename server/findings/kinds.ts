/** The kinds of findings that a review has: three to begin with, its own to rename, order and add to. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Locale, locales, type Words } from '../../schema/columns.ts';
import { finding, findingKind, startingKinds } from '../../schema/findings.ts';
import { audit } from '../accounts/audit.ts';
import { placed } from '../coding/codebooks/tree.ts';
import { keyFrom, renewIndex, requireFreeKey, requireWords } from '../coding/rows.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';
import { inWords, translate } from '../platform/i18n.ts';

export type KindInput = { key?: string; label: Words; position?: number };
export type KindRow = typeof findingKind.$inferSelect;

/** Gives a review that has no kinds the three that every review begins with. */
export function ensureKinds(context: Context, reviewId: number): void {
  inTransaction(context, (tx) => {
    if (allKinds(tx.db, reviewId).length > 0) return;
    for (const key of startingKinds) {
      const label = Object.fromEntries(
        locales.map((locale) => [locale, translate(locale, `findings.starting_kind.${key}`)]),
      );
      addKind(tx, reviewId, { key, label });
    }
  });
}

export function addKind(context: Context, reviewId: number, input: KindInput): number {
  return inTransaction(context, (tx) => {
    const label = requireWords(input.label, 'label');
    const others = allKinds(tx.db, reviewId);
    const taken = others.map((row) => row.key);
    const last = Math.max(0, ...others.map((row) => row.position));
    const key = input.key ? requireFreeKey(input.key, taken) : keyFrom(label, taken);
    const row = { reviewId, key, label, position: input.position ?? last + 1 };
    const { id } = tx.db.insert(findingKind).values(row).returning().get();
    const about = { entity: 'finding_kind', entityId: id, reviewId, after: row };
    audit(tx, { action: 'finding_kind.added', ...about });
    return id;
  });
}

export function renameKind(context: Context, kindId: number, reviewId: number, label: Words): void {
  inTransaction(context, (tx) => {
    const before = requireKind(tx.db, kindId, reviewId);
    const after = { label: requireWords(label, 'label') };
    tx.db.update(findingKind).set(after).where(eq(findingKind.id, kindId)).run();
    audit(tx, {
      action: 'finding_kind.renamed',
      entity: 'finding_kind',
      entityId: kindId,
      reviewId,
      before: { label: before.label },
      after,
    });
    renewIndex(tx, reviewId);
  });
}

/** Puts a kind at a place among the others, counted from 1. */
export function moveKind(
  context: Context,
  kindId: number,
  reviewId: number,
  position: number,
): void {
  inTransaction(context, (tx) => {
    const before = requireKind(tx.db, kindId, reviewId);
    const ids = kindsOf(tx.db, reviewId).map((row) => row.id);
    for (const [index, id] of placed(ids, kindId, position).entries())
      tx.db
        .update(findingKind)
        .set({ position: index + 1 })
        .where(eq(findingKind.id, id))
        .run();
    audit(tx, {
      action: 'finding_kind.moved',
      entity: 'finding_kind',
      entityId: kindId,
      reviewId,
      before: { position: before.position },
      after: { position },
    });
  });
}

/** @throws KIND_IN_USE while findings are of this kind. */
export function archiveKind(context: Context, kindId: number, reviewId: number): void {
  inTransaction(context, (tx) => {
    const { key } = requireKind(tx.db, kindId, reviewId);
    const ofKind = and(eq(finding.kindId, kindId), isNull(finding.archivedAt));
    const count = tx.db.select({ id: finding.id }).from(finding).where(ofKind).all().length;
    if (count > 0) throw new AppError('KIND_IN_USE', { count });
    tx.db.update(findingKind).set({ archivedAt: tx.at }).where(eq(findingKind.id, kindId)).run();
    const about = { entity: 'finding_kind', entityId: kindId, reviewId, before: { key } };
    audit(tx, { action: 'finding_kind.archived', ...about });
  });
}

/** What stands over findings of a kind: one that nobody has renamed has a word for several as well. */
export function kindHeading(
  locale: Locale,
  { label }: Pick<KindRow, 'label'>,
  count: number,
): string {
  const name = inWords(locale, label);
  const own = startingKinds.find(
    (key) => name === translate(locale, `findings.starting_kind.${key}`),
  );
  return own && count > 1 ? translate(locale, `findings.starting_kinds.${own}`) : name;
}

/** The kinds in use, in order. */
export function kindsOf(db: Db, reviewId: number): KindRow[] {
  return allKinds(db, reviewId).filter((row) => row.archivedAt === null);
}

function requireKind(db: Db, kindId: number, reviewId: number): KindRow {
  const row = kindsOf(db, reviewId).find((kind) => kind.id === kindId);
  if (!row) throw notFound();
  return row;
}

function allKinds(db: Db, reviewId: number): KindRow[] {
  return db
    .select()
    .from(findingKind)
    .where(eq(findingKind.reviewId, reviewId))
    .orderBy(asc(findingKind.position), asc(findingKind.id))
    .all();
}
