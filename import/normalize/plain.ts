/** Whether a whole text can be taken as it stands, asked once for all of its parts. */

/** Markup and LaTeX begin with one of these; white space but a blank and a line feed is tidied, and so is NUL. */
const markup = ['<', '\\', '{'];
const latinSpaces = ['\t', '\v', '\f', '\u00a0', '\0'];
const needsWork = [...markup, ...latinSpaces];
const entity = /&(?:#\d|#x[0-9a-f]|\w{2,8};)/i;
/** A text of Latin-1 letters, as V8 keeps it, cannot match this: then the test costs nothing. */
const beyondLatin = /[\u0300-\uffff]/;
const oddSpaces = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;
/** Letters and signs that are in their composed form whatever stands beside them, but for these. */
const mayCompose = /[\u0300-\u200f\u20c1-\u20ff\u2126-\u212b\u2329\u232a\u2a00-\uffff]/;

/**
 * True when `plainText` would change nothing in any line of this text but the blanks in it. Searching for single
 * characters is many times as fast as a character class, and one search serves all fields of a record.
 */
export function isPlainThroughout(text: string): boolean {
  return !text.includes('\r') && plainTestFor(text)(text);
}

/**
 * The same for many parts of one text that have no carriage returns: what stands nowhere in all of it is not looked for
 * in each.
 */
export function plainTestFor(whole: string): (part: string) => boolean {
  const present = needsWork.filter((character) => whole.includes(character));
  const mayHaveEntities = whole.includes('&') && entity.test(whole);
  const isLatin = !beyondLatin.test(whole);
  return (part) => {
    for (const character of present) if (part.includes(character)) return false;
    // Most of these signs are words or parts of addresses: only an entity is to be read.
    if (mayHaveEntities && part.includes('&') && entity.test(part)) return false;
    if (isLatin || !beyondLatin.test(part)) return true;
    return !oddSpaces.test(part) && isComposed(part);
  };
}

/** Whether a text is in the composed form (NFC), found out without composing it where its letters cannot be composed. */
export function isComposed(text: string): boolean {
  return !mayCompose.test(text) || text === text.normalize('NFC');
}
