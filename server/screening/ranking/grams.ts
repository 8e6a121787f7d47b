/** Pieces of words, five letters each: what the parts and the forms of a compound have in common. */

export type Grams = {
  size: number;
  /** Where the pieces of each word begin in `gramOf`; one more than there are words. */
  starts: Int32Array;
  gramOf: Int32Array;
  textOf(gram: number): string;
};

const letters = 5;

/** A word is read with the spaces around it: its beginning and its end are pieces of their own. */
export function gramsOf(words: readonly string[]): Grams {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  const starts = new Int32Array(words.length + 1);
  const found: number[] = [];
  words.forEach((word, index) => {
    const padded = ` ${word} `;
    for (let at = 0; at + letters <= padded.length; at += 1) {
      const text = padded.slice(at, at + letters);
      let number = numbers.get(text);
      if (number === undefined) {
        number = texts.push(text) - 1;
        numbers.set(text, number);
      }
      found.push(number);
    }
    starts[index + 1] = found.length;
  });
  return {
    size: texts.length,
    starts,
    gramOf: Int32Array.from(found),
    textOf: (gram) => texts[gram] ?? '',
  };
}
