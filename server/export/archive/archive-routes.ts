/** The archive of a review: asked for, followed while it is made, handed out; blind work in it is said to be wanted first. */
import { createReadStream } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { formProblems, type Problem, Ticked } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { streamProgress } from '../../platform/progress-events.ts';
import { contextOf } from '../../platform/sessions.ts';
import { isSoonMade, pathOfMade } from '../made-files.ts';
import { archivePage, archiveProgress } from './archive-page.ts';
import { blindWorkOf, isBlind, recordUnblinding, unblindings } from './blind-work.ts';
import { archivesFor, askForArchive, isAsTheReviewIs, readyArchive } from './made.ts';

const Params = z.object({ review: z.string().max(100) });
const access = { config: { access: 'owner' }, schema: { params: Params } } as const;
const Confirmation = z.object({ confirmed: Ticked });

export const archiveRoutes: FastifyPluginAsyncZod = async (app) => {
  const page = '/reviews/:review/files/archive';

  app.get('/reviews/:review/archive.zip', access, (request, reply) => {
    const { id, slug } = reviewOf(request);
    const { dataDir } = app.config;
    const ready = readyArchive({ db: app.db, dataDir }, id, personOf(request));
    if (!ready) return reply.redirect(pageOf(request), 303);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${slug}-archive.zip"`)
      .send(createReadStream(pathOfMade(dataDir, 'archive', ready.id)));
  });

  app.get(page, access, (request, reply) => showArchive(request, reply));

  app.get(`${page}/events`, access, (request, reply) => {
    const { id } = reviewOf(request);
    const personId = personOf(request);
    streamProgress(reply, () => archiveProgress(request.locale, archivesFor(app.db, id, personId)));
  });

  app.post(
    page,
    {
      ...access,
      schema: { params: Params, body: Confirmation },
      errorHandler: (error, request, reply) => {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        return showArchive(request, reply.code(422), problems);
      },
    },
    async (request, reply) => {
      const { id, slug } = reviewOf(request);
      const context = contextOf(request);
      const seen = blindWork(request);
      if (isBlind(seen)) {
        if (!request.body.confirmed) throw new AppError('UNBLINDING_UNCONFIRMED', {}, 'confirmed');
        recordUnblinding(context, id, seen);
      }
      const jobId = askForArchive(context, id);
      const isMade = await isSoonMade(app.db, jobId);
      return reply.redirect(isMade ? `/reviews/${slug}/archive.zip` : pageOf(request), 303);
    },
  );
};

const personOf = (request: FastifyRequest) => request.person?.id ?? 0;
const pageOf = (request: FastifyRequest) => `/reviews/${reviewOf(request).slug}/files/archive`;

const blindWork = (request: FastifyRequest) =>
  blindWorkOf(request.server.db, reviewOf(request).id, personOf(request));

function showArchive(request: FastifyRequest, reply: FastifyReply, problems: Problem[] = []) {
  const review = reviewOf(request);
  const { db, config } = request.server;
  const personId = personOf(request);
  const ready = readyArchive({ db, dataDir: config.dataDir }, review.id, personId);
  const model = archivePage(
    request.locale,
    review.slug,
    {
      work: blindWork(request),
      earlier: unblindings(db, review.id),
      latest: archivesFor(db, review.id, personId),
      ready: ready
        ? { at: ready.createdAt, isCurrent: isAsTheReviewIs(db, review.id, ready) }
        : null,
    },
    problems,
  );
  const scripts = model.progress ? ['progress'] : [];
  return reply.page('export/archive', model, { section: 'files', scripts });
}
