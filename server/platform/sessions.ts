/** Knows who asks: a random token in a cookie, its keyed hash in the database, ended at will. */
import { createHmac, randomBytes } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { person, session } from '../../schema/accounts.ts';
import { type Locale, locales } from '../../schema/columns.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import type { Context, PersonalContext } from './context.ts';
import { negotiate } from './i18n.ts';

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
    app.addHook('onRequest', async (request) => {
      request.at = app.clock().toISOString();
      request.person = findPerson(app.db, options.secret, request);
      request.locale = localeOf(request);
    });
  },
  { name: 'sessions' },
);

function hashOf(secret: string, token: string): string {
  return createHmac('sha256', secret).update(token).digest('hex');
}

function findPerson(db: Db, secret: string, request: FastifyRequest): SignedIn | null {
  const token = request.cookies[cookieName];
  if (!token) return null;
  const row = db
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      locale: person.locale,
      isAdministrator: person.isAdministrator,
      sessionId: session.id,
      seenAt: session.seenAt,
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .where(
      and(
        eq(session.tokenHash, hashOf(secret, token)),
        isNull(session.endedAt),
        isNull(person.closedAt),
        gt(session.expiresAt, request.at),
      ),
    )
    .get();
  if (!row) return null;
  const { seenAt, ...signedIn } = row;
  if (Date.parse(request.at) - Date.parse(seenAt) > seenEveryMs)
    db.update(session).set({ seenAt: request.at }).where(eq(session.id, row.sessionId)).run();
  return signedIn;
}

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
