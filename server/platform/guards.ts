/** Who may call which route. Every route says so itself; one that does not stops the program from starting. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Role } from '../../schema/accounts.ts';
import { review } from '../../schema/reviews.ts';
import { builtOnce, type Db, statement, untilWritten } from '../db.ts';
import { AppError, notFound } from '../errors.ts';

/**
 * - `public`: anybody.
 * - `signed_in`: anybody with an account.
 * - `administrator`: the installation's administrators.
 * - `published`: anybody when the review is published, its team otherwise.
 * - `reader`, `reviewer`, `adjudicator`, `owner`: people of the review with at least this role.
 * The last five are for routes with the review's slug as parameter `review`.
 */
const accesses = [
  'public',
  'signed_in',
  'administrator',
  'published',
  'reader',
  'reviewer',
  'adjudicator',
  'owner',
] as const;
export type Access = (typeof accesses)[number];

/** One line of the table of routes, from which the tests of rights are made. */
export type RouteAccess = { method: string; url: string; access: Access };

export type ReviewRow = typeof review.$inferSelect;

/** What a person may do in one review. Administrators of the installation may do what owners may. */
export type Rights = {
  role: Role | null;
  mayRead: boolean;
  mayReview: boolean;
  mayAdjudicate: boolean;
  mayOwn: boolean;
};

export const guardsPlugin = fp(
  async (app) => {
    app.decorateRequest('review', null);
    app.decorateRequest('rights', null);
    const table: RouteAccess[] = [];
    app.decorate('routeTable', table);
    app.addHook('onRoute', (route) => {
      const { access } = route.config ?? {};
      if (!access) throw new Error(`${route.method} ${route.url} does not say who may`);
      for (const method of [route.method].flat()) table.push({ method, url: route.url, access });
    });
    app.addHook('preValidation', (request, _reply, done) => {
      guard(request);
      done();
    });
  },
  { name: 'guards', dependencies: ['sessions'] },
);

function guard(request: FastifyRequest): void {
  const access = request.routeOptions.config.access;
  // Unknown addresses reach the not-found handler, which has no route of its own.
  if (access === undefined || access === 'public') return;
  if (access === 'signed_in') {
    requirePerson(request);
    return;
  }
  if (access === 'administrator') {
    requirePerson(request);
    if (!request.person?.isAdministrator) throw notFound();
    return;
  }
  guardReview(request, access);
}

function requirePerson(request: FastifyRequest): void {
  if (!request.person) throw new AppError('SIGN_IN_REQUIRED');
}

function guardReview(request: FastifyRequest, access: Access): void {
  const { review: slug } = request.params as { review?: string };
  const { db } = request.server;
  const find = () => openReview(db).get({ slug: slug ?? '' });
  const row = untilWritten(db, `review ${slug}`, find, ['review']);
  const rights = row ? rightsOf(db, row.id, request.person) : nobody;
  const isPublic = access === 'published' && row?.publishedAt != null;
  // Without the right, a review and its absence look the same.
  if (!isPublic) {
    requirePerson(request);
    if (!allows(rights, access)) throw notFound();
  }
  if (!row) throw notFound();
  request.review = row;
  request.rights = rights;
}

const openReview = builtOnce((db) =>
  db
    .select()
    .from(review)
    .where(and(eq(review.slug, sql.placeholder('slug')), isNull(review.archivedAt)))
    .prepare(),
);

function allows(rights: Rights, access: Access): boolean {
  if (access === 'published' || access === 'reader') return rights.mayRead;
  if (access === 'reviewer') return rights.mayReview;
  if (access === 'adjudicator') return rights.mayAdjudicate;
  return access === 'owner' && rights.mayOwn;
}

const nobody: Rights = {
  role: null,
  mayRead: false,
  mayReview: false,
  mayAdjudicate: false,
  mayOwn: false,
};

export function rightsOf(
  db: Db,
  reviewId: number,
  person: { id: number; isAdministrator: boolean } | null,
): Rights {
  if (!person) return nobody;
  const find = () => statement(db, findMember).get(reviewId, person.id) as Member | undefined;
  const member = untilWritten(db, `member ${reviewId} ${person.id}`, find, ['membership']);
  const owns = person.isAdministrator || member?.role === 'owner';
  return {
    role: member?.role ?? (person.isAdministrator ? 'owner' : null),
    mayRead: owns || member !== undefined,
    mayReview: owns || member?.role === 'reviewer',
    mayAdjudicate: owns || (member?.role === 'reviewer' && member.mayAdjudicate === 1),
    mayOwn: owns,
  };
}

type Member = { role: Role; mayAdjudicate: number };
const findMember = `
  select role, may_adjudicate as mayAdjudicate from membership
  where review_id = ? and person_id = ? and ended_at is null`;

/** The review of a route that the guard has let through. */
export function reviewOf(request: FastifyRequest): ReviewRow {
  if (!request.review) throw notFound();
  return request.review;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyInstance {
    routeTable: RouteAccess[];
  }
  interface FastifyRequest {
    review: ReviewRow | null;
    rights: Rights | null;
  }
}
