/** Which language a text is read in: the analyser's for its terms, a browser's for its `lang`. */
import type { Locale } from '../../schema/columns.ts';
import type { TextLanguage } from '../platform/analyser.ts';
import { fallbacks } from '../platform/i18n.ts';
import { languageOfText } from '../platform/text-language.ts';
import type { Passage } from './entry.ts';

/** As the source says; when it does not, as the text's own little words say. */
export const passageLanguage = ({ lang, text }: Passage): TextLanguage =>
  languageOfText(lang, text);

/** What a `lang` attribute may say of a text in a page of another language; null when there is nothing to say. */
export function langAttribute(lang: string, page: Locale): string | null {
  return lang === page || !/^[a-z]{2}$/.test(lang) ? null : lang;
}

/** How far a language is from the reader's: the least is shown. */
export function distanceFrom(locale: Locale): (lang: string) => number {
  return (lang) => {
    const place = (fallbacks[locale] as readonly string[]).indexOf(lang);
    return place === -1 ? fallbacks[locale].length : place;
  };
}
