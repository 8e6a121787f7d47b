/** Lists of an older review: read, looked at, answered for line by line, taken back. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { lineFates } from '../../../schema/flow.ts';
import { Id, showAgain } from '../../coding/http.ts';
import { OptionalText, type Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { answerLine, type LineAnswer } from '../../screening/stage-lists/answers.ts';
import { likelyOnes, soughtOnes } from '../../screening/stage-lists/candidates.ts';
import { openBeside, stageListLineOf } from '../../screening/stage-lists/line.ts';
import { stageListPage } from '../../screening/stage-lists/lists.ts';
import { ifListUndone, undoStageList } from '../../screening/stage-lists/undo.ts';
import { flowAddress } from '../addresses.ts';
import { Params } from './request.ts';
import { stageLineModel, stageListModel } from './stage-list-page.ts';

const room = '/reviews/:review/flow/basis/lists/:list';
const ListParams = Params.extend({ list: Id });
const LineParams = ListParams.extend({ position: Id });
const ListQuery = z.object({
  state: z.enum(lineFates).default('unmatched'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
const LineQuery = z.object({ q: z.string().trim().max(200).default('') });
const AnswerForm = z.object({
  answer: z.enum(['is', 'absent', 'open']),
  report: Id.optional(),
  reason: OptionalText(2000),
});

export const stageListRoutes: FastifyPluginAsyncZod = async (app) => {
  const ofList = {
    config: { access: 'reviewer' },
    schema: { params: ListParams, querystring: ListQuery },
  } as const;
  app.get(room, ofList, (request, reply) => {
    const { id: reviewId, slug } = reviewOf(request);
    const { list: listId } = request.params;
    const found = listIn(request);
    const mayUndo = (request.rights?.mayOwn ?? false) && found.list.undoneAt === null;
    const undo = mayUndo ? ifListUndone(app.db, { reviewId, listId }) : null;
    const model = stageListModel(request.locale, slug, { ...found, undo }, queryOf(request));
    return reply.page('synthesis/stage-list', model, { section: 'flow' });
  });
  app.get(`${room}.json`, ofList, (request) => listIn(request));
  app.post(
    `${room}/undo`,
    { config: { access: 'owner' }, schema: { params: ListParams } },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      const { list: listId } = request.params;
      undoStageList(contextOf(request), { reviewId, listId });
      return reply.redirect(`${listAddress(slug, listId)}?notice=stage_list_undone`, 303);
    },
  );

  const ofLine = {
    config: { access: 'reviewer' },
    schema: { params: LineParams, querystring: LineQuery },
  } as const;
  app.get(`${room}/lines/:position`, ofLine, (request, reply) => showLine(request, reply, []));
  app.get(`${room}/lines/:position.json`, ofLine, (request) => lineIn(request));
  app.post(
    `${room}/lines/:position`,
    {
      config: { access: 'adjudicator' },
      schema: { params: LineParams, body: AnswerForm },
      errorHandler: showAgain(showLine),
    },
    (request, reply) => {
      const { slug } = reviewOf(request);
      const { list, position } = request.params;
      const answer = answerIn(request.body);
      answerLine(contextOf(request), placeOf(request), answer);
      const path = listAddress(slug, list);
      const notice = `notice=line_${answer.answer}`;
      if (answer.answer === 'open')
        return reply.redirect(`${path}/lines/${position}?${notice}`, 303);
      const { next, open } = openBeside(app.db, list, position);
      const on = next ?? open[0];
      return reply.redirect(on ? `${path}/lines/${on}?${notice}` : `${path}?${notice}`, 303);
    },
  );
};

const listAddress = (slug: string, listId: number) => `${flowAddress(slug)}/basis/lists/${listId}`;

const queryOf = (request: FastifyRequest) => ({ ...ListQuery.parse(request.query), size: 100 });

function listIn(request: FastifyRequest) {
  const { list } = ListParams.parse(request.params);
  return stageListPage(request.server.db, reviewOf(request).id, list, queryOf(request));
}

function placeOf(request: FastifyRequest) {
  const { list: listId, position } = LineParams.parse(request.params);
  return { reviewId: reviewOf(request).id, listId, position };
}

function lineIn(request: FastifyRequest) {
  const { db, searchDb } = request.server;
  const { q } = LineQuery.parse(request.query);
  const { open: _open, ...line } = stageListLineOf(db, placeOf(request));
  const about = { reviewId: reviewOf(request).id, stage: line.list.stage };
  const databases = { db, searchDb };
  const likely = likelyOnes(databases, about, line.reference);
  return { ...line, likely, sought: soughtOnes(databases, about, line.reference, q) };
}

function answerIn({ answer, report, reason }: z.infer<typeof AnswerForm>): LineAnswer {
  if (answer === 'is') return { answer, reportId: report ?? 0, reason };
  return answer === 'absent' ? { answer, reason } : { answer };
}

function showLine(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { slug } = reviewOf(request);
  const { q } = LineQuery.parse(request.query);
  const { mayAdjudicate = false } = request.rights ?? {};
  const asked = { q, problems, typed: request.body, mayAnswer: mayAdjudicate };
  const model = stageLineModel(request.locale, slug, lineIn(request), asked);
  return reply.page('synthesis/stage-list-line', model, { section: 'flow' });
}

export type AskedLine = ReturnType<typeof lineIn>;
