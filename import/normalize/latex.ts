/** LaTeX to Unicode and back: accents, special letters, symbols, and the commands titles hold. */

const combining: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const words: Record<string, string> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  ss: 'ß',
  SS: 'ẞ',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  NG: 'Ŋ',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  textendash: '\u2013',
  textemdash: '\u2014',
  textquoteleft: '\u2018',
  textquoteright: '\u2019',
  textquotedblleft: '\u201c',
  textquotedblright: '\u201d',
  textquotesingle: "'",
  textquotedbl: '"',
  guillemotleft: '\u00ab',
  guillemotright: '\u00bb',
  quotedblbase: '\u201e',
  textasciitilde: '~',
  textasciicircum: '^',
  textbackslash: '\\',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  textunderscore: '_',
  textdollar: '$',
  textdegree: '\u00b0',
  textregistered: '\u00ae',
  texttrademark: '\u2122',
  textcopyright: '\u00a9',
  texteuro: '\u20ac',
  euro: '\u20ac',
  pounds: '\u00a3',
  textsterling: '\u00a3',
  S: '\u00a7',
  P: '\u00b6',
  dots: '\u2026',
  ldots: '\u2026',
  textellipsis: '\u2026',
  times: '\u00d7',
  texttimes: '\u00d7',
  pm: '\u00b1',
  textpm: '\u00b1',
  leq: '\u2264',
  le: '\u2264',
  geq: '\u2265',
  ge: '\u2265',
  neq: '\u2260',
  approx: '\u2248',
  sim: '\u223c',
  cdot: '\u00b7',
  infty: '\u221e',
  rightarrow: '\u2192',
  to: '\u2192',
  leftarrow: '\u2190',
  degree: '\u00b0',
  circ: '\u00b0',
  textmu: '\u00b5',
  textordfeminine: '\u00aa',
  textordmasculine: '\u00ba',
  textbraceleft: '{',
  textbraceright: '}',
  lbrace: '{',
  rbrace: '}',
  slash: '/',
  quad: ' ',
  qquad: ' ',
  newline: ' ',
  par: ' ',
  space: ' ',
  ' ': ' ',
  textnumero: '\u2116',
  dag: '\u2020',
  ddag: '\u2021',
  textbullet: '\u2022',
  textexclamdown: '\u00a1',
  textquestiondown: '\u00bf',
};

// Symbols that a backslash takes literally, and spacing commands.
const symbols: Record<string, string> = {
  '&': '&',
  '%': '%',
  $: '$',
  '#': '#',
  _: '_',
  '{': '{',
  '}': '}',
  '\\': ' ',
  ' ': ' ',
  '\n': ' ',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  '!': '',
  '-': '',
  '/': '',
  '@': '',
  '(': '',
  ')': '',
  '[': '',
  ']': '',
};

const ligatures: [string, string][] = [
  ['---', '\u2014'],
  ['--', '\u2013'],
  ['``', '\u201c'],
  ["''", '\u201d'],
];

/** Text as LaTeX writes it to plain Unicode (NFC). What it does not know keeps its words. */
export function latexToText(latex: string): string {
  if (!/[\\{}$~`]|--|''/.test(latex)) return latex;
  return scan(latex.replace(escapedTwice, '\\')).normalize('NFC');
}
/** An accent that Mendeley took for text: `R$\backslash$'enyi`. */
const escapedTwice = /\$\\backslash\$(?=['"`^~=.]\{?\p{L})/gu;

/** Plain text so written that `latexToText` gives it back; line breaks become blanks. */
export function textToLatex(text: string): string {
  return text
    .replace(/[\\{}&%$#_~^]/g, (character) => escapes[character] ?? `\\${character}`)
    .replace(/([-'`])(?=\1)/g, '$1{}')
    .replace(/\s*[\r\n]+\s*/g, ' ');
}

const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces even after a backslash, so one alone must not stand in a value.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** No accent on an accent on an accent goes this deep; a text made to break its reader does. */
const depthMax = 40;
type Cursor = { latex: string; at: number; depth: number };

function scan(latex: string, depth = 0): string {
  if (depth > depthMax) return latex;
  const cursor = { latex, at: 0, depth };
  let out = '';
  while (cursor.at < latex.length) out += next(cursor);
  return out;
}

function next(cursor: Cursor): string {
  const { latex, at } = cursor;
  const character = latex[at] ?? '';
  if (character === '\\') return command(cursor);
  const ligature = ligatures.find(([written]) => latex.startsWith(written, at));
  if (ligature) {
    cursor.at += ligature[0].length;
    return ligature[1];
  }
  cursor.at += 1;
  if (character === '{' || character === '}') return '';
  if (character === '~') return ' ';
  if (character === '$') return math(cursor);
  return character;
}

/** `$...$` loses its marks only when it can be mathematics; `costs $5 and $9` keeps both. */
function math(cursor: Cursor): string {
  const end = cursor.latex.indexOf('$', cursor.at);
  const inner = end < 0 ? '' : cursor.latex.slice(cursor.at, end);
  const closes = /^\S(?:.*\S)?$/s.test(inner) && !inner.endsWith('\\');
  if (!closes || /^\d/.test(cursor.latex.slice(end + 1))) return '$';
  cursor.at = end + 1;
  return scan(inner.replace(/[_^](?=\{|\S)/g, ''), cursor.depth + 1);
}

function command(cursor: Cursor): string {
  cursor.at += 1;
  const name = /^[A-Za-z]+/.exec(ahead(cursor))?.[0];
  if (name === undefined) return symbol(cursor);
  cursor.at += name.length;
  const accent = name.length === 1 ? combining[name] : undefined;
  if (accent && /^\s*(?:\{|\\|[A-Za-z])/.test(ahead(cursor))) return accented(cursor, accent);
  // The blank that ends a command's name is no part of the text, nor are empty braces.
  cursor.at += /^(?:\s*\{\}|\s+)?/.exec(ahead(cursor))?.[0].length ?? 0;
  if (/^(?:href|begin|end)$/.test(name) && cursor.latex[cursor.at] === '{') argument(cursor);
  return words[name] ?? '';
}

function symbol(cursor: Cursor): string {
  const character = cursor.latex[cursor.at] ?? '';
  cursor.at += character.length;
  const accent = combining[character];
  return accent ? accented(cursor, accent) : (symbols[character] ?? character);
}

/** The accent goes on the first letter of what follows, in braces or not, dotless i included. */
function accented(cursor: Cursor, accent: string): string {
  cursor.at += /^\s*/.exec(ahead(cursor))?.[0].length ?? 0;
  if (cursor.depth > depthMax) return '';
  cursor.depth += 1;
  const base = cursor.latex[cursor.at] === '{' ? argument(cursor) : next(cursor);
  cursor.depth -= 1;
  const letter = base.replace(/^ı/, 'i').replace(/^ȷ/, 'j');
  const first = String.fromCodePoint(letter.codePointAt(0) ?? 32);
  return letter === '' ? '' : first + accent + letter.slice(first.length);
}

/** The text of a braced group, and past it. */
function argument(cursor: Cursor): string {
  const start = cursor.at;
  let depth = 0;
  for (; cursor.at < cursor.latex.length; cursor.at += 1) {
    const character = cursor.latex[cursor.at];
    if (character === '\\') cursor.at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth === 0) break;
  }
  const inner = cursor.latex.slice(start + 1, cursor.at);
  cursor.at += 1;
  return scan(inner, cursor.depth + 1);
}

/** The next few characters: no command, blank or accent needs more. */
function ahead(cursor: Cursor): string {
  return cursor.latex.slice(cursor.at, cursor.at + 40);
}
