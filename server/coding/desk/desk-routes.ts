/** The desk of one publication: aim, countries, codes, excerpts and cases, each saved by its own small form. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  emptyAsNull,
  OneOrMany,
  OptionalText,
  type Problem,
  RequiredText,
} from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { readWords, wordsFields } from '../../platform/words-form.ts';
import { codebooksOf } from '../codebooks/codebooks.ts';
import { putCode, takeCode } from '../coders/coder-desk.ts';
import { ExcerptForm } from '../excerpts/excerpt-routes.ts';
import { addExcerpt, archiveExcerpt } from '../excerpts/excerpts.ts';
import { formsOf } from '../forms/forms.ts';
import { Id, personOf, showAgain } from '../http.ts';
import { requireReport } from '../rows.ts';
import { setAim } from './aims.ts';
import { addCase, archiveCase } from './cases.ts';
import { setCountries } from './countries.ts';
import { countriesInUse, deskOf, neighbours } from './desk.ts';
import { deskAsJson, deskPage } from './desk-page.ts';

const desk = '/reviews/:review/coding/reports/:report';
const access = { access: 'reviewer' } as const;
const Params = z.object({ report: Id });
const CodingParams = Params.extend({ coding: Id });
const ExcerptParams = Params.extend({ excerpt: Id });
const CaseParams = Params.extend({ case: Id });

const AimForm = z.object({
  ...wordsFields('aim', 4000),
  ...wordsFields('summary', 20_000),
  source: OptionalText(500),
});
const CountriesForm = z.object({
  country: OneOrMany(z.string().max(2)),
  other: OneOrMany(z.string().max(2)),
});
const CodingForm = z.object({
  codeId: z.preprocess((value) => value || undefined, z.coerce.number('problem.required').int()),
  locator: OptionalText(200),
});
const CaseForm = z.object({
  label: RequiredText(200),
  country: z.string('problem.required').min(2, 'problem.required').max(2),
  position: emptyAsNull(z.coerce.number('problem.invalid').int().min(1, 'problem.invalid')),
});

export const deskRoutes: FastifyPluginAsyncZod = async (app) => {
  const errorHandler = showAgain(showDesk);
  const form = <P extends z.ZodType, B extends z.ZodType>(params: P, body: B) => ({
    config: access,
    schema: { params, body },
    errorHandler,
  });

  app.get(desk, { config: access, schema: { params: Params } }, (request, reply) =>
    showDesk(request, reply, []),
  );
  app.get(`${desk}.json`, { config: access, schema: { params: Params } }, (request) =>
    deskAsJson(deskOf(app.db, reviewOf(request).id, request.params.report, personOf(request))),
  );

  app.post(`${desk}/aim`, form(Params, AimForm), (request, reply) => {
    const { report } = inReview(request, request.params);
    const text = readWords(request.body, 'aim');
    const plainSummary = readWords(request.body, 'summary');
    setAim(contextOf(request), report, { text, plainSummary, source: request.body.source });
    return saved(request, reply, 'aim');
  });

  app.post(`${desk}/countries`, form(Params, CountriesForm), (request, reply) => {
    const { report } = inReview(request, request.params);
    const { country, other } = request.body;
    setCountries(contextOf(request), report, [...country, ...other.filter((code) => code !== '')]);
    return saved(request, reply, 'countries');
  });

  app.post(`${desk}/codings`, form(Params, CodingForm), (request, reply) => {
    const { report } = inReview(request, request.params);
    const { codeId, locator } = request.body;
    putCode(contextOf(request), reviewOf(request).id, report, { codeId, locator });
    return saved(request, reply, 'codes');
  });

  app.post(
    `${desk}/codings/:coding/remove`,
    { config: access, schema: { params: CodingParams } },
    (request, reply) => {
      const { report, coding } = request.params;
      takeCode(contextOf(request), reviewOf(request).id, report, coding);
      return saved(request, reply, 'codes');
    },
  );

  app.post(`${desk}/excerpts`, form(Params, ExcerptForm), (request, reply) => {
    const { report } = inReview(request, request.params);
    const text = readWords(request.body, 'text');
    const { kind, page, locator, citedIn, codeIds } = request.body;
    const input = { reportId: report, kind, text, page, locator, citedIn, codeIds };
    const id = addExcerpt(contextOf(request), reviewOf(request).id, input);
    return saved(request, reply, `excerpt-${id}`);
  });

  app.post(
    `${desk}/excerpts/:excerpt/archive`,
    { config: access, schema: { params: ExcerptParams }, errorHandler },
    (request, reply) => {
      archiveExcerpt(contextOf(request), request.params.excerpt, reviewOf(request).id);
      return saved(request, reply, 'excerpts');
    },
  );

  app.post(`${desk}/cases`, form(Params, CaseForm), (request, reply) => {
    const { report } = inReview(request, request.params);
    const { label, country, position } = request.body;
    const input = { reportId: report, label, country, ...(position === null ? {} : { position }) };
    addCase(contextOf(request), reviewOf(request).id, input);
    return saved(request, reply, 'cases');
  });

  app.post(
    `${desk}/cases/:case/archive`,
    { config: access, schema: { params: CaseParams } },
    (request, reply) => {
      archiveCase(contextOf(request), request.params.case, reviewOf(request).id);
      return saved(request, reply, 'cases');
    },
  );
};

/** The report of an address, once it is known to be one of this review's. */
function inReview(request: FastifyRequest, { report }: z.infer<typeof Params>) {
  return { report: requireReport(request.server.db, report, reviewOf(request).id).id };
}

/** Back to the desk, at the part that was changed. */
function saved(request: FastifyRequest, reply: FastifyReply, part: string) {
  const { report } = Params.parse(request.params);
  const { slug } = reviewOf(request);
  return reply.redirect(`/reviews/${slug}/coding/reports/${report}?notice=saved#${part}`, 303);
}

function showDesk(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const { db } = request.server;
  const found = deskOf(db, review.id, Params.parse(request.params).report, personOf(request));
  const choices = {
    books: codebooksOf(db, review.id),
    countriesInUse: countriesInUse(db, review.id),
    neighbours: neighbours(db, review.id, found.publication.rootId),
    forms: formsOf(db, review.id),
  };
  const refused = { problems, typed: request.body, part: partOf(request) };
  const model = deskPage(request.locale, review, found, choices, refused);
  return reply.page('coding/report', model, { section: 'coding' });
}

/** Which of the desk's forms was sent: `aim`, `countries`, `codings`, `excerpts`, `cases`, or none. */
function partOf(request: FastifyRequest): string {
  if (request.method === 'GET') return '';
  return /\/reports\/\d+\/(\w+)/.exec(request.url)?.[1] ?? '';
}
