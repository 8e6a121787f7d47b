/** Reading a publication's text beside its codes, and making excerpts of what is marked in it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../../schema/columns.ts';
import { emptyAsNull, OneOrMany, OptionalText, type Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { codebooksOf } from '../codebooks/codebooks.ts';
import { deskOf } from '../desk/desk.ts';
import { Id, personOf, showAgain } from '../http.ts';
import { markExcerpt, textSources } from './reading.ts';
import { readingPage } from './reading-page.ts';

const text = '/reviews/:review/coding/reports/:report/text';
const access = { access: 'reviewer' } as const;
const Params = z.object({ report: Id });
const Place = z.object({
  file: z
    .union([z.literal('typed'), Id])
    .nullable()
    .catch(null)
    .default(null),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});
const Whole = emptyAsNull(z.coerce.number().int().min(0)).catch(null);
const MarkForm = z.object({
  quotation: OptionalText(10_000),
  language: z.enum(locales, 'problem.invalid'),
  page: OptionalText(40),
  locator: OptionalText(200),
  codeIds: OneOrMany(Id),
  fileId: Whole,
  textPage: z.coerce.number().int().min(1).catch(1),
  from: Whole,
  to: Whole,
});

export const readingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    text,
    { config: access, schema: { params: Params, querystring: Place } },
    (request, reply) => showText(request, reply, []),
  );

  app.get(`${text}.json`, { config: access, schema: { params: Params } }, (request) => {
    const { id } = reviewOf(request);
    const { publication } = deskOf(app.db, id, request.params.report, personOf(request));
    return {
      sources: textSources(app.db, id, publication.rootId).map(({ file, pages }) => ({
        file: file && { id: file.id, fileName: file.fileName, format: file.format },
        pages: pages.map(({ page, label, text }) => ({ page, label, text })),
      })),
    };
  });

  app.post(
    text,
    {
      config: access,
      schema: { params: Params, body: MarkForm },
      errorHandler: showAgain(showText),
    },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { fileId, textPage, from, to, ...input } = request.body;
      const { report } = request.params;
      const at = { fullTextId: fileId, page: textPage, from, to };
      const made = markExcerpt(contextOf(request), id, { ...input, reportId: report, at });
      const back = `/reviews/${slug}/coding/reports/${report}/text`;
      const place = `file=${fileId ?? 'typed'}&page=${textPage}`;
      return reply.redirect(`${back}?${place}&notice=saved#excerpt-${made}`, 303);
    },
  );
};

function showText(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const { db } = request.server;
  const desk = deskOf(db, review.id, Params.parse(request.params).report, personOf(request));
  const sources = textSources(db, review.id, desk.publication.rootId);
  const sent = (request.body ?? null) as { fileId?: unknown; textPage?: unknown } | null;
  const { file, page } = Place.parse(
    sent ? { file: sent.fileId || 'typed', page: sent.textPage } : request.query,
  );
  const wanted = sources.find((each) => (each.file?.id ?? 'typed') === file);
  const read = { sources, source: wanted ?? sources[0] ?? null, page };
  const choices = { books: codebooksOf(db, review.id) };
  const refused = { problems, typed: request.body };
  const model = readingPage(request.locale, review, desk, read, choices, refused);
  return reply.page('coding/text', model, { section: 'coding', scripts: ['marking'], wide: true });
}
