/** Any list of publications as RIS, BibTeX, CSL-JSON or CSV. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { reviewOf } from '../platform/guards.ts';
import { ReportQuery } from '../records/report-query.ts';
import { type Ending, endings, referencesOf, writerOf } from './references.ts';

const Params = z.object({ review: z.string() });
const Query = ReportQuery.extend({
  /** `1`: only what was included. */
  included: z.enum(['0', '1']).default('0'),
});

export const referencesRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const ending of Object.keys(endings) as Ending[])
    app.get(
      `/reviews/:review/references.${ending}`,
      { config: { access: 'published' }, schema: { params: Params, querystring: Query } },
      (request, reply) => {
        const review = reviewOf(request);
        const { included, ...asked } = request.query;
        // The public sees what is published: the publications that the review rests on.
        const isPublic = !request.rights?.mayRead;
        const state = isPublic || included === '1' ? 'included' : asked.state;
        const references = referencesOf(app.db, review.id, { ...asked, state });
        const format = writerOf(endings[ending]);
        const name = `${review.slug}-references.${ending}`;
        return reply
          .type(`${format.mediaType}; charset=utf-8`)
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(format.write(references));
      },
    );
};
