/** Pairs of neighbouring words, numbered: only those that occur several times are worth a number. */

export type Pairs = {
  size: number;
  /** By place in the sequence, the number of the pair that ends there; below 0 where it has none. */
  endingAt: Int32Array;
  wordsOf(number: number): [number, number];
};

const countsBits = 23;

/** @param sequence numbers of words; what is below 0 parts. */
export function findPairs(sequence: Int32Array, timesMin: number): Pairs {
  const counts = roughCounts(sequence, timesMin);
  const endingAt = new Int32Array(sequence.length).fill(-1);
  let size = 0;
  let slotCount = 1 << 14;
  let slots = new Int32Array(slotCount).fill(-1);
  // Both words of a pair side by side: one look into memory instead of two.
  let words = new Int32Array(slotCount);

  /** Where a pair has its number, or where it would get one. */
  function slotOf(first: number, second: number, hash: number): number {
    let slot = hash & (slotCount - 1);
    for (;;) {
      const number = slots[slot] ?? -1;
      if (number < 0) return slot;
      if (words[number * 2] === first && words[number * 2 + 1] === second) return slot;
      slot = (slot + 1) & (slotCount - 1);
    }
  }

  function widen(): void {
    slotCount *= 2;
    slots = new Int32Array(slotCount).fill(-1);
    const wider = new Int32Array(slotCount);
    wider.set(words);
    words = wider;
    for (let number = 0; number < size; number += 1) {
      const [first, second] = [words[number * 2] ?? 0, words[number * 2 + 1] ?? 0];
      slots[slotOf(first, second, mix(first, second))] = number;
    }
  }

  for (let at = 1; at < sequence.length; at += 1) {
    const first = sequence[at - 1] ?? -1;
    const second = sequence[at] ?? -1;
    if (first < 0 || second < 0) continue;
    const hash = mix(first, second);
    if ((counts[hash >>> (32 - countsBits)] ?? 0) < timesMin) continue;
    const slot = slotOf(first, second, hash);
    let number = slots[slot] ?? -1;
    if (number < 0) {
      number = size;
      slots[slot] = number;
      words[number * 2] = first;
      words[number * 2 + 1] = second;
      size += 1;
      if (size * 2 >= slotCount) widen();
    }
    endingAt[at] = number;
  }
  return {
    size,
    endingAt,
    wordsOf: (number) => [words[number * 2] ?? 0, words[number * 2 + 1] ?? 0],
  };
}

/** How often each pair occurs, at least: pairs that share a place count together. Most occur once, and need no more. */
function roughCounts(sequence: Int32Array, timesMin: number): Uint8Array {
  const counts = new Uint8Array(1 << countsBits);
  for (let at = 1; at < sequence.length; at += 1) {
    const first = sequence[at - 1] ?? -1;
    const second = sequence[at] ?? -1;
    if (first < 0 || second < 0) continue;
    const place = mix(first, second) >>> (32 - countsBits);
    const count = counts[place] ?? 0;
    if (count < timesMin) counts[place] = count + 1;
  }
  return counts;
}

function mix(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
