/** Words by key in four languages: ICU messages, fallback of the person's language, texts carried as data. */
import { IntlMessageFormat } from 'intl-messageformat';
import { type Locale, locales, type Words } from '../../schema/columns.ts';
import { en, type MessageKey } from '../../views/locales/en/index.ts';
import { nb } from '../../views/locales/nb/index.ts';
import { nn } from '../../views/locales/nn/index.ts';
import { sv } from '../../views/locales/sv/index.ts';

export type { MessageKey };
export type MessageParams = Record<string, string | number | Date | boolean | null | undefined>;

export const catalogues: Record<Locale, Record<MessageKey, string>> = { en, sv, nb, nn };

/** BCP 47 tags whose dates and numbers each language uses. */
export const tags: Record<Locale, string> = { en: 'en-GB', sv: 'sv-SE', nb: 'nb-NO', nn: 'nn-NO' };

/** Where a text is looked for when it is missing in the person's language. */
export const fallbacks: Record<Locale, readonly Locale[]> = {
  en: ['en', 'sv', 'nb', 'nn'],
  sv: ['sv', 'en', 'nb', 'nn'],
  nb: ['nb', 'nn', 'en', 'sv'],
  nn: ['nn', 'nb', 'en', 'sv'],
};

/** By language and key. One that has no parameters is its text. */
const compiled = new Map<Locale, Map<MessageKey, IntlMessageFormat | string>>();

/** @returns the message in words. Parameters are named in the message: `{count, plural, ...}`. */
export function translate(locale: Locale, key: MessageKey, params: MessageParams = {}): string {
  const messages = compiled.get(locale) ?? new Map<MessageKey, IntlMessageFormat | string>();
  compiled.set(locale, messages);
  const message = messages.get(key) ?? compile(locale, key);
  messages.set(key, message);
  return typeof message === 'string' ? message : String(message.format(params));
}

function compile(locale: Locale, key: MessageKey): IntlMessageFormat | string {
  const text = catalogues[locale][key];
  const message = new IntlMessageFormat(text, tags[locale], undefined, { ignoreTag: true });
  return text.includes('{') ? message : String(message.format());
}

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** A key put together by code (`audit.${action}`); a missing one shows itself rather than failing the page. */
export function translateDynamic(locale: Locale, key: string, params: MessageParams = {}): string {
  return isMessageKey(key) ? translate(locale, key, params) : key;
}

/** Picks what a text says in the nearest language there is, and which language that was. */
export function pickWords(locale: Locale, words: Words): { text: string; locale: Locale } {
  for (const candidate of fallbacks[locale]) {
    const text = words[candidate];
    if (text) return { text, locale: candidate };
  }
  return { text: '', locale };
}

export const inWords = (locale: Locale, words: Words): string => pickWords(locale, words).text;

const norwegian = new Map<string, Locale>([
  ['no', 'nb'],
  ['nb', 'nb'],
  ['nn', 'nn'],
]);

/** The first language of an Accept-Language header that we speak; English otherwise. */
export function negotiate(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const quality = options.find((option) => option.trim().startsWith('q='));
      return { language: tag.split('-')[0] ?? '', quality: Number(quality?.split('=')[1] ?? 1) };
    })
    .sort((one, other) => other.quality - one.quality);
  for (const { language } of wanted) {
    const ours = norwegian.get(language) ?? locales.find((locale) => locale === language);
    if (ours) return ours;
  }
  return 'en';
}

/** Kappa and its like: `0.70`, `0,70`. */
export const twoDecimals = (locale: Locale, value: number): string =>
  new Intl.NumberFormat(tags[locale], {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(value);

const collators = new Map<Locale, Intl.Collator>();

/** Sorting by the language's own alphabet. */
export function collator(locale: Locale): Intl.Collator {
  const known = collators.get(locale);
  if (known) return known;
  const made = new Intl.Collator(tags[locale], { numeric: true });
  collators.set(locale, made);
  return made;
}

/** The name of a country (ISO 3166-1 alpha-2) in a language. */
export function countryName(locale: Locale, code: string): string {
  return regionNames(locale).of(code) ?? code;
}

const regions = new Map<Locale, Intl.DisplayNames>();

/** Making one takes as long as drawing a table. */
function regionNames(locale: Locale): Intl.DisplayNames {
  const known = regions.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames(tags[locale], { type: 'region' });
  regions.set(locale, made);
  return made;
}

export function languageName(locale: Locale, code: string): string {
  return new Intl.DisplayNames(tags[locale], { type: 'language' }).of(code) ?? code;
}
