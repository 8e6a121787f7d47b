/** What Underlag is, its licence, and the libraries and sources it is built on. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { root } from '../paths.ts';
import { translate } from '../platform/i18n.ts';
import { readLicences } from './licences.ts';
import { demonstrationSources, methods } from './sources.ts';

export const aboutRoutes: FastifyPluginAsyncZod = async (app) => {
  const { libraries, further } = readLicences(root);

  app.get('/about', { config: { access: 'public' } }, (request, reply) =>
    reply.page('about/about', {
      title: translate(request.locale, 'about.title'),
      libraries,
      further,
      methods,
      demonstrationSources,
    }),
  );

  app.get('/about.json', { config: { access: 'public' } }, () => ({
    licence: 'MIT',
    libraries,
    further,
    methods,
    demonstrationSources,
  }));
};
