/** Word documents to text: paragraphs, the cells of tables, notes at the end; pages where Word last broke them. */
import { SaxesParser } from 'saxes';
import { filesInZip, PackedFileError, zipLimits } from '../files/zip.ts';
import {
  cutIntoPages,
  ownDois,
  pageCharactersMax,
  pageOf,
  pagesMax,
  type ReadText,
  TextError,
  type TextPage,
  tidy,
} from './pages.ts';

const wanted = [
  'word/document.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'docProps/core.xml',
];
const limits = { ...zipLimits, filesMax: 5000, bytesMax: 256 * 1024 ** 2 };

/** @throws TextError */
export async function readDocx(path: string): Promise<ReadText> {
  const parts = await partsOf(path);
  const body = parts.get('word/document.xml');
  if (body === undefined) throw new TextError('UNKNOWN');
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].map((name) => parts.get(name) ?? '');
  const text = textOfXml(body);
  const after = notes.filter((xml) => xml !== '').map((xml) => tidy(textOfXml(xml)));
  const pages = pagesOf(text, after.filter((note) => note !== '').join('\n\n'));
  const title = titleOf(parts.get('docProps/core.xml') ?? '');
  return { kind: 'read', format: 'docx', pages, facts: { title, dois: ownDois(pages, title) } };
}

async function partsOf(path: string): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  try {
    for await (const { name, chunks } of filesInZip(path, limits)) {
      const pieces: Uint8Array[] = [];
      for await (const chunk of chunks) if (wanted.includes(name)) pieces.push(chunk);
      if (wanted.includes(name)) parts.set(name, Buffer.concat(pieces).toString('utf8'));
    }
  } catch (error) {
    if (error instanceof PackedFileError) throw new TextError('BROKEN');
    throw error;
  }
  return parts;
}

function pagesOf(text: string, notes: string): TextPage[] {
  const whole = notes === '' ? text : `${text}\n\n${notes}`;
  const pages = whole.split('\f').map(tidy);
  if (pages.length > pagesMax) throw new TextError('TOO_LONG');
  // Written by a program that breaks no pages: stretches instead.
  const isUnbroken = pages.length === 1 || pages.some((page) => page.length > pageCharactersMax);
  if (isUnbroken) return cutIntoPages(pages.join('\n\n'));
  return pages.map((page, index) => pageOf(index + 1, page));
}

/** What ends where in the text; what is written in text elements alone is text: no field codes, no deletions. */
const endings: Record<string, string> = {
  'w:p': '\n\n',
  'w:tc': '\t',
  'w:tr': '\n',
  'w:tab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

function textOfXml(xml: string): string {
  const parser = new SaxesParser();
  let text = '';
  let isText = false;
  let cells = 0;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:t') isText = true;
    if (name === 'w:tc') cells += 1;
    if (name === 'w:lastRenderedPageBreak') text += '\f';
    // Word notes where its own breaks came out as well: one of the two is enough.
    if (name === 'w:br') text += attributes['w:type'] === 'page' ? '' : '\n';
  });
  parser.on('text', (part) => {
    if (isText) text += part;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
    if (name === 'w:tc') cells -= 1;
    const ending = name === 'w:p' && cells > 0 ? ' ' : endings[name];
    if (ending) text += ending;
  });
  parser.on('error', () => {
    throw new TextError('BROKEN');
  });
  parser.write(xml).close();
  return text;
}

function titleOf(xml: string): string {
  const [, title = ''] = /<dc:title>([^<]*)<\/dc:title>/.exec(xml) ?? [];
  return title.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim();
}
