/** Imports and the publications that came of them. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound } from '../errors.ts';
import { emptyAsNull } from '../platform/forms.ts';
import { reviewOf } from '../platform/guards.ts';
import { streamProgress } from '../platform/progress-events.ts';
import { contextOf } from '../platform/sessions.ts';
import { searchRuns } from '../searches/runs.ts';
import { accountingOf, importCounts, outcomes, piecesPage } from './imports/accounting.ts';
import { readStoredFile } from './imports/files.ts';
import { importPage, piecesPerPage } from './imports/import-page.ts';
import {
  findImport,
  importsOf,
  importWithRun,
  jobOfImport,
  readAgain,
  setSearchRun,
  shownState,
} from './imports/imports.ts';
import { lossesOf } from './imports/losses.ts';
import { importProgress, importsProgress } from './imports/progress.ts';
import { unsourcedCount } from './imports/sources.ts';
import { undoImport } from './imports/undo.ts';
import { type Place, recordsPage } from './page.ts';
import { ReportQuery } from './reports/report-query.ts';
import { findReports } from './reports/report-search.ts';
import { reportsPage, stateOf } from './reports/reports.ts';

const Id = z.coerce.number().int().positive();
const Params = z.object({ review: z.string() });
const ImportParams = Params.extend({ import: Id });
const PiecesQuery = z.object({
  outcome: z.preprocess((value) => value || null, z.enum(outcomes).nullable()).default(null),
  page: Id.default(1),
});

export const recordsRoutes: FastifyPluginAsyncZod = async (app) => {
  const list = { params: Params, querystring: ReportQuery };
  app.get(
    '/reviews/:review/records',
    { config: { access: 'reader' }, schema: list },
    (request, reply) => {
      const data = recordsOf(request, request.query);
      const model = recordsPage(placeOf(request), data);
      const scripts = model.progress ? ['progress'] : [];
      return reply.page('records/list', model, { section: 'records', scripts });
    },
  );

  app.get(
    '/reviews/:review/records/events',
    { config: { access: 'reader' }, schema: { params: Params } },
    (request, reply) => {
      const { id: reviewId } = reviewOf(request);
      streamProgress(reply, () => importsProgress(app.db, reviewId, request.locale));
    },
  );

  app.get(
    '/reviews/:review/records.json',
    { config: { access: 'reader' }, schema: list },
    (request) => {
      const { imports, counts, found, states } = recordsOf(request, request.query);
      return {
        imports: imports.map((row) => ({
          ...row,
          state: shownState(row.import),
          counts: counts.get(row.import.id) ?? null,
        })),
        ...found,
        rows: found.rows.map((row) => ({ ...row, state: states.get(row.id) ?? 'undecided' })),
      };
    },
  );

  const one = { params: ImportParams, querystring: PiecesQuery };
  app.get(
    '/reviews/:review/imports/:import',
    { config: { access: 'reader' }, schema: one },
    (request, reply) => {
      const data = importData(request, request.params.import, request.query);
      const model = importPage(placeOf(request), data);
      const scripts = model.progress ? ['progress'] : [];
      return reply.page('records/import', model, { section: 'records', scripts });
    },
  );

  app.get(
    '/reviews/:review/imports/:import.json',
    { config: { access: 'reader' }, schema: one },
    (request) => importData(request, request.params.import, request.query),
  );

  app.get(
    '/reviews/:review/imports/:import/events',
    { config: { access: 'reader' }, schema: { params: ImportParams } },
    (request, reply) => {
      const { import: importId } = request.params;
      const { id: reviewId } = reviewOf(request);
      if (!findImport(app.db, reviewId, importId)) throw notFound();
      streamProgress(reply, () => {
        const row = findImport(app.db, reviewId, importId);
        if (!row) return { isActive: false, state: 'failed', percent: 0, text: '' };
        return importProgress(request.locale, row, jobOfImport(app.db, importId));
      });
    },
  );

  app.get(
    '/reviews/:review/imports/:import/file',
    { config: { access: 'reader' }, schema: { params: ImportParams } },
    (request, reply) => {
      const row = findImport(app.db, reviewOf(request).id, request.params.import);
      if (!row?.fileHash) throw notFound();
      const name = encodeURIComponent(row.fileName);
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(readStoredFile(app.config.dataDir, row.fileHash));
    },
  );

  app.post(
    '/reviews/:review/imports/:import/undo',
    { config: { access: 'reviewer' }, schema: { params: ImportParams } },
    (request, reply) => {
      const { import: importId } = request.params;
      const review = reviewOf(request);
      const job = undoImport(contextOf(request), { reviewId: review.id, importId });
      const notice = job ? 'import_undo_began' : 'import_undone';
      const page = `/reviews/${review.slug}/imports/${importId}`;
      return reply.redirect(`${page}?notice=${notice}`, 303);
    },
  );

  app.post(
    '/reviews/:review/imports/:import/search',
    {
      config: { access: 'reviewer' },
      schema: { params: ImportParams, body: z.object({ run: emptyAsNull(Id) }) },
    },
    (request, reply) => {
      const { import: importId } = request.params;
      const review = reviewOf(request);
      setSearchRun(contextOf(request), { reviewId: review.id, importId }, request.body.run);
      const page = `/reviews/${review.slug}/imports/${importId}`;
      return reply.redirect(`${page}?notice=import_search_set`, 303);
    },
  );

  app.post(
    '/reviews/:review/imports/:import/again',
    {
      config: { access: 'reviewer' },
      schema: { params: ImportParams, body: z.object({ format: z.string().max(40) }) },
    },
    (request, reply) => {
      const { import: importId } = request.params;
      const review = reviewOf(request);
      readAgain(contextOf(request), { reviewId: review.id, importId }, request.body.format);
      const page = `/reviews/${review.slug}/imports/${importId}`;
      return reply.redirect(`${page}?notice=import_started`, 303);
    },
  );
};

export function placeOf(request: FastifyRequest): Place {
  const { slug } = reviewOf(request);
  return { locale: request.locale, slug, mayReview: request.rights?.mayReview ?? false };
}

function recordsOf(request: FastifyRequest, query: ReportQuery) {
  const { db } = request.server;
  const { id: reviewId, flowBasis } = reviewOf(request);
  const withWords = findReports(request.server, reviewId, query.q);
  const found = reportsPage(db, reviewId, query, withWords);
  return {
    imports: importsOf(db, reviewId),
    counts: importCounts(db, reviewId),
    progress: importsProgress(db, reviewId, request.locale),
    unsourced: flowBasis === 'records' ? unsourcedCount(db, reviewId) : 0,
    found,
    states: stateOf(
      db,
      found.rows.map((row) => row.id),
    ),
    query,
  };
}

function importData(request: FastifyRequest, importId: number, query: z.infer<typeof PiecesQuery>) {
  const { db } = request.server;
  const { id: reviewId } = reviewOf(request);
  const found = importWithRun(db, reviewId, importId);
  if (!found) throw notFound();
  const isOpen = found.import.undoneAt === null;
  return {
    found,
    state: shownState(found.import),
    accounting: accountingOf(db, found.import),
    job: jobOfImport(db, importId),
    // On what is being undone nobody has worked.
    losses: isOpen && request.rights?.mayReview ? lossesOf(db, importId) : [],
    runs: searchRuns(db, reviewId),
    pieces: piecesPage(db, importId, { ...query, size: piecesPerPage }),
    query,
  };
}
