/** The log of every change: who, what, when, before, after. Services write to it in the transaction of the change. */
import { and, desc, eq, lt } from 'drizzle-orm';
import { auditEntry, person } from '../../schema/accounts.ts';
import { type Db, statement } from '../db.ts';
import type { Context } from '../platform/context.ts';

export type Change = {
  /** `entity.verb`, past tense: `protocol.amended`. The interface shows it through `audit.<action>`. */
  action: string;
  entity: string;
  entityId?: number | null;
  reviewId?: number | null;
  before?: unknown;
  after?: unknown;
};

export function audit(context: Context, change: Change): void {
  statement(context.db, insertEntry).run(
    context.at,
    context.actor?.personId ?? null,
    change.reviewId ?? null,
    change.action,
    change.entity,
    change.entityId ?? null,
    asJson(change.before),
    asJson(change.after),
  );
}

const insertEntry = `insert into audit_entry (at, person_id, review_id, action, entity, entity_id, "before", "after")
  values (?, ?, ?, ?, ?, ?, ?, ?)`;

const asJson = (value: unknown) =>
  value === undefined || value === null ? null : JSON.stringify(value);

/** The newest entries of a review (or, without one, of the installation) before a given entry. */
export function auditLog(db: Db, query: { reviewId?: number; before?: number; limit: number }) {
  const ofReview = query.reviewId ? eq(auditEntry.reviewId, query.reviewId) : undefined;
  const older = query.before ? lt(auditEntry.id, query.before) : undefined;
  return db
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      person: person.name,
      action: auditEntry.action,
      entity: auditEntry.entity,
      entityId: auditEntry.entityId,
      before: auditEntry.before,
      after: auditEntry.after,
    })
    .from(auditEntry)
    .leftJoin(person, eq(person.id, auditEntry.personId))
    .where(and(ofReview, older))
    .orderBy(desc(auditEntry.id))
    .limit(query.limit)
    .all();
}
