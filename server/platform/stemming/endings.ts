/** Endings that come off a word, or are put into another shape, before or after a stemmer has its turn. */

/** What an ending looks like, and what stands in its place. */
export type EndingRule = readonly [RegExp, string];

const stemMin = 3;

/**
 * What may come off lies behind the first consonant after a vowel (Snowball's R1), and behind three letters: `plan`,
 * `poet` and `man` stay whole.
 */
function regionStart(word: string): number {
  const at = /[aeiouyåäöæø][^aeiouyåäöæø]/.exec(word)?.index;
  return at === undefined ? word.length : Math.max(stemMin, at + 2);
}

/** The word when every rule has had its turn, in their order. */
export function withEndings(word: string, rules: readonly EndingRule[]): string {
  const region = regionStart(word);
  return rules.reduce((stem, [ending, short]) => {
    const found = ending.exec(stem);
    return found && found.index >= region ? stem.slice(0, found.index) + short : stem;
  }, word);
}

/** The word with the first rule that fits, wherever its ending begins: länder is of land, and so is låglöneländer. */
export function withFirst(word: string, rules: readonly EndingRule[]): string {
  const rule = rules.find(([ending]) => ending.test(word));
  return rule ? word.replace(rule[0], rule[1]) : word;
}
