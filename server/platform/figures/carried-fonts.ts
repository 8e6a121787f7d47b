/** A figure that carries the letters it is set in, so that it looks and measures alike wherever it is opened. */
import { subsetFont } from './font-subset.ts';
import { fileFamily, type Weight } from './fonts.ts';

/** The file's own style and letters, and nothing else. */
export const svgPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** What the marks of XML stand for. */
const marks = '&<>"\'';

/** @param svg with its description, after which the letters go. */
export function carryFonts(svg: string): string {
  const letters = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join('') + marks;
  const bold = /font-weight="(600|bold)"/.test(svg) ? face(letters, 'bold') : '';
  return svg.replace('</desc>', `</desc><style>${face(letters, 'regular')}${bold}</style>`);
}

/** A rule for one weight of the font, with only these letters. */
export function face(letters: string, weight: Weight): string {
  const font = subsetFont(letters, weight).toString('base64');
  const number = weight === 'bold' ? 600 : 400;
  return (
    `@font-face{font-family:'${fileFamily}';font-weight:${number};` +
    `src:url(data:font/ttf;base64,${font}) format('truetype')}`
  );
}
