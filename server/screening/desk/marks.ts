/** Words that speak for or against a publication, found in its text by their stems in its language. */
import { analyseQuery, type TextLanguage, termOf, tokens } from '../../platform/analyser.ts';
import { possibleParts, writesCompounds } from '../../platform/stemming/compounds.ts';
import type { Term } from './terms.ts';

export type TermKind = Term['kind'];
/** A stretch of text; `kind` says which terms it is one of. */
export type Part = { text: string; kind: TermKind | null };

/** What to look for, made once for a list of terms. */
export type Marker = (text: string, language: string | null) => Part[];

type Wanted = { kind: TermKind; text: string; isPrefix: boolean; words: string[] };

export function markerOf(terms: readonly Pick<Term, 'kind' | 'text'>[]): Marker {
  const wanted = terms.flatMap(({ kind, text }) =>
    analyseQuery(`"${text.replaceAll('"', ' ')}"`).length === 0
      ? []
      : [{ kind, text, isPrefix: text.endsWith('*'), words: tokens(text).map((t) => t.folded) }],
  );
  return (text, language) => (wanted.length === 0 ? [plain(text)] : mark(text, language, wanted));
}

const plain = (text: string): Part => ({ text, kind: null });

/**
 * A word is a term when their stems are one in the text's language, or in any where that is not known; so is a compound
 * that the term begins or ends.
 */
function mark(text: string, language: string | null, wanted: Wanted[]): Part[] {
  const composed = text.normalize('NFC');
  const words = tokens(composed);
  const stems = stemmersFor(language);
  const said = words.map(({ folded }) => ({
    folded,
    stems: stems.map((stem) => stem(folded)),
    parts: partsOf(folded, language),
  }));
  const looked = wanted.map((term) => ({
    ...term,
    stemmed: term.words.map((word) => stems.map((stem) => stem(word))),
  }));
  const parts: Part[] = [];
  let from = 0;
  for (let at = 0; at < words.length; ) {
    const hit = looked.find((term) => begins(term, said.slice(at)));
    const [first, last] = [words[at], words[at + (hit?.words.length ?? 1) - 1]];
    if (hit && first && last) {
      if (first.start > from) parts.push(plain(composed.slice(from, first.start)));
      parts.push({ text: composed.slice(first.start, last.end), kind: hit.kind });
      from = last.end;
    }
    at += hit?.words.length ?? 1;
  }
  if (from < composed.length) parts.push(plain(composed.slice(from)));
  return parts;
}

type Looked = Wanted & { stemmed: string[][] };

type Said = { folded: string; stems: string[]; parts: ReadonlySet<string> };

function begins(term: Looked, said: Said[]): boolean {
  const isOne = term.stemmed.length === 1;
  return term.stemmed.every((stems, index) => {
    const word = said[index];
    if (!word) return false;
    if (term.isPrefix && index === term.stemmed.length - 1)
      return word.folded.startsWith(term.words[index] ?? '\0');
    return stems.some((stem, each) => stem === word.stems[each] || (isOne && word.parts.has(stem)));
  });
}

const none: ReadonlySet<string> = new Set();

function partsOf(word: string, language: string | null): ReadonlySet<string> {
  const known = languages[language ?? ''];
  if (!known || !writesCompounds(known)) return none;
  return possibleParts(word, (part) => termOf(part, known));
}

function stemmersFor(language: string | null): ((word: string) => string)[] {
  const known = languages[language ?? ''];
  const used: TextLanguage[] = known ? [known] : ['en', 'sv', 'no'];
  return used.map((each) => (word) => termOf(word, each));
}

const languages: Record<string, TextLanguage> = {
  en: 'en',
  sv: 'sv',
  nb: 'no',
  nn: 'no',
  no: 'no',
};
