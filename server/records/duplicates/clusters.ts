/**
 * Links between reports, and the clusters they make. Links form a forest: two reports are linked only while their
 * clusters are apart, so that taking one link away always takes a cluster apart in two.
 */
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { clustersOf } from '../../../import/duplicates/clusters.ts';
import { duplicateLink, possiblePair, report } from '../../../schema/records.ts';
import type { Db } from '../../db.ts';
import type { Context } from '../../platform/context.ts';

export type Reason = { code: string; params: Record<string, string | number> };
export type NewLink = {
  reviewId: number;
  one: number;
  other: number;
  reasons: Reason[];
  score: number;
  /** Null when the certain rules decided. */
  decidedBy: number | null;
  /** The act in which many were linked at once. */
  batchId?: number;
};

export const isActive = isNull(duplicateLink.undoneAt);

/**
 * Stores a link and gives both clusters one root, the lowest: first imported wins. The clusters must be apart.
 * @returns the roots before, of which the first is now the root of both.
 */
export function linkReports(tx: Context, link: NewLink): [kept: number, gone: number] {
  const { reviewId, one, other, reasons, score, decidedBy, batchId = null } = link;
  const roots = [rootIdOf(tx.db, one), rootIdOf(tx.db, other)] as const;
  const [kept, gone] = [Math.min(...roots), Math.max(...roots)];
  if (kept === gone) throw new Error(`Reports ${one} and ${other} are in one cluster already`);
  const keptId = Math.min(one, other);
  const duplicateId = Math.max(one, other);
  tx.db
    .insert(duplicateLink)
    .values({ reviewId, keptId, duplicateId, reasons, score, decidedBy, decidedAt: tx.at, batchId })
    .run();
  tx.db.update(report).set({ rootId: kept }).where(eq(report.rootId, gone)).run();
  return [kept, gone];
}

export function rootIdOf(db: Db, reportId: number): number {
  const row = db
    .select({ rootId: report.rootId })
    .from(report)
    .where(eq(report.id, reportId))
    .get();
  return row?.rootId ?? reportId;
}

/**
 * Connected components over the active links, from scratch, for these reports and everything that is or was in a
 * cluster with them. @returns every root there was before or is now.
 */
export function recomputeRoots(tx: { db: Db }, reportIds: number[]): number[] {
  const { db } = tx;
  const before = rowsOf(db, reportIds).map((row) => row.rootId ?? row.id);
  const affected = new Set([...reportIds, ...idsWithRoots(db, before)]);
  const links = linksAround(db, affected);
  const rows = rowsOf(db, [...affected]);
  const roots = new Set(rows.map((row) => row.rootId ?? row.id));
  const old = new Map(rows.map((row) => [row.id, row.rootId]));
  for (const ids of clustersOf(links, affected)) {
    const rootId = Math.min(...ids);
    roots.add(rootId);
    const changed = ids.filter((id) => old.get(id) !== rootId);
    if (changed.length > 0)
      db.update(report).set({ rootId }).where(inArray(report.id, changed)).run();
  }
  return [...roots];
}

/** Active links among reports, followed as far as they lead; the set grows by what is found. */
function linksAround(db: Db, ids: Set<number>): { a: number; b: number }[] {
  const links = new Map<number, { a: number; b: number }>();
  let border = [...ids];
  while (border.length > 0) {
    const found = activeLinks(db, border).filter((link) => !links.has(link.id));
    border = [];
    for (const { id, keptId: a, duplicateId: b } of found) {
      links.set(id, { a, b });
      for (const end of [a, b]) if (!ids.has(end)) border.push(end);
      ids.add(a).add(b);
    }
  }
  return [...links.values()];
}

export function activeLinks(db: Db, reportIds: number[]) {
  const touches = or(
    inArray(duplicateLink.keptId, reportIds),
    inArray(duplicateLink.duplicateId, reportIds),
  );
  return db.select().from(duplicateLink).where(and(isActive, touches)).all();
}

function rowsOf(db: Db, ids: number[]) {
  return db
    .select({ id: report.id, rootId: report.rootId })
    .from(report)
    .where(inArray(report.id, ids))
    .all();
}

export function idsWithRoots(db: Db, rootIds: number[]): number[] {
  const rows = db
    .select({ id: report.id })
    .from(report)
    .where(inArray(report.rootId, rootIds))
    .all();
  return rows.map((row) => row.id);
}

/** True when a person has said that somebody of one cluster is not somebody of the other. */
export function areKeptApart(db: Db, oneRoot: number, otherRoot: number): boolean {
  const ids = idsWithRoots(db, [oneRoot, otherRoot]);
  const ones = new Set(idsWithRoots(db, [oneRoot]));
  const answered = db
    .select({ a: possiblePair.firstId, b: possiblePair.secondId })
    .from(possiblePair)
    .where(
      and(
        eq(possiblePair.state, 'different'),
        inArray(possiblePair.firstId, ids),
        inArray(possiblePair.secondId, ids),
      ),
    )
    .all();
  return answered.some(({ a, b }) => ones.has(a) !== ones.has(b));
}
