/**
 * From texts to numbered terms. A word is hashed while it is read and kept as text only the first time, so that tens
 * of thousands of abstracts are read in seconds.
 */
import { fold, type TextLanguage, termOf } from '../../platform/analyser.ts';
import { functionWordsOf } from '../../platform/function-words.ts';

/** What is read of one publication. */
export type Text = { title: string; abstract: string };

export type Terms = {
  /** The terms of every text in their order; `fieldEnd` stands between title and abstract. */
  sequence: Int32Array;
  /** Where each text begins; one more than there are texts. */
  starts: Int32Array;
  /** What the numbers stand for. */
  terms: string[];
};

export const fieldEnd = -1;

/** Longer words are addresses and formulas: they say nothing about a publication. */
const lettersMax = 60;
const languages: readonly TextLanguage[] = ['en', 'sv', 'no'];

/** Letters, digits and marks below the surrogates. */
const isWordCode = wordCodes();

function wordCodes(): Uint8Array {
  const table = new Uint8Array(65_536);
  const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
  for (let code = 0; code < 0x3000; code += 1)
    if (wordCharacter.test(String.fromCharCode(code))) table[code] = 1;
  return table.fill(1, 0x3040, 0xd800);
}

/** Reads texts in the languages they are written in: the forms of a word are one term. */
export function termsOf(texts: readonly Text[]): Terms {
  const { sequence, starts, words } = readWords(texts);
  const guessed = guessLanguages(sequence, starts, words);
  const usual = mostFrequent(guessed);
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const ofWord = languages.map(() => new Int32Array(words.length).fill(fieldEnd - 1));
  for (let text = 0; text + 1 < starts.length; text += 1) {
    const guess = guessed[text] ?? 0;
    const language = guess > 0 ? guess - 1 : usual;
    const known = ofWord[language] ?? new Int32Array(0);
    const end = starts[text + 1] ?? 0;
    for (let at = starts[text] ?? 0; at < end; at += 1) {
      const word = sequence[at] ?? fieldEnd;
      if (word === fieldEnd) continue;
      let number = known[word] ?? 0;
      if (number < fieldEnd) {
        const term = termOf(fold(words[word] ?? ''), languages[language] ?? 'en');
        number = numbers.get(term) ?? terms.push(term) - 1;
        numbers.set(term, number);
        known[word] = number;
      }
      sequence[at] = number;
    }
  }
  return { sequence, starts, terms };
}

function readWords(texts: readonly Text[]) {
  const lexicon = newLexicon();
  let sequence = new Int32Array(texts.length * 200 + 1024);
  const starts = new Int32Array(texts.length + 1);
  let at = 0;
  texts.forEach((text, index) => {
    const title = text.title.normalize('NFC').toLowerCase();
    const abstract = text.abstract.normalize('NFC').toLowerCase();
    const room = at + (title.length + abstract.length) / 2 + 3;
    if (room > sequence.length) sequence = grown(sequence, Math.ceil(room * 1.5));
    at = lexicon.read(title, sequence, at);
    sequence[at] = fieldEnd;
    at = lexicon.read(abstract, sequence, at + 1);
    starts[index + 1] = at;
  });
  return { sequence: sequence.slice(0, at), starts, words: lexicon.words };
}

/** Words by two hashes of 32 bits each: two words with the same number do not happen. */
function newLexicon() {
  const words: string[] = [];
  let size = 1 << 16;
  let slots = new Int32Array(size).fill(-1);
  let firsts = new Int32Array(1 << 15);
  let seconds = new Int32Array(1 << 15);

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
    if (words.length * 2 > size - 2) widen();
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

/** One more than the place of the language whose function words a text has most of; 0 where that does not tell. */
function guessLanguages(sequence: Int32Array, starts: Int32Array, words: string[]): Uint8Array {
  const lists = (['en', 'sv', 'no'] as const).map(functionWordsOf);
  const holds = Uint8Array.from(words, (word) =>
    lists.reduce((bits, list, at) => (list.has(word) ? bits | (1 << at) : bits), 0),
  );
  const guessed = new Uint8Array(starts.length - 1);
  for (let text = 0; text < guessed.length; text += 1) {
    const counts: [number, number, number] = [0, 0, 0];
    const end = starts[text + 1] ?? 0;
    for (let at = starts[text] ?? 0; at < end; at += 1) {
      const bits = holds[sequence[at] ?? fieldEnd] ?? 0;
      if (bits & 1) counts[0] += 1;
      if (bits & 2) counts[1] += 1;
      if (bits & 4) counts[2] += 1;
    }
    const best = Math.max(...counts);
    const isClear = counts.filter((count) => count === best).length === 1;
    guessed[text] = isClear ? counts.indexOf(best) + 1 : 0;
  }
  return guessed;
}

function mostFrequent(guessed: Uint8Array): number {
  const counts = languages.map(() => 0);
  for (const guess of guessed) if (guess > 0) counts[guess - 1] = (counts[guess - 1] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}

export function grown(values: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(size);
  wider.set(values.subarray(0, Math.min(size, values.length)));
  return wider;
}
