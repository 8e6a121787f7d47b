/** Publishing a review and taking it back; the projects behind its publications. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { formProblems, OptionalText, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { projectsPage, publishingPage } from './page.ts';
import { projectRoutes } from './project-routes.ts';
import { projects } from './projects.ts';
import * as publishing from './publications.ts';

const Params = z.object({ review: z.string() });

export const publishingRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(projectRoutes);

  app.get(
    '/reviews/:review/publishing',
    { config: { access: 'owner' }, schema: { params: Params } },
    (request, reply) => showPublishing(request, reply),
  );

  app.get(
    '/reviews/:review/publishing.json',
    { config: { access: 'owner' }, schema: { params: Params } },
    (request) => stateOf(request),
  );

  app.post(
    '/reviews/:review/publish',
    {
      config: { access: 'owner' },
      schema: { params: Params, body: z.object({ note: OptionalText(1000) }) },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      publishing.publishReview(contextOf(request), id, request.body.note);
      return reply.redirect(`/reviews/${slug}/publishing?notice=published`, 303);
    },
  );

  app.post(
    '/reviews/:review/unpublish',
    { config: { access: 'owner' }, schema: { params: Params }, errorHandler: showAgain },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      publishing.unpublishReview(contextOf(request), id);
      return reply.redirect(`/reviews/${slug}/publishing?notice=unpublished`, 303);
    },
  );

  app.get(
    '/reviews/:review/projects',
    { config: { access: 'published' }, schema: { params: Params } },
    (request, reply) => {
      const review = reviewOf(request);
      const rows = projects(app.db, review.id);
      const { mayReview = false } = request.rights ?? {};
      const model = projectsPage(request.locale, review, { rows, mayReview });
      return reply.page('publishing/projects', model, { section: 'overview' });
    },
  );

  app.get(
    '/reviews/:review/projects.json',
    { config: { access: 'published' }, schema: { params: Params } },
    (request) => ({ projects: projects(app.db, reviewOf(request).id) }),
  );
};

function stateOf(request: FastifyRequest) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  return {
    publications: publishing.publications(db, id),
    unsupported: publishing.unsupportedFindings(db, id),
  };
}

function showAgain(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return showPublishing(request, reply.code(422), problems);
}

function showPublishing(request: FastifyRequest, reply: FastifyReply, problems: Problem[] = []) {
  const model = publishingPage(request.locale, reviewOf(request), stateOf(request), problems);
  return reply.page('publishing/publishing', model, { section: 'overview' });
}
