/** The order of a stage: chosen by its owner and by each person, how it came about, and why a publication is where. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { deskOrders } from '../../../schema/ranking.ts';
import { stages } from '../../../schema/screening.ts';
import { emptyAsNull } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { chooseOwnOrder, chooseStageOrder, ownOrderOf, stageOrderOf } from './desk-order.ts';
import { whyHere } from './explain.ts';
import { orderMethods } from './methods.ts';
import { orderPage, orderPath, rankingsPage, rankingsPath, whyPage } from './page.ts';
import { reportForWhy } from './pool.ts';
import { isRankingWaiting, rankAgain } from './ranking-job.ts';
import { askToRepeat, lastRepeats, repeatsWaiting, runsBefore } from './repeats.ts';
import { latestRun } from './runs.ts';

const StageParams = z.object({ review: z.string(), stage: z.enum(stages) });
const WhyParams = StageParams.extend({ report: z.coerce.number().int().positive() });
const OwnForm = z.object({ order: emptyAsNull(z.enum(deskOrders)) });
const StageForm = z.object({ order: z.enum(deskOrders) });

const BeforeQuery = z.object({ before: z.coerce.number().int().positive().optional() });
const RunParams = StageParams.extend({ run: z.coerce.number().int().positive() });
const runsShown = 20;

const order = '/reviews/:review/screening/:stage/order';
const why = '/reviews/:review/screening/:stage/why/:report';

export const rankingRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'reviewer' } as const;
  const owning = { access: 'owner' } as const;
  const reading = { config, schema: { params: StageParams } };

  app.get(order, reading, (request, reply) => {
    const model = orderPage(placeOf(request), dataOf(request));
    return reply.page('screening/order', model, { section: 'screening' });
  });

  app.get(`${order}.json`, reading, (request) => {
    const { own, ofStage, run, methods } = dataOf(request);
    return { own, stage: ofStage, run, methods };
  });

  app.post(
    `${order}/own`,
    { config, schema: { params: StageParams, body: OwnForm } },
    (request, reply) => {
      chooseOwnOrder(contextOf(request), whereOf(request), request.body.order);
      return reply.redirect(`${pathOf(request)}?notice=saved`, 303);
    },
  );

  app.post(
    order,
    { config: owning, schema: { params: StageParams, body: StageForm } },
    (request, reply) => {
      chooseStageOrder(contextOf(request), whereOf(request), request.body.order);
      return reply.redirect(`${pathOf(request)}?notice=saved`, 303);
    },
  );

  app.post(
    `${order}/again`,
    { config: owning, schema: { params: StageParams } },
    (request, reply) => {
      const { reviewId, stage } = whereOf(request);
      rankAgain(contextOf(request), reviewId, stage, { isForced: true });
      return reply.redirect(pathOf(request), 303);
    },
  );

  const listing = { config, schema: { params: StageParams, querystring: BeforeQuery } };
  app.get(`${order}/rankings`, listing, (request, reply) => {
    const model = rankingsPage(placeOf(request), rankingsOf(request, request.query.before));
    return reply.page('screening/rankings', model, { section: 'screening' });
  });

  app.get(`${order}/rankings.json`, listing, (request) => {
    const { runs, older, repeats } = rankingsOf(request, request.query.before);
    return { runs: runs.map((run) => ({ ...run, repeated: repeats.get(run.id) ?? null })), older };
  });

  app.post(
    `${order}/rankings/:run/repeat`,
    { config, schema: { params: RunParams } },
    (request, reply) => {
      askToRepeat(contextOf(request), whereOf(request), request.params.run);
      return reply.redirect(rankingsPath(reviewOf(request).slug, whereOf(request).stage), 303);
    },
  );

  const asking = { config, schema: { params: WhyParams } };
  app.get(why, asking, (request, reply) => {
    const { report, found } = whyOf(request, request.params.report);
    const model = whyPage(placeOf(request), report, found);
    return reply.page('screening/why', model, { section: 'screening' });
  });

  app.get(`${why}.json`, asking, (request) => {
    const { report, found } = whyOf(request, request.params.report);
    return { report: report.id, why: found };
  });
};

function whyOf(request: FastifyRequest, reportId: number) {
  const { db } = request.server;
  const place = whereOf(request);
  const report = reportForWhy(db, place.reviewId, reportId);
  return { report, found: whyHere(db, place, report.id, report) };
}

function rankingsOf(request: FastifyRequest, before: number | undefined) {
  const { db } = request.server;
  const place = whereOf(request);
  const found = runsBefore(db, place, { before, limit: runsShown + 1 });
  const runs = found.slice(0, runsShown);
  return {
    runs,
    older: found.length > runsShown ? (runs.at(-1)?.id ?? null) : null,
    isNewest: before === undefined,
    waiting: repeatsWaiting(db, place.reviewId),
    repeats: lastRepeats(
      db,
      runs.map(({ id }) => id),
    ),
  };
}

function dataOf(request: FastifyRequest) {
  const { db } = request.server;
  const place = whereOf(request);
  return {
    own: ownOrderOf(db, place, contextOf(request).actor.personId),
    ofStage: stageOrderOf(db, place).order,
    run: latestRun(db, place) ?? null,
    isWaiting: isRankingWaiting(db, place),
    methods: orderMethods(db, place.reviewId, place.stage),
  };
}

function whereOf(request: FastifyRequest) {
  const { stage } = StageParams.parse(request.params);
  return { reviewId: reviewOf(request).id, stage };
}

const pathOf = (request: FastifyRequest) =>
  orderPath(reviewOf(request).slug, whereOf(request).stage);

function placeOf(request: FastifyRequest) {
  const { locale, rights } = request;
  return { locale, rights, review: reviewOf(request), stage: whereOf(request).stage };
}
