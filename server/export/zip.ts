/** Zip archives whose bytes follow from their content: one stated time, a fixed order, the same compression. */
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import yazl from 'yazl';

/** The parts of an archive by name, in their order. */
export type Parts = Map<string, Buffer>;

/** What an office document may hold at most; more is no document but an attack. */
const unpackedBytesMax = 200 * 1024 * 1024;

/** @throws when it is no zip archive, or one that grows beyond all bounds. */
export async function readParts(bytes: Buffer): Promise<Parts> {
  const zip = await openZip(bytes);
  const parts: Parts = new Map();
  let unpacked = 0;
  for await (const entry of entriesOf(zip)) {
    if (entry.fileName.endsWith('/')) continue;
    unpacked += entry.uncompressedSize;
    if (unpacked > unpackedBytesMax) throw new Error('The archive is too large');
    const chunks: Buffer[] = [];
    for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

/** One entry after the other, each when it is asked for. */
export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (act: () => void) => {
        zip.removeAllListeners('entry');
        zip.removeAllListeners('end');
        zip.removeAllListeners('error');
        act();
      };
      zip.once('entry', (found: Entry) => settle(() => resolve(found)));
      zip.once('end', () => settle(() => resolve(null)));
      zip.once('error', (error: Error) => settle(() => reject(error)));
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

export function streamOf(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}

/** @param at the time that every part bears, in UTC whatever the machine's own. */
export async function writeParts(parts: Parts, at: string): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, entryOptions(at));
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The format has local time without a zone: the moment's numbers in UTC are written as if they were local. */
export function entryOptions(at: string) {
  const utc = new Date(at);
  const mtime = new Date(utc.getTime() + utc.getTimezoneOffset() * 60_000);
  return { mtime, mode: 0o100644, compress: true, compressionLevel: 6, forceDosTimestamp: true };
}
