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

/** How far somebody is with what takes its time. */
export type Told = (done: number, total: number) => void;

/** @throws ARCHIVE_UNREADABLE, ARCHIVE_INCOMPLETE, ARCHIVE_DAMAGED, ARCHIVE_STRANGE, ARCHIVE_NEWER */
export const openArchive = (file: string, told: Told = () => undefined): Promise<OpenArchive> =>
  opened(file, told);

/** For a first look: whether it is one and what it says of itself, not yet whether each file is whole. */
export const glanceAtArchive = (file: string): Promise<OpenArchive> => opened(file, null);

async function opened(file: string, told: Told | null): Promise<OpenArchive> {
  const zip = await open(file).catch(() => {
    throw new AppError('ARCHIVE_UNREADABLE', {}, 'file');
  });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of entriesOf(zip)) entries.set(entry.fileName, entry);
    return await looked(zip, entries, told);
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

async function looked(
  zip: ZipFile,
  entries: Map<string, Entry>,
  told: Told | null,
): Promise<OpenArchive> {
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
  if (told)
    await requireWhole(
      zip,
      [...listed].map(([path, hash]) => [entryAt(path), hash]),
      told,
    );
  const content = readPackage(await text(zip, entryAt(packageFile)));
  for (const { path, hash } of content.resources) {
    const own = listed.get(path);
    if (own === undefined) throw new AppError('ARCHIVE_INCOMPLETE', { file: path }, 'file');
    if (hash !== `sha256:${own}`) throw damaged(packageFile);
    if (path.startsWith('files/') && path !== `files/${own}`) throw damaged(path);
  }
  return { content, stream: (path) => streamOf(zip, entryAt(path)), close: () => zip.close() };
}

async function requireWhole(zip: ZipFile, entries: [Entry, string][], told: Told): Promise<void> {
  const total = entries.reduce((sum, [entry]) => sum + entry.uncompressedSize, 0);
  let done = 0;
  for (const [entry, hash] of entries) {
    told(done, total);
    if ((await hashOf(zip, entry)) !== hash) throw damaged(entry.fileName);
    done += entry.uncompressedSize;
  }
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
