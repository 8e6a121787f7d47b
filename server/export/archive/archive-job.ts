/** Writes an archive where nobody waits for it: row by row into its file, however much there is. */
import { eq } from 'drizzle-orm';
import { review } from '../../../schema/reviews.ts';
import { notFound } from '../../errors.ts';
import { type JobHandler, progressTeller } from '../../platform/jobs/jobs.ts';
import { keepArchive } from './made.ts';
import { ownConnection } from './own-connection.ts';
import { archiveStream } from './write.ts';

export const archiveJob: JobHandler = async ({ db: shared, dataDir, job }) => {
  const { db, end } = ownConnection(shared, dataDir);
  try {
    // Everything in it is from one moment, however long it takes.
    if (!db.$client.memory) db.$client.exec('begin');
    const row = db
      .select()
      .from(review)
      .where(eq(review.id, job.reviewId ?? 0))
      .get();
    if (!row) throw notFound();
    const stream = archiveStream(db, dataDir, row, progressTeller(shared, job.id));
    await keepArchive({ db: shared, dataDir }, job, stream);
  } finally {
    end();
  }
};
