/** Puts the application together. Only `main.ts`, the command line and tests import it. */
import fastifyCompress from '@fastify/compress';
import fastifyFormbody from '@fastify/formbody';
import fastifyMultipart from '@fastify/multipart';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { aboutRoutes } from './about/routes.ts';
import { accountsRoutes } from './accounts/routes.ts';
import { appraisalRoutes } from './appraisal/routes.ts';
import { codingRoutes } from './coding/routes.ts';
import type { Config } from './config.ts';
import type { Connection, SearchDb } from './db.ts';
import { documentsRoutes } from './documents/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { appraisalFileRoutes } from './export/appraisal-routes.ts';
import { archiveRoutes } from './export/archive/archive-routes.ts';
import { restoreRoutes } from './export/archive/restore-routes.ts';
import { broughtRoutes } from './export/brought/routes.ts';
import { cellFileRoutes } from './export/cell-file-routes.ts';
import { chartGridRoutes } from './export/chart-file-routes.ts';
import { checklistRoutes } from './export/checklist/routes.ts';
import { codingGridRoutes } from './export/coding-file-routes.ts';
import { madeReportRoutes } from './export/delivery/made-routes.ts';
import { deliveryRoutes } from './export/delivery/routes.ts';
import { filesRoutes } from './export/files-routes.ts';
import { flowGridRoutes } from './export/flow-file-routes.ts';
import { orphanFileRoutes } from './export/orphan-file-routes.ts';
import { referencesRoutes } from './export/references/references-routes.ts';
import { tableFileRoutes } from './export/table-routes.ts';
import { findingsRoutes } from './findings/routes.ts';
import { clientFolder } from './paths.ts';
import { readAssets } from './platform/assets.ts';
import { failuresPlugin } from './platform/failures.ts';
import { guardsPlugin } from './platform/guards.ts';
import { sameOriginPlugin } from './platform/same-origin.ts';
import { secureHeadersPlugin } from './platform/secure-headers.ts';
import { sessionsPlugin } from './platform/sessions.ts';
import { viewsPlugin } from './platform/views.ts';
import { publishingRoutes } from './publishing/routes.ts';
import { batchRoutes } from './records/duplicates/batch-routes.ts';
import { duplicatesRoutes } from './records/duplicates/duplicates-routes.ts';
import { entryRoutes } from './records/imports/entry-routes.ts';
import { mendingRoutes } from './records/imports/mending-routes.ts';
import { sourcesRoutes } from './records/imports/sources-routes.ts';
import { reportRoutes } from './records/reports/report-routes.ts';
import { recordsRoutes } from './records/routes.ts';
import { reviewsRoutes } from './reviews/routes.ts';
import { agreementRoutes } from './screening/agreement/routes.ts';
import { deskFormRoutes } from './screening/desk/desk-form-routes.ts';
import { deskJsonRoutes } from './screening/desk/desk-json-routes.ts';
import { listsRoutes } from './screening/lists/lists-routes.ts';
import { rankingRoutes } from './screening/ranking/routes.ts';
import { screeningRoutes } from './screening/routes.ts';
import { screeningRulesRoutes } from './screening/rules/rules-routes.ts';
import { stoppingRoutes } from './screening/stopping/routes.ts';
import { searchesRoutes } from './searches/routes.ts';
import { gapMapRoutes } from './synthesis/builder/gap-map-routes.ts';
import { builtRoutes } from './synthesis/builder/routes.ts';
import { chartRoutes } from './synthesis/charts/routes.ts';
import { synthesisEntryRoutes } from './synthesis/entry-routes.ts';
import { flowRoutes } from './synthesis/flow/routes.ts';
import { tableRoutes } from './synthesis/tables/routes.ts';

