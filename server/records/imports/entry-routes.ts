/** How references come in: files of a search, pasted text, or one typed in. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { referenceTypes } from '../../../import/reference.ts';
import { AppError } from '../../errors.ts';
import {
  emptyAsNull,
  formProblems,
  OptionalText,
  type Problem,
  RequiredText,
} from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { translate } from '../../platform/i18n.ts';
import { contextOf } from '../../platform/sessions.ts';
import { searchRuns } from '../../searches/runs.ts';
import { importFormPage } from '../page.ts';
import { placeOf } from '../routes.ts';
import { storeFile } from './files.ts';
import { storeByHand } from './hand-entry.ts';
import { createImport } from './imports.ts';
import { filesToImport, type ReceivedFile } from './receive.ts';
import { referenceFrom } from './typed.ts';
import { receiveFiles } from './uploads.ts';

const Params = z.object({ review: z.string() });
const Run = emptyAsNull(z.coerce.number().int().positive());
const FilesForm = z.object({ run: Run, format: emptyAsNull(z.string().max(40)) });
const PasteForm = FilesForm.extend({
  text: z.string('problem.required').trim().min(1, 'problem.required'),
  label: RequiredText(200),
});
const EntryForm = z.object({
  run: Run,
  type: z.enum(referenceTypes),
  title: RequiredText(5000),
  authors: OptionalText(50_000),
  year: emptyAsNull(z.coerce.number('problem.invalid').int('problem.invalid').min(1000).max(2200)),
  container: OptionalText(2000),
  volume: OptionalText(100),
  issue: OptionalText(100),
  pages: OptionalText(100),
  publisher: OptionalText(1000),
  doi: OptionalText(500),
  url: OptionalText(2000),
  abstract: OptionalText(100_000),
});

export const entryRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/reviews/:review/records/import',
    {
      config: { access: 'reviewer' },
      schema: { params: Params, querystring: z.object({ run: z.string().max(20).default('') }) },
    },
    (request, reply) => showForm(request, reply, [], { run: request.query.run }),
  );

  app.post(
    '/reviews/:review/records/import',
    { config: { access: 'reviewer' }, schema: { params: Params }, errorHandler: showAgain },
    async (request, reply) => {
      const { files, fields } = await receiveFiles(request);
      if (files.length === 0) throw new AppError('NO_FILE', {}, 'files');
      const about = FilesForm.parse(fields);
      const unpacked = [];
      for (const file of files) unpacked.push(...(await filesToImport(app.config.dataDir, file)));
      return reply.redirect(begin(request, unpacked, about), 303);
    },
  );

  app.post(
    '/reviews/:review/records/paste',
    {
      config: { access: 'reviewer' },
      schema: { params: Params, body: PasteForm },
      errorHandler: showAgain,
    },
    async (request, reply) => {
      const { text, label: fileName, ...about } = request.body;
      const { hash: fileHash, bytes } = await storeFile(app.config.dataDir, bytesOf(text));
      const file = { fileName, fileHash, fileBytes: bytes, archiveName: null, problem: null };
      return reply.redirect(begin(request, [file], about), 303);
    },
  );

  app.post(
    '/reviews/:review/records/enter',
    {
      config: { access: 'reviewer' },
      schema: { params: Params, body: EntryForm },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { run: searchRunId, ...typed } = request.body;
      const { id: reviewId, slug } = reviewOf(request);
      const reference = referenceFrom(typed);
      const label = translate(request.locale, 'import.entered', { title: reference.title });
      const { importId } = storeByHand(contextOf(request), {
        reviewId,
        searchRunId,
        label,
        references: [reference],
      });
      return reply.redirect(`/reviews/${slug}/imports/${importId}?notice=reference_added`, 303);
    },
  );
};

/** Takes the files on. @returns where to go: the import's page, or the list when there are several. */
function begin(
  request: FastifyRequest,
  files: ReceivedFile[],
  about: z.infer<typeof FilesForm>,
): string {
  const { id: reviewId, slug } = reviewOf(request);
  const input = { reviewId, searchRunId: about.run, format: about.format, asksColumns: true };
  const context = contextOf(request);
  const made = files.map((file) => createImport(context, { ...input, ...file }).importId);
  if (made.length > 1) return `/reviews/${slug}/records?notice=imports_started`;
  return `/reviews/${slug}/imports/${made[0]}`;
}

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

function showAgain(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problems = formProblems(error, request.locale);
  if (!problems) throw error;
  const typed = (request.body ?? {}) as Record<string, string>;
  return showForm(request, reply.code(422), problems, typed);
}

function showForm(
  request: FastifyRequest,
  reply: FastifyReply,
  problems: Problem[],
  typed: Record<string, string>,
) {
  const runs = searchRuns(request.server.db, reviewOf(request).id);
  const model = importFormPage(placeOf(request), runs, typed, problems);
  return reply.page('records/enter', model, { section: 'records' });
}
