/** A form with files: each is on the disk before anything is said about it. */
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../errors.ts';
import { storeFile } from './files.ts';

export type Upload = { fileName: string; fileHash: string; fileBytes: number };

/** The files of a multipart form and its other fields. @throws TOO_LARGE */
export async function receiveFiles(
  request: FastifyRequest,
): Promise<{ files: Upload[]; fields: Record<string, string> }> {
  const files: Upload[] = [];
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    const stored = await storeFile(request.server.config.dataDir, part.file);
    if (part.file.truncated) throw new AppError('TOO_LARGE');
    // A browser sends an empty part when no file was chosen.
    if (part.filename === '') continue;
    files.push({ fileName: part.filename, fileHash: stored.hash, fileBytes: stored.bytes });
  }
  return { files, fields };
}
