/** Coding: codebooks, and the desk where publications get their countries, codes, excerpts and cases. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { codebookRoutes } from './codebooks/codebook-routes.ts';
import { codebookToolRoutes } from './codebooks/codebook-tools-routes.ts';
import { codersRoutes } from './coders/coders-routes.ts';
import { deskRoutes } from './desk/desk-routes.ts';
import { listRoutes } from './desk/list-routes.ts';
import { excerptRoutes } from './excerpts/excerpt-routes.ts';
import { readingRoutes } from './excerpts/reading-routes.ts';
import { formRoutes } from './forms/form-routes.ts';

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
