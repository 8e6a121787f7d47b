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

/** By code: the code of the small letter, digit or mark; 0 for what parts words. Surrogates do. */
const folded = foldedCodes();
/** The same for texts as they come; `other` for what is first to be brought to one form. */
const other = 0xffff;
const foldedPlain = folded.map((code, at) => (isPlain(at) ? code : other));

function foldedCodes(): Uint16Array {
  const table = new Uint16Array(65_536);
  const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
  for (let code = 0; code < 0xd800; code += 1) {
    const character = String.fromCharCode(code);
    const isWord = code < 0x3000 ? wordCharacter.test(character) : code >= 0x3040;
    if (isWord) table[code] = code < 0x300 ? character.toLowerCase().charCodeAt(0) : code;
  }
  return table;
}

/** Latin letters and the marks of printers. Accents that stand alone, and other scripts, have several forms. */
function isPlain(code: number): boolean {
  return (code < 0x300 && code !== 0x130) || (code >= 0x2000 && code < 0x2070);
}

export function wordsOf(texts: readonly Text[]): Words {
  const lexicon = newLexicon();
  let sequence = new Int32Array(texts.length * 200 + 1024);
  const starts = new Int32Array(texts.length + 1);
  let at = 0;

  function readField(field: string): void {
    // Words are parted: there are at most half as many as letters.
    const room = at + field.length / 2 + 4;
    if (room > sequence.length) sequence = grown(sequence, Math.ceil(room * 1.5));
    let end = lexicon.read(field, foldedPlain, sequence, at);
    if (end < 0) end = lexicon.read(field.normalize('NFC').toLowerCase(), folded, sequence, at);
    sequence[end] = fieldEnd;
    at = end + 1;
  }

  texts.forEach(({ title, abstract }, index) => {
    readField(title);
    readField(abstract);
    starts[index + 1] = at;
  });
  return { sequence: sequence.subarray(0, at), starts, words: lexicon.words };
}

/** The codes of a text's letters side by side, a 0 behind them: much quicker to go through than the text itself. */
function newLetters() {
  let bytes = Buffer.alloc(1 << 16);
  let codes = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  return {
    of(text: string): Uint16Array {
      if (text.length >= codes.length) {
        bytes = Buffer.alloc(text.length * 4);
        codes = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
      }
      bytes.write(text, 0, 'utf16le');
      codes[text.length] = 0;
      return codes;
    },
  };
}
const letters = newLetters();

/** Words by two hashes of 32 bits each: two words with the same number do not happen. */
function newLexicon() {
  const words: string[] = [];
  let size = 1 << 16;
  // Four numbers a slot, side by side in memory: both hashes, the word's number from 1 (0: free), and nothing.
  let slots = new Int32Array(size * 4);

  function widen(): void {
    const before = slots;
    size *= 2;
    slots = new Int32Array(size * 4);
    for (let at = 0; at < before.length; at += 4) {
      const number = before[at + 2] ?? 0;
      if (number === 0) continue;
      const slot = slotOf(before[at] ?? 0, before[at + 1] ?? 0);
      slots[slot] = before[at] ?? 0;
      slots[slot + 1] = before[at + 1] ?? 0;
      slots[slot + 2] = number;
    }
  }

  /** Where a word has its number, or where it would get one. */
  function slotOf(first: number, second: number): number {
    let slot = (first & (size - 1)) << 2;
    while (slots[slot + 2] !== 0) {
      if (slots[slot] === first && slots[slot + 1] === second) return slot;
      slot = (slot + 4) & (size * 4 - 1);
    }
    return slot;
  }

  function numberOf(first: number, second: number, text: string, from: number, to: number) {
    const slot = slotOf(first, second);
    const known = slots[slot + 2] ?? 0;
    if (known !== 0) return known - 1;
    const number = words.push(text.slice(from, to).toLowerCase());
    slots[slot] = first;
    slots[slot + 1] = second;
    slots[slot + 2] = number;
    if (number * 2 > size) widen();
    return number - 1;
  }

  /**
   * Writes the numbers of a text's words behind `at`. @returns where they end; below 0 when the text must be brought to
   * one form first.
   */
  function read(text: string, table: Uint16Array, into: Int32Array, at: number): number {
    const codes = letters.of(text);
    const length = text.length;
    let end = at;
    for (let place = 0; place < length; ) {
      let code = table[codes[place] ?? 0] ?? 0;
      if (code === 0) {
        place += 1;
        continue;
      }
      const from = place;
      let [first, second] = [0x811c9dc5, 0x1b873593];
      while (code !== 0) {
        if (code === other) return -1;
        first = Math.imul(first ^ code, 0x01000193);
        second = (Math.imul(second, 0x2c1b3c6d) + code) | 0;
        place += 1;
        code = table[codes[place] ?? 0] ?? 0;
      }
      const size = place - from;
      if (size < 2 || size > lettersMax) continue;
      into[end] = numberOf(first ^ (first >>> 15), second, text, from, place);
      end += 1;
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
