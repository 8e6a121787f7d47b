/** DOIs: which of them name one article, and when two of them may name the same. */
import type { Match } from './containers.ts';

/** In lower case; undefined when it names an issue, since an export cut off what names the article. */
export function doiKey(written: string): string | undefined {
  // `10.1037//0022-3514.83.3.606` is written with one slash as well.
  const doi = written.toLowerCase().replace(/^(10\.[\d.]+)\/\/+/, '$1/');
  // `10.1659/0276-4741(2004)024[0141:spocmp]2.0.co;2` up to its bracket.
  return /^$|^10\.[\d.]+\/\d{4}-\d{3}[\dx]\(\d{4}\)\d+$/.test(doi) ? undefined : doi;
}

export function doiMatch(a: string | undefined, b: string | undefined): Match {
  if (!a || !b) return 'unknown';
  if (a === b) return 'same';
  // JSTOR gives articles a DOI of its own beside their publisher's.
  return a.startsWith('10.2307/') !== b.startsWith('10.2307/') ? 'unknown' : 'different';
}
