/** Knows who asks: a random token in a cookie, its keyed hash in the database, ended at will. */
import { createHmac, randomBytes } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import { eq } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { session } from '../../schema/accounts.ts';
import { type Locale, locales } from '../../schema/columns.ts';
import { type Db, statement, untilWritten } from '../db.ts';
import { AppError } from '../errors.ts';
import type { Context, PersonalContext } from './context.ts';
import { negotiate } from './i18n.ts';
import { withTurn } from './jobs/turns.ts';

export type SignedIn = {
  id: number;
  name: string;
  email: string;
  locale: Locale;
  isAdministrator: boolean;
  sessionId: number;
};

const cookieName = 'underlag_session';
const localeCookie = 'underlag_language';
/** A session's last use is written at most this often, so that reading stays reading. */
const seenEveryMs = 5 * 60 * 1000;

export const sessionsPlugin = fp<{ secret: string; days: number; secure: boolean }>(
  async (app, options) => {
    await app.register(fastifyCookie);
    app.decorateRequest('person', null);
    app.decorateRequest('locale', 'en');
    app.decorateRequest('at', '');
    app.decorate('sessionTokens', tokens(app.db as Db, options));
    app.addHook('onRequest', (request, _reply, done) => {
      request.at = app.clock().toISOString();
      request.person = findPerson(app.db, options.secret, request);
      request.locale = localeOf(request);
      done();
    });
  },
  { name: 'sessions' },
);

function hashOf(secret: string, token: string): string {
  return createHmac('sha256', secret).update(token).digest('hex');
}

type OpenSession = { person: SignedIn; seenAt: string; expiresAt: string };

function findPerson(db: Db, secret: string, request: FastifyRequest): SignedIn | null {
  const token = request.cookies[cookieName];
  if (!token) return null;
  const find = () => openSession(db, hashOf(secret, token));
  const open = untilWritten(db, `session ${token}`, find, ['session', 'person']);
  if (!open || open.expiresAt <= request.at) return null;
  const { person, seenAt } = open;
  if (Date.parse(request.at) - Date.parse(seenAt) > seenEveryMs)
    withTurn(() =>
      db.update(session).set({ seenAt: request.at }).where(eq(session.id, person.sessionId)).run(),
    );
  return person;
}

function openSession(db: Db, hash: string): OpenSession | null {
  const row = statement(db, findSession).get(hash) as
    | (Omit<SignedIn, 'isAdministrator'> &
        Omit<OpenSession, 'person'> & { isAdministrator: number })
    | undefined;
  if (!row) return null;
  const { seenAt, expiresAt, isAdministrator, ...signedIn } = row;
  return { person: { ...signedIn, isAdministrator: isAdministrator === 1 }, seenAt, expiresAt };
}

const findSession = `
  select person.id as id, person.name as name, person.email as email, person.locale as locale,
    person.is_administrator as isAdministrator, session.id as sessionId, session.seen_at as seenAt,
    session.expires_at as expiresAt
  from session join person on person.id = session.person_id
  where session.token_hash = ? and session.ended_at is null and person.closed_at is null`;

/** A choice made in this browser, else the person's own language, else what the browser asks for. */
function localeOf(request: FastifyRequest): Locale {
  const chosen = locales.find((locale) => locale === request.cookies[localeCookie]);
  return chosen ?? request.person?.locale ?? negotiate(request.headers['accept-language']);
}

export function rememberLocale(reply: FastifyReply, locale: Locale): void {
  reply.setCookie(localeCookie, locale, { path: '/', sameSite: 'lax', maxAge: 365 * 24 * 3600 });
}

function tokens(db: Db, options: { secret: string; days: number; secure: boolean }) {
  return {
    /** Starts a session and gives the browser its token. */
    start(reply: FastifyReply, personId: number, at: string, userAgent: string): void {
      const token = randomBytes(32).toString('base64url');
      const maxAge = options.days * 24 * 3600;
      const expiresAt = new Date(Date.parse(at) + maxAge * 1000).toISOString();
      const tokenHash = hashOf(options.secret, token);
      const row = { tokenHash, personId, seenAt: at, createdAt: at, expiresAt };
      db.insert(session)
        .values({ ...row, userAgent: userAgent.slice(0, 300) })
        .run();
      const { secure } = options;
      reply.setCookie(cookieName, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure,
        maxAge,
      });
    },
    end(reply: FastifyReply, sessionId: number, at: string): void {
      db.update(session).set({ endedAt: at }).where(eq(session.id, sessionId)).run();
      reply.clearCookie(cookieName, { path: '/' });
    },
    hash: (token: string) => hashOf(options.secret, token),
  };
}

/** The context for what the person who asks does. */
export function contextOf(request: FastifyRequest): PersonalContext {
  if (!request.person) throw new AppError('SIGN_IN_REQUIRED');
  return { db: request.server.db, actor: { personId: request.person.id }, at: request.at };
}

/** The context for what anybody may do. */
export function openContextOf(request: FastifyRequest): Context {
  const actor = request.person ? { personId: request.person.id } : null;
  return { db: request.server.db, actor, at: request.at };
}

declare module 'fastify' {
  interface FastifyRequest {
    person: SignedIn | null;
    locale: Locale;
    /** When the request came, ISO 8601 in UTC. */
    at: string;
  }
  interface FastifyInstance {
    sessionTokens: ReturnType<typeof tokens>;
  }
}
