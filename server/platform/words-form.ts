/** A text in several languages as the inputs of a form: `title_en`, `title_sv`, ... */
import { type Locale, locales, type Words } from '../../schema/columns.ts';
import { OptionalText } from './forms.ts';

type InputName<P extends string> = `${P}_${Locale}`;

/** The part of a form's schema that takes such a text. */
export function wordsFields<P extends string>(name: P, lengthMax: number) {
  const entries = locales.map((locale) => [`${name}_${locale}`, OptionalText(lengthMax)] as const);
  return Object.fromEntries(entries) as Record<InputName<P>, ReturnType<typeof OptionalText>>;
}

/** The text that a form sent; languages left empty are not in it. */
export function readWords(form: Record<string, unknown>, name: string): Words {
  const texts = locales.map((locale) => [locale, form[`${name}_${locale}`]] as const);
  const written = texts.flatMap(([locale, text]) =>
    typeof text === 'string' && text.trim() !== '' ? [[locale, text.trim()] as const] : [],
  );
  return Object.fromEntries(written);
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
