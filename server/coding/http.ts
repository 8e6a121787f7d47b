/** What the routes of coding, findings and tables share: shapes of addresses, and forms that come back with problems. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { emptyAsNull, formProblems, type Problem } from '../platform/forms.ts';

export const Id = z.coerce.number().int().positive();
export const OptionalId = emptyAsNull(Id);

/** Who asks: some see less than others while coders are blind. */
export const personOf = (request: FastifyRequest): number => request.person?.id ?? 0;

type Show = (request: FastifyRequest, reply: FastifyReply, problems: Problem[]) => FastifyReply;

/** A refused form returns as the page it came from, with the problems beside its fields; other errors move on up. */
export function showAgain(show: Show) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problems = formProblems(error, request.locale);
    if (!problems) throw error;
    return show(request, reply.code(422), problems);
  };
}

/** What was typed into a form that may have been refused, field by field; numbers may have been read already. */
export function typedText(body: unknown, field: string): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
