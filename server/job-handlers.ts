/** Which code does which kind of job. */
import type { JobKind } from '../schema/jobs.ts';
import { fullTextJob } from './documents/read-job.ts';
import { indexJob } from './evidence/index-job.ts';
import { restoreJob } from './export/archive/restore-job.ts';
import { reportJob } from './export/delivery/report-job.ts';
import type { JobHandler } from './platform/jobs/jobs.ts';
import { duplicatesJob } from './records/duplicates-job.ts';
import { importJob } from './records/import-job.ts';
import { rankingJob, rankNewcomers } from './screening/ranking/ranking-job.ts';

export const jobHandlers: Record<JobKind, JobHandler> = {
  import: importJob,
  duplicates: async (tools) => {
    await duplicatesJob(tools);
    const { reviewId } = tools.job;
    if (reviewId !== null) rankNewcomers({ db: tools.db, actor: null, at: tools.now() }, reviewId);
  },
  index: indexJob,
  full_text: fullTextJob,
  ranking: rankingJob,
  report: reportJob,
  restore: restoreJob,
};
