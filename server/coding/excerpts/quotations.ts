/** Looks for quotations in the stored text of documents, past line breaks, hyphenation, quotes and case. */
import type { Db } from '../../db.ts';
import { type StoredPage, storedPages } from '../../documents/texts.ts';
import type { ExcerptRow } from './excerpts.ts';

type PageText = { page: number; text: string };
export type Match =
  | { state: 'found'; page: number; label?: string; fullTextId?: number | null }
  | { state: 'not_found'; page: null }
  | { state: 'no_text'; page: null };
/** Characters of a text, from and to. */
export type Span = { from: number; to: number };

/** Where the writer left something out: `…`, `...`, `[...]`, `(…)`. */
const omission = /[[(]?\s*(?:\.\s?){3}\s*[\])]?|[[(]?\s*…\s*[\])]?/u;

/** The words alone: no case, quotes or punctuation, and words that a hyphen or a line's end divided made whole. */
export const comparable = (text: string): string => withOrigins(text).folded;

/** The same of a page, remembered: a review's excerpts are looked for in the same pages again and again. */
const remembered = new Map<string, string>();
const rememberedMax = 5000;
function comparablePage(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= rememberedMax) remembered.clear();
  const made = comparable(text);
  remembered.set(text, made);
  return made;
}

const partsOf = (quotation: string): string[] =>
  quotation
    .split(omission)
    .map(comparable)
    .filter((part) => part.trim() !== '');

/** The page that a quotation stands on, or begins on when it runs over to the next. */
export function findPage<P extends PageText>(quotation: string, pages: readonly P[]): P | null {
  const parts = partsOf(quotation);
  if (parts.length === 0) return null;
  for (const page of pages) if (holds(comparablePage(page.text), parts)) return page;
  for (const [index, page] of pages.entries()) {
    const next = pages[index + 1];
    if (next?.page === page.page + 1 && runsOver(page.text, next.text, parts)) return page;
  }
  return null;
}

/** Every part stands in the text, each after the one before. */
function holds(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length - 1;
  }
  return true;
}

/** So many lines at the foot of a page and the head of the next may be no part of the text: heads, numbers, notes. */
const runningLinesMax = 4;

/** A quotation that begins on one page and ends on the next, with whole lines between that are not its own. */
function runsOver(text: string, next: string, parts: readonly string[]): boolean {
  const words = parts.flatMap((part) => part.trim().split(' '));
  const begins = comparablePage(text).includes(` ${words.slice(0, 2).join(' ')} `);
  const ends = comparablePage(next).includes(` ${words.slice(-2).join(' ')} `);
  if (words.length < 2 || !(begins || ends)) return false;
  const [above, below] = [text.split('\n'), next.split('\n')];
  for (let foot = 0; foot <= runningLinesMax && foot < above.length; foot += 1)
    for (let head = 0; head <= runningLinesMax && head < below.length; head += 1) {
      const lines = [...above.slice(0, above.length - foot).slice(-40), ...below.slice(head, 40)];
      if (holds(comparable(lines.join('\n')), parts)) return true;
    }
  return false;
}

/** Where in a text a quotation stands, each part of it; null when it does not. */
export function spansOf(quotation: string, text: string): Span[] | null {
  const { folded, origins } = withOrigins(text);
  const spans: Span[] = [];
  let from = 0;
  for (const part of partsOf(quotation)) {
    const at = folded.indexOf(part, from);
    if (at < 0) return null;
    const last = at + part.length - 2;
    spans.push({ from: origins[at + 1]?.from ?? 0, to: origins[last]?.to ?? text.length });
    from = at + part.length - 1;
  }
  return spans.length > 0 ? spans : null;
}

/** The words alone, between blanks, and for each of their characters where in the text it comes from. */
export function withOrigins(text: string): { folded: string; origins: Span[] } {
  let folded = ' ';
  const origins: Span[] = [{ from: 0, to: 0 }];
  const put = (made: string, from: number, to: number) => {
    if (made === ' ' && folded.endsWith(' ')) return;
    folded += made;
    for (let index = 0; index < made.length; index += 1) origins.push({ from, to });
  };
  // A letter with the marks that stand on it is one: "e" and an accent are "é".
  const clusters = [...text.matchAll(/[a-z]+|\P{M}\p{M}*|\p{M}+/gsu)];
  for (let index = 0; index < clusters.length; index += 1) {
    const [cluster = ''] = clusters[index] ?? [];
    const from = clusters[index]?.index ?? 0;
    const dropped = droppedAfter(clusters, index, !folded.endsWith(' '));
    if (dropped !== null) index = dropped;
    else if (/^[a-z]/.test(cluster))
      for (let at = 0; at < cluster.length; at += 1)
        put(cluster.charAt(at), from + at, from + at + 1);
    else
      for (const part of cluster.normalize('NFKC').toLowerCase())
        put(/[\p{L}\p{N}]/u.test(part) ? part : ' ', from, from + cluster.length);
  }
  put(' ', text.length, text.length);
  return { folded, origins };
}

type Clusters = RegExpMatchArray[];

/** The last cluster of what says nothing of its own: a soft hyphen, an apostrophe, a hyphen within a word. */
function droppedAfter(clusters: Clusters, at: number, isAfterWord: boolean): number | null {
  const character = clusters[at]?.[0] ?? '';
  if (/^['\u2018\u2019\u02bc]/u.test(character)) return at;
  const isSoft = character.startsWith('\u00ad');
  if (!isSoft && !(isAfterWord && /^[-\u2010\u2011]/u.test(character))) return null;
  let last = at;
  while (/^\s/u.test(clusters[last + 1]?.[0] ?? '')) last += 1;
  return isSoft || /^[\p{L}\p{N}]/u.test(clusters[last + 1]?.[0] ?? '') ? last : null;
}

/** A marked stretch as one reads it: lines joined, and words that a line's end divided made whole. */
export function readable(text: string): string {
  return text
    .replace(/\u00ad\s*/gu, '')
    .replace(/(?<=\p{Ll})[-\u2010]\r?\n(?=\p{Ll})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What became of each quotation among the excerpts; restatements are nobody's words and are not looked for. */
export function matchExcerpts(db: Db, excerpts: readonly ExcerptRow[]): Map<number, Match> {
  const quotations = excerpts.filter((row) => row.kind === 'quotation');
  const texts = storedPages(
    db,
    quotations.map((row) => row.rootId),
  );
  return new Map(
    quotations.map((row) => {
      const pages = texts.get(row.rootId) ?? [];
      return [row.id, matchOf(row, pages)];
    }),
  );
}

function matchOf(row: ExcerptRow, pages: readonly StoredPage[]): Match {
  if (pages.length === 0) return { state: 'no_text', page: null };
  const quotation = Object.values(row.text)[0] ?? '';
  // Words that stand on several pages stand first of all where the excerpt says.
  const said = pages.filter(
    (page) => (page.label || String(page.page)) === row.page || page.page === row.markedPage,
  );
  const found = findPage(quotation, said) ?? findPage(quotation, pages);
  if (!found) return { state: 'not_found', page: null };
  const { page, label, fullTextId } = found;
  return { state: 'found', page, label, fullTextId };
}
