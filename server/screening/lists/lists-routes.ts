/** Lists of screening, and acts on many of their publications: each says first what it will do, and can be undone. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { answers, stages } from '../../../schema/screening.ts';
import {
  emptyAsNull,
  formProblems,
  OneOrMany,
  OptionalText,
  type Problem,
} from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { activeCriteria } from '../../reviews/criteria.ts';
import { confirmPage } from '../confirmations.ts';
import { labelsOf } from '../desk/labels.ts';
import { hidesAt, visible } from '../desk/look.ts';
import { type Desk, reportsById } from '../desk/queue.ts';
import { type Place, pathOf } from '../page.ts';
import { conflictCount } from '../votes/conflicts.ts';
import { Id, noteMax } from '../votes/vote-form.ts';
import { type BulkWish, bulkActsOf, doBulk, planBulk, undoBulk, undoPlan } from './bulk.ts';
import { sourceNames } from './facts.ts';
import { type List, listOf, listRows } from './list.ts';
import { bulkConfirmation, listPage, undoConfirmation } from './lists-page.ts';
import {
  actingKinds,
  facetNames,
  type ListKind,
  ListQuery,
  listKinds,
  printListQuery,
} from './query.ts';

const pageSize = 50;
const sampleSize = 10;
const actsShown = 5;

const Params = z.object({ review: z.string(), stage: z.enum(stages) });
const PageQuery = ListQuery.extend({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
const BulkForm = ListQuery.extend({
  /** The answer or the label: `exclude`, `put:4`, `take:4`. */
  act: z
    .string('problem.required')
    .regex(/^(include|maybe|exclude|(put|take):\d+)$/, 'problem.required'),
  criterionId: emptyAsNull(Id),
  note: OptionalText(noteMax),
  scope: z.enum(['ticked', 'all']).default('ticked'),
  ids: OneOrMany(Id),
  /** Of the plan that the person has read. */
  digest: z.string().max(64).default(''),
});
type BulkForm = z.infer<typeof BulkForm>;

const desk = '/reviews/:review/screening/:stage';
const access = (kind: ListKind) =>
  ({ access: kind === 'conflicts' ? 'adjudicator' : 'reviewer' }) as const;

export const listsRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'reviewer' } as const;

  for (const kind of listKinds) {
    const schema = { params: Params, querystring: PageQuery };
    app.get(`${desk}/${kind}`, { config: access(kind), schema }, (request, reply) =>
      showList(request, reply, kind, request.query, []),
    );

    app.get(`${desk}/${kind}.json`, { config: access(kind), schema }, async (request) => {
      const { page: number, ...query } = request.query;
      const place = ownDesk(request);
      const list = await listOf(app, place, kind, query);
      return {
        total: list.total,
        ...paged(list, number),
        facets: Object.fromEntries(
          facetNames.map((name) => [
            name,
            [...list.facets[name]].map(([value, count]) => ({ value, count })),
          ]),
        ),
        rows: listRows(app.db, place, kind, list, idsOn(list, number)).map(asJson),
      };
    });
  }

  for (const kind of actingKinds) {
    app.post(
      `${desk}/${kind}/bulk`,
      {
        config: access(kind),
        schema: { params: Params, body: BulkForm },
        errorHandler: (error, request, reply) => {
          const problems = formProblems(error, request.locale);
          if (!problems) throw error;
          const query = PageQuery.partial().catch({}).parse(request.body);
          return showList(request, reply.code(422), kind, PageQuery.parse(query), problems);
        },
      },
      (request, reply) => actOnMany(request, reply, kind, request.body),
    );
  }

  const acting = { params: Params.extend({ act: Id }) };
  app.get(`${desk}/bulk/:act`, { config, schema: acting }, (request, reply) => {
    const place = ownDesk(request);
    const plan = undoPlan(app.db, place, request.params.act);
    const criteria = activeCriteria(app.db, place.reviewId);
    const rows = sampleOf(request, plan.ids);
    return showConfirmation(
      request,
      reply,
      undoConfirmation(placeOf(request), plan, rows, criteria),
    );
  });

  app.post(`${desk}/bulk/:act/undo`, { config, schema: acting }, (request, reply) => {
    undoBulk(contextOf(request), ownDesk(request), request.params.act);
    return reply.redirect(
      `${pathOf(reviewOf(request), request.params.stage)}/mine?notice=bulk_undone`,
      303,
    );
  });
};

