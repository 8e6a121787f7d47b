/** What a person sets at the desk: labels, marks, their keys and terms. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { criterionKinds } from '../../../schema/reviews.ts';
import { stages } from '../../../schema/screening.ts';
import { labelColors } from '../../../schema/screening-rules.ts';
import { formProblems, OptionalText, type Problem, Ticked } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { Id } from '../votes/vote-form.ts';
import { documentText } from './document-text.ts';
import { documentTextPage } from './document-text-page.ts';
import { addLabel, labelsOf, retireLabel, setLabel } from './labels.ts';
import { keyActs, saveKeys, saveMarks, settingsOf } from './settings.ts';
import { settingsPage } from './settings-page.ts';
import { addTerms, removeTerm, termsFor } from './terms.ts';

const StageParams = z.object({ review: z.string(), stage: z.enum(stages) });
const TextParams = z.object({ review: z.string(), report: Id });
const LabelForm = z.object({
  reportId: Id,
  label: z.string().regex(/^\d+:(on|off)$/),
});
const MarksForm = z.object({
  marks: z.enum(['on', 'off']),
  reportId: Id.nullable().catch(null),
});
const Key = z.string().trim().toLowerCase().max(4).default('');
const KeysForm = z.object(Object.fromEntries(keyActs.map((act) => [act, Key])) as Keys);
const TermsForm = z.object({
  kind: z.enum(criterionKinds, 'problem.required'),
  text: OptionalText(4000),
  shared: Ticked,
});
const NewLabelForm = z.object({
  name: OptionalText(60),
  color: z.enum(labelColors).catch('neutral'),
});
type Keys = Record<(typeof keyActs)[number], typeof Key>;

const desk = '/reviews/:review/screening/:stage';
const text = '/reviews/:review/screening/full_text/text';
const settings = '/reviews/:review/screening/settings';

export const deskFormRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'reviewer' } as const;
  const owning = { access: 'owner' } as const;
  const errorHandler = showAgain;

  app.post(
    `${desk}/labels`,
    { config, schema: { params: StageParams, body: LabelForm } },
    (request, reply) => {
      const { reportId, label } = request.body;
      const [id = '0', way] = label.split(':');
      const input = { reviewId: reviewOf(request).id, reportId, labelId: Number(id) };
      setLabel(contextOf(request), { ...input, isOn: way === 'on' });
      return reply.redirect(`${deskPath(request)}?report=${reportId}`, 303);
    },
  );

  app.post(
    `${desk}/marks`,
    { config, schema: { params: StageParams, body: MarksForm } },
    (request, reply) => {
      const { marks, reportId } = request.body;
      saveMarks(contextOf(request), marks === 'on');
      return reply.redirect(`${deskPath(request)}${reportId ? `?report=${reportId}` : ''}`, 303);
    },
  );

  const reading = { config, schema: { params: TextParams } };
  app.get(`${text}/:report`, reading, (request, reply) => {
    const { slug, id } = reviewOf(request);
    const found = documentText(app.db, id, request.params.report);
    const model = documentTextPage({ locale: request.locale, slug }, found);
    return reply.page('screening/document-text', model, { section: 'screening' });
  });

  app.get(`${text}/:report.json`, reading, (request) =>
    documentText(app.db, reviewOf(request).id, request.params.report),
  );

  app.get(settings, { config }, (request, reply) => showSettings(request, reply, []));

  app.post(
    `${settings}/keys`,
    { config, schema: { body: KeysForm }, errorHandler },
    (request, reply) => {
      saveKeys(contextOf(request), request.body);
      return saved(request, reply);
    },
  );

  app.post(
    `${settings}/terms`,
    { config, schema: { body: TermsForm }, errorHandler },
    (request, reply) => {
      const { kind, text, shared } = request.body;
      const isShared = shared && (request.rights?.mayOwn ?? false);
      addTerms(contextOf(request), { reviewId: reviewOf(request).id, kind, text, isShared });
      return saved(request, reply);
    },
  );

  app.post(
    `${settings}/terms/:term/remove`,
    { config, schema: { params: z.object({ review: z.string(), term: Id }) } },
    (request, reply) => {
      const mayOwn = request.rights?.mayOwn ?? false;
      const about = { reviewId: reviewOf(request).id, termId: request.params.term, mayOwn };
      removeTerm(contextOf(request), about);
      return saved(request, reply);
    },
  );

  app.post(
    `${settings}/labels`,
    { config: owning, schema: { body: NewLabelForm }, errorHandler },
    (request, reply) => {
      addLabel(contextOf(request), { reviewId: reviewOf(request).id, ...request.body });
      return saved(request, reply);
    },
  );

  app.post(
    `${settings}/labels/:label/remove`,
    { config: owning, schema: { params: z.object({ review: z.string(), label: Id }) } },
    (request, reply) => {
      const { label } = request.params;
      retireLabel(contextOf(request), { reviewId: reviewOf(request).id, labelId: label });
      return saved(request, reply);
    },
  );
};

function showAgain(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  return showSettings(request, reply.code(422), problems);
}

function showSettings(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const { personId } = contextOf(request).actor;
  const typed = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(request.body ?? {});
  const model = settingsPage(
    { locale: request.locale, review, mayOwn: request.rights?.mayOwn ?? false },
    {
      settings: settingsOf(db, personId),
      terms: termsFor(db, review.id, personId),
      labels: labelsOf(db, review.id),
      typed,
      problems,
    },
  );
  return reply.page('screening/settings', model, { section: 'screening' });
}

const saved = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(`/reviews/${reviewOf(request).slug}/screening/settings?notice=saved`, 303);

const deskPath = (request: FastifyRequest) => {
  const { review, stage } = StageParams.parse(request.params);
  return `/reviews/${review}/screening/${stage}`;
};
