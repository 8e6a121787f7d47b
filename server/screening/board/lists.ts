/**
 * Lists of ids that only grow at their end, as the publications of a review do while an import runs: what was made of an
 * earlier list holds for the beginning of a later one.
 */

/** Lists of one line begin alike. */
const lines = new WeakMap<readonly number[], object>();

export function lineOf(list: readonly number[]): object {
  const known = lines.get(list);
  if (known) return known;
  const line = {};
  lines.set(list, line);
  return line;
}

/** @param from the longest list of its line. */
export function grown(from: readonly number[], more: readonly number[]): readonly number[] {
  const list = from.concat(more);
  lines.set(list, lineOf(from));
  return list;
}

/** Whether a list is another, or has only grown since it was that. */
export function beginsWith(list: readonly number[], earlier: readonly number[]): boolean {
  if (list === earlier) return true;
  const line = lines.get(earlier);
  return line !== undefined && line === lines.get(list) && earlier.length <= list.length;
}

/** A column that is as long as a list, with what it held before. */
export function longer<A extends Uint8Array | Int32Array>(old: A, made: A): A {
  made.set(old);
  return made;
}
