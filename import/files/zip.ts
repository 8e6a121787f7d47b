/** A ZIP to its files, one after another as streams; what could fill memory or disk is refused. */
import type { Readable } from 'node:stream';
import * as yauzl from 'yauzl';

/** Why a packed file cannot be taken: the words stand in the catalogues. */
const packedProblemCodes = [
  'ZIP_BROKEN',
  'ZIP_ENCRYPTED',
  'ZIP_NESTED',
  'ZIP_TOO_MANY',
  'ZIP_TOO_LARGE',
  'ZIP_EMPTY',
  'TABLE_UNREADABLE',
] as const;
export type PackedProblem = {
  code: (typeof packedProblemCodes)[number];
  params: Record<string, string | number>;
};

export class PackedFileError extends Error {
  readonly problem: PackedProblem;
  constructor(code: PackedProblem['code'], params: PackedProblem['params'] = {}) {
    super(code);
    this.problem = { code, params };
  }
}

export type ZipLimits = {
  filesMax: number;
  /** Of one file and of all together, unpacked. */
  bytesMax: number;
  /** Unpacked to packed, past the first megabyte: deflate makes at most 1032 of 1, text some 10. */
  ratioMax: number;
};
export const zipLimits: ZipLimits = { filesMax: 200, bytesMax: 2 * 1024 ** 3, ratioMax: 200 };

/** A file of the ZIP; `chunks` must be read to its end before the next file is asked for. */
export type ZippedFile = { name: string; bytes: number; chunks: AsyncIterable<Uint8Array> };

const ratioFreeBytes = 1024 * 1024;
// What systems add beside the files that a person put in.
const litter = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files of a ZIP in their order, folders and systems' litter left out. The list of contents is
 * judged before a byte is unpacked, and again while unpacking, since a list can lie: so store all
 * files first, and take them on only when the last one came through.
 * @throws PackedFileError
 */
export async function* filesInZip(
  path: string,
  limits: ZipLimits = zipLimits,
): AsyncGenerator<ZippedFile> {
  const zip = await opened(path);
  try {
    const entries = await listed(zip, limits);
    if (entries.length === 0) throw new PackedFileError('ZIP_EMPTY');
    const budget = { bytesLeft: limits.bytesMax };
    for (const entry of entries) {
      const name = entry.fileName;
      const stream = await openEntry(zip, entry);
      const chunks = guarded(stream, entry, limits, budget);
      yield { name, bytes: entry.uncompressedSize, chunks };
      stream.destroy();
    }
  } finally {
    zip.close();
  }
}

/** The names in a ZIP without unpacking anything; undefined when it is none. */
export async function namesInZip(path: string): Promise<string[] | undefined> {
  try {
    const zip = await opened(path);
    try {
      const entries = await listed(zip, { ...zipLimits, filesMax: 10_000 }, () => true);
      return entries.map(({ fileName }) => fileName);
    } finally {
      zip.close();
    }
  } catch {
    return undefined;
  }
}

async function opened(path: string): Promise<yauzl.ZipFile> {
  try {
    // It refuses names that lead out of the folder; ours are only ever shown anyway.
    return await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
  } catch {
    throw new PackedFileError('ZIP_BROKEN');
  }
}

const isWanted = ({ fileName }: yauzl.Entry) => !fileName.endsWith('/') && !litter.test(fileName);

async function listed(zip: yauzl.ZipFile, limits: ZipLimits, wanted = isWanted) {
  const entries: yauzl.Entry[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (!wanted(entry)) continue;
      entries.push(entry);
      bytes += entry.uncompressedSize;
      if (entries.length > limits.filesMax)
        throw new PackedFileError('ZIP_TOO_MANY', { max: limits.filesMax });
      if (entry.isEncrypted()) throw new PackedFileError('ZIP_ENCRYPTED', { name: entry.fileName });
      requireRatio(entry, entry.uncompressedSize, limits);
    }
  } catch (error) {
    throw error instanceof PackedFileError ? error : new PackedFileError('ZIP_BROKEN');
  }
  if (bytes > limits.bytesMax) throw tooLarge(limits);
  return entries;
}

function requireRatio(entry: yauzl.Entry, bytes: number, limits: ZipLimits) {
  const packed = Math.max(1, entry.compressedSize);
  if (bytes > ratioFreeBytes && bytes / packed > limits.ratioMax)
    throw tooLarge(limits, entry.fileName);
}

function tooLarge(limits: ZipLimits, name = '') {
  const megabytes = Math.round(limits.bytesMax / 1024 ** 2);
  return new PackedFileError('ZIP_TOO_LARGE', { name, megabytes });
}

async function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  try {
    return await zip.openReadStreamPromise(entry);
  } catch {
    throw new PackedFileError('ZIP_BROKEN', { name: entry.fileName });
  }
}

async function* guarded(
  stream: Readable,
  entry: yauzl.Entry,
  limits: ZipLimits,
  budget: { bytesLeft: number },
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (bytes === 0 && isArchive(chunk) && !/\.(?:xlsx|docx)$/i.test(entry.fileName))
        throw new PackedFileError('ZIP_NESTED', { name: entry.fileName });
      bytes += chunk.length;
      budget.bytesLeft -= chunk.length;
      if (budget.bytesLeft < 0) throw tooLarge(limits, entry.fileName);
      requireRatio(entry, bytes, limits);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof PackedFileError) throw error;
    throw new PackedFileError('ZIP_BROKEN', { name: entry.fileName });
  }
}

/** ZIP, gzip, 7z or RAR, by its first bytes. */
const archives = ['504b0304', '1f8b', '377abcaf', '52617221'];
function isArchive(chunk: Buffer): boolean {
  const start = chunk.toString('hex', 0, 4);
  return archives.some((signature) => start.startsWith(signature));
}
