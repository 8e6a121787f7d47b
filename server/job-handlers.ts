/** Which code does which kind of job. */
import type { JobKind } from '../schema/jobs.ts';
import { fullTextJob } from './documents/read-job.ts';
import { indexJob } from './evidence/index-job.ts';
import { archiveJob } from './export/archive/archive-job.ts';
import { restoreJob } from './export/archive/restore-job.ts';
import { reportJob } from './export/delivery/report-job.ts';
import type { JobHandler } from './platform/jobs/jobs.ts';
import { duplicatesJob } from './records/duplicates-job.ts';
import { importJob } from './records/import-job.ts';
import { rankingJob, rankNewcomers } from './screening/ranking/ranking-job.ts';

export const jobHandlers: Record<JobKind, JobHandler> = {
  import: thenRanked(importJob),
  duplicates: thenRanked(duplicatesJob),
  index: indexJob,
  full_text: fullTextJob,
  ranking: rankingJob,
  report: reportJob,
  restore: restoreJob,
  archive: archiveJob,
};

/** What such a job brings takes its place among what was ranked, once the job has ended. */
function thenRanked(handler: JobHandler): JobHandler {
  return async (tools) => {
    await handler(tools);
    const { reviewId } = tools.job;
    if (reviewId !== null) rankNewcomers({ db: tools.db, actor: null, at: tools.now() }, reviewId);
  };
}
