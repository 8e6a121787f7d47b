/** `stage-list`: a file that says what an older review kept after a stage, matched to the records of its searches. */
import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { stages } from '../../schema/screening.ts';
import { membersOf } from '../accounts/members.ts';
import { findReview } from '../platform/find-review.ts';
import { pathOfFile, storeFile } from '../records/imports/files.ts';
import {
  importStageList,
  type StageListResult,
  stageListPage,
} from '../screening/stage-lists/lists.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';

const schema = z.object({
  ...commonSchema,
  review: z.string('name the review'),
  file: z.string('name the file'),
  stage: z.enum(stages, `one of ${stages.join(', ')}`),
  others: z.enum(['excluded', 'open']).default('excluded'),
});

export const stageListCommand = defineCommand({
  name: 'stage-list',
  summary: 'take over what a list of an older review kept after a stage, record by record',
  exitCodes: { 3: 'done, but some of its records match nothing in the review' },
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review, with the records of its searches' },
    file: { kind: 'text', value: 'FILE', help: 'the list' },
    stage: {
      kind: 'text',
      value: 'STAGE',
      help: 'what its records have passed: title_abstract (kept), full_text (included)',
    },
    others: {
      kind: 'text',
      value: 'WHAT',
      help: 'what it does not name at that stage was `excluded` (as is), or stays `open`',
    },
  },
  schema,
  async run(options, output) {
    if (!existsSync(options.file)) throw new CommandError(`There is no file ${options.file}.`);
    const { db, dataDir } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const owner = membersOf(db, review.id).find((member) => member.role === 'owner');
    if (!owner) throw new CommandError('The review has no owner.');
    const { hash } = await storeFile(dataDir, createReadStream(options.file));
    const context = { db, actor: { personId: owner.personId }, at: new Date().toISOString() };
    const result = await importStageList(context, {
      reviewId: review.id,
      stage: options.stage,
      fileName: basename(options.file),
      fileHash: hash,
      path: pathOfFile(dataDir, hash),
      excludesOthers: options.others === 'excluded',
    });
    const query = { state: 'unmatched', page: 1, size: 100_000 } as const;
    const { rows } = stageListPage(db, review.id, result.listId, query);
    if (options.json) output.json({ ...result, unmatchedRecords: rows });
    else {
      print(result, output);
      for (const { position, reference, nearestId } of rows)
        output.line(
          `  ${position}. ${reference.title} (${reference.year ?? 'no year'})${nearestId ? `; nearest: ${nearestId}` : ''}`,
        );
    }
    return result.unmatched > 0 ? 3 : 0;
  },
});

function print(result: StageListResult, output: Output): void {
  const { declared, matched, repeats, unmatched, rejected, excluded, revived, judgedHere } = result;
  output.line(`${declared} records in the file`);
  output.line(`  ${matched} matched to a publication of the review`);
  output.line(`  ${repeats} are one of these again`);
  output.line(`  ${rejected} could not be read`);
  output.line(`  ${unmatched} match nothing`);
  output.line(`${excluded} publications that it does not name were excluded`);
  if (revived > 0) output.line(`${revived} had been excluded before: this list holds`);
  if (judgedHere > 0) output.line(`${judgedHere} have been judged here: those answers hold`);
  if (unmatched > 0) output.line('Not matched:');
}
