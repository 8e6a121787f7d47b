/** Many questions about duplicates answered "the same" at once, from a chosen likeness on; undone as one. */
import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { person } from '../../../schema/accounts.ts';
import { duplicateLink, possiblePair, report } from '../../../schema/records.ts';
import { duplicateBatch } from '../../../schema/related.ts';
import { vote } from '../../../schema/screening.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { type Context, inTransaction, type PersonalContext } from '../../platform/context.ts';
import { enqueueIndex } from '../../platform/jobs/jobs.ts';
import { refreshReport } from '../reports/reports.ts';
import { clusterChanged } from './cluster-events.ts';
import { areKeptApart, isActive, linkReports, recomputeRoots, rootIdOf } from './clusters.ts';
import { openPairsFrom } from './duplicates.ts';

/** So many in one act; those who click meanwhile wait for it. */
export const batchMax = 300;

/**
 * Links every open pair that is at least so likely, the likeliest first, but what people keep apart.
 * @returns how many questions were answered.
 */
export function acceptFrom(
  context: PersonalContext,
  { reviewId, scoreFrom }: { reviewId: number; scoreFrom: number },
): number {
  return inTransaction(context, (tx) => {
    const pairs = openPairsFrom(tx.db, reviewId, scoreFrom, batchMax);
    if (pairs.length === 0) return 0;
    const made = { reviewId, scoreFrom, personId: tx.actor.personId, createdAt: tx.at };
    const { lastInsertRowid } = tx.db.insert(duplicateBatch).values(made).run();
    const batchId = Number(lastInsertRowid);
    const roots = new Set<number>();
    const answered = pairs.filter((pair) => accept(tx, { reviewId, batchId }, pair, roots));
    changed(tx, reviewId, roots);
    audit(tx, {
      action: 'duplicate.batch_accepted',
      entity: 'duplicate_batch',
      entityId: batchId,
      reviewId,
      after: { scoreFrom, pairs: answered.map(({ id }) => id) },
    });
    return answered.length;
  });
}

/** What accepting would do, without doing it: how many publications would become how many. */
export function outlook(
  db: Db,
  { reviewId, scoreFrom }: { reviewId: number; scoreFrom: number },
): { answered: number; before: number; after: number; judged: number } {
  const pairs = openPairsFrom(db, reviewId, scoreFrom, batchMax);
  const clusterOf = new Map<number, Set<number>>();
  const clusterWith = (root: number) => clusterOf.get(root) ?? new Set([root]);
  let answered = 0;
  for (const { first, second } of pairs) {
    const one = clusterWith(first.rootId ?? first.id);
    const other = clusterWith(second.rootId ?? second.id);
    if (one !== other && areAnyKeptApart(db, one, other)) continue;
    answered += 1;
    const both = new Set([...one, ...other]);
    for (const root of both) clusterOf.set(root, both);
  }
  const roots = [...clusterOf.keys()];
  const votedOn = db
    .selectDistinct({ rootId: report.rootId })
    .from(vote)
    .innerJoin(report, eq(report.id, vote.reportId))
    .where(inArray(report.rootId, roots))
    .all();
  const after = new Set(clusterOf.values()).size;
  return { answered, before: roots.length, after, judged: votedOn.length };
}

function areAnyKeptApart(db: Db, ones: Set<number>, others: Set<number>): boolean {
  return [...ones].some((one) => [...others].some((other) => areKeptApart(db, one, other)));
}

type OpenPair = ReturnType<typeof openPairsFrom>[number];

function accept(
  tx: PersonalContext,
  { reviewId, batchId }: { reviewId: number; batchId: number },
  pair: OpenPair,
  roots: Set<number>,
): boolean {
  const [one, other] = [rootIdOf(tx.db, pair.firstId), rootIdOf(tx.db, pair.secondId)];
  if (one !== other) {
    if (areKeptApart(tx.db, one, other)) return false;
    const { firstId, secondId, reasons, score } = pair;
    const ends = { one: firstId, other: secondId };
    const decidedBy = tx.actor.personId;
    for (const id of linkReports(tx, { reviewId, ...ends, reasons, score, decidedBy, batchId }))
      roots.add(id);
  }
  const state = { state: 'same', decidedBy: tx.actor.personId, decidedAt: tx.at } as const;
  tx.db.update(possiblePair).set(state).where(eq(possiblePair.id, pair.id)).run();
  return true;
}

/** Takes back every link of the batch that still holds; its questions are open again. */
export function undoBatch(
  context: PersonalContext,
  about: { reviewId: number; batchId: number },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, batchId } = about;
    const own = and(eq(duplicateBatch.id, batchId), eq(duplicateBatch.reviewId, reviewId));
    const batch = tx.db.select().from(duplicateBatch).where(own).get();
    if (!batch || batch.undoneAt !== null) throw notFound();
    const undone = { undoneAt: tx.at, undoneBy: tx.actor.personId };
    const inBatch = and(eq(duplicateLink.batchId, batchId), isActive);
    const links = tx.db.select().from(duplicateLink).where(inBatch).all();
    tx.db.update(duplicateLink).set(undone).where(inBatch).run();
    tx.db.update(duplicateBatch).set(undone).where(own).run();
    const ids = links.flatMap((link) => [link.keptId, link.duplicateId]);
    const roots = ids.length > 0 ? recomputeRoots(tx, ids) : [];
    reopen(tx, batch);
    changed(tx, reviewId, roots);
    audit(tx, {
      action: 'duplicate.batch_undone',
      entity: 'duplicate_batch',
      entityId: batchId,
      reviewId,
      before: { links: links.map(({ id }) => id) },
    });
  });
}

/** All that the act answered: also what was one already by other links of it. */
function reopen(tx: Context, batch: typeof duplicateBatch.$inferSelect): void {
  const { reviewId, personId: decidedBy, createdAt: decidedAt } = batch;
  const open = { state: 'open', decidedBy: null, decidedAt: null } as const;
  const answered = and(
    eq(possiblePair.reviewId, reviewId),
    eq(possiblePair.state, 'same'),
    eq(possiblePair.decidedBy, decidedBy),
    eq(possiblePair.decidedAt, decidedAt),
  );
  tx.db.update(possiblePair).set(open).where(answered).run();
}

/** The batches that hold, the latest first, each with the links of it that hold. */
export function batchesOf(db: Db, reviewId: number) {
  return db
    .select({
      id: duplicateBatch.id,
      scoreFrom: duplicateBatch.scoreFrom,
      createdAt: duplicateBatch.createdAt,
      by: person.name,
      links: count(duplicateLink.id),
    })
    .from(duplicateBatch)
    .leftJoin(person, eq(person.id, duplicateBatch.personId))
    .leftJoin(duplicateLink, and(eq(duplicateLink.batchId, duplicateBatch.id), isActive))
    .where(and(eq(duplicateBatch.reviewId, reviewId), isNull(duplicateBatch.undoneAt)))
    .groupBy(duplicateBatch.id)
    .orderBy(desc(duplicateBatch.id))
    .limit(20)
    .all();
}

function changed(tx: Context, reviewId: number, roots: Iterable<number>): void {
  const ids = [...new Set(roots)];
  for (const id of ids) refreshReport(tx, id);
  clusterChanged(tx, ids);
  enqueueIndex(tx, reviewId);
}
