/**
 * A linear support vector machine with squared hinge loss, solved in the dual one example at a time (Hsieh et al. 2008).
 * It keeps what it has learned: after one more answer a few passes over the examples are enough.
 */
import type { Matrix } from './features.ts';
import { type Random, shuffle } from './random.ts';

/** An example is a row, what it is, and how much it costs to get it wrong. */
export type Example = { row: number; sign: 1 | -1; cost: number };

export type Svm = {
  weights: Float64Array;
  /** @returns how many passes it took. */
  learn(examples: readonly Example[], passesMax: number): number;
  /** Writes the distance of every row from the boundary. */
  score(into: Float64Array): void;
};

/** When no example is further than this from where it should be, it is done. */
const tolerance = 0.005;

export function newSvm(matrix: Matrix, random: Random): Svm {
  const { starts, columnOf, values, rows } = matrix;
  const weights = new Float64Array(matrix.columns);
  const alphas = new Float64Array(rows);
  let offset = 0;

  function scoreOf(row: number): number {
    const end = starts[row + 1] ?? 0;
    let sum = offset;
    for (let at = starts[row] ?? 0; at < end; at += 1)
      sum += (weights[columnOf[at] ?? 0] ?? 0) * (values[at] ?? 0);
    return sum;
  }

  function move(row: number, step: number): void {
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      const column = columnOf[at] ?? 0;
      weights[column] = (weights[column] ?? 0) + step * (values[at] ?? 0);
    }
    offset += step;
  }

  /** @returns how far the example was from where it should be. */
  function correct({ row, sign, cost }: Example): number {
    const slack = 1 / (2 * cost);
    const alpha = alphas[row] ?? 0;
    const gradient = sign * scoreOf(row) - 1 + alpha * slack;
    const distance = alpha === 0 ? Math.min(gradient, 0) : gradient;
    if (Math.abs(distance) < 1e-10) return 0;
    // Rows have length one, and the offset is one more column of ones.
    const next = Math.max(alpha - gradient / (2 + slack), 0);
    alphas[row] = next;
    move(row, (next - alpha) * sign);
    return Math.abs(distance);
  }

  return {
    weights,
    learn(examples, passesMax) {
      const order = Int32Array.from(examples, (_, at) => at);
      for (let pass = 1; pass <= passesMax; pass += 1) {
        let furthest = 0;
        for (const at of shuffle(order, random)) {
          const example = examples[at];
          if (example) furthest = Math.max(furthest, correct(example));
        }
        if (furthest < tolerance) return pass;
      }
      return passesMax;
    },
    score(into) {
      for (let row = 0; row < rows; row += 1) into[row] = scoreOf(row);
    },
  };
}
