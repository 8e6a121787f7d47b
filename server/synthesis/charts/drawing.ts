/** What every chart shares: the frame of the SVG, its title and description, text as text. */
import { fileFamily } from '../../platform/figures/fonts.ts';
import { escapeXml } from '../../platform/figures/xml.ts';

export const width = 640;
export const textSize = 13;

export type Figure = { id: string; title: string; description: string };

/** Colours stand as attributes, for files; a page's stylesheet goes before them. */
export function frame(
  { id, title, description }: Figure,
  height: number,
  body: string,
  wide = width,
): string {
  // A figure with links in it is no image: what is in an image cannot be reached.
  const role = body.includes('<a href=') ? 'group' : 'img';
  return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="${wide}" height="${height}" viewBox="0 0 ${wide} ${height}" role="${role}" aria-labelledby="${id}-title ${id}-desc" font-family="'${fileFamily}', sans-serif" font-size="${textSize}" fill="#1c2b33"><title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>${body}</svg>`;
}

/** What is drawn, leading where what it counts is listed. */
export const linked = (href: string | null, drawn: string): string =>
  href === null ? drawn : `<a href="${escapeXml(href)}">${drawn}</a>`;

export type Anchor = 'start' | 'middle' | 'end';

export const label = (x: number, y: number, text: string, anchor: Anchor = 'start'): string =>
  `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeXml(text)}</text>`;

export const rule = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path class="chart-rule" d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="#8a979d" fill="none"/>`;

export const round = (value: number): number => Math.round(value * 10) / 10;
