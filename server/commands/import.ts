/** `import`: reads a file of references into a review, to the end, and prints the account of it. */
import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { formats } from '../../import/formats/formats.ts';
import { sourceKinds } from '../../schema/searches.ts';
import { membersOf } from '../accounts/members.ts';
import { findPersonByEmail } from '../accounts/people.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { jobHandlers } from '../job-handlers.ts';
import type { PersonalContext } from '../platform/context.ts';
import { findReview } from '../platform/find-review.ts';
import { translateDynamic } from '../platform/i18n.ts';
import { runToEnd } from '../platform/jobs/jobs.ts';
import { accountingOf, piecesPage } from '../records/accounting.ts';
import { storeFile } from '../records/files.ts';
import { createImport, findImport } from '../records/imports.ts';
import { addSearchRun } from '../searches/runs.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';

const formatIds = formats.map((format) => format.id);

const schema = z
  .object({
    ...commonSchema,
    review: z.string('name the review'),
    file: z.string('name the file'),
    run: z.coerce.number().int().positive().optional(),
    source: z.string().trim().min(1).optional(),
    kind: z.enum(sourceKinds).default('database'),
    format: z.enum(formatIds as [string, ...string[]]).optional(),
    as: z.email('write an e-mail address').optional(),
  })
  .refine((options) => !(options.run && options.source), {
    path: ['run'],
    error: 'give either a search that is there (--run) or a new one (--source)',
  });
type Options = z.infer<typeof schema>;

export const importCommand = defineCommand({
  name: 'import',
  summary: 'read a file of references into a review and account for every record',
  exitCodes: { 3: 'done, but something in the file was rejected' },
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review' },
    file: { kind: 'text', value: 'FILE', help: 'the file' },
    run: { kind: 'text', value: 'ID', help: 'the search that the file belongs to' },
    source: { kind: 'text', value: 'NAME', help: 'or: log a new search of this source' },
    kind: { kind: 'text', value: 'KIND', help: `of a new source: ${sourceKinds.join(', ')}` },
    format: { kind: 'text', value: 'ID', help: `${formatIds.join(', ')} (else by its content)` },
    as: { kind: 'text', value: 'EMAIL', help: "in whose name (else the review's first owner)" },
  },
  schema,
  async run(options, output) {
    if (!existsSync(options.file)) throw new CommandError(`There is no file ${options.file}.`);
    const { db, searchDb, dataDir } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const context = contextFor(db, review.id, options);
    const { hash: fileHash, bytes } = await storeFile(dataDir, createReadStream(options.file));
    const { importId, job } = createImport(context, {
      reviewId: review.id,
      searchRunId: runFor(context, review.id, options),
      fileName: basename(options.file),
      fileHash,
      fileBytes: bytes,
      format: options.format ?? null,
    });
    const now = () => new Date().toISOString();
    await runToEnd({ db, searchDb, dataDir, now }, job.id, jobHandlers.import);
    return printImport(db, { reviewId: review.id, importId }, options, output);
  },
});

function contextFor(db: Db, reviewId: number, options: Options): PersonalContext {
  const at = new Date().toISOString();
  const named = options.as ? findPersonByEmail(db, options.as)?.id : undefined;
  if (options.as && !named) throw new CommandError(`There is no account ${options.as}.`);
  const owner = membersOf(db, reviewId).find((member) => member.role === 'owner');
  const personId = named ?? owner?.personId;
  if (personId === undefined) throw new CommandError('The review has no owner: use --as EMAIL.');
  return { db, actor: { personId }, at };
}

function runFor(context: PersonalContext, reviewId: number, options: Options): number | null {
  const { run, source, kind } = options;
  if (source) return addSearchRun(context, reviewId, { kind, source });
  return run ?? null;
}

/** @returns the exit code. */
function printImport(
  db: Db,
  { reviewId, importId }: { reviewId: number; importId: number },
  options: Options,
  output: Output,
): number {
  const row = findImport(db, reviewId, importId);
  if (!row) throw new AppError('NOT_FOUND');
  const { state, format, encoding, problem, searchRunId } = row;
  const accounting = accountingOf(db, row);
  if (options.json)
    output.json({ importId, state, format, encoding, searchRunId, problem, accounting });
  else if (problem)
    output.line(translateDynamic('en', `import_problem.${problem.code}`, problem.params));
  else printAccounting(accounting, format, output);
  if (!options.json && accounting.rejected > 0) printRejected(db, importId, output);
  if (state !== 'done') return 1;
  return accounting.rejected > 0 ? 3 : 0;
}

function printAccounting(
  accounting: ReturnType<typeof accountingOf>,
  format: string | null,
  output: Output,
): void {
  const { declared, parsed, rejected, duplicates, linked, fresh, hitsDifference } = accounting;
  output.line(`${declared} records in the file (${format})`);
  output.line(`  ${parsed} read: ${fresh} new publications, ${linked} linked to earlier records`);
  output.line(`  ${duplicates} repeat a record of the same file`);
  output.line(`  ${rejected} rejected`);
  if (hitsDifference)
    output.line(`The search declared ${hitsDifference} more than its files hold.`);
}

function printRejected(db: Db, importId: number, output: Output): void {
  const query = { outcome: 'rejected', page: 1, size: 20 } as const;
  for (const { lineFrom, lineTo, rejected } of piecesPage(db, importId, query)) {
    const { code = '', params = {} } = rejected?.problem ?? {};
    const why = translateDynamic('en', `piece_problem.${code}`, params);
    output.line(`lines ${lineFrom}-${lineTo}: ${why}`);
  }
}
