/** Refuses state-changing requests that a browser says come from elsewhere. No tokens needed. */
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { AppError } from '../errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export const sameOriginPlugin = fp(
  async (app) => {
    app.addHook('onRequest', (request, _reply, done) => {
      done(isOwn(request) ? undefined : new AppError('CROSS_SITE_REQUEST'));
    });
  },
  { name: 'same-origin' },
);

function isOwn(request: FastifyRequest): boolean {
  if (safeMethods.has(request.method)) return true;
  const { 'sec-fetch-site': site, origin } = request.headers;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  // Neither header: not a browser, so no ambient cookie to abuse.
  return origin === undefined || origin === `${request.protocol}://${request.host}`;
}
