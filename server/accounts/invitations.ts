/** Invitations: a link that makes an account, or adds a review to one, and that works once. */
import { randomBytes } from 'node:crypto';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { invitation, person, type Role } from '../../schema/accounts.ts';
import type { Locale } from '../../schema/columns.ts';
import { review } from '../../schema/reviews.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';
import { audit } from './audit.ts';
import { addMember } from './members.ts';
import { hashPassword } from './passwords.ts';
import { foldEmail, namedPeople } from './people.ts';

/** Keyed hash of a token; only the hash is stored. */
export type TokenHash = (token: string) => string;

export type InvitationInput = {
  email: string | null;
  reviewId: number | null;
  role: Role | null;
  mayAdjudicate: boolean;
  makesAdministrator: boolean;
  /** Somebody who is named already: whoever accepts becomes that person. */
  personId?: number | null;
};

/** @returns the token that the link carries; it cannot be read again. */
export function invite(
  context: Context,
  hash: TokenHash,
  input: InvitationInput,
  days: number,
): { id: number; token: string } {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(Date.parse(context.at) + days * 24 * 3600 * 1000).toISOString();
  return inTransaction(context, (tx) => {
    if (input.personId) requireNamed(tx.db, input.personId);
    const row = tx.db
      .insert(invitation)
      .values({
        ...input,
        email: input.email && foldEmail(input.email),
        tokenHash: hash(token),
        invitedBy: context.actor?.personId ?? null,
        createdAt: context.at,
        expiresAt,
      })
      .returning({ id: invitation.id })
      .get();
    const { email, role, personId } = input;
    const after = { email, role, ...(personId && { personId }) };
    audit(tx, {
      action: 'invitation.sent',
      entity: 'invitation',
      entityId: row.id,
      reviewId: input.reviewId,
      after,
    });
    return { id: row.id, token };
  });
}

/** @throws NOT_FOUND when nobody is to be found there who cannot sign in yet. */
function requireNamed(db: Db, personId: number): void {
  if (!namedPeople(db).some(({ id }) => id === personId)) throw notFound();
}

const isOpen = (at: string) =>
  and(isNull(invitation.acceptedAt), isNull(invitation.withdrawnAt), gt(invitation.expiresAt, at));

/** @throws INVITATION_INVALID when it was used, withdrawn, is too old or never was. */
export function findInvitation(db: Db, hash: TokenHash, token: string, at: string) {
  const row = db
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      mayAdjudicate: invitation.mayAdjudicate,
      makesAdministrator: invitation.makesAdministrator,
      reviewId: invitation.reviewId,
      reviewTitle: review.title,
      reviewSlug: review.slug,
      personId: invitation.personId,
      personName: person.name,
    })
    .from(invitation)
    .leftJoin(review, eq(review.id, invitation.reviewId))
    .leftJoin(person, eq(person.id, invitation.personId))
    .where(and(eq(invitation.tokenHash, hash(token)), isOpen(at)))
    .get();
  if (!row) throw new AppError('INVITATION_INVALID');
  return row;
}

export type NewAccount = { email: string; name: string; password: string; locale: Locale };

/** Makes the account that an invitation is for. @returns the new person's id. */
export async function acceptWithNewAccount(
  context: Context,
  hash: TokenHash,
  token: string,
  account: NewAccount,
): Promise<number> {
  const passwordHash = await hashPassword(account.password);
  return inTransaction(context, (tx) => {
    const invited = findInvitation(tx.db, hash, token, tx.at);
    const email = foldEmail(account.email);
    if (tx.db.select().from(person).where(eq(person.email, email)).get())
      throw new AppError('EMAIL_TAKEN', {}, 'email');
    const { name, locale } = account;
    const isAdministrator = invited.makesAdministrator;
    const row = { email, name, passwordHash, locale, isAdministrator };
    const id = invited.personId
      ? become(tx.db, invited.personId, row)
      : tx.db
          .insert(person)
          .values({ ...row, createdAt: tx.at })
          .returning({ id: person.id })
          .get().id;
    const acting = { ...tx, actor: { personId: id } };
    const after = { email, name, isAdministrator };
    audit(acting, { action: 'person.created', entity: 'person', entityId: id, after });
    accept(acting, invited, id);
    return id;
  });
}

/** What the person did stays theirs; from now on they can sign in. */
function become(db: Db, personId: number, row: Partial<typeof person.$inferInsert>): number {
  const named = and(eq(person.id, personId), isNull(person.passwordHash), isNull(person.closedAt));
  const changed = db.update(person).set(row).where(named).run();
  // Another link may have been used before.
  if (changed.changes === 0) throw new AppError('INVITATION_INVALID');
  return personId;
}

/** Adds what an invitation gives to somebody who has an account. @throws INVITATION_INVALID for somebody else's. */
export function acceptAsPerson(
  context: Context,
  hash: TokenHash,
  token: string,
  personId: number,
): void {
  inTransaction(context, (tx) => {
    const invited = findInvitation(tx.db, hash, token, tx.at);
    if (invited.personId) throw new AppError('INVITATION_INVALID');
    if (invited.makesAdministrator)
      tx.db.update(person).set({ isAdministrator: true }).where(eq(person.id, personId)).run();
    accept(tx, invited, personId);
  });
}

function accept(context: Context, invited: ReturnType<typeof findInvitation>, personId: number) {
  const done = { acceptedAt: context.at, acceptedBy: personId };
  context.db.update(invitation).set(done).where(eq(invitation.id, invited.id)).run();
  audit(context, {
    action: 'invitation.accepted',
    entity: 'invitation',
    entityId: invited.id,
    reviewId: invited.reviewId,
    after: { personId },
  });
  if (invited.reviewId === null || invited.role === null) return;
  const { role, mayAdjudicate } = invited;
  addMember(context, { reviewId: invited.reviewId, personId, role, mayAdjudicate });
}

export function withdrawInvitation(context: Context, id: number, reviewId: number | null): void {
  inTransaction(context, (tx) => {
    const ofReview =
      reviewId === null ? isNull(invitation.reviewId) : eq(invitation.reviewId, reviewId);
    const changed = tx.db
      .update(invitation)
      .set({ withdrawnAt: tx.at })
      .where(and(eq(invitation.id, id), ofReview, isOpen(tx.at)))
      .run();
    if (changed.changes === 0) throw new AppError('INVITATION_INVALID');
    audit(tx, { action: 'invitation.withdrawn', entity: 'invitation', entityId: id, reviewId });
  });
}

/** Invitations that still wait: of a review, or of the installation as a whole. */
export function openInvitations(db: Db, reviewId: number | null, at: string) {
  const ofReview =
    reviewId === null ? isNull(invitation.reviewId) : eq(invitation.reviewId, reviewId);
  return db
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      mayAdjudicate: invitation.mayAdjudicate,
      makesAdministrator: invitation.makesAdministrator,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
      personName: person.name,
    })
    .from(invitation)
    .leftJoin(person, eq(person.id, invitation.personId))
    .where(and(ofReview, isOpen(at)))
    .orderBy(desc(invitation.id))
    .all();
}
