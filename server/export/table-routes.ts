/** Summary tables as files, those that the review keeps among them. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { SavedParams, savedTableOf } from '../synthesis/builder/routes.ts';
import { TableParams, TableQuery, tableRequest } from '../synthesis/tables/routes.ts';
import { summaryTable } from '../synthesis/tables/tables.ts';
import { FileQuery, sendGrid } from './tables/send-grid.ts';
import { tableFormats } from './tables/table-files.ts';

const Query = TableQuery.extend(FileQuery.shape);

export const tableFileRoutes: FastifyPluginAsyncZod = async (app) => {
  const published = { access: 'published' } as const;
  for (const format of tableFormats) {
    app.get(
      `/reviews/:review/tables/:name.${format}`,
      { config: published, schema: { params: TableParams, querystring: Query } },
      (request, reply) => {
        const grid = summaryTable(request.params.name, tableRequest(request));
        return sendGrid(request, reply, { grid, format, name: grid.name });
      },
    );
    app.get(
      `/reviews/:review/tables/saved/:key.${format}`,
      { config: published, schema: { params: SavedParams, querystring: Query } },
      (request, reply) => {
        const { table: grid, key: name } = savedTableOf(request);
        return sendGrid(request, reply, { grid, format, name });
      },
    );
  }
};
