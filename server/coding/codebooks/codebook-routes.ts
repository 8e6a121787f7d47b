/** Codebooks: the team's pages to write them, everybody's pages to read them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { codebookKinds } from '../../../schema/coding.ts';
import { locales, type Words } from '../../../schema/columns.ts';
import { OptionalText, type Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { readWords, wordsFields } from '../../platform/words-form.ts';
import { Id, OptionalId, personOf, showAgain } from '../http.ts';
import { codeUse } from './code-use.ts';
import {
  codebookAsJson,
  codebookPage,
  codebooksPage,
  codePage,
  publicCodebookPage,
  publicCodebooksPage,
} from './codebook-page.ts';
import * as codebooks from './codebooks.ts';
import * as codes from './codes.ts';

const room = '/reviews/:review/coding';
const BookParams = z.object({ codebook: Id });
const CodeParams = z.object({ code: Id });
const KeyParams = z.object({ codebook: z.string().max(100) });

const bookFields = {
  ...wordsFields('label', 200),
  ...wordsFields('description', 4000),
  source: OptionalText(500),
};
const BookForm = z.object(bookFields);
const NewBookForm = z.object({ ...bookFields, kind: z.enum(codebookKinds) });
const codeFields = {
  ...wordsFields('label', 300),
  ...wordsFields('definition', 4000),
  ...wordsFields('examples', 4000),
  ...wordsFields('synonyms', 2000),
  source: OptionalText(500),
};
const CodeForm = z.object(codeFields);
const NewCodeForm = z.object({ ...codeFields, parentId: OptionalId });
const MoveForm = z.object({
  parentId: OptionalId,
  position: z.coerce.number('problem.invalid').int().min(1, 'problem.invalid').max(10_000),
});

export const codebookRoutes: FastifyPluginAsyncZod = async (app) => {
  const access = { access: 'reviewer' } as const;

  app.get(room, { config: access }, (request, reply) => showCodebooks(request, reply, []));

  app.post(
    `${room}/codebooks`,
    { config: access, schema: { body: NewBookForm }, errorHandler: showAgain(showCodebooks) },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const made = codebooks.addCodebook(contextOf(request), id, {
        ...bookOf(request.body),
        kind: request.body.kind,
      });
      return reply.redirect(`/reviews/${slug}/coding/codebooks/${made}?notice=saved`, 303);
    },
  );

  app.get(
    `${room}/codebooks/:codebook`,
    { config: access, schema: { params: BookParams } },
    (request, reply) => showCodebook(request, reply, []),
  );

  app.post(
    `${room}/codebooks/:codebook`,
    {
      config: access,
      schema: { params: BookParams, body: BookForm },
      errorHandler: showAgain(showCodebook),
    },
    (request, reply) => {
      const row = bookInReview(request, request.params.codebook);
      codebooks.changeCodebook(contextOf(request), row.id, bookOf(request.body));
      return reply.redirect(`${bookPath(request, row.id)}?notice=saved`, 303);
    },
  );

  app.post(
    `${room}/codebooks/:codebook/archive`,
    { config: access, schema: { params: BookParams } },
    (request, reply) => {
      const row = bookInReview(request, request.params.codebook);
      codebooks.archiveCodebook(contextOf(request), row.id);
      return reply.redirect(`/reviews/${reviewOf(request).slug}/coding?notice=archived`, 303);
    },
  );

  app.post(
    `${room}/codebooks/:codebook/codes`,
    {
      config: access,
      schema: { params: BookParams, body: NewCodeForm },
      errorHandler: showAgain(showCodebook),
    },
    (request, reply) => {
      const row = bookInReview(request, request.params.codebook);
      const { parentId } = request.body;
      codes.addCode(contextOf(request), row.id, { ...codeOf(request.body), parentId });
      return reply.redirect(`${bookPath(request, row.id)}?notice=saved`, 303);
    },
  );

  app.get(
    `${room}/codes/:code`,
    { config: access, schema: { params: CodeParams } },
    (request, reply) => showCode(request, reply, []),
  );

  app.post(
    `${room}/codes/:code`,
    {
      config: access,
      schema: { params: CodeParams, body: CodeForm },
      errorHandler: showAgain(showCode),
    },
    (request, reply) => {
      const row = codeInReview(request, request.params.code);
      codes.changeCode(contextOf(request), row.id, codeOf(request.body));
      return reply.redirect(`${bookPath(request, row.codebookId)}?notice=saved`, 303);
    },
  );

  app.post(
    `${room}/codes/:code/move`,
    {
      config: access,
      schema: { params: CodeParams, body: MoveForm },
      errorHandler: showAgain(showCode),
    },
    (request, reply) => {
      const row = codeInReview(request, request.params.code);
      codes.moveCode(contextOf(request), row.id, request.body);
      return reply.redirect(`${bookPath(request, row.codebookId)}?notice=moved`, 303);
    },
  );

  app.post(
    `${room}/codes/:code/archive`,
    { config: access, schema: { params: CodeParams }, errorHandler: showAgain(showCode) },
    (request, reply) => {
      const row = codeInReview(request, request.params.code);
      codes.archiveCode(contextOf(request), row.id);
      return reply.redirect(`${bookPath(request, row.codebookId)}?notice=archived`, 303);
    },
  );

  app.get('/reviews/:review/codebooks', { config: { access: 'published' } }, (request, reply) => {
    const books = codebooks.codebooksOf(app.db, reviewOf(request).id);
    return reply.page(
      'coding/public-codebooks',
      publicCodebooksPage(request.locale, reviewOf(request), books),
    );
  });

  app.get('/reviews/:review/codebooks.json', { config: { access: 'published' } }, (request) => ({
    codebooks: codebooks
      .codebooksOf(app.db, reviewOf(request).id)
      .map(({ key, kind, label, description, source, codeCount }) => ({
        key,
        kind,
        label,
        description,
        source,
        codeCount,
      })),
  }));

  app.get(
    '/reviews/:review/codebooks/:codebook',
    { config: { access: 'published' }, schema: { params: KeyParams } },
    (request, reply) =>
      reply.page('coding/public-codebook', readPublic(request, request.params.codebook)),
  );

  app.get(
    '/reviews/:review/codebooks/:codebook.json',
    { config: { access: 'published' }, schema: { params: KeyParams } },
    (request) => {
      const { id } = reviewOf(request);
      const book = codebooks.findCodebook(app.db, id, request.params.codebook);
      return codebookAsJson(book, codeUse(app.db, id, { onlyFinal: !mayRead(request) }));
    },
  );
};

type BookBody = z.infer<typeof BookForm>;
type CodeBody = z.infer<typeof CodeForm>;

const bookOf = (body: BookBody) => ({
  label: readWords(body, 'label'),
  description: readWords(body, 'description'),
  source: body.source,
});

const codeOf = (body: CodeBody) => ({
  label: readWords(body, 'label'),
  definition: readWords(body, 'definition'),
  examples: readWords(body, 'examples'),
  synonyms: synonymsOf(readWords(body, 'synonyms')),
  source: body.source,
});

/** One language's synonyms are typed as a list with commas, semicolons or lines between. */
function synonymsOf(written: Words): codes.Synonyms {
  return Object.fromEntries(
    locales.map((locale) => [locale, (written[locale] ?? '').split(/[,;\n]/)]),
  );
}