async function actOnMany(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ListKind,
  form: BulkForm,
) {
  const { db } = request.server;
  const place = ownDesk(request);
  const query = ListQuery.parse(form);
  const wish = wishOf(form);
  const list = await listOf(request.server, place, kind, query);
  const ticked = new Set(form.ids);
  const listed = list.ids();
  const ids = form.scope === 'all' ? listed : listed.filter((id) => ticked.has(id));
  const plan = planBulk(db, place, wish, ids, list.own);
  if (form.digest === plan.digest) {
    await doBulk({ ...contextOf(request), db }, place, wish, plan.ids);
    const back = `${pathOf(reviewOf(request), place.stage)}/${kind}`;
    const asked = printListQuery(query);
    return reply.redirect(`${back}?${asked ? `${asked}&` : ''}notice=bulk_done`, 303);
  }
  const { act, scope, note } = form;
  const hidden = [
    ...Object.entries({ ...query, act, scope, note, criterionId: form.criterionId ?? '' }),
    ...(scope === 'ticked' ? form.ids.map((id) => ['ids', id] as const) : []),
  ].map(([name, value]) => ({ name, value: String(value) }));
  return showConfirmation(
    request,
    reply,
    bulkConfirmation(placeOf(request), {
      ...{ kind, query, wish, plan, hidden, ticked: form.ids },
      rows: sampleOf(request, plan.ids),
      criteria: activeCriteria(db, place.reviewId),
      labels: labelsOf(db, place.reviewId),
      // Somebody else was quicker: what would be done now is not what was read.
      isChanged: form.digest !== '',
    }),
  );
}

function wishOf({ act, criterionId, note }: BulkForm): BulkWish {
  const [way = '', labelId] = act.split(':');
  if (labelId) return { kind: 'label', labelId: Number(labelId), isOn: way === 'put' };
  const answer = answers.find((each) => each === way) ?? 'exclude';
  return { kind: 'answer', answer, criterionId: answer === 'exclude' ? criterionId : null, note };
}

async function showList(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ListKind,
  { page: number, ...query }: z.infer<typeof PageQuery>,
  problems: Problem[],
) {
  const { db } = request.server;
  const place = ownDesk(request);
  const { reviewId } = place;
  const list = await listOf(request.server, place, kind, query);
  const model = listPage(placeOf(request), {
    ...{ kind, query, problems },
    facets: list.facets,
    rows: listRows(db, place, kind, list, idsOn(list, number)),
    total: list.total,
    ...paged(list, number),
    criteria: activeCriteria(db, reviewId),
    labels: labelsOf(db, reviewId),
    sources: sourceNames(db, reviewId),
    acts: bulkActsOf(db, place, actsShown),
    conflicts: conflictsAt(request),
  });
  reply.header('cache-control', 'no-store');
  return reply.page('screening/list', model, { section: 'screening' });
}

function showConfirmation(
  request: FastifyRequest,
  reply: FastifyReply,
  confirmation: Parameters<typeof confirmPage>[2],
) {
  const model = confirmPage(placeOf(request), conflictsAt(request), confirmation);
  return reply.page('screening/confirm', model, { section: 'screening' });
}

function sampleOf(request: FastifyRequest, ids: readonly number[]) {
  const { db } = request.server;
  const { reviewId, stage } = ownDesk(request);
  const hides = hidesAt(db, reviewId, stage);
  return reportsById(db, ids.slice(0, sampleSize)).map(({ id, reference }) => ({
    id,
    reference: visible(reference, hides),
  }));
}

const idsOn = (list: List, number: number) => list.ids((number - 1) * pageSize, number * pageSize);

const paged = (list: List, page: number) => ({
  page,
  pages: Math.max(1, Math.ceil(list.total / pageSize)),
});

function asJson({ own, voters, ...row }: ReturnType<typeof listRows>[number]) {
  if (!own) return { ...row, voters };
  const { answer, criterionId, note, at } = own;
  return { ...row, answer, criterionId, note, at };
}

/** Counted for those who settle them: their way to the list carries the number. */
function conflictsAt(request: FastifyRequest): number {
  if (!request.rights?.mayAdjudicate) return 0;
  return conflictCount(request.server.db, ownDesk(request));
}

function placeOf(request: FastifyRequest): Place {
  const { stage } = Params.parse(request.params);
  return { locale: request.locale, review: reviewOf(request), rights: request.rights, stage };
}

function ownDesk(request: FastifyRequest): Desk {
  const { stage } = Params.parse(request.params);
  return { reviewId: reviewOf(request).id, stage, personId: contextOf(request).actor.personId };
}
