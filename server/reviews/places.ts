/** Languages and countries as people write them: by name in any of our languages, or by code. */
import countries from 'i18n-iso-countries';
import { type Locale, locales } from '../../schema/columns.ts';
import { AppError } from '../errors.ts';
import { collator, countryName, languageName, tags } from '../platform/i18n.ts';

const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
const pairs = alphabet.flatMap((first) => alphabet.map((second) => first + second));

/** ISO 639-1, as far as the program knows a name for the code. */
const languageCodes = pairs.filter((code) =>
  new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code),
);
const countryCodes = Object.keys(countries.getAlpha2Codes());

const languageNames = lookup(languageCodes, languageName).set('bokmål', 'nb').set('nynorsk', 'nn');
const countryNames = lookup(countryCodes, countryName);

function lookup(codes: string[], nameOf: (locale: Locale, code: string) => string) {
  const byName = new Map<string, string>();
  const add = (name: string, code: string) => {
    if (!byName.has(name)) byName.set(name, code);
  };
  for (const code of codes) add(code.toLowerCase(), code);
  for (const locale of locales)
    for (const code of codes) add(nameOf(locale, code).toLowerCase(), code);
  return byName;
}

/** `Swedish, en; norsk bokmål` as codes, each once. @throws LANGUAGE_UNKNOWN */
export function languagesFrom(text: string): string[] {
  return namesIn(text).map((name) => {
    const code = languageNames.get(name.toLowerCase());
    if (!code) throw new AppError('LANGUAGE_UNKNOWN', { name }, 'languages');
    return code;
  });
}

/** @throws COUNTRY_NAME_UNKNOWN */
export function countriesFrom(text: string): string[] {
  return namesIn(text).map((name) => {
    const code = countryNames.get(name.toLowerCase());
    if (!code) throw new AppError('COUNTRY_NAME_UNKNOWN', { name }, 'countries');
    return code;
  });
}

function namesIn(text: string): string[] {
  const names = text.split(/[,;\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

export const languagesText = (locale: Locale, codes: string[]): string =>
  codes.map((code) => languageName(locale, code)).join(', ');

export const countriesText = (locale: Locale, codes: string[]): string =>
  codes
    .map((code) => countryName(locale, code))
    .sort(collator(locale).compare)
    .join(', ');

/** A list as the language writes one: "Denmark, Norway and Sweden". */
export const listed = (locale: Locale, names: string[]): string =>
  new Intl.ListFormat(tags[locale], { type: 'conjunction' }).format(names);
