/** What is stored though it could be computed is computed again by `check`: a row that was changed is named. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { ranking } from '../schema/ranking.ts';
import { importBatch } from '../schema/records.ts';
import { agreeingRankings, agreeingTags } from '../server/check/derived.ts';
import { storeByHand } from '../server/records/imports/hand-entry.ts';
import { rankStage } from '../server/screening/ranking/runs.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase, now } from './helpers.ts';
import { typeIn } from './typed-references.ts';

const article = (title: string): Reference => ({ type: 'article-journal', title, authors: [] });

test('tags of an import that its records were not kept with are named', () => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const review = addReview(db, [[astrid, 'owner']]);
  const entry = { reviewId: review.id, searchRunId: null, label: 'Typed in' };
  const { importId } = storeByHand(astrid, { ...entry, references: [article('One')] });
  expect(agreeingTags(db, review)).toEqual([]);
  db.update(importBatch)
    .set({ unmappedTags: [{ tag: 'XX', count: 1 }] })
    .where(eq(importBatch.id, importId))
    .run();
  expect(agreeingTags(db, review)).toEqual([expect.stringContaining(`import ${importId}`)]);
});

test('an order that its ranking did not give is named', () => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const review = addReview(db, [[astrid, 'owner']], { reviewersTitleAbstract: 1 });
  const titles = [
    'Forests and walking',
    'Forest gardens',
    'Steel prices',
    'Prices of ore',
    'Benches',
  ];
  const references = titles.map(article);
  const reportIds = typeIn(astrid, review.id, references);
  for (const [at, answer] of [
    [0, 'include'],
    [2, 'exclude'],
  ] as const)
    castVote(astrid, {
      ...{ reviewId: review.id, reportId: reportIds[at] ?? 0, stage: 'title_abstract', answer },
      ...{ criterionId: null, note: '', clientKey: null },
    });
  const clock = { at: now.toISOString(), elapsedMs: () => 0 };
  rankStage(db, { reviewId: review.id, stage: 'title_abstract' }, clock);
  expect(agreeingRankings(db, review)).toEqual([]);
  const row = db.select().from(ranking).get();
  db.update(ranking)
    .set({ ids: Buffer.from(row?.ids ?? []).reverse() })
    .run();
  expect(agreeingRankings(db, review)).toHaveLength(1);
});
