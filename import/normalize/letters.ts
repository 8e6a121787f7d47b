/** Folding of Latin text letter by letter: what nearly all titles and names need, without a regular expression. */

// What a letter becomes: itself in lower case, or one of these.
const blank = 32;
const nothing = 1;
const tooHard = 0;

const [a, e, o, u] = [0x61, 0x65, 0x6f, 0x75] as const;
const thorn = 0xfe;
const sharpS = 0xdf;
let out = Buffer.alloc(1024);

/**
 * Lower case, letters and digits, one blank between words; with `wide` as `foldNordic` has it.
 * @param isPlain that `&`, `<`, `\` and `{` are no markup but signs like any other.
 * @returns undefined when the text has letters, signs or markup that take more than a table.
 */
export function foldLatin(
  text: string,
  { wide, isPlain }: { wide: boolean; isPlain: boolean },
): string | undefined {
  if (out.length < 2 * text.length) out = Buffer.alloc(4 * text.length);
  const letterOf = wide ? (isPlain ? plainWide : markedWide) : isPlain ? plainStrict : markedStrict;
  let length = 0;
  // The letter before, when it is the first of a pair such as `aa` or `oe`.
  let opens = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const letter = code < 256 ? (letterOf[code] ?? tooHard) : signBeyond(code);
    if (letter === nothing) continue;
    if (letter === tooHard) return undefined;
    if (letter === blank) {
      if (length > 0 && out[length - 1] !== blank) out[length++] = blank;
      opens = 0;
    } else if (!wide) out[length++] = letter;
    else if (opens !== 0 && isPair(opens, letter)) opens = 0;
    else {
      out[length++] = letter;
      opens = letter;
      if (letter === thorn) length = spell(length, 't', 'h');
      else if (letter === sharpS) length = spell(length, 's', 's');
    }
  }
  if (length > 0 && out[length - 1] === blank) length -= 1;
  return out.toString('latin1', 0, length);
}

/** In the place of the letter that stands there. */
function spell(length: number, first: string, second: string): number {
  out[length - 1] = first.charCodeAt(0);
  out[length] = second.charCodeAt(0);
  return length + 1;
}

/** aa, ae, oe, ue: one letter in two. */
function isPair(first: number, second: number): boolean {
  if (second === e) return first === a || first === o || first === u;
  return second === a && first === a;
}

/** Curly quotes and dashes; the apostrophe within a word leaves nothing. */
function signBeyond(code: number): number {
  if (code === 0x2019) return nothing;
  const isSign = (code >= 0x2010 && code <= 0x2015) || code === 0x2018;
  return isSign || code === 0x201c || code === 0x201d ? blank : tooHard;
}

function strictTable(): Uint8Array {
  const strict = new Uint8Array(256);
  for (let code = 0; code < 128; code += 1) {
    const letter = String.fromCharCode(code).toLowerCase();
    strict[code] = /[a-z0-9]/.test(letter) ? letter.charCodeAt(0) : blank;
  }
  for (const quote of "'`") strict[quote.charCodeAt(0)] = nothing;
  // U+0080 to U+00BF are signs, fractions and small figures, but for the blank that does not break.
  strict[0xa0] = blank;
  for (let code = 0xc0; code < 256; code += 1)
    strict[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  for (const sign of '×÷') strict[sign.charCodeAt(0)] = blank;
  return strict;
}

function widened(strict: Uint8Array): Uint8Array {
  const wide = strict.slice();
  for (const [to, forms] of Object.entries(accented))
    for (const letter of forms + forms.toUpperCase())
      if (letter.charCodeAt(0) < 256) wide[letter.charCodeAt(0)] = to.charCodeAt(0);
  return wide;
}

function marked(plain: Uint8Array): Uint8Array {
  const table = plain.slice();
  for (const sign of '&<\\{') table[sign.charCodeAt(0)] = tooHard;
  return table;
}

const accented: Record<string, string> = {
  a: 'àáâãäåæ',
  c: 'ç',
  d: 'ð',
  e: 'èéêë',
  i: 'ìíîï',
  n: 'ñ',
  o: 'òóôõöø',
  u: 'ùúûü',
  y: 'ýÿ',
};

const plainStrict = strictTable();
const plainWide = widened(plainStrict);
const markedStrict = marked(plainStrict);
const markedWide = marked(plainWide);
