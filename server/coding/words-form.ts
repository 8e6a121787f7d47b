/** Texts in several languages as forms send and show them: one field per language, `statement_sv`. */
import { z } from 'zod';
import { type Locale, locales, type Words } from '../../schema/columns.ts';
import { cleanWords } from './rows.ts';

type Fields<N extends string> = { [K in `${N}_${Locale}`]: z.ZodDefault<z.ZodString> };

/** The fields of one text, to be spread into a form's schema. */
export function wordsFields<N extends string>(name: N, lengthMax: number): Fields<N> {
  const field = z.string().trim().max(lengthMax, 'problem.too_long').default('');
  return Object.fromEntries(
    locales.map((locale) => [`${name}_${locale}`, field]),
  ) as unknown as Fields<N>;
}

/** What was written in the fields of one text. */
export function readWords<N extends string>(
  body: { [K in `${N}_${Locale}`]: string },
  name: N,
): Words {
  return cleanWords(
    Object.fromEntries(locales.map((locale) => [locale, body[`${name}_${locale}`]])),
  );
}

/** The same from a body that may have been refused: whatever was typed comes back. */
export function typedWords(body: unknown, name: string): Words {
  const typed = (body ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    locales.map((locale) => [locale, String(typed[`${name}_${locale}`] ?? '')]),
  );
}

/** For the partial `languages-field`: the page's language first, the others folded away unless they say something. */
export function wordsInput(locale: Locale, words: Words) {
  const input = (code: Locale) => ({ code, text: words[code] ?? '' });
  const others = locales.filter((code) => code !== locale).map(input);
  return { first: input(locale), others, hasOthers: others.some((other) => other.text !== '') };
}
