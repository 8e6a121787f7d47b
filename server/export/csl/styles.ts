/** Every style of the Citation Style Language, and the languages that references can be written in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../../schema/columns.ts';
import { root } from '../../paths.ts';
import { type CslNode, type StyleInfo, unpack } from './packed.ts';

export const stylesFile = join(root, 'server', 'export', 'csl', 'styles.bin');

/** Those that are asked for most, first; every other one is found by its title. */
export const commonStyles = [
  'apa',
  'norsk-apa-manual',
  'vancouver',
  'harvard-cite-them-right',
  'chicago-author-date',
  'chicago-fullnote-bibliography',
  'modern-language-association',
  'american-medical-association',
  'ieee',
  'oxford-university-press-humsoc',
] as const;
export const startingStyle = 'apa';

/** Our own languages, and Danish, which the field also reads. */
export const citationLanguages = ['sv', 'nb', 'nn', 'da', 'en'] as const;
export type CitationLanguage = (typeof citationLanguages)[number];

export const cslTags: Record<CitationLanguage, string> = {
  sv: 'sv-SE',
  nb: 'nb-NO',
  nn: 'nn-NO',
  da: 'da-DK',
  en: 'en-GB',
};

export const languageFor = (locale: Locale): CitationLanguage => locale;

let opened: ReturnType<typeof unpack> | null = null;
const all = () => {
  opened ??= unpack(readFileSync(stylesFile));
  return opened;
};

export const styleInfos = (): StyleInfo[] => all().styles;
export const styleInfo = (id: string): StyleInfo | null =>
  styleInfos().find((style) => style.id === id) ?? null;
export const styleNode = (id: string): CslNode | null => all().style(id);

let locales: Map<string, CslNode> | null = null;
export function localeNode(tag: string): CslNode | null {
  locales ??= all().locales();
  return locales.get(tag) ?? null;
}

/** Styles with every word of a search in their title or name, the common ones first. */
export function findStyles(words: string, limit: number): StyleInfo[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const place = (id: string) => {
    const at = (commonStyles as readonly string[]).indexOf(id);
    return at === -1 ? commonStyles.length : at;
  };
  return styleInfos()
    .filter(({ id, title }) => {
      const text = `${title} ${id}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .sort(
      (one, other) =>
        place(one.id) - place(other.id) ||
        one.title.length - other.title.length ||
        (one.title < other.title ? -1 : 1),
    )
    .slice(0, limit);
}
