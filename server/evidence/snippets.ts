/** The stretch of a text that shows why it was found, with the words that were looked for marked. */
import { fold, type QueryPart, type TextLanguage, termOf, tokens } from '../platform/analyser.ts';
import { possibleParts, writesCompounds } from '../platform/stemming/compounds.ts';
import type { Passage } from './entry.ts';
import { passageLanguage } from './languages.ts';

/** A run of text, marked or not: templates print it, nothing is ever put together as HTML. */
export type Segment = { text: string; isMatch: boolean };
export type Snippet = { lang: string; segments: Segment[]; matches: number };

type Span = { start: number; end: number; term: string };

/** So many characters of a long text are shown. */
const snippetLength = 260;

/** The whole of a text, marked. */
export function highlight(passage: Passage, parts: QueryPart[]): Snippet {
  const text = passage.text.normalize('NFC');
  const spans = matchesIn(passage, parts);
  return snippet(passage.lang, text, spans, 0, text.length);
}

/** The window of a text in which most of the words stand; its beginning when none does. */
export function excerptOf(passage: Passage, parts: QueryPart[]): Snippet {
  const text = passage.text.normalize('NFC');
  const spans = matchesIn(passage, parts);
  if (text.length <= snippetLength) return snippet(passage.lang, text, spans, 0, text.length);
  const { start, end } = windowOf(text, spans);
  return snippet(passage.lang, text, spans, start, end);
}

/** Of several texts the one that shows most; among equals, the first that the reader's language prefers. */
export function bestSnippet(
  passages: Passage[],
  parts: QueryPart[],
  preference: (lang: string) => number,
): Snippet | null {
  const shown = passages.map((passage) => excerptOf(passage, parts));
  const ranked = shown.toSorted(
    (one, other) => other.matches - one.matches || preference(one.lang) - preference(other.lang),
  );
  return ranked[0] ?? null;
}

function matchesIn(passage: Passage, parts: QueryPart[]): Span[] {
  const language = passageLanguage(passage);
  const wanted = new Set(parts.flatMap((part) => (part.isPrefix ? [] : part.sequences.flat())));
  const beginnings = parts.flatMap((part) => (part.isPrefix ? part.sequences.flat() : []));
  if (wanted.size === 0 && beginnings.length === 0) return [];
  return tokens(passage.text.normalize('NFC')).flatMap(({ start, end, folded }) => {
    const term = termOf(folded, language);
    const hit =
      wanted.has(term) ||
      beginnings.some((beginning) => term.startsWith(beginning)) ||
      (writesCompounds(language) && hasWanted(possibleParts(folded, termIn(language)), wanted));
    return hit ? [{ start, end, term }] : [];
  });
}

const hasWanted = (parts: Set<string>, wanted: Set<string>) =>
  [...parts].some((part) => wanted.has(part));
const termIn = (language: TextLanguage) => (word: string) => termOf(fold(word), language);

/** Slides over the matches; the window with most different words wins, the earliest of equals. */
function windowOf(text: string, spans: Span[]): { start: number; end: number } {
  let best = { from: 0, distinct: -1 };
  for (const { start } of spans) {
    const inside = spans.filter((span) => span.start >= start && span.end <= start + snippetLength);
    const distinct = new Set(inside.map((span) => span.term)).size;
    if (distinct > best.distinct) best = { from: start, distinct };
  }
  const start = wordBoundary(
    text,
    Math.max(0, Math.min(best.from - 60, text.length - snippetLength)),
  );
  const end = wordBoundary(text, Math.min(text.length, start + snippetLength));
  return { start, end };
}

/** The next place at or after an offset where a word begins. */
function wordBoundary(text: string, at: number): number {
  if (at === 0 || at >= text.length) return at;
  const blank = text.indexOf(' ', at - 1);
  return blank === -1 || blank - at > 30 ? at : blank + 1;
}

function snippet(lang: string, text: string, spans: Span[], start: number, end: number): Snippet {
  const inside = spans.filter((span) => span.start >= start && span.end <= end);
  const segments: Segment[] = [];
  let at = start;
  const add = (from: number, to: number, isMatch: boolean) => {
    if (to > from) segments.push({ text: text.slice(from, to), isMatch });
  };
  if (start > 0) segments.push({ text: '… ', isMatch: false });
  for (const span of inside) {
    add(at, span.start, false);
    add(span.start, span.end, true);
    at = span.end;
  }
  add(at, end, false);
  const last = segments.at(-1);
  if (end < text.length && last) segments.push({ text: '…', isMatch: false });
  return { lang, segments, matches: new Set(inside.map((span) => span.term)).size };
}
