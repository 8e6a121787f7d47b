/**
 * The ranking model: what a support vector machine on words and pairs says of each publication; with it another on
 * themes; how like the publication is in its words to the one kept that it is likest; and how like in its themes to the
 * one excluded that it is likest, which speaks against it.
 */
import { type Features, featuresOf, type Matrix, themesTextsMax } from './features.ts';
import { newKernelSvm } from './kernel-svm.ts';
import { nearestOf, raise } from './likenesses.ts';
import { randomOf } from './random.ts';
import { type Boundary, type Example, learnBoundary, scoreOf } from './svm.ts';
import type { Text } from './words.ts';

export const modelName = 'underlag-linear-4';

/** Everything that shapes an order besides texts, answers and seed; written to the log with each ranking. */
export const modelSettings = {
  cost: 0.11,
  /** How many times as much the relevant weigh together as the rest. */
  ratio: 9.8,
  /** What themes weigh beside words, before anything relevant is known. */
  themesWeight: 1.7,
  /** With so many relevant ones they weigh half: the more are known, the more their own words tell. */
  themesRelevant: 50,
  /** Of so many texts, themes weigh half: those of few are hardly more than their words. */
  themesTexts: 75,
  nearestWeight: 0.3,
  nearestExcludedWeight: 0.3,
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
  const { words, themes } = features;
  const boundary = learned(words);
  const scores = new Float64Array(words.rows);
  const parts = {
    bySvm: scoresOf(words, boundary),
    byThemes: themes && scoresOf(themes, learned(themes)),
    nearest: words.rows > themesTextsMax ? null : nearestOf(words, keptRows(answers)),
    nearestExcluded: themes && nearestOf(themes, excludedRows(answers)),
  };
  mix(
    parts,
    weightsFor(modelSettings, examples, scores.length),
    openRows(scores.length, answers),
    scores,
  );
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
  const nearestExcluded = themes && new Float64Array(rows);
  const byThemes = themes?.scores ?? null;
  const known: Answer[] = [];
  return {
    scores,
    learn(answers) {
      for (const { row, value } of answers) {
        open[row] = 0;
        if (value > 0 && nearest) raise(nearest, svm.likenessTo(row));
        if (value < 0 && nearestExcluded) raise(nearestExcluded, themes.likenessTo(row));
      }
      known.push(...answers);
      const examples = examplesOf(known, settings);
      svm.learn(examples);
      themes?.learn(examples);
      const parts = { bySvm: svm.scores, byThemes, nearest, nearestExcluded };
      mix(parts, weightsFor(settings, examples, rows), open, scores);
    },
  };
}

const partNames = ['bySvm', 'byThemes', 'nearest', 'nearestExcluded'] as const;
type PartName = (typeof partNames)[number];
type Parts = Record<PartName, Float64Array | null>;

function weightsFor(
  settings: ModelSettings,
  examples: readonly Example[],
  rows: number,
): Record<PartName, number> {
  const { themesWeight, themesRelevant, themesTexts, nearestWeight } = settings;
  const relevant = examples.filter(({ sign }) => sign > 0).length;
  const ofTexts = rows ** 2 / (rows ** 2 + themesTexts ** 2);
  return {
    bySvm: 1,
    byThemes: themesWeight * ofTexts * (themesRelevant / (themesRelevant + relevant)),
    nearest: nearestWeight,
    nearestExcluded: -settings.nearestExcludedWeight * ofTexts,
  };
}

/** On one scale: each part counts by how much it differs over what is still to be judged. */
function mix(
  parts: Parts,
  weights: Record<PartName, number>,
  open: Uint8Array,
  into: Float64Array,
): void {
  into.fill(0);
  for (const name of partNames) {
    const part = parts[name];
    if (!part || weights[name] === 0) continue;
    const factor = weights[name] / spreadOf(part, open);
    for (let row = 0; row < into.length; row += 1)
      into[row] = (into[row] ?? 0) + (part[row] ?? 0) * factor;
  }
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

const keptRows = (answers: readonly Answer[]) =>
  answers.flatMap(({ row, value }) => (value > 0 ? [row] : []));
const excludedRows = (answers: readonly Answer[]) =>
  answers.flatMap(({ row, value }) => (value < 0 ? [row] : []));

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
