/** Accounts: signing in, changing one's own details, the sessions one has open, closing an account. */
import { and, asc, desc, eq, gt, isNotNull, isNull, like, ne } from 'drizzle-orm';
import { membership, person, session } from '../../schema/accounts.ts';
import type { Locale, Words } from '../../schema/columns.ts';
import { review } from '../../schema/reviews.ts';
import type { Db } from '../db.ts';
import { AppError, notFound } from '../errors.ts';
import { type Context, inTransaction } from '../platform/context.ts';
import { audit } from './audit.ts';
import { hashPassword, isPassword } from './passwords.ts';

/** Addresses that differ in case only are one address. */
export const foldEmail = (email: string): string => email.trim().toLowerCase();

/** @returns the person's id. @throws SIGN_IN_FAILED without telling what was wrong. */
export async function signIn(context: Context, email: string, password: string): Promise<number> {
  const row = context.db
    .select()
    .from(person)
    .where(and(eq(person.email, foldEmail(email)), isNull(person.closedAt)))
    .get();
  const matches = await isPassword(row?.passwordHash ?? null, password);
  if (!row || !matches) throw new AppError('SIGN_IN_FAILED');
  const acting = { ...context, actor: { personId: row.id } };
  audit(acting, { action: 'person.signed_in', entity: 'person', entityId: row.id });
  return row.id;
}

/** An account made at the command line or by the seeds; one without a password cannot sign in. */
export async function createPerson(
  context: Context,
  input: {
    email: string;
    name: string;
    password: string | null;
    locale?: Locale;
    isAdministrator?: boolean;
  },
): Promise<number> {
  const passwordHash = input.password === null ? null : await hashPassword(input.password);
  return inTransaction(context, (tx) => {
    const email = foldEmail(input.email);
    if (tx.db.select().from(person).where(eq(person.email, email)).get())
      throw new AppError('EMAIL_TAKEN', {}, 'email');
    const isAdministrator = input.isAdministrator ?? false;
    const { name, locale = 'en' } = input;
    const row = tx.db
      .insert(person)
      .values({ email, name, passwordHash, locale, isAdministrator, createdAt: tx.at })
      .returning({ id: person.id })
      .get();
    const after = { email, name, isAdministrator };
    audit(tx, { action: 'person.created', entity: 'person', entityId: row.id, after });
    return row.id;
  });
}

export function findPersonByEmail(db: Db, email: string) {
  return db
    .select()
    .from(person)
    .where(eq(person.email, foldEmail(email)))
    .get();
}

export function changeDetails(
  context: Context,
  personId: number,
  details: { name: string; locale: Locale },
): void {
  inTransaction(context, (tx) => {
    const before = tx.db.select().from(person).where(eq(person.id, personId)).get();
    if (!before) throw notFound();
    tx.db.update(person).set(details).where(eq(person.id, personId)).run();
    audit(tx, {
      action: 'person.changed',
      entity: 'person',
      entityId: personId,
      before: { name: before.name, locale: before.locale },
      after: details,
    });
  });
}

/** Changes the password and ends every other session. @throws PASSWORD_WRONG */
export async function changePassword(
  context: Context,
  about: { personId: number; sessionId: number },
  passwords: { current: string; next: string },
): Promise<void> {
  const row = context.db.select().from(person).where(eq(person.id, about.personId)).get();
  if (!(await isPassword(row?.passwordHash ?? null, passwords.current)))
    throw new AppError('PASSWORD_WRONG', {}, 'current');
  const passwordHash = await hashPassword(passwords.next);
  inTransaction(context, (tx) => {
    tx.db.update(person).set({ passwordHash }).where(eq(person.id, about.personId)).run();
    const others = and(eq(session.personId, about.personId), ne(session.id, about.sessionId));
    tx.db
      .update(session)
      .set({ endedAt: tx.at })
      .where(and(others, isNull(session.endedAt)))
      .run();
    audit(tx, { action: 'person.password_changed', entity: 'person', entityId: about.personId });
  });
}

/** The sessions of a person that are open now. */
export function openSessions(db: Db, personId: number, at: string) {
  return db
    .select({
      id: session.id,
      userAgent: session.userAgent,
      createdAt: session.createdAt,
      seenAt: session.seenAt,
    })
    .from(session)
    .where(and(eq(session.personId, personId), isNull(session.endedAt), gt(session.expiresAt, at)))
    .orderBy(desc(session.seenAt))
    .all();
}

/** Ends one of one's own sessions. */
export function endSession(context: Context, personId: number, sessionId: number): void {
  inTransaction(context, (tx) => {
    const own = and(eq(session.id, sessionId), eq(session.personId, personId));
    const ended = tx.db
      .update(session)
      .set({ endedAt: tx.at })
      .where(and(own, isNull(session.endedAt)))
      .run();
    if (ended.changes === 0) throw notFound();
    audit(tx, { action: 'session.ended', entity: 'session', entityId: sessionId });
  });
}

/** Everybody who can sign in. */
export function people(db: Db) {
  return db
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      isAdministrator: person.isAdministrator,
      createdAt: person.createdAt,
      closedAt: person.closedAt,
    })
    .from(person)
    .where(isNotNull(person.passwordHash))
    .orderBy(asc(person.name))
    .all();
}

/** The address of a person whom a restored review names: no letter reaches it, it only keeps the place of one. */
export const placeForAddress = (id: number) => `restored-${id}@underlag.invalid`;

/** Whom restored reviews name and who cannot sign in until somebody gives them a link; with those reviews. */
export function namedPeople(db: Db) {
  const rows = db
    .select({ id: person.id, name: person.name, title: review.title })
    .from(person)
    .leftJoin(membership, and(eq(membership.personId, person.id), isNull(membership.endedAt)))
    .leftJoin(review, eq(review.id, membership.reviewId))
    .where(
      and(
        isNull(person.passwordHash),
        isNull(person.closedAt),
        like(person.email, 'restored-%@underlag.invalid'),
      ),
    )
    .orderBy(asc(person.name), asc(person.id))
    .all();
  const byId = new Map(rows.map(({ id, name }) => [id, { id, name, titles: [] as Words[] }]));
  for (const { id, title } of rows) if (title) byId.get(id)?.titles.push(title);
  return [...byId.values()];
}

/** Closes an account and ends its sessions; what the person did stays theirs. @throws LAST_ADMINISTRATOR */
export function closeAccount(context: Context, personId: number): void {
  inTransaction(context, (tx) => {
    const open = and(eq(person.id, personId), isNull(person.closedAt));
    const closed = tx.db.update(person).set({ closedAt: tx.at }).where(open).returning().get();
    if (!closed) throw notFound();
    if (closed.isAdministrator) requireAdministrator(tx.db);
    tx.db
      .update(session)
      .set({ endedAt: tx.at })
      .where(and(eq(session.personId, personId), isNull(session.endedAt)))
      .run();
    audit(tx, { action: 'person.closed', entity: 'person', entityId: personId });
  });
}

function requireAdministrator(db: Db): void {
  if (!hasAdministrator(db)) throw new AppError('LAST_ADMINISTRATOR');
}

export function hasAdministrator(db: Db): boolean {
  const active = and(eq(person.isAdministrator, true), isNull(person.closedAt));
  return db.select({ id: person.id }).from(person).where(active).limit(1).get() !== undefined;
}
