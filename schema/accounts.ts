/** People, how they sign in, what they may do, and the log of everything that anybody changed. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { createdAt, flag, id, json, locales, moment, oneOf } from './columns.ts';
import { review } from './reviews.ts';

export const roles = ['owner', 'reviewer', 'reader'] as const;
export type Role = (typeof roles)[number];

export const person = sqliteTable('person', {
  id: id(),
  /** Folded to lower case; the name a person signs in with. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** Argon2id in PHC form; null for a person who only stands in the log (a seed, the machine). */
  passwordHash: text('password_hash'),
  locale: text('locale', { enum: locales }).notNull().default('en'),
  isAdministrator: flag('is_administrator').notNull().default(false),
  createdAt: createdAt(),
  /** Set when the account is closed: the person stays in the log and can no longer sign in. */
  closedAt: moment('closed_at'),
});

export const session = sqliteTable(
  'session',
  {
    id: id(),
    /** SHA-256 of the cookie's token: a leaked database opens no session. */
    tokenHash: text('token_hash').notNull().unique(),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    userAgent: text('user_agent').notNull().default(''),
    createdAt: createdAt(),
    seenAt: moment('seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [index('session_person').on(t.personId)],
);

export const invitation = sqliteTable(
  'invitation',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email'),
    /** The review that the invited person joins, with this role; none for an administrator. */
    reviewId: integer('review_id').references(() => review.id),
    role: text('role', { enum: roles }),
    mayAdjudicate: flag('may_adjudicate').notNull().default(false),
    makesAdministrator: flag('makes_administrator').notNull().default(false),
    /** Somebody who is named in the rows and cannot sign in yet: whoever accepts becomes that person. */
    personId: integer('person_id').references(() => person.id),
    invitedBy: integer('invited_by').references(() => person.id),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    acceptedBy: integer('accepted_by').references(() => person.id),
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    check('invitation_role', sql`${t.role} is null or ${t.role} in ${oneOf(roles)}`),
    check('invitation_review_has_role', sql`(${t.reviewId} is null) = (${t.role} is null)`),
  ],
);

export const membership = sqliteTable(
  'membership',
  {
    id: id(),
    reviewId: integer('review_id')
      .notNull()
      .references(() => review.id),
    personId: integer('person_id')
      .notNull()
      .references(() => person.id),
    role: text('role', { enum: roles }).notNull(),
    /** A reviewer or owner who may settle conflicts. */
    mayAdjudicate: flag('may_adjudicate').notNull().default(false),
    createdAt: createdAt(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    unique('membership_once').on(t.reviewId, t.personId),
    index('membership_person').on(t.personId),
    check('membership_role', sql`${t.role} in ${oneOf(roles)}`),
  ],
);

/** Who changed what, when, from what, to what. Append-only: triggers refuse anything else. */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    id: id(),
    at: moment('at').notNull(),
    /** Null when the machine itself did it (a job, a migration). */
    personId: integer('person_id').references(() => person.id),
    reviewId: integer('review_id').references(() => review.id),
    /** A verb of the catalogue, `vote.cast`, `protocol.amended`. */
    action: text('action').notNull(),
    entity: text('entity').notNull(),
    entityId: integer('entity_id'),
    before: json<unknown>('before'),
    after: json<unknown>('after'),
  },
  (t) => [
    index('audit_review').on(t.reviewId, t.id),
    index('audit_entity').on(t.entity, t.entityId),
  ],
);
