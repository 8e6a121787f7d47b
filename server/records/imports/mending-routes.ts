/** What a person does about an import that could not go on by itself: columns to name, stretches to mend. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError, notFound } from '../../errors.ts';
import { formProblems, OptionalText, type Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { translate, translateDynamic } from '../../platform/i18n.ts';
import { contextOf } from '../../platform/sessions.ts';
import { placeOf } from '../routes.ts';
import { findImport } from './imports.ts';
import { findRejection, mendPiece, readMended } from './mending.ts';
import { apartPage, columnsPage, mendPage } from './mending-page.ts';
import { chooseColumns, mappingFrom } from './tables.ts';
import { findRecord, takeApart } from './take-apart.ts';

const Id = z.coerce.number().int().positive();
const ImportParams = z.object({ review: z.string(), import: Id });
const PieceParams = ImportParams.extend({ rejection: Id });
const Answers = z.looseObject({ name: OptionalText(200) });
const MendForm = z.object({
  text: z.string().max(1_000_000, 'problem.too_long'),
  act: z.enum(['read', 'set_aside']).default('read'),
});
const RecordParams = z.object({ review: z.string(), record: Id });
const ApartForm = MendForm.pick({ text: true });
type Shown = { answers: Record<string, unknown>; problems: Problem[] };

export const mendingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/reviews/:review/imports/:import/columns',
    { config: { access: 'reviewer' }, schema: { params: ImportParams, querystring: Answers } },
    (request, reply) =>
      showColumns(request, reply, request.params.import, { answers: request.query, problems: [] }),
  );

  app.post(
    '/reviews/:review/imports/:import/columns',
    {
      config: { access: 'reviewer' },
      schema: { params: ImportParams, body: Answers },
      errorHandler: (error, request, reply) => {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        const { import: importId } = ImportParams.parse(request.params);
        const answers = request.body as Record<string, unknown>;
        return showColumns(request, reply.code(422), importId, { answers, problems });
      },
    },
    (request, reply) => {
      const { id: reviewId, slug } = reviewOf(request);
      const { import: importId } = request.params;
      const head = headOf(request, importId);
      const columns = mappingFrom(head, request.body);
      const choice = { columns, name: request.body.name };
      chooseColumns(contextOf(request), { reviewId, importId }, choice);
      return reply.redirect(`/reviews/${slug}/imports/${importId}?notice=import_started`, 303);
    },
  );

  app.get(
    '/reviews/:review/imports/:import/rejected/:rejection',
    { config: { access: 'reviewer' }, schema: { params: PieceParams } },
    (request, reply) => showPiece(request, reply, { text: null, problem: null }),
  );

  app.post(
    '/reviews/:review/imports/:import/rejected/:rejection',
    { config: { access: 'reviewer' }, schema: { params: PieceParams, body: MendForm } },
    async (request, reply) => {
      const { slug } = reviewOf(request);
      const place = placeOfPiece(request);
      const raw = request.body.text.replaceAll('\r\n', '\n');
      const { row } = findRejection(app.db, place);
      const isAside = request.body.act === 'set_aside';
      const read = isAside ? { pieces: [] } : await readMended(row, raw);
      if ('problem' in read) {
        const { code, params } = read.problem;
        const problem = translateDynamic(request.locale, `piece_problem.${code}`, params);
        return showPiece(request, reply.code(422), { text: raw, problem });
      }
      mendPiece(contextOf(request), place, { raw, pieces: read.pieces });
      const notice = isAside ? 'piece_set_aside' : 'piece_mended';
      const list = `/reviews/${slug}/imports/${place.importId}?outcome=rejected`;
      return reply.redirect(`${list}&notice=${notice}#report`, 303);
    },
  );

  app.get(
    '/reviews/:review/records/:record/apart',
    { config: { access: 'reviewer' }, schema: { params: RecordParams } },
    (request, reply) => showApart(request, reply, { text: null, problem: null }),
  );

  app.post(
    '/reviews/:review/records/:record/apart',
    { config: { access: 'reviewer' }, schema: { params: RecordParams, body: ApartForm } },
    async (request, reply) => {
      const { slug } = reviewOf(request);
      const place = placeOfRecord(request);
      const raw = request.body.text.replaceAll('\r\n', '\n');
      const { row, found } = findRecord(app.db, place);
      const read = await readMended(row, raw);
      if ('problem' in read || read.pieces.length < 2) {
        const problem =
          'problem' in read
            ? translateDynamic(
                request.locale,
                `piece_problem.${read.problem.code}`,
                read.problem.params,
              )
            : translate(request.locale, 'apart.one');
        return showApart(request, reply.code(422), { text: raw, problem });
      }
      takeApart(contextOf(request), place, { raw, pieces: read.pieces });
      const report = `/reviews/${slug}/reports/${found.reportId}`;
      return reply.redirect(`${report}?notice=record_taken_apart`, 303);
    },
  );
};

function placeOfRecord(request: FastifyRequest) {
  const { record: recordId } = RecordParams.parse(request.params);
  return { reviewId: reviewOf(request).id, recordId };
}

function showApart(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: { text: string | null; problem: string | null },
) {
  const { row, found } = findRecord(request.server.db, placeOfRecord(request));
  const model = apartPage(placeOf(request), { row, record: found, ...typed });
  return reply.page('records/apart', model, { section: 'records' });
}

function headOf(request: FastifyRequest, importId: number) {
  const row = findImport(request.server.db, reviewOf(request).id, importId);
  if (!row?.tableHead) throw notFound();
  if (!row.awaitsColumns) throw new AppError('IMPORT_NOT_WAITING');
  return row.tableHead;
}

function showColumns(
  request: FastifyRequest,
  reply: FastifyReply,
  importId: number,
  { answers, problems }: Shown,
) {
  const row = findImport(request.server.db, reviewOf(request).id, importId);
  if (!row?.awaitsColumns || !row.tableHead) throw notFound();
  const { tableHead } = row;
  const columns = mappingFrom(tableHead, answers);
  const name = String(answers.name ?? '');
  const model = columnsPage(placeOf(request), { row, tableHead, columns, name, problems });
  return reply.page('records/columns', model, { section: 'records' });
}

function placeOfPiece(request: FastifyRequest) {
  const { import: importId, rejection: rejectionId } = PieceParams.parse(request.params);
  return { reviewId: reviewOf(request).id, importId, rejectionId };
}

function showPiece(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: { text: string | null; problem: string | null },
) {
  const { row, rejected } = findRejection(request.server.db, placeOfPiece(request));
  const model = mendPage(placeOf(request), { row, rejected, ...typed });
  return reply.page('records/mend', model, { section: 'records' });
}
