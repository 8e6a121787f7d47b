/** Everything that can be taken out of a review: its page, its lists as files, its archive; and how one comes back. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import { type Connection, openDatabase } from '../db.ts';
import { AppError } from '../errors.ts';
import { formProblems } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { pathOfFile } from '../records/files.ts';
import { receiveFiles } from '../records/uploads.ts';
import { isEmptyInstallation } from './archive/installation.ts';
import { restoreArchive } from './archive/restore.ts';
import { archiveStream } from './archive/write.ts';
import { filesPage, restorePage } from './files-page.ts';
import { type ListName, listJson, listNames, listOf } from './lists.ts';
import { mediaTypes, tableFile, tableFormats } from './table-files.ts';

const Params = z.object({ review: z.string().max(100) });
const ListParams = Params.extend({ list: z.enum(listNames) });
const ListQuery = z.object({
  lang: z.enum(locales).optional(),
  for: z.enum(['program', 'spreadsheet']).default('program'),
});

export const filesRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/reviews/:review/files',
    { config: { access: 'published' }, schema: { params: Params } },
    (request, reply) => {
      const review = reviewOf(request);
      const { mayRead = false, mayOwn = false } = request.rights ?? {};
      const model = filesPage({ locale: request.locale, slug: review.slug, mayRead, mayOwn });
      return reply.page('export/files', model, { section: 'files' });
    },
  );

  const list = { params: ListParams, querystring: ListQuery };
  for (const format of tableFormats)
    app.get(
      `/reviews/:review/lists/:list.${format}`,
      { config: { access: 'reader' }, schema: list },
      async (request, reply) => {
        const made = askedList(request, request.params.list, request.query.lang);
        const bytes = await tableFile(made, format, {
          locale: request.query.lang ?? request.locale,
          at: request.at,
          forSpreadsheet: request.query.for === 'spreadsheet',
        });
        const name = `${reviewOf(request).slug}-${made.name}.${format}`;
        return reply
          .type(mediaTypes[format])
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(bytes);
      },
    );
  app.get(
    '/reviews/:review/lists/:list.json',
    { config: { access: 'reader' }, schema: list },
    (request) => listJson(askedList(request, request.params.list, request.query.lang)),
  );

  app.get(
    '/reviews/:review/archive.zip',
    { config: { access: 'owner' }, schema: { params: Params } },
    (request, reply) => {
      const review = reviewOf(request);
      const { db, end } = ownConnection(app.db, app.config.dataDir);
      const stream = archiveStreamOrEnd(db, app.config.dataDir, review, end);
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${review.slug}-archive.zip"`)
        .send(stream);
    },
  );

  app.get('/restore', { config: { access: 'administrator' } }, (request, reply) =>
    reply.page('export/restore', restorePage(request.locale, isEmptyInstallation(app.db), [])),
  );

  app.post('/restore', { config: { access: 'administrator' } }, async (request, reply) => {
    const { files } = await receiveFiles(request);
    const [upload] = files;
    const { dataDir } = app.config;
    const { db, end } = ownConnection(app.db, dataDir);
    try {
      if (!upload) throw new AppError('ARCHIVE_UNREADABLE', {}, 'file');
      const by = { personId: request.person?.id ?? null, at: request.at };
      const { slug } = await restoreArchive(
        { db, dataDir },
        pathOfFile(dataDir, upload.fileHash),
        by,
      );
      return reply.redirect(`/reviews/${slug}?notice=restored`, 303);
    } catch (error) {
      const problems = formProblems(error, request.locale);
      if (!problems) throw error;
      const model = restorePage(request.locale, isEmptyInstallation(app.db), problems);
      return reply.status(422).page('export/restore', model);
    } finally {
      end();
      if (upload) await rm(pathOfFile(dataDir, upload.fileHash), { force: true });
    }
  });
};

function askedList(request: FastifyRequest, name: ListName, lang?: (typeof locales)[number]) {
  const { id, slug, title } = reviewOf(request);
  const { db } = request.server;
  return listOf(name, { db, review: { id, slug, title }, locale: lang ?? request.locale });
}

/** A whole archive is read while others write: from one moment, through a connection of its own. */
function ownConnection(shared: Connection, dataDir: string): { db: Connection; end(): void } {
  if (shared.$client.memory) return { db: shared, end: () => undefined };
  const db = openDatabase(join(dataDir, 'review.db'));
  return { db, end: () => void db.$client.close() };
}

function archiveStreamOrEnd(
  db: Connection,
  dataDir: string,
  review: Parameters<typeof archiveStream>[2],
  end: () => void,
) {
  try {
    if (!db.$client.memory) db.$client.exec('begin');
    const stream = archiveStream(db, dataDir, review);
    stream.once('close', end);
    return stream;
  } catch (error) {
    end();
    throw error;
  }
}
