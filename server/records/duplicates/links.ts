/** What people say about duplicates: the same, or not; and taking either back. Standings follow at once. */
import { and, eq, inArray, or } from 'drizzle-orm';
import { duplicateLink, possiblePair } from '../../../schema/records.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../../platform/context.ts';
import { enqueueIndex } from '../../platform/jobs/jobs.ts';
import { refreshReport, rootOf } from '../reports/reports.ts';
import { clusterChanged } from './cluster-events.ts';
import {
  areKeptApart,
  idsWithRoots,
  isActive,
  linkReports,
  recomputeRoots,
  rootIdOf,
} from './clusters.ts';

export type Answer = 'same' | 'different';

/** @throws PAIR_ANSWERED when somebody was faster, KEPT_APART when a decision forbids the link. */
export function answerPair(
  context: PersonalContext,
  about: { reviewId: number; pairId: number },
  answer: Answer,
): void {
  inTransaction(context, (tx) => {
    const pair = findPair(tx, about.reviewId, about.pairId);
    if (!pair) throw notFound();
    if (pair.state !== 'open') throw new AppError('PAIR_ANSWERED');
    const roots = rootsOf(tx.db, about.reviewId, [pair.firstId, pair.secondId]);
    if (answer === 'same') {
      const { reviewId, firstId: one, secondId: other, reasons, score } = pair;
      join(tx, { reviewId, one, other, reasons, score });
    } else {
      // Asked once is enough: what was said of one pair holds for their clusters.
      settleBetween(tx, roots, 'different');
    }
    const state = { state: answer, decidedBy: tx.actor.personId, decidedAt: tx.at };
    tx.db.update(possiblePair).set(state).where(eq(possiblePair.id, pair.id)).run();
    audit(tx, {
      action: answer === 'same' ? 'duplicate.linked' : 'duplicate.kept_apart',
      entity: 'possible_pair',
      entityId: pair.id,
      reviewId: about.reviewId,
      before: { state: pair.state },
      after: { state: answer, reports: [pair.firstId, pair.secondId] },
    });
  });
}

/** A person knows that two publications are one, whether the rules saw it or not. */
export function linkByHand(
  context: PersonalContext,
  reviewId: number,
  [one, other]: [number, number],
): void {
  inTransaction(context, (tx) => {
    const roots = rootsOf(tx.db, reviewId, [one, other]);
    if (roots[0] === roots[1]) return;
    const reasons = [{ code: 'DECIDED_BY_HAND', params: {} }];
    join(tx, { reviewId, one, other, reasons, score: 1 });
    audit(tx, {
      action: 'duplicate.linked',
      entity: 'report',
      entityId: Math.min(...roots),
      reviewId,
      after: { reports: [one, other] },
    });
  });
}

/** @throws NOT_FOUND, REPORT_WITHDRAWN: what an undone import took along is not linked to anything. */
const rootsOf = (db: Db, reviewId: number, [one, other]: [number, number]) =>
  [rootOf(db, reviewId, one).id, rootOf(db, reviewId, other).id] as const;

type Joined = Omit<Parameters<typeof linkReports>[1], 'decidedBy'>;

function join(tx: PersonalContext, link: Joined): void {
  const [one, other] = rootsOf(tx.db, link.reviewId, [link.one, link.other]);
  if (one === other) return;
  if (areKeptApart(tx.db, one, other)) throw new AppError('KEPT_APART');
  changed(tx, link.reviewId, linkReports(tx, { ...link, decidedBy: tx.actor.personId }));
}

/**
 * Takes a link back: the cluster comes apart in two, every vote and coding is where it was made, and the rules will
 * not link the two again.
 */
export function unlink(
  context: PersonalContext,
  about: { reviewId: number; linkId: number },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, linkId } = about;
    const own = and(eq(duplicateLink.id, linkId), eq(duplicateLink.reviewId, reviewId));
    const link = tx.db.select().from(duplicateLink).where(and(own, isActive)).get();
    if (!link) throw notFound();
    const undone = { undoneAt: tx.at, undoneBy: tx.actor.personId };
    tx.db.update(duplicateLink).set(undone).where(eq(duplicateLink.id, linkId)).run();
    const roots = recomputeRoots(tx, [link.keptId, link.duplicateId]);
    keepApart(tx, link);
    changed(tx, reviewId, roots);
    audit(tx, {
      action: 'duplicate.unlinked',
      entity: 'duplicate_link',
      entityId: linkId,
      reviewId,
      before: { reports: [link.keptId, link.duplicateId], decidedBy: link.decidedBy },
      after: { roots: roots.filter((id) => rootIdOf(tx.db, id) === id) },
    });
  });
}

function keepApart(tx: PersonalContext, link: typeof duplicateLink.$inferSelect): void {
  const { reviewId, keptId: firstId, duplicateId: secondId, score, reasons } = link;
  const state = { state: 'different', decidedBy: tx.actor.personId, decidedAt: tx.at } as const;
  tx.db
    .insert(possiblePair)
    .values({ reviewId, firstId, secondId, score, reasons, against: [], ...state })
    .onConflictDoUpdate({ target: [possiblePair.firstId, possiblePair.secondId], set: state })
    .run();
  settleBetween(tx, [rootIdOf(tx.db, firstId), rootIdOf(tx.db, secondId)], 'different');
}

export function findPair(context: { db: Db }, reviewId: number, pairId: number) {
  const own = and(eq(possiblePair.id, pairId), eq(possiblePair.reviewId, reviewId));
  return context.db.select().from(possiblePair).where(own).get();
}

/** Answers every open question between two clusters at once. */
function settleBetween(
  tx: PersonalContext,
  [one, other]: readonly [number, number],
  state: Answer,
): void {
  const [ones, others] = [idsWithRoots(tx.db, [one]), idsWithRoots(tx.db, [other])];
  const between = or(
    and(inArray(possiblePair.firstId, ones), inArray(possiblePair.secondId, others)),
    and(inArray(possiblePair.firstId, others), inArray(possiblePair.secondId, ones)),
  );
  tx.db
    .update(possiblePair)
    .set({ state, decidedBy: tx.actor.personId, decidedAt: tx.at })
    .where(and(eq(possiblePair.state, 'open'), between))
    .run();
}

/** What is shown, derived and searched follows. */
export function changed(tx: Context, reviewId: number, roots: number[]): void {
  for (const id of new Set(roots)) refreshReport(tx, id);
  clusterChanged(tx, roots);
  enqueueIndex(tx, reviewId);
}
