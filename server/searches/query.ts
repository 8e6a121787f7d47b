/** The query that concept blocks produce: terms joined by OR, blocks by AND. Pure. */

export type QueryBlock = { terms: readonly string[] };

/** A term that holds a blank is a phrase; one with quotation marks of its own is left as it was written. */
export function queryTerm(term: string): string {
  const plain = term
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain.includes('"') || !plain.includes(' ') ? plain : `"${plain}"`;
}

export function buildQuery(blocks: readonly QueryBlock[]): string {
  const groups = blocks
    .map(({ terms }) => [...new Set(terms.map(queryTerm).filter((term) => term !== ''))])
    .filter((terms) => terms.length > 0);
  return groups
    .map((terms) => (terms.length > 1 && groups.length > 1 ? `(${or(terms)})` : or(terms)))
    .join(' AND ');
}

const or = (terms: string[]): string => terms.join(' OR ');

/** A text area's lines as terms. */
export function termsFrom(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
