/** A kept evidence gap map as a figure: SVG, PNG and PDF. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../../schema/columns.ts';
import { notFound } from '../../errors.ts';
import { carryFonts, svgPolicy } from '../../platform/figures/carried-fonts.ts';
import { figurePng } from '../../platform/figures/png.ts';
import { svgPdf } from '../../platform/figures/svg-pdf.ts';
import { baseOf } from '../flow/request.ts';
import { mapFigure } from './kept-map.ts';
import { SavedParams, savedTableOf } from './routes.ts';

export const gapMapRoutes: FastifyPluginAsyncZod = async (app) => {
  const saved = '/reviews/:review/tables/saved/:key';
  const querystring = z.object({ lang: z.enum(locales).optional() });
  const schema = { params: SavedParams, querystring };
  const options = { config: { access: 'published' }, schema } as const;

  app.get(`${saved}.svg`, options, (request, reply) => {
    reply.header('content-security-policy', svgPolicy);
    const { svg } = figureOf(request, baseOf(request));
    return reply.type('image/svg+xml; charset=utf-8').send(carryFonts(svg));
  });
  app.get(`${saved}.png`, options, async (request, reply) =>
    reply.type('image/png').send(await figurePng(figureOf(request, null).svg)),
  );
  app.get(`${saved}.pdf`, options, async (request, reply) => {
    const { svg, ...names } = figureOf(request, baseOf(request));
    return reply.type('application/pdf').send(await svgPdf(svg, { ...names, at: request.at }));
  });
};

/** @throws NOT_FOUND for a table that is no map. */
function figureOf(request: FastifyRequest, linkBase: string | null) {
  const { asked, table, map } = savedTableOf(request);
  if (!map) throw notFound();
  const figure = mapFigure(asked, { table, map }, linkBase);
  return { ...figure, notes: [figure.description], language: asked.locale };
}
