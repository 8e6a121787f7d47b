/** Charts and the map of Europe: one page, each figure as a file, and what a bar counts. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../../schema/columns.ts';
import { carryFonts, svgPolicy } from '../../platform/figures/carried-fonts.ts';
import { figurePng } from '../../platform/figures/png.ts';
import { svgPdf } from '../../platform/figures/svg-pdf.ts';
import { gridLinks } from '../../platform/file-formats.ts';
import { inWords, tags, translate } from '../../platform/i18n.ts';
import { cellRows, type WholeCell } from '../builder/cell-rows.ts';
import { cellPage } from '../builder/page.ts';
import { baseOf } from '../flow/request.ts';
import { windowOf } from '../tables/page.ts';
import { tableRequest } from '../tables/routes.ts';
import type { TableRequest } from '../tables/table.ts';
import {
  type Chart,
  chartCellAddress,
  chartDefinition,
  chartNamed,
  chartsOf,
  countedCharts,
} from './charts.ts';

const Params = z.object({ review: z.string().max(100), name: z.string().max(200) });
const Lang = z.object({ lang: z.enum(locales).optional() });
export const CellParams = Params.extend({ name: z.enum(countedCharts) });
export const CellQuery = z.object({
  row: z.string().max(200).optional(),
  page: z.coerce.number().int().positive().default(1),
});

export const chartRoutes: FastifyPluginAsyncZod = async (app) => {
  const published = { access: 'published' } as const;
  const charts = '/reviews/:review/charts';

  app.get(charts, { config: published }, (request, reply) => {
    const asked = pageRequest(request);
    const model = {
      title: translate(asked.locale, 'charts.title'),
      all: `/reviews/${asked.review.slug}/tables`,
      charts: chartsOf(asked, '').map((chart) => shownChart(asked, chart)),
    };
    return reply.page('synthesis/charts', model, { section: 'tables' });
  });

  app.get(`${charts}.json`, { config: published }, (request) => ({
    charts: chartsOf(tableRequest(request)).map(({ name, title, numbers, series, notes }) => ({
      ...{ name, title, numbers, series, notes },
    })),
  }));

  const file = { config: published, schema: { params: Params, querystring: Lang } };
  app.get(`${charts}/:name.svg`, file, (request, reply) => {
    const { svg } = chartNamed(tableRequest(request), request.params.name, baseOf(request));
    reply.header('content-security-policy', svgPolicy);
    return reply.type('image/svg+xml; charset=utf-8').send(carryFonts(svg));
  });
  app.get(`${charts}/:name.png`, file, async (request, reply) => {
    const { svg } = chartNamed(tableRequest(request), request.params.name);
    return reply.type('image/png').send(await figurePng(svg));
  });
  app.get(`${charts}/:name.pdf`, file, async (request, reply) => {
    const asked = tableRequest(request);
    const chart = chartNamed(asked, request.params.name, baseOf(request));
    return reply.type('application/pdf').send(await chartPdf(asked, chart, request.at));
  });

  const cells = { config: published, schema: { params: CellParams, querystring: CellQuery } };
  app.get(`${charts}/:name/cells`, cells, (request, reply) => {
    const { name } = request.params;
    const { row, page } = request.query;
    const asked = { ...pageRequest(request), window: windowOf(page) };
    const back = `/reviews/${asked.review.slug}/charts`;
    const model = cellPage(asked, cellRows(asked, chartDefinition(name), { row }), {
      back,
      title: translate(asked.locale, `charts.${name}`),
      page,
      base: chartCellAddress(asked, name, row ?? ''),
    });
    return reply.page('synthesis/cell-rows', model, { section: 'tables' });
  });
  app.get(`${charts}/:name/cells.json`, cells, (request) => chartCellOf(request).cell);
};

/** All that a bar counts. */
export function chartCellOf(request: FastifyRequest): WholeCell {
  const { name } = CellParams.parse(request.params);
  const { row } = CellQuery.parse(request.query);
  const asked = tableRequest(request);
  const definition = chartDefinition(name);
  const table = translate(asked.locale, `charts.${name}`);
  return { asked, unit: definition.unit, table, cell: cellRows(asked, definition, { row }) };
}

/** A page speaks the language of its frame; `lang` is for files. */
const pageRequest = (request: FastifyRequest): TableRequest => ({
  ...tableRequest(request),
  locale: request.locale,
});

function chartPdf({ locale, review }: TableRequest, chart: Chart, at: string): Promise<Buffer> {
  const { title, description, notes, svg } = chart;
  const of = inWords(locale, review.title);
  const heading = translate(locale, 'tables.caption', { title, review: of });
  return svgPdf(svg, { title: heading, description, notes, language: locale, at });
}

function shownChart(asked: TableRequest, chart: Chart) {
  const { name, title, svg, legend, notes, numbers, series } = chart;
  const write = (value: number | null) =>
    value === null ? '' : new Intl.NumberFormat(tags[asked.locale]).format(value);
  const path = `/reviews/${asked.review.slug}/charts/${name}`;
  return {
    ...{ name, title, svg, legend, notes },
    svgHref: `${path}.svg?lang=${asked.locale}`,
    pngHref: `${path}.png?lang=${asked.locale}`,
    pdfHref: `${path}.pdf?lang=${asked.locale}`,
    files: gridLinks(path),
    numbers: numbers.map(({ key, label, count }) => ({
      ...{ label, count },
      href: chartCellAddress(asked, name, key),
    })),
    series: series && {
      years: series.years.map(String),
      lines: series.lines.map(({ label, values }) => ({ label, values: values.map(write) })),
    },
  };
}
