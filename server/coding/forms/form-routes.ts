/** Extraction forms: designed question by question, answered for each publication, read as a table. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales, type Words } from '../../../schema/columns.ts';
import { formFieldKinds, studyDesigns } from '../../../schema/extraction.ts';
import {
  emptyAsNull,
  OneOrMany,
  OptionalText,
  type Problem,
  Ticked,
} from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { readWords, wordsFields } from '../../platform/words-form.ts';
import { codebooksOf } from '../codebooks/codebooks.ts';
import { Id, personOf, showAgain } from '../http.ts';
import { answerPage, answerRead } from './answer-page.ts';
import { answersAsCsv, answersAsJson, answersPage, answerTable } from './answer-table.ts';
import { type AnswerInput, saveAnswers, setDesign } from './answers.ts';
import { formPage, formsPage } from './form-page.ts';
import * as forms from './forms.ts';

const room = '/reviews/:review/coding/forms';
const access = { access: 'reviewer' } as const;
const Params = z.object({ form: Id });
const FieldParams = Params.extend({ field: z.string().max(100) });
const AnswerParams = Params.extend({ report: Id });
const NewForm = z.object(wordsFields('label', 200));
const FieldForm = z.object({
  kind: z.enum(formFieldKinds, 'problem.required'),
  ...wordsFields('label', 500),
  ...wordsFields('help', 2000),
  ...wordsFields('options', 5000),
  isRequired: Ticked,
  designs: OneOrMany(z.enum(studyDesigns)),
  codebookKey: OptionalText(100),
});
const MoveForm = z.object({ position: z.coerce.number('problem.invalid').int().min(1).max(1000) });
/** The questions are the review's own, so their names are not known here. */
const AnswersForm = z.looseObject({ design: emptyAsNull(z.enum(studyDesigns)).catch(null) });

export const formRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(room, { config: access }, (request, reply) => showForms(request, reply, []));
  app.get(`${room}.json`, { config: access }, (request) => ({
    forms: forms
      .formsOf(app.db, reviewOf(request).id)
      .map(({ id, key, label, number, fields }) => ({
        id,
        key,
        label,
        version: number,
        fields,
      })),
  }));
  app.post(
    room,
    { config: access, schema: { body: NewForm }, errorHandler: showAgain(showForms) },
    (request, reply) => {
      const label = readWords(request.body, 'label');
      const made = forms.addForm(contextOf(request), reviewOf(request).id, label);
      return reply.redirect(`${pathOf(request)}/${made}?notice=saved`, 303);
    },
  );

  const one = { params: Params };
  app.get(`${room}/:form`, { config: access, schema: one }, (request, reply) =>
    showForm(request, reply, []),
  );
  app.post(`${room}/:form/archive`, { config: access, schema: one }, (request, reply) => {
    forms.archiveForm(contextOf(request), reviewOf(request).id, request.params.form);
    return reply.redirect(`${pathOf(request)}?notice=archived`, 303);
  });
  const errorHandler = showAgain(showForm);
  app.post(
    `${room}/:form/fields`,
    { config: access, schema: { params: Params, body: FieldForm }, errorHandler },
    (request, reply) => {
      const input = fieldOf(request.body);
      forms.saveField(contextOf(request), reviewOf(request).id, request.params.form, input);
      return saved(request, reply, request.params.form);
    },
  );
  app.post(
    `${room}/:form/fields/:field`,
    { config: access, schema: { params: FieldParams, body: FieldForm }, errorHandler },
    (request, reply) => {
      const { form, field } = request.params;
      forms.saveField(contextOf(request), reviewOf(request).id, form, fieldOf(request.body), field);
      return saved(request, reply, form);
    },
  );
  app.post(
    `${room}/:form/fields/:field/move`,
    { config: access, schema: { params: FieldParams, body: MoveForm }, errorHandler },
    (request, reply) => {
      const { form, field: key } = request.params;
      const { position } = request.body;
      forms.moveField(contextOf(request), reviewOf(request).id, form, { key, position });
      return saved(request, reply, form);
    },
  );
  app.post(
    `${room}/:form/fields/:field/remove`,
    { config: access, schema: { params: FieldParams } },
    (request, reply) => {
      const { form, field } = request.params;
      forms.removeField(contextOf(request), reviewOf(request).id, form, field);
      return saved(request, reply, form);
    },
  );

  app.get(`${room}/:form/answers`, { config: access, schema: one }, (request, reply) => {
    const review = reviewOf(request);
    const table = answerTable(app.db, review.id, request.params.form);
    return reply.page('coding/answers', answersPage(request.locale, review, table), {
      section: 'coding',
      wide: true,
    });
  });
  app.get(`${room}/:form/answers.json`, { config: access, schema: one }, (request) =>
    answersAsJson(answerTable(app.db, reviewOf(request).id, request.params.form)),
  );
  app.get(`${room}/:form/answers.csv`, { config: access, schema: one }, (request, reply) => {
    const table = answerTable(app.db, reviewOf(request).id, request.params.form);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${table.form.key}.csv"`)
      .send(answersAsCsv(table));
  });

  app.get(
    `${room}/:form/reports/:report`,
    { config: access, schema: { params: AnswerParams } },
    (request, reply) => showAnswers(request, reply, []),
  );
  app.post(
    `${room}/:form/reports/:report`,
    {
      config: access,
      schema: { params: AnswerParams, body: AnswersForm },
      errorHandler: showAgain(showAnswers),
    },
    (request, reply) => {
      const { id } = reviewOf(request);
      const { form, report } = request.params;
      const context = contextOf(request);
      const sent = inputsOf(forms.requireForm(app.db, id, form), request.body);
      saveAnswers(context, id, { formId: form, reportId: report }, sent);
      if (request.body.design) setDesign(context, report, request.body.design);
      return reply.redirect(`${pathOf(request)}/${form}/reports/${report}?notice=saved`, 303);
    },
  );
};

