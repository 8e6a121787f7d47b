/** Coding: codebooks, and the desk where publications get their countries, codes, excerpts and cases. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { codebookRoutes } from './codebook-routes.ts';
import { codebookToolRoutes } from './codebook-tools-routes.ts';
import { codersRoutes } from './coders-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import { excerptRoutes } from './excerpt-routes.ts';
import { formRoutes } from './form-routes.ts';
import { listRoutes } from './list-routes.ts';
import { readingRoutes } from './reading-routes.ts';

export const codingRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(codebookRoutes);
  await app.register(codebookToolRoutes);
  await app.register(codersRoutes);
  await app.register(formRoutes);
  await app.register(deskRoutes);
  await app.register(listRoutes);
  await app.register(excerptRoutes);
  await app.register(readingRoutes);
};
