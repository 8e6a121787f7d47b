/** Restores an archive that has been sent in, where nobody waits for it. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { job } from '../../../schema/jobs.ts';
import type { Db } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, type JobHandler, type JobRow, progressTeller } from '../../platform/jobs/jobs.ts';
import { ownConnection } from './own-connection.ts';
import { restoreArchive } from './restore.ts';
import { dropWaiting, pathOfWaiting } from './waiting.ts';

const Id = z.number().int().positive();
const Asked = z.object({
  archive: z.string(),
  /** Who of the archive has which account here. */
  accounts: z.array(z.tuple([Id, Id])),
  /** The address of the restored review, as soon as there is one. */
  slug: z.string().optional(),
});

export const askedToRestore = ({ payload }: JobRow) => Asked.parse(payload);

/** The number of the job that restores it, also when somebody has asked for that already. */
export function askToRestore(
  context: Context,
  archive: string,
  accounts: ReadonlyMap<number, number>,
): number {
  const begun = restoring(context.db, archive);
  if (begun) return begun.id;
  const payload = { archive, accounts: [...accounts] } satisfies z.input<typeof Asked>;
  return enqueue(context, 'restore', { payload }).id;
}

/** The job that an archive waits for or that restores it now. */
export function restoring(db: Db, archive: string): JobRow | undefined {
  return db
    .select()
    .from(job)
    .where(and(eq(job.kind, 'restore'), inArray(job.state, ['queued', 'running'])))
    .orderBy(desc(job.id))
    .all()
    .find((row) => askedToRestore(row).archive === archive);
}

export const restoreJob: JobHandler = async ({ db: shared, dataDir, job: own }) => {
  const asked = askedToRestore(own);
  // A process that was killed right after the act must not restore it twice.
  if (asked.slug === undefined) {
    const { db, end } = ownConnection(shared, dataDir);
    const by = { personId: own.personId, at: own.createdAt, accounts: new Map(asked.accounts) };
    try {
      await restoreArchive({ db, dataDir }, pathOfWaiting(dataDir, asked.archive), by, {
        told: progressTeller(shared, own.id),
        restored: ({ slug }) => {
          db.update(job)
            .set({ payload: { ...asked, slug } })
            .where(eq(job.id, own.id))
            .run();
        },
      });
    } finally {
      end();
    }
  }
  await dropWaiting(dataDir, asked.archive);
};
