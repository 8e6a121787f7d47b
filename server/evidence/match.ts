/** What a person typed, as an expression for FTS5: only quoted terms of the analyser reach it. */
import { analyseQuery, type QueryPart, tokens } from '../platform/analyser.ts';

/**
 * A word in the title says most; then in the text; in a name, a synonym, a keyword; as the very form that was typed;
 * as a part of a longer word. The less the score, the better. Measured with `npm run bench -- search`.
 */
export const entryScore = 'bm25(entry_text, 6.0, 1.0, 0.5, 0.4, 0.25)';

/** Null when nothing was typed that a text could contain. */
export function matchOf(q: string, match: 'all' | 'any'): string | null {
  const parts = analyseQuery(q);
  if (parts.length === 0) return null;
  return parts.map(partOf).join(match === 'all' ? ' AND ' : ' OR ');
}

function partOf({ text, sequences, isPrefix }: QueryPart): string {
  const anyForm = sequences.map((terms) => `"${terms.join(' ')}"${isPrefix ? ' *' : ''}`);
  const words = tokens(text).map(({ folded }) => folded);
  const thisForm = isPrefix || words.length === 0 ? [] : [`forms : "${words.join(' ')}"`];
  return `(${[`{title body synonyms compounds} : (${anyForm.join(' OR ')})`, ...thisForm].join(' OR ')})`;
}
