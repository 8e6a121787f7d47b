/** What a person typed, as an expression for FTS5: only quoted terms of the analyser reach it. */
import { analyseQuery, type QueryPart } from './analyser.ts';

/** Null when nothing was typed that a text could contain. */
export function matchOf(q: string, match: 'all' | 'any'): string | null {
  const parts = analyseQuery(q);
  if (parts.length === 0) return null;
  return parts.map(partOf).join(match === 'all' ? ' AND ' : ' OR ');
}

function partOf({ sequences, isPrefix }: QueryPart): string {
  const quoted = sequences.map((terms) => `"${terms.join(' ')}"${isPrefix ? ' *' : ''}`);
  return `(${quoted.join(' OR ')})`;
}
