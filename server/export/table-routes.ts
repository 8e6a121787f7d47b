/** Summary tables as files: CSV, Excel, Word. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { SavedParams, savedTableOf } from '../synthesis/builder/routes.ts';
import { baseOf } from '../synthesis/flow/request.ts';
import { TableParams, TableQuery, tableRequest } from '../synthesis/tables/routes.ts';
import type { SummaryTable, TableRequest } from '../synthesis/tables/table.ts';
import { summaryTable } from '../synthesis/tables/tables.ts';
import { mediaTypes, tableFile, tableFormats } from './table-files.ts';

const Query = TableQuery.extend({
  /** `spreadsheet`: CSV that a Nordic Excel opens with a double click. */
  for: z.enum(['program', 'spreadsheet']).default('program'),
});

export const tableFileRoutes: FastifyPluginAsyncZod = async (app) => {
  const published = { access: 'published' } as const;
  for (const format of tableFormats) {
    app.get(
      `/reviews/:review/tables/:name.${format}`,
      { config: published, schema: { params: TableParams, querystring: Query } },
      (request, reply) => {
        const asked = tableRequest(request);
        const table = summaryTable(request.params.name, asked);
        return sendFile(request, reply, { asked, table, key: table.name, format });
      },
    );
    app.get(
      `/reviews/:review/tables/saved/:key.${format}`,
      { config: published, schema: { params: SavedParams, querystring: Query } },
      (request, reply) => sendFile(request, reply, { ...savedTableOf(request), format }),
    );
  }
};

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { asked, table, key, format }: TableFile,
) {
  const bytes = await tableFile(table, format, {
    locale: asked.locale,
    at: request.at,
    linkBase: baseOf(request),
    forSpreadsheet: Query.parse(request.query).for === 'spreadsheet',
  });
  const name = `${asked.review.slug}-${key}`.replaceAll(/[^\w-]/g, '-');
  return reply
    .type(mediaTypes[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .send(bytes);
}

type TableFile = {
  asked: TableRequest;
  table: SummaryTable;
  key: string;
  format: (typeof tableFormats)[number];
};
