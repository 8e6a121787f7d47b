/**
 * What texts have in common beyond single words: the few directions in which they differ most (latent semantic
 * analysis), found from random ones by making them more like the texts (Halko, Martinsson and Tropp 2011).
 */
import type { Matrix } from './features.ts';
import { randomOf } from './random.ts';

/**
 * More tell texts apart by what they have alone; fewer, by the commonest subjects only. Always a multiple of four:
 * nearly all of the time goes into adding up themes, and four at once take half as long as one by one.
 */
const themesMax = 64;
const atOnce = 4;
/** Made more like the texts fewer times, what is found still depends on where it began. */
const timesAlike = 3;
/** The same for everybody: the themes are a function of the texts. */
const seed = 1;

/** Rows of length one: where each text lies along each theme, the strongest themes counting most. */
export function themesOf(matrix: Matrix): Matrix {
  const { rows } = matrix;
  const themes = Math.max(atOnce, Math.min(themesMax, rows - 1 - ((rows - 1) % atOnce)));
  const usual = usualText(matrix);
  const alike = (places: Float32Array) =>
    acrossTexts(matrix, usual, acrossColumns(matrix, usual, places, themes), themes);
  const random = randomOf(seed);
  const start = Float32Array.from({ length: rows * themes }, () => random() + random() - 1);
  let places = alike(start);
  for (let time = 1; time < timesAlike; time += 1) places = alike(madeSquare(places, rows, themes));
  return asMatrix(places, rows, themes);
}

/** The mean of all rows: themes say how texts differ from it. */
function usualText({ rows, columns, columnOf, values }: Matrix): Float64Array {
  const usual = new Float64Array(columns);
  for (let at = 0; at < values.length; at += 1) {
    const column = columnOf[at] ?? 0;
    usual[column] = (usual[column] ?? 0) + (values[at] ?? 0) / rows;
  }
  return usual;
}

/** By column and theme: the sum over texts of how much each differs in the column, times its place. */
function acrossColumns(
  { rows, columns, starts, columnOf, values }: Matrix,
  usual: Float64Array,
  places: Float32Array,
  themes: number,
): Float32Array {
  const found = new Float32Array(columns * themes);
  const sums = new Float64Array(themes);
  for (let row = 0; row < rows; row += 1) {
    const from = row * themes;
    for (let theme = 0; theme < themes; theme += 1)
      sums[theme] = (sums[theme] ?? 0) + (places[from + theme] ?? 0);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const to = (columnOf[at] ?? 0) * themes;
      const value = values[at] ?? 0;
      addTimes(found, to, places, from, themes, value);
    }
  }
  for (let column = 0; column < columns; column += 1)
    for (let theme = 0; theme < themes; theme += 1) {
      const at = column * themes + theme;
      found[at] = (found[at] ?? 0) - (usual[column] ?? 0) * (sums[theme] ?? 0);
    }
  return found;
}

/** By text and theme: the sum over columns of how much the text differs, times the column's weight in the theme. */
function acrossTexts(
  { rows, columns, starts, columnOf, values }: Matrix,
  usual: Float64Array,
  weights: Float32Array,
  themes: number,
): Float32Array {
  const ofUsual = new Float64Array(themes);
  for (let column = 0; column < columns; column += 1)
    for (let theme = 0; theme < themes; theme += 1)
      ofUsual[theme] =
        (ofUsual[theme] ?? 0) + (usual[column] ?? 0) * (weights[column * themes + theme] ?? 0);
  const places = new Float32Array(rows * themes);
  for (let row = 0; row < rows; row += 1) {
    const to = row * themes;
    for (let theme = 0; theme < themes; theme += 1) places[to + theme] = -(ofUsual[theme] ?? 0);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const from = (columnOf[at] ?? 0) * themes;
      const value = values[at] ?? 0;
      addTimes(places, to, weights, from, themes, value);
    }
  }
  return places;
}

/** Adds `factor` times what stands from `from` on to what stands from `to` on. */
function addTimes(
  into: Float32Array,
  to: number,
  what: Float32Array,
  from: number,
  size: number,
  factor: number,
): void {
  for (let at = 0; at < size; at += atOnce) {
    const [one, other] = [to + at, from + at];
    into[one] = (into[one] ?? 0) + factor * (what[other] ?? 0);
    into[one + 1] = (into[one + 1] ?? 0) + factor * (what[other + 1] ?? 0);
    into[one + 2] = (into[one + 2] ?? 0) + factor * (what[other + 2] ?? 0);
    into[one + 3] = (into[one + 3] ?? 0) + factor * (what[other + 3] ?? 0);
  }
}

/** Themes at right angles to each other and of length one (Gram and Schmidt), in place. */
function madeSquare(places: Float32Array, rows: number, themes: number): Float32Array {
  const product = (one: number, other: number) => {
    let sum = 0;
    for (let at = 0; at < rows * themes; at += themes)
      sum += (places[at + one] ?? 0) * (places[at + other] ?? 0);
    return sum;
  };
  for (let theme = 0; theme < themes; theme += 1) {
    for (let before = 0; before < theme; before += 1) {
      const shared = product(theme, before);
      for (let at = 0; at < rows * themes; at += themes)
        places[at + theme] = (places[at + theme] ?? 0) - shared * (places[at + before] ?? 0);
    }
    const length = Math.sqrt(product(theme, theme)) || 1;
    for (let at = theme; at < rows * themes; at += themes) places[at] = (places[at] ?? 0) / length;
  }
  return places;
}

function asMatrix(places: Float32Array, rows: number, themes: number): Matrix {
  const values = new Float32Array(rows * themes);
  for (let row = 0; row < rows; row += 1) {
    const ofRow = places.subarray(row * themes, (row + 1) * themes);
    const length = Math.sqrt(ofRow.reduce((sum, place) => sum + place * place, 0)) || 1;
    values.set(
      ofRow.map((place) => place / length),
      row * themes,
    );
  }
  return {
    rows,
    columns: themes,
    starts: Int32Array.from({ length: rows + 1 }, (_, row) => row * themes),
    columnOf: Int32Array.from(values, (_, at) => at % themes),
    values,
    alone: new Float32Array(rows),
  };
}
