/** When two references are one report so plainly that nobody has to look. */
import type { Evidence } from './evidence.ts';

/**
 * Errs on the side of asking. A wrong link hides a study; a missed one costs a glance. Every rule
 * needs two kinds of agreement, and any contradiction that a second document would show forbids it.
 */
export function isCertain(evidence: Evidence): boolean {
  if (evidence.registration === 'same' && isSameTitle(evidence) && !evidence.about) return true;
  if (isForbidden(evidence)) return false;
  return (
    sameDoi(evidence) ||
    isWholePlace(evidence) ||
    sameTitle(evidence) ||
    samePlace(evidence) ||
    sameText(evidence) ||
    mistypedTitle(evidence) ||
    sameThesis(evidence)
  );
}

function isForbidden(e: Evidence): boolean {
  const doiSettles = e.doi === 'same' && isSameTitle(e);
  if (e.about || (e.doi === 'different' && !isPlaceWithText(e))) return true;
  // Whatever it is called and whoever pays: a study registered again is another study until someone has looked.
  if (e.edition === 'different' || e.registration === 'different') return true;
  if (e.numbers === 'different' && !isWholePlace(e)) return true;
  // Further numbers in one title are a part, a year, or what the export hung on.
  if (e.numbers === 'more' && !(e.doi === 'same' && e.abstract === 'same') && e.extent < 2)
    return true;
  // A conference paper and its article share title, authors and year, but never the pages.
  if (e.kinds === 'different') return true;
  if (e.kinds === 'doubtful' && !doiSettles && !(e.extent > 1 && e.volume === 'same')) return true;
  if (e.authors === 'none' && !doiSettles && !isWholePlace(e)) return true;
  if (e.year === 'different' && !doiSettles && !isPlaceButYear(e)) return true;
  // One document stands in one place: other pages are another document, or a wrong number.
  return e.pages === 'different' && !doiSettles && !e.theses;
}

const isSameTitle = (e: Evidence) => e.title === 'same' || e.title === 'spelling';
const isKnownFirst = (e: Evidence) => e.authors === 'all' || e.authors === 'first';

/**
 * Journal, year, volume and every page: nothing else has room there but a letter or a notice, and
 * those have no pages of their own. Then names turned round, or a group for its members, are one.
 */
function isWholePlace(e: Evidence): boolean {
  const place = e.extent >= 3 && e.volume === 'same' && e.container === 'same';
  if (!place || e.year !== 'same' || e.generic) return false;
  if (e.title === 'same') return e.mayBeSamePeople || e.abstract === 'same';
  return e.authors !== 'none' && e.authors !== 'unknown' && isCloseTitle(e);
}

const isCloseTitle = (e: Evidence) =>
  isSameTitle(e) || e.title === 'continues' || e.title === 'part' || e.titleSimilarity >= 0.9;

/** Publishers that changed hands gave some articles a second DOI. */
function isPlaceWithText(e: Evidence): boolean {
  return e.title === 'same' && e.authors === 'all' && e.abstract === 'same' && isWholePlace(e);
}

/** The same pages of the same journal or volume by the same people: one source has a wrong year. */
function isPlaceButYear(e: Evidence): boolean {
  const isOne = e.container === 'same' ? e.volume !== 'different' : e.volume === 'same';
  const place = e.extent >= 3 && isOne;
  const near = (e.yearsApart ?? Number.POSITIVE_INFINITY) <= 3;
  return place && near && e.title === 'same' && e.authors === 'all' && !e.generic;
}

/** A book's DOI stands on all its chapters in some sources, so the titles must agree as well. */
function sameDoi(e: Evidence): boolean {
  if (e.doi !== 'same') return false;
  if (e.generic) return e.pages !== 'different' && e.title !== 'different';
  return isSameTitle(e) || e.title === 'continues' || e.titleSimilarity >= 0.85;
}

