/** Answers about duplicates taken back: the question is open again, as if it had never been answered. */
import { and, eq, inArray } from 'drizzle-orm';
import { duplicateLink, possiblePair } from '../../../schema/records.ts';
import { relatedLink } from '../../../schema/related.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { isActive, recomputeRoots, rootIdOf } from './clusters.ts';
import { changed, findPair } from './links.ts';
import { holds } from './related.ts';
import { apartBetween } from './splits.ts';

type Pair = NonNullable<ReturnType<typeof findPair>>;
type About = { reviewId: number; pairId: number };

/**
 * What one answer did is undone: the link it made, the relation, and the other questions it settled. Two that were
 * joined come apart, each with the votes and codings that were made on it.
 */
export function takeBack(context: PersonalContext, about: About): void {
  inTransaction(context, (tx) => {
    const pair = findPair(tx, about.reviewId, about.pairId);
    if (!pair || pair.state === 'open') throw notFound();
    const settled = pair.state === 'different' ? settledWith(tx.db, pair) : [];
    if (pair.state === 'same') comeApart(tx, pair);
    else loosen(tx, pair);
    reopen(tx, pair, settled);
  });
}

/** Puts a question in the list again, however long ago it and its likes were answered with "different". */
export function askAgain(context: PersonalContext, about: About): void {
  inTransaction(context, (tx) => {
    const pair = findPair(tx, about.reviewId, about.pairId);
    if (pair?.state !== 'different') throw notFound();
    // One answer that stood would forbid what the question allows.
    reopen(tx, pair, apartBetween(tx.db, rootsOf(tx.db, pair)));
  });
}

export type GivenAnswer = 'same' | 'different' | 'related';

/** How a question was answered; undefined while it is open, and when there is none. */
export function answerTo(db: Db, { reviewId, pairId }: About) {
  const pair = findPair({ db }, reviewId, pairId);
  if (!pair || pair.state === 'open') return undefined;
  const isRelated = pair.state === 'different' && relationOf(db, pair) !== undefined;
  const answer: GivenAnswer = isRelated ? 'related' : pair.state;
  return { ...pair, answer };
}

const rootsOf = (db: Db, { firstId, secondId }: Pair): [number, number] => [
  rootIdOf(db, firstId),
  rootIdOf(db, secondId),
];

const endsOf = ({ firstId, secondId }: Pair): [number, number] => [
  Math.min(firstId, secondId),
  Math.max(firstId, secondId),
];

/** The questions between the same clusters that were answered in the same act. */
function settledWith(db: Db, pair: Pair): number[] {
  const between = apartBetween(db, rootsOf(db, pair));
  return db
    .select()
    .from(possiblePair)
    .where(inArray(possiblePair.id, between))
    .all()
    .filter(({ decidedBy, decidedAt }) => isSameAct(pair, { decidedBy, decidedAt }))
    .map(({ id }) => id);
}

type Act = { decidedBy: number | null; decidedAt: string | null };
const isSameAct = (one: Act, other: Act) =>
  one.decidedBy === other.decidedBy && one.decidedAt === other.decidedAt;

function comeApart(tx: PersonalContext, pair: Pair): void {
  const [keptId, duplicateId] = endsOf(pair);
  const own = and(
    isActive,
    eq(duplicateLink.keptId, keptId),
    eq(duplicateLink.duplicateId, duplicateId),
  );
  const undone = { undoneAt: tx.at, undoneBy: tx.actor.personId };
  const { changes } = tx.db.update(duplicateLink).set(undone).where(own).run();
  if (changes > 0) changed(tx, pair.reviewId, recomputeRoots(tx, [keptId, duplicateId]));
}

function loosen(tx: PersonalContext, pair: Pair): void {
  const link = relationOf(tx.db, pair);
  if (!link) return;
  const undone = { undoneAt: tx.at, undoneBy: tx.actor.personId };
  tx.db.update(relatedLink).set(undone).where(eq(relatedLink.id, link.id)).run();
}

/** The relation that was made by the answer itself. */
function relationOf(db: Db, pair: Pair) {
  const [firstId, secondId] = endsOf(pair);
  const own = and(holds, eq(relatedLink.firstId, firstId), eq(relatedLink.secondId, secondId));
  const link = db.select().from(relatedLink).where(own).get();
  return link && isSameAct(pair, link) ? link : undefined;
}

function reopen(tx: PersonalContext, pair: Pair, others: number[]): void {
  const ids = [...new Set([pair.id, ...others])];
  const open = { state: 'open', decidedBy: null, decidedAt: null } as const;
  tx.db.update(possiblePair).set(open).where(inArray(possiblePair.id, ids)).run();
  audit(tx, {
    action: 'duplicate.asked_again',
    entity: 'possible_pair',
    entityId: pair.id,
    reviewId: pair.reviewId,
    before: { state: pair.state, decidedBy: pair.decidedBy },
    after: { state: 'open', pairs: ids },
  });
}
