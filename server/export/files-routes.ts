/** Everything that can be taken out of a review: its page, its lists as files. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import { reviewOf } from '../platform/guards.ts';
import { filesPage } from './files-page.ts';
import { type ListName, listJson, listNames, listOf } from './lists.ts';
import { mediaTypes, tableFile, tableFormats } from './table-files.ts';

const Params = z.object({ review: z.string().max(100) });
const ListParams = Params.extend({ list: z.enum(listNames) });
const ListQuery = z.object({
  lang: z.enum(locales).optional(),
  for: z.enum(['program', 'spreadsheet']).default('program'),
});

export const filesRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/reviews/:review/files',
    { config: { access: 'published' }, schema: { params: Params } },
    (request, reply) => {
      const review = reviewOf(request);
      const { mayRead = false, mayOwn = false } = request.rights ?? {};
      const model = filesPage({ locale: request.locale, slug: review.slug, mayRead, mayOwn });
      return reply.page('export/files', model, { section: 'files' });
    },
  );

  const list = { params: ListParams, querystring: ListQuery };
  for (const format of tableFormats)
    app.get(
      `/reviews/:review/lists/:list.${format}`,
      { config: { access: 'reader' }, schema: list },
      async (request, reply) => {
        const made = askedList(request, request.params.list, request.query.lang);
        const bytes = await tableFile(made, format, {
          locale: request.query.lang ?? request.locale,
          at: request.at,
          forSpreadsheet: request.query.for === 'spreadsheet',
        });
        const name = `${reviewOf(request).slug}-${made.name}.${format}`;
        return reply
          .type(mediaTypes[format])
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(bytes);
      },
    );
  app.get(
    '/reviews/:review/lists/:list.json',
    { config: { access: 'reader' }, schema: list },
    (request) => listJson(askedList(request, request.params.list, request.query.lang)),
  );
};

function askedList(request: FastifyRequest, name: ListName, lang?: (typeof locales)[number]) {
  const { id, slug, title } = reviewOf(request);
  const { db } = request.server;
  return listOf(name, { db, review: { id, slug, title }, locale: lang ?? request.locale });
}
