/** The filled reporting checklist: a page, and a file in any format of the tables. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { reviewOf } from '../../platform/guards.ts';
import { FileQuery, fileLocale, sendGrid } from '../tables/send-grid.ts';
import { tableFormats } from '../tables/table-files.ts';
import { answersOf } from './answers.ts';
import { type Checklist, checklists } from './items.ts';
import { checklistGrid, checklistPage } from './page.ts';
import { sectionsOf } from './sections.ts';

const Params = z.object({ review: z.string().max(100) });
const Query = z.object({ list: z.enum(checklists).optional() });
const FileOf = Query.extend(FileQuery.shape);
const published = { access: 'published' } as const;

export const checklistRoutes: FastifyPluginAsyncZod = async (app) => {
  const schema = { params: Params, querystring: Query };
  app.get('/reviews/:review/checklist', { config: published, schema }, (request, reply) => {
    const filled = filledChecklist(request);
    return reply.page('synthesis/checklist', checklistPage(filled), { section: 'flow' });
  });
  app.get('/reviews/:review/checklist.json', { config: published, schema }, (request) => {
    const { list, answers, sections } = filledChecklist(request);
    return { list, answers, sections };
  });
  for (const format of tableFormats)
    app.get(
      `/reviews/:review/checklist.${format}`,
      { config: published, schema: { params: Params, querystring: FileOf } },
      (request, reply) => {
        const filled = filledChecklist(request, fileLocale(request));
        return sendGrid(request, reply, { grid: checklistGrid(filled), format, name: filled.list });
      },
    );
};

function filledChecklist(request: FastifyRequest, locale = request.locale) {
  const review = reviewOf(request);
  const own: Checklist =
    review.kind === 'scoping' || review.kind === 'evidence_map' ? 'prisma-scr' : 'prisma-2020';
  const list = Query.parse(request.query).list ?? own;
  const { db } = request.server;
  const answers = answersOf(db, review);
  const isPublic = !request.rights?.mayRead;
  const sections = sectionsOf({ db, review, locale, isPublic }, (topic) => Boolean(answers[topic]));
  return { review, list, locale, answers, sections };
}

export type FilledChecklist = ReturnType<typeof filledChecklist>;
