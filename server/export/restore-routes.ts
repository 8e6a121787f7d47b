/** How a review comes back out of its archive: into an empty installation at once, beside others when its people are known. */
import { rm } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { formProblems, type Problem } from '../platform/forms.ts';
import { pathOfFile } from '../records/files.ts';
import { receiveFiles } from '../records/uploads.ts';
import { isEmptyInstallation } from './archive/installation.ts';
import { ownConnection } from './archive/own-connection.ts';
import { restoreArchive } from './archive/restore.ts';
import {
  dropWaiting,
  keepWaiting,
  openAccounts,
  pathOfWaiting,
  waitingArchive,
  waitingArchives,
} from './archive/waiting.ts';
import { peopleOfArchivePage, restorePage } from './restore-page.ts';

const Params = z.object({ archive: z.string().regex(/^[0-9a-f]{64}$/) });
/** `person-3`: the account that person 3 of the archive has here, or nothing. */
const People = z.record(
  z.string().regex(/^person-\d+$/),
  z.union([z.literal(''), z.coerce.number().int().positive()]),
);

export const restoreRoutes: FastifyPluginAsyncZod = async (app) => {
  const access = { config: { access: 'administrator' } } as const;

  app.get('/restore', access, (request, reply) => showRestore(request, reply));

  app.post('/restore', access, async (request, reply) => {
    const { dataDir } = app.config;
    const { files } = await receiveFiles(request);
    const [upload] = files;
    try {
      if (!upload) throw new AppError('ARCHIVE_UNREADABLE', {}, 'file');
      const { fileHash } = upload;
      if (isEmptyInstallation(app.db)) {
        const slug = await restoreFrom(request, pathOfFile(dataDir, fileHash), new Map());
        return reply.redirect(`/reviews/${slug}?notice=restored`, 303);
      }
      await keepWaiting(dataDir, fileHash);
      await waitingArchive(dataDir, fileHash).catch(async (error) => {
        await dropWaiting(dataDir, fileHash);
        throw error;
      });
      return reply.redirect(`/restore/${fileHash}`, 303);
    } catch (error) {
      const problems = formProblems(error, request.locale);
      if (!problems) throw error;
      return showRestore(request, reply.status(422), problems);
    } finally {
      if (upload) await rm(pathOfFile(dataDir, upload.fileHash), { force: true });
    }
  });

  app.get('/restore/:archive', { ...access, schema: { params: Params } }, (request, reply) =>
    showPeople(request, reply, request.params.archive),
  );

  app.post(
    '/restore/:archive',
    { ...access, schema: { params: Params, body: People } },
    async (request, reply) => {
      const { archive } = request.params;
      const { dataDir } = app.config;
      const chosen = Object.entries(request.body).flatMap(([name, account]) =>
        account === '' ? [] : [[Number(name.slice('person-'.length)), account] as const],
      );
      try {
        const slug = await restoreFrom(request, pathOfWaiting(dataDir, archive), new Map(chosen));
        await dropWaiting(dataDir, archive);
        return reply.redirect(`/reviews/${slug}?notice=restored`, 303);
      } catch (error) {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        return showPeople(request, reply.status(422), archive, {
          problems,
          chosen: new Map(chosen),
        });
      }
    },
  );

  app.post(
    '/restore/:archive/drop',
    { ...access, schema: { params: Params } },
    async (request, reply) => {
      await dropWaiting(app.config.dataDir, request.params.archive);
      return reply.redirect('/restore?notice=archive_dropped', 303);
    },
  );
};

async function restoreFrom(
  { server, person, at }: FastifyRequest,
  file: string,
  accounts: Map<number, number>,
): Promise<string> {
  const { dataDir } = server.config;
  const { db, end } = ownConnection(server.db, dataDir);
  try {
    const by = { personId: person?.id ?? null, at, accounts };
    return (await restoreArchive({ db, dataDir }, file, by)).slug;
  } finally {
    end();
  }
}

async function showRestore(request: FastifyRequest, reply: FastifyReply, problems: Problem[] = []) {
  const { db, config } = request.server;
  const waiting = await waitingArchives(config.dataDir);
  const isEmpty = isEmptyInstallation(db);
  return reply.page('export/restore', restorePage(request.locale, { isEmpty, waiting }, problems));
}

async function showPeople(
  request: FastifyRequest,
  reply: FastifyReply,
  hash: string,
  sent: { problems: Problem[]; chosen: Map<number, number> } | null = null,
) {
  const { db, config } = request.server;
  const archive = await waitingArchive(config.dataDir, hash);
  const model = peopleOfArchivePage(request.locale, archive, openAccounts(db), sent);
  return reply.page('export/restore-people', model);
}
