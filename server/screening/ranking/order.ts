/** The order of a pool: a pure function of the texts, the answers, what is looked for, and a seed. */
import { type Pull, pullsOf } from './explain.ts';
import { type Features, featuresOf, type Matrix } from './features.ts';
import { modelName, trainOn } from './model.ts';
import { scoreOf } from './svm.ts';
import type { Text } from './words.ts';

/** Ranks by the words of the protocol, while nothing has been judged yet. */
export const wordsModelName = 'underlag-words-2';

export type Ranked = {
  model: string;
  /** Places in the pool, the likeliest first. */
  order: number[];
  /** The words that moved publications most. */
  terms: Pull[];
};

export type Known = {
  texts: () => readonly Text[];
  /** A print of the texts: read before, they are not read again. */
  hash: string;
  /** By place in the pool, from -1 to 1; 0 where nothing is known. */
  values: Float64Array;
  wanted: string;
  seed: number;
};

/** @returns null while there is nothing to go by: neither both kinds of answers nor words. */
export function rankPool({ texts, hash, values, wanted, seed }: Known): Ranked | null {
  if (hasBothKinds(values)) {
    const { scores, features, boundary } = trainOn(readOnce(texts, hash), answersIn(values), seed);
    const terms = pullsOf(features, boundary.weights);
    return { model: modelName, order: orderBy(scores), terms };
  }
  const words = wanted.trim();
  if (words === '') return null;
  const read = texts();
  const matrix = featuresOf([...read, { title: '', abstract: words }]);
  const weights = lastRow(matrix.words);
  const terms = pullsOf(matrix, weights);
  return {
    model: wordsModelName,
    order: orderBy(likeness(matrix.words, read.length, weights)),
    terms,
  };
}

export function hasBothKinds(values: Iterable<number>): boolean {
  let [relevant, other] = [false, false];
  for (const value of values) {
    relevant ||= value > 0;
    other ||= value < 0;
  }
  return relevant && other;
}

let kept: { hash: string; features: Features } | null = null;

/** Whether texts that were read wait in memory for the next ranking: then a worker had better stay. */
export const hasReadTexts = () => kept !== null;

/** Answers come much more often than texts: only the last ones that were read are kept. */
function readOnce(texts: Known['texts'], hash: string): Features {
  if (kept?.hash !== hash) kept = { hash, features: featuresOf(texts()) };
  return kept.features;
}

/** Places in the pool of which something is known. */
function answersIn(values: Float64Array) {
  return Array.from(values, (value, row) => ({ row, value })).filter(({ value }) => value !== 0);
}

/** What is looked for, as the weights of its terms. */
function lastRow({ rows, starts, columnOf, values, columns }: Matrix): Float64Array {
  const weights = new Float64Array(columns);
  for (let at = starts[rows - 1] ?? 0; at < (starts[rows] ?? 0); at += 1)
    weights[columnOf[at] ?? 0] = values[at] ?? 0;
  return weights;
}

/** How alike each row is to what is looked for. */
function likeness(matrix: Matrix, rows: number, weights: Float64Array): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => scoreOf(matrix, row, weights));
}

/** Of equals, what came into the review first. */
function orderBy(scores: Float64Array): number[] {
  const places = Array.from(scores, (_, place) => place);
  return places.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other);
}
