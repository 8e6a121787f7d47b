/** Web pages to text: what is read, without scripts, menus and markup; headings and paragraphs on lines of their own. */
import { doisIn } from '../normalize/doi.ts';
import { decodeEntities } from '../normalize/text.ts';
import { cutIntoPages, ownDois, type ReadText } from './pages.ts';

const silent = /<(script|style|noscript|template|svg|nav|form|head|footer)\b[\s\S]*?<\/\1\s*>/gi;
const blocks =
  /<\/?(?:p|div|section|article|main|header|aside|h[1-6]|ul|ol|dl|blockquote|table|figure|figcaption|pre|hr)\b[^>]*>/gi;
const lines = /<(?:br|\/?li|\/?tr|\/?dt|\/?dd)\b[^>]*>/gi;

export function readHtml(html: string): ReadText {
  const whole = html.replace(/<!--[\s\S]*?-->/g, '');
  const [, body = whole] = /<body\b[^>]*>([\s\S]*)/i.exec(whole) ?? [];
  const marked = body
    .replace(silent, '')
    .replace(/\s+/g, ' ')
    .replace(lines, '\n')
    .replace(blocks, '\n\n')
    .replace(/<\/t[dh]>/gi, '\t')
    .replace(/<[^>]*>/g, '');
  const text = decodeEntities(marked)
    .replaceAll('\u00a0', ' ')
    .replace(/ *\n */g, '\n');
  const pages = cutIntoPages(text);
  const title =
    metaOf(whole, 'citation_title') || textOf(/<title[^>]*>([\s\S]*?)<\/title>/i, whole);
  const stated = ['citation_doi', 'dc.identifier', 'prism.doi'].map((name) => metaOf(whole, name));
  const dois = stated.flatMap((each) => doisIn(each));
  // What a page states of itself goes before every DOI that it mentions.
  const facts = { title, dois: dois.length > 0 ? [...new Set(dois)] : ownDois(pages, '') };
  return { kind: 'read', format: 'html', pages, facts };
}

function metaOf(html: string, name: string): string {
  for (const [tag] of html.matchAll(/<meta\b[^>]*>/gi)) {
    const named = new RegExp(`\\b(?:name|property)\\s*=\\s*["']?${name}["'\\s>]`, 'i');
    if (named.test(tag)) return textOf(/\bcontent\s*=\s*"([^"]*)"|\bcontent\s*=\s*'([^']*)'/i, tag);
  }
  return '';
}

function textOf(pattern: RegExp, text: string): string {
  const [, one, other] = pattern.exec(text) ?? [];
  return decodeEntities(one ?? other ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
