/** Confidence in findings: the Summary of Qualitative Findings, and the judgement of one finding with its history. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { concernLevels, confidenceComponents, confidenceLevels } from '../../schema/appraisal.ts';
import { Id, showAgain } from '../coding/http.ts';
import { notFound } from '../errors.ts';
import { findingWithSupport, requireFinding } from '../findings/findings.ts';
import type { Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import { standingsOf } from './appraisals.ts';
import {
  type ConfidenceInput,
  confidenceHistory,
  confidenceOf,
  judgeConfidence,
} from './confidence.ts';
import { confidenceJson, judgePage, summaryJson, summaryPage } from './confidence-page.ts';
import { instrumentsOf } from './instruments.ts';
import { summaryOfFindings } from './summary.ts';

const access = { access: 'reviewer' } as const;
const published = { access: 'published' } as const;
const Params = z.object({ finding: Id });
const concern = z.enum(concernLevels, 'problem.required');
const Form = z.object({
  methodological_limitations: concern,
  coherence: concern,
  adequacy: concern,
  relevance: concern,
  ...wordsFields('reason_methodological_limitations', 4000),
  ...wordsFields('reason_coherence', 4000),
  ...wordsFields('reason_adequacy', 4000),
  ...wordsFields('reason_relevance', 4000),
  level: z.enum(confidenceLevels, 'problem.required'),
  ...wordsFields('explanation', 4000),
});

export const confidenceRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/reviews/:review/confidence', { config: published }, (request, reply) => {
    const model = summaryPage(request.locale, reviewOf(request), summary(request), request.rights);
    return reply.page('appraisal/summary', model, { section: 'appraisal', wide: true });
  });
  app.get('/reviews/:review/confidence.json', { config: published }, (request) =>
    summaryJson(summary(request)),
  );

  const room = '/reviews/:review/findings/:finding/confidence';
  const one = { config: access, schema: { params: Params } };
  app.get(room, one, (request, reply) => showJudgement(request, reply, []));
  app.get(`${room}.json`, one, (request) => {
    const { id } = reviewOf(request);
    const finding = requireFinding(app.db, request.params.finding, id);
    const current = confidenceOf(app.db, id, [finding.id]).get(finding.id) ?? null;
    return confidenceJson(current, confidenceHistory(app.db, [finding.id]).get(finding.id) ?? []);
  });
  app.post(
    room,
    {
      config: access,
      schema: { params: Params, body: Form },
      errorHandler: showAgain(showJudgement),
    },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { finding } = request.params;
      judgeConfidence(contextOf(request), id, finding, inputOf(request.body));
      return reply.redirect(`/reviews/${slug}/findings/${finding}/confidence?notice=saved`, 303);
    },
  );
};

const summary = (request: FastifyRequest) =>
  summaryOfFindings(request.server.db, reviewOf(request).id, {
    isPublic: !request.rights?.mayRead,
  });

function inputOf(body: z.infer<typeof Form>): ConfidenceInput {
  const components = confidenceComponents.map(
    (component) =>
      [
        component,
        { concern: body[component], reason: readWords(body, `reason_${component}`) },
      ] as const,
  );
  return {
    components: Object.fromEntries(components) as ConfidenceInput['components'],
    level: body.level,
    explanation: readWords(body, 'explanation'),
  };
}

function showJudgement(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const { finding: findingId } = Params.parse(request.params);
  const { id } = requireFinding(db, findingId, review.id);
  const finding = findingWithSupport(db, id);
  if (!finding) throw notFound();
  const rows = [...finding.supports, ...finding.contradicts];
  const rootIds = new Set(rows.map(({ rootId }) => rootId));
  const read = {
    finding,
    current: confidenceOf(db, review.id, [id]).get(id) ?? null,
    history: confidenceHistory(db, [id]).get(id) ?? [],
    instruments: instrumentsOf(db, review.id),
    standings: standingsOf(db, review.id, rootIds),
  };
  const refused = { problems, typed: request.body ?? null, rights: request.rights };
  const model = judgePage(request.locale, review, read, refused);
  return reply.page('appraisal/judge', model, { section: 'findings' });
}
