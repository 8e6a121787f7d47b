/** How alike rows of length one are: what they share, from 0 to 1 (for themes from -1). */
import type { Matrix } from './features.ts';

/** How alike a row is to every other. */
export type Likenesses = (row: number) => Float32Array;

export function likenesses(matrix: Matrix): Likenesses {
  const isFull = matrix.columnOf.length === matrix.rows * matrix.columns;
  return isFull && matrix.columns % 4 === 0 ? inFull(matrix) : byColumns(matrix);
}

type Nearest = { lookUp: Likenesses; rows: Set<number>; nearest: Float64Array };

/** Answers come one after another: only new ones are looked up. */
const known = new WeakMap<Matrix, Nearest>();

/** How like each row is to that of some rows which it is likest; 0 where it is like none. */
export function nearestOf(matrix: Matrix, some: readonly number[]): Float64Array {
  const all = new Set(some);
  const before = known.get(matrix);
  const isMore = before && [...before.rows].every((row) => all.has(row));
  const nearest = isMore ? before.nearest : new Float64Array(matrix.rows);
  const lookUp = before?.lookUp ?? likenesses(matrix);
  for (const row of all) if (!isMore || !before.rows.has(row)) raise(nearest, lookUp(row));
  known.set(matrix, { lookUp, rows: all, nearest });
  return nearest;
}

/** Takes in one more row that others may be near to. */
export function raise(nearest: Float64Array, alike: Float32Array): void {
  for (let row = 0; row < nearest.length; row += 1) {
    const like = alike[row] ?? 0;
    if (like > (nearest[row] ?? 0)) nearest[row] = like;
  }
}

/** Every row has every column: four at a time take half as long as one by one. */
function inFull({ rows, columns, values }: Matrix): Likenesses {
  return (row) => {
    const alike = new Float32Array(rows);
    const own = values.subarray(row * columns, (row + 1) * columns);
    for (let other = 0; other < rows; other += 1) {
      let [first, second, third, fourth] = [0, 0, 0, 0];
      for (let at = 0, to = other * columns; at < columns; at += 4, to += 4) {
        first += (own[at] ?? 0) * (values[to] ?? 0);
        second += (own[at + 1] ?? 0) * (values[to + 1] ?? 0);
        third += (own[at + 2] ?? 0) * (values[to + 2] ?? 0);
        fourth += (own[at + 3] ?? 0) * (values[to + 3] ?? 0);
      }
      alike[other] = first + second + third + fourth;
    }
    alike[row] = 1;
    return alike;
  };
}

/** Looked up by the columns that rows share. */
function byColumns({ rows, columns, starts, columnOf, values }: Matrix): Likenesses {
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
  return (row) => {
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
