/** The rules of a stage, for its owner: what they are, what a change would move before it is made, the pilot. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { stages } from '../../../schema/screening.ts';
import { adjudicatorRules, assignmentKinds } from '../../../schema/screening-rules.ts';
import { formProblems, OptionalText, type Problem, Ticked } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { teamProgress } from '../progress.ts';
import { openPilot, pilotState, startPilot } from './pilots.ts';
import { type Move, movesOf, type RuleInput, ruleOf, saveRule } from './rules.ts';
import { rulesPage } from './rules-page.ts';
import { shareKeys } from './share-keys.ts';

const StageParams = z.object({ review: z.string(), stage: z.enum(stages) });
const RuleForm = z
  .object({
    reviewers: z.enum(['1', '2'], 'problem.required'),
    thirdPercent: z.coerce
      .number('problem.invalid')
      .min(0, 'problem.invalid')
      .max(100, 'problem.invalid'),
    adjudicators: z.enum(adjudicatorRules, 'problem.required'),
    blindAdjudication: Ticked,
    hidesAuthors: Ticked,
    hidesSource: Ticked,
    hidesYear: Ticked,
    assignment: z.enum(assignmentKinds, 'problem.required'),
    confirmed: Ticked,
  })
  .catchall(z.unknown());
const PilotForm = z.object({
  size: z.coerce
    .number('problem.invalid')
    .int('problem.invalid')
    .min(2, 'problem.invalid')
    .max(2000),
  threshold: z.coerce.number('problem.invalid').min(0, 'problem.invalid').max(1, 'problem.invalid'),
});
const OpenForm = z.object({ reason: OptionalText(2000) });

const rules = '/reviews/:review/screening/:stage/rules';

export const screeningRulesRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'owner' } as const;
  const errorHandler = showAgain;

  app.get(rules, { config, schema: { params: StageParams } }, (request, reply) =>
    show(request, reply, { problems: [], proposed: null, moves: [] }),
  );

  app.post(
    rules,
    { config, schema: { params: StageParams, body: RuleForm }, errorHandler },
    (request, reply) => {
      const { confirmed } = request.body;
      const { reviewId, stage } = placeOf(request);
      const proposed = inputOf(request.body);
      const moves = confirmed ? [] : movesOf(app.db, reviewId, stage, proposed);
      if (moves.length > 0) return show(request, reply, { problems: [], proposed, moves });
      saveRule({ ...contextOf(request), db: app.db }, reviewId, stage, proposed);
      return saved(request, reply);
    },
  );

  app.post(
    `${rules}/pilot`,
    { config, schema: { params: StageParams, body: PilotForm }, errorHandler },
    (request, reply) => {
      startPilot(contextOf(request), app.db, { ...placeOf(request), ...request.body });
      return saved(request, reply);
    },
  );

  app.post(
    `${rules}/pilot/open`,
    { config, schema: { params: StageParams, body: OpenForm }, errorHandler },
    (request, reply) => {
      openPilot(contextOf(request), placeOf(request), request.body.reason);
      return saved(request, reply);
    },
  );
};

/** Ticked people come as `share:sv=12`. */
function inputOf(body: z.infer<typeof RuleForm>): RuleInput {
  const { reviewers, thirdPercent, confirmed: _confirmed, ...rest } = body;
  const { adjudicators, blindAdjudication, hidesAuthors, hidesSource, hidesYear, assignment } =
    rest;
  const shares: Record<string, number[]> = {};
  for (const [name, value] of Object.entries(rest)) {
    const [kind, key] = /^share:(\w+):(.*)$/.exec(name)?.slice(1) ?? [];
    if (kind !== assignment || key === undefined) continue;
    shares[key] = [value].flat().map(Number).filter(Number.isInteger);
  }
  const hides = { hidesAuthors, hidesSource, hidesYear };
  const people = { adjudicators, blindAdjudication, assignment, shares };
  const isDouble = reviewers === '2';
  return {
    reviewers: isDouble ? 2 : 1,
    thirdShare: isDouble ? thirdPercent / 100 : 0,
    ...hides,
    ...people,
  };
}

type Asked = { problems: Problem[]; proposed: RuleInput | null; moves: Move[] };

function showAgain(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return show(request, reply.code(422), { problems, proposed: null, moves: [] });
}

function show(request: FastifyRequest, reply: FastifyReply, asked: Asked) {
  const { db } = request.server;
  const review = reviewOf(request);
  const place = placeOf(request);
  const column =
    place.stage === 'full_text' ? review.reviewersFullText : review.reviewersTitleAbstract;
  const stored = {
    ...ruleOf(db, review.id, place.stage),
    reviewers: column === 1 ? 1 : 2,
  } as const;
  const model = rulesPage(
    { locale: request.locale, review, stage: place.stage },
    {
      rule: asked.proposed ?? stored,
      moves: asked.moves,
      problems: asked.problems,
      people: teamProgress(db, review.id, place.stage),
      shares: shareKeys(db, review.id),
      pilot: pilotState(db, place),
    },
  );
  return reply.page('screening/rules', model, { section: 'screening' });
}

function placeOf(request: FastifyRequest) {
  return { reviewId: reviewOf(request).id, stage: StageParams.parse(request.params).stage };
}

function saved(request: FastifyRequest, reply: FastifyReply) {
  const { review, stage } = StageParams.parse(request.params);
  return reply.redirect(`/reviews/${review}/screening/${stage}/rules?notice=saved`, 303);
}
