/** Writes a report where nobody waits for it: figures, references and the layout of pages take their time. */
import { eq } from 'drizzle-orm';
import { review } from '../../../schema/reviews.ts';
import { notFound } from '../../errors.ts';
import { type JobHandler, progressTeller } from '../../platform/jobs/jobs.ts';
import { ownConnection } from '../archive/own-connection.ts';
import { askedIn, keepReport } from './made.ts';
import { writtenReport } from './report.ts';

export const reportJob: JobHandler = async ({ db: shared, dataDir, job }) => {
  const { locale, isPublic, linkBase } = askedIn(job);
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
    const request = { db, review: row, locale, at: job.createdAt, isPublic, linkBase };
    const bytes = await writtenReport(request, dataDir, progressTeller(shared, job.id));
    await keepReport({ db: shared, dataDir }, job, bytes);
  } finally {
    end();
  }
};
