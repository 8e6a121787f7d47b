/** The archive of a review, handed out at once, or when somebody has said that they want to see blind work too. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { formProblems, type Problem, Ticked } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { blindWorkOf, isBlind, recordUnblinding, unblindings } from './archive/blind-work.ts';
import { ownConnection } from './archive/own-connection.ts';
import { archiveStream } from './archive/write.ts';
import { archivePage } from './files-page.ts';

const Params = z.object({ review: z.string().max(100) });
const access = { config: { access: 'owner' }, schema: { params: Params } } as const;
const Confirmation = z.object({ confirmed: Ticked });

export const archiveRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/reviews/:review/archive.zip', access, (request, reply) => {
    if (isBlind(blindWork(request)))
      return reply.redirect(`/reviews/${reviewOf(request).slug}/files/archive`, 303);
    return sendArchive(request, reply);
  });

  app.get('/reviews/:review/files/archive', access, (request, reply) =>
    showArchive(request, reply),
  );

  app.post(
    '/reviews/:review/files/archive',
    {
      ...access,
      schema: { params: Params, body: Confirmation },
      errorHandler: (error, request, reply) => {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        return showArchive(request, reply.code(422), problems);
      },
    },
    (request, reply) => {
      const seen = blindWork(request);
      if (isBlind(seen)) {
        if (!request.body.confirmed) throw new AppError('UNBLINDING_UNCONFIRMED', {}, 'confirmed');
        recordUnblinding(contextOf(request), reviewOf(request).id, seen);
      }
      return sendArchive(request, reply);
    },
  );
};

const blindWork = (request: FastifyRequest) =>
  blindWorkOf(request.server.db, reviewOf(request).id, request.person?.id ?? 0);

function showArchive(request: FastifyRequest, reply: FastifyReply, problems: Problem[] = []) {
  const review = reviewOf(request);
  const earlier = unblindings(request.server.db, review.id);
  const model = archivePage(
    request.locale,
    review.slug,
    { work: blindWork(request), earlier },
    problems,
  );
  return reply.page('export/archive', model, { section: 'files' });
}

function sendArchive(request: FastifyRequest, reply: FastifyReply) {
  const review = reviewOf(request);
  const { db: shared, config } = request.server;
  const { db, end } = ownConnection(shared, config.dataDir);
  try {
    if (!db.$client.memory) db.$client.exec('begin');
    const stream = archiveStream(db, config.dataDir, review);
    stream.once('close', end);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${review.slug}-archive.zip"`)
      .send(stream);
  } catch (error) {
    end();
    throw error;
  }
}
