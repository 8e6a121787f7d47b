/** What hangs loose, as files: claims that nothing supports, and excerpts that no finding uses. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { personOf } from '../coding/http.ts';
import { orphansOf } from '../findings/supports.ts';
import { reviewOf } from '../platform/guards.ts';
import { translate } from '../platform/i18n.ts';
import { numberCell, plainCell, wordsCell } from '../synthesis/tables/table.ts';
import { excerptContent } from './tables/coding-lists.ts';
import { listGrid } from './tables/lists.ts';
import { type NamedGrid, namedGrid, numberColumn, textColumn } from './tables/named-grid.ts';
import { FileQuery, fileLocale, sendGrid } from './tables/send-grid.ts';
import { tableFormats } from './tables/table-files.ts';

const grids = { claims: claimsGrid, excerpts: excerptsGrid };

export const orphanFileRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const format of tableFormats)
    for (const [name, gridOf] of Object.entries(grids))
      app.get(
        `/reviews/:review/findings/orphans/${name}.${format}`,
        { config: { access: 'reviewer' }, schema: { querystring: FileQuery } },
        (request, reply) =>
          sendGrid(request, reply, { grid: gridOf(request), format, name: `loose-${name}` }),
      );
};

/** Whoever is blind to others' coding is so in files, too. */
const looseIn = (request: FastifyRequest) =>
  orphansOf(request.server.db, reviewOf(request).id, personOf(request));

function claimsGrid(request: FastifyRequest): NamedGrid {
  const locale = fileLocale(request);
  const { findings } = looseIn(request);
  const label = (key: 'kind' | 'number' | 'statement') => translate(locale, `tables.column.${key}`);
  return namedGrid(locale, reviewOf(request), {
    title: translate(locale, 'findings.orphan_findings', { count: findings.length }),
    columns: [
      textColumn('kind', label('kind')),
      numberColumn('number', label('number')),
      textColumn('statement', label('statement')),
      textColumn('state', translate(locale, 'list.column.state')),
    ],
    cells: findings.map(({ kind, number, statement, state }) => [
      wordsCell(locale, kind.label),
      numberCell(number),
      wordsCell(locale, statement),
      plainCell(translate(locale, `findings.state.${state}`)),
    ]),
    headerAt: 2,
  });
}

function excerptsGrid(request: FastifyRequest): NamedGrid {
  const locale = fileLocale(request);
  const { excerpts } = looseIn(request);
  const title = translate(locale, 'findings.orphan_excerpts', { count: excerpts.length });
  const content = excerptContent({ db: request.server.db, locale }, excerpts);
  return listGrid({ locale, review: reviewOf(request) }, title, content);
}
