/** What the page of references may show. */
import type { Locale } from '../../../schema/columns.ts';
import { type MessageKey, translate } from '../../platform/i18n.ts';
import type { Bibliography } from '../csl/bibliography.ts';
import type { Run } from '../csl/runs.ts';
import {
  type CitationLanguage,
  citationLanguages,
  commonStyles,
  findStyles,
  styleInfo,
} from '../csl/styles.ts';
import { endings } from './references.ts';
import { writtenFormats } from './written-references.ts';

export type ReferencesAsked = {
  style: string;
  language: CitationLanguage;
  /** Words to look for a style by. */
  find: string;
  state: 'included' | 'any';
};

/** A page is no book: of more references than this it shows the first, and the files hold all. */
export const shownMax = 500;
const stylesFoundMax = 30;

export function referencesPage(
  place: { locale: Locale; slug: string; mayRead: boolean },
  asked: ReferencesAsked,
  list: Bibliography,
) {
  const { locale, slug } = place;
  const address = (change: Partial<ReferencesAsked>) => {
    const { style, language, state } = { ...asked, ...change };
    return `?${new URLSearchParams({ style, language, state })}`;
  };
  const file = (ending: string) => `/reviews/${slug}/references.${ending}${address({})}`;
  return {
    title: translate(locale, 'references.title'),
    slug,
    mayRead: place.mayRead,
    find: asked.find,
    state: asked.state,
    styles: styleOptions(asked.style),
    languages: citationLanguages.map((value) => ({
      value,
      text: translate(locale, `references.language.${value}`),
      isCurrent: value === asked.language,
    })),
    states: (['included', 'any'] as const).map((value) => ({
      value,
      text: translate(locale, `references.state.${value}`),
      isCurrent: value === asked.state,
    })),
    found:
      asked.find === ''
        ? null
        : findStyles(asked.find, stylesFoundMax).map(({ id, title }) => ({
            title,
            href: address({ style: id }),
          })),
    style: styleInfo(asked.style)?.title ?? asked.style,
    count: list.entries.length,
    rest: Math.max(0, list.entries.length - shownMax),
    isHanging: list.isHanging,
    languageCode: asked.language,
    entries: list.entries.slice(0, shownMax).map(({ label, runs }) => ({
      label: label.map(shownRun),
      runs: runs.map(shownRun),
    })),
    files: [...writtenFormats, 'ris', 'bib', 'json', 'csv'].map((ending) => ({
      name: fileName(locale, ending),
      href: file(ending),
    })),
  };
}

/** Those asked for most, and the one that is chosen. */
export function styleOptions(current: string) {
  const ids = new Set<string>([...commonStyles, current]);
  return [...ids].flatMap((id) => {
    const info = styleInfo(id);
    return info ? [{ value: id, text: info.title, isCurrent: id === current }] : [];
  });
}

function fileName(locale: Locale, ending: string): string {
  if (ending in endings)
    return { ris: 'RIS', bib: 'BibTeX', json: 'CSL-JSON', csv: 'CSV' }[ending] ?? ending;
  return translate(locale, `files.format.${ending}` as MessageKey);
}

function shownRun({ text, isItalic, isBold, isSmallCaps, position }: Run) {
  return {
    text,
    isItalic: isItalic ?? false,
    isBold: isBold ?? false,
    isSmallCaps: isSmallCaps ?? false,
    isSuper: position === 'super',
    isSub: position === 'sub',
  };
}
