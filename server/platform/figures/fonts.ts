/** The fonts that figures are set in: how wide words are in them, and the part of a font that a figure needs. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);

/** `file`: what figures carry with them. `page`: what the site's own pages are set in. */
const faces = ['file', 'page'] as const;
export type Face = (typeof faces)[number];
export type Weight = 'regular' | 'bold';

/** As the fonts call themselves. */
export const fileFamily = 'DejaVu Sans Condensed';

export const fontPath = (weight: Weight): string =>
  require.resolve(
    `dejavu-fonts-ttf/ttf/DejaVuSansCondensed${weight === 'bold' ? '-Bold' : ''}.ttf`,
  );

const pagePaths = ['latin', 'latin-ext', 'greek'].map(
  (script) => `@fontsource-variable/inter/files/inter-${script}-wght-normal.woff2`,
);

/** The site's font has one file for all weights: bold is a little wider than what is measured. */
const boldFactor = 1.06;
/** Of a letter that no font has. */
const unknownEms = 0.75;

const opened = new Map<string, Font>();
const widths = new Map<string, number>();

/** How wide a text is, in the unit of `size`. Kerning only ever brings letters closer, so it is left out. */
export function textWidth(
  text: string,
  size: number,
  { face = 'file', weight = 'regular' }: { face?: Face; weight?: Weight } = {},
): number {
  let ems = 0;
  for (const letter of text) ems += letterWidth(letter, face, weight);
  return ems * size * (face === 'page' && weight === 'bold' ? boldFactor : 1);
}

function letterWidth(letter: string, face: Face, weight: Weight): number {
  const key = face === 'file' ? `${weight} ${letter}` : `page ${letter}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const point = letter.codePointAt(0) ?? 32;
  const fonts = face === 'file' ? [fontOf(fontPath(weight))] : pagePaths.map(pageFont);
  const font = fonts.find((each) => each.hasGlyphForCodePoint(point));
  const width = font ? font.glyphForCodePoint(point).advanceWidth / font.unitsPerEm : unknownEms;
  widths.set(key, width);
  return width;
}

const pageFont = (path: string): Font => fontOf(require.resolve(path));

export function fontOf(path: string): Font {
  const known = opened.get(path);
  if (known) return known;
  const font = create(readFileSync(path)) as Font;
  opened.set(path, font);
  return font;
}

/** Breaks between words; a word longer than the line (an address) is cut rather than drawn outside. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => cutWord(each, width, measure))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** At a space that does not break first, then after a sign of joining, then wherever it must be. */
function cutWord(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const whole = word.split('\u00a0');
  if (whole.length > 1) return whole.flatMap((each) => cutWord(each, width, measure));
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece && measure(piece + letter) > width) {
      const at = Math.max(...['-', '/', '.', '_'].map((sign) => piece.lastIndexOf(sign))) + 1;
      const kept = at > piece.length / 2 ? at : piece.length;
      pieces.push(piece.slice(0, kept));
      piece = piece.slice(kept);
    }
    piece += letter;
  }
  return piece ? [...pieces, piece] : pieces;
}
