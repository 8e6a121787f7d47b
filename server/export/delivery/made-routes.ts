/** The written report as a file: asked for at one click, followed while it is made, handed out. */
import { createReadStream } from 'node:fs';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../../schema/columns.ts';
import { reviewOf } from '../../platform/guards.ts';
import { streamProgress } from '../../platform/progress-events.ts';
import { openContextOf } from '../../platform/sessions.ts';
import { isSoonMade } from '../made-files.ts';
import { mediaTypes } from '../tables/table-files.ts';
import { askForReport, madeReports, pathOfReport, readyReports } from './made.ts';
import { reportProgress } from './page.ts';

const Params = z.object({ review: z.string().max(100) });
const access = 'published' as const;

export const madeReportRoutes: FastifyPluginAsyncZod = async (app) => {
  const path = '/reviews/:review/word-report';

  app.post(
    path,
    { config: { access }, schema: { params: Params, body: z.object({ lang: z.enum(locales) }) } },
    async (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { lang: locale } = request.body;
      const isPublic = !request.rights?.mayRead;
      // Not the address of this request: others get the same file.
      const { baseUrl } = app.config;
      const wanted = { locale, isPublic, ...(baseUrl === null ? {} : { linkBase: baseUrl }) };
      const jobId = askForReport(openContextOf(request), id, wanted);
      const isMade = await isSoonMade(app.db, jobId);
      const next = isMade ? `report.docx?lang=${locale}` : 'word-report';
      return reply.redirect(`/reviews/${slug}/${next}`, 303);
    },
  );

  app.get(
    `${path}/events`,
    { config: { access }, schema: { params: Params } },
    (request, reply) => {
      const { id } = reviewOf(request);
      const isPublic = !request.rights?.mayRead;
      streamProgress(reply, () =>
        reportProgress(request.locale, madeReports(app.db, id, isPublic)),
      );
    },
  );

  app.get(
    '/reviews/:review/report.docx',
    {
      config: { access },
      schema: { params: Params, querystring: z.object({ lang: z.enum(locales).optional() }) },
    },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const locale = request.query.lang ?? request.locale;
      const { dataDir } = app.config;
      const ready = readyReports({ db: app.db, dataDir }, id, !request.rights?.mayRead);
      const made = ready.find(({ asked }) => asked.locale === locale);
      if (!made) return reply.redirect(`/reviews/${slug}/word-report`, 303);
      return reply
        .type(mediaTypes.docx)
        .header('content-disposition', `attachment; filename="${slug}-report-${locale}.docx"`)
        .send(createReadStream(pathOfReport(dataDir, made.job.id)));
    },
  );
};
