/** The archive of a review, as its page gives it. */
import type { Connection } from '../server/db.ts';
import { archiveStream } from '../server/export/archive/write.ts';
import { findReview } from '../server/platform/find-review.ts';

export async function archiveOf(
  { db, dataDir }: { db: Connection; dataDir: string },
  slug: string,
): Promise<Buffer> {
  const review = findReview(db, slug);
  if (!review) throw new Error(`no review ${slug}`);
  const pieces: Buffer[] = [];
  for await (const piece of archiveStream(db, dataDir, review)) pieces.push(piece);
  return Buffer.concat(pieces);
}
