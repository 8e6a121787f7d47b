/** Restores an archive that has been sent in, where nobody waits for it. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { job } from '../../../schema/jobs.ts';
import type { Connection, Db } from '../../db.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue, type JobHandler, type JobRow, progressTeller } from '../../platform/jobs/jobs.ts';
import { clearSteps } from './in-steps.ts';
import { ownConnection } from './own-connection.ts';
import { restoreArchive } from './restore.ts';
import { dropWaiting, pathOfWaiting } from './waiting.ts';

const Id = z.number().int().positive();
const Asked = z.object({
  archive: z.string(),
  /** Who of the archive has which account here. */
  accounts: z.array(z.tuple([Id, Id])),
  /** What has been put in and is not shown yet: taken out again if the work was cut off. */
  begun: z
    .object({
      review: Id,
      rows: z.array(z.object({ table: z.string(), from: Id, to: Id })),
      people: z.array(Id),
    })
    .optional(),
  /** The address of the restored review, as soon as there is one. */
  slug: z.string().optional(),
});

type Asked = z.infer<typeof Asked>;

export const askedToRestore = ({ payload }: JobRow) => Asked.parse(payload);

/** The number of the job that restores it, also when somebody has asked for that already. */
export function askToRestore(
  context: Context,
  archive: string,
  accounts: ReadonlyMap<number, number>,
): number {
  const begun = restoring(context.db, archive);
  if (begun) return begun.id;
  const payload = { archive, accounts: [...accounts] } satisfies Asked;
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
  // A process that was killed right after the last act must not restore it twice.
  if (asked.slug === undefined) {
    const { db, end } = ownConnection(shared, dataDir);
    try {
      clearCutOff(db, own.id);
      await restoreAsked(db, dataDir, own);
    } finally {
      end();
    }
  }
  await dropWaiting(dataDir, asked.archive);
};

async function restoreAsked(db: Connection, dataDir: string, own: JobRow): Promise<void> {
  const { begun: _, ...asked } = askedToRestore(own);
  const note = (more: Partial<Asked>) => noteOn(db, own.id, { ...asked, ...more });
  const by = { personId: own.personId, at: own.createdAt, accounts: new Map(asked.accounts) };
  await restoreArchive({ db, dataDir }, pathOfWaiting(dataDir, asked.archive), by, {
    told: progressTeller(db, own.id),
    restored: ({ slug }) => note({ slug }),
    steps: { begun: (begun) => note({ begun }), cleared: () => note({}) },
  });
}

/** What this work, or one that was given up, had put in when it was cut off. */
function clearCutOff(db: Connection, jobId: number): void {
  const rows = db.select().from(job).where(eq(job.kind, 'restore')).all();
  for (const row of rows.filter(({ id, state }) => id === jobId || state === 'failed')) {
    const { begun, ...rest } = askedToRestore(row);
    if (begun) clearSteps(db, begun, () => noteOn(db, row.id, rest));
  }
}

function noteOn(db: Db, jobId: number, payload: Asked): void {
  db.update(job).set({ payload }).where(eq(job.id, jobId)).run();
}
