/** One publication: what it shows and why, its records, its links, and a person's corrections. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { relations } from '../../../schema/related.ts';
import { notFound } from '../../errors.ts';
import { formProblems } from '../../platform/forms.ts';
import { reviewOf } from '../../platform/guards.ts';
import { contextOf } from '../../platform/sessions.ts';
import { linksOfCluster, openPairsOf } from '../duplicates/duplicates.ts';
import { linkByHand } from '../duplicates/links.ts';
import { relatedTo, relateReports, unrelate } from '../duplicates/related.ts';
import { keptApartFrom, putBack, splitCluster } from '../duplicates/splits.ts';
import { valueFrom } from '../imports/typed.ts';
import { placeOf } from '../routes.ts';
import { correctReport } from './corrections.ts';
import { reportPage } from './report-page.ts';
import { findReport, namesOf, recordsOf, shownReference } from './reports.ts';
import { shownFields } from './shown.ts';
import { takenOverOn } from './taken-over.ts';

const Id = z.coerce.number().int().positive();
const Params = z.object({ review: z.string(), report: Id });
const PairParams = z.object({ review: z.string(), pair: Id });
const LinkParams = z.object({ review: z.string(), link: Id });
/** Only pages of this site. */
const Next = z.object({
  next: z
    .string()
    .regex(/^\/(?!\/)/)
    .optional(),
});
const RelationForm = z.object({ other: Id, relation: z.enum(relations) });
/** A form with one box ticked sends no list. */
const SplitForm = z.object({
  apart: z.union([Id.transform((id) => [id]), z.array(Id)]).optional(),
});
const CorrectionForm = z.object({ field: z.enum(shownFields), value: z.string().max(100_000) });

export const reportRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/reviews/:review/reports/:report',
    { config: { access: 'reader' }, schema: { params: Params } },
    (request, reply) => showReport(request, reply, request.params.report, null),
  );

  app.get(
    '/reviews/:review/reports/:report.json',
    { config: { access: 'reader' }, schema: { params: Params } },
    (request) => {
      const { names, ...data } = dataOf(request, request.params.report);
      return { ...data, names: Object.fromEntries(names) };
    },
  );

  app.post(
    '/reviews/:review/reports/:report/corrections',
    {
      config: { access: 'reviewer' },
      schema: { params: Params, body: CorrectionForm },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { field, value } = request.body;
      const { slug, id: reviewId } = reviewOf(request);
      const { report: reportId } = request.params;
      if (!findReport(app.db, reviewId, reportId)) throw notFound();
      correctReport(contextOf(request), reportId, field, valueFrom(field, value));
      return reply.redirect(`/reviews/${slug}/reports/${reportId}?notice=corrected`, 303);
    },
  );

  app.post(
    '/reviews/:review/reports/:report/link',
    {
      config: { access: 'reviewer' },
      schema: { params: Params, body: z.object({ other: Id }) },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { slug, id: reviewId } = reviewOf(request);
      const { report: reportId } = request.params;
      linkByHand(contextOf(request), reviewId, [reportId, request.body.other]);
      return reply.redirect(`/reviews/${slug}/reports/${reportId}?notice=linked`, 303);
    },
  );

  app.post(
    '/reviews/:review/reports/:report/split',
    {
      config: { access: 'reviewer' },
      schema: { params: Params, body: SplitForm.nullish() },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { slug, id: reviewId } = reviewOf(request);
      const { report: rootId } = request.params;
      splitCluster(contextOf(request), { reviewId, rootId }, request.body?.apart ?? []);
      return reply.redirect(`/reviews/${slug}/reports/${rootId}?notice=split`, 303);
    },
  );

  app.post(
    '/reviews/:review/duplicates/:pair/put-back',
    { config: { access: 'reviewer' }, schema: { params: PairParams } },
    (request, reply) => {
      const { slug, id: reviewId } = reviewOf(request);
      const rootId = putBack(contextOf(request), { reviewId, pairId: request.params.pair });
      return reply.redirect(`/reviews/${slug}/reports/${rootId}?notice=linked`, 303);
    },
  );

  app.post(
    '/reviews/:review/reports/:report/related',
    {
      config: { access: 'reviewer' },
      schema: { params: Params, body: RelationForm },
      errorHandler: showAgain,
    },
    (request, reply) => {
      const { slug, id: reviewId } = reviewOf(request);
      const { report: reportId } = request.params;
      const { other, relation } = request.body;
      relateReports(contextOf(request), reviewId, [reportId, other], relation);
      return reply.redirect(`/reviews/${slug}/reports/${reportId}?notice=related`, 303);
    },
  );

  app.post(
    '/reviews/:review/duplicates/related/:link/undo',
    { config: { access: 'reviewer' }, schema: { params: LinkParams, body: Next.nullish() } },
    (request, reply) => {
      const { slug, id: reviewId } = reviewOf(request);
      unrelate(contextOf(request), { reviewId, linkId: request.params.link });
      const next = request.body?.next ?? `/reviews/${slug}/duplicates?list=related`;
      const joint = next.includes('?') ? '&' : '?';
      return reply.redirect(`${next}${joint}notice=unrelated`, 303);
    },
  );
};

function showAgain(error: Error, request: FastifyRequest, reply: FastifyReply) {
  const [problem] = formProblems(error, request.locale) ?? [];
  if (!problem) throw error;
  const { report: reportId } = Params.parse(request.params);
  return showReport(request, reply.code(422), reportId, problem.message);
}

function showReport(
  request: FastifyRequest,
  reply: FastifyReply,
  reportId: number,
  problem: string | null,
) {
  const model = reportPage(placeOf(request), { ...dataOf(request, reportId), problem });
  return reply.page('records/report', model, { section: 'records' });
}

function dataOf(request: FastifyRequest, reportId: number) {
  const { db } = request.server;
  const report = findReport(db, reviewOf(request).id, reportId);
  if (!report) throw notFound();
  const shown = shownReference(db, reportId);
  const people = shown.fields.flatMap(({ source }) =>
    source.kind === 'correction' ? [source.personId] : [],
  );
  return {
    report,
    shown,
    records: recordsOf(db, reportId),
    links: linksOfCluster(db, reportId),
    names: namesOf(db, people),
    related: relatedTo(db, report.rootId ?? report.id),
    takenOver: takenOverOn(db, report.rootId ?? report.id),
    apart: keptApartFrom(db, report.reviewId, reportId),
    pairs: request.rights?.mayReview ? openPairsOf(db, report.reviewId, reportId) : [],
  };
}
