/** The way back to the review on its pages, for readers who have no review bar above them. */
import type { FastifyRequest } from 'fastify';
import type { Words } from '../../schema/columns.ts';
import { reviewOf } from '../platform/guards.ts';

export function crumbOf(request: FastifyRequest): { slug: string; title: Words } | null {
  if (request.rights?.mayRead) return null;
  const { slug, title } = reviewOf(request);
  return { slug, title };
}
