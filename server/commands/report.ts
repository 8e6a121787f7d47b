/** `report`: the written report of a review as a Word document. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import { writtenReport } from '../export/delivery/report.ts';
import { findReview } from '../platform/find-review.ts';
import { CommandError, commonSchema, defineCommand, storageFor } from './command.ts';

export const reportCommand = defineCommand({
  name: 'report',
  summary: 'write the report of a review as a Word document',
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review' },
    out: { kind: 'text', value: 'FILE', help: 'the Word document' },
    lang: { kind: 'text', value: 'LANG', help: `one of ${locales.join(', ')} (else en)` },
    date: { kind: 'text', value: 'DATE', help: 'the date stated in it (else now)' },
  },
  schema: z.object({
    ...commonSchema,
    review: z.string('name the review').min(1),
    out: z.string('name the file with --out').min(1),
    lang: z.enum(locales).default('en'),
    date: z.iso.date('write it as 2026-01-31').optional(),
  }),
  async run(options, output) {
    const { db, dataDir } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const at = options.date ? `${options.date}T00:00:00.000Z` : new Date().toISOString();
    const asked = { db, review, locale: options.lang, at, isPublic: false };
    const bytes = await writtenReport(asked, dataDir);
    try {
      writeFileSync(options.out, bytes);
    } catch (error) {
      throw new CommandError(`${options.out} cannot be written: ${(error as Error).message}`);
    }
    if (options.json) output.json({ file: options.out });
    else output.line(options.out);
    return 0;
  },
});
