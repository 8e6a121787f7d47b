/** Related reports: a preprint and its article, two editions, a title and its correction. They stay two. */
import { and, count, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { person } from '../../../schema/accounts.ts';
import { report } from '../../../schema/records.ts';
import { type Relation, relatedLink } from '../../../schema/related.ts';
import { audit } from '../../accounts/audit.ts';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { inTransaction, type PersonalContext } from '../../platform/context.ts';
import { rootOf } from '../reports/reports.ts';
import { idsWithRoots, type Reason } from './clusters.ts';
import { answerPair, findPair } from './links.ts';

const first = alias(report, 'first');
const second = alias(report, 'second');
export const holds = isNull(relatedLink.undoneAt);

/** Linking again what is linked changes nothing. @throws SAME_PUBLICATION when the two are one already. */
export function relateReports(
  context: PersonalContext,
  reviewId: number,
  [one, other]: [number, number],
  relation: Relation,
): void {
  inTransaction(context, (tx) => {
    const roots = [rootOf(tx.db, reviewId, one).id, rootOf(tx.db, reviewId, other).id] as const;
    if (roots[0] === roots[1]) throw new AppError('SAME_PUBLICATION');
    if (relatedTo(tx.db, roots[0]).some((row) => row.other.rootId === roots[1])) return;
    const ends = { firstId: Math.min(one, other), secondId: Math.max(one, other) };
    const decided = { decidedBy: tx.actor.personId, decidedAt: tx.at };
    const { lastInsertRowid } = tx.db
      .insert(relatedLink)
      .values({ reviewId, ...ends, relation, ...decided })
      .run();
    audit(tx, {
      action: 'related.linked',
      entity: 'related_link',
      entityId: Number(lastInsertRowid),
      reviewId,
      after: { reports: [ends.firstId, ends.secondId], relation },
    });
  });
}

/**
 * Answers a question about duplicates: two reports, that belong together.
 * @param relation how; if nobody says, what speaks against their being one tells.
 */
export function answerRelated(
  context: PersonalContext,
  about: { reviewId: number; pairId: number },
  relation?: Relation,
): void {
  inTransaction(context, (tx) => {
    const pair = findPair(tx, about.reviewId, about.pairId);
    if (!pair) throw notFound();
    answerPair(tx, about, 'different');
    const { firstId, secondId, against } = pair;
    relateReports(
      tx,
      about.reviewId,
      [firstId, secondId],
      relation ?? likelyRelation(against) ?? 'study',
    );
  });
}

export function unrelate(
  context: PersonalContext,
  about: { reviewId: number; linkId: number },
): void {
  inTransaction(context, (tx) => {
    const { reviewId, linkId } = about;
    const own = and(eq(relatedLink.id, linkId), eq(relatedLink.reviewId, reviewId), holds);
    const link = tx.db.select().from(relatedLink).where(own).get();
    if (!link) throw notFound();
    const undone = { undoneBy: tx.actor.personId, undoneAt: tx.at };
    tx.db.update(relatedLink).set(undone).where(eq(relatedLink.id, linkId)).run();
    audit(tx, {
      action: 'related.unlinked',
      entity: 'related_link',
      entityId: linkId,
      reviewId,
      before: { reports: [link.firstId, link.secondId], relation: link.relation },
    });
  });
}

/** What a publication is related to, through any of its records; the links of one cluster with itself left out. */
export function relatedTo(db: Db, rootId: number) {
  const ids = idsWithRoots(db, [rootId]);
  const touches = or(inArray(relatedLink.firstId, ids), inArray(relatedLink.secondId, ids));
  return select(db)
    .where(and(holds, touches))
    .all()
    .filter(({ first, second }) => first.rootId !== second.rootId)
    .map(({ first, second, ...link }) => ({
      ...link,
      other: first.rootId === rootId ? second : first,
    }));
}

/** All links of a review that hold, the latest first. */
export function relatedPairs(db: Db, reviewId: number, range: { limit: number; offset: number }) {
  const where = and(holds, eq(relatedLink.reviewId, reviewId));
  const rows = select(db)
    .where(where)
    .orderBy(desc(relatedLink.id))
    .limit(range.limit)
    .offset(range.offset)
    .all();
  const total = db.select({ n: count() }).from(relatedLink).where(where).get()?.n ?? 0;
  return { rows, total };
}

function select(db: Db) {
  return db
    .select({
      id: relatedLink.id,
      relation: relatedLink.relation,
      decidedAt: relatedLink.decidedAt,
      decidedBy: person.name,
      first: { id: first.id, rootId: first.rootId, title: first.title, year: first.year },
      second: { id: second.id, rootId: second.rootId, title: second.title, year: second.year },
    })
    .from(relatedLink)
    .innerJoin(first, eq(first.id, relatedLink.firstId))
    .innerJoin(second, eq(second.id, relatedLink.secondId))
    .leftJoin(person, eq(person.id, relatedLink.decidedBy));
}

const relationBy: Record<string, Relation> = {
  ONE_IS_ABOUT_THE_OTHER: 'about',
  DIFFERENT_EDITIONS: 'edition',
  DIFFERENT_KINDS: 'version',
};

/** What speaks against two being one because it says how they are related. */
export const relatedCodes = Object.keys(relationBy);

export function likelyRelation(against: readonly Reason[]): Relation | undefined {
  const codes = new Set(against.map(({ code }) => code));
  const telling = relatedCodes.find((code) => codes.has(code));
  return telling === undefined ? undefined : relationBy[telling];
}
