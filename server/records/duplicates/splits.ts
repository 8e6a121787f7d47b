/** A cluster taken apart by a person: some of its reports stand for themselves again; and put back. */
import { and, eq, inArray, or } from 'drizzle-orm';
import { duplicateLink, possiblePair, report } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { rootOf } from '../reports/reports.ts';
import { activeLinks, idsWithRoots, linkReports, recomputeRoots, rootIdOf } from './clusters.ts';
import { changed, findPair } from './links.ts';

const byHand = [{ code: 'DECIDED_BY_HAND', params: {} }];

/**
 * Each of the reports becomes a publication of its own, which the rules will not link again; the others stay one.
 * @param apart members of the cluster, not all of them.
 */
export function splitCluster(
  context: PersonalContext,
  about: { reviewId: number; rootId: number },
  apart: readonly number[],
): void {
  inTransaction(context, (tx) => {
    const { reviewId } = about;
    const rootId = rootOf(tx.db, reviewId, about.rootId).id;
    const members = idsWithRoots(tx.db, [rootId]);
    const leaving = [...new Set(apart)].sort((a, b) => a - b);
    const staying = members.filter((id) => !leaving.includes(id));
    if (leaving.some((id) => !members.includes(id))) throw notFound();
    if (leaving.length === 0 || staying.length === 0) throw new AppError('SPLIT_SOME', {}, 'apart');
    const roots = new Set([rootId, ...cut(tx, leaving, members)]);
    // Those who were held together by one that leaves are one still: a person has just said so.
    for (const id of staying.slice(1))
      if (rootIdOf(tx.db, id) !== rootIdOf(tx.db, staying[0] ?? id)) {
        const ends = { one: staying[0] ?? id, other: id };
        const link = { reviewId, ...ends, reasons: byHand, score: 1 };
        for (const root of linkReports(tx, { ...link, decidedBy: tx.actor.personId }))
          roots.add(root);
      }
    const stays = rootIdOf(tx.db, staying[0] ?? rootId);
    for (const [index, id] of leaving.entries())
      for (const other of [stays, ...leaving.slice(0, index)]) keepApart(tx, reviewId, [other, id]);
    changed(tx, reviewId, [...roots, ...members]);
    audit(tx, {
      action: 'duplicate.split',
      entity: 'report',
      entityId: stays,
      reviewId,
      before: { reports: members },
      after: { together: staying, apart: leaving },
    });
  });
}

/** Takes away every link of the reports that leave. @returns the roots there are now or were. */
function cut(tx: PersonalContext, leaving: number[], members: number[]): number[] {
  const links = activeLinks(tx.db, leaving).map(({ id }) => id);
  const undone = { undoneAt: tx.at, undoneBy: tx.actor.personId };
  tx.db.update(duplicateLink).set(undone).where(inArray(duplicateLink.id, links)).run();
  return recomputeRoots(tx, members);
}

function keepApart(tx: PersonalContext, reviewId: number, pair: [number, number]): void {
  const [firstId, secondId] = [Math.min(...pair), Math.max(...pair)];
  const state = { state: 'different', decidedBy: tx.actor.personId, decidedAt: tx.at } as const;
  tx.db
    .insert(possiblePair)
    .values({ reviewId, firstId, secondId, score: 1, reasons: byHand, against: [], ...state })
    .onConflictDoUpdate({ target: [possiblePair.firstId, possiblePair.secondId], set: state })
    .run();
}

/** Two publications that a person kept apart are one after all: every "different" between them is taken back. */
export function putBack(
  context: PersonalContext,
  about: { reviewId: number; pairId: number },
): number {
  return inTransaction(context, (tx) => {
    const { reviewId, pairId } = about;
    const pair = findPair(tx, reviewId, pairId);
    if (pair?.state !== 'different') throw notFound();
    const [one, other] = [rootIdOf(tx.db, pair.firstId), rootIdOf(tx.db, pair.secondId)];
    const same = { state: 'same', decidedBy: tx.actor.personId, decidedAt: tx.at } as const;
    const taken = apartBetween(tx.db, [one, other]);
    tx.db.update(possiblePair).set(same).where(inArray(possiblePair.id, taken)).run();
    if (one !== other) {
      const { firstId, secondId, reasons, score } = pair;
      const link = { reviewId, one: firstId, other: secondId, reasons, score };
      changed(tx, reviewId, linkReports(tx, { ...link, decidedBy: tx.actor.personId }));
    }
    audit(tx, {
      action: 'duplicate.put_back',
      entity: 'possible_pair',
      entityId: pairId,
      reviewId,
      before: { state: pair.state, pairs: taken },
      after: { state: 'same', reports: [pair.firstId, pair.secondId] },
    });
    return Math.min(one, other);
  });
}

/** The questions between two clusters that were answered with "different". */
export function apartBetween(db: Db, [one, other]: [number, number]): number[] {
  const [ones, others] = [idsWithRoots(db, [one]), idsWithRoots(db, [other])];
  const between = or(
    and(inArray(possiblePair.firstId, ones), inArray(possiblePair.secondId, others)),
    and(inArray(possiblePair.firstId, others), inArray(possiblePair.secondId, ones)),
  );
  const rows = db
    .select({ id: possiblePair.id })
    .from(possiblePair)
    .where(and(eq(possiblePair.state, 'different'), between))
    .all();
  return rows.map((row) => row.id);
}

/** The publications that people have kept apart from this one, each once. */
export function keptApartFrom(db: Db, reviewId: number, rootId: number) {
  const members = idsWithRoots(db, [rootId]);
  const pairs = db
    .select()
    .from(possiblePair)
    .where(
      and(
        eq(possiblePair.reviewId, reviewId),
        eq(possiblePair.state, 'different'),
        or(inArray(possiblePair.firstId, members), inArray(possiblePair.secondId, members)),
      ),
    )
    .all();
  const found = new Map<number, { pairId: number; id: number; title: string }>();
  for (const { id: pairId, firstId, secondId } of pairs) {
    const other = rootIdOf(db, members.includes(firstId) ? secondId : firstId);
    const row = db.select().from(report).where(eq(report.id, other)).get();
    if (row && other !== rootId && row.withdrawnAt === null)
      found.set(other, { pairId, id: other, title: row.title });
  }
  return [...found.values()];
}