const pathOf = (request: FastifyRequest) => `/reviews/${reviewOf(request).slug}/coding/forms`;
const saved = (request: FastifyRequest, reply: FastifyReply, form: number) =>
  reply.redirect(`${pathOf(request)}/${form}?notice=saved`, 303);

function fieldOf(body: z.infer<typeof FieldForm>): forms.FieldInput {
  const { kind, isRequired, designs, codebookKey } = body;
  return {
    kind,
    isRequired,
    designs,
    codebookKey,
    label: readWords(body, 'label'),
    help: readWords(body, 'help'),
    options: optionsOf(readWords(body, 'options')),
  };
}

/** A line for each option; the lines of the languages stand for each other. */
function optionsOf(written: Words): Words[] {
  const lines = locales.map((locale) => [locale, (written[locale] ?? '').split(/\r?\n/)] as const);
  const count = Math.max(...lines.map(([, own]) => own.length));
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(lines.map(([locale, own]) => [locale, own[index] ?? ''])),
  );
}

function inputsOf(form: forms.FormRow, body: Record<string, unknown>): Map<string, AnswerInput> {
  const texts = (name: string) => [body[name] ?? []].flat().map(String);
  const inputs = new Map<string, AnswerInput>();
  for (const { key } of form.fields) {
    // A question that was not on the page is not answered by its absence.
    if (body[`asked.${key}`] === undefined) continue;
    const excerptIds = texts(`excerpts.${key}`)
      .filter((id) => id !== '')
      .map(Number);
    const locator = texts(`locator.${key}`)[0] ?? '';
    inputs.set(key, { value: texts(`value.${key}`), locator, excerptIds });
  }
  return inputs;
}

function showForms(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const found = forms.formsOf(request.server.db, review.id);
  const model = formsPage(request.locale, review, found, { problems, typed: request.body });
  return reply.page('coding/forms', model, { section: 'coding' });
}

function showForm(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const { form: id } = Params.parse(request.params);
  const form = forms.requireForm(db, review.id, id);
  const refused = {
    problems,
    typed: request.body,
    field: FieldParams.safeParse(request.params).data?.field ?? null,
  };
  const model = formPage(
    request.locale,
    review,
    { form, books: codebooksOf(db, review.id) },
    refused,
  );
  return reply.page('coding/form', model, { section: 'coding' });
}

function showAnswers(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { db } = request.server;
  const review = reviewOf(request);
  const { form, report } = AnswerParams.parse(request.params);
  const read = answerRead(db, review.id, {
    formId: form,
    reportId: report,
    personId: personOf(request),
  });
  const typed = (request.body ?? null) as Record<string, unknown> | null;
  const model = answerPage(request.locale, review, read, { problems, typed });
  return reply.page('coding/answer', model, { section: 'coding' });
}
