/** A duplicate that is found while people screen goes back to where the flow counts duplicates. */
import { expect, test } from 'vitest';
import { duplicateLink } from '../schema/records.ts';
import { searchRun } from '../schema/searches.ts';
import { linkByHand, unlink } from '../server/records/duplicates/links.ts';
import { importReferences } from '../server/records/imports/hand-entry.ts';
import { stageCounts } from '../server/screening/progress.ts';
import { disagreeingStandings } from '../server/screening/votes/standings.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { flowOf } from '../server/synthesis/flow/flow.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';

test('two records judged apart and found to be one are one more duplicate and one screened less', () => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const review = addReview(db, [[astrid, 'owner']], { reviewersTitleAbstract: 1 });
  const reviewId = review.id;
  const references = ['Parks and health', 'Parks, and the health of all', 'Trees'].map((title) => ({
    ...{ type: 'article-journal' as const, title, authors: [], year: 2020 },
  }));
  const { id: searchRunId } = db
    .insert(searchRun)
    .values({ reviewId, kind: 'database', source: 'PubMed', createdBy: astrid.personId })
    .returning({ id: searchRun.id })
    .get();
  const entry = { reviewId, searchRunId, label: 'By hand', references };
  const [first = 0, second = 0, third = 0] = importReferences(astrid, entry);
  for (const reportId of [first, second, third]) {
    const said = { answer: 'exclude', criterionId: null, note: '', clientKey: null } as const;
    castVote(astrid, { ...said, reviewId, reportId, stage: 'title_abstract' });
  }
  const boxes = () => {
    const found = flowOf(db, review).boxes;
    return ['X1', 'S1', 'S2'].map((id) => found.find((box) => box.id === id)?.derived);
  };
  expect(boxes()).toEqual([0, 3, 3]);
  linkByHand(astrid, reviewId, [first, second]);
  expect(boxes()).toEqual([1, 2, 2]);
  expect(stageCounts(db, reviewId, 'title_abstract')).toMatchObject({ total: 2, excluded: 2 });
  const [link] = db.select().from(duplicateLink).all();
  unlink(astrid, { reviewId, linkId: link?.id ?? 0 });
  expect(boxes()).toEqual([0, 3, 3]);
  expect(disagreeingStandings(db, reviewId)).toEqual([]);
});
