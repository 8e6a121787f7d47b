/** Accepting many questions about duplicates at once: what it would link, doing it, and the way back. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { placeOf } from '../routes.ts';
import { batchPage } from './batch-page.ts';
import { acceptFrom, batchesOf, batchMax, outlook, undoBatch } from './batches.ts';
import { countOpenFrom, openPairsFrom } from './duplicates.ts';

const Params = z.object({ review: z.string() });
const BatchParams = Params.extend({ batch: z.coerce.number().int().positive() });
/** Per cent of likeness, as the pages show it. */
const From = z.object({ from: z.coerce.number().int().min(50).max(100).default(95) });

/** So many of those that would be linked are shown. */
const shownMax = 20;

export const batchRoutes: FastifyPluginAsyncZod = async (app) => {
  const dataOf = (reviewId: number, from: number) => ({
    from,
    ...countOpenFrom(app.db, reviewId, from / 100),
    outlook: outlook(app.db, { reviewId, scoreFrom: from / 100 }),
    firstOnes: openPairsFrom(app.db, reviewId, from / 100, shownMax),
    max: batchMax,
    batches: batchesOf(app.db, reviewId),
  });

  app.get(
    '/reviews/:review/duplicates/batch',
    { config: { access: 'reviewer' }, schema: { params: Params, querystring: From } },
    (request, reply) => {
      const data = dataOf(reviewOf(request).id, request.query.from);
      const model = batchPage(placeOf(request), data);
      return reply.page('records/duplicates-batch', model, { section: 'duplicates' });
    },
  );

  app.get(
    '/reviews/:review/duplicates/batch.json',
    { config: { access: 'reviewer' }, schema: { params: Params, querystring: From } },
    (request) => dataOf(reviewOf(request).id, request.query.from),
  );

  app.post(
    '/reviews/:review/duplicates/batch',
    { config: { access: 'reviewer' }, schema: { params: Params, body: From } },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      const { from } = request.body;
      acceptFrom(contextOf(request), { reviewId, scoreFrom: from / 100 });
      const path = `/reviews/${slug}/duplicates/batch?from=${from}`;
      return reply.redirect(`${path}&notice=batch_accepted`, 303);
    },
  );

  app.post(
    '/reviews/:review/duplicates/batch/:batch/undo',
    { config: { access: 'reviewer' }, schema: { params: BatchParams } },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      undoBatch(contextOf(request), { reviewId, batchId: request.params.batch });
      return reply.redirect(`/reviews/${slug}/duplicates/batch?notice=batch_undone`, 303);
    },
  );
};
