/** The traffic-light tables and the Summary of Qualitative Findings as files. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import { TrafficParams, trafficTable } from '../appraisal/routes.ts';
import { summaryOfFindings } from '../appraisal/summary.ts';
import { reviewOf } from '../platform/guards.ts';
import { summaryGrid, trafficGrid } from './appraisal-grids.ts';
import { mediaTypes, type TableFormat, tableFile, tableFormats } from './table-files.ts';

const Query = z.object({
  lang: z.enum(locales).optional(),
  /** `spreadsheet`: CSV that a Nordic Excel opens with a double click. */
  for: z.enum(['program', 'spreadsheet']).default('program'),
});
const published = { access: 'published' } as const;

export const appraisalFileRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const format of tableFormats) {
    app.get(
      `/reviews/:review/appraisal/:instrument.${format}`,
      { config: published, schema: { params: TrafficParams, querystring: Query } },
      (request, reply) => {
        const table = trafficTable(request);
        const grid = trafficGrid(localeOf(request), reviewOf(request), table);
        return send(request, reply, { grid, format, name: `appraisal-${table.instrument.key}` });
      },
    );
    app.get(
      `/reviews/:review/confidence.${format}`,
      { config: published, schema: { querystring: Query } },
      (request, reply) => {
        const { id } = reviewOf(request);
        const rows = summaryOfFindings(app.db, id, { isPublic: !request.rights?.mayRead });
        const grid = summaryGrid(localeOf(request), reviewOf(request), rows);
        return send(request, reply, { grid, format, name: 'confidence' });
      },
    );
  }
};

const localeOf = (request: FastifyRequest) => Query.parse(request.query).lang ?? request.locale;

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  file: { grid: ReturnType<typeof summaryGrid>; format: TableFormat; name: string },
) {
  const { grid, format, name } = file;
  const bytes = await tableFile(grid, format, {
    locale: localeOf(request),
    at: request.at,
    forSpreadsheet: Query.parse(request.query).for === 'spreadsheet',
  });
  return reply
    .type(mediaTypes[format])
    .header(
      'content-disposition',
      `attachment; filename="${reviewOf(request).slug}-${name}.${format}"`,
    )
    .send(bytes);
}
