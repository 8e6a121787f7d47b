/** Multinomial naive Bayes on weighted terms: quick to learn from few examples, where the support vector machine is not. */
import type { Matrix } from './features.ts';

export type Bayes = {
  learn(row: number, sign: 1 | -1, weight: number): void;
  /** Writes how much likelier each row is relevant than not, on a logarithmic scale. */
  score(into: Float64Array): void;
  /** What one column adds to a row that has it. */
  weightOf(column: number): number;
};

export type BayesSettings = {
  /** Added to every term's weight, so that an unseen one rules nothing out. */
  smoothing: number;
  /** How much more the relevant weigh together than the rest. */
  ratio: number;
};

export function newBayes(matrix: Matrix, { smoothing, ratio }: BayesSettings): Bayes {
  const { rows, columns, starts, columnOf, values } = matrix;
  const relevant = newSums();
  const rest = newSums();
  const difference = new Float64Array(columns);
  const seen: number[] = [];
  const isSeen = new Uint8Array(columns);

  function newSums() {
    return { sums: new Float64Array(columns), total: 0, weight: 0 };
  }

  /** The factors that make the classes weigh `ratio` to one, and as much together as there are examples. */
  function factors(): [number, number] {
    if (relevant.weight === 0 || rest.weight === 0) return [1, 1];
    const restFactor = relevant.weight / (ratio * rest.weight);
    const all = relevant.weight + rest.weight;
    const scale = all / (relevant.weight + restFactor * rest.weight);
    return [scale, restFactor * scale];
  }

  /** @returns what every row's length adds. */
  function refresh(): number {
    const [high, low] = factors();
    for (const column of seen)
      difference[column] =
        Math.log((relevant.sums[column] ?? 0) * high + smoothing) -
        Math.log((rest.sums[column] ?? 0) * low + smoothing);
    const floor = smoothing * columns;
    return Math.log(relevant.total * high + floor) - Math.log(rest.total * low + floor);
  }

  return {
    learn(row, sign, weight) {
      const side = sign > 0 ? relevant : rest;
      side.weight += weight;
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
        const column = columnOf[at] ?? 0;
        const value = (values[at] ?? 0) * weight;
        side.sums[column] = (side.sums[column] ?? 0) + value;
        side.total += value;
        if (isSeen[column] === 0) seen.push(column);
        isSeen[column] = 1;
      }
    },
    score(into) {
      const perLength = refresh();
      for (let row = 0; row < rows; row += 1) {
        const end = starts[row + 1] ?? 0;
        let sum = 0;
        for (let at = starts[row] ?? 0; at < end; at += 1)
          sum += ((difference[columnOf[at] ?? 0] ?? 0) - perLength) * (values[at] ?? 0);
        into[row] = sum;
      }
    },
    weightOf: (column) => difference[column] ?? 0,
  };
}
