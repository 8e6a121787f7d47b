/**
 * A linear support vector machine with squared hinge loss, solved in the dual one answer at a time (Hsieh et al. 2008).
 */
import type { Matrix } from './features.ts';
import { type Random, shuffle } from './random.ts';

/** What is known of a row: above 0 relevant, below 0 not; the nearer to 0 the less certain. */
export type Answer = { row: number; value: number };

/** What it costs to get wrong one that is certain: so that the relevant, who are few, are not drowned. */
export type Costs = { relevant: number; other: number };

export const costOf = ({ value }: Answer, { relevant, other }: Costs): number =>
  value > 0 ? value * relevant : -value * other;

/** What each column adds to a row that has it, and what is added to every row. */
export type Boundary = { weights: Float64Array; offset: number };

/** When no answer is further than this from where it should be, it is done. */
const tolerance = 0.003;
const passesMax = 60;

export function learnBoundary(
  matrix: Matrix,
  answers: readonly Answer[],
  costs: Costs,
  random: Random,
): Boundary {
  const { starts, columnOf, values, alone } = matrix;
  const weights = new Float64Array(matrix.columns);
  const alphas = new Float64Array(answers.length);
  let offset = 0;

  /** @returns how far the answer was from where it should be. */
  function correct(place: number, answer: Answer): number {
    const { row, value } = answer;
    const sign = value > 0 ? 1 : -1;
    const slack = 1 / (2 * costOf(answer, costs));
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

  const order = Int32Array.from(answers, (_, at) => at);
  for (let pass = 0; pass < passesMax; pass += 1) {
    let furthest = 0;
    for (const place of shuffle(order, random)) {
      const answer = answers[place];
      if (answer) furthest = Math.max(furthest, correct(place, answer));
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
