/** The forms that put a case, an aspect or an indicator right where it stands. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { caseNow, changeCase, requireCase } from '../coding/desk/cases.ts';
import { Id, showAgain } from '../coding/http.ts';
import { includedPublications } from '../coding/publications.ts';
import { seenOf } from '../coding/seen.ts';
import { notFound } from '../errors.ts';
import type { Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords } from '../platform/words-form.ts';
import { aspectNow, changeAspect, requireAspect } from './aspects.ts';
import { changeIndicator, indicatorNow } from './change-indicator.ts';
import { changeAspectPage, changeCasePage, changeIndicatorPage } from './change-page.ts';
import { AspectWords, CaseForm, IndicatorForm } from './entry-forms.ts';
import { indicatorsOf } from './indicators.ts';
import { readGrid } from './series-grid.ts';

const room = '/reviews/:review/coding';
const access = { access: 'reviewer' } as const;
const CaseParams = z.object({ case: Id });
const AspectParams = z.object({ aspect: Id });
const IndicatorParams = z.object({ indicator: Id });
/** What the form showed, so that nothing is written over that nobody has read. */
const Seen = { seen: z.string().max(20) };

export const changeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    `${room}/cases/:case`,
    { config: access, schema: { params: CaseParams } },
    (request, reply) => showCase(request, reply, []),
  );
  app.post(
    `${room}/cases/:case`,
    {
      config: access,
      schema: { params: CaseParams, body: CaseForm.extend(Seen) },
      errorHandler: showAgain(showCase),
    },
    (request, reply) => {
      const about = { caseId: request.params.case, ...aboutOf(request, request.body.seen) };
      changeCase(contextOf(request), about, request.body);
      return saved(request, reply, 'cases');
    },
  );

  app.get(
    `${room}/aspects/:aspect`,
    { config: access, schema: { params: AspectParams } },
    (request, reply) => showAspect(request, reply, []),
  );
  app.post(
    `${room}/aspects/:aspect`,
    {
      config: access,
      schema: { params: AspectParams, body: AspectWords.extend(Seen) },
      errorHandler: showAgain(showAspect),
    },
    (request, reply) => {
      const about = { aspectId: request.params.aspect, ...aboutOf(request, request.body.seen) };
      const { scope } = requireAspect(app.db, about.aspectId, about.reviewId);
      const { source } = request.body;
      changeAspect(contextOf(request), about, { label: readWords(request.body, 'label'), source });
      return saved(request, reply, scope === 'case' ? 'cases' : 'comparison');
    },
  );

  app.get(
    `${room}/indicators/:indicator`,
    { config: access, schema: { params: IndicatorParams } },
    (request, reply) => showIndicator(request, reply, []),
  );
  app.post(
    `${room}/indicators/:indicator`,
    {
      config: access,
      schema: { params: IndicatorParams, body: IndicatorForm.extend(Seen) },
      errorHandler: showAgain(showIndicator),
    },
    (request, reply) => {
      const { indicator: indicatorId } = request.params;
      const { source, reportId, language, grid, seen } = request.body;
      changeIndicator(
        contextOf(request),
        { indicatorId, ...aboutOf(request, seen) },
        {
          label: readWords(request.body, 'label'),
          unit: readWords(request.body, 'unit'),
          source,
          reportId,
          groups: readGrid(grid, language),
        },
      );
      return saved(request, reply, 'indicators');
    },
  );
};

const aboutOf = (request: FastifyRequest, seen: string) => ({
  reviewId: reviewOf(request).id,
  seen,
});

const saved = (request: FastifyRequest, reply: FastifyReply, part: string) =>
  reply.redirect(`/reviews/${reviewOf(request).slug}/coding/${part}?notice=saved`, 303);

function showCase(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const row = requireCase(db, CaseParams.parse(request.params).case, review.id);
  const publications = includedPublications(db, review.id);
  const place = { review, id: row.id, seen: seenOf(caseNow(row)) };
  const refused = { problems, typed: request.body };
  const model = changeCasePage(request.locale, place, { row, publications }, refused);
  return reply.page('coding/change-row', model, { section: 'coding' });
}

function showAspect(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const row = requireAspect(
    request.server.db,
    AspectParams.parse(request.params).aspect,
    review.id,
  );
  const place = { review, id: row.id, seen: seenOf(aspectNow(row)) };
  const model = changeAspectPage(request.locale, place, row, { problems, typed: request.body });
  return reply.page('coding/change-row', model, { section: 'coding' });
}

function showIndicator(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const { indicator } = IndicatorParams.parse(request.params);
  const row = indicatorsOf(db, review.id).find(({ id }) => id === indicator);
  if (!row) throw notFound();
  const publications = includedPublications(db, review.id);
  const place = { review, id: row.id, seen: seenOf(indicatorNow(row)) };
  const refused = { problems, typed: request.body };
  const model = changeIndicatorPage(request.locale, place, { row, publications }, refused);
  return reply.page('coding/change-row', model, { section: 'coding' });
}
