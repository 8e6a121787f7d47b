/** Screening: how far it has come, the desk, one's own answers, the conflicts to settle. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Stage, stages } from '../../schema/screening.ts';
import { AppError } from '../errors.ts';
import { wantsJson } from '../platform/failures.ts';
import {
  emptyAsNull,
  formProblems,
  OptionalText,
  type Problem,
  Ticked,
} from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import type { RenderOptions } from '../platform/views.ts';
import { activeCriteria } from '../reviews/criteria.ts';
import { confirmPage, type Mind, mindConfirmation } from './confirmations.ts';
import { type DeskAsked, deskOf } from './desk/desk.ts';
import { hidesAt, visible } from './desk/look.ts';
import { type Desk, ownProgress, reportsById } from './desk/queue.ts';
import * as page from './page.ts';
import { retrievalCounts, stageCounts, teamProgress } from './progress.ts';
import { reportOfReview } from './reports.ts';
import { adjudicate, ifSettled } from './votes/adjudications.ts';
import { conflict, conflictCount, nextConflict } from './votes/conflicts.ts';
import { Id, noteMax, VoteBody } from './votes/vote-form.ts';
import { castVote, ifVoted } from './votes/votes.ts';

const StageParams = z.object({ review: z.string(), stage: z.enum(stages) });
const ConflictParams = StageParams.extend({ report: Id });
const DeskQuery = z.object({
  after: z.coerce.number().int().min(0).nullable().default(null),
  report: Id.nullable().default(null),
});
const VoteForm = VoteBody.extend({ next: z.coerce.number().int().min(0).default(0) });
const SettleForm = z.object({
  answer: z.enum(['include', 'exclude'], 'problem.required'),
  criterionId: emptyAsNull(Id),
  note: OptionalText(noteMax),
  confirmed: Ticked,
});
/** What a refused form had in it, as far as it can be shown again. */
const Refused = z.object({
  reportId: Id.nullable().catch(null),
  criterionId: Id.nullable().catch(null),
  note: z.string().catch(''),
  next: z.coerce.number().int().min(0).nullable().catch(null),
});

const deskOptions: RenderOptions = { section: 'screening', scripts: ['screening'] };

const overview = '/reviews/:review/screening';
const desk = `${overview}/:stage`;

export const screeningRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'reviewer' } as const;
  const settling = { access: 'adjudicator' } as const;

  app.get(overview, { config }, (request, reply) => {
    const { overviews, retrieval } = overviewOf(request);
    const model = page.overviewPage(whereOf(request), overviews, retrieval);
    return reply.page('screening/overview', model, { section: 'screening', scripts: ['live'] });
  });

  app.get(`${overview}.json`, { config }, (request) => {
    const { overviews, retrieval } = overviewOf(request);
    return { review: reviewOf(request).slug, stages: overviews, retrieval };
  });

  const showing = { params: StageParams, querystring: DeskQuery };
  app.get(desk, { config, schema: showing }, (request, reply) => {
    const { after, report } = request.query;
    return showDesk(request, reply, { after, reportId: report, typed: null, problems: [] });
  });

  app.get(`${desk}.json`, { config, schema: showing }, (request, reply) => {
    const { after, report } = request.query;
    const asked = { after, reportId: report, typed: null, problems: [] };
    const place = placeOf(request);
    reply.header('cache-control', 'no-store');
    return page.deskJson(place, deskOf(app.db, ownDesk(request, place.stage), asked));
  });

  app.post(
    desk,
    {
      config,
      schema: { params: StageParams, body: VoteForm },
      errorHandler: showDeskAgain,
    },
    (request, reply) => {
      const { next, ...vote } = request.body;
      const { stage } = request.params;
      const reviewId = reviewOf(request).id;
      const isForm = !wantsJson(request);
      const input = { ...vote, reviewId, stage, asksOfMoves: isForm };
      const stored = castVote(contextOf(request), input);
      if (isForm) return reply.redirect(`${deskPath(request)}?after=${next}`, 303);
      const asked = { after: next, reportId: null, typed: null, problems: [] };
      const state = deskOf(app.db, ownDesk(request, stage), asked);
      return reply.send({ stored, ...page.deskJson(placeOf(request), state) });
    },
  );

  app.get(
    `${desk}/conflicts/:report`,
    { config: settling, schema: { params: ConflictParams } },
    (request, reply) => showConflict(request, reply, null, []),
  );

  app.post(
    `${desk}/conflicts/:report`,
    {
      config: settling,
      schema: { params: ConflictParams, body: SettleForm },
      errorHandler: showConflictAgain,
    },
    (request, reply) => {
      const { stage, report } = request.params;
      const reviewId = reviewOf(request).id;
      adjudicate(contextOf(request), { ...request.body, reviewId, stage, reportId: report });
      const next = nextConflict(app.db, { reviewId, stage }, report);
      const list = `${deskPath(request)}/conflicts`;
      return reply.redirect(
        next ? `${list}/${next}?notice=settled` : `${list}?notice=settled`,
        303,
      );
    },
  );
};

