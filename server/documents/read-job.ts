/** Reads a file in the background: its text by page, and which publication it is of. */
import { existsSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { matchText } from '../../import/texts/match.ts';
import type { ReadText } from '../../import/texts/pages.ts';
import { readFullText } from '../../import/texts/read.ts';
import { fullText, fullTextPage } from '../../schema/documents.ts';
import { audit } from '../accounts/audit.ts';
import { inTransaction, type PersonalContext } from '../platform/context.ts';
import type { JobHandler, JobTools } from '../platform/jobs/jobs.ts';
import { pathOfFile } from '../records/imports/files.ts';
import { assumeRetrieved } from '../screening/retrieval.ts';
import { type FullTextRow, soughtPublications } from './files.ts';

const Payload = z.object({ fullTextId: z.number() });

/** Read again from the beginning after a killed process: a file is read whole or not at all. */
export const fullTextJob: JobHandler = async (tools) => {
  const { fullTextId } = Payload.parse(tools.job.payload);
  const row = tools.db.select().from(fullText).where(eq(fullText.id, fullTextId)).get();
  if (!row || row.removedAt !== null) return;
  const path = pathOfFile(tools.dataDir, row.fileHash);
  const read: ReadText = existsSync(path)
    ? await readFullText(path)
    : { kind: 'unreadable', problem: 'BROKEN' };
  inTransaction(contextOf(tools, row), (tx) => keep(tx, fullTextId, read));
};

/** The work is done for the person who gave the file. */
const contextOf = (tools: JobTools, row: FullTextRow): PersonalContext => ({
  db: tools.db,
  actor: { personId: row.personId },
  at: tools.now(),
});

function keep(tx: PersonalContext, id: number, read: ReadText): void {
  // People may have matched or removed it while it was read.
  const row = tx.db.select().from(fullText).where(eq(fullText.id, id)).get();
  if (!row) return;
  tx.db.delete(fullTextPage).where(eq(fullTextPage.fullTextId, id)).run();
  if (read.kind === 'unreadable') {
    const failed = { state: 'unreadable', problem: read.problem } as const;
    tx.db.update(fullText).set(failed).where(eq(fullText.id, id)).run();
    return;
  }
  for (const page of read.pages)
    tx.db
      .insert(fullTextPage)
      .values({ fullTextId: id, ...page })
      .run();
  const { format, facts } = read;
  const done = { state: 'read', problem: '', format, facts } as const;
  tx.db.update(fullText).set(done).where(eq(fullText.id, id)).run();
  if (row.reportId === null) findPublication(tx, row, read);
}

type Read = Extract<ReadText, { kind: 'read' }>;

function findPublication(tx: PersonalContext, row: FullTextRow, { facts, pages }: Read): void {
  const candidates = soughtPublications(tx.db, row.reviewId);
  const text = { facts, pages, fileName: row.fileName };
  const found = matchText(text, candidates);
  if (!found) return;
  const { id: reportId, reason: matchReason } = found;
  const match = found.isCertain ? { reportId } : { proposedId: reportId };
  tx.db
    .update(fullText)
    .set({ ...match, matchReason })
    .where(eq(fullText.id, row.id))
    .run();
  if (!found.isCertain) return;
  audit(tx, {
    action: 'full_text.matched',
    entity: 'full_text',
    entityId: row.id,
    reviewId: row.reviewId,
    after: { reportId, reason: matchReason },
  });
  assumeRetrieved(tx, reportId, 'file_attached');
}
