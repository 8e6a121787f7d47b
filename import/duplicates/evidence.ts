/** What speaks for and against two references being one, fact by fact. No verdict is given here. */
import { type Match, sameContainer } from './containers.ts';
import { doiMatch } from './dois.ts';
import type { BriefFacts, Facts } from './facts.ts';
import { isThesis, isUpdatedReview, type KindMatch, kindMatch } from './kinds.ts';
import { mayBeSamePeople, type PeopleMatch, peopleMatch, sameFullName } from './people.ts';
import { numberMatch, pageMatch, sharedExtent } from './places.ts';
import { registrationMatch } from './registrations.ts';
import { similarity } from './similarity.ts';
import { bestTitle, type TitleFacts, type TitleMatch } from './titles.ts';

/** Why two references may be the same, and why they may not. The words stand in the catalogues. */
export const reasonCodes = [
  'SAME_CONTENT',
  'SAME_DOI',
  'SAME_ACCESSION',
  'SAME_TITLE',
  'SAME_TITLE_SPELT_DIFFERENTLY',
  'TITLE_IS_PART',
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
  'DIFFERENT_ISSUES',
  'MORE_NUMBERS_IN_TITLE',
  'DIFFERENT_REGISTRATIONS',
  'WOULD_JOIN_DIFFERENT',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
export type Reason = { code: ReasonCode; params: Record<string, string | number> };

/** `unknown` when either side says nothing. */
export type Evidence = {
  doi: Match;
  accession: Match;
  /** The number of a trial's registration. */
  registration: Match;
  title: TitleMatch['kind'];
  isCut: boolean;
  /** 0 to 1, of the pair of titles that are most alike. */
  titleSimilarity: number;
  numbers: TitleMatch['numbers'];
  generic: boolean;
  authors: PeopleMatch;
  /** Both first authors have a given name in full, and the same one. */
  fullName: boolean;
  /** Though no name agrees: a body for its members, or names turned round. */
  mayBeSamePeople: boolean;
  year: Match | 'adjacent';
  /** Undefined when either has none. */
  yearsApart: number | undefined;
  container: Match;
  volume: Match;
  issue: Match;
  pages: Match;
  /** How many pages both stand on, when first and last page agree; else 0. */
  extent: number;
  isbn: Match;
  abstract: Match;
  edition: Match;
  /** One corrects, answers or comments on the other. */
  about: boolean;
  kinds: KindMatch;
  /** Both name more than one author. */
  several: boolean;
  /** One has no place in print yet, the other has, and not before it. */
  online: boolean;
  theses: boolean;
  /** One stands on a page of abstracts, where several of a congress have room. */
  sheet: boolean;
  /** Letters of the shortest title. */
  length: number;
};

/** What takes longest to find out. */
export type Costly = Pick<Evidence, 'container' | 'abstract'>;

/** What makes two alike, or unlike, where nothing settles it. */
export type Scored = Pick<
  Evidence,
  | 'title'
  | 'titleSimilarity'
  | 'authors'
  | 'mayBeSamePeople'
  | 'year'
  | 'pages'
  | 'volume'
  | 'container'
  | 'doi'
  | 'accession'
  | 'isbn'
  | 'abstract'
  | 'numbers'
  | 'edition'
  | 'generic'
  | 'about'
>;

/** @param costly taken as given instead of being found out. */
export function weigh(a: Facts, b: Facts, costly?: Costly): Evidence {
  const { kind, rest, isCut, similarity: alike, numbers, generic } = bestTitle(a.titles, b.titles);
  const years = [a.year, b.year];
  const container = costly?.container ?? containerMatch(a, b);
  const authors = peopleMatch(a, b);
  return {
    doi: doiMatch(a.doi, b.doi),
    accession: accessionMatch(a, b),
    registration: registrationMatch(a, b),
    title: kind === 'continues' && goesOnWithPlace(rest, a, b) ? 'same' : kind,
    isCut,
    titleSimilarity: alike,
    numbers,
    generic,
    authors,
    fullName: sameFullName(a, b),
    mayBeSamePeople: authors !== 'none' || mayBeSamePeople(a, b),
    year: yearMatch(a.year, b.year),
    yearsApart: a.year && b.year ? Math.abs(a.year - b.year) : undefined,
    container,
    volume: numberMatch(a.volume, b.volume, years),
    issue: numberMatch(a.issue, b.issue, []),
    pages: pagesMatch(a, b),
    extent: sharedExtent(a.pages, b.pages),
    isbn: overlap(a.isbn, b.isbn),
    abstract: costly?.abstract ?? abstractMatch(a.abstract, b.abstract),
    edition: editionMatch(a, b),
    about: a.notice !== b.notice || isNotice(a) !== isNotice(b),
    kinds: kindMatch(a, b, container),
    several: Math.min(a.authors.length, b.authors.length) > 1,
    online: isOnlineFirst(a, b) || isOnlineFirst(b, a),
    sheet: a.sheet || b.sheet,
    length: Math.min(...a.titles.map(lengthOf), ...b.titles.map(lengthOf)),
    theses: isThesis(a) && isThesis(b),
  };
}

/** What is found out at once of two whose titles differ; all else speaks for them. */
export function weighAtOnce(a: BriefFacts, b: BriefFacts, titleSimilarity: number): Scored {
  return {
    doi: doiMatch(a.doi, b.doi),
    accession: accessionMatch(a, b),
    title: 'different',
    titleSimilarity,
    numbers: 'same',
    generic: false,
    authors: 'all',
    mayBeSamePeople: true,
    year: yearMatch(a.year, b.year),
    container: 'same',
    volume: 'same',
    pages: pagesMatch(a, b),
    isbn: overlap(a.isbn, b.isbn),
    abstract: 'same',
    edition: 'same',
    about: false,
  };
}

const isNotice = ({ titles }: Facts) => titles.some((title) => title.isNotice);
const lengthOf = ({ wide }: TitleFacts) => wide.length;

function accessionMatch(a: BriefFacts, b: BriefFacts): Match {
  return a.accession.length > 5 ? equal(a.accession, b.accession) : 'unknown';
}

function pagesMatch(a: BriefFacts, b: BriefFacts): Match {
  const match = pageMatch(a.pages, b.pages);
  return match !== 'unknown' && isAheadOfPrint(a, b) ? 'unknown' : match;
}

/**
 * Without a volume, pages from 1 on are counted within the article: it has not been printed yet. A book's are
 * counted so too, but then it has a number of its own, and other pages of it are a chapter.
 */
function isAheadOfPrint(a: BriefFacts, b: BriefFacts): boolean {
  const isAhead = ({ pages, volume, isbn }: BriefFacts) =>
    pages?.first === '1' && volume === '' && isbn.length === 0;
  return isAhead(a) !== isAhead(b);
}

/** The first came out before it had a volume, and the second in print. */
function isOnlineFirst(online: Facts, printed: Facts): boolean {
  const isPlaced = ({ volume, pages }: Facts) => volume !== '' && pages !== undefined;
  const isOut = online.volume === '' && online.issue === '' && online.pages === undefined;
  return isOut && isPlaced(printed) && (online.year ?? 0) <= (printed.year ?? 0);
}

/** Each update of a Cochrane review is a report of its own, in another issue under the same number. */
function editionMatch(a: Facts, b: Facts): Match {
  if (!isUpdatedReview(a) || !isUpdatedReview(b)) return equal(a.edition, b.edition);
  const sameIssue = numberMatch(a.issue, b.issue, []);
  return a.year && b.year && a.year !== b.year ? 'different' : sameIssue;
}

/** A title that an export glued to the name of its journal. */
function goesOnWithPlace(rest: string, a: Facts, b: Facts): boolean {
  return [a.container, b.container].some((name) => {
    const glued = name.replaceAll(' ', '');
    return glued.length >= 8 && rest.startsWith(glued);
  });
}

function yearMatch(a: number | undefined, b: number | undefined): Evidence['year'] {
  if (a === undefined || b === undefined) return 'unknown';
  if (a === b) return 'same';
  return Math.abs(a - b) === 1 ? 'adjacent' : 'different';
}

function containerMatch(a: Facts, b: Facts): Match {
  if (overlap(a.issn, b.issn) === 'same') return 'same';
  if (a.container === '' || b.container === '') return 'unknown';
  return sameContainer(a.container, b.container) ? 'same' : 'different';
}

function abstractMatch(a: string, b: string): Match {
  if (a.length < 100 || b.length < 100) return 'unknown';
  return similarity(a.slice(0, 300), b.slice(0, 300)) >= 0.85 ? 'same' : 'different';
}

function equal(a: string | undefined, b: string | undefined): Match {
  if (!a || !b) return 'unknown';
  return a === b ? 'same' : 'different';
}

function overlap(a: readonly string[], b: readonly string[]): Match {
  if (a.length === 0 || b.length === 0) return 'unknown';
  return a.some((number) => b.includes(number)) ? 'same' : 'different';
}
