/**
 * The same support vector machine as in `svm.ts`, for answers that come one at a time: it keeps how alike each known
 * row is to every other, so that taking in one more answer costs little more than looking it up.
 */
import type { Matrix } from './features.ts';
import { likenesses } from './likenesses.ts';
import { type Answer, type Costs, costOf } from './svm.ts';

export type KernelSvm = {
  learn(known: readonly Answer[], costs: Costs): void;
  /** How far each row is on the relevant side, but for what is the same for all. Changes with what is learned. */
  scores: Float64Array;
  likenessTo(row: number): Float32Array;
};

/** How near an answer must be to where it should be, and how often all are gone through, while there are few. */
const few = { until: 30, passesMax: 30, tolerance: 0.003 };
/** Later one more answer moves little. */
const many = { passesMax: 2, tolerance: 0.02 };
/** Beyond this, what was looked up is not kept, but looked up again. */
const keptBytesMax = 600_000_000;

export function newKernelSvm(matrix: Matrix): KernelSvm {
  const { rows } = matrix;
  const lookUp = likenesses(matrix);
  const known = new Map<number, Float32Array>();
  const alphas = new Float64Array(rows);
  const scores = new Float64Array(rows);
  let offset = 0;

  function likenessTo(row: number): Float32Array {
    const found = known.get(row);
    if (found) return found;
    const alike = lookUp(row);
    if ((known.size + 1) * rows * 4 < keptBytesMax) known.set(row, alike);
    return alike;
  }

  function correct(answer: Answer, costs: Costs, tolerance: number): boolean {
    const { row, value } = answer;
    const sign = value > 0 ? 1 : -1;
    const slack = 1 / (2 * costOf(answer, costs));
    const alpha = alphas[row] ?? 0;
    const gradient = sign * ((scores[row] ?? 0) + offset) - 1 + alpha * slack;
    const distance = alpha === 0 ? Math.min(gradient, 0) : gradient;
    if (Math.abs(distance) < tolerance) return false;
    // A row is wholly like itself, and the offset is one more thing that all rows share.
    const next = Math.max(alpha - gradient / (2 + slack), 0);
    alphas[row] = next;
    const step = (next - alpha) * sign;
    addTo(scores, likenessTo(row), step);
    offset += step;
    return true;
  }

  return {
    scores,
    likenessTo,
    learn(answers, costs) {
      const { passesMax, tolerance } = answers.length < few.until ? few : many;
      for (let pass = 0; pass < passesMax; pass += 1) {
        let isMoved = false;
        for (const answer of answers) if (correct(answer, costs, tolerance)) isMoved = true;
        if (!isMoved) return;
      }
    },
  };
}

/** Nearly all of a simulation's time is spent here: four at a time take half as long as one by one. */
function addTo(scores: Float64Array, alike: Float32Array, step: number): void {
  const rows = scores.length;
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    scores[row] = (scores[row] ?? 0) + step * (alike[row] ?? 0);
    scores[row + 1] = (scores[row + 1] ?? 0) + step * (alike[row + 1] ?? 0);
    scores[row + 2] = (scores[row + 2] ?? 0) + step * (alike[row + 2] ?? 0);
    scores[row + 3] = (scores[row + 3] ?? 0) + step * (alike[row + 3] ?? 0);
  }
  for (; row < rows; row += 1) scores[row] = (scores[row] ?? 0) + step * (alike[row] ?? 0);
}
