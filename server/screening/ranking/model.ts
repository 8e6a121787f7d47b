/**
 * The ranking model: what a support vector machine and naive Bayes say of each publication, on one scale. The first
 * is the better one once there is much to learn from, the second before.
 */
import { type Bayes, newBayes } from './bayes.ts';
import type { Matrix } from './features.ts';
import { randomOf } from './random.ts';
import { type Example, newSvm, type Svm } from './svm.ts';

export const modelName = 'underlag-linear-1';

/** Everything that shapes an order besides texts, answers and seed; written to the log with each ranking. */
export const modelSettings = {
  svmCost: 0.11,
  svmRatio: 9.8,
  bayesSmoothing: 3.8,
  bayesRatio: 1.2,
  bayesShare: 0.5,
} as const;
export type ModelSettings = { [name in keyof typeof modelSettings]: number };

/** What is known of a row: above 0 relevant, below 0 not; the nearer to 0 the less certain. */
export type Answer = { row: number; value: number };

export type Model = {
  /** Adds what was answered. A row is answered once. */
  learn(answers: readonly Answer[]): void;
  /** The scores of all rows; the higher the likelier relevant. The array is written again by the next call. */
  scores(): Float64Array;
  /** What one column of the matrix adds to a row that has it, as both parts see it. */
  weightOf(column: number): number;
};

/** Once it has been trained, a pass or two takes in one more answer. */
const firstPasses = 40;
const laterPasses = 2;

export function newModel(
  matrix: Matrix,
  seed: number,
  settings: ModelSettings = modelSettings,
): Model {
  const svm = newSvm(matrix, randomOf(seed));
  const { bayesSmoothing: smoothing, bayesRatio: ratio } = settings;
  const bayes = newBayes(matrix, { smoothing, ratio });
  const known: Answer[] = [];
  const open = new Uint8Array(matrix.rows).fill(1);
  const [bySvm, byBayes, scores] = [0, 1, 2].map(() => new Float64Array(matrix.rows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let scale: [number, number] = [1, 1];
  let pending = 0;
  return {
    learn(answers) {
      for (const { row, value } of answers) {
        known.push({ row, value });
        open[row] = 0;
        bayes.learn(row, value > 0 ? 1 : -1, Math.abs(value));
      }
      pending += answers.length;
    },
    scores() {
      const isNew = known.length < 30 || pending > known.length / 2;
      svm.learn(examplesOf(known, settings), isNew ? firstPasses : laterPasses);
      pending = 0;
      svm.score(bySvm);
      bayes.score(byBayes);
      scale = [1 / spreadOf(bySvm, open), settings.bayesShare / spreadOf(byBayes, open)];
      for (let row = 0; row < matrix.rows; row += 1)
        scores[row] = (bySvm[row] ?? 0) * scale[0] + (byBayes[row] ?? 0) * scale[1];
      return scores;
    },
    weightOf: (column) => weightIn(svm, column) * scale[0] + bayesIn(bayes, column) * scale[1],
  };
}

const weightIn = (svm: Svm, column: number) => svm.weights[column] ?? 0;
const bayesIn = (bayes: Bayes, column: number) => bayes.weightOf(column);

/** The relevant are few and cost more: together they weigh `svmRatio` times as much as the rest. */
function examplesOf(known: readonly Answer[], { svmCost, svmRatio }: ModelSettings): Example[] {
  let [high, low] = [0, 0];
  for (const { value } of known) {
    if (value > 0) high += value;
    else low -= value;
  }
  const lowFactor = high > 0 && low > 0 ? high / (svmRatio * low) : 1;
  const scale = (high + low) / (high + lowFactor * low);
  return known.map(({ row, value }) => ({
    row,
    sign: value > 0 ? 1 : -1,
    cost: svmCost * scale * Math.abs(value) * (value > 0 ? 1 : lowFactor),
  }));
}

/** The standard deviation over what is still to be judged. */
function spreadOf(scores: Float64Array, open: Uint8Array): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let row = 0; row < scores.length; row += 1) {
    if (open[row] === 0) continue;
    const score = scores[row] ?? 0;
    count += 1;
    sum += score;
    squares += score * score;
  }
  if (count === 0) return 1;
  return Math.sqrt(Math.max(squares / count - (sum / count) ** 2, 0)) || 1;
}
