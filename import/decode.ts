/** Bytes to text: finds out the encoding, and never loses a letter on the border of two chunks. */
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { isMarc8, marc8Decoder } from './marc8.ts';

export type Decoded = { encoding: string; text: AsyncIterable<string> };
export type DecodeOptions = {
  /** What a person says the encoding is: any name that iconv-lite knows, or `marc-8`. */
  encoding?: string;
};

// Letters outside ASCII may be rare: so much of the file is held back, at most, to see some.
const sampleBytesMax = 256 * 1024;
const marc8 = 'marc-8';
const singleByte = ['windows-1252', 'macintosh', 'cp850'] as const;

/**
 * Decodes a file as it comes. In this order: what the caller says; a byte order mark; the pattern
 * of zero bytes that UTF-16 leaves; valid UTF-8; an encoding of another script that the bytes are
 * plainly in (GB 18030, Shift JIS, Windows-1251 ...); else the one of Windows-1252, MacRoman and
 * CP850 that makes the likeliest text. Single bytes that are no UTF-8 in a file that otherwise is (files
 * glued together) are read as Windows-1252. An unknown `encoding` throws a RangeError.
 */
export async function decode(
  chunks: AsyncIterable<Uint8Array>,
  { encoding }: DecodeOptions = {},
): Promise<Decoded> {
  if (encoding !== undefined && encoding !== marc8 && !iconv.encodingExists(encoding)) {
    throw new RangeError(`Unknown encoding: ${encoding}`);
  }
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let size = 0;
  while (size < sampleBytesMax) {
    const next = await iterator.next();
    if (next.done) break;
    held.push(asBuffer(next.value));
    size += next.value.length;
  }
  const chosen = encoding ?? detectEncoding(Buffer.concat(held));
  const all = rejoin(held, iterator);
  const isUtf8 = /^utf-?8$/i.test(chosen);
  return { encoding: chosen, text: isUtf8 ? decodeUtf8(all) : decodeOther(all, chosen) };
}

/** The likeliest encoding of the start of a file. */
export function detectEncoding(sample: Uint8Array): string {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const wide = utf16WithoutMark(bytes);
  if (wide) return wide;
  const { sequences, invalid } = countUtf8(bytes);
  if (invalid === 0 || sequences > 4 * invalid) return 'utf-8';
  if (isMarc8(bytes)) return marc8;
  const scored = singleByte.map((name) => ({ name, score: plausibility(bytes, name) }));
  const western = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return foreignEncoding(bytes) ?? western.name;
}

const eastAsian = /^(?:GB18030|Big5|Shift_JIS|EUC-JP|EUC-KR|ISO-2022-\w+)$/;
const otherScript = /^(?:windows-125[13]|KOI8-R|ISO-8859-[57])$/;
const otherLatin = /^(?:windows-125[04]|ISO-8859-[29])$/;
// Chardet is sure of what has two bytes a letter; of the rest it is hardly surer than of Western text.
const confidenceMin = { eastAsian: 60, otherLatin: 40 };
const confidenceAboveWestern = 15;

/** An encoding that is not of Western Europe, where the bytes leave no doubt. */
function foreignEncoding(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 65_536);
  const found = analyse(sample);
  const [best] = found;
  if (!best) return undefined;
  const { name, confidence } = best;
  if (eastAsian.test(name)) return confidence >= confidenceMin.eastAsian ? name : undefined;
  const { besideOther, different } = highBytes(sample);
  // In Western text a letter outside ASCII seldom stands beside another.
  if (besideOther > 0.5) return found.find((one) => otherScript.test(one.name))?.name;
  const western = found.find((one) => /^(?:windows-1252|ISO-8859-1)$/.test(one.name));
  const isAbove = confidence - (western?.confidence ?? 0) >= confidenceAboveWestern;
  const isSure = confidence >= confidenceMin.otherLatin && isAbove && different >= differentMin;
  return otherLatin.test(name) && isSure ? name : undefined;
}
// A letter or two may be anything.
const differentMin = 3;

/** Of the bytes outside ASCII: what share stands beside another, and how many different ones there are. */
function highBytes(bytes: Buffer) {
  const all = new Set<number>();
  let count = 0;
  let beside = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    all.add(byte);
    count += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) beside += 1;
  }
  return { besideOther: count > 0 ? beside / count : 0, different: all.size };
}

