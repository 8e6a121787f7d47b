/** The flow as files: the figure as SVG, PNG and PDF, the numbers as the package PRISMA2020 reads them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { svgPolicy } from '../../platform/figures/carried-fonts.ts';
import { figurePng } from '../../platform/figures/png.ts';
import { reviewOf } from '../../platform/guards.ts';
import { flowFigure, flowFigurePdf } from './drawn.ts';
import { prismaCsv } from './prisma-csv.ts';
import { baseOf, FigureQuery, Params, readerOf, seenFlow } from './request.ts';

export const flowFileRoutes: FastifyPluginAsyncZod = async (app) => {
  const options = {
    config: { access: 'published' },
    schema: { params: Params, querystring: FigureQuery },
  } as const;

  app.get('/reviews/:review/flow.svg', options, (request, reply) => {
    named(request, reply, 'svg', 'inline');
    reply.header('content-security-policy', svgPolicy);
    return reply.type('image/svg+xml; charset=utf-8').send(svgOf(request, true));
  });

  app.get('/reviews/:review/flow.png', options, async (request, reply) => {
    const png = await figurePng(svgOf(request, false));
    named(request, reply, 'png', 'inline');
    return reply.type('image/png').send(png);
  });

  app.get('/reviews/:review/flow.pdf', options, async (request, reply) => {
    const { flow, moment } = seenFlow(request);
    const linkBase = baseOf(request);
    const at = moment?.at ?? request.at;
    const pdf = await flowFigurePdf(flow, figureReader(request), { linkBase, at });
    named(request, reply, 'pdf', 'inline');
    return reply.type('application/pdf').send(pdf);
  });

  app.get('/reviews/:review/flow.csv', options, (request, reply) => {
    named(request, reply, 'csv', 'attachment');
    return reply.type('text/csv; charset=utf-8').send(prismaCsv(seenFlow(request).flow));
  });
};

function svgOf(request: FastifyRequest, carriesFonts: boolean): string {
  const { flow } = seenFlow(request);
  const linkBase = baseOf(request);
  return flowFigure(flow, figureReader(request), { isStandalone: true, linkBase, carriesFonts });
}

/** A figure may be asked for in another language than the page it stands on. */
function figureReader(request: FastifyRequest) {
  const reader = readerOf(request);
  return { ...reader, locale: FigureQuery.parse(request.query).lang ?? reader.locale };
}

function named(
  request: FastifyRequest,
  reply: FastifyReply,
  ending: string,
  how: 'inline' | 'attachment',
): void {
  const name = `${reviewOf(request).slug}-flow.${ending}`;
  reply.header('content-disposition', `${how}; filename="${name}"`);
}
