/** What a file brought along: seen, matched, taken over, and taken back. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError, notFound } from '../../errors.ts';
import { reviewOf } from '../../platform/guards.ts';
import { translateDynamic } from '../../platform/i18n.ts';
import { contextOf } from '../../platform/sessions.ts';
import { findImport } from '../../records/imports/imports.ts';
import {
  accountOf,
  actOf,
  actsOf,
  ifActUndone,
  planOf,
  readMatches,
  takeOverBrought,
  undoAct,
} from './acts.ts';
import type { Choices } from './matches.ts';
import { actPage, broughtPage } from './page.ts';
import { fates } from './plan.ts';

const room = '/reviews/:review/imports/:import/brought';
const Id = z.coerce.number().int().positive();
const Params = z.object({ review: z.string(), import: Id });
const ActParams = Params.extend({ act: Id });
const choiceKinds = ['people', 'reasons', 'codes'] as const;
/** `reasons.E1`: what a word of the file is here. The words are the file's, so no list of them can be given. */
const Choice = z.record(
  z.string().max(2000),
  z.union([z.string().max(2000), z.array(z.string().max(2000))]),
);

export const broughtRoutes: FastifyPluginAsyncZod = async (app) => {
  const schema = { params: Params, querystring: Choice };
  app.get(room, { config: { access: 'reviewer' }, schema }, (request, reply) =>
    show(request, reply, request.query, null),
  );
  app.get(`${room}.json`, { config: { access: 'reviewer' }, schema }, async (request) => {
    const { lines, matches, account, acts } = await dataOf(request, request.query);
    return { account, matches, acts, lines };
  });
  app.post(
    room,
    { config: { access: 'owner' }, schema: { params: Params, body: Choice } },
    async (request, reply) => {
      const about = aboutOf(request);
      try {
        await takeOverBrought(contextOf(request), about, choicesIn(request.body));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'NOTHING_TO_TAKE_OVER') throw error;
        const problem = translateDynamic(request.locale, `error.${error.code}`);
        return show(request, reply.code(422), request.body, problem);
      }
      const page = `/reviews/${reviewOf(request).slug}/imports/${about.importId}/brought`;
      return reply.redirect(`${page}?notice=brought_taken_over`, 303);
    },
  );
  app.get(
    `${room}/acts/:act`,
    { config: { access: 'reviewer' }, schema: { params: ActParams } },
    (request, reply) => {
      const about = aboutOf(request);
      const act = actOf(app.db, about, request.params.act);
      const consequences = act.undoneAt === null ? ifActUndone(app.db, act.id) : [];
      const model = actPage(placeOf(request), about.importId, act, consequences);
      return reply.page('export/brought-act', model, { section: 'records' });
    },
  );
  app.post(
    `${room}/acts/:act/undo`,
    { config: { access: 'owner' }, schema: { params: ActParams } },
    (request, reply) => {
      const about = aboutOf(request);
      undoAct(contextOf(request), about, request.params.act);
      const page = `/reviews/${reviewOf(request).slug}/imports/${about.importId}/brought`;
      return reply.redirect(`${page}?notice=brought_taken_back`, 303);
    },
  );
};

type Sent = z.infer<typeof Choice>;

function choicesIn(sent: Sent): Choices {
  const of = (kind: string) =>
    Object.fromEntries(
      Object.entries(sent).flatMap(([name, value]) => {
        const [last] = [value].flat().slice(-1);
        return name.startsWith(`${kind}.`) ? [[name.slice(kind.length + 1), last ?? '']] : [];
      }),
    );
  return { people: of('people'), reasons: of('reasons'), codes: of('codes') };
}

function aboutOf(request: FastifyRequest) {
  const { import: importId } = request.params as z.infer<typeof Params>;
  return { reviewId: reviewOf(request).id, importId };
}

const placeOf = (request: FastifyRequest) => ({
  locale: request.locale,
  slug: reviewOf(request).slug,
  mayOwn: request.rights?.mayOwn ?? false,
});

async function dataOf(request: FastifyRequest, sent: Sent) {
  const { db } = request.server;
  const about = aboutOf(request);
  const row = findImport(db, about.reviewId, about.importId);
  if (!row) throw notFound();
  const { matches, targets } = await readMatches(db, about, choicesIn(sent));
  const lines = await planOf(db, about, matches);
  const account = accountOf(lines);
  const acts = actsOf(db, about);
  return { importId: row.id, fileName: row.fileName, matches, targets, account, lines, acts };
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
  problem: string | null,
) {
  const data = await dataOf(request, sent);
  const fate = fates.find((each) => each === sent.show) ?? null;
  const page = Id.catch(1).parse(sent.page ?? 1);
  const query = new URLSearchParams(
    Object.entries(sent).flatMap(([name, value]) =>
      choiceKinds.some((kind) => name.startsWith(`${kind}.`)) ? [[name, String(value)]] : [],
    ),
  ).toString();
  const model = broughtPage(placeOf(request), { ...data, shown: { fate, page }, query, problem });
  return reply.page('export/brought', model, { section: 'records' });
}