/** The same bytes, not a copy of them. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

async function* rejoin(held: readonly Buffer[], iterator: AsyncIterator<Uint8Array>) {
  yield* held;
  try {
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield asBuffer(next.value);
    }
  } finally {
    // A reader that stops early must not leave the file open.
    await iterator.return?.();
  }
}

async function* decodeOther(chunks: AsyncIterable<Buffer>, encoding: string) {
  const decoder = encoding === marc8 ? marc8Decoder() : iconv.getDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.write(chunk);
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

async function* decodeUtf8(chunks: AsyncIterable<Buffer>) {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - openSequence(bytes);
    rest = bytes.subarray(whole);
    const text = utf8Text(bytes.subarray(0, whole));
    const unmarked = first && text.startsWith('\ufeff') ? text.slice(1) : text;
    first &&= text === '';
    if (unmarked) yield unmarked;
  }
  // What is open at the end of the file was cut off there.
  if (rest.length > 0) yield '\ufffd';
}

/** How many bytes at the end begin a character that the next chunk finishes. */
function openSequence(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc2 && byte < 0xf5) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function utf8Text(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? repaired(bytes) : text;
}

/** Byte by byte, for the rare stretch that is not valid: wrong bytes are read as Windows-1252. */
function repaired(bytes: Buffer): string {
  let out = '';
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = validLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    out +=
      bytes.toString('utf8', start, at) + iconv.decode(bytes.subarray(at, at + 1), 'windows-1252');
    at += 1;
    start = at;
  }
  return out + bytes.toString('utf8', start);
}

function countUtf8(bytes: Buffer) {
  let sequences = 0;
  let invalid = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = validLength(bytes, at);
    if (length > 1) sequences += 1;
    // The sample may end inside a character.
    if (length === 0 && at < bytes.length - 3) invalid += 1;
    at += Math.max(1, length);
  }
  return { sequences, invalid };
}

/** Length of the valid UTF-8 sequence that starts here, 0 if none does (RFC 3629). */
function validLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const length = sequenceLength(first);
  if (at + length > bytes.length) return 0;
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0; // overlong
  if (first === 0xed && second > 0x9f) return 0; // surrogates
  if (first === 0xf0 && second < 0x90) return 0; // overlong
  if (first === 0xf4 && second > 0x8f) return 0; // past U+10FFFF
  for (let index = at + 1; index < at + length; index += 1) {
    if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function sequenceLength(first: number): number {
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Western text in UTF-16 has a zero in every other byte, and hardly any in the bytes between. */
function utf16WithoutMark(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 8192) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const many = 0.6 * (length / 2);
  const few = 0.05 * (length / 2);
  if (odd > many && even < few) return 'utf-16le';
  return even > many && odd < few ? 'utf-16be' : undefined;
}

/** How much like running text the bytes above ASCII become: each is judged by its neighbours. */
function plausibility(bytes: Buffer, encoding: string): number {
  const text = iconv.decode(bytes.subarray(0, 65_536), encoding);
  let score = 0;
  for (const found of text.matchAll(/(.?)([^\p{ASCII}])(?=(.?))/gsu)) {
    const [, before = '', character = '', after = ''] = found;
    score += characterScore(before, character, after);
  }
  return score;
}

function characterScore(before: string, character: string, after: string): number {
  const inWord = /\p{L}/u.test(before) || /\p{L}/u.test(after);
  if (/[åäöæøéü]/.test(character)) return inWord ? 4 : 1;
  // A capital inside a word in small letters is the wrong table; at its start it is a name.
  if (/[ÅÄÖÆØÉÜ]/.test(character)) return /\p{Ll}/u.test(before) ? -2 : inWord ? 3 : 1;
  if (/[àáâãçèêëìíîïñòóôõùúûýÿðþßšžœ]/.test(character)) return inWord ? 2 : 0;
  if (/\p{Ll}/u.test(character)) return inWord ? 1 : -1;
  if (/\p{Lu}/u.test(character)) return /\p{Ll}/u.test(before) ? -2 : inWord ? 1 : -1;
  if (/[\u2018\u2019\u201c\u201d]/.test(character)) return 2;
  if (/[\u2013\u2014\u2026«»°±§\u00a0\u2022]/.test(character))
    return inWord && /\S/.test(before + after) ? 0.5 : 1;
  if (/[\u0080-\u009f\u2500-\u25ff\ufffd]/.test(character)) return -4;
  return -1;
}
