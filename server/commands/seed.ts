/** `seed`: loads the demonstration reviews into an empty data folder and makes their search index. */
import { z } from 'zod';
import { loadDemonstration } from '../../seeds/load.ts';
import { includedPublications } from '../coding/publications.ts';
import type { Db } from '../db.ts';
import { findingsOf } from '../findings/findings.ts';
import { jobHandlers } from '../job-handlers.ts';
import { inWords } from '../platform/i18n.ts';
import { type JobHandler, runNext } from '../platform/jobs/jobs.ts';
import { importsOf } from '../records/imports/imports.ts';
import { allReviews } from '../reviews/reviews.ts';
import { searchRuns } from '../searches/runs.ts';
import type { Storage } from '../storage.ts';
import { CommandError, commonSchema, defineCommand, storageFor } from './command.ts';

export const seedCommand = defineCommand({
  name: 'seed',
  summary: 'load the demonstration reviews into an empty installation',
  exitCodes: { 1: 'failed, or the installation has a review already (nothing is changed)' },
  options: {},
  schema: z.object(commonSchema),
  async run(options, output) {
    const storage = storageFor(options);
    if (!(await loadDemonstration(storage.db, new Date())))
      throw new CommandError(
        `${storage.dataDir} has a review already: the demonstration is loaded into an empty installation only. Nothing was changed.`,
      );
    await runWaitingJobs(storage);
    const reviews = describe(storage.db);
    if (options.json) output.json({ reviews });
    else for (const review of reviews) output.line(sentenceOn(review));
    return 0;
  },
});

/** The search index is made here and now; a started server would do the same in its worker. */
async function runWaitingJobs({ db, searchDb, dataDir }: Storage & { dataDir: string }) {
  const tools = { db, searchDb, dataDir, now: () => new Date().toISOString() };
  const failures: unknown[] = [];
  const index: JobHandler = async (job) => {
    await jobHandlers.index(job).catch((error: unknown) => {
      failures.push(error);
      throw error;
    });
  };
  while (await runNext(tools, { ...jobHandlers, index }));
  if (failures.length > 0) throw failures[0];
}

function describe(db: Db) {
  return allReviews(db)
    .map(({ id, slug, title, publishedAt }) => {
      const imports = importsOf(db, id);
      return {
        slug,
        title: inWords('en', title),
        isPublished: publishedAt !== null,
        searches: searchRuns(db, id).length,
        records: imports.reduce((sum, row) => sum + (row.import.declared ?? 0), 0),
        publications: includedPublications(db, id).length,
        findings: findingsOf(db, id, { onlyFinal: true }).length,
      };
    })
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

function sentenceOn(review: ReturnType<typeof describe>[number]): string {
  const { slug, isPublished, searches, publications, findings, records } = review;
  const holds = isPublished
    ? `${many(publications, 'publication')}, ${many(findings, 'finding')}, published`
    : `${many(records, 'record')} to screen, not published`;
  return `${slug}: ${holds}, ${many(searches, 'search', 'searches')}`;
}

const many = (count: number, one: string, more = `${one}s`) =>
  `${count} ${count === 1 ? one : more}`;
