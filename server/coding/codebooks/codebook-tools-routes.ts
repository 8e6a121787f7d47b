/** Codebooks as a whole: codes merged and split, versions kept and compared, codes written out and read in. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CodesError, type PlainCode } from '../../../import/codes/codes.ts';
import { readCodesCsv, writeCodesCsv } from '../../../import/codes/csv.ts';
import { isRdf, readSkos } from '../../../import/codes/skos.ts';
import type { LeftOut } from '../../../import/codes/skos-left.ts';
import { type SkosForm, skosForms, writeSkos } from '../../../import/codes/skos-write.ts';
import { AppError } from '../../errors.ts';
import { OneOrMany, OptionalText, type Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { translateDynamic } from '../../platform/i18n.ts';
import { contextOf } from '../../platform/sessions.ts';
import { readWords, wordsFields } from '../../platform/words-form.ts';
import { Id, personOf, showAgain } from '../http.ts';
import { carriersOf } from './code-carriers.ts';
import { splitPage, versionPage, versionsPage } from './codebook-tools-page.ts';
import {
  changesBetween,
  codesAsPlain,
  findVersion,
  keepVersion,
  latestReading,
  takeInCodes,
  versionsOf,
} from './codebook-versions.ts';
import { findCodebook, requireCodebook } from './codebooks.ts';
import { requireCode } from './codes.ts';
import { mergeCodes, splitCode } from './merge-codes.ts';

const room = '/reviews/:review/coding';
const access = { access: 'reviewer' } as const;
const CodeParams = z.object({ code: Id });
const BookParams = z.object({ codebook: Id });
const VersionParams = BookParams.extend({ version: Id });
const KeyParams = z.object({ codebook: z.string().max(100) });
const MergeForm = z.object({
  intoId: z.preprocess((value) => value || undefined, z.coerce.number('problem.required').int()),
});
const SplitForm = z.object({
  ...wordsFields('label', 300),
  ...wordsFields('definition', 4000),
  codingIds: OneOrMany(Id),
  excerptIds: OneOrMany(Id),
  findingIds: OneOrMany(Id),
  answerIds: OneOrMany(z.string().max(200)),
});
const VersionForm = z.object({ note: OptionalText(500) });
const skosTypes: Record<SkosForm, string> = {
  ttl: 'text/turtle; charset=utf-8',
  rdf: 'application/rdf+xml; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
};
const codesBytesMax = 5 * 1024 * 1024;

export const codebookToolRoutes: FastifyPluginAsyncZod = async (app) => {
  const errorHandler = showAgain(showSplit);
  app.get(
    `${room}/codes/:code/split`,
    { config: access, schema: { params: CodeParams } },
    (request, reply) => showSplit(request, reply, []),
  );
  app.post(
    `${room}/codes/:code/merge`,
    { config: access, schema: { params: CodeParams, body: MergeForm }, errorHandler },
    (request, reply) => {
      const { id } = reviewOf(request);
      const { codebookId } = requireCode(app.db, request.params.code, id);
      mergeCodes(contextOf(request), request.params.code, request.body.intoId);
      return reply.redirect(`${bookPath(request, codebookId)}?notice=codes_merged`, 303);
    },
  );
  app.post(
    `${room}/codes/:code/split`,
    { config: access, schema: { params: CodeParams, body: SplitForm }, errorHandler },
    (request, reply) => {
      const { codebookId } = requireCode(app.db, request.params.code, reviewOf(request).id);
      const { codingIds, excerptIds, findingIds, answerIds } = request.body;
      splitCode(contextOf(request), request.params.code, {
        label: readWords(request.body, 'label'),
        definition: readWords(request.body, 'definition'),
        codingIds,
        excerptIds,
        findingIds,
        answerIds,
      });
      return reply.redirect(`${bookPath(request, codebookId)}?notice=saved`, 303);
    },
  );

  app.get(
    `${room}/codebooks/:codebook/versions`,
    { config: access, schema: { params: BookParams } },
    (request, reply) => showVersions(request, reply, []),
  );
  app.get(
    `${room}/codebooks/:codebook/versions.json`,
    { config: access, schema: { params: BookParams } },
    (request) => ({
      versions: versionsOf(app.db, bookOf(request, request.params.codebook).id),
    }),
  );
  app.post(
    `${room}/codebooks/:codebook/versions`,
    {
      config: access,
      schema: { params: BookParams, body: VersionForm },
      errorHandler: showAgain(showVersions),
    },
    (request, reply) => {
      const { id } = bookOf(request, request.params.codebook);
      keepVersion(contextOf(request), id, request.body.note);
      return reply.redirect(`${bookPath(request, id)}/versions?notice=saved`, 303);
    },
  );
  app.get(
    `${room}/codebooks/:codebook/versions/:version`,
    { config: access, schema: { params: VersionParams } },
    (request, reply) => {
      const review = reviewOf(request);
      const book = bookOf(request, request.params.codebook);
      const version = findVersion(app.db, book.id, request.params.version);
      const now = codesAsPlain(app.db, review.id, book.id);
      const changes = changesBetween(version.codes, now);
      const model = versionPage(request.locale, review, { book, version, changes });
      return reply.page('coding/version', model, { section: 'coding' });
    },
  );

  app.post(
    `${room}/codebooks/:codebook/import`,
    { config: access, schema: { params: BookParams }, errorHandler: showAgain(showVersions) },
    async (request, reply) => {
      const { id } = bookOf(request, request.params.codebook);
      const { codes, ...from } = await sentCodes(request);
      takeInCodes(contextOf(request), id, codes, from);
      const page = bookPath(request, id);
      // What found no place is told where files are read in.
      if (from.left.length > 0)
        return reply.redirect(`${page}/versions?notice=codes_read_in_part#left`, 303);
      return reply.redirect(`${page}?notice=saved`, 303);
    },
  );

  const published = { config: { access: 'published' }, schema: { params: KeyParams } } as const;
  app.get('/reviews/:review/codebooks/:codebook.csv', published, (request, reply) => {
    const { codes, key } = plainBook(request, request.params.codebook);
    return sendFile(
      reply,
      'text/csv; charset=utf-8',
      `${key}.csv`,
      `\ufeff${writeCodesCsv(codes)}`,
    );
  });
  for (const form of skosForms)
    app.get(`/reviews/:review/codebooks/:codebook.${form}`, published, (request, reply) => {
      const book = plainBook(request, request.params.codebook);
      const origin = app.config.baseUrl ?? `${request.protocol}://${request.host}`;
      const review = `${origin.replace(/\/$/, '')}/reviews/${reviewOf(request).slug}`;
      const addresses = {
        book: `${review}/codebooks/${book.key}`,
        codes: `${review}/codes/${book.key}`,
      };
      const text = writeSkos(book, addresses, form);
      return sendFile(reply, skosTypes[form], `${book.key}.${form}`, text);
    });
};

function sendFile(reply: FastifyReply, type: string, name: string, text: string) {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(text);
}

function plainBook(request: FastifyRequest, key: string) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  const book = findCodebook(db, id, key);
  const codes = codesAsPlain(db, id, book.id);
  return { key: book.key, label: book.label, description: book.description, codes };
}

type SentCodes = { fileName: string; codes: PlainCode[]; left: LeftOut[] };

/** The codes of an uploaded file: SKOS in some form of RDF, or a table, told by its name and how it begins. */
async function sentCodes(request: FastifyRequest): Promise<SentCodes> {
  const sent = await request.file({ limits: { fileSize: codesBytesMax } });
  if (!sent || sent.filename === '') throw new AppError('NO_FILE', {}, 'file');
  const text = (await sent.toBuffer()).toString('utf8');
  try {
    const fileName = sent.filename;
    if (!isRdf(text, fileName)) return { fileName, codes: readCodesCsv(text), left: [] };
    const { book, left } = readSkos(text);
    return { fileName, codes: book.codes, left };
  } catch (error) {
    if (!(error instanceof CodesError)) throw error;
    const reason = translateDynamic(request.locale, `codes_problem.${error.message}`);
    throw new AppError('CODES_UNREADABLE', { reason, place: String(error.line) }, 'file');
  }
}

const bookPath = (request: FastifyRequest, id: number): string =>
  `/reviews/${reviewOf(request).slug}/coding/codebooks/${id}`;
const bookOf = (request: FastifyRequest, id: number) =>
  requireCodebook(request.server.db, id, reviewOf(request).id);

function showSplit(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const { db } = request.server;
  const code = requireCode(db, CodeParams.parse(request.params).code, review.id);
  const { key } = bookOf(request, code.codebookId);
  const read = {
    code,
    book: findCodebook(db, review.id, key),
    carriers: carriersOf(db, code, personOf(request)),
  };
  const model = splitPage(request.locale, review, read, { problems, typed: request.body });
  return reply.page('coding/split', model, { section: 'coding' });
}

function showVersions(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const book = bookOf(request, BookParams.parse(request.params).codebook);
  const { db } = request.server;
  const read = { book, versions: versionsOf(db, book.id), reading: latestReading(db, book.id) };
  const model = versionsPage(request.locale, review, read, problems);
  return reply.page('coding/versions', model, { section: 'coding' });
}
