/** How a category comes by its words. */
import type { Words } from '../../../schema/columns.ts';
import { pickWords } from '../../platform/i18n.ts';
import type { Category } from './dimension.ts';
import type { Reader } from './reader.ts';

export const plain = (key: string, label: string): Category => ({
  key,
  label,
  language: null,
  href: null,
});

export function worded({ request: { locale } }: Reader, key: string, words: Words): Category {
  const picked = pickWords(locale, words);
  const language = picked.locale === locale ? null : picked.locale;
  return { key, label: picked.text, language, href: null };
}
