/** Any list of publications: as references in a style and a language, and as files for other programs. */

import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { locales } from '../../../schema/columns.ts';
import { reviewOf } from '../../platform/guards.ts';
import { inWords } from '../../platform/i18n.ts';
import { ReportQuery } from '../../records/reports/report-query.ts';
import { findReports } from '../../records/reports/report-search.ts';
import { citedReferences } from '../csl/cited.ts';
import { citationLanguages, languageFor, startingStyle } from '../csl/styles.ts';
import { deliveryOf } from '../delivery/deliveries.ts';
import { mediaTypes } from '../tables/table-files.ts';
import { type Ending, endings, referencesOf, writerOf } from './references.ts';
import { referencesPage } from './references-page.ts';
import { writtenFormats, writtenReferences } from './written-references.ts';

const Params = z.object({ review: z.string() });
const Query = ReportQuery.extend({
  /** `1`: only what was included. */
  included: z.enum(['0', '1']).default('0'),
  /** `1`: with what the team settled about each, for those who may read the review. RIS has a place for it. */
  decisions: z.enum(['0', '1']).default('0'),
});
const Cited = Query.extend({
  style: z.string().max(200).optional(),
  language: z.enum(citationLanguages).optional(),
  lang: z.enum(locales).optional(),
  find: z.string().trim().max(100).default(''),
});

export const referencesRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const ending of Object.keys(endings) as Ending[])
    app.get(
      `/reviews/:review/references.${ending}`,
      { config: { access: 'published' }, schema: { params: Params, querystring: Query } },
      (request, reply) => {
        const format = writerOf(endings[ending]);
        const { decisions } = request.query;
        const withDecisions = decisions === '1' && (request.rights?.mayRead ?? false);
        const { id: reviewId } = reviewOf(request);
        const asked = askedOf(request, request.query, 'any');
        const found = findReports(app, reviewId, asked.q);
        const references = referencesOf(app.db, reviewId, asked, { withDecisions, found });
        return reply
          .type(`${format.mediaType}; charset=utf-8`)
          .header('content-disposition', attachment(request, ending))
          .send(format.write(references));
      },
    );

  const cited = { params: Params, querystring: Cited };
  for (const format of writtenFormats)
    app.get(
      `/reviews/:review/references.${format}`,
      { config: { access: 'published' }, schema: cited },
      async (request, reply) => {
        const { list } = await citedOf(request, request.query);
        const locale = request.query.lang ?? request.locale;
        const review = inWords(locale, reviewOf(request).title);
        const bytes = await writtenReferences({ ...list, review }, format, {
          locale,
          at: request.at,
        });
        return reply
          .type(format === 'txt' ? 'text/plain; charset=utf-8' : mediaTypes[format])
          .header('content-disposition', attachment(request, format))
          .send(bytes);
      },
    );

  app.get(
    '/reviews/:review/references',
    { config: { access: 'published' }, schema: cited },
    async (request, reply) => {
      const { list, asked } = await citedOf(request, request.query);
      const place = {
        locale: request.locale,
        slug: reviewOf(request).slug,
        mayRead: request.rights?.mayRead ?? false,
      };
      return reply.page('export/references', referencesPage(place, asked, list), {
        section: 'files',
      });
    },
  );
};

/** The public sees what is published: the publications that the review rests on. */
function askedOf(
  request: FastifyRequest,
  { included, decisions: _, ...asked }: z.infer<typeof Query>,
  otherwise: 'any' | 'included',
): ReportQuery {
  const isPublic = !request.rights?.mayRead;
  const isNamed = new URLSearchParams(request.url.split('?')[1]).has('state');
  const state = isNamed || asked.ids.length > 0 ? asked.state : otherwise;
  return { ...asked, state: isPublic || included === '1' ? 'included' : state };
}

async function citedOf(request: FastifyRequest, query: z.infer<typeof Cited>) {
  const { db } = request.server;
  const review = reviewOf(request);
  const report = askedOf(request, query, 'included');
  const style = query.style ?? deliveryOf(db, review.id)?.citationStyle ?? startingStyle;
  const language = query.language ?? languageFor(query.lang ?? request.locale);
  const found = findReports(request.server, review.id, report.q);
  const references = referencesOf(db, review.id, report, { found });
  const list = await citedReferences(references, { style, language });
  const state = report.state === 'included' ? ('included' as const) : ('any' as const);
  return { list, asked: { style, language, find: query.find, state } };
}

const attachment = (request: FastifyRequest, ending: string): string =>
  `attachment; filename="${reviewOf(request).slug}-references.${ending}"`;
