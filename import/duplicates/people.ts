/** Authors: the words of their names, and whether two lists name the same people. */
import { foldNordic } from '../normalize/text.ts';
import type { Name } from '../reference.ts';
import { similarity } from './similarity.ts';

export type PeopleFacts = {
  /** Each author's words, folded; the first are the first author's. */
  authors: string[][];
  /** Folded family names, in order. */
  families: string[];
};
export type PeopleMatch = 'all' | 'first' | 'some' | 'none' | 'unknown';

export function peopleFacts(names: readonly Name[]): PeopleFacts {
  const authors: string[][] = [];
  const families: string[] = [];
  for (const name of names) {
    const { words, family } = nameFacts(name);
    const last = authors.at(-1);
    // `Freund; Y.; Schapire; R. E.`: a list that was split at every comma.
    if (last && isInitials(words) && last.every((word) => word.length > 1)) last.push(...words);
    else if (words.length > 0) {
      authors.push(words);
      families.push(family);
    }
  }
  return { authors, families };
}

/**
 * All words of a name, and its family name alone, folded wide and without blanks: `Van der Berg` and
 * `vanderberg` meet.
 */
function nameFacts(name: Name): { words: string[]; family: string } {
  const own = foldNordic('literal' in name ? name.literal : name.family);
  const given = 'literal' in name ? '' : foldNordic(name.given ?? '');
  const particle = 'literal' in name ? '' : foldNordic(name.particle ?? '');
  const written = given === '' ? own : `${own} ${given}`;
  const words = written.split(' ').filter(Boolean);
  return {
    words: words.length > 1 ? [...new Set(words)] : words,
    family: (particle === '' ? own : `${particle} ${own}`).replaceAll(' ', ''),
  };
}

const isInitials = (words: readonly string[]) =>
  words.length > 0 && words.every((word) => word.length === 1);

export function peopleMatch(a: PeopleFacts, b: PeopleFacts): PeopleMatch {
  if (a.authors.length === 0 || b.authors.length === 0) return 'unknown';
  const first = samePerson(a, b, 0);
  if (first && a.authors.length === b.authors.length) {
    if (a.authors.every((_, index) => samePerson(a, b, index))) return 'all';
  }
  if (first) return 'first';
  const shorter = Math.min(a.authors.length, b.authors.length);
  const known = new Set(a.families.filter((family) => family.length > 2));
  const shared = new Set(b.families.filter((family) => known.has(family))).size;
  return shared > 0 && shared >= shorter / 2 ? 'some' : 'none';
}

/** Family names alike, or the same words in another order: `Bai, Wenfei` and `Wenfei, Bai`. */
function samePerson(a: PeopleFacts, b: PeopleFacts, index: number): boolean {
  const [left = '', right = ''] = [a.families[index], b.families[index]];
  if (left === right) return left !== '';
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  // Particles and second family names come and go: `(van) Berg`, `Garcia (Lopez)`.
  if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short))) return true;
  if (short.length >= 5 && similarity(left, right) >= 0.75) return true;
  const [words, others] = [a.authors[index] ?? [], b.authors[index] ?? []];
  const shared = words.filter((word) => word.length > 2 && others.includes(word));
  return (
    shared.length > 1 ||
    (shared.length === 1 && Math.min(words.length, others.length) === 1) ||
    (shared.length === 1 && initialsOf(words) === initialsOf(others))
  );
}

const initialsOf = (words: readonly string[]) =>
  words
    .map((word) => word[0])
    .sort()
    .join('');

/** True when the first authors have a given name in full, and the same one. */
export function sameFullName(a: PeopleFacts, b: PeopleFacts): boolean {
  const [words = [], others = []] = [a.authors[0], b.authors[0]];
  return words.filter((word) => word.length > 2 && others.includes(word)).length > 1;
}

const bodyWord =
  /^(?:group|gruppe|grupp|study|trial|investigators?|collaborat\w*|consortium|network|committee|society|association|team|institut\w*|universit\w*|\w*(?:kommun|kommune|verket|styrelsen|myndigheten|direktoratet|departementet))$/;

/**
 * The lists may name the same people though no name agrees: a body stands for its members, or names
 * were turned round so that a family name is found among the given names.
 */
export function mayBeSamePeople(a: PeopleFacts, b: PeopleFacts): boolean {
  const [ours, theirs] = [a.authors.flat(), b.authors.flat()];
  const onlyBody = ({ authors }: PeopleFacts) =>
    authors.every((words) => words.some((word) => bodyWord.test(word)));
  if (onlyBody(a) !== onlyBody(b)) return true;
  return ours.some((word) => word.length > 2 && theirs.includes(word));
}
