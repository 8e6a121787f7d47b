/** The flow of a review: the page with its figure, the figure and the numbers as files, the rows behind a number. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../../schema/columns.ts';
import { notFound } from '../../errors.ts';
import { reviewOf } from '../../platform/guards.ts';
import { boxIds, pendingReasons } from './boxes.ts';
import { flowOf, flowSeen } from './flow.ts';
import { rowsBehind } from './lists.ts';
import {
  type FlowReader,
  flowFigure,
  flowJson,
  flowPage,
  mayOpen,
  type RowsQuery,
  rowsPage,
} from './page.ts';

const Params = z.object({ review: z.string().max(100) });
const BoxParams = Params.extend({ box: z.enum(boxIds) });
const Language = z.object({ lang: z.enum(locales).optional() });
const RowsForm = z.object({
  part: z.string().max(500).optional(),
  pending: z.enum(pendingReasons).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});
/** One screen of rows for a person; a machine takes more at a time. */
const pageSize = { html: 50, json: 500 };

export const flowRoutes: FastifyPluginAsyncZod = async (app) => {
  const published = { access: 'published' } as const;

  app.get(
    '/reviews/:review/flow',
    { config: published, schema: { params: Params } },
    (request, reply) => {
      const flow = flowOf(app.db, reviewOf(request));
      const page = flowPage(flow, readerOf(request));
      // Only the figure with five columns is wider than the frame around it.
      const wide = flow.template === 'updated-v2';
      const mayOwn = request.rights?.mayOwn ?? false;
      return reply.page('synthesis/flow', { ...page, mayOwn }, { section: 'flow', wide });
    },
  );

  app.get(
    '/reviews/:review/flow.json',
    { config: published, schema: { params: Params } },
    (request) => flowJson(flowOf(app.db, reviewOf(request))),
  );

  app.get(
    '/reviews/:review/flow.svg',
    { config: published, schema: { params: Params, querystring: Language } },
    (request, reply) => {
      const reader = readerOf(request);
      const locale = request.query.lang ?? reader.locale;
      const flow = flowOf(app.db, reviewOf(request));
      const options = { isStandalone: true, linkBase: baseOf(request) };
      const svg = flowFigure(flow, { ...reader, locale }, options);
      const name = `${reader.review.slug}-flow.svg`;
      reply.header('content-disposition', `inline; filename="${name}"`);
      return reply.type('image/svg+xml; charset=utf-8').send(svg);
    },
  );

  app.get(
    '/reviews/:review/flow/:box',
    { config: published, schema: { params: BoxParams, querystring: RowsForm } },
    (request, reply) => {
      const { flow, reader, query, found } = rowsOf(request, pageSize.html);
      const page = rowsPage(flow, reader, query, found);
      return reply.page('synthesis/rows', page, { section: 'flow' });
    },
  );

  app.get(
    '/reviews/:review/flow/:box.json',
    { config: published, schema: { params: BoxParams, querystring: RowsForm } },
    (request) => {
      const { query, found } = rowsOf(request, pageSize.json);
      const { box, part, pending, page, size } = query;
      return { box, part, pending, page, size, ...found };
    },
  );
};

function rowsOf(request: FastifyRequest, size: number) {
  const { box } = BoxParams.parse(request.params);
  const { part = null, pending = null, page } = RowsForm.parse(request.query);
  const reader = readerOf(request);
  // What is pending says who was not included, so it is never for everybody.
  if (!mayOpen(box, reader.mayRead) || (pending && !reader.mayRead)) throw notFound();
  const review = reviewOf(request);
  const { db } = request.server;
  const { flow, standpoint } = flowSeen(db, review, null);
  const own = flow.boxes.find(({ id }) => id === box);
  if (!own || own.derived === null) throw notFound();
  const query: RowsQuery = { box, part, pending, page, size };
  const found = rowsBehind(db, review.id, standpoint, query, {
    limit: size,
    offset: (page - 1) * size,
  });
  if (!found) throw notFound();
  return { flow, reader, query, found };
}

function readerOf(request: FastifyRequest): FlowReader {
  const { slug, title } = reviewOf(request);
  const { locale, rights } = request;
  return { locale, review: { slug, title }, mayRead: rights?.mayRead ?? false };
}

const baseOf = (request: FastifyRequest): string =>
  request.server.config.baseUrl ?? `${request.protocol}://${request.host}`;
