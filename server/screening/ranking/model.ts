/**
 * The ranking model: what a support vector machine on words and pairs says of each publication; with it another on
 * themes; how like the publication is in its words to the one kept that it is likest; and how like in its themes to the
 * one excluded that it is likest, which speaks against it.
 */
import { type Features, featuresOf, type Matrix, themesTextsMax } from './features.ts';
import { newKernelSvm } from './kernel-svm.ts';
import { newLazySvm } from './lazy-svm.ts';
import { nearestOf, raise } from './likenesses.ts';
import { randomOf } from './random.ts';
import { type Answer, type Boundary, type Costs, learnBoundary, scoreOf } from './svm.ts';
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

export type Trained = { features: Features; boundary: Boundary; scores: Float64Array };

/** Learns from everything at once. */
export function train(texts: readonly Text[], answers: readonly Answer[], seed: number): Trained {
  return trainOn(featuresOf(texts), answers, seed);
}

export function trainOn(features: Features, answers: readonly Answer[], seed: number): Trained {
  const { words, themes } = features;
  const kept = answers.filter(({ value }) => value > 0);
  const excluded = answers.filter(({ value }) => value < 0);
  const costs = costsFor({ kept: weightOf(kept), excluded: weightOf(excluded) }, modelSettings);
  const learned = (matrix: Matrix) => learnBoundary(matrix, answers, costs, randomOf(seed));
  const boundary = learned(words);
  const parts = {
    bySvm: scoresOf(words, boundary),
    byThemes: themes && scoresOf(themes, learned(themes)),
    nearest: words.rows > themesTextsMax ? null : nearestOf(words, rowsOf(kept)),
    nearestExcluded: themes && nearestOf(themes, rowsOf(excluded)),
  };
  const scores = new Float64Array(words.rows);
  const weights = weightsFor(modelSettings, kept.length, words.rows);
  mix(parts, weights, openRows(words.rows, answers), scores);
  return { features, boundary, scores };
}

export type Stepwise = {
  /** A row is answered once. */
  learn(answer: Answer): void;
  /** Of what is not answered, the likeliest relevant; of equals, the first. Below 0 when all is answered. */
  likeliest(): number;
};

/** The same model for answers that come one by one. */
export function stepwise(features: Features, settings: ModelSettings = modelSettings): Stepwise {
  const { rows } = features.words;
  const open = new Uint8Array(rows).fill(1);
  const known: Answer[] = [];
  const sums = { kept: 0, excluded: 0 };
  const learner = rows > themesTextsMax ? manySteps(features.words) : fewSteps(features, settings);
  return {
    learn(answer) {
      known.push(answer);
      open[answer.row] = 0;
      if (answer.value > 0) sums.kept += answer.value;
      else sums.excluded -= answer.value;
      learner.learn(known, costsFor(sums, settings), open);
    },
    likeliest: () => learner.likeliest(open),
  };
}

type Learner = {
  learn(known: readonly Answer[], costs: Costs, open: Uint8Array): void;
  likeliest(open: Uint8Array): number;
};

function manySteps(words: Matrix): Learner {
  const svm = newLazySvm(words);
  return { learn: (known, costs) => svm.learn(known, costs), likeliest: svm.likeliest };
}

function fewSteps(features: Features, settings: ModelSettings): Learner {
  const svm = newKernelSvm(features.words);
  const themes = features.themes && newKernelSvm(features.themes);
  const { rows } = features.words;
  const scores = new Float64Array(rows);
  const nearest = new Float64Array(rows);
  const nearestExcluded = themes && new Float64Array(rows);
  const parts = { bySvm: svm.scores, byThemes: themes?.scores ?? null, nearest, nearestExcluded };
  let kept = 0;
  return {
    learn(known, costs, open) {
      const newest = known.at(-1);
      if (newest && newest.value > 0) {
        kept += 1;
        raise(nearest, svm.likenessTo(newest.row));
      } else if (newest && nearestExcluded) raise(nearestExcluded, themes.likenessTo(newest.row));
      svm.learn(known, costs);
      themes?.learn(known, costs);
      mix(parts, weightsFor(settings, kept, rows), open, scores);
    },
    likeliest(open) {
      let best = -1;
      for (let row = 0; row < rows; row += 1)
        if (open[row] === 1 && (best < 0 || (scores[row] ?? 0) > (scores[best] ?? 0))) best = row;
      return best;
    },
  };
}

const partNames = ['bySvm', 'byThemes', 'nearest', 'nearestExcluded'] as const;
type PartName = (typeof partNames)[number];
type Parts = Record<PartName, Float64Array | null>;

function weightsFor(
  settings: ModelSettings,
  relevant: number,
  rows: number,
): Record<PartName, number> {
  const { themesWeight, themesRelevant, themesTexts, nearestWeight } = settings;
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

const rowsOf = (answers: readonly Answer[]) => answers.map(({ row }) => row);
const weightOf = (answers: readonly Answer[]) =>
  answers.reduce((sum, { value }) => sum + Math.abs(value), 0);

function openRows(rows: number, answers: readonly Answer[]): Uint8Array {
  const open = new Uint8Array(rows).fill(1);
  for (const { row } of answers) open[row] = 0;
  return open;
}

/** @param sums how certain all that was kept, or excluded, is together. */
function costsFor(
  { kept, excluded }: { kept: number; excluded: number },
  { cost, ratio }: ModelSettings,
): Costs {
  const otherFactor = kept > 0 && excluded > 0 ? kept / (ratio * excluded) : 1;
  const scale = (kept + excluded) / (kept + otherFactor * excluded);
  return { relevant: cost * scale, other: cost * scale * otherFactor };
}
