/** An archive opened and looked through before anything is believed: what is missing, damaged or strange is named. */
import { createHash } from 'node:crypto';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../errors.ts';
import { entriesOf, streamOf } from '../zip.ts';
import { archiveFormat, checksumsFile, DataPackage, packageFile } from './package.ts';

export type OpenArchive = {
  content: DataPackage;
  stream(path: string): Promise<NodeJS.ReadableStream>;
  close(): void;
};

const known = /^(data\/\w+\.csv|files\/[0-9a-f]{64}|references\.json|README\.md)$/;
/** The list of what there is; more than this is none of ours. */
const listBytesMax = 50 * 1024 * 1024;

/** @throws ARCHIVE_UNREADABLE, ARCHIVE_INCOMPLETE, ARCHIVE_DAMAGED, ARCHIVE_STRANGE, ARCHIVE_NEWER */
export async function openArchive(file: string): Promise<OpenArchive> {
  const zip = await open(file).catch(() => {
    throw new AppError('ARCHIVE_UNREADABLE', {}, 'file');
  });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of entriesOf(zip)) entries.set(entry.fileName, entry);
    return await looked(zip, entries);
  } catch (error) {
    zip.close();
    if (error instanceof AppError) throw error;
    throw new AppError('ARCHIVE_UNREADABLE', {}, 'file');
  }
}

function open(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

async function looked(zip: ZipFile, entries: Map<string, Entry>): Promise<OpenArchive> {
  const entryAt = (path: string): Entry => {
    const entry = entries.get(path);
    if (!entry) throw new AppError('ARCHIVE_INCOMPLETE', { file: path }, 'file');
    return entry;
  };
  if (!entries.has(packageFile) && !entries.has(checksumsFile))
    throw new AppError('ARCHIVE_UNREADABLE', {}, 'file');
  const listed = readChecksums(await text(zip, entryAt(checksumsFile)));
  for (const path of listed.keys()) entryAt(path);
  for (const path of entries.keys())
    if (path !== checksumsFile && !(listed.has(path) && (known.test(path) || path === packageFile)))
      throw new AppError('ARCHIVE_STRANGE', { file: path }, 'file');
  for (const [path, hash] of listed)
    if ((await hashOf(zip, entryAt(path))) !== hash) throw damaged(path);
  const content = readPackage(await text(zip, entryAt(packageFile)));
  for (const { path, hash } of content.resources) {
    const own = listed.get(path);
    if (own === undefined) throw new AppError('ARCHIVE_INCOMPLETE', { file: path }, 'file');
    if (hash !== `sha256:${own}`) throw damaged(packageFile);
    if (path.startsWith('files/') && path !== `files/${own}`) throw damaged(path);
  }
  return { content, stream: (path) => streamOf(zip, entryAt(path)), close: () => zip.close() };
}

const damaged = (file: string) => new AppError('ARCHIVE_DAMAGED', { file }, 'file');

function readChecksums(listing: string): Map<string, string> {
  const lines = listing.split('\n').filter((line) => line !== '');
  const pairs = lines.map((line) => {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (!hash || !path) throw damaged(checksumsFile);
    return [path, hash] as const;
  });
  return new Map(pairs);
}

function readPackage(json: string): DataPackage {
  const parsed = DataPackage.safeParse(JSON.parse(json));
  if (!parsed.success) throw damaged(packageFile);
  const { format } = parsed.data.underlag;
  if (format > archiveFormat)
    throw new AppError('ARCHIVE_NEWER', { place: `format ${format}` }, 'file');
  return parsed.data;
}

async function text(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > listBytesMax) throw damaged(entry.fileName);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk as Buffer);
  } catch {
    throw damaged(entry.fileName);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function hashOf(zip: ZipFile, entry: Entry): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of await streamOf(zip, entry)) hash.update(chunk as Buffer);
  } catch {
    return 'unreadable';
  }
  return hash.digest('hex');
}
