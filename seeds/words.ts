/** The four languages that every reader-facing text of the demonstration reviews is written in. */
export const locales = ['en', 'sv', 'nb', 'nn'] as const;
export type Locale = (typeof locales)[number];
export type Words = Record<Locale, string>;
