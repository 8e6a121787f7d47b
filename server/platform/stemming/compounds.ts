/**
 * The words of which Swedish and Norwegian compounds are made: who looks for framgång finds framgångsfaktor. A word is
 * taken apart only into words that the texts themselves have (after Koehn and Knight 2003, "Empirical Methods for
 * Compound Splitting"), at the place that leaves the shorter part longest.
 */
import type { TextLanguage } from '../analyser.ts';

const partMin = 4;

/** Whether a language writes them as one word. */
export const writesCompounds = (language: TextLanguage): boolean =>
  language === 'sv' || language === 'no';

/** Words that are put before verbs and make other verbs of them: överenskomma is no över. */
const particles = new Set(
  `bort efter emot fram förbi genom igen inom mellan omkring samman sedan tillbaka undan under utan uppe över
   alle allt bortimot etter forbi frem gjennom igjen innen mellom over sammen siden tilbake uten vekk`.split(
    /\s+/,
  ),
);

/**
 * @param word folded.
 * @param termOf the stem of a word in the language of the text.
 * @param isTerm whether some word of the texts has this stem.
 * @returns the stems of its parts and of theirs; none when it is no compound of words that are known.
 */
export function compoundTerms(
  word: string,
  termOf: (word: string) => string,
  isTerm: (term: string) => boolean,
): string[] {
  const split = bestSplit(word, (part) => knownTerm(part, termOf, isTerm));
  if (!split) return [];
  const inside = [split.head, split.tail].flatMap((part) => compoundTerms(part, termOf, isTerm));
  return [...split.terms, ...inside];
}

/**
 * The stems of all that a word could begin or end with, were it a compound: for showing what was looked for in it.
 * @param word folded.
 */
export function possibleParts(word: string, termOf: (word: string) => string): Set<string> {
  const parts = new Set<string>();
  const add = (part: string) => {
    const term = knownTerm(part, termOf, () => true);
    if (term !== null) parts.add(term);
  };
  for (let at = partMin; at <= word.length - partMin; at += 1) {
    const head = word.slice(0, at);
    add(head);
    if (isBound(head)) add(head.slice(0, -1));
    add(word.slice(at));
  }
  return parts;
}

function bestSplit(word: string, termFor: (part: string) => string | null) {
  let best: { head: string; tail: string; terms: string[]; shorter: number } | null = null;
  for (let at = partMin; at <= word.length - partMin; at += 1) {
    const shorter = Math.min(at, word.length - at);
    if (best && shorter <= best.shorter) continue;
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    const terms = [headTerm(head, termFor), termFor(tail)].filter((term) => term !== null);
    if (terms.length === 2) best = { head, tail, terms, shorter };
  }
  return best;
}

/** As it is, or without the letter that binds it to the next: framgångs-, kyrko-, barne-. */
function headTerm(head: string, termFor: (part: string) => string | null): string | null {
  return termFor(head) ?? (isBound(head) ? termFor(head.slice(0, -1)) : null);
}

const isBound = (head: string) => /[seo]$/.test(head) && head.length > partMin;

function knownTerm(
  part: string,
  termOf: (word: string) => string,
  isTerm: (term: string) => boolean,
): string | null {
  const term = termOf(part);
  return isTerm(term) && !particles.has(part) && !particles.has(term) ? term : null;
}
