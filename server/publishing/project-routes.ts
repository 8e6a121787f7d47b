/** Research projects behind publications, written in, changed and archived by those who review. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, showAgain } from '../coding/http.ts';
import { emptyAsNull, OptionalText, type Problem } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import { projectFormPage } from './page.ts';
import {
  addProject,
  archiveProject,
  changeProject,
  findProject,
  type ProjectInput,
} from './projects.ts';

const room = '/reviews/:review/projects';
const access = { access: 'reviewer' } as const;
const Params = z.object({ review: z.string(), project: Id });
const ProjectForm = z.object({
  ...wordsFields('title', 500),
  ...wordsFields('summary', 10_000),
  organisation: OptionalText(500),
  funder: OptionalText(500),
  scheme: OptionalText(500),
  projectNumber: OptionalText(200),
  amount: emptyAsNull(z.coerce.number('problem.invalid').min(0, 'problem.invalid')),
  currency: OptionalText(3).transform((text) => text.toUpperCase()),
  period: OptionalText(200),
  countries: OptionalText(500).transform((text) => text.toUpperCase().match(/\b[A-Z]{2}\b/g) ?? []),
  source: OptionalText(1000),
  workPackages: OptionalText(20_000),
});

export const projectRoutes: FastifyPluginAsyncZod = async (app) => {
  const errorHandler = showAgain(showForm);

  app.get(`${room}/new`, { config: access }, (request, reply) => showForm(request, reply, []));

  app.post(
    room,
    { config: access, schema: { body: ProjectForm }, errorHandler },
    (request, reply) => {
      const { id } = reviewOf(request);
      addProject(contextOf(request), id, inputFrom(request, request.body, []));
      return back(request, reply, 'saved');
    },
  );

  app.get(
    `${room}/:project/edit`,
    { config: access, schema: { params: Params } },
    (request, reply) => showForm(request, reply, []),
  );

  app.post(
    `${room}/:project`,
    { config: access, schema: { params: Params, body: ProjectForm }, errorHandler },
    (request, reply) => {
      const { id } = reviewOf(request);
      const { project: projectId } = request.params;
      const { workPackages } = findProject(app.db, id, projectId);
      const input = inputFrom(request, request.body, workPackages);
      changeProject(contextOf(request), id, projectId, input);
      return back(request, reply, 'saved');
    },
  );

  app.post(
    `${room}/:project/archive`,
    { config: access, schema: { params: Params } },
    (request, reply) => {
      archiveProject(contextOf(request), reviewOf(request).id, request.params.project);
      return back(request, reply, 'project_archived');
    },
  );
};

type Packages = NonNullable<ProjectInput['workPackages']>;

/** @param known what other languages say of the work packages, which the form does not show. */
function inputFrom(
  { locale }: FastifyRequest,
  body: z.infer<typeof ProjectForm>,
  known: Packages,
): ProjectInput {
  const { workPackages, ...form } = body;
  const { organisation, funder, scheme, projectNumber, amount, currency, period } = form;
  const lines = workPackages.split(/\r?\n/).filter((line) => line.trim() !== '');
  return {
    title: readWords(body, 'title'),
    summary: readWords(body, 'summary'),
    ...{ organisation, funder, scheme, projectNumber, amount, currency, period },
    countries: form.countries,
    source: form.source,
    workPackages: lines.map((line) => {
      const [code = '', ...rest] = line.split(';');
      const before = known.find((each) => each.code === code.trim())?.summary ?? {};
      return { code: code.trim(), summary: { ...before, [locale]: rest.join(';').trim() } };
    }),
  };
}

const back = (request: FastifyRequest, reply: FastifyReply, notice: string) =>
  reply.redirect(`/reviews/${reviewOf(request).slug}/projects?notice=${notice}`, 303);

function showForm(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const asked = z.object({ project: Id }).safeParse(request.params);
  const project = asked.success
    ? findProject(request.server.db, review.id, asked.data.project)
    : null;
  const typed = problems.length > 0 ? request.body : null;
  const model = projectFormPage(request.locale, review, { project, typed, problems });
  return reply.page('publishing/project', model, { section: 'overview' });
}
