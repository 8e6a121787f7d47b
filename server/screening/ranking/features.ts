/** Texts as rows of a sparse matrix: single terms and pairs of neighbours, weighted by TF-IDF, each row of length one. */
import { findPairs, type Pairs } from './pairs.ts';
import { type Terms, type Text, termsOf } from './words.ts';

export type Matrix = {
  rows: number;
  columns: number;
  /** Where each row begins in `columnOf` and `values`; one more than there are rows. */
  starts: Int32Array;
  columnOf: Int32Array;
  values: Float32Array;
};

export type Features = Matrix & { termOf(column: number): string };

/** A term that nearly every text has tells nothing apart. */
const shareMax = 0.95;
/** A pair of neighbours means something where two texts have it. */
const pairTextsMin = 2;

/** The same texts give the same matrix, bit by bit. */
export function featuresOf(texts: readonly Text[]): Features {
  const read = termsOf(texts);
  const pairs = findPairs(read.sequence);
  const counted = countTerms(read, pairs);
  const columns = read.terms.length + pairs.size;
  const isKept = (column: number) => {
    const having = counted.having[column] ?? 0;
    if (having > Math.max(1, shareMax * texts.length)) return false;
    return column < read.terms.length || having >= pairTextsMin;
  };
  return {
    rows: texts.length,
    columns,
    ...weigh(counted, columns, isKept),
    termOf: (column) => {
      if (column < read.terms.length) return read.terms[column] ?? '';
      const [first, second] = pairs.termsOf(column - read.terms.length);
      return `${read.terms[first] ?? ''} ${read.terms[second] ?? ''}`;
    },
  };
}

type Counted = {
  starts: Int32Array;
  columnOf: Int32Array;
  counts: Uint16Array;
  /** How many texts have each term or pair. */
  having: Int32Array;
};

function countTerms({ sequence, starts, terms }: Terms, pairs: Pairs): Counted {
  const columns = terms.length + pairs.size;
  const texts = starts.length - 1;
  const having = new Int32Array(columns);
  const rowStarts = new Int32Array(texts + 1);
  // No text has more columns than twice its terms.
  const columnOf = new Int32Array(sequence.length * 2);
  const counts = new Uint16Array(sequence.length * 2);
  const lastText = new Int32Array(columns).fill(-1);
  const placeOf = new Int32Array(columns);
  let end = 0;
  for (let text = 0; text < texts; text += 1) {
    const until = starts[text + 1] ?? 0;
    let before = -1;
    for (let at = starts[text] ?? 0; at < until; at += 1) {
      const term = sequence[at] ?? -1;
      if (term >= 0) add(text, term);
      const pair = term >= 0 && before >= 0 ? pairs.numberOf(before, term) : -1;
      if (pair >= 0) add(text, terms.length + pair);
      before = term;
    }
    rowStarts[text + 1] = end;
  }
  return { starts: rowStarts, columnOf, counts, having };

  function add(text: number, column: number): void {
    if (lastText[column] === text) {
      const place = placeOf[column] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
      return;
    }
    lastText[column] = text;
    placeOf[column] = end;
    columnOf[end] = column;
    counts[end] = 1;
    having[column] = (having[column] ?? 0) + 1;
    end += 1;
  }
}

function weigh(counted: Counted, columns: number, isKept: (column: number) => boolean) {
  const texts = counted.starts.length - 1;
  const weights = new Float64Array(columns);
  let kept = 0;
  for (let column = 0; column < columns; column += 1) {
    if (!isKept(column)) continue;
    const having = counted.having[column] ?? 0;
    weights[column] = Math.log((1 + texts) / (1 + having)) + 1;
    kept += having;
  }
  const starts = new Int32Array(texts + 1);
  const columnOf = new Int32Array(kept);
  const values = new Float32Array(kept);
  let end = 0;
  for (let text = 0; text < texts; text += 1) {
    const [from, until] = [counted.starts[text] ?? 0, counted.starts[text + 1] ?? 0];
    let squares = 0;
    for (let at = from; at < until; at += 1) {
      const column = counted.columnOf[at] ?? 0;
      const weight = weights[column] ?? 0;
      if (weight === 0) continue;
      const value = (1 + Math.log(counted.counts[at] ?? 1)) * weight;
      columnOf[end] = column;
      values[end] = value;
      squares += value * value;
      end += 1;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = starts[text] ?? 0; at < end; at += 1) values[at] = (values[at] ?? 0) / length;
    starts[text + 1] = end;
  }
  return { starts, columnOf, values };
}
