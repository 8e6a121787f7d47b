/** Where tables are put together, kept, changed, copied, shown to planners and archived. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales, type Words } from '../../../schema/columns.ts';
import type { TableDefinition } from '../../../schema/synthesis.ts';
import { showAgain } from '../../coding/http.ts';
import { AppError } from '../../errors.ts';
import type { Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { translate } from '../../platform/i18n.ts';
import { contextOf } from '../../platform/sessions.ts';
import { readWords, typedWords, wordsFields } from '../../platform/words-form.ts';
import { tableRequest } from '../tables/routes.ts';
import { drawnTable } from './built.ts';
import { previewCells, savedAddress, tablesAddress } from './cell-addresses.ts';
import { DefinitionFields, DefinitionQuery, definitionFrom } from './definition.ts';
import { gapMap } from './gap-map.ts';
import { builderPage, previewRows } from './page.ts';
import { type Reader, readerFor } from './reader.ts';
import {
  addTable,
  archiveTable,
  changeTable,
  copyTable,
  requireComplete,
  requireTable,
  showTable,
} from './saved.ts';

const access = { access: 'reviewer' } as const;
const Params = z.object({ review: z.string().max(100), key: z.string().max(200) });
const TableForm = z.object({
  ...DefinitionFields,
  ...wordsFields('title', 300),
  ...wordsFields('note', 2000),
});
const ShowForm = z.object({ isPublic: z.enum(['yes', 'no']) });

/** What a new table begins as: how many publications there are from each country. */
const beginning: TableDefinition = {
  shape: 'crossing',
  unit: 'publications',
  rows: 'country',
  columns: ['year'],
  segment: '',
  cells: 'count',
  order: 'own',
  showsEmpty: false,
  showsNone: true,
};

export const builderRoutes: FastifyPluginAsyncZod = async (app) => {
  const tables = '/reviews/:review/tables';
  const saved = `${tables}/saved/:key`;
  const form = { config: access, schema: { body: TableForm }, errorHandler: showAgain(showForm) };

  app.get(`${tables}/new`, { config: access }, (request, reply) => showForm(request, reply, []));

  app.post(`${tables}/new`, form, (request, reply) => {
    const made = addTable(contextOf(request), reviewOf(request).id, inputOf(request.body));
    return reply.redirect(`${savedAddress(reviewOf(request).slug, made.key)}?notice=saved`, 303);
  });

  app.get(`${saved}/edit`, { config: access, schema: { params: Params } }, (request, reply) =>
    showForm(request, reply, []),
  );

  app.post(
    `${saved}/edit`,
    { ...form, schema: { params: Params, body: TableForm } },
    (request, reply) => {
      const { key } = request.params;
      changeTable(contextOf(request), reviewOf(request).id, key, inputOf(request.body));
      return reply.redirect(`${savedAddress(reviewOf(request).slug, key)}?notice=saved`, 303);
    },
  );

  app.post(`${saved}/copy`, { config: access, schema: { params: Params } }, (request, reply) => {
    const { id, slug } = reviewOf(request);
    const made = copyTable(contextOf(request), id, request.params.key, copyTitle);
    return reply.redirect(`${savedAddress(slug, made.key)}/edit?notice=saved`, 303);
  });

  app.post(
    `${saved}/show`,
    { config: access, schema: { params: Params, body: ShowForm } },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { key } = request.params;
      showTable(contextOf(request), id, key, request.body.isPublic === 'yes');
      return reply.redirect(`${savedAddress(slug, key)}?notice=saved`, 303);
    },
  );

  app.post(`${saved}/archive`, { config: access, schema: { params: Params } }, (request, reply) => {
    const { id, slug } = reviewOf(request);
    archiveTable(contextOf(request), id, request.params.key);
    return reply.redirect(`${tablesAddress(slug)}?notice=archived`, 303);
  });
};

function inputOf(body: z.infer<typeof TableForm>) {
  return {
    title: readWords(body, 'title'),
    note: readWords(body, 'note'),
    definition: definitionFrom(body),
  };
}

const copyTitle = (title: Words): Words =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const text = title[locale];
      return text ? [[locale, translate(locale, 'built.copy_of', { title: text })]] : [];
    }),
  );

/** The form with what was sent, else with the kept table, else as a new table begins; and what it would show. */
function showForm(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const asked = { ...tableRequest(request), locale: request.locale };
  const { key } = request.params as { key?: string };
  const saved = key ? requireTable(asked.db, asked.review.id, key) : null;
  const typed: unknown = request.body ?? (isSent(request.query) ? request.query : null);
  const sent = DefinitionQuery.safeParse(typed);
  const definition = sent.success ? definitionFrom(sent.data) : (saved?.definition ?? beginning);
  const { title, note } = saved ?? { title: typedWords(typed, 'title'), note: {} };
  const state = { definition, title, note, saved };
  const reader = readerFor({ ...asked, window: { offset: 0, limit: previewRows } });
  const preview = previewOf(reader, definition);
  const isTyped = typed !== null && hasWords(typed);
  const model = builderPage(reader, state, preview, { problems, typed: isTyped ? typed : null });
  return reply.page('synthesis/builder', model, { section: 'tables', wide: true });
}

const isSent = (query: unknown): query is Record<string, unknown> =>
  typeof query === 'object' && query !== null && 'shape' in query;

const hasWords = (typed: unknown) =>
  Object.keys(typed as object).some((name) => name.startsWith('title_'));

/** Null while something is still to be chosen. */
function previewOf(reader: Reader, definition: TableDefinition) {
  const { request: asked } = reader;
  try {
    requireComplete(definition);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
  const address = previewCells(asked, definition);
  const drawn = { name: 'preview', title: {}, note: {}, definition };
  const { table, crossed } = drawnTable(asked, drawn, address, reader);
  const isMap = definition.shape === 'map' && crossed !== null;
  return { table, map: isMap ? gapMap(crossed, definition, address) : null };
}
