/** Aspects, the rows of the tables of cases and countries, and the form of one cell. */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type AspectScope, aspectScopes } from '../../schema/coding.ts';
import { requireCase } from '../coding/desk/cases.ts';
import { Id, OptionalId, showAgain } from '../coding/http.ts';
import { includedPublications } from '../coding/publications.ts';
import { notFound } from '../errors.ts';
import { emptyAsNull, OptionalText, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import { addAspect, archiveAspect, cellHistory, requireAspect, setCell } from './aspects.ts';
import { AspectWords } from './entry-forms.ts';
import { cellPage } from './entry-page.ts';

const room = '/reviews/:review/coding';
const access = { access: 'reviewer' } as const;
const Params = z.object({ aspect: Id });
/** Which column the cell stands in: a case or a country, by the scope of its row. */
const Column = z.object({
  case: OptionalId.default(null),
  country: emptyAsNull(z.string().length(2)).default(null),
});

const AspectForm = AspectWords.extend({ scope: z.enum(aspectScopes) });
const CellForm = z.object({
  ...wordsFields('text', 10_000),
  number: z.preprocess(
    (value) => (typeof value === 'string' ? value.replace(',', '.').trim() || null : null),
    z.coerce.number('problem.invalid').nullable(),
  ),
  reportId: OptionalId,
  source: OptionalText(500),
  seen: z.string().max(20),
});

type Show = (request: FastifyRequest, reply: FastifyReply, problems: Problem[]) => FastifyReply;
type Pages = { showCases: Show; showComparison: Show };

export const cellRoutes: FastifyPluginAsync<Pages> = async (untyped, pages) => {
  const app = untyped as Parameters<FastifyPluginAsyncZod>[0];
  const showTable: Show = (request, reply, problems) =>
    (request.body as { scope?: string } | null)?.scope === 'country'
      ? pages.showComparison(request, reply, problems)
      : pages.showCases(request, reply, problems);

  app.post(
    `${room}/aspects`,
    { config: access, schema: { body: AspectForm }, errorHandler: showAgain(showTable) },
    (request, reply) => {
      const { scope, source } = request.body;
      const label = readWords(request.body, 'label');
      addAspect(contextOf(request), reviewOf(request).id, { scope, label, source });
      return reply.redirect(`${tablePath(request, scope)}?notice=saved`, 303);
    },
  );

  app.post(
    `${room}/aspects/:aspect/archive`,
    { config: access, schema: { params: Params } },
    (request, reply) => {
      const { id } = reviewOf(request);
      const { scope } = requireAspect(app.db, request.params.aspect, id);
      archiveAspect(contextOf(request), request.params.aspect, id);
      return reply.redirect(`${tablePath(request, scope)}?notice=archived`, 303);
    },
  );

  app.get(
    `${room}/aspects/:aspect/cell`,
    { config: access, schema: { params: Params, querystring: Column } },
    (request, reply) => showCell(request, reply, []),
  );

  app.post(
    `${room}/aspects/:aspect/cell`,
    {
      config: access,
      schema: { params: Params, querystring: Column, body: CellForm },
      errorHandler: showAgain(showCell),
    },
    (request, reply) => {
      const { scope } = requireAspect(app.db, request.params.aspect, reviewOf(request).id);
      const { number, reportId, source, seen } = request.body;
      const text = readWords(request.body, 'text');
      const { case: caseId, country } = request.query;
      const cell = { caseId, country, text, number, reportId, source };
      setCell(contextOf(request), request.params.aspect, cell, seen);
      return reply.redirect(`${tablePath(request, scope)}?notice=saved`, 303);
    },
  );
};

function tablePath(request: FastifyRequest, scope: AspectScope): string {
  const table = scope === 'case' ? 'cases' : 'comparison';
  return `/reviews/${reviewOf(request).slug}/coding/${table}`;
}

function showCell(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const aspect = requireAspect(db, Params.parse(request.params).aspect, review.id);
  const column = Column.parse(request.query);
  const { scope } = aspect;
  if ((scope === 'case' ? column.case : column.country) === null) throw notFound();
  const place = {
    aspectId: aspect.id,
    scope,
    caseId: scope === 'case' ? column.case : null,
    country: scope === 'case' ? null : column.country,
  };
  const read = {
    aspect,
    place,
    caseLabel: place.caseId === null ? null : requireCase(db, place.caseId, review.id).label,
    history: cellHistory(db, review.id, place),
    publications: includedPublications(db, review.id),
    back: tablePath(request, scope),
  };
  const model = cellPage(request.locale, review, read, { problems, typed: request.body });
  return reply.page('coding/cell', model, { section: 'coding' });
}
