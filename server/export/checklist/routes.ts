/** The filled reporting checklist: a page, and a file in any format of the tables. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { checklists } from '../../../schema/checklists.ts';
import { reviewOf } from '../../platform/guards.ts';
import { FileQuery, fileLocale, sendGrid } from '../tables/send-grid.ts';
import { tableFormats } from '../tables/table-files.ts';
import { type FilledChecklist, filledChecklist, ownChecklist } from './filled.ts';
import { checklistItemRoutes } from './item-routes.ts';
import { checklistGrid, checklistPage } from './page.ts';

const Params = z.object({ review: z.string().max(100) });
const Query = z.object({ list: z.enum(checklists).optional() });
const FileOf = Query.extend(FileQuery.shape);
const published = { access: 'published' } as const;

export const checklistRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(checklistItemRoutes);
  const schema = { params: Params, querystring: Query };
  app.get('/reviews/:review/checklist', { config: published, schema }, (request, reply) => {
    const model = checklistPage(checklistOf(request), request.rights?.mayOwn ?? false);
    return reply.page('synthesis/checklist', model, { section: 'flow' });
  });
  app.get('/reviews/:review/checklist.json', { config: published, schema }, (request) => {
    const { list, items, answers, sections } = checklistOf(request);
    return { list, items, answers, sections };
  });
  for (const format of tableFormats)
    app.get(
      `/reviews/:review/checklist.${format}`,
      { config: published, schema: { params: Params, querystring: FileOf } },
      (request, reply) => {
        const filled = checklistOf(request, fileLocale(request));
        return sendGrid(request, reply, { grid: checklistGrid(filled), format, name: filled.list });
      },
    );
};

function checklistOf(request: FastifyRequest, locale = request.locale): FilledChecklist {
  const review = reviewOf(request);
  const list = Query.parse(request.query).list ?? ownChecklist(review);
  const isPublic = !request.rights?.mayRead;
  return filledChecklist({ db: request.server.db, review, list, locale, isPublic });
}
