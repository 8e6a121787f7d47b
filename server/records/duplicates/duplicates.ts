/** The lists behind the duplicates page: questions that are open, answers given, links made by the rules. */
import { and, asc, count, desc, eq, gte, isNotNull, isNull, ne, not, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { person } from '../../../schema/accounts.ts';
import { duplicateLink, possiblePair, report } from '../../../schema/records.ts';
import type { Db } from '../../db.ts';
import { isActive } from './clusters.ts';
import { relatedCodes } from './related.ts';

const first = alias(report, 'first');
const second = alias(report, 'second');

/** Open, and still a question: both are there and no other link has answered it. */
const isOpen = (reviewId: number) =>
  and(
    eq(possiblePair.reviewId, reviewId),
    eq(possiblePair.state, 'open'),
    isNull(first.withdrawnAt),
    isNull(second.withdrawnAt),
    ne(first.rootId, second.rootId),
  );

/** The likeliest first. */
const byLikelihood = [desc(possiblePair.score), asc(possiblePair.id)];

export function openPairs(db: Db, reviewId: number, range: { limit: number; offset: number }) {
  return db
    .select({
      id: possiblePair.id,
      score: possiblePair.score,
      reasons: possiblePair.reasons,
      against: possiblePair.against,
      first: { id: first.id, rootId: first.rootId, title: first.title, year: first.year },
      second: { id: second.id, rootId: second.rootId, title: second.title, year: second.year },
    })
    .from(possiblePair)
    .innerJoin(first, eq(first.id, possiblePair.firstId))
    .innerJoin(second, eq(second.id, possiblePair.secondId))
    .where(isOpen(reviewId))
    .orderBy(...byLikelihood)
    .limit(range.limit)
    .offset(range.offset)
    .all();
}

export function countOpenPairs(db: Db, reviewId: number): number {
  const found = db
    .select({ n: count() })
    .from(possiblePair)
    .innerJoin(first, eq(first.id, possiblePair.firstId))
    .innerJoin(second, eq(second.id, possiblePair.secondId))
    .where(isOpen(reviewId))
    .get();
  return found?.n ?? 0;
}

/** What speaks for two publications that belong together rather than for one. */
const isRelated = sql`exists (select 1 from json_each(${possiblePair.against})
  where value ->> 'code' in (${sql.join(
    relatedCodes.map((code) => sql`${code}`),
    sql`, `,
  )}))`;

/** The open pairs that are at least so likely, but those that look related: these a person answers one by one. */
export function openPairsFrom(db: Db, reviewId: number, scoreFrom: number, limit: number) {
  return db
    .select({
      id: possiblePair.id,
      firstId: possiblePair.firstId,
      secondId: possiblePair.secondId,
      score: possiblePair.score,
      reasons: possiblePair.reasons,
      against: possiblePair.against,
      first: { id: first.id, rootId: first.rootId, title: first.title, year: first.year },
      second: { id: second.id, rootId: second.rootId, title: second.title, year: second.year },
    })
    .from(possiblePair)
    .innerJoin(first, eq(first.id, possiblePair.firstId))
    .innerJoin(second, eq(second.id, possiblePair.secondId))
    .where(and(isOpen(reviewId), gte(possiblePair.score, scoreFrom), not(isRelated)))
    .orderBy(...byLikelihood)
    .limit(limit)
    .all();
}

/** How many open pairs are at least so likely, and how many of them look related. */
export function countOpenFrom(db: Db, reviewId: number, scoreFrom: number) {
  const found = db
    .select({ all: count(), related: sql<number>`coalesce(sum(${isRelated}), 0)` })
    .from(possiblePair)
    .innerJoin(first, eq(first.id, possiblePair.firstId))
    .innerJoin(second, eq(second.id, possiblePair.secondId))
    .where(and(isOpen(reviewId), gte(possiblePair.score, scoreFrom)))
    .get();
  const { all = 0, related = 0 } = found ?? {};
  return { count: all - related, related };
}

/** The open pairs right before and after a place in the ranking. */
export function neighbours(db: Db, reviewId: number, pair: { id: number; score: number }) {
  const after = or(
    sql`${possiblePair.score} < ${pair.score}`,
    and(eq(possiblePair.score, pair.score), sql`${possiblePair.id} > ${pair.id}`),
  );
  const before = or(
    sql`${possiblePair.score} > ${pair.score}`,
    and(eq(possiblePair.score, pair.score), sql`${possiblePair.id} < ${pair.id}`),
  );
  const nearest = (where: typeof after, order: typeof byLikelihood) =>
    db
      .select({ id: possiblePair.id })
      .from(possiblePair)
      .innerJoin(first, eq(first.id, possiblePair.firstId))
      .innerJoin(second, eq(second.id, possiblePair.secondId))
      .where(and(isOpen(reviewId), where))
      .orderBy(...order)
      .limit(1)
      .get()?.id ?? null;
  return {
    next: nearest(after, byLikelihood),
    previous: nearest(before, [asc(possiblePair.score), desc(possiblePair.id)]),
  };
}

/** What people answered with "different", the latest first. */
export function keptApart(db: Db, reviewId: number, range: { limit: number; offset: number }) {
  const where = and(eq(possiblePair.reviewId, reviewId), eq(possiblePair.state, 'different'));
  const rows = db
    .select({
      id: possiblePair.id,
      decidedAt: possiblePair.decidedAt,
      decidedBy: person.name,
      first: { id: first.id, rootId: first.rootId, title: first.title, year: first.year },
      second: { id: second.id, rootId: second.rootId, title: second.title, year: second.year },
    })
    .from(possiblePair)
    .innerJoin(first, eq(first.id, possiblePair.firstId))
    .innerJoin(second, eq(second.id, possiblePair.secondId))
    .leftJoin(person, eq(person.id, possiblePair.decidedBy))
    .where(where)
    .orderBy(desc(possiblePair.decidedAt), desc(possiblePair.id))
    .limit(range.limit)
    .offset(range.offset)
    .all();
  const total = db.select({ n: count() }).from(possiblePair).where(where).get()?.n ?? 0;
  return { rows, total };
}

export type LinkMaker = 'people' | 'rules';

/** Links in force, made by people or by the rules, the latest first. */
export function linksMadeBy(
  db: Db,
  reviewId: number,
  maker: LinkMaker,
  range: { limit: number; offset: number },
) {
  const by =
    maker === 'people' ? isNotNull(duplicateLink.decidedBy) : isNull(duplicateLink.decidedBy);
  const where = and(eq(duplicateLink.reviewId, reviewId), isActive, by);
  const rows = selectLinks(db)
    .where(where)
    .orderBy(desc(duplicateLink.id))
    .limit(range.limit)
    .offset(range.offset)
    .all();
  const total = db.select({ n: count() }).from(duplicateLink).where(where).get()?.n ?? 0;
  return { rows, total };
}

/** The links that hold one cluster together. */
export function linksOfCluster(db: Db, rootId: number) {
  return selectLinks(db)
    .where(and(isActive, eq(first.rootId, rootId)))
    .orderBy(asc(duplicateLink.id))
    .all();
}

function selectLinks(db: Db) {
  return db
    .select({
      id: duplicateLink.id,
      reasons: duplicateLink.reasons,
      score: duplicateLink.score,
      decidedAt: duplicateLink.decidedAt,
      decidedBy: person.name,
      isByPerson: sql<number>`${duplicateLink.decidedBy} is not null`,
      first: { id: first.id, rootId: first.rootId, title: first.title, year: first.year },
      second: { id: second.id, rootId: second.rootId, title: second.title, year: second.year },
    })
    .from(duplicateLink)
    .innerJoin(first, eq(first.id, duplicateLink.keptId))
    .innerJoin(second, eq(second.id, duplicateLink.duplicateId))
    .leftJoin(person, eq(person.id, duplicateLink.decidedBy));
}

/** The open questions about one publication, with what it may be the same as. */
export function openPairsOf(db: Db, reviewId: number, rootId: number) {
  const rows = db
    .select({
      id: possiblePair.id,
      firstRoot: first.rootId,
      firstTitle: first.title,
      secondTitle: second.title,
    })
    .from(possiblePair)
    .innerJoin(first, eq(first.id, possiblePair.firstId))
    .innerJoin(second, eq(second.id, possiblePair.secondId))
    .where(and(isOpen(reviewId), or(eq(first.rootId, rootId), eq(second.rootId, rootId))))
    .orderBy(...byLikelihood)
    .limit(50)
    .all();
  return rows.map(({ id, firstRoot, firstTitle, secondTitle }) => ({
    id,
    otherTitle: firstRoot === rootId ? secondTitle : firstTitle,
  }));
}
