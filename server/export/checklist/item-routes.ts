/** An owner says where an item of a checklist stands, corrects it, or takes it back. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { checklists, itemAnswers } from '../../../schema/checklists.ts';
import { showAgain, typedText } from '../../coding/http.ts';
import { notFound } from '../../errors.ts';
import type { Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { filledChecklist } from './filled.ts';
import { itemPage } from './item-page.ts';
import { checklistAddress } from './page.ts';
import { sayOfItem, statementsOf } from './statements.ts';

const Params = z.object({
  review: z.string().max(100),
  list: z.enum(checklists),
  item: z.string().max(3),
});
const Form = z
  .object({
    answer: z.enum(itemAnswers, 'problem.required'),
    place: z.string().trim().max(500).default(''),
    comment: z.string().trim().max(2000).default(''),
    goTo: z.enum(['list', 'next']).default('list'),
  })
  .refine(({ answer, place }) => answer !== 'reported' || place !== '', {
    path: ['place'],
    message: 'checklist.place_needed',
  })
  .refine(({ answer, comment }) => answer !== 'not_applicable' || comment !== '', {
    path: ['comment'],
    message: 'checklist.reason_needed',
  });

export const checklistItemRoutes: FastifyPluginAsyncZod = async (app) => {
  const room = '/reviews/:review/checklist/:list/:item';
  const one = { config: { access: 'owner' }, schema: { params: Params } } as const;
  app.get(room, one, (request, reply) => showItem(request, reply, []));
  app.get(`${room}.json`, one, (request) => {
    const { item, history } = itemOf(request);
    return { item, history };
  });
  app.post(
    room,
    {
      config: { access: 'owner' },
      schema: { params: Params, body: Form },
      errorHandler: showAgain(showItem),
    },
    (request, reply) => {
      const { filled, item } = itemOf(request);
      const { answer, place, comment, goTo } = request.body;
      const { review, list, items } = filled;
      const named = { list, item: item.number };
      sayOfItem(contextOf(request), review.id, named, { answer, place, comment });
      const base = checklistAddress(review);
      const next = goTo === 'next' ? items[items.indexOf(item) + 1] : undefined;
      const notice = answer === 'open' ? 'checklist_taken_back' : 'checklist_said';
      const address = next
        ? `${base}/${list}/${next.number}?notice=${notice}`
        : `${base}?list=${list}&notice=${notice}#item-${item.number}`;
      return reply.redirect(address, 303);
    },
  );
};

function itemOf(request: FastifyRequest) {
  const { list, item: number } = Params.parse(request.params);
  const { db } = request.server;
  const { locale } = request;
  const filled = filledChecklist({ db, review: reviewOf(request), list, locale, isPublic: false });
  const item = filled.items.find((each) => each.number === number);
  if (!item) throw notFound();
  const history = statementsOf(db, filled.review.id, list).filter((said) => said.item === number);
  return { filled, item, history };
}

function showItem(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { filled, item, history } = itemOf(request);
  const typed = request.body
    ? {
        answer: typedText(request.body, 'answer'),
        place: typedText(request.body, 'place'),
        comment: typedText(request.body, 'comment'),
      }
    : null;
  const model = itemPage(filled, { item, history, problems }, typed);
  return reply.page('synthesis/checklist-item', model, { section: 'flow' });
}
