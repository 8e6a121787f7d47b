/** Files with full texts: attached in bulk, matched, confirmed, fetched again. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { formProblems, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { streamProgress } from '../platform/progress-events.ts';
import { contextOf } from '../platform/sessions.ts';
import { readStoredFile } from '../records/imports/files.ts';
import { receiveFiles } from '../records/imports/uploads.ts';
import { filesAsJson, filesPage, readingProgress } from './file-page.ts';
import {
  attachFiles,
  filesOf,
  matchFile,
  readingOf,
  removeFile,
  requireFile,
  soughtPublications,
  unmatchFile,
} from './files.ts';
import { documentsPath } from './page.ts';
import { unpacked } from './unpack.ts';

/**
 * Nothing in a file may fetch, run or send anything, whatever it is taken for. `sandbox` would say so too, but browsers
 * then do not show a PDF; their viewer needs a place for the document and a style of its own.
 */
const filePolicy = [
  "default-src 'none'",
  "object-src 'self'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const files = '/reviews/:review/documents/files';
const Id = z.coerce.number().int().positive();
const Params = z.object({ file: Id });
const MatchForm = z.object({
  reportId: z.preprocess((value) => value || undefined, z.coerce.number('problem.required').int()),
});

export const fileRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'reviewer' } as const;
  const errorHandler = showAgain;

  app.get(files, { config }, (request, reply) => showFiles(request, reply, []));
  app.get(`${files}.json`, { config }, (request) =>
    filesAsJson(filesOf(app.db, reviewOf(request).id)),
  );

  app.get(`${files}/events`, { config }, (request, reply) => {
    const { id } = reviewOf(request);
    streamProgress(reply, () => readingProgress(request.locale, readingOf(app.db, id)));
  });

  app.post(files, { config, errorHandler }, async (request, reply) => {
    const sent = await receiveFiles(request);
    const review = reviewOf(request);
    const uploads = await unpacked(app.config.dataDir, sent.files);
    const reportId = Id.nullable()
      .catch(null)
      .parse(sent.fields.reportId ?? null);
    const added = attachFiles(contextOf(request), review.id, uploads, reportId);
    const back =
      reportId === null ? `${documentsPath(review)}/files` : `${documentsPath(review)}/${reportId}`;
    const notice = added === 0 ? 'files_known' : 'files_attached';
    return reply.redirect(`${back}?notice=${notice}`, 303);
  });

  app.get(`${files}/:file/file`, { config, schema: { params: Params } }, (request, reply) => {
    const row = requireFile(app.db, reviewOf(request).id, request.params.file);
    const name = encodeURIComponent(row.fileName);
    // Only what cannot run anything of its own is shown in the window.
    const isPdf = row.format === 'pdf';
    return (
      reply
        .type(isPdf ? 'application/pdf' : 'application/octet-stream')
        // The desk of screening shows it beside the form; nobody else's page may.
        .header('content-security-policy', filePolicy)
        .header('x-content-type-options', 'nosniff')
        .header(
          'content-disposition',
          `${isPdf ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
        )
        .send(readStoredFile(app.config.dataDir, row.fileHash))
    );
  });

  app.post(
    `${files}/:file/match`,
    { config, schema: { params: Params, body: MatchForm }, errorHandler },
    (request, reply) => {
      const { id } = reviewOf(request);
      matchFile(contextOf(request), id, request.params.file, request.body.reportId);
      return saved(request, reply);
    },
  );

  app.post(`${files}/:file/unmatch`, { config, schema: { params: Params } }, (request, reply) => {
    unmatchFile(contextOf(request), reviewOf(request).id, request.params.file);
    return saved(request, reply);
  });

  app.post(`${files}/:file/remove`, { config, schema: { params: Params } }, (request, reply) => {
    removeFile(contextOf(request), reviewOf(request).id, request.params.file);
    return saved(request, reply);
  });
};

const saved = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(`${documentsPath(reviewOf(request))}/files?notice=saved`, 303);

function showAgain(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return showFiles(request, reply.code(422), problems);
}

function showFiles(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const place = { locale: request.locale, review };
  const candidates = soughtPublications(db, review.id);
  const reading = readingOf(db, review.id);
  const model = filesPage(place, filesOf(db, review.id), candidates, reading, problems);
  return reply.page('documents/files', model, { section: 'documents', scripts: ['progress'] });
}
