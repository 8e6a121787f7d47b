/** After a start, what is screened these days is read before anybody asks, and nothing else. */
import { expect, test } from 'vitest';
import { indexReports } from '../server/records/reports/report-index.ts';
import { listOf } from '../server/screening/lists/list.ts';
import { ListQuery } from '../server/screening/lists/query.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { warmUp } from '../server/screening/warm-up.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase } from './helpers.ts';

const stage = 'title_abstract';

async function twoReviews() {
  const db = freshDatabase();
  const searchDb = freshSearchDatabase();
  const astrid = addPerson(db, 'Astrid');
  const [old, lately] = ['old', 'lately'].map((slug) =>
    addReview(db, [[astrid, 'reviewer']], { slug }),
  );
  const ids = [old, lately].map((review) => [1, 2, 3].map((n) => addReport(review?.id ?? 0, n)));
  await indexReports({ db, searchDb });
  return { db, searchDb, astrid, reviewId: lately?.id ?? 0, reportIds: ids[1] ?? [] };

  function addReport(reviewId: number, number: number): number {
    const reference = JSON.stringify({
      type: 'report',
      title: `${number}`,
      authors: [],
      year: 2000 + number,
    });
    const { lastInsertRowid } = db.$client
      .prepare(
        'insert into report (review_id, reference, title, year, first_author) values (?, ?, ?, ?, ?)',
      )
      .run(reviewId, reference, `${number}`, 2000 + number, '');
    db.$client.prepare('update report set root_id = id where id = ?').run(lastInsertRowid);
    return Number(lastInsertRowid);
  }
}

test('the review that somebody goes on with is read whole, and its lists say the same as before', async () => {
  const { db, searchDb, astrid, reviewId, reportIds } = await twoReviews();
  const [first = 0] = reportIds;
  const vote = { reviewId, stage, criterionId: null, note: '', clientKey: null } as const;
  castVote(astrid, { ...vote, reportId: first, answer: 'exclude' });
  await warmUp(db);
  // What has been read is not read again: a year that nobody says has changed is still the old one.
  db.$client.exec('drop trigger report_placed_changes_screening');
  db.$client.exec('update report set year = 1900');
  const desk = { reviewId, stage, personId: astrid.personId } as const;
  const list = await listOf({ db, searchDb }, desk, 'left', ListQuery.parse({}));
  expect(list.ids()).toEqual(reportIds.slice(1));
  expect([...list.facets.year.keys()].sort()).toEqual(['2002', '2003']);
});

test('with nothing screened there is nothing to read', async () => {
  await expect(warmUp(freshDatabase())).resolves.toBeUndefined();
});
