/** Turns refusals into problems that stand beside the fields of a form. */
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Locale } from '../../schema/columns.ts';
import { AppError } from '../errors.ts';
import { isMessageKey, type MessageKey, translate } from './i18n.ts';

/** `field` is the name of the input; the empty string is the form as a whole. */
export type Problem = { field: string; message: string };

/**
 * The problems that a form can show, or null when the error is of another kind. In a zod schema the message of a
 * check is a key of the catalogues (`z.string().min(1, 'problem.required')`).
 */
export function formProblems(error: unknown, locale: Locale): Problem[] | null {
  if (error instanceof AppError && error.status === 422) {
    const message = translate(locale, `error.${error.code}` as MessageKey, error.params);
    return [{ field: error.field ?? '', message }];
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    return error.validation.map((issue) => ({
      field: issue.instancePath.split('/')[1] ?? '',
      message: inCatalogue(locale, issue.message ?? ''),
    }));
  }
  if (error instanceof z.ZodError) {
    return error.issues.map((issue) => ({
      field: String(issue.path[0] ?? ''),
      message: inCatalogue(locale, issue.message),
    }));
  }
  return null;
}

function inCatalogue(locale: Locale, message: string): string {
  return isMessageKey(message) ? translate(locale, message) : translate(locale, 'problem.invalid');
}

/** By field, as templates ask for them: `{{problems.title}}`; every named field is there, null when it is fine. */
export function problemsByField<F extends string>(
  problems: Problem[],
  fields: readonly F[],
): Record<F, string | null> {
  const entries = fields.map((field) => [
    field,
    problems.find((problem) => problem.field === field)?.message ?? null,
  ]);
  return Object.fromEntries(entries) as Record<F, string | null>;
}

/** A box that was ticked; browsers send nothing for one that was not. */
export const Ticked = z
  .literal(['on', 'true', '1'])
  .optional()
  .transform((value) => value !== undefined);

/** An input left empty means "not given". */
export const emptyAsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

export const RequiredText = (lengthMax: number) =>
  z.string('problem.required').trim().min(1, 'problem.required').max(lengthMax, 'problem.too_long');

export const OptionalText = (lengthMax: number) =>
  z.string().trim().max(lengthMax, 'problem.too_long').default('');

/** A field that a form may send once or several times, as a list. */
export const OneOrMany = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );
