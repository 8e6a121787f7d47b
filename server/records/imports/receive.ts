/** What came in an upload, as files to import: a ZIP is the files that lie in it. */
import { openFile } from '../../../import/files/open.ts';
import { filesInZip, PackedFileError } from '../../../import/files/zip.ts';
import { pathOfFile, storeFile } from './files.ts';
import type { ImportRow } from './imports.ts';

export type ReceivedFile = {
  fileName: string;
  fileHash: string;
  fileBytes: number;
  archiveName: string | null;
  /** Why it cannot be read; then nothing of it is kept but its name. */
  problem: ImportRow['problem'];
};

type Stored = { fileName: string; fileHash: string; fileBytes: number };

/** One file, or those of a ZIP: all of them or, when anything is wrong with it, none. */
export async function filesToImport(dataDir: string, stored: Stored): Promise<ReceivedFile[]> {
  const path = pathOfFile(dataDir, stored.fileHash);
  const opened = await openFile(path);
  if (opened.kind === 'opened') await opened.close();
  const alone = { ...stored, archiveName: null, problem: null };
  if (opened.kind !== 'zip') return [alone];
  try {
    const files: ReceivedFile[] = [];
    for await (const { name, chunks } of filesInZip(path)) {
      const { hash: fileHash, bytes: fileBytes } = await storeFile(dataDir, chunks);
      const archiveName = stored.fileName;
      files.push({ fileName: name, fileHash, fileBytes, archiveName, problem: null });
    }
    return files;
  } catch (error) {
    if (!(error instanceof PackedFileError)) throw error;
    return [{ ...alone, problem: error.problem }];
  }
}
