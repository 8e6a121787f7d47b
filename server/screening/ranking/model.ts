/** The ranking model: a support vector machine in which the relevant, who are few, weigh more. */
import { type Features, featuresOf } from './features.ts';
import { newKernelSvm } from './kernel-svm.ts';
import { randomOf } from './random.ts';
import { type Boundary, type Example, learnBoundary, scoreOf } from './svm.ts';
import type { Text } from './words.ts';

export const modelName = 'underlag-linear-1';

/** Everything that shapes an order besides texts, answers and seed; written to the log with each ranking. */
export const modelSettings = { cost: 0.11, ratio: 9.8 } as const;

/** What is known of a row: above 0 relevant, below 0 not; the nearer to 0 the less certain. */
export type Answer = { row: number; value: number };

export type Trained = { features: Features; boundary: Boundary; scores: Float64Array };

/** Learns from everything at once. */
export function train(texts: readonly Text[], answers: readonly Answer[], seed: number): Trained {
  return trainOn(featuresOf(texts), answers, seed);
}

export function trainOn(features: Features, answers: readonly Answer[], seed: number): Trained {
  const boundary = learnBoundary(features, examplesOf(answers), randomOf(seed));
  const scores = new Float64Array(features.rows);
  for (let row = 0; row < features.rows; row += 1)
    scores[row] = scoreOf(features, row, boundary.weights) + boundary.offset;
  return { features, boundary, scores };
}

export type Stepwise = {
  learn(answers: readonly Answer[]): void;
  /** Of all rows, the higher the likelier relevant. The array changes with the next answers. */
  scores: Float64Array;
};

/** Few examples are gone through until all is well; later a few passes take in one more. */
const passes = { few: 30, many: 6, fewUntil: 30 };

/** The same model for answers that come one by one. */
export function stepwise(features: Features): Stepwise {
  const svm = newKernelSvm(features);
  const known: Answer[] = [];
  return {
    scores: svm.scores,
    learn(answers) {
      known.push(...answers);
      svm.learn(examplesOf(known), known.length < passes.fewUntil ? passes.few : passes.many);
    },
  };
}

/** Together the relevant weigh `ratio` times as much as the rest. */
function examplesOf(known: readonly Answer[]): Example[] {
  const { cost, ratio } = modelSettings;
  let [high, low] = [0, 0];
  for (const { value } of known) {
    if (value > 0) high += value;
    else low -= value;
  }
  const lowFactor = high > 0 && low > 0 ? high / (ratio * low) : 1;
  const scale = (high + low) / (high + lowFactor * low);
  return known.map(({ row, value }) => ({
    row,
    sign: value > 0 ? 1 : -1,
    cost: cost * scale * Math.abs(value) * (value > 0 ? 1 : lowFactor),
  }));
}
