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
  const entries = found.slice(0, pageLength);
  const older = found.length > pageLength ? (entries.at(-1)?.id ?? null) : null;
  return { entries, older, isNewest: before === undefined };
}

function show(reply: FastifyReply, log: ReturnType<typeof readLog>, path: string) {
  const model = logPage(reply.request.locale, log, path);
  return reply.page('reviews/log', model, { section: 'log' });
}
