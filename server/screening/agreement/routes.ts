/** Agreement of each pair of people, for the owner: a page, JSON and CSV from the same query. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { reviewOf } from '../../platform/guards.ts';
import { agreementCsv, agreementPage } from './page.ts';
import { agreements } from './pairs.ts';

const agreement = '/reviews/:review/screening/agreement';

export const agreementRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'owner' } as const;
  const found = (request: FastifyRequest) => agreements(app.db, reviewOf(request).id);

  app.get(agreement, { config }, (request, reply) => {
    const place = { locale: request.locale, review: reviewOf(request) };
    return reply.page('screening/agreement', agreementPage(place, found(request)), {
      section: 'screening',
    });
  });

  app.get(`${agreement}.json`, { config }, (request) => ({ pairs: found(request) }));

  app.get(`${agreement}.csv`, { config }, (request, reply) =>
    reply.type('text/csv; charset=utf-8').send(agreementCsv(found(request))),
  );
};
