/** How alike two references are when nothing settles it: the order in which a person is asked. */
import type { Match } from './containers.ts';
import type { Evidence, Scored } from './evidence.ts';

/**
 * 0 to 1. The title's likeness carries most; what else agrees lifts it, what contradicts lowers it,
 * and what is not known does neither. The weights were set on the public sets in `test/bench`.
 */
export function possibleScore(e: Scored): number {
  const isWithin = e.title === 'continues' || e.title === 'part';
  const title = isWithin ? Math.max(0.85, e.titleSimilarity) : e.titleSimilarity;
  let score = e.title === 'unknown' ? 0.2 : 0.6 * title;
  // A body may stand for its members, and a family name among the given names.
  const stranger = e.mayBeSamePeople ? -0.1 : -0.25;
  score += { all: 0.2, first: 0.15, some: 0.05, none: stranger, unknown: 0 }[e.authors];
  score += { same: 0.1, adjacent: 0.05, different: -0.15, unknown: 0 }[e.year];
  score += swing(e.pages, 0.12, -0.12);
  score += swing(e.volume, 0.05, -0.06);
  score += swing(e.container, 0.05, -0.08);
  score += swing(e.doi, 0.4, -0.15);
  score += swing(e.accession, 0.3, 0);
  score += swing(e.isbn, 0.1, 0);
  score += swing(e.abstract, 0.25, -0.1);
  score += { same: 0, more: -0.05, different: -0.15, unknown: 0 }[e.numbers];
  score += swing(e.edition, 0, -0.1);
  if (e.generic) score -= 0.2;
  if (e.about) score -= 0.15;
  return Math.min(1, Math.max(0, score));
}

/**
 * Says itself that it is another document: a notice, another edition, the paper of a congress. Asked about all the
 * same, since it belongs together with the other, after everything that may be one.
 */
export function isTold(e: Evidence): boolean {
  return e.about || e.edition === 'different' || e.kinds === 'different';
}

/** Two that a person should know to belong together, whatever else is unlike. */
export function isRelated(e: Evidence): boolean {
  if (e.generic && !e.about) return false;
  const isWithin = e.title === 'continues' || e.title === 'part';
  const isTitled = e.title === 'same' || isWithin || e.titleSimilarity >= 0.85;
  // A notice stands in the same journal, whoever wrote it.
  if (e.about && isTitled && e.container === 'same') return true;
  if (!isTitled || !isByFirst(e)) return false;
  if (e.edition === 'different') return true;
  return e.kinds === 'different' && (e.yearsApart ?? 0) <= 5;
}

/** The same title by the same people about the same time: given at two congresses, say. */
export function isTwin(e: Evidence): boolean {
  const isTitled = e.title === 'same' && e.length >= 24 && !e.generic;
  return isTitled && isByFirst(e) && (e.yearsApart ?? 0) <= 1;
}

const isByFirst = (e: Evidence) => e.authors === 'all' || e.authors === 'first';

function swing(match: Match, same: number, different: number): number {
  if (match === 'unknown') return 0;
  return match === 'same' ? same : different;
}
