/**
 * A linear support vector machine with squared hinge loss, solved in the dual one example at a time (Hsieh et al. 2008).
 */
import type { Matrix } from './features.ts';
import { type Random, shuffle } from './random.ts';

/** An example is a row, what it is, and how much it costs to get it wrong. */
export type Example = { row: number; sign: 1 | -1; cost: number };

/** What each column adds to a row that has it, and what is added to every row. */
export type Boundary = { weights: Float64Array; offset: number };

/** When no example is further than this from where it should be, it is done. */
const tolerance = 0.003;
const passesMax = 60;

export function learnBoundary(
  matrix: Matrix,
  examples: readonly Example[],
  random: Random,
): Boundary {
  const { starts, columnOf, values, alone } = matrix;
  const weights = new Float64Array(matrix.columns);
  const alphas = new Float64Array(examples.length);
  let offset = 0;

  /** @returns how far the example was from where it should be. */
  function correct(place: number, { row, sign, cost }: Example): number {
    const slack = 1 / (2 * cost);
    const alpha = alphas[place] ?? 0;
    // What a row has alone counts for nothing but itself.
    const own = alpha * sign * (alone[row] ?? 0);
    const gradient = sign * (scoreOf(matrix, row, weights) + offset + own) - 1 + alpha * slack;
    const distance = alpha === 0 ? Math.min(gradient, 0) : gradient;
    if (Math.abs(distance) < 1e-9) return 0;
    // Rows have length one, and the offset is one more column of ones.
    const next = Math.max(alpha - gradient / (2 + slack), 0);
    alphas[place] = next;
    const step = (next - alpha) * sign;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const column = columnOf[at] ?? 0;
      weights[column] = (weights[column] ?? 0) + step * (values[at] ?? 0);
    }
    offset += step;
    return Math.abs(distance);
  }

  const order = Int32Array.from(examples, (_, at) => at);
  for (let pass = 0; pass < passesMax; pass += 1) {
    let furthest = 0;
    for (const place of shuffle(order, random)) {
      const example = examples[place];
      if (example) furthest = Math.max(furthest, correct(place, example));
    }
    if (furthest < tolerance) break;
  }
  return { weights, offset };
}

export function scoreOf(
  { starts, columnOf, values }: Matrix,
  row: number,
  weights: Float64Array,
): number {
  const end = starts[row + 1] ?? 0;
  let sum = 0;
  for (let at = starts[row] ?? 0; at < end; at += 1)
    sum += (weights[columnOf[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}