function sameTitle(e: Evidence): boolean {
  if (!isSameTitle(e)) return false;
  const support = agreements(e);
  const contradictions = disagreements(e);
  if (e.generic) {
    const place = e.pages === 'same' && e.volume === 'same' && e.container === 'same';
    return place && isKnownFirst(e);
  }
  if (isSamePages(e) || isPlaceButYear(e)) return true;
  if (e.authors === 'unknown') return contradictions === 0 && isPlacedTitle(e);
  const isGroup = e.authors === 'all' && e.several;
  // "Breast cancer" by one author may be a chapter in several books.
  if (e.length < 24 && support === 0 && !isGroup) return false;
  if (e.year === 'unknown') return support >= 2 && contradictions === 0;
  if (e.year === 'adjacent') {
    // In print the year after it was online: the same journal is enough for a group of authors, and for one who
    // wrote a long title that only later had its place.
    const isLater = e.online && e.authors === 'all' && e.length >= 40;
    const isOnline = (isGroup || isLater) && e.container === 'same';
    return contradictions === 0 && (isOnline || (support >= 2 && e.authors !== 'some'));
  }
  // "R\u00e5d" and "Rad" fold alike: the same place in print must say that they are one word.
  if (e.title === 'spelling') return support >= 1 && contradictions === 0;
  if (e.authors === 'some') return support >= 2 && contradictions === 0;
  return contradictions === 0 || support > contradictions;
}

/** With nobody named, the place must say it: the page, or the volume for a title that is long enough. */
function isPlacedTitle(e: Evidence): boolean {
  const isInVolume = e.volume === 'same' && e.container === 'same' && e.length >= 40;
  return e.year === 'same' && (e.pages === 'same' || isInVolume);
}

/** The same title by the same people on the same pages, whatever the sources call the volume. */
function isSamePages(e: Evidence): boolean {
  return isKnownFirst(e) && e.year === 'same' && e.extent > 1 && e.volume !== 'different';
}

/** Titles with a typing error or another transcription, at the same place in print. */
function samePlace(e: Evidence): boolean {
  if (isSameTitle(e) || e.title === 'different' || e.title === 'unknown') return false;
  if (e.generic || !isKnownFirst(e) || e.year !== 'same') return false;
  if (e.title !== 'continues' && e.titleSimilarity < 0.9 && e.extent < 2) return false;
  // Abstracts of a congress share a page: "in men" and "in women" may stand one below the other.
  if (e.sheet && !e.isCut && e.title !== 'mistyped' && e.abstract !== 'same') return false;
  const printed = e.pages === 'same' && e.volume === 'same' && e.container !== 'different';
  const paged = e.extent > 1 && e.volume !== 'different' && e.container === 'same';
  // Whatever the sources call the journal: no two have so many pages in common.
  const counted = e.extent >= 3 && e.volume === 'same' && e.titleSimilarity >= 0.9;
  return printed || paged || counted;
}

/** A title cut or mended, with the same abstract by the same people in the same journal. */
function sameText(e: Evidence): boolean {
  if (e.abstract !== 'same' || e.authors !== 'all' || e.generic) return false;
  if (e.title !== 'continues' && e.titleSimilarity < 0.9) return false;
  return e.year === 'same' && e.container === 'same' && disagreements(e) === 0;
}

/** A typing error, another spelling or one of two languages, by the same group in the same journal and year. */
function mistypedTitle(e: Evidence): boolean {
  if (e.title !== 'mistyped' && e.title !== 'part') return false;
  if (e.authors !== 'all' || !e.several || e.generic) return false;
  return e.year === 'same' && e.container === 'same' && disagreements(e) === 0;
}

/** One writes one thesis of that name: its catalogue entry and its listing may differ in all else. */
function sameThesis(e: Evidence): boolean {
  if (!e.theses || e.title !== 'same' || e.generic) return false;
  return e.authors === 'all' && e.fullName && (e.year === 'same' || e.year === 'adjacent');
}

function agreements(e: Evidence): number {
  return [e.pages, e.volume, e.container, e.isbn, e.abstract, e.accession].filter(
    (match) => match === 'same',
  ).length;
}

function disagreements(e: Evidence): number {
  const issue = e.pages === 'same' ? 'unknown' : e.issue;
  return [e.pages, e.volume, issue, e.container, e.abstract].filter(
    (match) => match === 'different',
  ).length;
}
