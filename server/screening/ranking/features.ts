/**
 * Texts as rows of two matrices, each row of length one: words with pairs of neighbours, weighted by TF-IDF; and
 * themes, found in pieces of words. Columns that one text alone has make its row longer, but are not stored.
 */
import { type Grams, gramsOf } from './grams.ts';
import { findPairs, type Pairs } from './pairs.ts';
import { themesOf } from './themes.ts';
import { type Text, type Words, wordsOf } from './words.ts';

export type Matrix = {
  rows: number;
  columns: number;
  /** Where each row begins in `columnOf` and `values`; one more than there are rows. */
  starts: Int32Array;
  columnOf: Int32Array;
  values: Float32Array;
  /** What the stored part of each row lacks of length one. */
  alone: Float32Array;
};

export type Features = {
  words: Matrix;
  /** Null for many texts, where words and pairs say enough. */
  themes: Matrix | null;
  /** The word, or the two, that a column of `words` stands for. */
  termOf(column: number): string;
};

/** A term that nearly every text has tells nothing apart. */
const shareMax = 0.95;
/** With more texts than these, themes cost more time than they are worth. */
export const themesTextsMax = 10_000;

/** What a title says counts so many times: it is about the whole of a publication. */
const titleTimes = 2;
const titleSquare = (1 + Math.log(titleTimes)) ** 2;

/** There, rarer pairs are only counted. */
const manyPairTimesMin = 5;

/** The same texts give the same matrices, bit by bit. */
export function featuresOf(texts: readonly Text[]): Features {
  const read = wordsOf(texts);
  const isLarge = texts.length > themesTextsMax;
  const pairs = findPairs(read.sequence, isLarge ? manyPairTimesMin : 2);
  const counted = countWords(read, pairs);
  const { words } = read;
  return {
    words: weigh(counted),
    themes: isLarge ? null : themesOf(weigh(countPieces(read, gramsOf(words)))),
    termOf: (column) => {
      if (column < words.length) return words[column] ?? '';
      const both = pairs.wordsOf(column - words.length);
      return both.map((word) => words[word] ?? '').join(' ');
    },
  };
}

type Counted = {
  columns: number;
  starts: Int32Array;
  columnOf: Int32Array;
  counts: Uint16Array;
  /** How many texts have each column. */
  having: Int32Array;
  /** Of each text, what it has that is not among `columns`, because no other text has it: the sum of its squares. */
  lonely: Float64Array;
};

function countWords({ sequence, starts, words }: Words, pairs: Pairs): Counted {
  const texts = starts.length - 1;
  const counter = newCounter(texts, words.length + pairs.size, sequence.length * 2);
  const lonely = new Float64Array(texts);
  const terms = newTerms();
  for (let text = 0; text < texts; text += 1) {
    const [from, until] = [starts[text] ?? 0, starts[text + 1] ?? 0];
    const columns = terms.room((until - from) * 2 * titleTimes);
    let [before, size, alone, times] = [-1, 0, 0, titleTimes];
    for (let at = from; at < until; at += 1) {
      const word = sequence[at] ?? -1;
      if (word >= 0) {
        const pair = before < 0 ? -1 : pairs.numberOf(before, word);
        for (let time = 0; time < times; time += 1) {
          columns[size] = word;
          size += 1;
          if (pair < 0) continue;
          columns[size] = words.length + pair;
          size += 1;
        }
        if (before >= 0 && pair < 0) alone += times === 1 ? 1 : titleSquare;
      } else times = 1;
      before = word;
    }
    lonely[text] = alone;
    counter.addText(text, columns, size);
  }
  return { ...counter.counted(), lonely };
}

function countPieces({ sequence, starts }: Words, grams: Grams): Counted {
  const texts = starts.length - 1;
  const counter = newCounter(texts, grams.size, sequence.length * 4);
  const terms = newTerms();
  for (let text = 0; text < texts; text += 1) {
    let size = 0;
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      const word = sequence[at] ?? -1;
      if (word < 0) continue;
      const [first, last] = [grams.starts[word] ?? 0, grams.starts[word + 1] ?? 0];
      const columns = terms.room(size + last - first, size);
      for (let piece = first; piece < last; piece += 1) {
        columns[size] = grams.gramOf[piece] ?? 0;
        size += 1;
      }
    }
    counter.addText(text, terms.room(size, size), size);
  }
  return { ...counter.counted(), lonely: new Float64Array(texts) };
}

