/** When two references are one report so plainly that nobody has to look. */
import type { Evidence } from './evidence.ts';

/**
 * Errs on the side of asking. A wrong link hides a study; a missed one costs a glance. Every rule
 * needs two kinds of agreement, and any contradiction that a second document would show forbids it.
 */
export function isCertain(evidence: Evidence): boolean {
  if (isForbidden(evidence)) return false;
  return sameDoi(evidence) || sameTitle(evidence) || samePlace(evidence);
}

function isForbidden(e: Evidence): boolean {
  const doiSettles = e.doi === 'same' && (e.title === 'same' || e.title === 'spelling');
  if (e.about || e.kinds === 'different' || e.doi === 'different') return true;
  if (e.numbers === 'different' || e.edition === 'different') return true;
  if (e.authors === 'none' && !doiSettles) return true;
  if (e.year === 'different' && !doiSettles) return true;
  // One document stands in one place: other pages are another document, or a wrong number.
  return e.pages === 'different' && !doiSettles;
}

/** A book's DOI stands on all its chapters in some sources, so the titles must agree as well. */
function sameDoi(e: Evidence): boolean {
  if (e.doi !== 'same') return false;
  if (e.generic) return e.pages !== 'different' && e.title !== 'different';
  return (
    e.title === 'same' ||
    e.title === 'spelling' ||
    e.title === 'continues' ||
    e.titleSimilarity >= 0.85
  );
}

function sameTitle(e: Evidence): boolean {
  if (e.title !== 'same' && e.title !== 'spelling') return false;
  const support = agreements(e);
  const contradictions = disagreements(e);
  if (e.generic) return e.pages === 'same' && e.volume === 'same' && e.authors !== 'unknown';
  if (e.authors === 'unknown')
    return e.year === 'same' && e.pages === 'same' && contradictions === 0;
  if (e.year === 'unknown') return support >= 2 && contradictions === 0;
  if (e.year === 'adjacent') return support >= 2 && contradictions === 0 && e.authors !== 'some';
  // "R\u00e5d" and "Rad" fold alike: the same place in print must say that they are one word.
  if (e.title === 'spelling') return support >= 1 && contradictions === 0;
  if (e.authors === 'some') return support >= 2 && contradictions === 0;
  return contradictions === 0 || support > contradictions;
}

/** Titles with a typing error or another transcription, at the same place in print. */
function samePlace(e: Evidence): boolean {
  if (e.title !== 'similar' && e.title !== 'continues') return false;
  if (e.generic || (e.authors !== 'all' && e.authors !== 'first')) return false;
  const place = e.pages === 'same' && e.volume === 'same' && e.year === 'same';
  return (
    place && e.container !== 'different' && (e.titleSimilarity >= 0.9 || e.title === 'continues')
  );
}

function agreements(e: Evidence): number {
  return [e.pages, e.volume, e.container, e.isbn, e.abstract, e.accession].filter(
    (match) => match === 'same',
  ).length;
}

function disagreements(e: Evidence): number {
  return [e.pages, e.volume, e.container, e.abstract].filter((match) => match === 'different')
    .length;
}
