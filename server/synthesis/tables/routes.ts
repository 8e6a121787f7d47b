/** The summary tables of a review, each as a page and for machines. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../../schema/columns.ts';
import { reviewOf } from '../../platform/guards.ts';
import { findingsPage, pagedGrid, windowOf } from './page.ts';
import { type TableRequest, tableNames } from './table.ts';
import { summaryTable, tableJson } from './tables.ts';

const Params = z.object({ review: z.string().max(100) });
export const TableParams = Params.extend({ name: z.enum(tableNames) });
export const TableQuery = z.object({
  lang: z.enum(locales).optional(),
  theme: z.string().max(300).optional(),
  kind: z.string().max(300).optional(),
});

export const Paged = z.object({ page: z.coerce.number().int().positive().default(1) });

/** Tables with more columns than this take the whole width of the screen. */
const columnsInFrameMax = 6;

export const tableRoutes: FastifyPluginAsyncZod = async (app) => {
  const published = { access: 'published' } as const;
  const schema = { params: TableParams, querystring: TableQuery };
  const paged = { params: TableParams, querystring: TableQuery.extend(Paged.shape) };

  app.get(
    '/reviews/:review/tables/:name',
    { config: published, schema: paged },
    (request, reply) => {
      const { name } = request.params;
      const { page } = request.query;
      // The page speaks one language, that of its frame; `lang` is for files.
      const asked: TableRequest = { ...tableRequest(request), locale: request.locale };
      // Findings stand by kind on one page: there are hundreds of them, not thousands.
      if (name !== 'findings') asked.window = windowOf(page);
      const table = summaryTable(name, asked);
      const options = {
        section: 'tables',
        wide: table.columns.length > columnsInFrameMax,
      } as const;
      if (name === 'findings')
        return reply.page('synthesis/findings-table', findingsPage(asked, table), options);
      return reply.page('synthesis/table', pagedGrid(asked, table, page), options);
    },
  );

  app.get('/reviews/:review/tables/:name.json', { config: published, schema }, (request) =>
    tableJson(summaryTable(request.params.name, tableRequest(request))),
  );
};

/** What a request asks for: in which language, and whether the person belongs to the review. */
export function tableRequest(request: FastifyRequest): TableRequest {
  const { lang, theme, kind } = TableQuery.parse(request.query);
  const { id, slug, title } = reviewOf(request);
  return {
    db: request.server.db,
    review: { id, slug, title },
    locale: lang ?? request.locale,
    isPublic: !request.rights?.mayRead,
    theme,
    kind,
  };
}
