/** What people leave that has a page of its own: a print of the flow, an older review's list, an act on many. */
import { Readable } from 'node:stream';
import { askToRestore } from '../../server/export/archive/restore-job.ts';
import { keepWaiting } from '../../server/export/archive/waiting.ts';
import { archiveStream } from '../../server/export/archive/write.ts';
import { findReview } from '../../server/platform/find-review.ts';
import { pathOfFile, storeFile } from '../../server/records/imports/files.ts';
import { doBulk } from '../../server/screening/lists/bulk.ts';
import { importStageList } from '../../server/screening/stage-lists/lists.ts';
import { printFlow } from '../../server/synthesis/flow/prints.ts';
import type { Site } from './site.ts';

const olderList = [
  'TY  - JOUR',
  'AU  - Olsen, Nina',
  'TI  - A publication that none of the searches found',
  'PY  - 2011',
  'ER  - ',
  '',
].join('\n');

/** @param reportId a publication that nobody has judged. */
export async function leaveTraces(
  { db, dataDir }: Site,
  personId: number,
  reportId: number,
): Promise<void> {
  const context = { db, actor: { personId }, at: '2026-11-22T13:00:00.000Z' };
  const review = findReview(db, 'exercise');
  if (!review) throw new Error('the exercise is gone');
  const reviewId = review.id;
  printFlow(context, review, 'before the meeting');
  const { hash } = await storeFile(dataDir, Readable.from([Buffer.from(olderList)]));
  await importStageList(context, {
    reviewId,
    stage: 'title_abstract',
    fileName: 'kept-in-2012.ris',
    fileHash: hash,
    path: pathOfFile(dataDir, hash),
    excludesOthers: false,
  });
  await leaveArchive({ db, dataDir }, review);
  const published = findReview(db, 'eskilstuna-2022');
  if (!published) throw new Error('the demonstration is gone');
  askToRestore(context, await leaveArchive({ db, dataDir }, published), new Map());
  const wish = { kind: 'answer', answer: 'exclude', criterionId: null, note: '' } as const;
  await doBulk(context, { reviewId, stage: 'title_abstract', personId }, wish, [reportId]);
}

/** Sent in to be restored, and not restored yet. @returns the archive's name. */
async function leaveArchive(
  { db, dataDir }: Pick<Site, 'db' | 'dataDir'>,
  review: { id: number; slug: string; title: object },
): Promise<string> {
  const { hash } = await storeFile(dataDir, archiveStream(db, dataDir, review));
  await keepWaiting(dataDir, hash);
  return hash;
}