/** The columns of one text, each as often as it has it: written over by the next text. */
function newTerms() {
  let columns = new Int32Array(4096);
  return {
    room(needed: number, kept = 0): Int32Array {
      if (needed <= columns.length) return columns;
      const wider = new Int32Array(needed * 2);
      wider.set(columns.subarray(0, kept));
      columns = wider;
      return columns;
    },
  };
}

function newCounter(texts: number, columns: number, sizeGuess: number) {
  const starts = new Int32Array(texts + 1);
  // Side by side for each column: how many texts have it, and where it was written last, from 1. It is in this text
  // when that is behind the text's beginning.
  const known = new Int32Array(columns * 2);
  let columnOf = new Int32Array(sizeGuess + 1024);
  let counts = new Uint16Array(columnOf.length);
  let written = 0;

  function widen(needed: number): void {
    const [columnsBefore, countsBefore] = [columnOf, counts];
    columnOf = new Int32Array(needed * 2);
    counts = new Uint16Array(needed * 2);
    columnOf.set(columnsBefore);
    counts.set(countsBefore);
  }

  return {
    addText(text: number, terms: Int32Array, size: number): void {
      if (written + size > columnOf.length) widen(written + size);
      const [ofText, times, begin] = [columnOf, counts, written];
      let end = begin;
      for (let at = 0; at < size; at += 1) {
        const column = terms[at] ?? 0;
        const place = (known[column * 2 + 1] ?? 0) - 1;
        if (place >= begin) times[place] = (times[place] ?? 0) + 1;
        else {
          known[column * 2] = (known[column * 2] ?? 0) + 1;
          known[column * 2 + 1] = end + 1;
          ofText[end] = column;
          times[end] = 1;
          end += 1;
        }
      }
      written = end;
      starts[text + 1] = end;
    },
    counted() {
      const having = Int32Array.from({ length: columns }, (_, column) => known[column * 2] ?? 0);
      return { columns, starts, columnOf, counts, having };
    },
  };
}

function weigh({ columns, starts, columnOf, counts, having, lonely }: Counted): Matrix {
  const texts = starts.length - 1;
  const rarity = (had: number) => Math.log((1 + texts) / (1 + had)) + 1;
  const weights = new Float32Array(columns);
  let kept = 0;
  for (let column = 0; column < columns; column += 1) {
    const had = having[column] ?? 0;
    if (had > Math.max(1, shareMax * texts)) continue;
    // Below 0 where one text alone has it: it makes the row longer, but is not stored.
    weights[column] = had > 1 ? rarity(had) : -rarity(had);
    if (had > 1) kept += had;
  }
  const logs = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(Math.max(count, 1)));
  const matrix = {
    rows: texts,
    columns,
    starts: new Int32Array(texts + 1),
    columnOf: new Int32Array(kept),
    values: new Float32Array(kept),
    alone: new Float32Array(texts),
  };
  let end = 0;
  for (let text = 0; text < texts; text += 1) {
    const from = end;
    let squares = (lonely[text] ?? 0) * rarity(1) ** 2;
    let stored = 0;
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      const column = columnOf[at] ?? 0;
      const count = counts[at] ?? 1;
      const value = (weights[column] ?? 0) * (logs[count] ?? 1 + Math.log(count));
      squares += value * value;
      if (value <= 0) continue;
      matrix.columnOf[end] = column;
      matrix.values[end] = value;
      stored += value * value;
      end += 1;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = from; at < end; at += 1) matrix.values[at] = (matrix.values[at] ?? 0) / length;
    matrix.alone[text] = Math.max(0, 1 - stored / (length * length));
    matrix.starts[text + 1] = end;
  }
  return matrix;
}
