/** Where the team enters what tables are made of: cases, aspects and their cells, indicators, reported numbers. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { addCase, archiveCase, casesOf } from '../coding/desk/cases.ts';
import { countriesInUse } from '../coding/desk/desk.ts';
import { Id, showAgain } from '../coding/http.ts';
import { includedPublications } from '../coding/publications.ts';
import { OptionalText, type Problem, RequiredText } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import { cellsOf } from './aspects.ts';
import { cellRoutes } from './cell-routes.ts';
import { changeRoutes } from './change-routes.ts';
import { CaseForm, IndicatorForm } from './entry-forms.ts';
import {
  casesPage,
  comparisonPage,
  gridAsJson,
  indicatorsPage,
  reportedPage,
} from './entry-page.ts';
import { addIndicator, archiveIndicator, indicatorsOf } from './indicators.ts';
import { reportedNumbers, setReportedNumber } from './reported.ts';
import { readGrid } from './series-grid.ts';

const room = '/reviews/:review/coding';
const access = { access: 'reviewer' } as const;

const ReportedForm = z.object({
  box: RequiredText(10),
  part: z
    .string()
    .trim()
    .regex(/^[\w-]{0,60}$/, 'problem.invalid')
    .default(''),
  value: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.coerce.number('problem.invalid').int('problem.invalid').min(0, 'problem.invalid').nullable(),
  ),
  ...wordsFields('label', 300),
  source: OptionalText(500),
});

export const synthesisEntryRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(`${room}/cases`, { config: access }, (request, reply) => showCases(request, reply, []));
  app.get(`${room}/cases.json`, { config: access }, (request) => {
    const { id } = reviewOf(request);
    return { cases: casesOf(app.db, id), ...gridAsJson(cellsOf(app.db, id, 'case')) };
  });
  app.post(
    `${room}/cases`,
    { config: access, schema: { body: CaseForm }, errorHandler: showAgain(showCases) },
    (request, reply) => {
      addCase(contextOf(request), reviewOf(request).id, request.body);
      return done(request, reply, 'coding/cases', 'saved');
    },
  );
  app.post(
    `${room}/cases/:case/archive`,
    { config: access, schema: { params: z.object({ case: Id }) } },
    (request, reply) => {
      archiveCase(contextOf(request), request.params.case, reviewOf(request).id);
      return done(request, reply, 'coding/cases', 'archived');
    },
  );

  app.get(`${room}/comparison`, { config: access }, (request, reply) =>
    showComparison(request, reply, []),
  );
  app.get(`${room}/comparison.json`, { config: access }, (request) =>
    gridAsJson(cellsOf(app.db, reviewOf(request).id, 'country')),
  );
  await app.register(cellRoutes, { showCases, showComparison });
  await app.register(changeRoutes);

  app.get(`${room}/indicators`, { config: access }, (request, reply) =>
    showIndicators(request, reply, []),
  );
  app.get(`${room}/indicators.json`, { config: access }, (request) => ({
    indicators: indicatorsOf(app.db, reviewOf(request).id),
  }));
  app.post(
    `${room}/indicators`,
    { config: access, schema: { body: IndicatorForm }, errorHandler: showAgain(showIndicators) },
    (request, reply) => {
      const { source, reportId, language, grid } = request.body;
      addIndicator(contextOf(request), reviewOf(request).id, {
        label: readWords(request.body, 'label'),
        unit: readWords(request.body, 'unit'),
        source,
        reportId,
        groups: readGrid(grid, language),
      });
      return done(request, reply, 'coding/indicators', 'saved');
    },
  );
  app.post(
    `${room}/indicators/:indicator/archive`,
    { config: access, schema: { params: z.object({ indicator: Id }) } },
    (request, reply) => {
      archiveIndicator(contextOf(request), request.params.indicator, reviewOf(request).id);
      return done(request, reply, 'coding/indicators', 'archived');
    },
  );

  const reported = '/reviews/:review/flow/reported';
  const owner = { access: 'owner' } as const;
  app.get(reported, { config: owner }, (request, reply) => showReported(request, reply, []));
  app.get(`${reported}.json`, { config: owner }, (request) => ({
    reported: reportedNumbers(app.db, reviewOf(request).id),
  }));
  app.post(
    reported,
    { config: owner, schema: { body: ReportedForm }, errorHandler: showAgain(showReported) },
    (request, reply) => {
      const { box, part, value, source } = request.body;
      setReportedNumber(contextOf(request), reviewOf(request).id, {
        box: part === '' ? box : `${box}.${part}`,
        value,
        label: readWords(request.body, 'label'),
        source,
      });
      return done(request, reply, 'flow/reported', 'saved');
    },
  );
};

function done(request: FastifyRequest, reply: FastifyReply, part: string, notice: string) {
  return reply.redirect(`/reviews/${reviewOf(request).slug}/${part}?notice=${notice}`, 303);
}

function showCases(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const read = {
    cases: casesOf(db, review.id),
    ...cellsOf(db, review.id, 'case'),
    publications: includedPublications(db, review.id),
  };
  const model = casesPage(request.locale, review, read, { problems, typed: request.body });
  return reply.page('coding/cases', model, { section: 'coding', wide: true });
}

function showComparison(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const read = { ...cellsOf(db, review.id, 'country'), countries: countriesInUse(db, review.id) };
  const model = comparisonPage(request.locale, review, read, { problems, typed: request.body });
  return reply.page('coding/comparison', model, { section: 'coding', wide: true });
}

function showIndicators(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const read = {
    indicators: indicatorsOf(db, review.id),
    publications: includedPublications(db, review.id),
  };
  const model = indicatorsPage(request.locale, review, read, { problems, typed: request.body });
  return reply.page('coding/indicators', model, { section: 'coding' });
}

function showReported(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const numbers = reportedNumbers(request.server.db, review.id);
  const model = reportedPage(request.locale, review, numbers, { problems, typed: request.body });
  return reply.page('coding/reported', model, { section: 'flow' });
}
