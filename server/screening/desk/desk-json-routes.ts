/** What the desk's script asks for: the next records, already fetched, and the votes that waited in the browser. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { stages } from '../../../schema/screening.ts';
import { AppError } from '../../errors.ts';
import { reviewOf } from '../../platform/guards.ts';
import { type MessageKey, translate } from '../../platform/i18n.ts';
import { contextOf } from '../../platform/sessions.ts';
import { pathOf } from '../page.ts';
import { Id, VoteBody } from '../votes/vote-form.ts';
import { type Cast, castTogether } from '../votes/votes-together.ts';
import { besideOf, deskRecord, lookOf } from './look.ts';
import { type Desk, nextReports, ownProgress, readReport, type StoredReport } from './queue.ts';

const fetchedMax = 30;
const votesMax = 100;

const StageParams = z.object({ review: z.string(), stage: z.enum(stages) });
const NextQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(fetchedMax).default(10),
  /** Reports that the browser has already, or has answered: `12,13`. */
  except: z
    .string()
    .max(4000)
    .regex(/^[\d,]*$/)
    .default(''),
});
const VotesBody = z.object({
  /** Who answered: somebody else may have signed in in this browser since. */
  personId: Id.optional(),
  votes: z.array(VoteBody).min(1).max(votesMax),
});

const desk = '/reviews/:review/screening/:stage';

export const deskJsonRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { access: 'reviewer' } as const;

  app.get(
    `${desk}/next.json`,
    { config, schema: { params: StageParams, querystring: NextQuery } },
    (request, reply) => {
      const { after, limit, except } = request.query;
      const place = ownDesk(request);
      const had = new Set(except.split(',').filter(Boolean).map(Number));
      const reports = nextReports(app.db, place, { after, limit, except: had });
      reply.header('cache-control', 'no-store');
      const progress = JSON.stringify(progressOf(request, place));
      reply.type('application/json; charset=utf-8');
      return `{"progress":${progress},"reports":[${shownTexts(request, place, reports).join()}]}`;
    },
  );

  app.post(
    `${desk}/votes.json`,
    { config, schema: { params: StageParams, body: VotesBody } },
    (request) => {
      const place = ownDesk(request);
      const { reviewId, stage, personId } = place;
      if ((request.body.personId ?? personId) !== personId) throw new AppError('SIGN_IN_REQUIRED');
      const inputs = request.body.votes.map((vote) => ({ ...vote, reviewId, stage }));
      return castTogether(app.db, contextOf(request), inputs, (casts) => ({
        votes: casts.map((cast, index) => ({
          clientKey: inputs[index]?.clientKey ?? null,
          ...said(request, cast),
        })),
        progress: progressOf(request, place),
      }));
    },
  );
};

/** One's own progress, in words too: the page that asks has no plural rules. */
function progressOf(request: FastifyRequest, place: Desk) {
  const progress = ownProgress(request.server.db, place);
  return { ...progress, text: translate(request.locale, 'screening.own_progress', progress) };
}

/** A vote that came too late, or that the rules refuse, will be refused for ever: the sender lets it go and says so. */
function said(request: FastifyRequest, cast: Cast) {
  if ('stored' in cast) return { ...cast.stored, refused: null };
  const { refused } = cast;
  if (!(refused instanceof AppError)) throw refused;
  const message = translate(request.locale, `error.${refused.code}` as MessageKey, refused.params);
  return { refused: { code: refused.code, message } };
}

/** Each publication as the browser is sent it, in JSON. */
function shownTexts(request: FastifyRequest, place: Desk, reports: StoredReport[]): string[] {
  const { db, renderTemplate } = request.server;
  const { slug } = reviewOf(request);
  const { stage } = place;
  const look = lookOf(db, place);
  const ids = reports.map(({ id }) => id);
  const beside = besideOf(db, stage, ids);
  const page = { slug, path: pathOf({ slug }, stage), isFullText: stage === 'full_text' };
  const { hides, terms, labels } = look;
  const shownAs = JSON.stringify([request.locale, page, hides, terms, labels]);
  return reports.map((stored) => {
    const besides = beside(stored.id);
    const name = `${stored.id} ${JSON.stringify(besides)} ${shownAs}`;
    return keptText(name, stored.text, () => {
      const record = deskRecord(look, readReport(stored), besides);
      const html = renderTemplate('screening/record', { ...page, record }, request);
      return JSON.stringify({ id: record.id, title: record.title, html });
    });
  });
}

/** With the references that they were made of: whoever judges the same publication is shown the same. */
const kept = new Map<string, { of: string; text: string }>();
const textsMax = 500;

function keptText(name: string, of: string, make: () => string): string {
  const known = kept.get(name);
  const text = known?.of === of ? known.text : make();
  // The one used last stands last: the first is the one to let go.
  kept.delete(name);
  kept.set(name, { of, text });
  const [oldest] = kept.keys();
  if (kept.size > textsMax && oldest !== undefined) kept.delete(oldest);
  return text;
}

function ownDesk(request: FastifyRequest): Desk {
  const { stage } = request.params as z.infer<typeof StageParams>;
  return { reviewId: reviewOf(request).id, stage, personId: contextOf(request).actor.personId };
}
