/**
 * Texts as rows of a sparse matrix, weighted by TF-IDF: words with pairs of neighbours, and pieces of words. The two
 * halves weigh the same, and a row has length one.
 */
import { type Grams, gramsOf } from './grams.ts';
import { findPairs, type Pairs } from './pairs.ts';
import { type Text, type Words, wordsOf } from './words.ts';

export type Matrix = {
  rows: number;
  columns: number;
  /** Where each row begins in `columnOf` and `values`; one more than there are rows. */
  starts: Int32Array;
  columnOf: Int32Array;
  values: Float32Array;
  /** What the stored part of each row lacks of length one: columns that no other row has are not stored. */
  alone: Float32Array;
};

/** What a column stands for; pieces of words only support what words say. */
export type Term = { kind: 'word' | 'pair' | 'piece'; text: string };

export type Features = Matrix & { termOf(column: number): Term };

/** A term that nearly every text has tells nothing apart. */
const shareMax = 0.95;

/** The same texts give the same matrix, bit by bit. */
export function featuresOf(texts: readonly Text[]): Features {
  const read = wordsOf(texts);
  const pairs = findPairs(read.sequence);
  const grams = gramsOf(read.words);
  const words = read.words.length;
  const counted = countTerms(read, pairs, grams);
  const halves = { first: words + pairs.size, columns: words + pairs.size + grams.size };
  return {
    rows: texts.length,
    columns: halves.columns,
    ...weigh(counted, halves),
    termOf: (column) => {
      if (column < words) return { kind: 'word', text: read.words[column] ?? '' };
      if (column >= halves.first)
        return { kind: 'piece', text: grams.textOf(column - halves.first) };
      const both = pairs.wordsOf(column - words).map((word) => read.words[word] ?? '');
      return { kind: 'pair', text: both.join(' ') };
    },
  };
}

type Counted = {
  starts: Int32Array;
  columnOf: Int32Array;
  counts: Uint16Array;
  /** How many texts have each column. */
  having: Int32Array;
  /** Of each text, the pairs that occur nowhere else. */
  lonely: Int32Array;
};

function countTerms({ sequence, starts, words }: Words, pairs: Pairs, grams: Grams): Counted {
  const firstGram = words.length + pairs.size;
  const columns = firstGram + grams.size;
  const texts = starts.length - 1;
  const having = new Int32Array(columns);
  const lonely = new Int32Array(texts);
  const rowStarts = new Int32Array(texts + 1);
  let columnOf = new Int32Array(sequence.length * 4 + 1024);
  let counts = new Uint16Array(columnOf.length);
  const lastText = new Int32Array(columns).fill(-1);
  const placeOf = new Int32Array(columns);
  let end = 0;
  for (let text = 0; text < texts; text += 1) {
    const from = end;
    let before = -1;
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      const word = sequence[at] ?? -1;
      if (word >= 0) add(text, word, 1);
      if (word >= 0 && before >= 0) {
        const pair = pairs.numberOf(before, word);
        if (pair >= 0) add(text, words.length + pair, 1);
        else lonely[text] = (lonely[text] ?? 0) + 1;
      }
      before = word;
    }
    const until = end;
    for (let at = from; at < until; at += 1) {
      const word = columnOf[at] ?? 0;
      if (word >= words.length) continue;
      const count = counts[at] ?? 1;
      const last = grams.starts[word + 1] ?? 0;
      for (let piece = grams.starts[word] ?? 0; piece < last; piece += 1)
        add(text, firstGram + (grams.gramOf[piece] ?? 0), count);
    }
    rowStarts[text + 1] = end;
  }
  return { starts: rowStarts, columnOf, counts, having, lonely };

  function add(text: number, column: number, count: number): void {
    if (lastText[column] === text) {
      const place = placeOf[column] ?? 0;
      counts[place] = (counts[place] ?? 0) + count;
      return;
    }
    if (end === columnOf.length) {
      columnOf = doubled(columnOf, new Int32Array(end * 2));
      counts = doubled(counts, new Uint16Array(end * 2));
    }
    lastText[column] = text;
    placeOf[column] = end;
    columnOf[end] = column;
    counts[end] = count;
    having[column] = (having[column] ?? 0) + 1;
    end += 1;
  }
}

function doubled<T extends { set(values: T): void }>(values: T, wider: T): T {
  wider.set(values);
  return wider;
}

function weigh(counted: Counted, { first, columns }: { first: number; columns: number }) {
  const { having, lonely, counts } = counted;
  const texts = counted.starts.length - 1;
  const weights = new Float32Array(columns);
  let kept = 0;
  for (let column = 0; column < columns; column += 1) {
    const texts_ = having[column] ?? 0;
    if (texts_ > Math.max(1, shareMax * texts)) continue;
    weights[column] = rarity(texts, texts_);
    if (texts_ > 1) kept += texts_;
  }
  const oneAlone = rarity(texts, 1);
  const logs = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(Math.max(count, 1)));
  const starts = new Int32Array(texts + 1);
  const columnOf = new Int32Array(kept);
  const values = new Float32Array(kept);
  const alone = new Float32Array(texts);
  let end = 0;
  for (let text = 0; text < texts; text += 1) {
    const from = end;
    const squares: [number, number] = [(lonely[text] ?? 0) * oneAlone ** 2, 0];
    for (let at = counted.starts[text] ?? 0; at < (counted.starts[text + 1] ?? 0); at += 1) {
      const column = counted.columnOf[at] ?? 0;
      const weight = weights[column] ?? 0;
      if (weight === 0) continue;
      const count = counts[at] ?? 1;
      const value = weight * (logs[count] ?? 1 + Math.log(count));
      if (column < first) squares[0] += value * value;
      else squares[1] += value * value;
      if ((having[column] ?? 0) < 2) continue;
      columnOf[end] = column;
      values[end] = value;
      end += 1;
    }
    const isWhole = squares[0] > 0 && squares[1] > 0;
    const share = isWhole ? 0.5 : 1;
    const factors = [Math.sqrt(share / (squares[0] || 1)), Math.sqrt(share / (squares[1] || 1))];
    let stored = 0;
    for (let at = from; at < end; at += 1) {
      const half = (columnOf[at] ?? 0) < first ? 0 : 1;
      const value = (values[at] ?? 0) * (factors[half] ?? 0);
      values[at] = value;
      stored += value * value;
    }
    alone[text] = Math.max(0, 1 - stored);
    starts[text + 1] = end;
  }
  return { starts, columnOf, values, alone };
}

const rarity = (texts: number, having: number) => Math.log((1 + texts) / (1 + having)) + 1;
