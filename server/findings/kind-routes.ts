/** The kinds of findings that a review has: its owner renames, orders, adds and archives them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, showAgain } from '../coding/http.ts';
import type { Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import { findingsOf } from './findings.ts';
import * as kinds from './kinds.ts';
import { kindsPage } from './page.ts';

const room = '/reviews/:review/findings/kinds';
const access = { access: 'owner' } as const;
const Params = z.object({ kind: Id });
const KindForm = z.object(wordsFields('label', 200));
const MoveForm = z.object({
  position: z.coerce.number('problem.invalid').int().min(1, 'problem.invalid').max(1000),
});

export const kindRoutes: FastifyPluginAsyncZod = async (app) => {
  const errorHandler = showAgain(showKinds);

  app.get(room, { config: access }, (request, reply) => {
    return showKinds(request, reply, []);
  });

  app.post(room, { config: access, schema: { body: KindForm }, errorHandler }, (request, reply) => {
    const context = contextOf(request);
    const { id } = reviewOf(request);
    kinds.ensureKinds(context, id);
    kinds.addKind(context, id, { label: readWords(request.body, 'label') });
    return saved(request, reply);
  });

  app.post(
    `${room}/:kind`,
    { config: access, schema: { params: Params, body: KindForm }, errorHandler },
    (request, reply) => {
      const label = readWords(request.body, 'label');
      kinds.renameKind(contextOf(request), request.params.kind, reviewOf(request).id, label);
      return saved(request, reply);
    },
  );

  app.post(
    `${room}/:kind/move`,
    { config: access, schema: { params: Params, body: MoveForm }, errorHandler },
    (request, reply) => {
      const { id } = reviewOf(request);
      kinds.moveKind(contextOf(request), request.params.kind, id, request.body.position);
      return saved(request, reply);
    },
  );

  app.post(
    `${room}/:kind/archive`,
    { config: access, schema: { params: Params }, errorHandler },
    (request, reply) => {
      kinds.archiveKind(contextOf(request), request.params.kind, reviewOf(request).id);
      return saved(request, reply);
    },
  );
};

const saved = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(`/reviews/${reviewOf(request).slug}/findings/kinds?notice=saved`, 303);

function showKinds(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const { db } = request.server;
  // A review has its kinds as soon as somebody looks at them.
  kinds.ensureKinds(contextOf(request), review.id);
  const findings = findingsOf(db, review.id, { onlyFinal: false });
  const rows = kinds.kindsOf(db, review.id).map((kind) => ({
    ...kind,
    findingCount: findings.filter((row) => row.kind.id === kind.id).length,
  }));
  const model = kindsPage(request.locale, review, rows, problems, request.body);
  return reply.page('findings/kinds', model, { section: 'findings' });
}
