/** Appraisal: the traffic-light tables and their figures, the studies to appraise; instruments and confidence beside. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import { codersOf } from '../coding/coders/double-coding.ts';
import { designsOf } from '../coding/forms/answers.ts';
import { Id } from '../coding/http.ts';
import { includedPublications } from '../coding/publications.ts';
import { notFound } from '../errors.ts';
import { svgPolicy } from '../platform/figures/carried-fonts.ts';
import { figurePng } from '../platform/figures/png.ts';
import { svgPdf } from '../platform/figures/svg-pdf.ts';
import { reviewOf } from '../platform/guards.ts';
import { standingsOf } from './appraisals.ts';
import { appraiseRoutes } from './appraise-routes.ts';
import { confidenceRoutes } from './confidence-routes.ts';
import { trafficFigure, trafficNames } from './figure.ts';
import { instrumentRoutes } from './instrument-routes.ts';
import { instrumentsOf } from './instruments.ts';
import { studiesPage, studyState, trafficJson, trafficPage } from './page.ts';
import { trafficTables } from './traffic.ts';

const room = '/reviews/:review/appraisal';
const published = { access: 'published' } as const;
export const TrafficParams = z.object({ review: z.string().max(100), instrument: Id });
const FigureQuery = z.object({ lang: z.enum(locales).optional() });

export const appraisalRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(room, { config: published }, (request, reply) => {
    const review = reviewOf(request);
    const tables = trafficTables(app.db, review.id);
    const model = trafficPage(request.locale, review, tables, request.rights);
    return reply.page('appraisal/traffic', model, { section: 'appraisal', wide: true });
  });
  app.get(`${room}.json`, { config: published }, (request) => ({
    tables: trafficTables(app.db, reviewOf(request).id).map(trafficJson),
  }));

  const figure = {
    config: published,
    schema: { params: TrafficParams, querystring: FigureQuery },
  };
  app.get(`${room}/:instrument.json`, figure, (request) => trafficJson(trafficTable(request)));
  app.get(`${room}/:instrument.svg`, figure, (request, reply) => {
    reply.header('content-security-policy', svgPolicy);
    return reply.type('image/svg+xml; charset=utf-8').send(figureOf(request, true));
  });
  app.get(`${room}/:instrument.png`, figure, async (request, reply) =>
    reply.type('image/png').send(await figurePng(figureOf(request, false))),
  );
  app.get(`${room}/:instrument.pdf`, figure, async (request, reply) => {
    const locale = localeOf(request);
    const table = trafficTable(request);
    const svg = trafficFigure(locale, reviewOf(request), table, { carriesFonts: false });
    const options = { ...trafficNames(locale, table), language: locale, at: request.at };
    const pdf = await svgPdf(svg, options);
    return reply.type('application/pdf').send(pdf);
  });

  app.get(`${room}/studies`, { config: { access: 'reviewer' } }, (request, reply) => {
    const review = reviewOf(request);
    const model = studiesPage(request.locale, review, studies(request), request.rights);
    return reply.page('appraisal/studies', model, { section: 'appraisal' });
  });
  app.get(`${room}/studies.json`, { config: { access: 'reviewer' } }, (request) => {
    const { publications, instruments, standings, designs } = studies(request);
    return {
      studies: publications.map(({ rootId, title }) => ({
        publication: rootId,
        title,
        design: designs.get(rootId) ?? null,
        instruments: instruments.map(({ id, key }) => ({
          id,
          key,
          state: studyState(standings.get(id)?.get(rootId)),
        })),
      })),
    };
  });

  await app.register(instrumentRoutes);
  await app.register(appraiseRoutes);
  await app.register(confidenceRoutes);
};

/** The table of the instrument that an address names. @throws NOT_FOUND */
export function trafficTable(request: FastifyRequest) {
  const { instrument: id } = TrafficParams.parse(request.params);
  const tables = trafficTables(request.server.db, reviewOf(request).id);
  const found = tables.find(({ instrument }) => instrument.id === id);
  // Readers see what was appraised; an instrument that nothing was appraised with is the team's own matter.
  if (!found || (found.rows.length === 0 && !request.rights?.mayRead)) throw notFound();
  return found;
}

const localeOf = (request: FastifyRequest) =>
  FigureQuery.parse(request.query).lang ?? request.locale;

function figureOf(request: FastifyRequest, carriesFonts: boolean): string {
  return trafficFigure(localeOf(request), reviewOf(request), trafficTable(request), {
    carriesFonts,
  });
}

function studies(request: FastifyRequest) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  const publications = includedPublications(db, id);
  const rootIds = publications.map(({ rootId }) => rootId);
  return {
    publications,
    instruments: instrumentsOf(db, id),
    standings: standingsOf(db, id, rootIds),
    designs: designsOf(db, rootIds),
    isDouble: codersOf(db, id) === 2,
  };
}
