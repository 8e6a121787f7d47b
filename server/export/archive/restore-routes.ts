/** How a review comes back out of its archive: into an empty installation, or beside others when its people are known. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Db } from '../../db.ts';
import { AppError, notFound } from '../../errors.ts';
import { formProblems, type Problem } from '../../platform/forms.ts';
import { findJob, type JobRow } from '../../platform/jobs/jobs.ts';
import { streamProgress } from '../../platform/progress-events.ts';
import { contextOf } from '../../platform/sessions.ts';
import { pathOfFile } from '../../records/imports/files.ts';
import { receiveFiles } from '../../records/imports/uploads.ts';
import { isEmptyInstallation } from './installation.ts';
import { requireMatches } from './people-room.ts';
import { askedToRestore, askToRestore, restoring } from './restore-job.ts';
import {
  peopleOfArchivePage,
  restorePage,
  restoreProgress,
  restoringPage,
} from './restore-page.ts';
import {
  dropWaiting,
  keepWaiting,
  openAccounts,
  pathOfWaiting,
  waitingArchive,
  waitingArchives,
} from './waiting.ts';

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
      await keepWaiting(dataDir, fileHash);
      await waitingArchive(dataDir, fileHash).catch(async (error) => {
        await dropWaiting(dataDir, fileHash);
        throw error;
      });
      if (!isEmptyInstallation(app.db)) return reply.redirect(`/restore/${fileHash}`, 303);
      return restore(request, reply, fileHash, new Map());
    } catch (error) {
      const problems = formProblems(error, request.locale);
      if (!problems) throw error;
      return showRestore(request, reply.status(422), problems);
    } finally {
      if (upload) await rm(pathOfFile(dataDir, upload.fileHash), { force: true });
    }
  });

  const ofJob = { ...access, schema: { params: z.object({ job: z.coerce.number().int() }) } };
  app.get(pageOf(':job'), ofJob, async (request, reply) => {
    const row = restoreJobOf(app.db, request.params.job);
    const { archive, slug } = askedToRestore(row);
    if (row.state === 'done') return reply.redirect(`/reviews/${slug}?notice=restored`, 303);
    const isThere = existsSync(pathOfWaiting(app.config.dataDir, archive));
    const again = isThere && !isEmptyInstallation(app.db) ? `/restore/${archive}` : '/restore';
    const model = restoringPage(request.locale, row, { page: pageOf(row.id), again });
    return reply.page('export/restoring', model, { scripts: model.progress ? ['progress'] : [] });
  });

  app.get(`${pageOf(':job')}/events`, ofJob, (request, reply) => {
    const { id } = restoreJobOf(app.db, request.params.job);
    streamProgress(reply, () => restoreProgress(request.locale, restoreJobOf(app.db, id)));
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
        const { people } = await waitingArchive(dataDir, archive);
        requireMatches(app.db, people, new Map(chosen));
        return restore(request, reply, archive, new Map(chosen));
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
      const { archive } = request.params;
      const begun = restoring(app.db, archive);
      if (begun) return reply.redirect(pageOf(begun.id), 303);
      await dropWaiting(app.config.dataDir, archive);
      return reply.redirect('/restore?notice=archive_dropped', 303);
    },
  );
};

const pageOf = (jobId: number | ':job') => `/restore/jobs/${jobId}`;

function restore(
  request: FastifyRequest,
  reply: FastifyReply,
  archive: string,
  accounts: Map<number, number>,
) {
  const jobId = askToRestore(contextOf(request), archive, accounts);
  return reply.redirect(pageOf(jobId), 303);
}

/** @throws NOT_FOUND */
function restoreJobOf(db: Db, jobId: number): JobRow {
  const row = findJob(db, jobId);
  if (row?.kind !== 'restore') throw notFound();
  return row;
}

async function showRestore(request: FastifyRequest, reply: FastifyReply, problems: Problem[] = []) {
  const { db, config } = request.server;
  const archives = await waitingArchives(config.dataDir);
  const waiting = archives.map((archive) => {
    const begun = restoring(db, archive.hash);
    return { ...archive, begun: begun ? pageOf(begun.id) : null };
  });
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
