/** `references`: a review's publications for reference managers and other programs. */
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { formats } from '../../import/formats/formats.ts';
import { referencesOf, writerOf } from '../export/references/references.ts';
import { findReview } from '../platform/find-review.ts';
import { everyReport } from '../records/reports/report-query.ts';
import { CommandError, commonSchema, defineCommand, storageFor } from './command.ts';

const formatIds = formats.filter((format) => format.write).map((format) => format.id);

export const referencesCommand = defineCommand({
  name: 'references',
  summary: 'write the publications of a review as a file of references',
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review' },
    format: { kind: 'text', value: 'ID', help: `${formatIds.join(', ')} (ris)` },
    included: { kind: 'flag', help: 'only what was included' },
    out: { kind: 'text', value: 'FILE', help: 'where to write (else to the screen)' },
  },
  schema: z.object({
    ...commonSchema,
    review: z.string('name the review'),
    format: z.enum(formatIds as [string, ...string[]]).optional(),
    included: z.boolean().default(false),
    out: z.string().min(1).optional(),
  }),
  run(options, output) {
    const { db } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const state = options.included ? 'included' : 'any';
    const references = referencesOf(db, review.id, { ...everyReport, state });
    const id = options.format ?? (options.json ? 'csl-json' : 'ris');
    const text = writerOf(id).write(references);
    if (options.out) writeFileSync(options.out, text);
    else output.line(text.replace(/\r?\n$/, ''));
    return 0;
  },
});
