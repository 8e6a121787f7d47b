/**
 * The same support vector machine as in `svm.ts`, for answers that come one at a time: it keeps how alike each known
 * row is to every other, so that taking in one more answer costs little more than looking it up.
 */
import type { Matrix } from './features.ts';
import type { Example } from './svm.ts';

export type KernelSvm = {
  learn(examples: readonly Example[], passesMax: number): void;
  /** How far each row is on the relevant side. The array changes with what is learned. */
  scores: Float64Array;
};

/** An example nearer than this to where it should be is left where it is. */
const tolerance = 0.003;

export function newKernelSvm(matrix: Matrix): KernelSvm {
  const { rows } = matrix;
  const likenessTo = likenesses(matrix);
  const known = new Map<number, Float32Array>();
  const alphas = new Float64Array(rows);
  const scores = new Float64Array(rows);

  function correct({ row, sign, cost }: Example): boolean {
    const slack = 1 / (2 * cost);
    const alpha = alphas[row] ?? 0;
    const gradient = sign * (scores[row] ?? 0) - 1 + alpha * slack;
    const distance = alpha === 0 ? Math.min(gradient, 0) : gradient;
    if (Math.abs(distance) < tolerance) return false;
    // A row is wholly like itself, and the offset is one more thing that all rows share.
    const next = Math.max(alpha - gradient / (2 + slack), 0);
    alphas[row] = next;
    const step = (next - alpha) * sign;
    let alike = known.get(row);
    if (!alike) {
      alike = likenessTo(row);
      known.set(row, alike);
    }
    for (let other = 0; other < rows; other += 1)
      scores[other] = (scores[other] ?? 0) + step * ((alike[other] ?? 0) + 1);
    return true;
  }

  return {
    scores,
    learn(examples, passesMax) {
      for (let pass = 0; pass < passesMax; pass += 1) {
        let isMoved = false;
        for (const example of examples) if (correct(example)) isMoved = true;
        if (!isMoved) return;
      }
    },
  };
}

/** @returns how alike a row is to every other, looked up by what they share. */
function likenesses({ rows, columns, starts, columnOf, values }: Matrix) {
  const columnStarts = new Int32Array(columns + 1);
  for (const column of columnOf) columnStarts[column + 1] = (columnStarts[column + 1] ?? 0) + 1;
  for (let column = 0; column < columns; column += 1)
    columnStarts[column + 1] = (columnStarts[column + 1] ?? 0) + (columnStarts[column] ?? 0);
  const ends = columnStarts.slice();
  const rowOf = new Int32Array(columnOf.length);
  const shared = new Float32Array(columnOf.length);
  for (let row = 0; row < rows; row += 1) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const column = columnOf[at] ?? 0;
      const place = ends[column] ?? 0;
      rowOf[place] = row;
      shared[place] = values[at] ?? 0;
      ends[column] = place + 1;
    }
  }
  return (row: number): Float32Array => {
    const alike = new Float32Array(rows);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const column = columnOf[at] ?? 0;
      const value = values[at] ?? 0;
      const end = columnStarts[column + 1] ?? 0;
      for (let place = columnStarts[column] ?? 0; place < end; place += 1) {
        const other = rowOf[place] ?? 0;
        alike[other] = (alike[other] ?? 0) + value * (shared[place] ?? 0);
      }
    }
    alike[row] = 1;
    return alike;
  };
}
