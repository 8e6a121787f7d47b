/** Full texts: which are sought, there or not to be had, and what their pages say. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { retrievalOutcomes } from '../../schema/documents.ts';
import { formProblems, OptionalText, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { retrievalCounts } from '../screening/progress.ts';
import { retrievalStates } from '../screening/retrieval.ts';
import { filesAsJson } from './file-page.ts';
import { fileRoutes } from './file-routes.ts';
import { filesOf } from './files.ts';
import { documentPage, documentsPath, listPage } from './page.ts';
import { pageTexts, setPageText } from './page-texts.ts';
import { documentOf, documentsPage, recordRetrieval } from './retrievals.ts';

const pageSize = 50;
const pageTextMax = 50_000;

const Id = z.coerce.number().int().positive();
const ReportParams = z.object({ review: z.string(), report: Id });
const ListQuery = z.object({
  state: z.enum(retrievalStates).nullable().default(null),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
const AttemptForm = z.object({
  outcome: z.enum(retrievalOutcomes, 'problem.required'),
  how: OptionalText(1000),
  /** The list that the form stands in, to go back to; empty for the publication's own page. */
  from: z
    .enum(['', 'list', ...retrievalStates])
    .catch('')
    .default(''),
});
const PageForm = z.object({
  page: z.coerce.number('problem.page').int('problem.page').min(1, 'problem.page').max(99_999),
  text: OptionalText(pageTextMax),
});
/** What a refused form had in it, to be shown again. */
const Refused = z.object({
  how: z.string().catch(''),
  page: z.string().catch(''),
  text: z.string().catch(''),
});

const list = '/reviews/:review/documents';
const one = `${list}/:report`;

export const documentsRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'reviewer' } as const;

  await app.register(fileRoutes);

  app.get(list, { config, schema: { querystring: ListQuery } }, (request, reply) => {
    const { state } = request.query;
    const counts = countsOf(request);
    const model = listPage(placeOf(request), foundBy(request), { state, counts });
    return reply.page('documents/list', model, { section: 'documents' });
  });

  app.get(`${list}.json`, { config, schema: { querystring: ListQuery } }, (request) => ({
    counts: countsOf(request),
    ...foundBy(request),
  }));

  app.get(one, { config, schema: { params: ReportParams } }, (request, reply) =>
    showOne(request, reply, []),
  );

  app.get(`${one}.json`, { config, schema: { params: ReportParams } }, (request) => {
    const { report } = request.params;
    const found = documentOf(app.db, reviewOf(request).id, report);
    const files = filesAsJson(filesOf(app.db, reviewOf(request).id, found.id));
    return { ...found, ...files, pages: pageTexts(app.db, report) };
  });

  app.post(
    `${one}/attempts`,
    {
      config,
      schema: { params: ReportParams, body: AttemptForm },
      errorHandler: showOneAgain,
    },
    (request, reply) => {
      const { report } = request.params;
      const { from, outcome, how } = request.body;
      const review = reviewOf(request);
      const attempt = { reviewId: review.id, reportId: report, outcome, how };
      recordRetrieval(contextOf(request), attempt);
      const path = documentsPath(review);
      if (from === '') return reply.redirect(`${path}/${report}?notice=saved`, 303);
      const filter = from === 'list' ? '' : `state=${from}&`;
      return reply.redirect(`${path}?${filter}notice=saved`, 303);
    },
  );

  app.post(
    `${one}/pages`,
    { config, schema: { params: ReportParams, body: PageForm }, errorHandler: showOneAgain },
    (request, reply) => {
      const { report } = request.params;
      const review = reviewOf(request);
      const { id } = documentOf(app.db, review.id, report);
      setPageText(contextOf(request), id, request.body.page, request.body.text);
      return reply.redirect(`${documentsPath(review)}/${id}?notice=saved`, 303);
    },
  );
};

function showOneAgain(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return showOne(request, reply.code(422), problems);
}

function showOne(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const { report } = ReportParams.parse(request.params);
  const found = documentOf(db, reviewOf(request).id, report);
  const typed = Refused.parse(request.body ?? {});
  const texts = {
    pages: pageTexts(db, found.id),
    files: filesOf(db, reviewOf(request).id, found.id),
  };
  const model = documentPage(placeOf(request), found, texts, typed, problems);
  return reply.page('documents/document', model, { section: 'documents' });
}

function foundBy(request: FastifyRequest) {
  const { state, page } = ListQuery.parse(request.query);
  const query = { state, page, size: pageSize };
  const found = documentsPage(request.server.db, reviewOf(request).id, query);
  return { ...found, page, pages: Math.max(1, Math.ceil(found.total / pageSize)) };
}

function countsOf(request: FastifyRequest) {
  const counts = retrievalCounts(request.server.db, reviewOf(request).id);
  const { awaiting, retrieved, notRetrieved } = counts;
  return { sought: awaiting, retrieved, not_retrieved: notRetrieved };
}

const placeOf = (request: FastifyRequest) => ({
  locale: request.locale,
  review: reviewOf(request),
});
