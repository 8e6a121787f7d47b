/** How the written report is put together: its parts, its style of references, its template. */
import { readFile } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type DeliveryPart, deliveryPartKinds } from '../../../schema/deliveries.ts';
import { AppError, notFound } from '../../errors.ts';
import { formProblems, type Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { pathOfFile } from '../../records/imports/files.ts';
import { receiveFiles } from '../../records/imports/uploads.ts';
import { tableChoices } from '../../synthesis/builder/any-table.ts';
import { findStyles, styleInfo } from '../csl/styles.ts';
import { readParts } from '../zip.ts';
import { type Delivery, deliveryInForce, saveDelivery, suggestedParts } from './deliveries.ts';
import { isAsTheReviewIs, madeReports, readyReports } from './made.ts';
import { deliveryPage, wordsIn } from './page.ts';
import { requireTemplate } from './template.ts';

const Params = z.object({ review: z.string().max(100) });
const At = z.coerce.number().int().min(0).max(1000);
/** One of the tables of the review; which there are, the review knows. */
const TableName = z.string().max(200);
const partsMax = 60;
const textMax = 20_000;

export const deliveryRoutes: FastifyPluginAsyncZod = async (app) => {
  const path = '/reviews/:review/word-report';
  const owner = { config: { access: 'owner' } } as const;

  app.get(path, { config: { access: 'published' }, schema: { params: Params } }, (request, reply) =>
    showPage(request, reply),
  );

  const Change = z.object({
    at: At,
    act: z.enum(['up', 'down', 'remove', 'save']),
    table: TableName.optional(),
  });
  app.post(
    `${path}/parts`,
    { ...owner, schema: { params: Params, body: Change.catchall(z.string().max(textMax)) } },
    (request, reply) => {
      const { at, act, table, ...fields } = request.body;
      if (table !== undefined) requireChoice(request, table);
      const words = fields as Record<string, string>;
      save(request, ({ parts }) => ({
        parts:
          act === 'save'
            ? parts.map((part, each) =>
                each === at
                  ? {
                      ...part,
                      heading: wordsIn(words, 'heading'),
                      text: wordsIn(words, 'text'),
                      table: table ?? part.table,
                    }
                  : part,
              )
            : moved(parts, at, act),
      }));
      return back(request, reply, 'saved');
    },
  );

  const Added = z.object({ kind: z.enum(deliveryPartKinds), table: TableName });
  app.post(
    `${path}/parts/new`,
    { ...owner, schema: { params: Params, body: Added } },
    (request, reply) => {
      const { kind, table } = request.body;
      if (kind === 'table') requireChoice(request, table);
      const part = { kind, heading: {}, text: {}, table: kind === 'table' ? table : '' };
      save(request, ({ parts }) => ({ parts: [...parts, part].slice(0, partsMax) }));
      return back(request, reply, 'saved');
    },
  );

  app.post(`${path}/suggested`, { ...owner, schema: { params: Params } }, (request, reply) => {
    save(request, () => ({ parts: suggestedParts() }));
    return back(request, reply, 'saved');
  });

  const Style = z.object({
    style: z.string().max(200),
    name: z.string().trim().max(200).default(''),
  });
  app.post(
    `${path}/style`,
    { ...owner, schema: { params: Params, body: Style } },
    (request, reply) => {
      const { style, name } = request.body;
      return refusable(request, reply, () => {
        const named = name === '' ? style : styleNamed(name);
        save(request, () => ({ citationStyle: named }));
        return back(request, reply, 'saved');
      });
    },
  );

  app.post(`${path}/template`, { ...owner, schema: { params: Params } }, async (request, reply) => {
    const { files } = await receiveFiles(request);
    return refusable(request, reply, async () => {
      const [file] = files;
      if (!file) throw new AppError('TEMPLATE_UNREADABLE', {}, 'template');
      const bytes = await readFile(pathOfFile(app.config.dataDir, file.fileHash));
      const parts = await readParts(bytes).catch(() => {
        throw new AppError('TEMPLATE_UNREADABLE', {}, 'template');
      });
      requireTemplate(parts);
      save(request, () => ({ templateFileHash: file.fileHash, templateName: file.fileName }));
      return back(request, reply, 'template_used');
    });
  });

  app.post(
    `${path}/template/remove`,
    { ...owner, schema: { params: Params } },
    (request, reply) => {
      save(request, () => ({ templateFileHash: null, templateName: '' }));
      return back(request, reply, 'saved');
    },
  );
};

function showPage(request: FastifyRequest, reply: FastifyReply, problems: Problem[] = []) {
  const review = reviewOf(request);
  const { db, config } = request.server;
  const { mayOwn = false, mayRead = false } = request.rights ?? {};
  const place = { locale: request.locale, slug: review.slug, mayOwn, tables: choicesOf(request) };
  const isPublic = !mayRead;
  const made = {
    latest: madeReports(db, review.id, isPublic),
    ready: readyReports({ db, dataDir: config.dataDir }, review.id, isPublic).map((each) => ({
      ...each,
      isCurrent: isAsTheReviewIs(db, review.id, each),
    })),
  };
  const model = deliveryPage(place, deliveryInForce(db, review.id), made, problems);
  const scripts = model.progress ? ['progress'] : [];
  return reply.page('export/report', model, { section: 'files', scripts });
}

const choicesOf = (request: FastifyRequest) =>
  tableChoices(request.server.db, reviewOf(request).id, {
    locale: request.locale,
    onlyPublic: !request.rights?.mayRead,
  });

/** @throws NOT_FOUND for a table that the review does not have. */
function requireChoice(request: FastifyRequest, table: string): void {
  if (!choicesOf(request).some(({ name }) => name === table)) throw notFound();
}

function save(request: FastifyRequest, change: (now: Delivery) => Partial<Delivery>): void {
  const { id } = reviewOf(request);
  const context = contextOf(request);
  saveDelivery(context, id, change(deliveryInForce(context.db, id)));
}

const back = (request: FastifyRequest, reply: FastifyReply, notice: string) =>
  reply.redirect(`/reviews/${reviewOf(request).slug}/word-report?notice=${notice}`, 303);

/** A refused form comes back with what is wrong beside its field. */
async function refusable<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  act: () => T | Promise<T>,
) {
  try {
    return await act();
  } catch (error) {
    const problems = formProblems(error, request.locale);
    if (!problems) throw error;
    return showPage(request, reply.status(422), problems);
  }
}

/** By its name in the Citation Style Language, or by words of its title. */
function styleNamed(name: string): string {
  const found = styleInfo(name)?.id ?? findStyles(name, 1)[0]?.id;
  if (!found) throw new AppError('UNKNOWN_STYLE', { style: name }, 'style');
  return found;
}

function moved(parts: DeliveryPart[], at: number, act: 'up' | 'down' | 'remove'): DeliveryPart[] {
  const part = parts[at];
  if (!part) throw notFound();
  const others = parts.filter((_, each) => each !== at);
  if (act === 'remove') return others;
  const to = Math.max(0, act === 'up' ? at - 1 : at + 1);
  return [...others.slice(0, to), part, ...others.slice(to)];
}
