/** Summary tables as files: CSV, Excel, Word. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { TableParams, TableQuery, tableRequest } from '../synthesis/tables/routes.ts';
import { summaryTable } from '../synthesis/tables/tables.ts';
import { mediaTypes, tableFile, tableFormats } from './table-files.ts';

const Query = TableQuery.extend({
  /** `spreadsheet`: CSV that a Nordic Excel opens with a double click. */
  for: z.enum(['program', 'spreadsheet']).default('program'),
});

export const tableFileRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const format of tableFormats)
    app.get(
      `/reviews/:review/tables/:name.${format}`,
      { config: { access: 'published' }, schema: { params: TableParams, querystring: Query } },
      async (request, reply) => {
        const asked = tableRequest(request);
        const table = summaryTable(request.params.name, asked);
        const bytes = await tableFile(table, format, {
          locale: asked.locale,
          at: request.at,
          forSpreadsheet: request.query.for === 'spreadsheet',
        });
        const name = `${asked.review.slug}-${table.name}.${format}`;
        return reply
          .type(mediaTypes[format])
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(bytes);
      },
    );
};
