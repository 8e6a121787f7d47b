/** The numbers of a flow and the rows behind them as files, as they are or as they were. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Flow } from '../synthesis/flow/flow.ts';
import { Params, readerOf, SeenQuery, seenFlow } from '../synthesis/flow/request.ts';
import { BoxParams, RowsForm, rowsAsked } from '../synthesis/flow/routes.ts';
import { boxLabel, type FlowReader, partLabel } from '../synthesis/flow/words.ts';
import { boxesGrid, overlapsGrid, rowsGrid, sourcesGrid } from './tables/flow-grids.ts';
import type { NamedGrid } from './tables/named-grid.ts';
import { FileQuery, fileLocale, sendGrid } from './tables/send-grid.ts';
import { tableFormats } from './tables/table-files.ts';

const grids: Record<string, (flow: Flow, reader: FlowReader) => NamedGrid> = {
  numbers: boxesGrid,
  sources: sourcesGrid,
  overlaps: overlapsGrid,
};
/** All of them, in a number that the database takes. */
const everyRow = 1_000_000_000;

export const flowGridRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'published' } as const;
  const seen = { params: Params, querystring: SeenQuery.extend(FileQuery.shape) };
  const behind = { params: BoxParams, querystring: RowsForm.extend(FileQuery.shape) };
  for (const format of tableFormats) {
    for (const [name, gridOf] of Object.entries(grids))
      app.get(
        `/reviews/:review/flow/${name}.${format}`,
        { config, schema: seen },
        (request, reply) => {
          const reader = { ...readerOf(request), locale: fileLocale(request) };
          const grid = gridOf(seenFlow(request).flow, reader);
          return sendGrid(request, reply, { grid, format, name: `flow-${name}` });
        },
      );
    app.get(
      `/reviews/:review/flow/:box.${format}`,
      { config, schema: behind },
      (request, reply) => {
        const asked = rowsAsked(request, everyRow);
        const reader = { ...asked.reader, locale: fileLocale(request) };
        const label = labelOf(asked, reader);
        const grid = rowsGrid(asked.found.rows, reader, label);
        return sendGrid(request, reply, { grid, format, name: `flow-${asked.query.box}` });
      },
    );
  }
};

/** The box, and what of it. */
function labelOf({ flow, query }: ReturnType<typeof rowsAsked>, { locale }: FlowReader): string {
  const box = boxLabel(locale, flow, query.box);
  const parts = flow.boxes.find(({ id }) => id === query.box)?.parts ?? [];
  const part = parts.find(({ key }) => key === query.part);
  return part ? `${box}: ${partLabel(locale, part)}` : box;
}
