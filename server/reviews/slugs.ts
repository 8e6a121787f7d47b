/** The name that a review has in addresses and on the command line. */
import type { Words } from '../../schema/columns.ts';
import { pickWords } from '../platform/i18n.ts';

const slugLengthMax = 60;

/** Addresses that the site itself uses below `/reviews/`. */
const reserved: readonly string[] = ['new'];

const letters: Record<string, string> = { æ: 'ae', ø: 'o', ß: 'ss', đ: 'd', ł: 'l', þ: 'th' };

/** A title as it can stand in an address: `Vård & omsorg 2022` is `vard-omsorg-2022`. */
export function slugFrom(title: Words): string {
  const { text } = pickWords('en', title);
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[æøßđłþ]/g, (letter) => letters[letter] ?? '');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  return shortened(words) || 'review';
}

/** As many whole words as there is room for. */
function shortened(words: string[]): string {
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > slugLengthMax) return slug || word.slice(0, slugLengthMax);
    slug = longer;
  }
  return slug;
}

export const isSlug = (slug: string): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= slugLengthMax && !reserved.includes(slug);

/** The slug itself when it is free, else the first of `slug-2`, `slug-3`, ... that is. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  const isFree = (candidate: string) => isSlug(candidate) && !isTaken(candidate);
  if (isFree(slug)) return slug;
  const stem = slug.slice(0, slugLengthMax - 6);
  for (let number = 2; ; number += 1) if (isFree(`${stem}-${number}`)) return `${stem}-${number}`;
}
