/** The traffic-light tables and the Summary of Qualitative Findings as files. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { TrafficParams, trafficTable } from '../appraisal/routes.ts';
import { summaryOfFindings } from '../appraisal/summary.ts';
import { reviewOf } from '../platform/guards.ts';
import { profileGrid, summaryGrid, trafficGrid } from './tables/appraisal-grids.ts';
import { FileQuery, fileLocale, sendGrid } from './tables/send-grid.ts';
import { tableFormats } from './tables/table-files.ts';

const confidenceGrids = [
  ['confidence', summaryGrid],
  ['confidence-profile', profileGrid],
] as const;

const published = { access: 'published' } as const;

export const appraisalFileRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const format of tableFormats) {
    app.get(
      `/reviews/:review/appraisal/:instrument.${format}`,
      { config: published, schema: { params: TrafficParams, querystring: FileQuery } },
      (request, reply) => {
        const table = trafficTable(request);
        const isRead = format !== 'csv' && format !== 'xlsx';
        const grid = trafficGrid(fileLocale(request), reviewOf(request), table, { isRead });
        return sendGrid(request, reply, {
          grid,
          format,
          name: `appraisal-${table.instrument.key}`,
        });
      },
    );
    for (const [name, gridOf] of confidenceGrids)
      app.get(
        `/reviews/:review/${name}.${format}`,
        { config: published, schema: { querystring: FileQuery } },
        (request, reply) => {
          const { id } = reviewOf(request);
          const rows = summaryOfFindings(app.db, id, { isPublic: !request.rights?.mayRead });
          const grid = gridOf(fileLocale(request), reviewOf(request), rows);
          return sendGrid(request, reply, { grid, format, name });
        },
      );
  }
};
