/**
 * Which code does which kind of job. It is read when there is such a job, and the others' is not: a worker begins in half
 * the time.
 */
import type { JobKind } from '../schema/jobs.ts';
import type { JobHandler, JobTools } from './platform/jobs/jobs.ts';

export const jobHandlers: Record<JobKind, JobHandler> = {
  import: async (tools) => {
    const { importJob } = await import('./records/imports/import-job.ts');
    await importJob(tools);
    await rankNews(tools);
  },
  undo: async (tools) => {
    const { undoJob } = await import('./records/imports/undo-job.ts');
    await undoJob(tools);
  },
  duplicates: async (tools) => {
    const { duplicatesJob } = await import('./records/duplicates/duplicates-job.ts');
    await duplicatesJob(tools);
    await rankNews(tools);
  },
  index: async (tools) => {
    const { indexJob } = await import('./evidence/index-job.ts');
    await indexJob(tools);
  },
  full_text: async (tools) => {
    const { fullTextJob } = await import('./documents/read-job.ts');
    await fullTextJob(tools);
  },
  ranking: async (tools) => {
    const { rankingJob } = await import('./screening/ranking/ranking-job.ts');
    await rankingJob(tools);
  },
  report: async (tools) => {
    const { reportJob } = await import('./export/delivery/report-job.ts');
    await reportJob(tools);
  },
  restore: async (tools) => {
    const { restoreJob } = await import('./export/archive/restore-job.ts');
    await restoreJob(tools);
  },
  archive: async (tools) => {
    const { archiveJob } = await import('./export/archive/archive-job.ts');
    await archiveJob(tools);
  },
};

/** What such a job brings takes its place among what was ranked, once the job has ended. */
async function rankNews({ db, job: { reviewId }, now }: JobTools): Promise<void> {
  if (reviewId === null) return;
  const { rankNewcomers } = await import('./screening/ranking/ranking-job.ts');
  rankNewcomers({ db, actor: null, at: now() }, reviewId);
}
