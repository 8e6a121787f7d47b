/** One finding at work: its words and themes, what supports and contradicts it, draft or final; and what hangs loose. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { stances } from '../../schema/findings.ts';
import { codebooksOf } from '../coding/codebooks/codebooks.ts';
import { excerptList } from '../coding/desk/desk.ts';
import { requireExcerpt } from '../coding/excerpts/excerpts.ts';
import { Id, personOf, showAgain } from '../coding/http.ts';
import { includedPublications } from '../coding/publications.ts';
import { notFound } from '../errors.ts';
import { emptyAsNull, OneOrMany, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import * as findings from './findings.ts';
import { ensureKinds, kindsOf } from './kinds.ts';
import { findingMergedInto } from './merge-findings.ts';
import { editFindingPage, newFindingPage, orphansPage } from './page.ts';
import { addSupport, orphansOf, removeSupport } from './supports.ts';

const room = '/reviews/:review/findings';
const access = { access: 'reviewer' } as const;
const Params = z.object({ finding: Id });
const SupportParams = Params.extend({ support: Id });
const Search = z.object({ q: z.string().trim().max(200).catch('').default('') });

const FindingForm = z.object({
  kind: z.string('problem.required').min(1, 'problem.required').max(100),
  number: emptyAsNull(z.coerce.number('problem.invalid').int().min(1, 'problem.invalid')),
  ...wordsFields('statement', 2000),
  ...wordsFields('explanation', 10_000),
  themes: OneOrMany(Id),
});
const ExcerptSupportForm = z.object({ excerptId: Id, stance: z.enum(stances) });
const ReportSupportForm = z.object({
  reportId: z.preprocess((value) => value || undefined, z.coerce.number('problem.required').int()),
  stance: z.enum(stances),
});

export const findingRoutes: FastifyPluginAsyncZod = async (app) => {
  const errorHandler = showAgain(showFinding);

  app.get(`${room}/new`, { config: access }, (request, reply) => showNew(request, reply, []));

  app.post(
    room,
    { config: access, schema: { body: FindingForm }, errorHandler: showAgain(showNew) },
    (request, reply) => {
      const { id } = reviewOf(request);
      const made = findings.addFinding(contextOf(request), id, inputOf(request.body));
      return reply.redirect(`${pathOf(request, made)}/edit?notice=saved`, 303);
    },
  );

  app.get(`${room}/orphans`, { config: access }, (request, reply) => {
    const review = reviewOf(request);
    const excerpts = excerptList(app.db, review.id, { code: null }, personOf(request));
    const model = orphansPage(
      request.locale,
      review,
      orphansOf(app.db, review.id, personOf(request)),
      excerpts,
    );
    return reply.page('findings/orphans', model, { section: 'findings' });
  });
  app.get(`${room}/orphans.json`, { config: access }, (request) => {
    const orphans = orphansOf(app.db, reviewOf(request).id, personOf(request));
    return {
      findings: orphans.findings.map(({ id, key, statement, state }) => ({
        id,
        key,
        statement,
        state,
      })),
      excerpts: orphans.excerpts.map(({ id, rootId, text }) => ({ id, publication: rootId, text })),
    };
  });

  app.get(
    `${room}/:finding/edit`,
    { config: access, schema: { params: Params, querystring: Search } },
    (request, reply) => showFinding(request, reply, []),
  );

  app.post(
    `${room}/:finding`,
    { config: access, schema: { params: Params, body: FindingForm }, errorHandler },
    (request, reply) => {
      const { id } = reviewOf(request);
      const { finding } = request.params;
      findings.changeFinding(contextOf(request), finding, id, inputOf(request.body));
      return reply.redirect(`${pathOf(request, finding)}/edit?notice=saved`, 303);
    },
  );

  app.post(
    `${room}/:finding/excerpts`,
    { config: access, schema: { params: Params, body: ExcerptSupportForm }, errorHandler },
    (request, reply) => {
      const { id } = reviewOf(request);
      const { excerptId, stance } = request.body;
      findings.requireFinding(app.db, request.params.finding, id);
      const { reportId } = requireExcerpt(app.db, excerptId, id, personOf(request));
      const support = { reportId, excerptId, stance };
      addSupport(contextOf(request), request.params.finding, support);
      return attached(request, reply);
    },
  );

  app.post(
    `${room}/:finding/reports`,
    { config: access, schema: { params: Params, body: ReportSupportForm }, errorHandler },
    (request, reply) => {
      findings.requireFinding(app.db, request.params.finding, reviewOf(request).id);
      const support = { ...request.body, excerptId: null };
      addSupport(contextOf(request), request.params.finding, support);
      return attached(request, reply);
    },
  );

  app.post(
    `${room}/:finding/supports/:support/remove`,
    { config: access, schema: { params: SupportParams } },
    (request, reply) => {
      const { finding, support } = request.params;
      const { reopened } = removeSupport(contextOf(request), support, reviewOf(request).id);
      const notice = reopened ? 'finding_reopened' : 'saved';
      return reply.redirect(`${pathOf(request, finding)}/edit?notice=${notice}#support`, 303);
    },
  );

  app.post(
    `${room}/:finding/finalize`,
    { config: access, schema: { params: Params }, errorHandler },
    (request, reply) => {
      const { finding } = request.params;
      findings.finalizeFinding(contextOf(request), finding, reviewOf(request).id);
      return reply.redirect(`${pathOf(request, finding)}/edit?notice=finding_final`, 303);
    },
  );

  app.post(
    `${room}/:finding/reopen`,
    { config: access, schema: { params: Params } },
    (request, reply) => {
      const { finding } = request.params;
      findings.reopenFinding(contextOf(request), finding, reviewOf(request).id);
      return reply.redirect(`${pathOf(request, finding)}/edit?notice=finding_reopened`, 303);
    },
  );

  app.post(
    `${room}/:finding/archive`,
    { config: access, schema: { params: Params } },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      findings.archiveFinding(contextOf(request), request.params.finding, id);
      return reply.redirect(`/reviews/${slug}/findings?notice=archived`, 303);
    },
  );
};

function inputOf(body: z.infer<typeof FindingForm>): findings.FindingInput {
  return {
    kindKey: body.kind,
    number: body.number,
    statement: readWords(body, 'statement'),
    explanation: readWords(body, 'explanation'),
    themeCodeIds: body.themes,
  };
}

const pathOf = (request: FastifyRequest, finding: number): string =>
  `/reviews/${reviewOf(request).slug}/findings/${finding}`;

/** Back to the finding, with the same search in the list of excerpts. */
function attached(request: FastifyRequest, reply: FastifyReply) {
  const { finding } = Params.parse(request.params);
  return reply.redirect(`${pathOf(request, finding)}/edit?notice=saved#support`, 303);
}

