/** A reference as people read it: names in a row, an abstract in paragraphs, links that lead somewhere. */
import { familyOf, shortNames } from '../../../import/normalize/names.ts';
import type { Name, Reference } from '../../../import/reference.ts';

/** More names than these say little to somebody who reads an abstract. */
const authorsMax = 12;

export function showReport({ id, reference }: { id: number; reference: Reference }) {
  const { authors, title, othersOmitted = false } = reference;
  return {
    id,
    title,
    language: languageTag(reference.language),
    authors: authors.slice(0, authorsMax).map(fullName),
    // How many more there are is not known where the source leaves some out.
    authorsLeftOut: othersOmitted ? 0 : Math.max(0, authors.length - authorsMax),
    othersOmitted,
    year: reference.year ?? null,
    container: reference.container ?? reference.publisher ?? null,
    place: placeIn(reference),
    doi: reference.doi ?? null,
    link: linkOf(reference),
    paragraphs: paragraphsOf(reference.abstract ?? ''),
    keywords: reference.keywords ?? [],
  };
}

/** One line of a list: `Aytar, Sjölinder 2022`, and whether there are more authors. */
export function showLine({ id, reference }: { id: number; reference: Reference }) {
  const { names, more } = shortNames(reference.authors, reference.othersOmitted);
  return {
    id,
    title: reference.title,
    language: languageTag(reference.language),
    names: names.join(', '),
    hasMoreNames: more,
    year: reference.year ?? null,
    container: reference.container ?? null,
    doi: reference.doi ?? null,
    link: linkOf(reference),
  };
}

/** Sources' addresses are text that anybody may have written: only the web's own are links. */
export function linkOf(reference: Reference): string | null {
  if (reference.doi) return `https://doi.org/${encodeURI(reference.doi)}`;
  return (reference.urls ?? []).find((url) => /^https?:\/\//i.test(url)) ?? null;
}

const headings =
  'Background|Introduction|Context|Aims?|Purpose|Objectives?|Design|Setting|Participants|Methods?|' +
  'Methods and results|Data sources|Measures|Results|Findings|Discussion|Interpretation|Conclusions?|' +
  'Implications|Bakgrund|Syfte|Metod|Resultat|Slutsatser?|Bakgrunn|Formål|Metode|Konklusjon';
const headed = new RegExp(`(?:^|(?<=[.!?]\\s))(?=(?:${headings})\\s?:)`, 'giu');
const heading = new RegExp(`^((?:${headings})\\s?:)\\s*`, 'iu');

export type Paragraph = { heading: string | null; text: string };

/** An abstract in the paragraphs its source gave it, or one for each of its headings. */
export function paragraphsOf(abstract: string): Paragraph[] {
  return abstract
    .split(/\n+/)
    .flatMap((part) => (part.includes(':') ? part.trim().split(headed) : part))
    .map((part) => part.trim())
    .filter(Boolean)
    .map((text) => {
      const found = heading.exec(text)?.[1] ?? null;
      return { heading: found, text: found ? text.replace(heading, '') : text };
    });
}

function fullName(name: Name): string {
  if ('literal' in name) return name.literal;
  return [name.given, familyOf(name), name.suffix].filter(Boolean).join(' ');
}

/** `12(3), 45–67`. */
function placeIn({ volume, issue, pages }: Reference): string | null {
  const number = `${volume ?? ''}${issue ? `(${issue})` : ''}`;
  return [number, pages ?? ''].filter(Boolean).join(', ') || null;
}

/** Only where the source is certain; hyphenation and voices depend on it. */
function languageTag(language: string | undefined): string | null {
  return language && /^[a-z]{2}$/.test(language) ? language : null;
}
