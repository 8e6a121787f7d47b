/** Duplicates: the questions, one pair side by side, the answers, and the way back from each. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { relations } from '../../../schema/related.ts';
import { notFound } from '../../errors.ts';
import { formProblems } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { rootOf } from '../reports/reports.ts';
import { placeOf } from '../routes.ts';
import { compareShown } from './compare-fields.ts';
import { countOpenPairs, keptApart, linksMadeBy, neighbours, openPairs } from './duplicates.ts';
import { searchForDuplicates } from './duplicates-job.ts';
import { type DuplicateList, duplicateLists, duplicatesPage, pairPage } from './duplicates-page.ts';
import { answerPair, findPair, unlink } from './links.ts';
import { answerRelated, relatedPairs } from './related.ts';
import { answerTo, askAgain, takeBack } from './take-back.ts';

const Id = z.coerce.number().int().positive();
const Params = z.object({ review: z.string() });
const PairParams = Params.extend({ pair: Id });
const LinkParams = Params.extend({ link: Id });
/** `answered`: the question that was answered right before, so that a wrong key can be taken back. */
const Answered = z.object({ answered: Id.optional() });
const ListQuery = Answered.extend({
  list: z.enum(duplicateLists).default('open'),
  page: Id.default(1),
});
/** Only pages of this site. */
const Next = z
  .string()
  .regex(/^\/(?!\/)/)
  .optional();
/** `related`: two reports, kept apart and linked as belonging together. */
const AnswerForm = z.object({
  answer: z.enum(['same', 'different', 'related']),
  relation: z.enum(relations).optional(),
});

const pageSize = 50;

export const duplicatesRoutes: FastifyPluginAsyncZod = async (app) => {
  const list = { params: Params, querystring: ListQuery };
  app.get(
    '/reviews/:review/duplicates',
    { config: { access: 'reviewer' }, schema: list },
    (request, reply) => {
      const data = { ...listOf(request, request.query), answered: justAnswered(request) };
      const options = { section: 'duplicates' as const, scripts: ['duplicates'] };
      return reply.page('records/duplicates', duplicatesPage(placeOf(request), data), options);
    },
  );

  app.get(
    '/reviews/:review/duplicates.json',
    { config: { access: 'reviewer' }, schema: list },
    (request) => listOf(request, request.query),
  );

  app.get(
    '/reviews/:review/duplicates/:pair',
    { config: { access: 'reviewer' }, schema: { params: PairParams, querystring: Answered } },
    (request, reply) => showPair(request, reply, request.params.pair, null),
  );

  app.get(
    '/reviews/:review/duplicates/:pair.json',
    { config: { access: 'reviewer' }, schema: { params: PairParams } },
    (request) => {
      const data = pairOf(request, request.params.pair);
      return { ...data, fields: compareShown(data.left.reference, data.right.reference) };
    },
  );

  app.post(
    '/reviews/:review/duplicates/:pair',
    {
      config: { access: 'reviewer' },
      schema: { params: PairParams, body: AnswerForm },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      const { pair: pairId } = request.params;
      const { next } = pairOf(request, pairId).neighbours;
      const { answer, relation } = request.body;
      const about = { reviewId, pairId };
      if (answer === 'related') answerRelated(contextOf(request), about, relation);
      else answerPair(contextOf(request), about, answer);
      const path = `/reviews/${slug}/duplicates`;
      // An answer may settle further pairs; the next one may be gone with it.
      const isThere = next !== null && isStillOpen(request, next);
      return reply.redirect(`${isThere ? `${path}/${next}` : path}?answered=${pairId}`, 303);
    },
  );

  app.post(
    '/reviews/:review/duplicates/:pair/take-back',
    { config: { access: 'reviewer' }, schema: { params: PairParams } },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      const { pair: pairId } = request.params;
      takeBack(contextOf(request), { reviewId, pairId });
      return reply.redirect(`/reviews/${slug}/duplicates/${pairId}?notice=asked_again`, 303);
    },
  );

  app.post(
    '/reviews/:review/duplicates/:pair/again',
    { config: { access: 'reviewer' }, schema: { params: PairParams } },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      askAgain(contextOf(request), { reviewId, pairId: request.params.pair });
      return reply.redirect(`/reviews/${slug}/duplicates?list=apart&notice=asked_again`, 303);
    },
  );

  app.post(
    '/reviews/:review/duplicates/links/:link/undo',
    {
      config: { access: 'reviewer' },
      schema: { params: LinkParams, body: z.object({ next: Next }).nullish() },
    },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      unlink(contextOf(request), { reviewId, linkId: request.params.link });
      const next = request.body?.next ?? `/reviews/${slug}/duplicates?list=apart`;
      const joint = next.includes('?') ? '&' : '?';
      return reply.redirect(`${next}${joint}notice=unlinked`, 303);
    },
  );

  app.post(
    '/reviews/:review/duplicates/search',
    { config: { access: 'reviewer' }, schema: { params: Params } },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      searchForDuplicates(contextOf(request), reviewId);
      return reply.redirect(`/reviews/${slug}/duplicates?notice=search_started`, 303);
    },
  );
};

