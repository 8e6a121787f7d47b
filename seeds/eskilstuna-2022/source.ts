/**
 * Where in the knowledge base each fact of the demonstration review stands.
 *
 * No page numbers are given: the extracted text has no form feeds and prints no page numbers, and
 * the two signs of a new page (a line that begins with one blank; three or more empty lines) do
 * not agree with each other, so a page count would be a guess. Chapter, table, figure and, in the
 * results, the paragraph on a named publication locate every fact instead.
 */
import type { Words } from '../words.ts';

/** The knowledge base itself, and the archive page that gives one publication's DOI. */
export type DocumentKey = 'aytar-2022' | 'inn-archive-andfossen-2020';

export type Source = { document: DocumentKey; locator: Words | string; page?: number };

export const cover: Source = at({
  en: 'The text before the preface',
  sv: 'Texten före förordet',
  nb: 'Teksten før forordet',
  nn: 'Teksten før føreordet',
});

export const preface: Source = at({
  en: 'Preface',
  sv: 'Förord',
  nb: 'Forord',
  nn: 'Føreord',
});

export const abstract: Source = at({
  en: 'Summary',
  sv: 'Sammanfattning',
  nb: 'Sammendrag',
  nn: 'Samandrag',
});

export const assignment: Source = at({
  en: 'Background and assignment',
  sv: 'Bakgrund och uppdrag',
  nb: 'Bakgrunn og oppdrag',
  nn: 'Bakgrunn og oppdrag',
});

export const process: Source = at({
  en: 'Process and activities',
  sv: 'Process och aktiviteter',
  nb: 'Prosess og aktiviteter',
  nn: 'Prosess og aktivitetar',
});

const chapters = {
  forms: {
    en: 'Results, forms of cooperation',
    sv: 'Resultat, avsnittet om samarbetsformer',
    nb: 'Resultater, avsnittet om samarbeidsformer',
    nn: 'Resultat, avsnittet om samarbeidsformer',
  },
  factors: {
    en: 'Results, success factors, risks and barriers',
    sv: 'Resultat, avsnittet om framgångsfaktorer, risker och hinder',
    nb: 'Resultater, avsnittet om suksessfaktorer, risikoer og hindringer',
    nn: 'Resultat, avsnittet om suksessfaktorar, risikoar og hindringar',
  },
  structure: {
    en: 'Results, a successful structure',
    sv: 'Resultat, avsnittet om en framgångsrik struktur',
    nb: 'Resultater, avsnittet om en vellykket struktur',
    nn: 'Resultat, avsnittet om ein vellukka struktur',
  },
} satisfies Record<string, Words>;

export const formsChapter: Source = at(chapters.forms);
export const factorsChapter: Source = at(chapters.factors);
export const structureChapter: Source = at(chapters.structure);

/** The paragraph of a results chapter that reports one publication, cited as 'Name m.fl. (year)'. */
export function paragraph(chapter: keyof typeof chapters, citation: string): Source {
  const { en, sv, nb, nn } = chapters[chapter];
  return at({
    en: `${en}: the paragraph on ${citation.replace('m.fl.', 'et al.').replace(' och ', ' and ')}`,
    sv: `${sv}: stycket om ${citation}`,
    nb: `${nb}: avsnittet om ${citation.replace(' och ', ' og ')}`,
    nn: `${nn}: avsnittet om ${citation.replace(' och ', ' og ')}`,
  });
}

export function table(number: 1 | 2 | 3 | 4): Source {
  return numbered('Table', 'Tabell', 'Tabell', number);
}

export function figure(number: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9): Source {
  return numbered('Figure', 'Figur', 'Figur', number);
}

function numbered(en: string, sv: string, norwegian: string, number: number): Source {
  return at({
    en: `${en} ${number}`,
    sv: `${sv} ${number}`,
    nb: `${norwegian} ${number}`,
    nn: `${norwegian} ${number}`,
  });
}

function at(locator: Words): Source {
  return { document: 'aytar-2022', locator };
}