const mayRead = (request: FastifyRequest): boolean => request.rights?.mayRead ?? false;
const bookPath = (request: FastifyRequest, id: number): string =>
  `/reviews/${reviewOf(request).slug}/coding/codebooks/${id}`;
const bookInReview = (request: FastifyRequest, id: number) =>
  codebooks.requireCodebook(request.server.db, id, reviewOf(request).id);
const codeInReview = (request: FastifyRequest, id: number) =>
  codes.requireCode(request.server.db, id, reviewOf(request).id);

function showCodebooks(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const books = codebooks.codebooksOf(request.server.db, review.id);
  const model = codebooksPage(request.locale, review, books, problems, request.body);
  return reply.page('coding/codebooks', model, { section: 'coding' });
}

function showCodebook(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const { db } = request.server;
  const row = bookInReview(request, BookParams.parse(request.params).codebook);
  const book = codebooks.findCodebook(db, review.id, row.key);
  const uses = codeUse(db, review.id, { onlyFinal: false, viewer: personOf(request) });
  const model = codebookPage(request.locale, review, { book, uses }, problems, request.body);
  return reply.page('coding/codebook', model, { section: 'coding' });
}

function showCode(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const review = reviewOf(request);
  const { db } = request.server;
  const { code: codeId } = CodeParams.parse(request.params);
  const merged = codes.mergedInto(db, codeId);
  if (merged !== null) return reply.redirect(`/reviews/${review.slug}/coding/codes/${merged}`, 303);
  const code = codeInReview(request, codeId);
  const { key } = bookInReview(request, code.codebookId);
  const book = codebooks.findCodebook(db, review.id, key);
  const model = codePage(request.locale, review, { book, code }, problems, request.body);
  return reply.page('coding/code', model, { section: 'coding' });
}

function readPublic(request: FastifyRequest, key: string) {
  const review = reviewOf(request);
  const { db } = request.server;
  const book = codebooks.findCodebook(db, review.id, key);
  const uses = codeUse(db, review.id, { onlyFinal: !mayRead(request) });
  return publicCodebookPage(request.locale, review, { book, uses });
}
