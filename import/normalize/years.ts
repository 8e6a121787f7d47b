/** Years and dates, as sources write them. */

// Wide enough for old works and for "online first" of next year, too narrow for page numbers.
const earliest = 1400;
const latest = 2199;

/** The year a date says: the first number of four digits that can be one. */
export function yearOf(text: string): number | undefined {
  if (/^(?:1[4-9]|2[01])\d{2}$/.test(text)) return Number(text);
  for (const [digits] of text.matchAll(/(?<!\d)\d{4}(?!\d)/g)) {
    const year = Number(digits);
    if (year >= earliest && year <= latest) return year;
  }
  // Compact dates, as MEDLINE and some repositories write them: 20200131.
  const compact = /(?<!\d)(1[4-9]|20|21)(\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/.exec(text);
  return compact ? Number(`${compact[1]}${compact[2]}`) : undefined;
}

/** The date as written, when it says more than a year; `2020///` and `2020` do not. */
export function dateBeyondYear(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return undefined;
  // Zotero's RIS says of the day that it does not know: `2019/10//undefined`.
  const written = text.trim().replace(/\s*\/+(?:undefined)?$/, '');
  if (written === '' || /^(?:\d{4}|c\.? ?\d{4}|n\.? ?d\.?)$/i.test(written)) return undefined;
  return written;
}

const months = [
  ['jan'],
  ['feb'],
  ['mar', 'mär'],
  ['apr'],
  ['may', 'maj', 'mai'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'des', 'dez'],
];

/** `3`, `03`, `mar`, `March`, `mars` to `03`; undefined for a season or a span of months. */
export function monthNumber(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return undefined;
  const written = text.trim().toLowerCase();
  if (/^(?:0?[1-9]|1[0-2])$/.test(written)) return written.padStart(2, '0');
  if (!/^\p{L}+\.?$/u.test(written)) return undefined;
  const index = months.findIndex((names) => names.some((name) => written.startsWith(name)));
  return index < 0 ? undefined : String(index + 1).padStart(2, '0');
}
