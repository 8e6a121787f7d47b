/** Everything that can be taken out of a review: its page, its lists as files. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { reviewOf } from '../platform/guards.ts';
import { filesPage } from './files-page.ts';
import { type ListName, listJson, listNames, listOf, publicListNames } from './tables/lists.ts';
import { FileQuery, fileLocale, sendGrid } from './tables/send-grid.ts';
import { tableFormats } from './tables/table-files.ts';

const Params = z.object({ review: z.string().max(100) });
const ListParams = Params.extend({ list: z.enum(listNames) });

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

  for (const name of publicListNames) {
    const published = {
      config: { access: 'published' },
      schema: { params: Params, querystring: FileQuery },
    } as const;
    const path = `/reviews/:review/lists/${name}`;
    for (const format of tableFormats)
      app.get(`${path}.${format}`, published, (request, reply) => {
        const grid = askedList(request, name);
        return sendGrid(request, reply, { grid, format, name });
      });
    app.get(`${path}.json`, published, (request) => listJson(askedList(request, name)));
  }

  const list = { params: ListParams, querystring: FileQuery };
  for (const format of tableFormats)
    app.get(
      `/reviews/:review/lists/:list.${format}`,
      { config: { access: 'reader' }, schema: list },
      (request, reply) => {
        const grid = askedList(request, request.params.list);
        return sendGrid(request, reply, { grid, format, name: grid.name });
      },
    );
  app.get(
    '/reviews/:review/lists/:list.json',
    { config: { access: 'reader' }, schema: list },
    (request) => listJson(askedList(request, request.params.list)),
  );
};

function askedList(request: FastifyRequest, name: ListName) {
  const { id, slug, title } = reviewOf(request);
  const { db } = request.server;
  const isPublic = !request.rights?.mayRead;
  return listOf(name, { db, review: { id, slug, title }, locale: fileLocale(request), isPublic });
}
