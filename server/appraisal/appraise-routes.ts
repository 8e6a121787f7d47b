/** One study appraised with one instrument: the form, what two said side by side, what they agreed on. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type AppraisalAnswer, appraisalReplies, judgements } from '../../schema/appraisal.ts';
import { codersOf } from '../coding/coders/double-coding.ts';
import { excerptsOf } from '../coding/excerpts/excerpts.ts';
import { Id, personOf, showAgain } from '../coding/http.ts';
import { publicationsByRoot } from '../coding/publications.ts';
import { requireReport } from '../coding/rows.ts';
import { AppError, notFound } from '../errors.ts';
import { emptyAsNull, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import {
  type AppraisalInput,
  agreeOnAppraisal,
  foundBy,
  saveAppraisal,
  standingOf,
} from './appraisals.ts';
import {
  type Appraised,
  agreedAnswer,
  appraisalJson,
  appraisePage,
  comparePage,
} from './appraise-page.ts';
import { type Instrument, questionsOf, requireInstrument } from './instruments.ts';

const room = '/reviews/:review/appraisal/:instrument/reports/:report';
const access = { access: 'reviewer' } as const;
const Params = z.object({ instrument: Id, report: Id });
/** The questions are the review's own, so their names are not known here. */
const Form = z.looseObject({
  overall: emptyAsNull(z.enum(judgements)).catch(null),
  reason: z.string().trim().max(4000, 'problem.too_long').default(''),
  state: z.enum(['begun', 'done']).catch('begun').default('begun'),
});
const Answer = z.object({
  comment: z.string().trim().max(4000, 'problem.too_long'),
  locator: z.string().trim().max(500, 'problem.too_long'),
});

export const appraiseRoutes: FastifyPluginAsyncZod = async (app) => {
  const one = { config: access, schema: { params: Params } };
  app.get(room, one, (request, reply) => showForm(request, reply, []));
  app.get(`${room}.json`, one, (request) => {
    const { instrument, publication, standing } = appraised(request);
    const row = foundBy(app.db, publication.reviewId, standing, personOf(request));
    return appraisalJson(row, instrument, instrument.label);
  });
  app.post(
    room,
    {
      config: access,
      schema: { params: Params, body: Form },
      errorHandler: showAgain(showForm),
    },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { instrument: instrumentId, report: reportId } = request.params;
      const input = inputOf(requireInstrument(app.db, id, instrumentId), request.body);
      checkLengths(input);
      const isDone = request.body.state === 'done';
      saveAppraisal(contextOf(request), id, { instrumentId, reportId }, { ...input, isDone });
      return reply.redirect(
        `/reviews/${slug}/appraisal/${instrumentId}/reports/${reportId}?notice=saved`,
        303,
      );
    },
  );

  app.get(`${room}/compare`, one, (request, reply) => showComparison(request, reply, []));
  app.post(
    `${room}/compare`,
    {
      config: access,
      schema: { params: Params, body: Form },
      errorHandler: showAgain(showComparison),
    },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { instrument: instrumentId, report: reportId } = request.params;
      const { instrument, standing } = requireParty(request);
      const sent = inputOf(instrument, request.body);
      checkLengths(sent);
      const answers = Object.entries(sent.answers).map(
        ([key, answer]) => [key, agreedAnswer(standing, key, answer)] as const,
      );
      const input = { ...sent, answers: Object.fromEntries(answers) };
      agreeOnAppraisal(contextOf(request), id, { instrumentId, reportId }, input);
      return reply.redirect(
        `/reviews/${slug}/appraisal?notice=saved#instrument-${instrumentId}`,
        303,
      );
    },
  );
};

/** @throws NOT_FOUND */
function appraised(request: FastifyRequest): Appraised {
  const { db } = request.server;
  const { id } = reviewOf(request);
  const { instrument: instrumentId, report } = Params.parse(request.params);
  const instrument = requireInstrument(db, id, instrumentId);
  const { rootId } = requireReport(db, report, id);
  const publication = publicationsByRoot(db, [rootId]).get(rootId);
  if (!publication) throw notFound();
  const standing = standingOf(db, id, instrumentId, rootId);
  return { instrument, publication, standing, isDouble: codersOf(db, id) === 2 };
}

/** The two themselves, or one who settles what people differ on. @throws NOT_FOUND, APPRAISAL_NOT_OPEN */
function requireParty(request: FastifyRequest): Appraised {
  const found = appraised(request);
  const isParty = found.standing.own.some((row) => row.personId === request.person?.id);
  if (!isParty && !request.rights?.mayAdjudicate) throw notFound();
  if (!found.standing.isOpen) throw new AppError('APPRAISAL_NOT_OPEN');
  return found;
}

function inputOf(instrument: Instrument, body: Record<string, unknown>): AppraisalInput {
  const texts = (name: string) => [body[name] ?? []].flat().map(String);
  const answers: Record<string, AppraisalAnswer> = {};
  for (const { key } of questionsOf(instrument.sections)) {
    const reply = appraisalReplies.find((each) => each === texts(`reply.${key}`)[0]);
    if (!reply) continue;
    const ids = texts(`excerpts.${key}`).map(Number);
    answers[key] = {
      reply,
      comment: (texts(`comment.${key}`)[0] ?? '').trim(),
      locator: (texts(`locator.${key}`)[0] ?? '').trim(),
      excerptIds: [...new Set(ids.filter((id) => Number.isInteger(id) && id > 0))],
    };
  }
  const overall = judgements.find((each) => each === body.overall) ?? null;
  return { answers, overall, reason: texts('reason')[0] ?? '' };
}

function checkLengths({ answers }: AppraisalInput): void {
  for (const answer of Object.values(answers)) Answer.parse(answer);
}

function showForm(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const found = appraised(request);
  const personId = personOf(request);
  const { rootId } = found.publication;
  const typed = request.body as Record<string, unknown> | null | undefined;
  const shown = typed
    ? inputOf(found.instrument, typed)
    : (foundBy(db, review.id, found.standing, personId) ?? {
        answers: {},
        overall: null,
        reason: '',
      });
  const excerpts = excerptsOf(db, [rootId], personId).get(rootId) ?? [];
  const model = appraisePage(
    request.locale,
    review,
    { ...found, excerpts, shown, personId },
    { problems, rights: request.rights },
  );
  return reply.page('appraisal/appraise', model, { section: 'appraisal' });
}

function showComparison(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const found = requireParty(request);
  const typed = request.body ? inputOf(found.instrument, request.body as never) : null;
  const refused = { problems, rights: request.rights, typed };
  const model = comparePage(request.locale, reviewOf(request), found, refused);
  return reply.page('appraisal/compare', model, { section: 'appraisal', wide: true });
}
