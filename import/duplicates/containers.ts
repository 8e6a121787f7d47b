/** Journals, books and meetings: whether two names mean the same one. */
import { foldNordic } from '../normalize/text.ts';
import { similarity } from './similarity.ts';

export type Match = 'same' | 'different' | 'unknown';

/** Between the names of one container, where it has several. */
const or = '|';

/**
 * Folded; nothing when the source writes something that is no name of a journal or book. A place or edition in
 * brackets is left out, a name in square brackets is another name: `Rinsho ketsueki [Japanese journal of ...]`.
 */
export function containerKey(written: string): string {
  if (!/[[(=]/.test(written)) return nameKey(written);
  const names = written
    .replace(/\((?:[^()]|\([^()]*\))*\)?/g, ' ')
    .split(/\[|\]| = /)
    .map(nameKey)
    .filter((name) => name !== '');
  return names.length > 0 ? [...new Set(names)].join(or) : nameKey(written);
}

function nameKey(written: string): string {
  const folded = foldNordic(written).replace(/^(?:the|in|to appear in) /, '');
  return notNames.test(folded) ? '' : folded;
}

const notNames =
  /^(?:in press|to appear|submitted|forthcoming|ahead of print|electronic (?:resource|source)|online|na|none|\d+)$/;

/** Names, of which one may be the other's abbreviation: `J Environ Plan Manag`, `BMJ`. */
export function sameContainer(a: string, b: string): boolean {
  if (a === b) return true;
  if (!a.includes(or) && !b.includes(or)) return sameName(a, b);
  return a.split(or).some((one) => b.split(or).some((other) => sameName(one, other)));
}

function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.length === 0 || other.length === 0) return false;
  if (one.join(' ') === other.join(' ')) return true;
  if (abbreviates(one, other) || abbreviates(other, one)) return true;
  if (isAcronymIn(one, b) || isAcronymIn(other, a)) return true;
  return similarity(one.join(''), other.join('')) >= 0.85 && sameNumbers(a, b);
}

const smallWords = new Set(
  `of the and for in on to at och og i av pa de la der die das fur et del a an an y e si din
  proceedings proceeding proc annual ann international intl internatl internat inter inte int`.split(
    /\s+/,
  ),
);
const units = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth';
const tens = 'twent|thirt|fort|fift|sixt|sevent|eight|ninet';
const teens = `${units}|tenth|eleventh|twelfth|thirteenth|(?:four|fif|six|seven|eigh|nine)teenth`;
const ordinal = new RegExp(
  `^(?:\\d+(?:st|nd|rd|th)?|(?:(?:${tens})y)?(?:${teens})|(?:${tens})(?:y|ieth)|st|nd|rd|th|[ivx]+)$`,
);

/** The words that tell; a name made of small words only keeps them all. */
function wordsOf(name: string): string[] {
  const all = name.split(' ').filter(Boolean);
  const telling = all.filter((word) => !smallWords.has(word) && !ordinal.test(word));
  return telling.length > 0 ? telling : all;
}

function sameNumbers(a: string, b: string): boolean {
  const digits = (name: string) => (name.match(/\d+/g) ?? []).join(' ');
  return digits(a) === digits(b) || digits(a) === '' || digits(b) === '';
}

function abbreviates(parts: readonly string[], words: readonly string[]): boolean {
  // What follows the name is a place, a subtitle or an editor: `Cancer (Phila)`.
  const compared = Math.min(parts.length, words.length);
  if (compared < 2 && parts.length !== words.length) {
    return parts[0] === words[0] && (parts[0]?.length ?? 0) > 3;
  }
  return words.slice(0, compared).every((word, index) => shortens(parts[index] ?? '', word));
}

function shortens(part: string, word: string): boolean {
  if (word.startsWith(part)) return true;
  // Contractions keep the first letter and the order: `dept`, `natl`, `intl`.
  let at = 0;
  for (const letter of word) if (letter === part[at]) at += 1;
  return part[0] === word[0] && at === part.length && part.length > 2;
}

/** `jama`, `stoc`: a word of its own made of the beginnings of the other's words, in order. */
function isAcronymIn(parts: readonly string[], name: string): boolean {
  const words = name.split(' ');
  if (words.length < 3) return false;
  return parts.some((part) => {
    const letters = part.replace(/\d+$/, '');
    if (letters.length < 3 || letters.length > 8 || words.includes(letters)) return false;
    return words.some((_, start) => spelt(letters, words.slice(start)));
  });
}

/** Every letter begins or goes on with one of the words; small words may be left out and do not suffice. */
function spelt(letters: string, words: readonly string[], told = 0): boolean {
  if (letters === '') return told > 1;
  const [word, ...rest] = words;
  if (word === undefined) return false;
  const isSmall = smallWords.has(word);
  for (let taken = 1; taken <= Math.min(3, letters.length); taken += 1) {
    if (!word.startsWith(letters.slice(0, taken))) break;
    if (spelt(letters.slice(taken), rest, told + (isSmall ? 0 : 1))) return true;
  }
  return isSmall && spelt(letters, rest, told);
}
