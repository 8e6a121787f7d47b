/** Uploaded files, kept as they came under the hash of their content: there before anything is said about them. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filesFolder } from '../../storage.ts';

export type StoredFile = { hash: string; bytes: number };

/**
 * Writes a stream to a file of its own, waits until the disk has it, and gives it its name. A process killed on the
 * way leaves a temporary file and nothing else.
 */
export async function storeFile(
  dataDir: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const folder = filesFolder(dataDir);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `upload-${randomBytes(8).toString('hex')}.tmp`);
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(temporary, 'wx');
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(temporary, { force: true });
    throw error;
  }
  await file.close();
  const name = hash.digest('hex');
  await rename(temporary, join(folder, name));
  await syncFolder(folder);
  return { hash: name, bytes };
}

/** A file that was renamed is only safe when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

export const pathOfFile = (dataDir: string, hash: string) => join(filesFolder(dataDir), hash);

export function readStoredFile(dataDir: string, hash: string): AsyncIterable<Uint8Array> {
  return createReadStream(pathOfFile(dataDir, hash));
}
