/**
 * From texts to numbered words. A word is hashed while it is read and kept as text only the first time, so that tens
 * of thousands of abstracts are read in seconds.
 */

/** What is read of one publication. */
export type Text = { title: string; abstract: string };

export type Words = {
  /** The words of every text in their order; `fieldEnd` stands between title and abstract and behind each text. */
  sequence: Int32Array;
  /** Where each text begins; one more than there are texts. */
  starts: Int32Array;
  /** What the numbers stand for, in small letters. */
  words: string[];
};

export const fieldEnd = -1;

/** Longer words are addresses and formulas: they say nothing about a publication. */
const lettersMax = 60;

/** Letters, digits and marks below the surrogates. */
const isWordCode = wordCodes();

function wordCodes(): Uint8Array {
  const table = new Uint8Array(65_536);
  const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
  for (let code = 0; code < 0x3000; code += 1)
    if (wordCharacter.test(String.fromCharCode(code))) table[code] = 1;
  return table.fill(1, 0x3040, 0xd800);
}

export function wordsOf(texts: readonly Text[]): Words {
  const lexicon = newLexicon();
  let sequence = new Int32Array(texts.length * 200 + 1024);
  const starts = new Int32Array(texts.length + 1);
  let at = 0;
  texts.forEach((text, index) => {
    const title = text.title.normalize('NFC').toLowerCase();
    const abstract = text.abstract.normalize('NFC').toLowerCase();
    // Words are parted: there are at most half as many as letters.
    const room = at + (title.length + abstract.length) / 2 + 4;
    if (room > sequence.length) sequence = grown(sequence, Math.ceil(room * 1.5));
    at = lexicon.read(title, sequence, at);
    sequence[at] = fieldEnd;
    at = lexicon.read(abstract, sequence, at + 1);
    sequence[at] = fieldEnd;
    at += 1;
    starts[index + 1] = at;
  });
  return { sequence: sequence.slice(0, at), starts, words: lexicon.words };
}

/** Words by two hashes of 32 bits each: two words with the same number do not happen. */
function newLexicon() {
  const words: string[] = [];
  let size = 1 << 16;
  let slots = new Int32Array(size).fill(-1);
  let firsts = new Int32Array(size);
  let seconds = new Int32Array(size);

  function widen(): void {
    size *= 2;
    slots = new Int32Array(size).fill(-1);
    firsts = grown(firsts, size);
    seconds = grown(seconds, size);
    for (let number = 0; number < words.length; number += 1) {
      let slot = (firsts[number] ?? 0) & (size - 1);
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (size - 1);
      slots[slot] = number;
    }
  }

  function numberOf(first: number, second: number, text: string, from: number, to: number) {
    let slot = first & (size - 1);
    for (;;) {
      const number = slots[slot] ?? -1;
      if (number < 0) break;
      if (firsts[number] === first && seconds[number] === second) return number;
      slot = (slot + 1) & (size - 1);
    }
    const number = words.push(text.slice(from, to)) - 1;
    slots[slot] = number;
    firsts[number] = first;
    seconds[number] = second;
    if (words.length * 2 > size) widen();
    return number;
  }

  /** Writes the numbers of a text's words behind `at`. @returns where they end. */
  function read(text: string, into: Int32Array, at: number): number {
    let [end, from] = [at, -1];
    let [first, second] = [0, 0];
    for (let place = 0; place <= text.length; place += 1) {
      const code = place < text.length ? text.charCodeAt(place) : 0;
      if (isWordCode[code] === 1) {
        if (from < 0) {
          from = place;
          first = 0x811c9dc5;
          second = 0x1b873593;
        }
        first = Math.imul(first ^ code, 0x01000193);
        second = Math.imul((second << 5) ^ (second >>> 27) ^ code, 0x2c1b3c6d);
      } else if (from >= 0) {
        const letters = place - from;
        if (letters > 1 && letters <= lettersMax) {
          into[end] = numberOf(first ^ (first >>> 15), second, text, from, place);
          end += 1;
        }
        from = -1;
      }
    }
    return end;
  }

  return { words, read };
}

function grown(values: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(size);
  wider.set(values.subarray(0, Math.min(size, values.length)));
  return wider;
}
