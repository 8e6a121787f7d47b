/** Two coders: whether there are two, each one's turn, what they said side by side, what they agreed on. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { codingTurnStates } from '../../../schema/double-coding.ts';
import { AppError, notFound } from '../../errors.ts';
import { OneOrMany, OptionalText, type Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { Id, showAgain } from '../http.ts';
import { includedPublications, publicationsByRoot } from '../publications.ts';
import { requireReport } from '../rows.ts';
import { agreementPage, comparisonPage } from './coders-page.ts';
import {
  agree,
  codeAgreement,
  codersOf,
  comparisonOf,
  pairingOf,
  pairingsOf,
  setCoders,
  takeTurn,
} from './double-coding.ts';

const room = '/reviews/:review/coding';
const access = { access: 'reviewer' } as const;
const Params = z.object({ report: Id });
const TurnForm = z.object({ state: z.enum(codingTurnStates) });
const AgreeForm = z.object({ codeIds: OneOrMany(Id), note: OptionalText(2000) });
const CodersForm = z.object({ coders: z.enum(['1', '2'], 'problem.required') });

export const codersRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(`${room}/agreement`, { config: access }, (request, reply) => {
    const model = agreementPage(request.locale, reviewOf(request), agreementData(request));
    return reply.page('coding/agreement', model, { section: 'coding' });
  });
  app.get(`${room}/agreement.json`, { config: access }, (request) => agreementData(request).found);

  app.post(
    `${room}/coders`,
    { config: { access: 'owner' }, schema: { body: CodersForm } },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      setCoders(contextOf(request), id, request.body.coders === '2' ? 2 : 1);
      return reply.redirect(`/reviews/${slug}/coding/agreement?notice=saved`, 303);
    },
  );

  app.post(
    `${room}/reports/:report/turn`,
    { config: access, schema: { params: Params, body: TurnForm } },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { report } = request.params;
      requireReport(app.db, report, id);
      takeTurn(contextOf(request), report, request.body.state);
      return reply.redirect(`/reviews/${slug}/coding/reports/${report}?notice=saved#codes`, 303);
    },
  );

  app.get(
    `${room}/reports/:report/compare`,
    { config: access, schema: { params: Params } },
    (request, reply) => showComparison(request, reply, []),
  );
  app.post(
    `${room}/reports/:report/compare`,
    {
      config: access,
      schema: { params: Params, body: AgreeForm },
      errorHandler: showAgain(showComparison),
    },
    (request, reply) => {
      const { slug } = reviewOf(request);
      const { report } = request.params;
      requireParty(request, report);
      agree(contextOf(request), report, request.body);
      return reply.redirect(`/reviews/${slug}/coding/reports/${report}?notice=saved#codes`, 303);
    },
  );
};

function agreementData(request: FastifyRequest) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  const publications = includedPublications(db, id);
  const pairings = pairingsOf(
    db,
    publications.map((row) => row.rootId),
  );
  return {
    coders: codersOf(db, id),
    mayOwn: request.rights?.mayOwn ?? false,
    found: codeAgreement(db, id),
    publications: publications.map((publication) => ({
      publication,
      pairing: pairings.get(publication.rootId) ?? pairingOf(db, publication.rootId),
    })),
  };
}

/** The two themselves, or one who settles what people differ on. @throws NOT_FOUND, CODERS_NOT_DONE */
function requireParty(request: FastifyRequest, reportId: number): number {
  const { db } = request.server;
  const { rootId } = requireReport(db, reportId, reviewOf(request).id);
  const { coders, isOpen } = pairingOf(db, rootId);
  const isCoder = coders.some((coder) => coder.personId === request.person?.id);
  if (!isCoder && !request.rights?.mayAdjudicate) throw notFound();
  if (!isOpen) throw new AppError('CODERS_NOT_DONE');
  return rootId;
}

function showComparison(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const rootId = requireParty(request, Params.parse(request.params).report);
  const publication = publicationsByRoot(db, [rootId]).get(rootId);
  if (!publication) throw notFound();
  const found = comparisonOf(db, review.id, rootId);
  const model = comparisonPage(request.locale, review, { publication, found }, problems);
  return reply.page('coding/compare', model, { section: 'coding' });
}
