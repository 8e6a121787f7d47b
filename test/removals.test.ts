/** What is removed before screening waits for nobody and counts nowhere, until it is put back or somebody judges it. */
import { expect, test } from 'vitest';
import { duplicateLink } from '../schema/records.ts';
import { linkByHand, unlink } from '../server/records/duplicates/links.ts';
import { boardOf, readBoard } from '../server/screening/board/board.ts';
import { nextReport, ownProgress } from '../server/screening/desk/queue.ts';
import { stageCounts, teamProgress } from '../server/screening/progress.ts';
import { removalsOf, removeBeforeScreening, undoRemoval } from '../server/screening/removals.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';
import { typeIn } from './typed-references.ts';

const stage = 'title_abstract';

function setting() {
  const db = freshDatabase();
  const [astrid, bo] = [addPerson(db, 'Astrid'), addPerson(db, 'Bo')];
  const { id: reviewId } = addReview(db, [
    [astrid, 'owner'],
    [bo, 'reviewer'],
  ]);
  const titles = ['Walking in forests', 'Gardens behind hospitals', 'Benches and strolls'];
  const references = titles.map((title, at) => ({
    ...{ type: 'article-journal' as const, title, year: 2010 + at, authors: [] },
    doi: `10.1000/removed.${at}`,
  }));
  const [first = 0, second = 0, third = 0] = typeIn(astrid, reviewId, references);
  const desk = (who: typeof astrid) => ({ reviewId, stage, personId: who.personId }) as const;
  return {
    ...{ db, astrid, bo, reviewId, first, second, third },
    remove: (...reportIds: number[]) =>
      removeBeforeScreening(astrid, {
        ...{ reviewId, reportIds, kind: 'other', reason: 'Not research', tool: '' },
        ...{ yearBefore: null, yearAfter: null, languages: [] },
      }),
    vote: (who: typeof astrid, reportId: number) =>
      castVote(who, {
        ...{ reviewId, reportId, stage, answer: 'include', criterionId: null },
        ...{ note: '', clientKey: null },
      }),
    /** The board that is kept up says what one read anew says. */
    onBoard: () => {
      const place = { reviewId, stage } as const;
      const kept = boardOf(db, place);
      const { ids, counts } = readBoard(db, place);
      expect([kept.ids, kept.counts.get('unscreened') ?? 0]).toEqual([
        ids,
        counts.get('unscreened') ?? 0,
      ]);
      return [...kept.ids];
    },
    counts: () => stageCounts(db, reviewId, stage),
    left: (who: typeof astrid) => ownProgress(db, desk(who)).left,
    next: (who: typeof astrid, after = 0) => nextReport(db, desk(who), after)?.id,
  };
}

test('a report removed before screening is neither on the board nor counted, and comes back when it is put back', () => {
  const s = setting();
  expect(s.onBoard()).toEqual([s.first, s.second, s.third]);
  s.remove(s.second);
  expect(s.onBoard()).toEqual([s.first, s.third]);
  expect(s.counts()).toMatchObject({ total: 2, unscreened: 2 });
  expect([s.left(s.bo), s.next(s.bo, s.first)]).toEqual([2, s.third]);
  const [act] = removalsOf(s.db, s.reviewId);
  undoRemoval(s.astrid, { reviewId: s.reviewId, removalId: act?.id ?? 0 });
  expect(s.onBoard()).toEqual([s.first, s.second, s.third]);
  expect(s.counts()).toMatchObject({ total: 3, unscreened: 3 });
  expect([s.left(s.bo), s.next(s.bo, s.first)]).toEqual([3, s.second]);
});

test('a removed report is not voted on; judged as another copy of it, it comes back until that is taken apart', () => {
  const s = setting();
  s.remove(s.second);
  expect(() => s.vote(s.bo, s.second)).toThrow('VOTE_NOT_NEEDED');
  s.vote(s.bo, s.third);
  linkByHand(s.astrid, s.reviewId, [s.second, s.third]);
  expect(s.onBoard()).toEqual([s.first, s.second]);
  expect(s.counts()).toMatchObject({ total: 2, unscreened: 1, partly: 1 });
  expect([s.left(s.astrid), s.left(s.bo)]).toEqual([2, 1]);
  expect(teamProgress(s.db, s.reviewId, stage)).toMatchObject([{ answered: 0 }, { answered: 1 }]);
  const link = s.db.select().from(duplicateLink).get();
  unlink(s.astrid, { reviewId: s.reviewId, linkId: link?.id ?? 0 });
  expect(s.onBoard()).toEqual([s.first, s.third]);
  expect(s.counts()).toMatchObject({ total: 2, unscreened: 1, partly: 1 });
});

test('the page of screening counts without what was removed', async () => {
  const s = setting();
  s.remove(s.second);
  const { as } = await startApp(s.db);
  const page = await as(s.bo).get('/reviews/nature/screening.json');
  expect(page.json()).toMatchObject({ stages: [{ counts: { total: 2, unscreened: 2 } }, {}] });
});