function listOf(request: FastifyRequest, query: { list: DuplicateList; page: number }) {
  const { db } = request.server;
  const { id: reviewId } = reviewOf(request);
  const range = { limit: pageSize, offset: (query.page - 1) * pageSize };
  const openTotal = countOpenPairs(db, reviewId);
  const { rows, total } = rowsOf(request, query.list, range);
  const counted = query.list === 'open' ? openTotal : total;
  const pages = Math.max(1, Math.ceil(counted / pageSize));
  return { ...query, rows, openTotal, total: counted, pages };
}

function rowsOf(
  request: FastifyRequest,
  list: DuplicateList,
  range: { limit: number; offset: number },
) {
  const { db } = request.server;
  const { id: reviewId } = reviewOf(request);
  if (list === 'open') return { rows: { open: openPairs(db, reviewId, range) }, total: 0 };
  if (list === 'apart') {
    const { rows: apart, total } = keptApart(db, reviewId, range);
    return { rows: { apart }, total };
  }
  if (list === 'related') {
    const { rows: related, total } = relatedPairs(db, reviewId, range);
    return { rows: { related }, total };
  }
  const { rows: links, total } = linksMadeBy(db, reviewId, list, range);
  return { rows: { links }, total };
}

function pairOf(request: FastifyRequest, pairId: number) {
  const { db } = request.server;
  const { id: reviewId } = reviewOf(request);
  const pair = findPair({ db }, reviewId, pairId);
  if (!pair) throw notFound();
  return {
    pair,
    left: rootOf(db, reviewId, pair.firstId),
    right: rootOf(db, reviewId, pair.secondId),
    neighbours: neighbours(db, reviewId, pair),
    open: countOpenPairs(db, reviewId),
  };
}

/** The answer that led here. */
function justAnswered(request: FastifyRequest) {
  const { answered: pairId } = Answered.catch({}).parse(request.query);
  const { id: reviewId } = reviewOf(request);
  return (pairId && answerTo(request.server.db, { reviewId, pairId })) || null;
}

function isStillOpen(request: FastifyRequest, pairId: number): boolean {
  const { pair, left, right } = pairOf(request, pairId);
  return pair.state === 'open' && left.id !== right.id;
}

function showAgain(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const [problem] = formProblems(error, request.locale) ?? [];
  if (!problem) throw error;
  const { pair } = PairParams.parse(request.params);
  return showPair(request, reply.code(422), pair, problem.message);
}

function showPair(
  request: FastifyRequest,
  reply: FastifyReply,
  pairId: number,
  problem: string | null,
) {
  const data = pairOf(request, pairId);
  const answer = answerTo(request.server.db, { reviewId: data.pair.reviewId, pairId });
  const answers = { own: answer ?? null, last: justAnswered(request) };
  const model = pairPage(placeOf(request), { ...data, ...answers, problem });
  const options = { section: 'duplicates' as const, scripts: ['duplicates'], wide: true };
  return reply.page('records/pair', model, options);
}
