/** Every failure leaves in one shape: a page for people, `{ error: { code, message, problems } }` for machines. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { AppError, type ErrorCode, errorStatus } from '../errors.ts';
import { formProblems, type Problem } from './forms.ts';
import { type MessageKey, translate } from './i18n.ts';

export const failuresPlugin = fp(
  async (app) => {
    app.setErrorHandler((error: FastifyError, request, reply) => fail(error, request, reply));
    app.setNotFoundHandler((request, reply) => fail(new AppError('NOT_FOUND'), request, reply));
  },
  { name: 'failures', dependencies: ['views'] },
);

function fail(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { code, params } = describe(error);
  const status = errorStatus[code];
  if (status >= 500) request.log.error(error);
  if (code === 'SIGN_IN_REQUIRED' && request.method === 'GET' && !wantsJson(request))
    return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  const message = translate(request.locale, `error.${code}` as MessageKey, params);
  const problems = status === 404 ? [] : (formProblems(error, request.locale) ?? []);
  reply.code(status);
  if (wantsJson(request)) return reply.send({ error: { code, message, problems } });
  return reply.page('errors/error', {
    title: translate(request.locale, 'error.title'),
    message,
    status,
    problems: problems.filter((problem: Problem) => problem.message !== message),
    back: refererPath(request),
  });
}

function describe(error: unknown): { code: ErrorCode; params: Record<string, string | number> } {
  if (error instanceof AppError) return { code: error.code, params: error.params };
  const { statusCode, validation, validationContext, name } = error as FastifyError;
  // An address that nothing can have names nothing.
  if (validationContext === 'params') return { code: 'NOT_FOUND', params: {} };
  if (validation || name === 'ZodError') return { code: 'INVALID_INPUT', params: {} };
  if (statusCode === 413) return { code: 'TOO_LARGE', params: {} };
  if (statusCode === 429) return { code: 'TOO_MANY_REQUESTS', params: {} };
  if (statusCode && statusCode < 500) return { code: 'INVALID_INPUT', params: {} };
  return { code: 'INTERNAL', params: {} };
}

export function wantsJson(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  return path.endsWith('.json') || (request.headers.accept ?? '').startsWith('application/json');
}

/** The page that a refused form came from, for the way back. */
function refererPath(request: FastifyRequest): string | null {
  const referer = request.headers.referer;
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return url.host === request.host ? url.pathname + url.search : null;
}
