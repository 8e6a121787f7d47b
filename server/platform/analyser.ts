/**
 * From a text to the terms it is found by, and from what a reader types to the same terms. Built on lunr's pipeline,
 * so that an index made for lunr with `pipelineFor` finds what the server's index finds.
 */
import lunr from 'lunr';
import { functionWords } from './function-words.ts';
import { stemEnglish } from './stemming/english.ts';
import { stemNorwegian } from './stemming/norwegian.ts';
import { stemSwedish } from './stemming/swedish.ts';

/** Bokmål and Nynorsk share a stemmer; `other` is folded and never stemmed. */
export type TextLanguage = 'en' | 'sv' | 'no' | 'other';
export const textLanguages: readonly TextLanguage[] = ['en', 'sv', 'no', 'other'];

/** One word as it stands in a text: where it begins and ends, and its folded form. */
export type Token = { start: number; end: number; folded: string };

/**
 * One thing that a text must have: any of these sequences of terms. One word in four languages is up to four
 * sequences of one; a phrase is a sequence a language.
 */
export type QueryPart = {
  text: string;
  sequences: string[][];
  /** A star behind: it may go on in any way. */
  isPrefix: boolean;
  /** A star before: it may begin in any way. */
  isInside: boolean;
};

const termLengthMax = 64;
const cacheMax = 200_000;

/** Letters and digits of any script; apostrophes inside a word belong to it. */
const word = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu;
/** Words that hyphens hold together: `co-production`, `vård- och omsorg` is not one. */
const compound = /[\p{L}\p{N}\p{M}]+(?:[-‐‑][\p{L}\p{N}\p{M}]+)+/gu;

/** å ä ö æ ø are letters of their own and stay; every other mark goes (é ü ñ č ô). */
export function fold(text: string): string {
  const composed = text.normalize('NFC').toLowerCase();
  if (/^[a-z0-9åäöæø]*$/.test(composed)) return composed;
  return composed
    .replace(/['’ʼ]s$/u, '')
    .replace(/['’ʼ]/gu, '')
    .replace(/[^åäöæø]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
}

const stemmers: Record<TextLanguage, (term: string) => string> = {
  en: stemEnglish,
  sv: stemSwedish,
  no: stemNorwegian,
  other: (term) => term,
};

const pipelines = new Map<TextLanguage, lunr.Pipeline>();

/** lunr's pipeline for one language: fold, then stem. */
function pipelineFor(language: TextLanguage): lunr.Pipeline {
  const known = pipelines.get(language);
  if (known) return known;
  const pipeline = new lunr.Pipeline();
  const step = (token: lunr.Token) =>
    token.update((text) => stemmers[language](fold(text)).slice(0, termLengthMax));
  lunr.Pipeline.registerFunction(step, `underlag-${language}`);
  pipeline.add(step);
  pipelines.set(language, pipeline);
  return pipeline;
}

const caches: Record<TextLanguage, Map<string, string>> = {
  en: new Map(),
  sv: new Map(),
  no: new Map(),
  other: new Map(),
};

/** The term of one word. A long-running server sees the same words again and again. */
export function termOf(text: string, language: TextLanguage, asWritten = text): string {
  const cache = caches[language];
  const known = cache.get(text);
  const term = known ?? (text === '' ? '' : (pipelineFor(language).runString(text)[0] ?? ''));
  if (cache.size >= cacheMax) cache.clear();
  if (known === undefined) cache.set(text, term);
  if (asWritten !== text) cache.set(asWritten, term);
  return term;
}

/** The words of a text with their places, for those who mark them. */
export function tokens(text: string): Token[] {
  return Array.from(text.matchAll(word), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]),
  })).filter((token) => token.folded !== '');
}

/** The terms of a text in their order; behind them, those of hyphenated words written as one. */
export function analyse(text: string, language: TextLanguage): string[] {
  const composed = text.normalize('NFC');
  const terms: string[] = [];
  const add = (term: string) => {
    if (term !== '') terms.push(term);
  };
  for (const each of composed.match(word) ?? []) add(termOfWord(each, language));
  if (/[-‐‑]/.test(composed))
    for (const each of composed.match(compound) ?? [])
      add(termOf(fold(each.replace(/[-‐‑]/g, '')), language));
  return terms;
}

/** The hyphenated words of a text, each written as one. */
export function joinedCompounds(text: string): string {
  const found: string[] = [];
  const hyphened = text.replace(/[‐‑]/g, '-');
  for (let at = hyphened.indexOf('-'); at >= 0; ) {
    const to = hyphened.indexOf(' ', at);
    const chunk = hyphened.slice(hyphened.lastIndexOf(' ', at) + 1, to < 0 ? undefined : to);
    for (const each of chunk.match(compound) ?? []) found.push(each.replaceAll('-', ''));
    at = to < 0 ? -1 : hyphened.indexOf('-', to);
  }
  return found.join(' ');
}

/** As it stands in a text: most of them stand there again and again. */
function termOfWord(text: string, language: TextLanguage): string {
  return caches[language].get(text) ?? termOf(fold(text), language, text);
}

/**
 * What a reader typed, part by part: quotation marks keep a phrase together, a star at the end of a word stands for
 * any ending. Everything else that is not a letter or a digit only separates words.
 */
export function analyseQuery(text: string): QueryPart[] {
  const composed = text.normalize('NFC').slice(0, 400);
  const chunks = composed.matchAll(/["“”«»]([^"“”«»]*)["“”«»]|([^\s"“”«»]+)/gu);
  const parts = Array.from(chunks, ([, phrase, single]) =>
    phrase === undefined ? singleParts(single ?? '') : [partOf(phrase, {})],
  ).flat();
  const found = parts.filter((part) => part.sequences.length > 0).slice(0, 24);
  const telling = found.filter(
    (part) => part.isPrefix || part.isInside || !functionWords.has(fold(part.text)),
  );
  return telling.length > 0 ? telling : found;
}

/** `co-production` is one part; `och/eller` is two. */
function singleParts(text: string): QueryPart[] {
  const isPrefix = /[\p{L}\p{N}]\*$/u.test(text);
  const isInside = /^\*[\p{L}\p{N}]/u.test(text);
  const pieces = text
    .split(/[^\p{L}\p{N}\p{M}'’ʼ‐‑-]+/u)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.map((piece, at) =>
    partOf(piece, {
      isPrefix: isPrefix && at === pieces.length - 1,
      isInside: isInside && at === 0,
    }),
  );
}

function partOf(
  text: string,
  { isPrefix = false, isInside = false }: { isPrefix?: boolean; isInside?: boolean },
): QueryPart {
  const words = tokens(text);
  const sequences = new Map<string, string[]>();
  const add = (terms: string[]) => {
    if (terms.length > 0 && terms.every(Boolean)) sequences.set(terms.join(' '), terms);
  };
  const isCompound = words.length > 1 && /^[^\s]+$/u.test(text);
  for (const language of textLanguages) {
    add(words.map((token) => termOf(token.folded, language)));
    if (isCompound) add([termOf(fold(text.replace(/[-‐‑]/g, '')), language)]);
  }
  return {
    text: text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
    sequences: [...sequences.values()],
    isPrefix,
    isInside,
  };
}
