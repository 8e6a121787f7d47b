/** Lists of the coding room: the included publications with what each has, and the review's excerpts. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { emptyAsNull } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { codebooksOf } from '../codebooks/codebooks.ts';
import { OptionalId, personOf } from '../http.ts';
import { countryCodes } from './countries.ts';
import { codingProgress, countriesInUse, excerptList, lacks } from './desk.ts';
import { excerptsAsJson, excerptsPage, reportsAsJson, reportsPage } from './list-page.ts';

const room = '/reviews/:review/coding';
const access = { access: 'reviewer' } as const;
/** A filter that cannot be read filters nothing. */
const ReportsQuery = z.object({
  code: OptionalId.catch(null),
  country: emptyAsNull(z.enum(countryCodes as [string, ...string[]])).catch(null),
  lacks: emptyAsNull(z.enum(lacks)).catch(null),
});
const ExcerptsQuery = z.object({
  code: OptionalId.catch(null),
  match: emptyAsNull(z.enum(['not_found'])).catch(null),
});

export const listRoutes: FastifyPluginAsyncZod = async (app) => {
  const reports = { config: access, schema: { querystring: ReportsQuery } };
  app.get(`${room}/reports`, reports, (request, reply) => {
    const review = reviewOf(request);
    const found = codingProgress(app.db, review.id, request.query, personOf(request));
    const choices = {
      books: codebooksOf(app.db, review.id),
      countries: countriesInUse(app.db, review.id),
    };
    const model = reportsPage(request.locale, review, found, request.query, choices);
    return reply.page('coding/reports', model, { section: 'coding' });
  });
  app.get(`${room}/reports.json`, reports, (request) =>
    reportsAsJson(codingProgress(app.db, reviewOf(request).id, request.query, personOf(request))),
  );

  const excerpts = { config: access, schema: { querystring: ExcerptsQuery } };
  app.get(`${room}/excerpts`, excerpts, (request, reply) => {
    const review = reviewOf(request);
    const rows = excerptList(app.db, review.id, request.query, personOf(request));
    const books = codebooksOf(app.db, review.id);
    const model = excerptsPage(request.locale, review, rows, request.query, books);
    return reply.page('coding/excerpts', model, { section: 'coding' });
  });
  app.get(`${room}/excerpts.json`, excerpts, (request) =>
    excerptsAsJson(
      excerptList(app.db, reviewOf(request).id, request.query, personOf(request)).filter(
        (row) => request.query.match === null || row.match?.state === request.query.match,
      ),
    ),
  );
};
