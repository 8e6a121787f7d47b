/** What the cells of tables and the bars of charts count, as files. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { TableUnit } from '../../schema/synthesis.ts';
import { translate } from '../platform/i18n.ts';
import type { WholeCell } from '../synthesis/builder/cell-rows.ts';
import { CellQuery, DefinitionQuery } from '../synthesis/builder/definition.ts';
import { previewCellOf, SavedParams, savedCellOf } from '../synthesis/builder/routes.ts';
import * as charts from '../synthesis/charts/routes.ts';
import { type NamedGrid, namedGrid, textColumn } from './tables/named-grid.ts';
import { FileQuery, sendGrid } from './tables/send-grid.ts';
import { tableFormats } from './tables/table-files.ts';

export const cellFileRoutes: FastifyPluginAsyncZod = async (app) => {
  const published = { access: 'published' } as const;
  const place = CellQuery.extend(FileQuery.shape);
  const ofChart = {
    params: charts.CellParams,
    querystring: charts.CellQuery.extend(FileQuery.shape),
  };
  const ofPreview = { querystring: DefinitionQuery.extend(place.shape) };
  for (const format of tableFormats) {
    app.get(
      `/reviews/:review/tables/saved/:key/cells.${format}`,
      { config: published, schema: { params: SavedParams, querystring: place } },
      (request, reply) => {
        const name = `${request.params.key}-cell`;
        return sendGrid(request, reply, { grid: cellGrid(savedCellOf(request)), format, name });
      },
    );
    app.get(
      `/reviews/:review/tables/cells.${format}`,
      { config: { access: 'reader' }, schema: ofPreview },
      (request, reply) => {
        const grid = cellGrid(previewCellOf(request));
        return sendGrid(request, reply, { grid, format, name: 'cell' });
      },
    );
    app.get(
      `/reviews/:review/charts/:name/cells.${format}`,
      { config: published, schema: ofChart },
      (request, reply) => {
        const name = `chart-${request.params.name}-cell`;
        return sendGrid(request, reply, {
          grid: cellGrid(charts.chartCellOf(request)),
          format,
          name,
        });
      },
    );
  }
};

const oneOf = {
  publications: 'publication',
  studies: 'study',
  findings: 'finding',
  cases: 'case',
  sources: 'source',
} as const satisfies Record<TableUnit, string>;

/** A row for each thing that is counted. */
function cellGrid({ asked, unit, table, cell }: WholeCell): NamedGrid {
  const { locale, review } = asked;
  const count = { count: cell.count, unit: cell.unit };
  return namedGrid(locale, review, {
    title: [table, ...cell.place].join(' \u00b7 '),
    columns: [textColumn(oneOf[unit], translate(locale, `built.dimension.${oneOf[unit]}`))],
    cells: cell.rows.map(({ label, language, href }) => [
      { items: [{ text: label, language, href }], number: null },
    ]),
    note: translate(locale, 'built.cell_lead', count),
  });
}