export type AppOptions = {
  db: Connection;
  searchDb: SearchDb;
  config: Config;
  sessionSecret: string;
  /** What time it is; tests say so themselves. */
  clock?: () => Date;
  logger?: boolean;
  /** Runs before the routes are there: the place for a test's own hooks. */
  beforeRoutes?: (app: FastifyInstance) => void;
};

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { config } = options;
  const app = Fastify({
    logger: options.logger ? { level: 'warn' } : false,
    bodyLimit: 1024 * 1024,
    trustProxy: config.baseUrl !== null,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorate('db', options.db);
  app.decorate('searchDb', options.searchDb);
  app.decorate('config', config);
  app.decorate('clock', options.clock ?? (() => new Date()));
  await registerPlugins(app, options);
  options.beforeRoutes?.(app);
  await registerRoutes(app);
  return app;
}

async function registerPlugins(app: FastifyInstance, { config, sessionSecret }: AppOptions) {
  const isSecure = config.baseUrl?.startsWith('https:') ?? false;
  await app.register(secureHeadersPlugin, { isSecure });
  await app.register(sameOriginPlugin);
  await app.register(fastifyCompress);
  await app.register(fastifyRateLimit, { global: false });
  await app.register(sessionsPlugin, {
    secret: sessionSecret,
    days: config.sessionDays,
    secure: isSecure,
  });
  await app.register(guardsPlugin);
  await app.register(fastifySwagger, {
    openapi: { info: { title: 'Underlag', version: '0.1.0' } },
    transform: jsonSchemaTransform,
  });
  await app.register(viewsPlugin, { assets: readAssets() });
  await app.register(failuresPlugin);
}

async function registerRoutes(app: FastifyInstance) {
  await app.register(fastifyFormbody);
  // What is asked for after every key press comes first: what is done for uploads does nothing for it.
  await app.register(deskJsonRoutes);
  const { uploadBytesMax } = app.config;
  await app.register(fastifyMultipart, { limits: { fileSize: uploadBytesMax, files: 200 } });
  await app.register(fastifyStatic, {
    root: clientFolder,
    serve: false,
    immutable: true,
    maxAge: '365d',
  });
  app.get<{ Params: { '*': string } }>(
    '/assets/*',
    { config: { access: 'public' }, schema: { hide: true } },
    (request, reply) => reply.sendFile(request.params['*']),
  );
  app.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () =>
    app.swagger(),
  );
  await app.register(accountsRoutes);
  await app.register(codingRoutes);
  await app.register(findingsRoutes);
  await app.register(appraisalRoutes);
  await app.register(synthesisEntryRoutes);
  await app.register(evidenceRoutes);
  await app.register(reviewsRoutes);
  await app.register(searchesRoutes);
  await app.register(screeningRoutes);
  await app.register(listsRoutes);
  await app.register(deskFormRoutes);
  await app.register(screeningRulesRoutes);
  await app.register(rankingRoutes);
  await app.register(stoppingRoutes);
  await app.register(agreementRoutes);
  await app.register(documentsRoutes);
  await app.register(flowRoutes);
  await app.register(checklistRoutes);
  await app.register(tableRoutes);
  await app.register(builtRoutes);
  await app.register(gapMapRoutes);
  await app.register(chartRoutes);
  await app.register(recordsRoutes);
  await app.register(entryRoutes);
  await app.register(sourcesRoutes);
  await app.register(mendingRoutes);
  await app.register(reportRoutes);
  await app.register(duplicatesRoutes);
  await app.register(batchRoutes);
  await app.register(referencesRoutes);
  await app.register(broughtRoutes);
  await app.register(tableFileRoutes);
  await app.register(appraisalFileRoutes);
  await app.register(cellFileRoutes);
  await app.register(chartGridRoutes);
  await app.register(codingGridRoutes);
  await app.register(orphanFileRoutes);
  await app.register(filesRoutes);
  await app.register(flowGridRoutes);
  await app.register(archiveRoutes);
  await app.register(restoreRoutes);
  await app.register(deliveryRoutes);
  await app.register(madeReportRoutes);
  await app.register(publishingRoutes);
  await app.register(aboutRoutes);
}

declare module 'fastify' {
  interface FastifyInstance {
    db: Connection;
    searchDb: SearchDb;
    config: Config;
    clock: () => Date;
  }
}
