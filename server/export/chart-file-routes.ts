/** The numbers that a chart draws as files: what a figure shows, anybody can draw anew. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { translate, translateDynamic } from '../platform/i18n.ts';
import { type Chart, chartDefinition, chartNamed, isCounted } from '../synthesis/charts/charts.ts';
import { tableRequest } from '../synthesis/tables/routes.ts';
import { numberCell, plainCell, type TableRequest } from '../synthesis/tables/table.ts';
import { type NamedGrid, namedGrid, numberColumn, textColumn } from './tables/named-grid.ts';
import { FileQuery, sendGrid } from './tables/send-grid.ts';
import { tableFormats } from './tables/table-files.ts';

const Params = z.object({ review: z.string().max(100), name: z.string().max(200) });

export const chartGridRoutes: FastifyPluginAsyncZod = async (app) => {
  const schema = { params: Params, querystring: FileQuery };
  for (const format of tableFormats)
    app.get(
      `/reviews/:review/charts/:name.${format}`,
      { config: { access: 'published' }, schema },
      (request, reply) => {
        const asked = tableRequest(request);
        const chart = chartNamed(asked, request.params.name);
        const grid = chartGrid(asked, chart);
        return sendGrid(request, reply, { grid, format, name: `chart-${chart.name}` });
      },
    );
};

function chartGrid({ locale, review }: TableRequest, chart: Chart): NamedGrid {
  const { name, title, numbers, series, notes } = chart;
  const columns = series
    ? series.years.map((year) => numberColumn(String(year), String(year)))
    : [numberColumn('count', translate(locale, 'charts.count'))];
  const first = isCounted(name)
    ? translateDynamic(locale, `built.dimension.${chartDefinition(name).rows}`)
    : translate(locale, 'tables.column.group');
  return namedGrid(locale, review, {
    title,
    columns: [textColumn('name', first), ...columns],
    cells: series
      ? series.lines.map(({ label, values }) => [
          plainCell(label),
          ...values.map((value) => numberCell(value)),
        ])
      : numbers.map(({ label, count }) => [plainCell(label), numberCell(count)]),
    note: notes.join(' '),
  });
}
