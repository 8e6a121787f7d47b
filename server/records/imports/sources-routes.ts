/** The page where the imports without a source get theirs, all at once. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sourceKinds } from '../../../schema/searches.ts';
import { emptyAsNull, formProblems, OptionalText, type Problem } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { searchRuns } from '../../searches/runs.ts';
import { placeOf } from '../routes.ts';
import { type SourceChoice, setSources, suggestedSources, unsourcedImports } from './sources.ts';
import { sourcesPage } from './sources-page.ts';

const Params = z.object({ review: z.string() });
const Typed = z.record(z.string().max(100), z.string().max(5000));
const Choice = z.object({
  run: emptyAsNull(z.coerce.number().int().positive()),
  source: OptionalText(500),
  kind: z.enum(sourceKinds),
});

export const sourcesRoutes: FastifyPluginAsyncZod = async (app) => {
  const reviewer = { config: { access: 'reviewer' } } as const;
  app.get(
    '/reviews/:review/records/sources',
    { ...reviewer, schema: { params: Params } },
    (request, reply) => show(request, reply, {}, []),
  );
  app.get(
    '/reviews/:review/records/sources.json',
    { ...reviewer, schema: { params: Params } },
    async (request) => ({ imports: suggestedSources(app.db, reviewOf(request).id) }),
  );
  app.post(
    '/reviews/:review/records/sources',
    { ...reviewer, schema: { params: Params, body: Typed } },
    (request, reply) => {
      const { id, slug } = reviewOf(request);
      try {
        const choices = unsourcedImports(app.db, id).flatMap((row) =>
          choiceOf(request.body, row.id),
        );
        setSources(contextOf(request), id, choices);
      } catch (error) {
        const problems = formProblems(error, request.locale);
        if (!problems) throw error;
        return show(request, reply.code(422), request.body, problems);
      }
      return reply.redirect(`/reviews/${slug}/records?notice=sources_set`, 303);
    },
  );
};

/** An import that the form does not name is left alone. @throws ZodError with the name of the input */
function choiceOf(typed: Record<string, string>, importId: number): SourceChoice[] {
  const inputOf = (name: PropertyKey) => `${String(name)}-${importId}`;
  const [run, source, kind] = ['run', 'source', 'kind'].map((name) => typed[inputOf(name)]);
  if (kind === undefined) return [];
  const { data, error } = Choice.safeParse({ run, source, kind });
  if (data) return [{ importId, ...data }];
  throw new z.ZodError(
    error.issues.map((issue) => ({ ...issue, path: [inputOf(issue.path[0] ?? '')] })),
  );
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: Record<string, string>,
  problems: Problem[],
) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  const data = { imports: suggestedSources(db, id), runs: searchRuns(db, id) };
  const model = sourcesPage(placeOf(request), data, typed, problems);
  return reply.page('records/sources', model, { section: 'records' });
}
