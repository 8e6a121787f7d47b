/** What the pages and files of a flow have in common: whose flow, in which language, as it is or as it was. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { locales } from '../../../schema/columns.ts';
import { notFound } from '../../errors.ts';
import { reviewOf } from '../../platform/guards.ts';
import { flowSeen } from './flow.ts';
import { type Moment, momentAt } from './replay.ts';
import type { FlowReader } from './words.ts';

export const Params = z.object({ review: z.string().max(100) });
/** A day, to its end, or a moment: the flow as it was. */
const At = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/)
  .or(z.literal(''))
  .optional();
export const SeenQuery = z.object({ at: At });
export const FigureQuery = SeenQuery.extend({ lang: z.enum(locales).optional() });

/** The flow that a request asks for. @throws NOT_FOUND before the log begins. */
export function seenFlow(request: FastifyRequest) {
  const review = reviewOf(request);
  const { db } = request.server;
  const moment = momentOf(request);
  return { ...flowSeen(db, review, moment), moment };
}

function momentOf(request: FastifyRequest): Moment | null {
  const { at } = SeenQuery.parse(request.query);
  if (!at) return null;
  const until = at.includes('T') ? at : `${at}T23:59:59.999Z`;
  const moment = momentAt(request.server.db, reviewOf(request).id, until);
  // How the work went is for those who do it; everybody sees where it stands.
  if (!moment || !request.rights?.mayRead) throw notFound();
  return moment;
}

export function readerOf(request: FastifyRequest): FlowReader {
  const { slug, title } = reviewOf(request);
  const { locale, rights } = request;
  const { at } = SeenQuery.parse(request.query);
  return { locale, review: { slug, title }, mayRead: rights?.mayRead ?? false, at: at ?? '' };
}

export const baseOf = (request: FastifyRequest): string =>
  request.server.config.baseUrl ?? `${request.protocol}://${request.host}`;
