/** Findings merged and split. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, showAgain } from '../coding/http.ts';
import { notFound } from '../errors.ts';
import { OneOrMany, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import { findingsOf, findingWithSupport, requireFinding } from './findings.ts';
import { mergeFindings, splitFinding } from './merge-findings.ts';
import { mergePage } from './merge-page.ts';

const one = '/reviews/:review/findings/:finding';
const access = { access: 'reviewer' } as const;
const Params = z.object({ finding: Id });
const MergeForm = z.object({
  intoId: z.preprocess((value) => value || undefined, z.coerce.number('problem.required').int()),
});
const SplitForm = z.object({ ...wordsFields('statement', 2000), supportIds: OneOrMany(Id) });

export const mergeRoutes: FastifyPluginAsyncZod = async (app) => {
  const errorHandler = showAgain(showMerge);
  app.get(`${one}/split`, { config: access, schema: { params: Params } }, (request, reply) =>
    showMerge(request, reply, []),
  );
  app.post(
    `${one}/merge`,
    { config: access, schema: { params: Params, body: MergeForm }, errorHandler },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { intoId } = request.body;
      mergeFindings(contextOf(request), id, request.params.finding, intoId);
      return reply.redirect(`/reviews/${slug}/findings/${intoId}/edit?notice=findings_merged`, 303);
    },
  );
  app.post(
    `${one}/split`,
    { config: access, schema: { params: Params, body: SplitForm }, errorHandler },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const statement = readWords(request.body, 'statement');
      const { supportIds } = request.body;
      const input = { statement, supportIds };
      const made = splitFinding(contextOf(request), id, request.params.finding, input);
      return reply.redirect(`/reviews/${slug}/findings/${made}/edit?notice=saved`, 303);
    },
  );
};

function showMerge(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const { id } = requireFinding(db, Params.parse(request.params).finding, review.id);
  const found = findingWithSupport(db, id);
  if (!found) throw notFound();
  const others = findingsOf(db, review.id, { onlyFinal: false }).filter((row) => row.id !== id);
  const refused = { problems, typed: request.body };
  const model = mergePage(request.locale, review, { found, others }, refused);
  return reply.page('findings/split', model, { section: 'findings' });
}
