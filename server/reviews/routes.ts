/** The list of reviews, a new one, a review's first page, its settings; and the routes of its protocol, team and log. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { flowTemplates, frameworks, reviewKinds } from '../../schema/reviews.ts';
import { formProblems, OptionalText, type Problem, Ticked } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import { logRoutes } from './log/routes.ts';
import { newReviewPage, overviewPage, reviewsPage, settingsPage } from './page.ts';
import { reviewCounts, reviewSteps } from './progress.ts';
import { currentProtocol } from './protocol.ts';
import { protocolRoutes } from './protocol-routes.ts';
import * as reviews from './reviews.ts';
import { teamRoutes } from './team-routes.ts';

const Params = z.object({ review: z.string() });
const titles = wordsFields('title', 300);

const NewReviewForm = z.object({
  ...titles,
  slug: OptionalText(60),
  kind: z.enum(reviewKinds),
  flowTemplate: z.enum(flowTemplates),
  framework: z.enum(frameworks),
  isExercise: Ticked,
});

const Panel = z.coerce.number().int().min(1).max(2);
const SettingsForm = z.object({
  ...titles,
  ...wordsFields('summary', 5000),
  ...wordsFields('attribution', 1000),
  kind: z.enum(reviewKinds),
  flowTemplate: z.enum(flowTemplates),
  reviewersTitleAbstract: Panel,
  reviewersFullText: Panel,
});

export const reviewsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/reviews', { config: { access: 'public' } }, (request, reply) =>
    reply.page('reviews/list', reviewsPage(request.locale, request.person, listsFor(request))),
  );

  app.get('/reviews.json', { config: { access: 'public' } }, (request) => {
    const { archived: _archived, ...lists } = listsFor(request);
    return lists;
  });

  app.get('/reviews/new', { config: { access: 'signed_in' } }, (request, reply) =>
    showNew(request, reply, {}),
  );

  app.post(
    '/reviews',
    {
      config: { access: 'signed_in' },
      schema: { body: NewReviewForm },
      errorHandler: (error, request, reply) => {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        return showNew(request, reply.code(422), typed(request), problems);
      },
    },
    (request, reply) => {
      const { slug, kind, flowTemplate, framework, isExercise } = request.body;
      const details = { kind, flowTemplate, isExercise, ...(slug ? { slug } : {}) };
      const title = readWords(request.body, 'title');
      const made = reviews.createReview(contextOf(request), { ...details, title });
      const editor = `/reviews/${made.slug}/protocol/edit`;
      return reply.redirect(`${editor}?framework=${framework}&notice=review_created`, 303);
    },
  );

  app.get(
    '/reviews/:review',
    { config: { access: 'published' }, schema: { params: Params } },
    (request, reply) => {
      const review = reviewOf(request);
      const { rights, locale } = request;
      const model = overviewPage(locale, { review, rights }, stateOf(request));
      return reply.page('reviews/overview', model, { section: 'overview' });
    },
  );

  app.get(
    '/reviews/:review.json',
    { config: { access: 'published' }, schema: { params: Params } },
    (request) => {
      const review = reviewOf(request);
      const { counts, steps, protocol } = stateOf(request);
      const { included, finalFindings: findings } = counts;
      const content = protocol?.content ?? null;
      if (!request.rights?.mayRead)
        return { review, counts: { included, findings }, protocol: content };
      return { review, counts, steps, protocol: content };
    },
  );

  app.get(
    '/reviews/:review/settings',
    { config: { access: 'owner' }, schema: { params: Params } },
    (request, reply) => showSettings(request, reply),
  );

  app.post(
    '/reviews/:review/settings',
    {
      config: { access: 'owner' },
      schema: { params: Params, body: SettingsForm },
      errorHandler: (error, request, reply) => {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        return showSettings(request, reply.code(422), typed(request), problems);
      },
    },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { kind, flowTemplate, reviewersTitleAbstract, reviewersFullText } = request.body;
      const policy = { kind, flowTemplate, reviewersTitleAbstract, reviewersFullText };
      reviews.changeReview(contextOf(request), id, { ...policy, ...textsFrom(request.body) });
      return reply.redirect(`/reviews/${slug}/settings?notice=saved`, 303);
    },
  );

  app.post(
    '/reviews/:review/archive',
    { config: { access: 'owner' }, schema: { params: Params } },
    (request, reply) => {
      reviews.archiveReview(contextOf(request), reviewOf(request).id);
      return reply.redirect('/reviews?notice=review_archived', 303);
    },
  );

  app.post(
    '/archive/reviews/:id/restore',
    {
      config: { access: 'administrator' },
      schema: { params: z.object({ id: z.coerce.number().int().positive() }) },
    },
    (request, reply) => {
      const { slug } = reviews.restoreReview(contextOf(request), request.params.id);
      return reply.redirect(`/reviews/${slug}?notice=review_restored`, 303);
    },
  );

  await app.register(protocolRoutes);
  await app.register(teamRoutes);
  await app.register(logRoutes);
};

function listsFor(request: FastifyRequest) {
  const { db } = request.server;
  const { person } = request;
  const mine = person ? reviews.reviewsOf(db, person.id) : [];
  const own = new Set(mine.map(({ id }) => id));
  const all = person?.isAdministrator ? reviews.allReviews(db) : [];
  return {
    published: reviews.publishedReviews(db),
    mine,
    others: all.filter(
      ({ id, archivedAt, publishedAt }) => !archivedAt && !publishedAt && !own.has(id),
    ),
    archived: all.filter(({ archivedAt }) => archivedAt !== null),
  };
}

function stateOf(request: FastifyRequest) {
  const { db } = request.server;
  const review = reviewOf(request);
  const counts = reviewCounts(db, review.id);
  const steps = reviewSteps(db, review, counts);
  return { counts, steps, protocol: currentProtocol(db, review.id) };
}

type Typed = Record<string, string>;
const typed = (request: FastifyRequest): Typed => (request.body ?? {}) as Typed;

const textsFrom = (form: Record<string, unknown>) => ({
  title: readWords(form, 'title'),
  summary: readWords(form, 'summary'),
  attribution: readWords(form, 'attribution'),
});

function showNew(
  request: FastifyRequest,
  reply: FastifyReply,
  form: Typed,
  problems: Problem[] = [],
) {
  const model = {
    title: readWords(form, 'title'),
    slug: form.slug ?? '',
    kind: form.kind ?? 'scoping',
    flowTemplate: form.flowTemplate ?? 'new-v2',
    framework: form.framework ?? 'PCC',
    isExercise: form.isExercise !== undefined,
  };
  return reply.page('reviews/new', newReviewPage(request.locale, model, problems));
}

function showSettings(
  request: FastifyRequest,
  reply: FastifyReply,
  form: Typed | null = null,
  problems: Problem[] = [],
) {
  const review = reviewOf(request);
  const current = {
    title: review.title,
    summary: review.summary,
    attribution: review.attribution,
    kind: form?.kind ?? review.kind,
    flowTemplate: form?.flowTemplate ?? review.flowTemplate,
    reviewersTitleAbstract: Number(form?.reviewersTitleAbstract ?? review.reviewersTitleAbstract),
    reviewersFullText: Number(form?.reviewersFullText ?? review.reviewersFullText),
  };
  const shown = form ? { ...current, ...textsFrom(form) } : current;
  const model = settingsPage(request.locale, review, shown, problems);
  return reply.page('reviews/settings', model, { section: 'overview' });
}
