/** A file of another team that brings decisions, notes and codes along; some of it is taken over. */
import { desc, eq } from 'drizzle-orm';
import { importBatch } from '../../schema/records.ts';
import { takeOverBrought } from '../../server/export/brought/acts.ts';
import type { Site } from './site.ts';

const said = { by: 'Bjørn Dahl', at: '2024-05-02' };
const line = (tag: string, kind: string, entry: object) =>
  `${tag}  - underlag:${kind} ${JSON.stringify({ ...entry, ...said })}`;

/** A reason and a code that this review does not know are left for a person to match. */
export const broughtFile = [
  'TY  - JOUR',
  'AU  - Lind, Maria',
  'TI  - Neighbours who look after each other in winter',
  'PY  - 2016',
  line('U1', 'decision', { stage: 'title_abstract', decision: 'include' }),
  line('U3', 'note', { text: 'Central for the second question', stage: 'title_abstract' }),
  line('U2', 'code', { code: 'neighbours', codebook: 'themes', locator: 'p. 4' }),
  'ER  - ',
  '',
  'TY  - JOUR',
  'AU  - Lind, Maria',
  'TI  - Municipal snow clearing and its costs per kilometre of pavement',
  'PY  - 2017',
  line('U1', 'decision', { stage: 'title_abstract', decision: 'exclude', reason: 'Not care' }),
  'ER  - ',
  '',
].join('\r\n');

/** The newest import of the review is taken to be the one of that file. */
export async function takeOverSome({ db }: Site, personId: number, reviewId: number) {
  const ofReview = eq(importBatch.reviewId, reviewId);
  const newest = db
    .select({ id: importBatch.id })
    .from(importBatch)
    .where(ofReview)
    .orderBy(desc(importBatch.id))
    .get();
  const context = { db, actor: { personId }, at: '2026-11-22T13:00:00.000Z' };
  await takeOverBrought(context, { reviewId, importId: newest?.id ?? 0 });
}
