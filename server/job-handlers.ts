/** Which code does which kind of job. */
import type { JobKind } from '../schema/jobs.ts';
import type { JobHandler } from './platform/jobs/jobs.ts';

export const jobHandlers: Record<JobKind, JobHandler> = {
  import: async () => {},
  duplicates: async () => {},
  index: async () => {},
};
