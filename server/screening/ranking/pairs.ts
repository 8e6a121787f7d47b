/** Pairs of neighbouring words, numbered: only those that occur several times are worth a number. */

export type Pairs = {
  size: number;
  /** The number of a pair; below 0 where it has none. */
  numberOf(first: number, second: number): number;
  wordsOf(number: number): [number, number];
};

/**
 * Pairs share this many places. That two share one is rare, and then the rarer of them only adds a little noise to the
 * number of the other: much cheaper than to tell all pairs of tens of thousands of texts apart.
 */
const placesBits = 23;

/** @param sequence numbers of words; what is below 0 parts. */
export function findPairs(sequence: Int32Array, timesMin: number): Pairs {
  const counts = new Uint8Array(1 << placesBits);
  // From 1; 0 where a place has no number.
  const numbers = new Int32Array(1 << placesBits);
  let names = new Int32Array(1 << 16);
  let size = 0;
  let first = sequence[0] ?? -1;
  for (let at = 1; at < sequence.length; at += 1) {
    const second = sequence[at] ?? -1;
    if (first >= 0 && second >= 0) {
      const place = placeOf(first, second);
      const count = (counts[place] ?? 0) + 1;
      if (count <= timesMin) counts[place] = count;
      if (count === timesMin) {
        if (size * 2 + 2 > names.length) names = doubled(names);
        names[size * 2] = first;
        names[size * 2 + 1] = second;
        size += 1;
        numbers[place] = size;
      }
    }
    first = second;
  }
  return {
    size,
    numberOf: (one, other) => (numbers[placeOf(one, other)] ?? 0) - 1,
    wordsOf: (number) => [names[number * 2] ?? 0, names[number * 2 + 1] ?? 0],
  };
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(values.length * 2);
  wider.set(values);
  return wider;
}

function placeOf(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> (32 - placesBits);
}
