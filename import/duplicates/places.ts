/** Where in print: volume, issue and pages, and whether two references stand in the same place. */
import { type PageRange, pageRange } from '../normalize/pages.ts';
import { foldNordic } from '../normalize/text.ts';
import type { Reference } from '../reference.ts';
import type { Match } from './containers.ts';

/** How many pages there are says nothing on where they are: `215 p`, `48 s.`, `xii, 320 sidor`. */
export function pagesOf(written: string): PageRange | undefined {
  if (/\d\s*(?:pp?|pages|s|sid(?:or)?|sider|bl|leaves)\s*\.?$/i.test(written)) return undefined;
  return pageRange(withLostDash(written));
}

/** `193202` was 193-202 before an export lost its dash. */
function withLostDash(written: string): string {
  const digits = written.trim();
  if (!/^(?:\d{6}|\d{8})$/.test(digits)) return written;
  const [first, last] = [digits.slice(0, digits.length / 2), digits.slice(digits.length / 2)];
  const extent = Number(last) - Number(first);
  return extent > 0 && extent < 60 ? `${first}-${last}` : written;
}

/** `v. 40`, `Vol. 40`, `40` and `040` are one number; `(Jul)` and `Ph.D.` are none. */
export function numberKey(written = ''): string {
  const text = foldNordic(afterMeeting(written)).replace(
    /^(?:v|vol|volume|no|nr|issue|band|bd) ?(?=\d)/,
    '',
  );
  return text.replace(/^0+(?=\d)/, '').replaceAll(' ', '-');
}

/** `Conference: 22nd World Congress. Brazil. 143 (Supplement 3)`: the number is the journal's volume. */
function afterMeeting(written: string): string {
  return /^\p{L}.*[.:]\s+(\d+\s*(?:\(.*)?)$/u.exec(written.trim())?.[1] ?? written;
}

/** `35 Suppl 1` and `35`, `73(3-B)` and `73`; a year in the volume's place says nothing. */
export function numberMatch(a: string, b: string, years: readonly unknown[]): Match {
  if (a === '' || b === '') return 'unknown';
  if (a === b) return 'same';
  const [one, other] = [leading(a), leading(b)];
  if (one === undefined || other === undefined) return 'unknown';
  if (one === other) return 'same';
  return years.includes(Number(one)) || years.includes(Number(other)) ? 'unknown' : 'different';
}

const leading = (text: string) => /^[a-z]*-?0*(\d+)/.exec(text)?.[1];

/**
 * Only pages that cannot be the same place are different: an article number beside printed pages, a
 * single page beside the range it lies in, or a page that lost its beginning say nothing.
 */
export function pageMatch(a: PageRange | undefined, b: PageRange | undefined): Match {
  if (!a || !b) return 'unknown';
  if (a.kind === 'end' || b.kind === 'end') {
    const [short, long] = a.last.length < b.last.length ? [a.last, b.last] : [b.last, a.last];
    return short.length > 1 && long.endsWith(short) ? 'same' : 'unknown';
  }
  if (isCounted(a, b) || isCounted(b, a)) return 'unknown';
  if (a.first === b.first || (a.last === b.last && a.last.length > 2)) return 'same';
  if (a.kind !== b.kind) return 'unknown';
  const apart = Number(a.last) < Number(b.first) || Number(b.last) < Number(a.first);
  if (isChapterOf(a, b) || isChapterOf(b, a)) return 'different';
  return apart || a.kind === 'number' ? 'different' : 'unknown';
}

/** UNESCO (1964): a book has 49 pages at least. */
const bookPages = 49;

/** Pages 165-179 of 1-191: a chapter beside the book that it stands in. */
const isChapterOf = (part: PageRange, whole: PageRange) =>
  whole.first === '1' &&
  Number(whole.last) >= bookPages &&
  Number(part.first) > 1 &&
  Number(part.first) < Number(part.last) &&
  Number(part.last) < Number(whole.last);

/** `1-19` counts the pages of what stands under the number 108369 in a journal without paper. */
const isCounted = (a: PageRange, b: PageRange) =>
  a.first === '1' && a.last !== '1' && b.first === b.last && b.first.length >= 5;

/** `S42`, `99A`, or page 811 of a supplement: a page of abstracts, where several have room. */
export function isSheet({ pages = '', volume = '', issue = '' }: Reference): boolean {
  const range = pageRange(pages);
  if (range?.kind !== 'range' || range.first !== range.last) return false;
  return /^[a-z]+-?\d|\d[a-z]$/i.test(pages.trim()) || /supp|abstr/i.test(`${volume} ${issue}`);
}

/**
 * How many pages the two have in common when both ends agree, else 0. Ranges that begin with page 1
 * are counted per article and place nothing.
 */
export function sharedExtent(a: PageRange | undefined, b: PageRange | undefined): number {
  if (a?.kind !== 'range' || b?.kind !== 'range') return 0;
  if (a.first !== b.first || a.last !== b.last || a.first === '1') return 0;
  return Math.max(0, Number(a.last) - Number(a.first) + 1);
}
