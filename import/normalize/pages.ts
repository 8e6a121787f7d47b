/** Pages, as printed for people, and as numbers for comparing. */

const noPages = /^\(?no (?:pagination|page numbers?)?\s*(?:specified|given)?\)?$|^(?:n\/a[- ]*)+$/i;

/** Joins first and last page as they are printed: `123-8` stays `123-8`. */
export function joinPages(first: string | undefined, last: string | undefined): string | undefined {
  const start = tidyPages(first ?? '');
  const end = tidyPages(last ?? '');
  // PsycINFO's "No Pagination Specified" comes in two halves.
  if (noPages.test(`${start} ${end}`)) return undefined;
  if (!start || !end) return start || end || undefined;
  // Some sources repeat the whole range in both, or the same page twice.
  if (start === end || start.endsWith(`-${end}`)) return start;
  return start.includes('-') ? start : `${start}-${end}`;
}

/** One hyphen between first and last page, whatever dash the source used. */
export function tidyPages(text: string): string {
  if (/^\d*$/.test(text)) return text;
  return text
    .trim()
    .replace(/^(?:pp?|s|sid|sidor|sider)\b\.?\s*(?=\d)/i, '')
    .replace(/\s*(?:[\u2010-\u2015\u2212]|-{1,3})\s*/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * `number`: an article's own number (`e1234`); `end`: only the last page is left (`Suppl-29`,
 * `t-8`).
 */
export type PageRange = { first: string; last: string; kind: 'range' | 'number' | 'end' };

/**
 * First and last page for comparing: lower case, leading zeros and a leading `e`, `S`, `p` of the
 * number dropped, `123-8` read as 123 to 128. Undefined when there is no number.
 */
export function pageRange(pages: string): PageRange | undefined {
  const text = tidyPages(pages).toLowerCase();
  const [first, last] = [...text.matchAll(/[a-z]*0*(\d+)/g)].map((match) => match[1]);
  if (first === undefined) return undefined;
  if (last === undefined) {
    const kind = /^[a-z]+ ?-/.test(text)
      ? 'end'
      : /^[a-z]{1,2}\d{3,}$/.test(text)
        ? 'number'
        : 'range';
    return { first, last: first, kind };
  }
  const full =
    last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return { first, last: full, kind: 'range' };
}
