/** PDF to text by page, in the order of the file, lines as they stand; a page that is a picture is said to be one. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  ownDois,
  pageCharactersMax,
  pageOf,
  pagesMax,
  type ReadText,
  TextError,
  tidy,
} from './pages.ts';

/**
 * Loaded when needed. It and its worker, which it finds by itself once loaded, put slow ones of their own in the place of
 * these, for the whole thread: they are put back.
 */
async function pdfjs() {
  const { parse, stringify } = JSON;
  const { push } = Array.prototype;
  const loaded = await import('pdfjs-dist/legacy/build/pdf.mjs');
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(JSON, { parse, stringify });
  Object.defineProperty(Array.prototype, 'push', { value: push });
  return loaded;
}

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** Fewer characters than this are a stamp or a page number, not the text of a page. */
const stampCharacters = 25;
/** A gap of so many line heights begins a paragraph. */
const paragraphGap = 1.6;

type TextItem = { str: string; hasEOL: boolean; transform: number[]; height: number };

/** @throws TextError */
export async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  const { getDocument } = await pdfjs();
  const loading = getDocument({
    data: bytes,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
    cMapUrl: join(packageFolder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
  });
  try {
    const file = await loading.promise;
    if (file.numPages > pagesMax) throw new TextError('TOO_LONG');
    const labels = await file.getPageLabels().catch(() => null);
    const pages = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const text = await textOf(page);
      const isScanned = text.length < stampCharacters && (await hasPicture(page));
      pages.push(pageOf(number, text, labels?.[number - 1] ?? '', isScanned));
      page.cleanup();
    }
    const { info } = await file.getMetadata().catch(() => ({ info: {} }));
    const stated = info as { Title?: unknown; Subject?: unknown };
    const title = typeof stated.Title === 'string' ? stated.Title.trim() : '';
    const about = `${title} ${typeof stated.Subject === 'string' ? stated.Subject : ''}`;
    return { kind: 'read', format: 'pdf', pages, facts: { title, dois: ownDois(pages, about) } };
  } catch (error) {
    throw asTextError(error);
  } finally {
    await loading.destroy();
  }
}

function asTextError(error: unknown): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return new TextError('PASSWORD');
  const isBroken = /^(InvalidPDF|MissingPDF|UnexpectedResponse|Format|UnknownError)/.test(name);
  return isBroken ? new TextError('BROKEN') : error;
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  let text = '';
  let lineAt: number | null = null;
  for (const item of items) {
    if (!('str' in item)) continue;
    const { str, hasEOL, transform, height } = item as TextItem;
    const at = transform[5] ?? 0;
    if (text.endsWith('\n') && lineAt !== null && str.trim() !== '') {
      if (Math.abs(lineAt - at) > paragraphGap * Math.max(height, 1)) text += '\n';
    }
    text += str;
    if (str.trim() !== '') lineAt = at;
    if (hasEOL) text += '\n';
    if (text.length > pageCharactersMax) break;
  }
  return tidy(text.slice(0, pageCharactersMax));
}

async function hasPicture(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await pdfjs();
  const { fnArray } = await page.getOperatorList();
  const painting: number[] = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
  ];
  return fnArray.some((operation: number) => painting.includes(operation));
}
