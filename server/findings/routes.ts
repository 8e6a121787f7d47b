/** Findings: read by everybody when final, written and supported by the team, their kinds ruled by the owner. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { codeWithBelow } from '../coding/codebooks/code-use.ts';
import { findCodeLabel } from '../coding/codebooks/codes.ts';
import { OptionalId } from '../coding/http.ts';
import { reviewOf } from '../platform/guards.ts';
import { findingRoutes } from './finding-routes.ts';
import { findingsOf } from './findings.ts';
import { kindRoutes } from './kind-routes.ts';
import { kindsOf } from './kinds.ts';
import { mergeRoutes } from './merge-routes.ts';
import { findingsAsJson, findingsPage } from './page.ts';
import { supportsOf } from './support-rows.ts';

const List = z.object({ theme: OptionalId.catch(null) });

export const findingsRoutes: FastifyPluginAsyncZod = async (app) => {
  const published = { config: { access: 'published' }, schema: { querystring: List } } as const;

  app.get('/reviews/:review/findings', published, (request, reply) =>
    showFindings(request, reply, request.query.theme),
  );
  app.get('/reviews/:review/findings.json', published, (request) => {
    const findings = readFindings(request, request.query.theme);
    const ids = findings.map((row) => row.id);
    return findingsAsJson(findings, supportsOf(app.db, ids));
  });

  await app.register(kindRoutes);
  await app.register(findingRoutes);
  await app.register(mergeRoutes);
};

/** The team sees drafts as well; a person outside the review sees what is final. */
function readFindings(request: FastifyRequest, theme: number | null) {
  const { db } = request.server;
  const { id } = reviewOf(request);
  const onlyFinal = !(request.rights?.mayRead ?? false);
  const findings = findingsOf(db, id, { onlyFinal });
  if (theme === null) return findings;
  const codes = codeWithBelow(db, id, theme);
  return findings.filter((row) => row.themes.some(({ codeId }) => codes.has(codeId)));
}

function showFindings(request: FastifyRequest, reply: FastifyReply, theme: number | null) {
  const { db } = request.server;
  const review = reviewOf(request);
  const read = {
    findings: readFindings(request, theme),
    kinds: kindsOf(db, review.id),
    theme: theme === null ? null : findCodeLabel(db, review.id, theme),
  };
  const { mayRead = false, mayReview = false, mayOwn = false } = request.rights ?? {};
  const viewer = { mayRead, mayReview, mayOwn };
  const model = findingsPage(request.locale, review, read, viewer);
  return reply.page('findings/findings', model, { section: 'findings' });
}
