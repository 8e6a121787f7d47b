/** Tables that a team puts together: the page of each, what its cells count, and for machines. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../../schema/columns.ts';
import type { TableDefinition } from '../../../schema/synthesis.ts';
import { reviewOf } from '../../platform/guards.ts';
import { inWords, translate } from '../../platform/i18n.ts';
import { windowOf } from '../tables/page.ts';
import { Paged, tableRequest } from '../tables/routes.ts';
import type { TableRequest } from '../tables/table.ts';
import { tableJson } from '../tables/tables.ts';
import { builderRoutes } from './builder-routes.ts';
import { placeQuery, previewCells, savedAddress, tablesAddress } from './cell-addresses.ts';
import { cellRows, type WholeCell } from './cell-rows.ts';
import { CellQuery, DefinitionQuery, definitionFrom, definitionQuery } from './definition.ts';
import { keptTable } from './kept-map.ts';
import { tableListRoutes } from './list-routes.ts';
import { cellPage, savedPage } from './page.ts';
import { requireTable, type SavedTable } from './saved.ts';

export const SavedParams = z.object({ review: z.string().max(100), key: z.string().max(200) });
const Lang = z.object({ lang: z.enum(locales).optional() });

export const builtRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(tableListRoutes);
  await app.register(builderRoutes);
  const published = { access: 'published' } as const;
  const saved = '/reviews/:review/tables/saved/:key';

  app.get(
    saved,
    { config: published, schema: { params: SavedParams, querystring: Paged } },
    (request, reply) => {
      const { page } = request.query;
      const asked = pageRequest(request, page);
      const found = savedOf(request);
      const { table, map } = keptTable(asked, found);
      const mayReview = request.rights?.mayReview ?? false;
      const model = savedPage(asked, { table, map, saved: found }, { page, mayReview });
      return reply.page('synthesis/saved', model, { section: 'tables', wide: true });
    },
  );

  app.get(
    `${saved}.json`,
    { config: published, schema: { params: SavedParams, querystring: Lang } },
    (request) => {
      const found = savedOf(request);
      const { table } = keptTable(tableRequest(request), found);
      return { ...tableJson(table), definition: found.definition };
    },
  );

  const cellOptions = {
    config: published,
    schema: { params: SavedParams, querystring: CellQuery.extend(Paged.shape) },
  } as const;
  app.get(`${saved}/cells`, cellOptions, (request, reply) => {
    const { page, ...place } = request.query;
    const asked = pageRequest(request, page);
    const found = savedOf(request);
    const back = savedAddress(asked.review.slug, found.key);
    const title = inWords(asked.locale, found.title);
    const base = `${back}/cells?${placeQuery(place)}`;
    const model = cellPage(asked, cellRows(asked, found.definition, place), {
      back,
      title,
      page,
      base,
    });
    return reply.page('synthesis/cell-rows', model, { section: 'tables' });
  });

  app.get(`${saved}/cells.json`, cellOptions, (request) => savedCellOf(request).cell);

  // What a table not kept yet counts is for the people of the review.
  const previewOptions = {
    config: { access: 'reader' },
    schema: { querystring: DefinitionQuery.extend(CellQuery.shape).extend(Paged.shape) },
  } as const;
  app.get('/reviews/:review/tables/cells', previewOptions, (request, reply) => {
    const { row, column, part, page } = request.query;
    const asked = pageRequest(request, page);
    const place = CellQuery.parse({ row, column, part });
    const definition = definitionFrom(request.query);
    const query = definitionQuery(definition);
    const model = cellPage(asked, cellRows(asked, definition, place), {
      back: `${tablesAddress(asked.review.slug)}/new?${query}`,
      title: translate(asked.locale, 'built.new'),
      page,
      base: previewCells(asked, definition)(place),
    });
    return reply.page('synthesis/cell-rows', model, { section: 'tables' });
  });

  app.get(
    '/reviews/:review/tables/cells.json',
    previewOptions,
    (request) => previewCellOf(request).cell,
  );
};

function savedOf(request: FastifyRequest): SavedTable {
  const { key } = SavedParams.parse(request.params);
  const onlyPublic = !request.rights?.mayRead;
  return requireTable(request.server.db, reviewOf(request).id, key, onlyPublic);
}

/** A page speaks the language of its frame, and shows some of the rows. */
const pageRequest = (request: FastifyRequest, page: number): TableRequest => ({
  ...tableRequest(request),
  locale: request.locale,
  window: windowOf(page),
});

/** What a kept table is called, and what it holds, for files. */
export function savedTableOf(request: FastifyRequest) {
  const asked = tableRequest(request);
  const found = savedOf(request);
  return { asked, key: found.key, ...keptTable(asked, found) };
}

/** What a cell of a kept table counts, all of it, with the table's title. */
export function savedCellOf(request: FastifyRequest): WholeCell {
  const { definition, title } = savedOf(request);
  const asked = tableRequest(request);
  return wholeCell(asked, definition, inWords(asked.locale, title), request);
}

/** The same of a table that is not kept yet, of a route whose query is a definition. */
export function previewCellOf(request: FastifyRequest): WholeCell {
  const definition = definitionFrom(request.query as z.infer<typeof DefinitionQuery>);
  const asked = tableRequest(request);
  return wholeCell(asked, definition, translate(asked.locale, 'built.new'), request);
}

function wholeCell(
  asked: TableRequest,
  definition: TableDefinition,
  table: string,
  request: FastifyRequest,
): WholeCell {
  const cell = cellRows(asked, definition, CellQuery.parse(request.query));
  return { asked, unit: definition.unit, table, cell };
}
