/** A file on disk to text by page, whatever it is: PDF, Word, web page or plain text, told by what is in it. */
import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { detectEncoding } from '../decode.ts';
import { startOf } from '../files/start.ts';
import { namesInZip } from '../files/zip.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { cutIntoPages, ownDois, type ReadText, TextError } from './pages.ts';
import { readPdf } from './pdf.ts';

const headBytes = 4096;
const oldWord = 'd0cf11e0a1b11ae1';

/** Reads a full text. Nothing is thrown for what a file holds. */
export async function readFullText(path: string): Promise<ReadText> {
  try {
    const read = await readBySignature(path);
    const isEmpty =
      read.kind === 'read' && read.pages.every(({ text, isScanned }) => !text && !isScanned);
    return isEmpty ? { kind: 'unreadable', problem: 'EMPTY' } : read;
  } catch (error) {
    if (error instanceof TextError) return { kind: 'unreadable', problem: error.problem };
    throw error;
  }
}

async function readBySignature(path: string): Promise<ReadText> {
  const head = await startOf(path, headBytes);
  if (head.length === 0) throw new TextError('EMPTY');
  if (head.subarray(0, 1024).includes('%PDF-'))
    return readPdf(new Uint8Array(await readFile(path)));
  if (head.toString('hex', 0, 8) === oldWord) throw new TextError('OLD_WORD');
  if (head.toString('latin1', 0, 2) === 'PK') {
    const names = await namesInZip(path);
    if (!names) throw new TextError('BROKEN');
    if (names.includes('word/document.xml')) return readDocx(path);
    throw new TextError('UNKNOWN');
  }
  return readPlain(await readFile(path));
}

function readPlain(bytes: Buffer): ReadText {
  const encoding = charsetOf(bytes) ?? detectEncoding(bytes.subarray(0, 64 * 1024));
  const text = iconv.decode(bytes, encoding);
  if (text.slice(0, 4000).includes('\0')) throw new TextError('UNKNOWN');
  if (/<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 2000))) return readHtml(text);
  const pages = cutIntoPages(text);
  const title = (pages[0]?.text.split('\n')[0] ?? '').slice(0, 300);
  return { kind: 'read', format: 'text', pages, facts: { title, dois: ownDois(pages, '') } };
}

/** What a web page says its characters are. */
function charsetOf(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, headBytes);
  const [, name] = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? [];
  return name && iconv.encodingExists(name) ? name : undefined;
}
