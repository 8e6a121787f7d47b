/** Screening: how far it has come, the desk, one's own answers, the conflicts to settle. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answers, type Stage, stages } from '../../schema/screening.ts';
import { AppError } from '../errors.ts';
import { wantsJson } from '../platform/failures.ts';
import { emptyAsNull, formProblems, OptionalText, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import type { RenderOptions } from '../platform/views.ts';
import { activeCriteria } from '../reviews/criteria.ts';
import { adjudicate } from './adjudications.ts';
import { conflict, conflictCount, conflictsPage, nextConflict } from './conflicts.ts';
import { type DeskAsked, deskOf } from './desk.ts';
import { ownAnswers } from './own-answers.ts';
import * as page from './page.ts';
import { ownProgress, retrievalCounts, stageCounts, teamProgress } from './progress.ts';
import type { Desk } from './queue.ts';
import { Id, noteMax, VoteBody } from './vote-form.ts';
import { castVote } from './votes.ts';

const pageSize = 50;

const StageParams = z.object({ review: z.string(), stage: z.enum(stages) });
const ConflictParams = StageParams.extend({ report: Id });
const DeskQuery = z.object({
  after: z.coerce.number().int().min(0).nullable().default(null),
  report: Id.nullable().default(null),
});
const ListQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  answer: z.enum(answers).nullable().default(null),
});
const VoteForm = VoteBody.extend({ next: z.coerce.number().int().min(0).default(0) });
const SettleForm = z.object({
  answer: z.enum(['include', 'exclude'], 'problem.required'),
  criterionId: emptyAsNull(Id),
  note: OptionalText(noteMax),
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
    return reply.page('screening/overview', model, { section: 'screening' });
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
      const stored = castVote(contextOf(request), { ...vote, reviewId, stage });
      if (!wantsJson(request)) return reply.redirect(`${deskPath(request)}?after=${next}`, 303);
      const asked = { after: next, reportId: null, typed: null, problems: [] };
      const state = deskOf(app.db, ownDesk(request, stage), asked);
      return reply.send({ stored, ...page.deskJson(placeOf(request), state) });
    },
  );

  const listing = { params: StageParams, querystring: ListQuery };
  app.get(`${desk}/mine`, { config, schema: listing }, (request, reply) => {
    const place = placeOf(request);
    const { answer, page: number } = request.query;
    const found = ownAnswers(app.db, ownDesk(request, place.stage), {
      answer,
      page: number,
      size: pageSize,
    });
    const conflicts = conflictsAt(request, place.stage);
    const criteria = activeCriteria(app.db, place.review.id);
    const model = page.minePage(place, paged(found, number), { answer, criteria, conflicts });
    return reply.page('screening/mine', model, { section: 'screening' });
  });

  app.get(`${desk}/mine.json`, { config, schema: listing }, (request) => {
    const { answer, page: number } = request.query;
    const { stage } = request.params;
    const query = { answer, page: number, size: pageSize };
    return paged(ownAnswers(app.db, ownDesk(request, stage), query), number);
  });

  app.get(`${desk}/conflicts`, { config: settling, schema: listing }, (request, reply) => {
    const model = page.conflictsListPage(placeOf(request), conflictsOf(request));
    return reply.page('screening/conflicts', model, { section: 'screening' });
  });

  app.get(`${desk}/conflicts.json`, { config: settling, schema: listing }, (request) =>
    conflictsOf(request),
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
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return showDesk(request, reply.code(422), { after: next, reportId, typed, problems });
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

function conflictsOf(request: FastifyRequest) {
  const { page: number } = ListQuery.parse(request.query);
  const { stage } = StageParams.parse(request.params);
  const where = { reviewId: reviewOf(request).id, stage };
  return paged(conflictsPage(request.server.db, where, { page: number, size: pageSize }), number);
}

/** Counted for those who settle them: their way to the list carries the number. */
function conflictsAt(request: FastifyRequest, stage: Stage): number {
  if (!request.rights?.mayAdjudicate) return 0;
  return conflictCount(request.server.db, { reviewId: reviewOf(request).id, stage });
}

function paged<T extends { total: number }>(found: T, number: number) {
  return { ...found, page: number, pages: Math.max(1, Math.ceil(found.total / pageSize)) };
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
