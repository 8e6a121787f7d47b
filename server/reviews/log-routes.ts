/** The log of every change: of a review for its owners, of the installation for its administrators. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { auditLog } from '../accounts/audit.ts';
import { reviewOf } from '../platform/guards.ts';
import { logPage } from './log-page.ts';

const Params = z.object({ review: z.string() });
const Query = z.object({ before: z.coerce.number().int().positive().optional() });
const pageLength = 50;

export const logRoutes: FastifyPluginAsyncZod = async (app) => {
  const ofReview = {
    config: { access: 'owner' },
    schema: { params: Params, querystring: Query },
  } as const;
  app.get('/reviews/:review/log', ofReview, (request, reply) => {
    const { id, slug } = reviewOf(request);
    return show(reply, readLog(request, request.query, id), `/reviews/${slug}/log`);
  });
  app.get('/reviews/:review/log.json', ofReview, (request) =>
    readLog(request, request.query, reviewOf(request).id),
  );

  const ofInstallation = {
    config: { access: 'administrator' },
    schema: { querystring: Query },
  } as const;
  app.get('/log', ofInstallation, (request, reply) =>
    show(reply, readLog(request, request.query), '/log'),
  );
  app.get('/log.json', ofInstallation, (request) => readLog(request, request.query));
};

/** One page of the log, and where the next, older one begins. */
function readLog(request: FastifyRequest, { before }: z.infer<typeof Query>, reviewId?: number) {
  const found = auditLog(request.server.db, {
    ...(reviewId ? { reviewId } : {}),
    ...(before ? { before } : {}),
    limit: pageLength + 1,
  });
  const entries = found.slice(0, pageLength).map((entry) => shownTo(request.person?.id, entry));
  const older = found.length > pageLength ? (entries.at(-1)?.id ?? null) : null;
  return { entries, older, isNewest: before === undefined };
}

type Entry = ReturnType<typeof auditLog>[number];

/** What one of two blind coders did is there for all; what they said is not, but for themselves. */
function shownTo(personId: number | undefined, entry: Entry): Entry {
  const keptBy = [entry.before, entry.after].map((side) => (side as Kept | null)?.keptBy);
  const isHidden = keptBy.some((who) => who !== undefined && who !== personId);
  return isHidden ? { ...entry, before: null, after: null } : entry;
}
type Kept = { keptBy?: number };

function show(reply: FastifyReply, log: ReturnType<typeof readLog>, path: string) {
  const model = logPage(reply.request.locale, log, path);
  return reply.page('reviews/log', model, { section: 'log' });
}
