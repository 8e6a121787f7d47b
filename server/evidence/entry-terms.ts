/** The terms under which an entry is found, column by column of its index. */
import { type Locale, locales } from '../../schema/columns.ts';
import { analyse, fold, type TextLanguage, termOf, tokens } from '../platform/analyser.ts';
import { functionWords } from '../platform/function-words.ts';
import { countryName } from '../platform/i18n.ts';
import { compoundTerms, writesCompounds } from '../platform/stemming/compounds.ts';
import type { Entry, Passage } from './entry.ts';
import { passageLanguage } from './languages.ts';

export type EntryTerms = {
  title: string;
  body: string;
  synonyms: string;
  /** The words as they stand in all of these. */
  forms: string;
  /** The words of which longer ones are made. */
  compounds: string;
};
export type EntryTexts = Pick<Entry, 'names' | 'title' | 'body' | 'alsoFoundBy' | 'facets'>;

/** @returns what finds the terms of one of these entries; compounds are taken apart into words of all of them. */
export function termsFinder(entries: readonly EntryTexts[]): (entry: EntryTexts) => EntryTerms {
  const partsIn = partsFinder(entries.flatMap(textsOf));
  return (entry) => {
    const texts = textsOf(entry);
    return {
      title: [...analyse(entry.names, 'other'), ...entry.title.flatMap(terms)].join(' '),
      body: entry.body.flatMap(terms).join(' '),
      synonyms: [...entry.alsoFoundBy, ...countriesOf(entry)].flatMap(terms).join(' '),
      forms: texts.flatMap(({ text }) => analyse(text, 'other')).join(' '),
      compounds: texts.flatMap(partsIn).join(' '),
    };
  };
}

const textsOf = ({ title, body, alsoFoundBy }: EntryTexts) => [...title, ...body, ...alsoFoundBy];

const terms = (passage: Passage) => analyse(passage.text, passageLanguage(passage));

function partsFinder(passages: readonly Passage[]): (passage: Passage) => string[] {
  const known = new Map<TextLanguage, Set<string>>();
  for (const passage of passages) {
    const language = passageLanguage(passage);
    if (!writesCompounds(language)) continue;
    const ofLanguage = known.get(language) ?? new Set();
    known.set(language, ofLanguage);
    for (const { folded } of tokens(passage.text))
      if (!functionWords.has(folded)) ofLanguage.add(termOf(folded, language));
  }
  const found = new Map<string, string[]>();
  return (passage) => {
    const language = passageLanguage(passage);
    const ofLanguage = known.get(language);
    if (!ofLanguage) return [];
    return tokens(passage.text).flatMap(({ folded }) => {
      const key = `${language} ${folded}`;
      const parts =
        found.get(key) ??
        compoundTerms(
          folded,
          (word) => termOf(fold(word), language),
          (term) => ofLanguage.has(term),
        );
      found.set(key, parts);
      return parts;
    });
  };
}

function countriesOf({ facets }: EntryTexts): Passage[] {
  return facets
    .filter(([facet]) => facet === 'country')
    .flatMap(([, code]) => locales.map((locale) => ({ lang: locale, text: nameOf(locale, code) })));
}

const countryNames = new Map<string, string>();
function nameOf(locale: Locale, code: string): string {
  const name = countryNames.get(locale + code) ?? countryName(locale, code);
  countryNames.set(locale + code, name);
  return name;
}
