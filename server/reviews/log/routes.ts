/** The log of every change: of a review for its owners, of the installation for its administrators. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type AuditEntry, auditChoices, auditLog } from '../../accounts/audit.ts';
import { emptyAsNull } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { type LogQuery, logPage } from './page.ts';
import { subjectsOf } from './subjects.ts';

const Params = z.object({ review: z.string() });
const Id = emptyAsNull(z.coerce.number().int().positive());
const Day = emptyAsNull(z.iso.date());
const Query = z.object({
  before: Id,
  person: Id,
  action: emptyAsNull(z.string().max(80)),
  from: Day,
  until: Day,
});
const pageLength = 50;

export const logRoutes: FastifyPluginAsyncZod = async (app) => {
  const ofReview = {
    config: { access: 'owner' },
    schema: { params: Params, querystring: Query },
  } as const;
  app.get('/reviews/:review/log', ofReview, (request, reply) => {
    const { id, slug } = reviewOf(request);
    const model = page(request, request.query, `/reviews/${slug}`, id);
    return reply.page('reviews/log', model, { section: 'log' });
  });
  app.get('/reviews/:review/log.json', ofReview, (request) =>
    readLog(request, request.query, reviewOf(request).id),
  );

  const ofInstallation = {
    config: { access: 'administrator' },
    schema: { querystring: Query },
  } as const;
  app.get('/log', ofInstallation, (request, reply) =>
    reply.page('reviews/log', page(request, request.query, ''), { section: 'log' }),
  );
  app.get('/log.json', ofInstallation, (request) => readLog(request, request.query));
};

const page = (request: FastifyRequest, query: LogQuery, root: string, reviewId?: number) =>
  logPage({
    locale: request.locale,
    log: readLog(request, query, reviewId),
    choices: auditChoices(request.server.db, reviewId),
    query,
    root,
  });

/** One page of the log, and where the next, older one begins. */
function readLog(request: FastifyRequest, query: LogQuery, reviewId?: number) {
  const { db } = request.server;
  const found = auditLog(db, {
    reviewId,
    before: query.before,
    personId: query.person,
    action: query.action,
    from: query.from,
    until: query.until && `${query.until}T23:59:59.999Z`,
    limit: pageLength + 1,
  });
  const shown = found.slice(0, pageLength).map((entry) => shownTo(request.person?.id, entry));
  const subjects = subjectsOf(db, shown);
  const entries = shown.map((entry, at) => ({ ...entry, subjects: subjects[at] ?? [] }));
  const older = found.length > pageLength ? (entries.at(-1)?.id ?? null) : null;
  return { entries, older, isNewest: query.before === null };
}

/** What one of two blind coders did is there for all; what they said is not, but for themselves. */
function shownTo(personId: number | undefined, entry: AuditEntry): AuditEntry {
  const keptBy = [entry.before, entry.after].map((side) => (side as Kept | null)?.keptBy);
  const isHidden = keptBy.some((who) => who !== undefined && who !== personId);
  return isHidden ? { ...entry, before: null, after: null } : entry;
}
type Kept = { keptBy?: number };
