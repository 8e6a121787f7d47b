/** The protocol: read, written, amended with a reason, compared with what it was. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Framework, frameworks } from '../../schema/reviews.ts';
import { AppError } from '../errors.ts';
import { formProblems, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { compareProtocols } from './compare.ts';
import * as protocols from './protocol.ts';
import { contentFrom, draftFrom, draftOf, ProtocolForm } from './protocol-form.ts';
import { comparePage, protocolFormPage, protocolPage, versionsPage } from './protocol-page.ts';

const path = '/reviews/:review/protocol';
const Params = z.object({ review: z.string() });
const VersionNumber = z.coerce.number().int().positive();
const Compare = z.object({ from: VersionNumber.optional(), to: VersionNumber.optional() });
/** A review that has just been made comes with the framework that was chosen for it. */
const Edit = z.object({ framework: z.enum(frameworks).optional() });
const section = { section: 'protocol' } as const;

export const protocolRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(path, { config: { access: 'published' }, schema: { params: Params } }, showProtocol);

  app.get(
    `${path}.json`,
    { config: { access: 'published' }, schema: { params: Params } },
    (request) => {
      const version = protocols.currentProtocol(app.db, reviewOf(request).id);
      return { protocol: version && shownVersion(request, version) };
    },
  );

  app.get(
    `${path}/versions`,
    { config: { access: 'published' }, schema: { params: Params } },
    (request, reply) => {
      const versions = protocols
        .protocolVersions(app.db, reviewOf(request).id)
        .map((version) => shownVersion(request, version));
      return reply.page(
        'reviews/protocol-versions',
        versionsPage(about(request), versions),
        section,
      );
    },
  );

  app.get(
    `${path}/versions.json`,
    { config: { access: 'published' }, schema: { params: Params } },
    (request) => {
      const versions = protocols.protocolVersions(app.db, reviewOf(request).id);
      return { versions: versions.map((version) => shownVersion(request, version)) };
    },
  );

  const comparing = {
    config: { access: 'published' },
    schema: { params: Params, querystring: Compare },
  } as const;
  app.get(`${path}/compare`, comparing, (request, reply) => {
    const { comparison, ...sides } = compared(request, request.query);
    return reply.page(
      'reviews/protocol-compare',
      comparePage(about(request), sides, comparison),
      section,
    );
  });

  app.get(`${path}/compare.json`, comparing, (request) => {
    const { from, to, comparison } = compared(request, request.query);
    return { from: from.number, to: to.number, comparison };
  });

  app.get(
    `${path}/edit`,
    { config: { access: 'owner' }, schema: { params: Params, querystring: Edit } },
    (request, reply) => showForm(request, reply, null, [], request.query.framework),
  );

  app.post(
    path,
    {
      config: { access: 'owner' },
      schema: { params: Params, body: ProtocolForm },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { body } = request;
      // Another framework has other elements: they are shown before anything is saved.
      const isOther = body.framework !== body.frameworkShown;
      if (body.do !== 'save' || isOther) return showForm(request, reply, body);
      const draft = draftFrom(body);
      const review = reviewOf(request);
      const content = contentFrom(draft);
      const { reason, basedOn } = draft;
      protocols.saveProtocol(contextOf(request), review.id, content, reason, basedOn);
      return reply.redirect(`/reviews/${review.slug}/protocol?notice=saved`, 303);
    },
  );
};

const about = (request: FastifyRequest) => ({
  locale: request.locale,
  review: reviewOf(request),
});

/** Who wrote a version is for the team to know. */
function shownVersion(request: FastifyRequest, version: protocols.ProtocolVersion) {
  return { ...version, person: request.rights?.mayRead ? version.person : null };
}

function showProtocol(request: FastifyRequest, reply: FastifyReply) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  const version = protocols.currentProtocol(db, id);
  const model = protocolPage(about(request), version && shownVersion(request, version), {
    versions: protocols.protocolVersions(db, id).length,
    mayOwn: request.rights?.mayOwn ?? false,
  });
  return reply.page('reviews/protocol', model, section);
}

/** The first version beside the one in force, unless others are asked for. */
function compared(request: FastifyRequest, query: z.infer<typeof Compare>) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  const numbers = protocols.protocolVersions(db, id).map(({ number }) => number);
  const from = protocols.protocolVersionOf(db, id, query.from ?? 1);
  const to = protocols.protocolVersionOf(db, id, query.to ?? numbers.at(-1) ?? 1);
  return { from, to, numbers, comparison: compareProtocols(from.content, to.content) };
}

function showAgain(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  const form = ProtocolForm.parse(request.body);
  if (!(error instanceof AppError) || error.code !== 'PROTOCOL_CHANGED')
    return showForm(request, reply.code(422), form, problems);
  // Whoever has been told of a newer version may save over it.
  const { id } = reviewOf(request);
  const number = protocols.currentProtocol(request.server.db, id)?.number ?? 0;
  return showForm(request, reply.code(422), { ...form, basedOn: String(number) }, problems);
}

function showForm(
  request: FastifyRequest,
  reply: FastifyReply,
  form: ProtocolForm | null = null,
  problems: Problem[] = [],
  framework: Framework = 'PCC',
) {
  const review = reviewOf(request);
  const current = protocols.currentProtocol(request.server.db, review.id);
  const content = current?.content ?? protocols.emptyProtocol(framework);
  const number = current?.number ?? 0;
  const draft = form ? draftFrom(form) : draftOf(request.locale, content, number);
  const asked = form?.do;
  const more = { questions: Math.max(0, 2 - draft.questions.length), criteria: 2 };
  if (asked === 'add_question') more.questions += 2;
  if (asked === 'add_criterion') more.criteria += 3;
  const model = protocolFormPage(
    { locale: request.locale, review },
    draft,
    { isFirst: current === null, more },
    problems,
  );
  return reply.page('reviews/protocol-form', model, section);
}
