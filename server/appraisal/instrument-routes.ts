/** The instruments of a review: taken, copied, changed question by question, taken out of use. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { judgements } from '../../schema/appraisal.ts';
import { studyDesigns } from '../../schema/extraction.ts';
import { Id, showAgain } from '../coding/http.ts';
import { notFound } from '../errors.ts';
import { OneOrMany, OptionalText, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import {
  instrumentJson,
  instrumentPage,
  instrumentsPage,
  questionPage,
} from './instrument-page.ts';
import { instrumentTemplates } from './instruments/templates.ts';
import * as instruments from './instruments.ts';

const room = '/reviews/:review/appraisal/instruments';
const access = { access: 'reviewer' } as const;
const Params = z.object({ instrument: Id });
const QuestionParams = Params.extend({ question: z.string().max(100) });
const SectionParams = Params.extend({ section: z.string().max(100) });
const MoveForm = z.object({ direction: z.enum(instruments.directions, 'problem.required') });
const TakeForm = z.object({ template: z.string('problem.required').max(100) });
const AboutForm = z.object({
  ...wordsFields('label', 200),
  ...wordsFields('source', 1000),
  designs: OneOrMany(z.enum(studyDesigns)),
});
const judgement = z.enum(judgements, 'problem.required');
const QuestionForm = z.object({
  ...wordsFields('text', 1000),
  ...wordsFields('guidance', 4000),
  yes: judgement,
  no: judgement,
  unclear: judgement,
  section: OptionalText(100),
  ...wordsFields('newSection', 200),
});

export const instrumentRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(room, { config: access }, (request, reply) => {
    const review = reviewOf(request);
    const read = {
      instruments: instruments.instrumentsOf(app.db, review.id),
      templates: instrumentTemplates,
    };
    const model = instrumentsPage(request.locale, review, read, request.rights);
    return reply.page('appraisal/instruments', model, { section: 'appraisal' });
  });
  app.get(`${room}.json`, { config: access }, (request) => ({
    instruments: instruments.instrumentsOf(app.db, reviewOf(request).id).map(instrumentJson),
  }));
  app.post(room, { config: access, schema: { body: TakeForm } }, (request, reply) => {
    const { id } = reviewOf(request);
    const made = instruments.takeInstrument(contextOf(request), id, request.body.template);
    return saved(request, reply, made);
  });

  const one = { config: access, schema: { params: Params } };
  const errorHandler = showAgain(showInstrument);
  app.get(`${room}/:instrument`, one, (request, reply) => showInstrument(request, reply, []));
  app.get(`${room}/:instrument.json`, one, (request) => instrumentJson(instrumentOf(request)));
  app.post(
    `${room}/:instrument`,
    { config: access, schema: { params: Params, body: AboutForm }, errorHandler },
    (request, reply) => {
      const { instrument } = request.params;
      const { body } = request;
      instruments.describeInstrument(contextOf(request), reviewOf(request).id, instrument, {
        label: readWords(body, 'label'),
        source: readWords(body, 'source'),
        designs: body.designs,
      });
      return saved(request, reply, instrument);
    },
  );
  app.post(`${room}/:instrument/copy`, one, (request, reply) => {
    const { id } = reviewOf(request);
    const made = instruments.copyInstrument(contextOf(request), id, request.params.instrument);
    return saved(request, reply, made);
  });
  app.post(`${room}/:instrument/archive`, one, (request, reply) => {
    const { id, slug } = reviewOf(request);
    instruments.archiveInstrument(contextOf(request), id, request.params.instrument);
    return reply.redirect(`/reviews/${slug}/appraisal/instruments?notice=archived`, 303);
  });

  const again = showAgain(showQuestion);
  app.get(`${room}/:instrument/questions/new`, one, (request, reply) =>
    showQuestion(request, reply, []),
  );
  app.post(
    `${room}/:instrument/questions`,
    { config: access, schema: { params: Params, body: QuestionForm }, errorHandler: again },
    (request, reply) => {
      const { instrument } = request.params;
      const input = questionInput(request.body);
      instruments.saveQuestion(contextOf(request), reviewOf(request).id, instrument, input);
      return saved(request, reply, instrument);
    },
  );
  const question = { config: access, schema: { params: QuestionParams } };
  app.get(`${room}/:instrument/questions/:question`, question, (request, reply) =>
    showQuestion(request, reply, []),
  );
  app.post(
    `${room}/:instrument/questions/:question`,
    { config: access, schema: { params: QuestionParams, body: QuestionForm }, errorHandler: again },
    (request, reply) => {
      const { instrument, question: key } = request.params;
      const input = questionInput(request.body);
      instruments.saveQuestion(contextOf(request), reviewOf(request).id, instrument, input, key);
      return saved(request, reply, instrument);
    },
  );
  app.post(`${room}/:instrument/questions/:question/remove`, question, (request, reply) => {
    const { instrument, question: key } = request.params;
    instruments.removeQuestion(contextOf(request), reviewOf(request).id, instrument, key);
    return saved(request, reply, instrument);
  });
  app.post(
    `${room}/:instrument/questions/:question/move`,
    { config: access, schema: { params: QuestionParams, body: MoveForm } },
    (request, reply) => {
      const { instrument, question: key } = request.params;
      const { id } = reviewOf(request);
      const step = { key, direction: request.body.direction };
      instruments.moveQuestion(contextOf(request), id, instrument, step);
      return saved(request, reply, instrument, `question-${key}`);
    },
  );
  app.post(
    `${room}/:instrument/sections/:section/move`,
    { config: access, schema: { params: SectionParams, body: MoveForm } },
    (request, reply) => {
      const { instrument, section: key } = request.params;
      const { id } = reviewOf(request);
      const step = { key, direction: request.body.direction };
      instruments.moveSection(contextOf(request), id, instrument, step);
      return saved(request, reply, instrument, `section-${key}`);
    },
  );
};

/** @param place what was moved: nobody has to look for it again. */
function saved(request: FastifyRequest, reply: FastifyReply, instrument: number, place = '') {
  const page = `/reviews/${reviewOf(request).slug}/appraisal/instruments/${instrument}`;
  return reply.redirect(
    place === '' ? `${page}?notice=saved` : `${page}?notice=moved#${encodeURIComponent(place)}`,
    303,
  );
}

function questionInput(body: z.infer<typeof QuestionForm>): instruments.QuestionInput {
  const { yes, no, unclear, section } = body;
  return {
    text: readWords(body, 'text'),
    guidance: readWords(body, 'guidance'),
    judgements: { yes, no, unclear },
    section,
    newSection: readWords(body, 'newSection'),
  };
}

const instrumentOf = (request: FastifyRequest) =>
  instruments.requireInstrument(
    request.server.db,
    reviewOf(request).id,
    Params.parse(request.params).instrument,
  );

function showInstrument(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const refused = { problems, typed: request.body ?? null, rights: request.rights };
  const found = instrumentOf(request);
  const model = instrumentPage(request.locale, reviewOf(request), found, refused);
  return reply.page('appraisal/instrument', model, { section: 'appraisal' });
}

function showQuestion(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const instrument = instrumentOf(request);
  const key = QuestionParams.safeParse(request.params).data?.question ?? null;
  const all = instruments.questionsOf(instrument.sections);
  const question = all.find((each) => each.key === key) ?? null;
  if (key !== null && !question) throw notFound();
  const refused = { problems, typed: request.body ?? null, rights: request.rights };
  const model = questionPage(request.locale, reviewOf(request), { instrument, question }, refused);
  return reply.page('appraisal/question', model, { section: 'appraisal' });
}
