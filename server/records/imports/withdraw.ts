/** Reports of an undone import are withdrawn, and their clusters come apart. Nothing is deleted. */
import { inArray } from 'drizzle-orm';
import { duplicateLink, report } from '../../../schema/records.ts';
import { statement } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { clusterChanged } from '../duplicates/cluster-events.ts';
import { activeLinks, linkReports, recomputeRoots, rootIdOf } from '../duplicates/clusters.ts';
import { refreshReport } from '../reports/reports.ts';

type Undone = { reviewId: number; importId: number };

/**
 * Some or all reports of an import that is being undone, at most as many as SQLite takes values. Nobody has worked on
 * them: what follows is only that clusters are others now.
 */
export function withdrawReports(tx: Context, about: Undone, ids: number[]): void {
  tx.db.update(report).set({ withdrawnAt: tx.at }).where(inArray(report.id, ids)).run();
  const changedRoots = new Set<number>();
  for (const id of linkedOf(tx, ids))
    for (const root of comeApart(tx, about, id)) changedRoots.add(root);
  for (const id of changedRoots) refreshReport(tx, id);
  clusterChanged(tx, changedRoots);
}

function linkedOf(tx: Context, ids: number[]): number[] {
  const links = activeLinks(tx.db, ids);
  const ends = new Set(links.flatMap((link) => [link.keptId, link.duplicateId]));
  return ids.filter((id) => ends.has(id));
}

/** @returns every root whose cluster is another one now. */
function comeApart(tx: Context, about: Undone, id: number): number[] {
  const links = activeLinks(tx.db, [id]);
  const ends = new Set(links.flatMap((link) => [link.keptId, link.duplicateId]));
  ends.delete(id);
  const linkIds = links.map((link) => link.id);
  const undone = { undoneAt: tx.at, undoneBy: tx.actor?.personId ?? null };
  tx.db.update(duplicateLink).set(undone).where(inArray(duplicateLink.id, linkIds)).run();
  reconnect(tx, about, [...ends]);
  return recomputeRoots(tx, [id, ...ends]);
}

/** What was the same as a withdrawn report is still the same as each other; what stays holds the rest together. */
function reconnect(tx: Context, { reviewId, importId }: Undone, neighbours: number[]): void {
  recomputeRoots(tx, neighbours);
  const goes = statement(tx.db, 'select 1 from record where report_id = ? and +import_id = ?');
  const isGoing = (id: number) => goes.get(id, importId) !== undefined;
  const [first, ...others] = neighbours.sort((a, b) => Number(isGoing(a)) - Number(isGoing(b)));
  for (const other of others) {
    if (first === undefined || rootIdOf(tx.db, first) === rootIdOf(tx.db, other)) continue;
    const reasons = [{ code: 'SAME_AS_WITHDRAWN', params: {} }];
    const link = { reviewId, one: first, other, reasons, score: 1, decidedBy: null };
    linkReports(tx, link);
  }
}
