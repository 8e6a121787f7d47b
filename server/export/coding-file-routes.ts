/** The answers of a form and the agreement of coders as files; their JSON, and the CSV of keys, are the coding room's. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { codeAgreement } from '../coding/coders/double-coding.ts';
import { answerTable } from '../coding/forms/answer-table.ts';
import { Id } from '../coding/http.ts';
import { reviewOf } from '../platform/guards.ts';
import { agreementGrid, answersGrid } from './tables/coding-grids.ts';
import { FileQuery, fileLocale, sendGrid } from './tables/send-grid.ts';
import { tableFormats } from './tables/table-files.ts';

const room = '/reviews/:review/coding';
const config = { access: 'reviewer' } as const;

export const codingGridRoutes: FastifyPluginAsyncZod = async (app) => {
  const schema = { params: z.object({ form: Id }), querystring: FileQuery };
  for (const format of tableFormats) {
    if (format !== 'csv')
      app.get(`${room}/forms/:form/answers.${format}`, { config, schema }, (request, reply) => {
        const review = reviewOf(request);
        const table = answerTable(app.db, review.id, request.params.form);
        const grid = answersGrid(fileLocale(request), review, table);
        return sendGrid(request, reply, { grid, format, name: `answers-${table.form.key}` });
      });
    app.get(
      `${room}/agreement.${format}`,
      { config, schema: { querystring: FileQuery } },
      (request, reply) => {
        const review = reviewOf(request);
        const grid = agreementGrid(fileLocale(request), review, codeAgreement(app.db, review.id));
        return sendGrid(request, reply, { grid, format, name: 'coding-agreement' });
      },
    );
  }
};
