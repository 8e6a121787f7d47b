/** What speaks for and against two references being one, fact by fact. No verdict is given here. */
import type { PageRange } from '../normalize/pages.ts';
import type { Facts, TitleFacts } from './facts.ts';

/** Why two references may be the same, and why they may not. The words stand in the catalogues. */
export const reasonCodes = [
  'SAME_CONTENT',
  'SAME_DOI',
  'SAME_ACCESSION',
  'SAME_TITLE',
  'SAME_TITLE_SPELT_DIFFERENTLY',
  'TITLE_CONTINUES',
  'SIMILAR_TITLE',
  'SAME_AUTHORS',
  'SAME_FIRST_AUTHOR',
  'SHARED_AUTHORS',
  'SAME_YEAR',
  'ADJACENT_YEARS',
  'SAME_CONTAINER',
  'SAME_VOLUME',
  'SAME_PAGES',
  'SAME_ISBN',
  'SAME_ABSTRACT',
  'DIFFERENT_DOIS',
  'DIFFERENT_TITLES',
  'DIFFERENT_NUMBERS_IN_TITLE',
  'GENERIC_TITLE',
  'NO_TITLE_TO_COMPARE',
  'DIFFERENT_AUTHORS',
  'NO_AUTHORS_TO_COMPARE',
  'DIFFERENT_YEARS',
  'NO_YEAR_TO_COMPARE',
  'DIFFERENT_CONTAINERS',
  'DIFFERENT_VOLUMES',
  'DIFFERENT_PAGES',
  'DIFFERENT_EDITIONS',
  'ONE_IS_ABOUT_THE_OTHER',
  'DIFFERENT_KINDS',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
export type Reason = { code: ReasonCode; params: Record<string, string | number> };

/** `unknown` when either side says nothing. */
export type Match = 'same' | 'different' | 'unknown';
export type Evidence = {
  doi: Match;
  accession: Match;
  title: 'same' | 'spelling' | 'continues' | 'similar' | 'different' | 'unknown';
  /** 0 to 1, of the pair of titles that are most alike. */
  titleSimilarity: number;
  numbers: Match;
  generic: boolean;
  authors: 'all' | 'first' | 'some' | 'none' | 'unknown';
  year: Match | 'adjacent';
  container: Match;
  volume: Match;
  issue: Match;
  pages: Match;
  isbn: Match;
  abstract: Match;
  edition: Match;
  /** One corrects, answers or comments on the other. */
  about: boolean;
  kinds: Match;
};

export function weigh(a: Facts, b: Facts): Evidence {
  const { kind, similarity, pair } = bestTitle(a.titles, b.titles);
  return {
    doi: equal(a.doi, b.doi),
    accession: a.accession.length > 5 ? equal(a.accession, b.accession) : 'unknown',
    title: kind,
    titleSimilarity: similarity,
    numbers: pair ? (pair[0].numbers === pair[1].numbers ? 'same' : 'different') : 'unknown',
    generic: pair ? pair[0].generic || pair[1].generic : false,
    authors: authorMatch(a, b),
    year: yearMatch(a.year, b.year),
    container: containerMatch(a, b),
    volume: equal(a.volume, b.volume),
    issue: equal(a.issue, b.issue),
    pages: pageMatch(a.pages, b.pages),
    isbn: overlap(a.isbn, b.isbn),
    abstract: abstractMatch(a.abstract, b.abstract),
    edition: equal(a.edition, b.edition),
    about: a.about !== b.about,
    kinds: kindMatch(a, b),
  };
}

/**
 * Dice's coefficient over pairs of letters: 1 for equal strings, robust to typing errors and order.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = new Map<string, number>();
  for (let index = 0; index < a.length - 1; index += 1) {
    const pair = a.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let index = 0; index < b.length - 1; index += 1) {
    const pair = b.slice(index, index + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      shared += 1;
      counts.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

type TitleMatch = {
  kind: Evidence['title'];
  similarity: number;
  pair: [TitleFacts, TitleFacts] | undefined;
};

function bestTitle(as: readonly TitleFacts[], bs: readonly TitleFacts[]): TitleMatch {
  let best: TitleMatch = { kind: 'unknown', similarity: 0, pair: undefined };
  for (const a of as) {
    for (const b of bs) {
      const alike = similarity(a.wide, b.wide);
      if (best.pair && alike <= best.similarity) continue;
      best = { kind: titleMatch(a, b, alike), similarity: alike, pair: [a, b] };
    }
  }
  return best;
}

function titleMatch(a: TitleFacts, b: TitleFacts, alike: number): Evidence['title'] {
  if (a.strict === b.strict) return 'same';
  if (a.wide === b.wide) return 'spelling';
  const [short, long] = a.wide.length < b.wide.length ? [a.wide, b.wide] : [b.wide, a.wide];
  // Subtitles are dropped by some sources; one word in common is no evidence.
  if (short.length >= 20 && long.startsWith(short)) return 'continues';
  return alike >= 0.8 ? 'similar' : 'different';
}

function authorMatch(a: Facts, b: Facts): Evidence['authors'] {
  const [firstOfA, firstOfB] = [a.authors[0], b.authors[0]];
  if (!firstOfA || !firstOfB) return 'unknown';
  const first = samePerson(a, b, 0);
  const shorter = Math.min(a.authors.length, b.authors.length);
  if (first && a.authors.length === b.authors.length) {
    if (a.authors.every((_, index) => samePerson(a, b, index))) return 'all';
  }
  if (first) return 'first';
  const known = new Set(a.families.filter((family) => family.length > 2));
  const shared = new Set(b.families.filter((family) => known.has(family))).size;
  return shared > 0 && shared >= shorter / 2 ? 'some' : 'none';
}

/** Family names alike, or the same words in another order: `Bai, Wenfei` and `Wenfei, Bai`. */
function samePerson(a: Facts, b: Facts, index: number): boolean {
  const [left = '', right = ''] = [a.families[index], b.families[index]];
  if (left === right) return left !== '';
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  // Particles and second family names come and go: `(van) Berg`, `Garcia (Lopez)`.
  if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short))) return true;
  if (short.length >= 5 && similarity(left, right) >= 0.75) return true;
  const words = a.authors[index] ?? new Set<string>();
  const others = b.authors[index] ?? new Set<string>();
  const shared = [...words].filter((word) => word.length > 2 && others.has(word));
  return (
    shared.length > 1 ||
    (shared.length === 1 && Math.min(words.size, others.size) === 1) ||
    (shared.length === 1 && initialsAgree(words, others))
  );
}

