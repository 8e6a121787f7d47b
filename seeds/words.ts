/** The four languages that every reader-facing text of the demonstration reviews is written in. */
export const locales = ['en', 'sv', 'nb', 'nn'] as const;
export type Locale = (typeof locales)[number];
export type Words = Record<Locale, string>;

/** One text for every language, made by the same rule. */
export function inEvery(make: (locale: Locale) => string): Words {
  return { en: make('en'), sv: make('sv'), nb: make('nb'), nn: make('nn') };
}

/** A text that reads the same in every language: a name, a number. */
export const same = (text: string): Words => inEvery(() => text);

/** Texts one after another, language by language; each begins a sentence of its own. */
export const sentences = (...texts: Words[]): Words =>
  inEvery((locale) => texts.map((text) => closed(text[locale])).join(' '));

/** The items of one cell as one text. */
export const listed = (items: readonly Words[]): Words =>
  inEvery((locale) => items.map((item) => item[locale]).join('; '));

const closed = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
