/** The flow of a review: the page with its figure, the figure and the numbers as files, the rows behind a number. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../../errors.ts';
import { reviewOf } from '../../platform/guards.ts';
import { flowBasisRoutes } from './basis-routes.ts';
import { boxIds, pendingReasons } from './boxes.ts';
import { flowFileRoutes } from './file-routes.ts';
import { noteKeys } from './history.ts';
import { rowsBehind } from './lists.ts';
import { flowJson, flowPage } from './page.ts';
import { flowPrintRoutes } from './print-routes.ts';
import { printsOf } from './prints.ts';
import { logBegins } from './replay.ts';
import { Params, readerOf, SeenQuery, seenFlow } from './request.ts';
import { type RowsQuery, rowsPage } from './rows-page.ts';
import { stageListRoutes } from './stage-list-routes.ts';
import { mayOpen } from './words.ts';

export const BoxParams = Params.extend({ box: z.enum(boxIds) });
const NoteParams = Params.extend({ note: z.enum(noteKeys) });
export const RowsForm = SeenQuery.extend({
  part: z.string().max(500).optional(),
  pending: z.enum(pendingReasons).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});
/** One screen of rows for a person; a machine takes more at a time. */
const pageSize = { html: 50, json: 500 };

export const flowRoutes: FastifyPluginAsyncZod = async (app) => {
  const published = { access: 'published' } as const;

  await app.register(flowFileRoutes);
  await app.register(flowBasisRoutes);
  await app.register(stageListRoutes);
  await app.register(flowPrintRoutes);

  app.get(
    '/reviews/:review/flow',
    { config: published, schema: { params: Params, querystring: SeenQuery } },
    (request, reply) => {
      const { flow, moment } = seenFlow(request);
      const review = reviewOf(request);
      const page = flowPage(flow, readerOf(request), {
        moment,
        begins: logBegins(app.db, review.id),
        prints: printsOf(app.db, review.id),
      });
      // Only the figure with five columns is wider than the frame around it.
      const wide = flow.template === 'updated-v2';
      const { mayOwn = false, mayReview = false, mayRead = false } = request.rights ?? {};
      const model = { ...page, mayOwn, mayReview, mayRead };
      return reply.page('synthesis/flow', model, { section: 'flow', wide });
    },
  );

  app.get(
    '/reviews/:review/flow.json',
    { config: published, schema: { params: Params, querystring: SeenQuery } },
    (request) => flowJson(seenFlow(request).flow),
  );

  app.get(
    '/reviews/:review/flow/notes/:note',
    { config: { access: 'reader' }, schema: { params: NoteParams, querystring: RowsForm } },
    (request, reply) => {
      const { flow, standpoint } = seenFlow(request);
      const { note } = request.params;
      const { page } = request.query;
      const query = {
        box: 'N2',
        part: null,
        pending: null,
        note,
        page,
        size: pageSize.html,
      } as const;
      const found = rowsBehind(app.db, reviewOf(request).id, standpoint, query, {
        limit: query.size,
        offset: (page - 1) * query.size,
      });
      if (!found) throw notFound();
      const model = rowsPage(flow, readerOf(request), query, found);
      return reply.page('synthesis/rows', model, { section: 'flow' });
    },
  );

  app.get(
    '/reviews/:review/flow/:box',
    { config: published, schema: { params: BoxParams, querystring: RowsForm } },
    (request, reply) => {
      const { flow, reader, query, found } = rowsAsked(request, pageSize.html);
      const page = rowsPage(flow, reader, query, found);
      return reply.page('synthesis/rows', page, { section: 'flow' });
    },
  );

  app.get(
    '/reviews/:review/flow/:box.json',
    { config: published, schema: { params: BoxParams, querystring: RowsForm } },
    (request) => {
      const { query, found } = rowsAsked(request, pageSize.json);
      const { box, part, pending, page, size } = query;
      return { box, part, pending, page, size, ...found };
    },
  );
};

/** The rows behind a number, for whoever may see them. @throws NOT_FOUND */
export function rowsAsked(request: FastifyRequest, size: number) {
  const { box } = BoxParams.parse(request.params);
  const { part = null, pending = null, page } = RowsForm.parse(request.query);
  const reader = readerOf(request);
  // What is pending says who was not included, so it is never for everybody.
  if (!mayOpen(box, reader.mayRead) || (pending && !reader.mayRead)) throw notFound();
  const review = reviewOf(request);
  const { db } = request.server;
  const { flow, standpoint } = seenFlow(request);
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
