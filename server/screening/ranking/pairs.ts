/** Pairs of neighbouring words, numbered: only those that occur more than once are worth a number. */

export type Pairs = {
  size: number;
  /** The number of a pair; below 0 when it has none. */
  numberOf(first: number, second: number): number;
  wordsOf(number: number): [number, number];
};

const countsBits = 22;

/** @param sequence numbers of words; what is below 0 parts. */
export function findPairs(sequence: Int32Array): Pairs {
  const counts = roughCounts(sequence);
  let size = 0;
  let slotCount = 1 << 12;
  let slots = new Int32Array(slotCount).fill(-1);
  let firsts = new Int32Array(slotCount);
  let seconds = new Int32Array(slotCount);

  function slotOf(first: number, second: number): number {
    let slot = mix(first, second) & (slotCount - 1);
    for (;;) {
      const number = slots[slot] ?? -1;
      if (number < 0 || (firsts[number] === first && seconds[number] === second)) return slot;
      slot = (slot + 1) & (slotCount - 1);
    }
  }

  function widen(): void {
    slotCount *= 2;
    slots = new Int32Array(slotCount).fill(-1);
    firsts = widened(firsts, slotCount);
    seconds = widened(seconds, slotCount);
    for (let number = 0; number < size; number += 1)
      slots[slotOf(firsts[number] ?? 0, seconds[number] ?? 0)] = number;
  }

  for (let at = 1; at < sequence.length; at += 1) {
    const [first, second] = [sequence[at - 1] ?? -1, sequence[at] ?? -1];
    if (first < 0 || second < 0) continue;
    if ((counts[mix(first, second) >>> (32 - countsBits)] ?? 0) < 2) continue;
    const slot = slotOf(first, second);
    if ((slots[slot] ?? -1) >= 0) continue;
    slots[slot] = size;
    firsts[size] = first;
    seconds[size] = second;
    size += 1;
    if (size * 2 > slotCount) widen();
  }
  return {
    size,
    numberOf: (first, second) => slots[slotOf(first, second)] ?? -1,
    wordsOf: (number) => [firsts[number] ?? 0, seconds[number] ?? 0],
  };
}

/** How often each pair occurs, at least: pairs that share a place count together. Most occur once, and need no more. */
function roughCounts(sequence: Int32Array): Uint8Array {
  const counts = new Uint8Array(1 << countsBits);
  for (let at = 1; at < sequence.length; at += 1) {
    const [first, second] = [sequence[at - 1] ?? -1, sequence[at] ?? -1];
    if (first < 0 || second < 0) continue;
    const place = mix(first, second) >>> (32 - countsBits);
    const count = counts[place] ?? 0;
    if (count < 2) counts[place] = count + 1;
  }
  return counts;
}

function mix(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function widened(values: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(size);
  wider.set(values);
  return wider;
}
