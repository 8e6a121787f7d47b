/** The printed versions of a flow: made, and looked at again. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '../../coding/http.ts';
import { OptionalText } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { translate } from '../../platform/i18n.ts';
import { contextOf } from '../../platform/sessions.ts';
import { flowAddress } from '../addresses.ts';
import { flowFigure } from './drawn.ts';
import { flowJson } from './page.ts';
import { printedFlow, printFlow } from './prints.ts';
import { Params, readerOf } from './request.ts';

const PrintParams = Params.extend({ number: Id });

export const flowPrintRoutes: FastifyPluginAsyncZod = async (app) => {
  const prints = '/reviews/:review/flow/prints';
  app.post(
    prints,
    {
      config: { access: 'reviewer' },
      schema: { params: Params, body: z.object({ note: OptionalText(300) }) },
    },
    (request, reply) => {
      const review = reviewOf(request);
      const number = printFlow(contextOf(request), review, request.body.note);
      const page = `${flowAddress(review.slug)}/prints/${number}`;
      return reply.redirect(`${page}?notice=flow_printed`, 303);
    },
  );

  app.get(
    `${prints}/:number`,
    { config: { access: 'reader' }, schema: { params: PrintParams } },
    (request, reply) => {
      const { number } = request.params;
      const review = reviewOf(request);
      const { moment, flow } = printedFlow(app.db, review.id, number);
      const reader = { ...readerOf(request), mayRead: false };
      const how = { isStandalone: false, linkBase: null, hasNotes: true };
      const figure = flowFigure(flow, reader, how);
      const title = translate(request.locale, 'flow.print', { number });
      const model = { title, figure, at: moment.at, back: flowAddress(review.slug) };
      const wide = flow.template === 'updated-v2';
      return reply.page('synthesis/flow-print', model, { section: 'flow', wide });
    },
  );

  app.get(
    `${prints}/:number.json`,
    { config: { access: 'reader' }, schema: { params: PrintParams } },
    (request) => {
      const printed = printedFlow(app.db, reviewOf(request).id, request.params.number);
      return { at: printed.moment.at, ...flowJson(printed.flow) };
    },
  );
};