function showNew(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const choices = choicesOf(request);
  const model = newFindingPage(request.locale, review, choices, problems, request.body);
  return reply.page('findings/new', model, { section: 'findings' });
}

function choicesOf(request: FastifyRequest) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  // A review has its kinds as soon as somebody chooses among them.
  ensureKinds(contextOf(request), id);
  return { kinds: kindsOf(db, id), books: codebooksOf(db, id) };
}

function showFinding(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const { db } = request.server;
  const { finding } = Params.parse(request.params);
  const merged = findingMergedInto(db, finding);
  if (merged !== null)
    return reply.redirect(`/reviews/${review.slug}/findings/${merged}/edit`, 303);
  const { id } = findings.requireFinding(db, finding, review.id);
  const found = findings.findingWithSupport(db, id);
  if (!found) throw notFound();
  const choices = {
    ...choicesOf(request),
    excerpts: excerptList(db, review.id, { code: null }, personOf(request)),
    publications: includedPublications(db, review.id),
    q: Search.parse(request.query).q,
  };
  // Only the form with the words itself holds something to give back.
  const typed = request.url.endsWith(`/findings/${id}`) ? request.body : null;
  const refused = { problems, typed };
  const model = editFindingPage(request.locale, review, found, choices, refused);
  return reply.page('findings/edit', model, { section: 'findings' });
}
