/** The team of a review: who is in it, in which role. A review always keeps an owner. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { membership, person, type Role } from '../../schema/accounts.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';
import { audit } from './audit.ts';

export type MemberInput = {
  reviewId: number;
  personId: number;
  role: Role;
  mayAdjudicate: boolean;
};

const place = (reviewId: number, personId: number) =>
  and(eq(membership.reviewId, reviewId), eq(membership.personId, personId));

/** Adds a person, or gives one who is or was there this role. */
export function addMember(context: Context, input: MemberInput): void {
  inTransaction(context, (tx) => {
    const { reviewId, personId, role, mayAdjudicate } = input;
    const before = tx.db.select().from(membership).where(place(reviewId, personId)).get();
    const keeps = { role, mayAdjudicate, endedAt: null };
    const saved = tx.db
      .insert(membership)
      .values({ ...input, createdAt: tx.at })
      .onConflictDoUpdate({ target: [membership.reviewId, membership.personId], set: keeps })
      .returning()
      .get();
    requireOwner(tx.db, reviewId);
    audit(tx, {
      action: before && !before.endedAt ? 'member.changed' : 'member.added',
      entity: 'membership',
      entityId: saved.id,
      reviewId,
      before: before && { role: before.role, mayAdjudicate: before.mayAdjudicate },
      after: { personId, role, mayAdjudicate },
    });
  });
}

/** @throws LAST_OWNER when nobody else owns the review. */
export function removeMember(context: Context, reviewId: number, personId: number): void {
  inTransaction(context, (tx) => {
    const still = and(place(reviewId, personId), isNull(membership.endedAt));
    const before = tx.db.select().from(membership).where(still).get();
    if (!before) throw notFound();
    tx.db.update(membership).set({ endedAt: tx.at }).where(eq(membership.id, before.id)).run();
    requireOwner(tx.db, reviewId);
    audit(tx, {
      action: 'member.removed',
      entity: 'membership',
      entityId: before.id,
      reviewId,
      before: { personId, role: before.role, mayAdjudicate: before.mayAdjudicate },
    });
  });
}

function requireOwner(db: Db, reviewId: number): void {
  if (!membersOf(db, reviewId).some((member) => member.role === 'owner'))
    throw new AppError('LAST_OWNER', {}, 'role');
}

export function membersOf(db: Db, reviewId: number) {
  return db
    .select({
      personId: person.id,
      name: person.name,
      email: person.email,
      role: membership.role,
      mayAdjudicate: membership.mayAdjudicate,
      since: membership.createdAt,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.reviewId, reviewId), isNull(membership.endedAt)))
    .orderBy(asc(person.name))
    .all();
}
