/**
 * The ranking model: what a support vector machine on words and pairs says of each publication; with it another on
 * themes; and how like the publication is to the one kept that it is likest.
 */
import { type Features, featuresOf, type Matrix, themesTextsMax } from './features.ts';
import { likenesses, newKernelSvm } from './kernel-svm.ts';
import { randomOf } from './random.ts';
import { type Boundary, type Example, learnBoundary, scoreOf } from './svm.ts';
import type { Text } from './words.ts';

export const modelName = 'underlag-linear-2';

/** Everything that shapes an order besides texts, answers and seed; written to the log with each ranking. */
export const modelSettings = {
  cost: 0.11,
  /** How many times as much the relevant weigh together as the rest. */
  ratio: 9.8,
  /** What themes weigh beside words, before anything relevant is known. */
  themesWeight: 1.5,
  /** With so many relevant ones they weigh half: the more are known, the more their own words tell. */
  themesRelevant: 40,
  nearestWeight: 0.3,
};
export type ModelSettings = Readonly<typeof modelSettings>;

/** What is known of a row: above 0 relevant, below 0 not; the nearer to 0 the less certain. */
export type Answer = { row: number; value: number };

export type Trained = { features: Features; boundary: Boundary; scores: Float64Array };

/** Learns from everything at once. */
export function train(texts: readonly Text[], answers: readonly Answer[], seed: number): Trained {
  return trainOn(featuresOf(texts), answers, seed);
}

export function trainOn(features: Features, answers: readonly Answer[], seed: number): Trained {
  const examples = examplesOf(answers, modelSettings);
  const learned = (matrix: Matrix) => learnBoundary(matrix, examples, randomOf(seed));
  const boundary = learned(features.words);
  const bySvm = scoresOf(features.words, boundary);
  const { themes } = features;
  const byThemes = themes && scoresOf(themes, learned(themes));
  const nearest = features.words.rows > themesTextsMax ? null : nearestOf(features.words, answers);
  const scores = new Float64Array(features.words.rows);
  const open = openRows(scores.length, answers);
  mix({ bySvm, byThemes, nearest }, weightsFor(modelSettings, examples), open, scores);
  return { features, boundary, scores };
}

export type Stepwise = {
  /** Takes in some answers; `scores` follow. A row is answered once. */
  learn(answers: readonly Answer[]): void;
  /** Of all rows, the higher the likelier relevant. */
  scores: Float64Array;
};

/** The same model for answers that come one by one. */
export function stepwise(features: Features, settings: ModelSettings = modelSettings): Stepwise {
  const svm = newKernelSvm(features.words);
  const themes = features.themes && newKernelSvm(features.themes);
  const { rows } = features.words;
  const scores = new Float64Array(rows);
  const open = new Uint8Array(rows).fill(1);
  const nearest = rows > themesTextsMax ? null : new Float64Array(rows);
  const known: Answer[] = [];
  return {
    scores,
    learn(answers) {
      for (const { row, value } of answers) {
        open[row] = 0;
        if (value > 0 && nearest) raise(nearest, svm.likenessTo(row));
      }
      known.push(...answers);
      const examples = examplesOf(known, settings);
      svm.learn(examples);
      themes?.learn(examples);
      const byThemes = themes?.scores ?? null;
      mix({ bySvm: svm.scores, byThemes, nearest }, weightsFor(settings, examples), open, scores);
    },
  };
}

type Parts = {
  bySvm: Float64Array;
  byThemes: Float64Array | null;
  nearest: Float64Array | null;
};

type Weights = { themesWeight: number; nearestWeight: number };

function weightsFor(settings: ModelSettings, examples: readonly Example[]): Weights {
  const { themesWeight, themesRelevant, nearestWeight } = settings;
  const relevant = examples.filter(({ sign }) => sign > 0).length;
  return {
    themesWeight: themesWeight * (themesRelevant / (themesRelevant + relevant)),
    nearestWeight,
  };
}

/** On one scale: each part counts by how much it differs over what is still to be judged. */
function mix(
  { bySvm, byThemes, nearest }: Parts,
  { themesWeight, nearestWeight }: Weights,
  open: Uint8Array,
  into: Float64Array,
): void {
  const svmFactor = 1 / spreadOf(bySvm, open);
  const themesFactor = byThemes ? themesWeight / spreadOf(byThemes, open) : 0;
  const nearestFactor = nearest ? nearestWeight / spreadOf(nearest, open) : 0;
  for (let row = 0; row < into.length; row += 1)
    into[row] =
      (bySvm[row] ?? 0) * svmFactor +
      (byThemes?.[row] ?? 0) * themesFactor +
      (nearest?.[row] ?? 0) * nearestFactor;
}

/** The standard deviation. */
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

function scoresOf(matrix: Matrix, { weights, offset }: Boundary): Float64Array {
  const scores = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1)
    scores[row] = scoreOf(matrix, row, weights) + offset;
  return scores;
}

function nearestOf(matrix: Matrix, answers: readonly Answer[]): Float64Array {
  const lookUp = likenesses(matrix);
  const nearest = new Float64Array(matrix.rows);
  for (const { row, value } of answers) if (value > 0) raise(nearest, lookUp(row));
  return nearest;
}

function raise(nearest: Float64Array, alike: Float32Array): void {
  for (let row = 0; row < nearest.length; row += 1)
    nearest[row] = Math.max(nearest[row] ?? 0, alike[row] ?? 0);
}

function openRows(rows: number, answers: readonly Answer[]): Uint8Array {
  const open = new Uint8Array(rows).fill(1);
  for (const { row } of answers) open[row] = 0;
  return open;
}

/** Costs by class, so that the relevant, who are few, are not drowned. */
function examplesOf(known: readonly Answer[], { cost, ratio }: ModelSettings): Example[] {
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