/** A refused answer returns with the problem beside its field. One that came too late is not the person's fault. */
function showDeskAgain(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (wantsJson(request)) throw error;
  const { reportId, next, ...typed } = Refused.parse(request.body);
  if (isTooLate(error))
    return reply.redirect(`${deskPath(request)}?after=${next ?? 0}&notice=vote_not_needed`, 303);
  if (takesBack(error)) return showMind(request, reply);
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return showDesk(request, reply.code(422), { after: next, reportId, typed, problems });
}

const takesBack = (error: unknown) =>
  error instanceof AppError && error.code === 'ANSWER_TAKES_BACK';

/** Another answer to what has gone on is confirmed by somebody who has read what it moves back. */
function showMind(request: FastifyRequest, reply: FastifyReply) {
  const { db } = request.server;
  const place = placeOf(request);
  const reviewId = place.review.id;
  const form = request.body as z.infer<typeof VoteForm>;
  const target = reportOfReview(db, reviewId, form.reportId);
  const input = { ...form, reviewId, stage: place.stage };
  const consequences = ifVoted({ ...contextOf(request), db }, input, target);
  const cancel = `${deskPath(request)}?report=${target.rootId}`;
  const data = { ...form, fields: form, action: deskPath(request), cancel, consequences };
  return showConsequences(request, reply, target.rootId, data);
}

function showSettledMind(request: FastifyRequest, reply: FastifyReply) {
  const { db } = request.server;
  const { stage, report } = ConflictParams.parse(request.params);
  const reviewId = reviewOf(request).id;
  const form = request.body as z.infer<typeof SettleForm>;
  const { rootId } = reportOfReview(db, reviewId, report);
  const input = { ...form, reviewId, stage, reportId: report };
  const consequences = ifSettled({ ...contextOf(request), db }, input, rootId);
  const action = `${deskPath(request)}/conflicts/${report}`;
  const data = { ...form, fields: form, action, cancel: action, consequences };
  return showConsequences(request, reply, rootId, data);
}

function showConsequences(
  request: FastifyRequest,
  reply: FastifyReply,
  rootId: number,
  mind: Omit<Mind, 'rows'>,
) {
  const { db } = request.server;
  const place = placeOf(request);
  const hides = hidesAt(db, place.review.id, place.stage);
  const rows = reportsById(db, [rootId]).map(({ id, reference }) => ({
    id,
    reference: visible(reference, hides),
  }));
  const conflicts = conflictCount(db, ownDesk(request, place.stage));
  const model = confirmPage(place, conflicts, mindConfirmation(place, { ...mind, rows }));
  return reply.code(409).page('screening/confirm', model, { section: 'screening' });
}

const isTooLate = (error: unknown) => error instanceof AppError && error.code === 'VOTE_NOT_NEEDED';

function showDesk(request: FastifyRequest, reply: FastifyReply, asked: DeskAsked) {
  const place = placeOf(request);
  const data = deskOf(request.server.db, ownDesk(request, place.stage), asked);
  // Going back in the browser asks for the desk anew: what was answered there is answered.
  reply.header('cache-control', 'no-store');
  return reply.page('screening/desk', page.deskPage(place, data), deskOptions);
}

function showConflictAgain(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (takesBack(error)) return showSettledMind(request, reply);
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  const { criterionId, note } = Refused.parse(request.body);
  return showConflict(request, reply.code(422), { criterionId, note }, problems);
}

function showConflict(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: page.Typed | null,
  problems: Problem[],
) {
  const { db } = request.server;
  const place = placeOf(request);
  const { report } = ConflictParams.parse(request.params);
  const where = { reviewId: place.review.id, stage: place.stage };
  const model = page.settlePage(place, {
    row: conflict(db, where, report),
    criteria: activeCriteria(db, place.review.id),
    conflicts: conflictCount(db, where),
    personId: request.person?.id ?? 0,
    typed,
    problems,
  });
  return reply.page('screening/settle', model, deskOptions);
}

function overviewOf(request: FastifyRequest) {
  const { db } = request.server;
  const reviewId = reviewOf(request).id;
  const overviews = stages.map((stage) => ({
    stage,
    counts: stageCounts(db, reviewId, stage),
    own: ownProgress(db, ownDesk(request, stage)),
    team: teamProgress(db, reviewId, stage),
  }));
  return { overviews, retrieval: retrievalCounts(db, reviewId) };
}

function ownDesk(request: FastifyRequest, stage: Stage): Desk {
  return { reviewId: reviewOf(request).id, stage, personId: contextOf(request).actor.personId };
}

const whereOf = (request: FastifyRequest) => ({
  locale: request.locale,
  review: reviewOf(request),
  rights: request.rights,
});

function placeOf(request: FastifyRequest): page.Place {
  return { ...whereOf(request), stage: StageParams.parse(request.params).stage };
}

const deskPath = (request: FastifyRequest) => {
  const { review, stage } = StageParams.parse(request.params);
  return page.pathOf({ slug: review }, stage);
};
