/** Files that came packed: each in a ZIP becomes a file of its own before anything is said about it. */
import { filesInZip, namesInZip, PackedFileError, zipLimits } from '../../import/files/zip.ts';
import { AppError } from '../errors.ts';
import { pathOfFile, storeFile } from '../records/imports/files.ts';
import type { Upload } from '../records/imports/uploads.ts';

const limits = { ...zipLimits, filesMax: 500, ratioMax: 400 };

/** The files themselves, those of every ZIP among them. A Word document is a ZIP too, and is left whole. */
export async function unpacked(dataDir: string, uploads: readonly Upload[]): Promise<Upload[]> {
  const files: Upload[] = [];
  for (const upload of uploads) {
    const path = pathOfFile(dataDir, upload.fileHash);
    const names = /\.zip$/i.test(upload.fileName) ? await namesInZip(path) : undefined;
    if (names && !names.includes('word/document.xml'))
      files.push(...(await filesOf(dataDir, path)));
    else files.push(upload);
  }
  return files;
}

async function filesOf(dataDir: string, path: string): Promise<Upload[]> {
  const files: Upload[] = [];
  try {
    for await (const { name, chunks } of filesInZip(path, limits)) {
      const { hash, bytes } = await storeFile(dataDir, chunks);
      files.push({ fileName: name.split('/').at(-1) ?? name, fileHash: hash, fileBytes: bytes });
    }
  } catch (error) {
    if (error instanceof PackedFileError) throw new AppError('ZIP_UNREADABLE', {}, 'files');
    throw error;
  }
  return files;
}
