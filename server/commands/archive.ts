/** `archive`: a whole review as one ZIP that can be restored elsewhere. */
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { archiveStream } from '../export/archive/write.ts';
import { findReview } from '../platform/find-review.ts';
import { CommandError, commonSchema, defineCommand, storageFor } from './command.ts';

export const archiveCommand = defineCommand({
  name: 'archive',
  summary: 'write a whole review as one ZIP (a data package) that can be restored elsewhere',
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review' },
    out: { kind: 'text', value: 'FILE', help: 'the new ZIP file' },
  },
  schema: z.object({
    ...commonSchema,
    review: z.string('name the review').min(1),
    out: z.string('name the new file with --out').min(1),
  }),
  async run(options, output) {
    if (existsSync(options.out))
      throw new CommandError(`${options.out} is there already. Name a new file.`);
    const { db, dataDir } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const partial = `${options.out}.part`;
    db.$client.exec('begin');
    try {
      await pipeline(archiveStream(db, dataDir, review), createWriteStream(partial));
      await rename(partial, options.out);
    } finally {
      db.$client.exec('rollback');
      await rm(partial, { force: true });
    }
    if (options.json) output.json({ file: options.out });
    else output.line(options.out);
    return 0;
  },
});
