/** Whatever is a grid, handed out as a file: in the format, the language and the kind of CSV that are asked for. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Locale, locales } from '../../../schema/columns.ts';
import { reviewOf } from '../../platform/guards.ts';
import { baseOf } from '../../synthesis/flow/request.ts';
import type { NamedGrid } from './named-grid.ts';
import { mediaTypes, type TableFormat, tableFile } from './table-files.ts';

export const FileQuery = z.object({
  lang: z.enum(locales).optional(),
  /** `spreadsheet`: CSV that a Nordic Excel opens with a double click. */
  for: z.enum(['program', 'spreadsheet']).default('program'),
});

/** A file may be asked for in another language than the page it stands on. */
export const fileLocale = (request: FastifyRequest): Locale =>
  FileQuery.parse(request.query).lang ?? request.locale;

/** @param name of the file, after the review's. */
export async function sendGrid(
  request: FastifyRequest,
  reply: FastifyReply,
  { grid, format, name }: { grid: NamedGrid; format: TableFormat; name: string },
) {
  const bytes = await tableFile(grid, format, {
    locale: fileLocale(request),
    at: request.at,
    linkBase: baseOf(request),
    forSpreadsheet: FileQuery.parse(request.query).for === 'spreadsheet',
  });
  const file = `${reviewOf(request).slug}-${name}`.replaceAll(/[^\w-]/g, '-');
  return reply
    .type(mediaTypes[format])
    .header('content-disposition', `attachment; filename="${file}.${format}"`)
    .send(bytes);
}
