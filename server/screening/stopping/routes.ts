/** Stopping: what is known about what is left, and the owner's decisions to stop or to go on. Never automatic. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { formProblems, type Problem, RequiredText } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { reopenScreening, stoppingDecisions, stoppingRules, stopScreening } from './decisions.ts';
import { historyOf, secondsPerAnswer } from './history.ts';
import { stoppingFacts, stoppingPage } from './page.ts';

const Percent = (least: number) =>
  z.coerce.number('problem.invalid').min(least, 'problem.invalid').max(99.9, 'problem.invalid');
const Query = z.object({
  target: Percent(50).default(95).catch(95),
  confidence: Percent(50).default(95).catch(95),
});
const StopForm = z.object({
  target: Percent(50),
  confidence: Percent(50),
  rule: z.enum(stoppingRules, 'problem.required'),
  reason: RequiredText(2000),
});
const ReopenForm = z.object({ reason: RequiredText(2000) });
const Typed = z.object({
  target: Percent(50).catch(95),
  confidence: Percent(50).catch(95),
  reason: z.string().catch(''),
});

const stopping = '/reviews/:review/screening/stopping';

export const stoppingRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'owner' } as const;
  const errorHandler = showAgain;

  app.get(stopping, { config, schema: { querystring: Query } }, (request, reply) =>
    show(request, reply, { ...request.query, reason: '' }, []),
  );

  app.get(`${stopping}.json`, { config, schema: { querystring: Query } }, (request) => ({
    ...stoppingFacts(dataOf(request, request.query)),
    decisions: stoppingDecisions(app.db, reviewOf(request).id),
  }));

  app.post(stopping, { config, schema: { body: StopForm }, errorHandler }, (request, reply) => {
    const { target, confidence, rule, reason } = request.body;
    const shares = { target: target / 100, confidence: confidence / 100 };
    stopScreening(contextOf(request), { reviewId: reviewOf(request).id, rule, reason, ...shares });
    return saved(request, reply);
  });

  app.post(
    `${stopping}/reopen`,
    { config, schema: { body: ReopenForm }, errorHandler },
    (request, reply) => {
      const { reason } = request.body;
      reopenScreening(contextOf(request), { reviewId: reviewOf(request).id, reason });
      return saved(request, reply);
    },
  );
};

type Asked = { target: number; confidence: number };

function dataOf(request: FastifyRequest, { target, confidence }: Asked) {
  const { db } = request.server;
  const review = reviewOf(request);
  return {
    history: historyOf(db, review.id),
    target: target / 100,
    confidence: confidence / 100,
    secondsPerAnswer: secondsPerAnswer(db, review.id),
    reviewers: review.reviewersTitleAbstract,
  };
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked & { reason: string },
  problems: Problem[],
) {
  const review = reviewOf(request);
  const decisions = stoppingDecisions(request.server.db, review.id);
  const data = { ...dataOf(request, asked), reason: asked.reason, decisions, problems };
  const model = stoppingPage({ locale: request.locale, review }, data);
  return reply.page('screening/stopping', model, { section: 'screening' });
}

function showAgain(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return show(request, reply.code(422), Typed.parse(request.body ?? {}), problems);
}

const saved = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(`/reviews/${reviewOf(request).slug}/screening/stopping?notice=saved`, 303);
