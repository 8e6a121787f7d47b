/** Why a publication stands where it does: the words that moved it up or down. */

import { and, eq } from 'drizzle-orm';
import { ranking } from '../../../schema/ranking.ts';
import type { Db } from '../../db.ts';
import { functionWords } from '../../platform/function-words.ts';
import type { Place } from './answers.ts';
import type { Features, Matrix } from './features.ts';
import { fieldEnd, type Text, wordsOf } from './words.ts';

/** A word or a pair of neighbours with its pull: above 0 up, below 0 down. */
export type Pull = [term: string, pull: number];

const termsMax = 4000;
const shownMax = 8;

/** The words and pairs that pull most, as kept with a ranking. Pieces of words only support what words say. */
export function pullsOf({ words, termOf }: Features, weights: Float64Array): Pull[] {
  const usual = usualValues(words);
  const pulls: { column: number; pull: number }[] = [];
  for (let column = 0; column < words.columns; column += 1) {
    const pull = (weights[column] ?? 0) * (usual[column] ?? 0);
    if (Math.abs(pull) > 1e-6) pulls.push({ column, pull });
  }
  pulls.sort((a, b) => Math.abs(b.pull) - Math.abs(a.pull) || a.column - b.column);
  return pulls
    .slice(0, termsMax)
    .map(({ column, pull }) => [termOf(column), Number(pull.toFixed(6))]);
}

/** What a column weighs, on average, in the rows that have it. */
function usualValues({ columns, columnOf, values }: Matrix): Float64Array {
  const sums = new Float64Array(columns);
  const rows = new Uint32Array(columns);
  columnOf.forEach((column, at) => {
    sums[column] = (sums[column] ?? 0) + (values[at] ?? 0);
    rows[column] = (rows[column] ?? 0) + 1;
  });
  return sums.map((sum, column) => sum / Math.max(1, rows[column] ?? 0));
}

export type Why = { up: Pull[]; down: Pull[]; position: number | null; of: number };

/** By the ranking that holds; null while nothing has been ranked. */
export function whyHere(
  db: Db,
  { reviewId, stage }: Place,
  reportId: number,
  text: Text,
): Why | null {
  const row = db
    .select({ terms: ranking.terms, ids: ranking.ids })
    .from(ranking)
    .where(and(eq(ranking.reviewId, reviewId), eq(ranking.stage, stage)))
    .get();
  if (!row) return null;
  const said = termsIn(text);
  const own = row.terms.filter(([term]) => said.has(term) && isTelling(term));
  const of = row.ids.length / 4;
  let position: number | null = null;
  for (let at = 0; at < of && position === null; at += 1)
    if (row.ids.readInt32LE(at * 4) === reportId) position = at + 1;
  return {
    up: own.filter(([, pull]) => pull > 0).slice(0, shownMax),
    down: own.filter(([, pull]) => pull < 0).slice(0, shownMax),
    position,
    of,
  };
}

/** Of words that hold a sentence together nobody learns why; beside another word they add nothing to it. */
const isTelling = (term: string) => term.split(' ').every((word) => !functionWords.has(word));

function termsIn(text: Text): Set<string> {
  const { sequence, words } = wordsOf([text]);
  const terms = new Set(words);
  for (let at = 1; at < sequence.length; at += 1) {
    const [first, second] = [sequence[at - 1] ?? fieldEnd, sequence[at] ?? fieldEnd];
    if (first >= 0 && second >= 0) terms.add(`${words[first]} ${words[second]}`);
  }
  return terms;
}
