/** The list of a review's tables: those that it keeps, those made for every review, those to begin from. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { tablesPage } from '../tables/page.ts';
import { tableRequest } from '../tables/routes.ts';
import { type TableName, type TableRequest, tableNames } from '../tables/table.ts';
import { summaryTable } from '../tables/tables.ts';
import { savedList } from './page.ts';
import { presetGroups } from './presets.ts';
import { readerFor } from './reader.ts';
import { savedTables } from './saved.ts';

const Params = z.object({ review: z.string().max(100) });

export const tableListRoutes: FastifyPluginAsyncZod = async (app) => {
  const options = { config: { access: 'published' }, schema: { params: Params } } as const;

  app.get('/reviews/:review/tables', options, (request, reply) => {
    const asked = tableRequest(request);
    const presets = request.rights?.mayReview ? presetGroups(readerFor(asked)) : null;
    const own = savedList(asked, savedFor(request, asked), presets);
    return reply.page('synthesis/tables', tablesPage(asked, sizesOf(asked), own), {
      section: 'tables',
    });
  });

  app.get('/reviews/:review/tables.json', options, (request) => {
    const asked = tableRequest(request);
    const sizes = sizesOf(asked);
    return {
      tables: tableNames.map((name) => ({ name, rows: sizes[name] })),
      saved: savedFor(request, asked).map(({ key, title, note, definition, isPublic }) => ({
        ...{ key, title, note, definition, isPublic },
      })),
    };
  });
};

const savedFor = (request: FastifyRequest, { db, review }: TableRequest) =>
  savedTables(db, review.id, !request.rights?.mayRead);

/** How many rows each table has; to count them, one row is enough. */
function sizesOf(request: TableRequest): Record<TableName, number> {
  const asked = { ...request, window: { offset: 0, limit: 1 } };
  const sizes = tableNames.map((name) => [name, summaryTable(name, asked).count] as const);
  return Object.fromEntries(sizes) as Record<TableName, number>;
}
