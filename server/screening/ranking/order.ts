/** The order of a pool: a pure function of the texts, the answers, what is looked for, and a seed. */
import { type Features, featuresOf } from './features.ts';
import { modelName, train } from './model.ts';
import type { Text } from './words.ts';

/** Ranks by the words of the protocol, while nothing has been judged yet. */
export const wordsModelName = 'underlag-words-1';

export type Ranked = {
  model: string;
  /** Places in the pool, the likeliest first. */
  order: number[];
};

export type Known = {
  texts: readonly Text[];
  /** By place in the pool, from -1 to 1; 0 where nothing is known. */
  values: Float64Array;
  wanted: string;
  seed: number;
};

/** @returns null while there is nothing to go by: neither both kinds of answers nor words. */
export function rankPool({ texts, values, wanted, seed }: Known): Ranked | null {
  if (hasBothKinds(values)) {
    const { scores } = train(texts, answersIn(values), seed);
    return { model: modelName, order: orderBy(scores) };
  }
  const words = wanted.trim();
  if (words === '') return null;
  const matrix = featuresOf([...texts, { title: '', abstract: words }]);
  return { model: wordsModelName, order: orderBy(likeness(matrix, texts.length)) };
}

export function hasBothKinds(values: Iterable<number>): boolean {
  let [relevant, other] = [false, false];
  for (const value of values) {
    relevant ||= value > 0;
    other ||= value < 0;
  }
  return relevant && other;
}

/** Places in the pool of which something is known. */
export function answersIn(values: Float64Array) {
  return Array.from(values, (value, row) => ({ row, value })).filter(({ value }) => value !== 0);
}

/** How alike each row is to the last one. */
function likeness({ starts, columnOf, values, columns }: Features, last: number): Float64Array {
  const wanted = new Float64Array(columns);
  for (let at = starts[last] ?? 0; at < (starts[last + 1] ?? 0); at += 1)
    wanted[columnOf[at] ?? 0] = values[at] ?? 0;
  const scores = new Float64Array(last);
  for (let row = 0; row < last; row += 1)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      scores[row] = (scores[row] ?? 0) + (wanted[columnOf[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return scores;
}

/** Of equals, what came into the review first. */
function orderBy(scores: Float64Array): number[] {
  const places = Array.from(scores, (_, place) => place);
  return places.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
}
