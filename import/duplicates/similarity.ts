/** How alike two strings are, letter pair by letter pair. */

/**
 * Dice's coefficient over pairs of letters: 1 for equal strings, robust to typing errors and order.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  // Counted in a table that is cleared by the pairs that were put into it: no garbage, no sorting.
  for (let index = 1; index < a.length; index += 1) add(pairAt(a, index), 1);
  let shared = 0;
  for (let index = 1; index < b.length; index += 1) {
    const pair = pairAt(b, index);
    if ((counts[pair] ?? 0) > 0) {
      shared += 1;
      add(pair, -1);
    }
  }
  for (let index = 1; index < a.length; index += 1) counts[pairAt(a, index)] = 0;
  return (2 * shared) / (a.length + b.length - 2);
}

const counts = new Int16Array(1 << 16);

function add(pair: number, change: number): void {
  counts[pair] = (counts[pair] ?? 0) + change;
}

/** Exact for Latin letters and digits; two other pairs may meet in one place of the table. */
function pairAt(text: string, index: number): number {
  return ((text.charCodeAt(index - 1) << 8) ^ text.charCodeAt(index)) & 0xffff;
}
