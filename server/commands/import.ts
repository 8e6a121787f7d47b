/** `import`: reads files of references into a review, to the end, and prints the account of each. */
import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { formats } from '../../import/formats/formats.ts';
import { sourceKinds } from '../../schema/searches.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { jobHandlers } from '../job-handlers.ts';
import type { PersonalContext } from '../platform/context.ts';
import { findReview } from '../platform/find-review.ts';
import { translateDynamic } from '../platform/i18n.ts';
import { runToEnd } from '../platform/jobs/jobs.ts';
import { type Accounting, accountingOf, piecesPage } from '../records/imports/accounting.ts';
import { storeFile } from '../records/imports/files.ts';
import { createImport, findImport, type ImportRow } from '../records/imports/imports.ts';
import { filesToImport, type ReceivedFile } from '../records/imports/receive.ts';
import { addSearchRun } from '../searches/runs.ts';
import { actingIn } from './acting.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';

const formatIds = formats.map((format) => format.id);

const schema = z
  .object({
    ...commonSchema,
    review: z.string('name the review'),
    file: z.array(z.string(), 'name the file'),
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
  summary: 'read files of references into a review and account for every record',
  exitCodes: { 3: 'done, but something in the files was rejected' },
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review' },
    file: {
      kind: 'text',
      many: true,
      value: 'FILE',
      help: 'a file, or a ZIP of files; may be given several times',
    },
    run: { kind: 'text', value: 'ID', help: 'the search that the files belong to' },
    source: { kind: 'text', value: 'NAME', help: 'or: log a new search of this source' },
    kind: { kind: 'text', value: 'KIND', help: `of a new source: ${sourceKinds.join(', ')}` },
    format: { kind: 'text', value: 'ID', help: `${formatIds.join(', ')} (else by its content)` },
    as: { kind: 'text', value: 'EMAIL', help: "in whose name (else the review's first owner)" },
  },
  schema,
  async run(options, output) {
    for (const file of options.file)
      if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
    const { db, searchDb, dataDir } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const context = actingIn(db, review.id, options.as);
    const files = await filesOf(dataDir, options.file);
    const about = {
      reviewId: review.id,
      searchRunId: runFor(context, review.id, options),
      format: options.format ?? null,
    };
    const made = files.map((file) => createImport(context, { ...about, ...file }));
    const now = () => new Date().toISOString();
    for (const { job } of made)
      await runToEnd({ db, searchDb, dataDir, now }, job.id, jobHandlers.import);
    const ended = made.map(({ importId }) => endOf(db, review.id, importId));
    if (options.json) printJson(ended, output);
    else printLines(db, ended, output);
    return exitCodeOf(ended);
  },
});

/** Everything that is to be read: of a ZIP, the files in it. */
async function filesOf(dataDir: string, paths: readonly string[]): Promise<ReceivedFile[]> {
  const files: ReceivedFile[] = [];
  for (const path of paths) {
    const { hash: fileHash, bytes: fileBytes } = await storeFile(dataDir, createReadStream(path));
    files.push(
      ...(await filesToImport(dataDir, { fileName: basename(path), fileHash, fileBytes })),
    );
  }
  return files;
}

function runFor(context: PersonalContext, reviewId: number, options: Options): number | null {
  const { run, source, kind } = options;
  if (source) return addSearchRun(context, reviewId, { kind, source });
  return run ?? null;
}

type Ended = { row: ImportRow; accounting: Accounting };

function endOf(db: Db, reviewId: number, importId: number): Ended {
  const row = findImport(db, reviewId, importId);
  if (!row) throw new AppError('NOT_FOUND');
  return { row, accounting: accountingOf(db, row) };
}

/** What failed outweighs what was rejected. */
function exitCodeOf(ended: readonly Ended[]): number {
  if (ended.some(({ row }) => row.state !== 'done')) return 1;
  return ended.some(({ accounting }) => accounting.rejected > 0) ? 3 : 0;
}

/** One file gives its account, several a list of theirs. */
function printJson(ended: readonly Ended[], output: Output): void {
  const accounts = ended.map(({ row, accounting }) => ({
    importId: row.id,
    fileName: row.fileName,
    archiveName: row.archiveName,
    state: row.state,
    format: row.format,
    encoding: row.encoding,
    searchRunId: row.searchRunId,
    problem: row.problem,
    accounting,
  }));
  const [only] = accounts;
  output.json(accounts.length === 1 ? only : { imports: accounts, ...totalOf(ended) });
}

function printLines(db: Db, ended: readonly Ended[], output: Output): void {
  for (const { row, accounting } of ended) {
    const { fileName, archiveName, problem, format } = row;
    if (ended.length > 1) output.line(archiveName ? `${archiveName}: ${fileName}` : fileName);
    if (problem)
      output.line(translateDynamic('en', `import_problem.${problem.code}`, problem.params));
    else printAccounting(accounting, format, output);
    if (accounting.rejected > 0) printRejected(db, row.id, output);
  }
  // They belong to one search: what it declared is compared with all of them.
  const hitsDifference = ended[0]?.accounting.hitsDifference;
  if (hitsDifference)
    output.line(`The search declared ${hitsDifference} more than its files hold.`);
  if (ended.length < 2) return;
  const { files, failed, declared, parsed, duplicates, rejected } = totalOf(ended);
  output.line(
    `${files} files, ${failed} of them failed; ${declared} records: ${parsed} read, ` +
      `${duplicates} repeated, ${rejected} rejected`,
  );
}

function totalOf(ended: readonly Ended[]) {
  const sum = (pick: (accounting: Accounting) => number | null) =>
    ended.reduce((total, { accounting }) => total + (pick(accounting) ?? 0), 0);
  return {
    files: ended.length,
    failed: ended.filter(({ row }) => row.state !== 'done').length,
    declared: sum(({ declared }) => declared),
    parsed: sum(({ parsed }) => parsed),
    duplicates: sum(({ duplicates }) => duplicates),
    rejected: sum(({ rejected }) => rejected),
  };
}

function printAccounting(
  accounting: ReturnType<typeof accountingOf>,
  format: string | null,
  output: Output,
): void {
  const { declared, parsed, rejected, duplicates, linked, fresh } = accounting;
  output.line(`${declared} records in the file (${format})`);
  output.line(`  ${parsed} read: ${fresh} new publications, ${linked} linked to earlier records`);
  output.line(`  ${duplicates} repeat a record of the same file`);
  output.line(`  ${rejected} rejected`);
}

function printRejected(db: Db, importId: number, output: Output): void {
  const query = { outcome: 'rejected', page: 1, size: 20 } as const;
  for (const { lineFrom, lineTo, rejected } of piecesPage(db, importId, query)) {
    const { code = '', params = {} } = rejected?.problem ?? {};
    const why = translateDynamic('en', `piece_problem.${code}`, params);
    output.line(`lines ${lineFrom}-${lineTo}: ${why}`);
  }
}