function initialsAgree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const letters = (words: ReadonlySet<string>) =>
    [...words]
      .map((word) => word[0])
      .sort()
      .join('');
  return letters(a) === letters(b);
}

function yearMatch(a: number | undefined, b: number | undefined): Evidence['year'] {
  if (a === undefined || b === undefined) return 'unknown';
  if (a === b) return 'same';
  return Math.abs(a - b) === 1 ? 'adjacent' : 'different';
}

/** ISSN first; else names, of which one may be the other's abbreviation: `J Environ Plan Manag`. */
function containerMatch(a: Facts, b: Facts): Match {
  if (overlap(a.issn, b.issn) === 'same') return 'same';
  if (a.container === '' || b.container === '') return 'unknown';
  if (a.container === b.container) return 'same';
  if (abbreviates(a.container, b.container) || abbreviates(b.container, a.container)) return 'same';
  return similarity(a.container, b.container) >= 0.8 ? 'same' : 'different';
}

const smallWords = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'och',
  'og',
  'i',
  'de',
  'la',
  'der',
  'fur',
  'a',
]);

function abbreviates(short: string, long: string): boolean {
  const words = long.split(' ').filter((word) => !smallWords.has(word));
  const parts = short.split(' ').filter((part) => !smallWords.has(part));
  if (parts.length === 1 && words.length > 1) {
    return parts[0] === words.map((word) => word[0]).join('');
  }
  // What follows the name is a place or a subtitle: `Cancer (Phila)`.
  const compared = Math.min(parts.length, words.length);
  if (compared < 2 && parts.length !== words.length) return parts[0] === words[0];
  return words.slice(0, compared).every((word, index) => shortens(parts[index] ?? '', word));
}

function shortens(part: string, word: string): boolean {
  if (word.startsWith(part)) return true;
  // Contractions keep the first letter and the order: `dept`, `natl`, `intl`.
  let at = 0;
  for (const letter of word) if (letter === part[at]) at += 1;
  return part[0] === word[0] && at === part.length && part.length > 2;
}

/**
 * Only pages that cannot be the same place are different: an article number beside printed pages, a
 * single page beside the range it lies in, or a page that lost its beginning say nothing.
 */
function pageMatch(a: PageRange | undefined, b: PageRange | undefined): Match {
  if (!a || !b) return 'unknown';
  if (a.kind === 'end' || b.kind === 'end') {
    const [short, long] = a.last.length < b.last.length ? [a.last, b.last] : [b.last, a.last];
    return short.length > 1 && long.endsWith(short) ? 'same' : 'unknown';
  }
  if (a.first === b.first || (a.last === b.last && a.last.length > 2)) return 'same';
  if (a.kind !== b.kind) return 'unknown';
  const apart = Number(a.last) < Number(b.first) || Number(b.last) < Number(a.first);
  return apart || a.kind === 'number' ? 'different' : 'unknown';
}

function abstractMatch(a: string, b: string): Match {
  if (a.length < 100 || b.length < 100) return 'unknown';
  return similarity(a.slice(0, 300), b.slice(0, 300)) >= 0.85 ? 'same' : 'different';
}

/** A conference paper and the article made of it are two reports (PRISMA 2020). */
function kindMatch(a: Facts, b: Facts): Match {
  const meeting = (facts: Facts) =>
    facts.type === 'paper-conference' ||
    /\b(?:proceedings|conferences?|kongress|konferens|konferanse)\b/.test(facts.container);
  const whole = (facts: Facts) => facts.type === 'book' || facts.type === 'thesis';
  const journal = (facts: Facts) => facts.type === 'article-journal' && !meeting(facts);
  if ((meeting(a) && journal(b)) || (meeting(b) && journal(a))) return 'different';
  const part = (facts: Facts) => facts.type === 'chapter' || facts.type === 'article-journal';
  return (whole(a) && part(b)) || (whole(b) && part(a)) ? 'different' : 'unknown';
}

function equal(a: string | undefined, b: string | undefined): Match {
  if (!a || !b) return 'unknown';
  return a === b ? 'same' : 'different';
}

function overlap(a: readonly string[], b: readonly string[]): Match {
  if (a.length === 0 || b.length === 0) return 'unknown';
  return a.some((number) => b.includes(number)) ? 'same' : 'different';
}
