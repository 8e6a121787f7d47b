/** The terms under which an entry is found, column by column of its index. */
import { type Locale, locales } from '../../schema/columns.ts';
import { analyse } from '../platform/analyser.ts';
import { countryName } from '../platform/i18n.ts';
import type { Entry, Passage } from './entry.ts';
import { passageLanguage } from './languages.ts';

export type EntryTerms = { title: string; body: string; synonyms: string };

export function entryTerms(entry: Entry): EntryTerms {
  const countries = entry.facets
    .filter(([facet]) => facet === 'country')
    .flatMap(([, code]) => locales.map((locale) => ({ lang: locale, text: nameOf(locale, code) })));
  return {
    title: [...analyse(entry.names, 'other'), ...entry.title.flatMap(passageTerms)].join(' '),
    body: entry.body.flatMap(passageTerms).join(' '),
    synonyms: [...entry.alsoFoundBy, ...countries].flatMap(passageTerms).join(' '),
  };
}

export const passageTerms = (passage: Passage): string[] =>
  analyse(passage.text, passageLanguage(passage));

const countryNames = new Map<string, string>();
function nameOf(locale: Locale, code: string): string {
  const name = countryNames.get(locale + code) ?? countryName(locale, code);
  countryNames.set(locale + code, name);
  return name;
}
