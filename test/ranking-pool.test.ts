/** What a ranking reads is kept between rankings, and is what it would be read anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { duplicateLink } from '../schema/records.ts';
import { linkByHand, unlink } from '../server/records/duplicates/links.ts';
import { importReferences } from '../server/records/imports/hand-entry.ts';
import { correctReport } from '../server/records/reports/corrections.ts';
import { poolNow, poolUntil } from '../server/screening/ranking/pool.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';

const stages = ['title_abstract', 'full_text'] as const;

function setting() {
  const db = freshDatabase();
  const [astrid, bo] = [addPerson(db, 'Astrid'), addPerson(db, 'Bo')];
  const { id: reviewId } = addReview(db, [
    [astrid, 'owner'],
    [bo, 'reviewer'],
  ]);
  const ids: number[] = [];
  const acts = {
    add: () => {
      const title = `On gardens, volume ${ids.length}`;
      const references = [
        { type: 'book' as const, title, authors: [], abstract: `About ${title}` },
      ];
      ids.push(...importReferences(astrid, { reviewId, searchRunId: null, label: '', references }));
    },
    vote: (reportId: number) => {
      const plain = { criterionId: null, note: '', clientKey: null, stage: stages[0] };
      const answer = reportId % 2 === 0 ? 'include' : 'exclude';
      for (const who of [astrid, bo]) castVote(who, { ...plain, reviewId, reportId, answer });
    },
    title: (id: number) => correctReport(astrid, id, 'title', `On walks, after ${ids.length}`),
    abstract: (id: number) => correctReport(astrid, id, 'abstract', null),
    year: (id: number) => correctReport(astrid, id, 'year', 2001),
    link: (id: number) => linkByHand(astrid, reviewId, [id, ids[0] ?? 0]),
    unlink: () => {
      const [link] = db.select().from(duplicateLink).all();
      if (link) unlink(astrid, { reviewId, linkId: link.id });
    },
  };
  const pools = stages.map((stage) => () => {
    const [kept, anew] = [
      poolNow(db, { reviewId, stage }),
      poolUntil(db, { reviewId, stage }, Number.MAX_SAFE_INTEGER),
    ];
    const said = ({ ids, hash, texts }: typeof kept) => ({ ids, hash, texts: texts() });
    return [said(kept), said(anew)];
  });
  return { db, ids, acts, pools };
}

const step = fc.record({
  act: fc.constantFrom('add', 'vote', 'title', 'abstract', 'year', 'link', 'unlink'),
  number: fc.nat({ max: 6 }),
  // Several things may happen before the next ranking.
  isRead: fc.boolean(),
});

test('texts that came, went or were corrected since the last ranking are in the next one', () => {
  const holds = fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
    const { db, ids, acts, pools } = setting();
    for (let count = 0; count < 4; count += 1) acts.add();
    for (const { act, number, isRead } of [...steps, { act: 'add', number: 0, isRead: true }]) {
      try {
        acts[act as keyof typeof acts](ids[number % ids.length] ?? 0);
      } catch (error) {
        // Refused, as it may be: a second vote, a link that was taken back.
        if (!('code' in (error as object))) throw error;
      }
      if (!isRead) continue;
      for (const pool of pools) {
        const [kept, anew] = pool();
        expect(kept).toEqual(anew);
      }
    }
    db.$client.close();
  });
  fc.assert(holds, { numRuns: 25 });
});
