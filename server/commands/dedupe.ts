/** `dedupe`: finds duplicates in a review, or in a file of records without any database. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { clustersOf } from '../../import/duplicates/clusters.ts';
import { findDuplicates } from '../../import/duplicates/duplicates.ts';
import { readRow, referenceOfRow } from '../../import/duplicates/rows.ts';
import { findReview } from '../platform/find-review.ts';
import { countOpenPairs, linksMadeBy, openPairs } from '../records/duplicates/duplicates.ts';
import { findDuplicatesNow } from '../records/duplicates/duplicates-job.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';
import { linesOf } from './lines.ts';

const schema = z
  .object({ ...commonSchema, review: z.string().optional(), in: z.string().optional() })
  .refine((options) => Boolean(options.review) !== Boolean(options.in), {
    path: ['review'],
    error: 'give either a review (--review) or a file of records (--in)',
  });

export const dedupeCommand = defineCommand({
  name: 'dedupe',
  summary: 'find duplicates: link the certain ones of a review, list the possible ones',
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review, whose links are then saved' },
    in: {
      kind: 'text',
      value: 'FILE',
      help: 'or: records, one JSON object a line (- reads standard input); saves nothing',
    },
  },
  schema,
  run(options, output) {
    if (options.in) return dedupeFile(options.in, options.json, output);
    dedupeReview({ ...options, slug: options.review ?? '' }, output);
    return 0;
  },
});

function dedupeReview(
  options: { data?: string | undefined; json: boolean; slug: string },
  output: Output,
): void {
  const { db } = storageFor(options);
  const review = findReview(db, options.slug);
  if (!review) throw new CommandError(`There is no review "${options.slug}".`);
  const context = { db, actor: null, at: new Date().toISOString() };
  const found = findDuplicatesNow(context, review.id);
  const everything = { limit: Number.MAX_SAFE_INTEGER, offset: 0 };
  const links = (['rules', 'people'] as const).flatMap((maker) =>
    linksMadeBy(db, review.id, maker, everything).rows.map((row) => ({ ...row, maker })),
  );
  const open = openPairs(db, review.id, everything);
  if (options.json) {
    output.json({ found, links, open });
    return;
  }
  output.line(`${found.links} new links, ${found.questions} new questions`);
  for (const { first, second, reasons, maker } of links)
    output.line(`${first.id} = ${second.id}\t${codes(reasons)}\t${maker}\t${first.title}`);
  output.line(`${countOpenPairs(db, review.id)} pairs to decide`);
  for (const { first, second, reasons, against } of open)
    output.line(
      `${first.id} ? ${second.id}\t${codes(reasons)}\tbut ${codes(against)}\t${first.title}`,
    );
}

const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code).join(' ') || '-';

type Rejected = { line: number; problem: string };

/** A line that is no record is told apart and left out; all the others are compared. */
function dedupeFile(file: string, json: boolean, output: Output): number {
  if (file !== '-' && !existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  const rejected: Rejected[] = [];
  const ids = new Set<string | number>();
  const { certain, possible } = findDuplicates(recordsIn(file, ids, rejected));
  const clusters = clustersOf(certain).filter((cluster) => cluster.length > 1);
  if (json) output.json({ records: ids.size, clusters, certain, possible, rejected });
  else {
    const extra = clusters.reduce((sum, cluster) => sum + cluster.length - 1, 0);
    output.line(`${ids.size} records, ${extra} certain duplicates, ${possible.length} possible`);
    for (const cluster of clusters) output.line(`= ${cluster.join(' ')}`);
    for (const { a, b, reasons, against } of possible)
      output.line(`? ${a} ${b}\t${codes(reasons)}\tbut ${codes(against)}`);
  }
  for (const { line, problem } of rejected) process.stderr.write(`Line ${line}: ${problem}\n`);
  return rejected.length > 0 ? 1 : 0;
}

function* recordsIn(file: string, ids: Set<string | number>, rejected: Rejected[]) {
  let number = 0;
  for (const line of linesOf(file)) {
    number += 1;
    if (line.trim() === '') continue;
    const row = readRow(line);
    if (!row) rejected.push({ line: number, problem: 'not a record: a JSON object with an id' });
    else if (ids.has(row.id))
      rejected.push({ line: number, problem: `the id ${row.id} is taken by an earlier line` });
    else {
      ids.add(row.id);
      yield { id: row.id, reference: referenceOfRow(row) };
    }
  }
}
