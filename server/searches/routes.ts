/** The log of searches and the concept blocks that produce their query. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sourceKinds } from '../../schema/searches.ts';
import { Day } from '../platform/days.ts';
import {
  emptyAsNull,
  formProblems,
  OptionalText,
  type Problem,
  RequiredText,
} from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { contextOf } from '../platform/sessions.ts';
import { readWords, wordsFields } from '../platform/words-form.ts';
import { BlocksForm, blocksFrom } from './block-form.ts';
import { conceptBlocks, saveConceptBlocks } from './blocks.ts';
import { blocksFormPage, type RunForm, runFormPage, searchesPage } from './page.ts';
import { buildQuery } from './query.ts';
import * as runs from './runs.ts';

const path = '/reviews/:review/searches';
const Params = z.object({ review: z.string() });
const RunParams = Params.extend({ run: z.coerce.number().int().positive() });
const section = { section: 'searches' } as const;

const RunFields = z.object({
  kind: z.enum(sourceKinds),
  source: RequiredText(300),
  platform: OptionalText(300),
  ...wordsFields('grouping', 200),
  searchedOn: emptyAsNull(Day),
  query: OptionalText(20_000),
  limits: OptionalText(2000),
  hitsDeclared: emptyAsNull(
    z.coerce.number('problem.count').int('problem.count').min(0, 'problem.count'),
  ),
  ...wordsFields('notes', 5000),
});

export const searchesRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(path, { config: { access: 'published' }, schema: { params: Params } }, showSearches);

  app.get(
    `${path}.json`,
    { config: { access: 'published' }, schema: { params: Params } },
    (request) => {
      const { id } = reviewOf(request);
      const blocks = conceptBlocks(app.db, id);
      return { runs: runs.searchRuns(app.db, id), blocks, query: buildQuery(blocks) };
    },
  );

  app.get(
    `${path}/new`,
    { config: { access: 'reviewer' }, schema: { params: Params } },
    (request, reply) => showRun(request, reply, null, newRun(request)),
  );

  app.post(
    path,
    {
      config: { access: 'reviewer' },
      schema: { params: Params, body: RunFields },
      errorHandler: showRunAgain,
    },
    (request, reply) => {
      const { id } = reviewOf(request);
      runs.addSearchRun(contextOf(request), id, runFrom(request.body));
      return back(request, reply, 'search_added');
    },
  );

  app.get(
    `${path}/:run/edit`,
    { config: { access: 'reviewer' }, schema: { params: RunParams } },
    (request, reply) => {
      const { run } = request.params;
      const row = runs.openRun(app.db, reviewOf(request).id, run);
      const hits = row.hitsDeclared === null ? '' : String(row.hitsDeclared);
      const form = { ...row, searchedOn: row.searchedOn ?? '', hitsDeclared: hits };
      return showRun(request, reply, run, form);
    },
  );

  app.post(
    `${path}/:run`,
    {
      config: { access: 'reviewer' },
      schema: { params: RunParams, body: RunFields },
      errorHandler: showRunAgain,
    },
    (request, reply) => {
      const { id } = reviewOf(request);
      runs.changeSearchRun(contextOf(request), id, request.params.run, runFrom(request.body));
      return back(request, reply, 'saved');
    },
  );

  app.post(
    `${path}/:run/archive`,
    { config: { access: 'reviewer' }, schema: { params: RunParams } },
    (request, reply) => {
      runs.archiveSearchRun(contextOf(request), reviewOf(request).id, request.params.run);
      return back(request, reply, 'search_archived');
    },
  );

  app.get(
    `${path}/blocks`,
    { config: { access: 'reviewer' }, schema: { params: Params } },
    (request, reply) => showBlocks(request, reply),
  );

  app.post(
    `${path}/blocks`,
    {
      config: { access: 'reviewer' },
      schema: { params: Params, body: BlocksForm },
      errorHandler: (error, request, reply) => {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        const form = BlocksForm.parse(request.body);
        return showBlocks(request, reply.code(422), form, problems);
      },
    },
    (request, reply) => {
      if (request.body.do !== 'save') return showBlocks(request, reply, request.body);
      const blocks = blocksFrom(request.body);
      saveConceptBlocks(contextOf(request), reviewOf(request).id, blocks);
      return back(request, reply, 'saved');
    },
  );
};

function back(request: FastifyRequest, reply: FastifyReply, notice: string) {
  return reply.redirect(`/reviews/${reviewOf(request).slug}/searches?notice=${notice}`, 303);
}

function runFrom(form: z.infer<typeof RunFields>): runs.SearchRunInput {
  const { kind, source, platform, query, limits } = form;
  const known = { searchedOn: form.searchedOn ?? null, hitsDeclared: form.hitsDeclared ?? null };
  const words = { grouping: readWords(form, 'grouping'), notes: readWords(form, 'notes') };
  return { kind, source, platform, query, limits, ...known, ...words };
}

function showSearches(request: FastifyRequest, reply: FastifyReply) {
  const { db } = request.server;
  const { id, slug } = reviewOf(request);
  const { mayReview = false, mayRead = false } = request.rights ?? {};
  const about = { slug, mayReview, mayRead };
  const model = searchesPage(request.locale, about, runs.searchRuns(db, id), conceptBlocks(db, id));
  return reply.page('searches/list', model, section);
}

/** A new search begins with the query that the blocks produce. */
function newRun(request: FastifyRequest): RunForm {
  const query = buildQuery(conceptBlocks(request.server.db, reviewOf(request).id));
  const searchedOn = request.at.slice(0, 10);
  const unknown = { source: '', platform: '', limits: '', hitsDeclared: '' };
  return { kind: 'database', searchedOn, query, ...unknown, grouping: {}, notes: {} };
}

function showRunAgain(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  const { run } = request.params as { run?: string };
  const typed = (request.body ?? {}) as Record<string, string>;
  const blank = { ...newRun(request), query: '', searchedOn: '' };
  const words = { grouping: readWords(typed, 'grouping'), notes: readWords(typed, 'notes') };
  const form = { ...blank, ...typed, ...words };
  return showRun(request, reply.code(422), run ? Number(run) : null, form, problems);
}

function showRun(
  request: FastifyRequest,
  reply: FastifyReply,
  id: number | null,
  form: RunForm,
  problems: Problem[] = [],
) {
  const model = runFormPage(request.locale, reviewOf(request), { id, form }, problems);
  return reply.page('searches/run-form', model, section);
}

function showBlocks(
  request: FastifyRequest,
  reply: FastifyReply,
  form: BlocksForm | null = null,
  problems: Problem[] = [],
) {
  const review = reviewOf(request);
  const saved = conceptBlocks(request.server.db, review.id);
  const blocks = form ? blocksFrom(form) : saved;
  const blanks = form?.do === 'add_block' ? 2 : Math.max(1, 3 - blocks.length);
  const model = blocksFormPage(request.locale, review, blocks, blanks, problems);
  return reply.page('searches/blocks', model, section);
}
