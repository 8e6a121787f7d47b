/** Refuses state-changing requests that a browser says come from elsewhere. No tokens needed. */
import fp from 'fastify-plugin';
import { AppError } from '../errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export const sameOriginPlugin = fp(
  async (app) => {
    app.addHook('onRequest', async (request) => {
      if (safeMethods.has(request.method)) return;
      const site = request.headers['sec-fetch-site'];
      if (site === 'same-origin' || site === 'none') return;
      const origin = request.headers.origin;
      // Neither header: not a browser, so no ambient cookie to abuse.
      if (site === undefined && origin === undefined) return;
      if (site === undefined && origin === `${request.protocol}://${request.host}`) return;
      throw new AppError('CROSS_SITE_REQUEST');
    });
  },
  { name: 'same-origin' },
);
