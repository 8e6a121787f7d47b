/**
 * A file on disk to its pieces, whatever it is: text of any size streams in flat memory, a workbook is read as
 * a table. The one way in for imports; what a person has said (format, encoding, columns) goes before any guess.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { decode } from '../decode.ts';
import type { Format, ReadOptions } from '../formats/format.ts';
import { detectFormat, formatById } from '../formats/formats.ts';
import { binaryKind, kindBySignature } from '../formats/lines.ts';
import type { Piece } from '../reference.ts';
import { startOf } from './start.ts';
import { kindOfZip, piecesOfSheets, sheetsOfWorkbook } from './xlsx.ts';
import { PackedFileError, type PackedProblem } from './zip.ts';

export type OpenOptions = ReadOptions & { format?: string; encoding?: string };

export type OpenedFile = {
  kind: 'opened';
  /** A format's id, or `xlsx`. */
  format: string;
  encoding: string | null;
  pieces: AsyncIterable<Piece>;
  /** How far it has come, for a progress bar. */
  bytesRead(): number;
  /** For whoever does not read to the end. */
  close(): Promise<void>;
};
export type UnopenedFile = { kind: 'zip' } | { kind: 'problem'; problem: FileProblem };
export type FileProblem =
  | PackedProblem
  | {
      code: 'EMPTY_FILE' | 'BINARY_FILE' | 'FORMAT_UNKNOWN';
      params: Record<string, string | number>;
    };

const chunkBytes = 128 * 1024;
// So much text tells the format.
const headCharacters = 64 * 1024;

/**
 * Opens a file for reading. A ZIP is not opened but said to be one: `filesInZip` has its files,
 * each an import of its own. Nothing is thrown for what a file holds.
 */
export async function openFile(
  path: string,
  options: OpenOptions = {},
): Promise<OpenedFile | UnopenedFile> {
  const start = await firstBytes(path);
  const known = kindBySignature(start);
  // An empty ZIP has its end mark first.
  if (known === 'zip' || start.startsWith('PK\u0005\u0006')) return openZip(path, options);
  if (known && known !== 'rtf')
    return { kind: 'problem', problem: { code: 'BINARY_FILE', params: { kind: known } } };
  let bytes = 0;
  const counted = countBytes(createReadStream(path, { highWaterMark: chunkBytes }), (length) => {
    bytes += length;
  });
  const { encoding, text } = await decode(
    counted,
    options.encoding ? { encoding: options.encoding } : {},
  );
  const { head, all, close } = await peek(text);
  const format = options.format ? formatById(options.format) : detectFormat(head);
  const problem = problemOf(head, format);
  if (problem || !format) {
    await close();
    return { kind: 'problem', problem: problem ?? { code: 'FORMAT_UNKNOWN', params: {} } };
  }
  const pieces = format.read(all, options);
  return { kind: 'opened', format: format.id, encoding, pieces, bytesRead: () => bytes, close };
}

function problemOf(head: string, format: Format | undefined): FileProblem | undefined {
  const kind = binaryKind(head);
  if (kind) return { code: 'BINARY_FILE', params: { kind } };
  if (head.trim() === '') return { code: 'EMPTY_FILE', params: {} };
  if (format) return undefined;
  const isPage = /^\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html)[\s>]/is.test(head);
  return isPage
    ? { code: 'BINARY_FILE', params: { kind: 'html' } }
    : { code: 'FORMAT_UNKNOWN', params: {} };
}

/** The first bytes one to one: a signature must not depend on a guess about the encoding. */
const firstBytes = async (path: string): Promise<string> =>
  (await startOf(path, 16)).toString('latin1');

async function openZip(path: string, options: OpenOptions): Promise<OpenedFile | UnopenedFile> {
  const kind = await kindOfZip(path);
  if (kind === 'workbook') return openWorkbook(path, options);
  return kind
    ? { kind: 'problem', problem: { code: 'BINARY_FILE', params: { kind } } }
    : { kind: 'zip' };
}

async function openWorkbook(
  path: string,
  options: OpenOptions,
): Promise<OpenedFile | UnopenedFile> {
  try {
    const sheets = await sheetsOfWorkbook(path);
    const size = (await open(path).then((file) => file.stat().finally(() => file.close()))).size;
    async function* pieces() {
      yield* piecesOfSheets(sheets, options.columns);
    }
    return {
      kind: 'opened',
      format: 'xlsx',
      encoding: null,
      pieces: pieces(),
      bytesRead: () => size,
      close: async () => {},
    };
  } catch (error) {
    if (error instanceof PackedFileError) return { kind: 'problem', problem: error.problem };
    throw error;
  }
}

async function* countBytes(chunks: AsyncIterable<Uint8Array>, count: (length: number) => void) {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

/** The beginning, and everything including the beginning. */
async function peek(text: AsyncIterable<string>) {
  const iterator = text[Symbol.asyncIterator]();
  let head = '';
  let isAtEnd = false;
  while (head.length < headCharacters && !isAtEnd) {
    const next = await iterator.next();
    if (next.done) isAtEnd = true;
    else head += next.value;
  }
  async function* whole() {
    try {
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  const close = async () => {
    await iterator.return?.();
  };
  return { head: head.replace(/^\ufeff/, ''), all: whole(), close };
}
