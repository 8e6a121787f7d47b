/** An excerpt put right: its words, its place and its codes. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { excerptKinds } from '../../../schema/coding.ts';
import { OneOrMany, OptionalText, type Problem, problemsByField } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { translate } from '../../platform/i18n.ts';
import { contextOf } from '../../platform/sessions.ts';
import { readWords, typedWords, wordsFields, wordsInput } from '../../platform/words-form.ts';
import { codebooksOf } from '../codebooks/codebooks.ts';
import { Id, personOf, showAgain, typedText } from '../http.ts';
import { codeChoices, codingNav, publicationLine } from '../page.ts';
import { publicationsByRoot } from '../publications.ts';
import { changeExcerpt, excerptsOf, requireExcerpt } from './excerpts.ts';

const room = '/reviews/:review/coding/excerpts/:excerpt';
const access = { access: 'reviewer' } as const;
const Params = z.object({ excerpt: Id });
export const ExcerptForm = z.object({
  kind: z.enum(excerptKinds),
  ...wordsFields('text', 10_000),
  page: OptionalText(40),
  locator: OptionalText(200),
  citedIn: OptionalText(300),
  codeIds: OneOrMany(Id),
});

export const excerptRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(room, { config: access, schema: { params: Params } }, (request, reply) =>
    showExcerpt(request, reply, []),
  );

  app.post(
    room,
    {
      config: access,
      schema: { params: Params, body: ExcerptForm },
      errorHandler: showAgain(showExcerpt),
    },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      const { excerpt } = request.params;
      const { kind, page, locator, citedIn, codeIds } = request.body;
      const text = readWords(request.body, 'text');
      const input = { kind, text, page, locator, citedIn, codeIds };
      changeExcerpt(contextOf(request), excerpt, id, input);
      const { rootId } = requireExcerpt(app.db, excerpt, id, personOf(request));
      const back = `/reviews/${slug}/coding/reports/${rootId}`;
      return reply.redirect(`${back}?notice=saved#excerpt-${excerpt}`, 303);
    },
  );
};

function showExcerpt(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const { locale, server } = request;
  const review = reviewOf(request);
  const { id, rootId } = requireExcerpt(
    server.db,
    Params.parse(request.params).excerpt,
    review.id,
    personOf(request),
  );
  const row = excerptsOf(server.db, [rootId], personOf(request))
    .get(rootId)
    ?.find((each) => each.id === id);
  const publication = publicationsByRoot(server.db, [rootId]).get(rootId);
  const typed = request.body;
  const own = (name: 'page' | 'locator' | 'citedIn') =>
    typed ? typedText(typed, name) : (row?.[name] ?? '');
  const sent = (typed as { codeIds?: string | string[] } | null | undefined)?.codeIds ?? [];
  const codeIds = typed ? [sent].flat().map(Number) : (row?.codes ?? []).map((code) => code.codeId);
  const desk = `/reviews/${review.slug}/coding/reports/${rootId}`;
  const model = {
    title: translate(locale, 'excerpt.change_title'),
    nav: codingNav(review.slug, 'excerpts'),
    action: `/reviews/${review.slug}/coding/excerpts/${id}`,
    back: {
      href: `${desk}#excerpt-${id}`,
      label: publication ? publicationLine(locale, review.slug, publication).label : '',
    },
    form: {
      isRestatement: (typed ? typedText(typed, 'kind') : row?.kind) === 'restatement',
      text: wordsInput(locale, typed ? typedWords(typed, 'text') : (row?.text ?? {})),
      page: own('page'),
      locator: own('locator'),
      citedIn: own('citedIn'),
      codebooks: codeChoices(locale, codebooksOf(server.db, review.id), codeIds),
    },
    problems: problemsByField(problems, ['', 'text', 'page', 'codeIds']),
  };
  return reply.page('coding/excerpt', model, { section: 'coding' });
}
