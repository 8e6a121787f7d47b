/** The log of every change: who, what, when, before, after. Services write to it in the transaction of the change. */
import { and, desc, eq, gte, lt, lte } from 'drizzle-orm';
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

export type AuditFilter = {
  reviewId?: number | undefined;
  /** Entries older than this one. */
  before?: number | null;
  personId?: number | null;
  action?: string | null;
  /** ISO 8601 moments. */
  from?: string | null;
  until?: string | null;
};

export type AuditEntry = ReturnType<typeof auditLog>[number];

/** The newest entries of a review (or, without one, of the installation) that a filter lets through. */
export function auditLog(db: Db, { limit, ...filter }: AuditFilter & { limit: number }) {
  const { reviewId, before, personId, action, from, until } = filter;
  const conditions = [
    reviewId ? eq(auditEntry.reviewId, reviewId) : undefined,
    before ? lt(auditEntry.id, before) : undefined,
    personId ? eq(auditEntry.personId, personId) : undefined,
    action ? eq(auditEntry.action, action) : undefined,
    from ? gte(auditEntry.at, from) : undefined,
    until ? lte(auditEntry.at, until) : undefined,
  ];
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
    .where(and(...conditions))
    .orderBy(desc(auditEntry.id))
    .limit(limit)
    .all();
}

/** Who has done something and what has been done, each once: what the log can be asked for. */
export function auditChoices(db: Db, reviewId: number | undefined) {
  const rows = db
    .selectDistinct({ action: auditEntry.action, personId: person.id, name: person.name })
    .from(auditEntry)
    .leftJoin(person, eq(person.id, auditEntry.personId))
    .where(reviewId ? eq(auditEntry.reviewId, reviewId) : undefined)
    .all();
  const people = new Map(rows.map((row) => [row.personId, row.name]));
  people.delete(null);
  return {
    actions: [...new Set(rows.map((row) => row.action))],
    people: [...people].map(([id, name]) => ({ id, name })),
  };
}
