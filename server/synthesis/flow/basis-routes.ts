/** What the flow is counted from besides searches and votes: removals, lists of older reviews, earlier versions. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { removalKinds } from '../../../schema/flow.ts';
import { stages } from '../../../schema/screening.ts';
import { Id, showAgain } from '../../coding/http.ts';
import { AppError } from '../../errors.ts';
import { emptyAsNull, formProblems, OptionalText, type Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { pathOfFile } from '../../records/imports/files.ts';
import { receiveFiles } from '../../records/imports/uploads.ts';
import { removalsOf, removeBeforeScreening, undoRemoval } from '../../screening/removals.ts';
import { importStageList, stageListsOf } from '../../screening/stage-lists/lists.ts';
import { basisPage } from './basis-page.ts';
import { marksOf, setMetaAnalysis } from './meta-analysis.ts';
import { addPreviousStudies, previousStudies, withdrawPreviousStudy } from './previous.ts';
import { readPreviousLines } from './previous-lines.ts';
import { Params } from './request.ts';

const room = '/reviews/:review/flow/basis';
const reviewer = { access: 'reviewer' } as const;
const owner = { access: 'owner' } as const;

/** Numbers with anything between them. */
const Numbers = OptionalText(100_000).transform((text) =>
  (text.match(/\d+/g) ?? []).map(Number).filter(Number.isSafeInteger),
);
const Year = emptyAsNull(z.coerce.number('problem.invalid').int('problem.invalid'));
const RemovalForm = z.object({
  kind: z.enum(removalKinds).default('other'),
  reason: OptionalText(500),
  tool: OptionalText(200),
  reports: Numbers,
  yearBefore: Year,
  yearAfter: Year,
  languages: OptionalText(200).transform((text) => text.toLowerCase().match(/[a-z]{2,3}/g) ?? []),
});
const PreviousForm = z.object({ studies: OptionalText(100_000), source: OptionalText(500) });

export const flowBasisRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(room, { config: reviewer, schema: { params: Params } }, (request, reply) =>
    show(request, reply, []),
  );
  app.get(`${room}.json`, { config: reviewer, schema: { params: Params } }, (request) =>
    basisOf(request),
  );
  const shown = showAgain(show);
  app.post(
    `${room}/removals`,
    { config: reviewer, schema: { params: Params, body: RemovalForm }, errorHandler: shown },
    (request, reply) => {
      const { reports: reportIds, ...form } = request.body;
      const reviewId = reviewOf(request).id;
      removeBeforeScreening(contextOf(request), { reviewId, reportIds, ...form });
      return done(request, reply, 'records_removed');
    },
  );
  app.post(
    `${room}/removals/:removal/undo`,
    { config: reviewer, schema: { params: Params.extend({ removal: Id }) } },
    (request, reply) => {
      const reviewId = reviewOf(request).id;
      undoRemoval(contextOf(request), { reviewId, removalId: request.params.removal });
      return done(request, reply, 'records_put_back');
    },
  );
  app.post(
    `${room}/previous`,
    { config: owner, schema: { params: Params, body: PreviousForm }, errorHandler: shown },
    (request, reply) => {
      const { studies, source } = request.body;
      const review = reviewOf(request);
      const inputs = readPreviousLines(app.db, review.id, studies, source);
      addPreviousStudies(contextOf(request), review.id, inputs);
      return done(request, reply, 'flow_basis_saved');
    },
  );
  app.post(
    `${room}/previous/:study/withdraw`,
    {
      config: owner,
      schema: {
        params: Params.extend({ study: Id }),
        body: z.object({ reason: OptionalText(500) }),
      },
      errorHandler: shown,
    },
    (request, reply) => {
      const about = { reviewId: reviewOf(request).id, id: request.params.study };
      withdrawPreviousStudy(contextOf(request), { ...about, reason: request.body.reason });
      return done(request, reply, 'flow_basis_saved');
    },
  );
  app.post(
    `${room}/meta-analysis`,
    { config: reviewer, schema: { params: Params, body: z.object({ marked: Numbers }) } },
    (request, reply) => {
      setMetaAnalysis(contextOf(request), reviewOf(request).id, request.body.marked);
      return done(request, reply, 'flow_basis_saved');
    },
  );
  app.post(`${room}/lists`, { config: owner, schema: { params: Params } }, readList);
};

async function readList(request: FastifyRequest, reply: FastifyReply) {
  const review = reviewOf(request);
  const { files, fields } = await receiveFiles(request);
  try {
    const [file] = files;
    if (!file) throw new AppError('STAGE_LIST_UNREADABLE', {}, 'file');
    const { listId } = await importStageList(contextOf(request), {
      reviewId: review.id,
      stage: z.enum(stages).catch('title_abstract').parse(fields.stage),
      fileName: file.fileName,
      fileHash: file.fileHash,
      path: pathOfFile(request.server.config.dataDir, file.fileHash),
      excludesOthers: fields.others !== undefined,
    });
    const page = `/reviews/${review.slug}/flow/basis/lists/${listId}`;
    return reply.redirect(`${page}?notice=stage_list_read`, 303);
  } catch (error) {
    const problems = formProblems(error, request.locale);
    if (!problems) throw error;
    return show(request, reply.code(422), problems);
  }
}

function done(request: FastifyRequest, reply: FastifyReply, notice: string) {
  const page = `/reviews/${reviewOf(request).slug}/flow/basis`;
  return reply.redirect(`${page}?notice=${notice}`, 303);
}

function show(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { slug } = reviewOf(request);
  const { mayOwn = false } = request.rights ?? {};
  const about = { slug, mayOwn, problems, typed: request.body };
  const model = basisPage(request.locale, basisOf(request), about);
  return reply.page('synthesis/flow-basis', model, { section: 'flow' });
}

function basisOf(request: FastifyRequest) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  return {
    removals: removalsOf(db, id),
    previous: previousStudies(db, id),
    metaAnalysis: marksOf(db, id).map((mark) => mark.rootId),
    lists: stageListsOf(db, id),
  };
}

export type Basis = ReturnType<typeof basisOf>;
