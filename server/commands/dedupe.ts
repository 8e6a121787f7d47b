/** `dedupe`: finds duplicates in a review, or in a file of records without any database. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { clustersOf } from '../../import/duplicates/clusters.ts';
import { findDuplicates } from '../../import/duplicates/duplicates.ts';
import { parseDoi } from '../../import/normalize/doi.ts';
import { parseName } from '../../import/normalize/names.ts';
import { standardNumbers } from '../../import/normalize/numbers.ts';
import { yearOf } from '../../import/normalize/years.ts';
import type { Reference } from '../../import/reference.ts';
import { findReview } from '../platform/find-review.ts';
import { countOpenPairs, linksMadeBy, openPairs } from '../records/duplicates.ts';
import { findDuplicatesNow } from '../records/duplicates-job.ts';
import { followClusters } from '../screening/follow-clusters.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';

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
    in: { kind: 'text', value: 'FILE', help: 'or: records, one JSON object a line; saves nothing' },
  },
  schema,
  run(options, output) {
    if (options.in) dedupeFile(options.in, options.json, output);
    else dedupeReview({ ...options, slug: options.review ?? '' }, output);
    return 0;
  },
});

function dedupeReview(
  options: { data?: string | undefined; json: boolean; slug: string },
  output: Output,
): void {
  followClusters();
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

const Text = z.coerce.string().default('');
/** One line of the file: what databases export, everything but the id may be missing. */
const Row = z.object({
  id: z.union([z.string(), z.number()]),
  title: Text,
  authors: z.array(z.string()).default([]),
  author: Text,
  year: Text,
  journal: Text,
  volume: Text,
  number: Text,
  pages: Text,
  doi: Text,
  abstract: Text,
  isbn: Text,
});

function dedupeFile(file: string, json: boolean, output: Output): void {
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const records = lines.flatMap((line, index) => (line.trim() ? [readRow(line, index + 1)] : []));
  const { certain, possible } = findDuplicates(records);
  const ids = records.map((record) => record.id);
  const clusters = clustersOf(certain, ids).filter((cluster) => cluster.length > 1);
  if (json) {
    output.json({ records: records.length, clusters, certain, possible });
    return;
  }
  const extra = clusters.reduce((sum, cluster) => sum + cluster.length - 1, 0);
  output.line(
    `${records.length} records, ${extra} certain duplicates, ${possible.length} possible`,
  );
  for (const cluster of clusters) output.line(`= ${cluster.join(' ')}`);
  for (const { a, b, reasons } of possible) output.line(`? ${a} ${b}\t${codes(reasons)}`);
}

function readRow(line: string, number: number) {
  try {
    const row = Row.parse(JSON.parse(line));
    return { id: row.id, reference: referenceOf(row) };
  } catch {
    throw new CommandError(`Line ${number} is not a record: a JSON object with an id.`);
  }
}

function referenceOf(row: z.infer<typeof Row>): Reference {
  const doi = parseDoi(row.doi);
  const year = yearOf(row.year);
  const { isbn, issn } = standardNumbers(row.isbn);
  const written = row.authors.length > 0 ? row.authors : row.author.split(/\s*(?:;|\band\b)\s*/);
  const names = written.map((name) => parseName(name, { withoutComma: 'person' }));
  return {
    type: 'article-journal',
    title: row.title,
    authors: names.filter((name) => name !== undefined),
    ...(row.journal && { container: row.journal }),
    ...(row.volume && { volume: row.volume }),
    ...(row.number && { issue: row.number }),
    ...(row.pages && { pages: row.pages }),
    ...(row.abstract && { abstract: row.abstract }),
    ...(doi && { doi }),
    ...(year && { year }),
    ...(isbn.length > 0 && { isbn }),
    ...(issn.length > 0 && { issn }),
  };
}
