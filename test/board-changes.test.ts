/** The board of a stage follows what changes, however much does, without being made again. */
import { expect, test } from 'vitest';
import { boardOf, readBoard } from '../server/screening/board/board.ts';
import { changesAfter, columnsOf } from '../server/screening/board/columns.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';

test('who looks now and then while very many publications come is told of each, and never of all', () => {
  const db = freshDatabase();
  const review = addReview(db, [[addPerson(db, 'Anna'), 'owner']]);
  const place = { reviewId: review.id, stage: 'title_abstract' as const };
  const insert = db.$client.prepare(
    `insert into report (id, review_id, root_id, reference, title)
     select value, @reviewId, value, '{"type":"document","title":"","authors":[]}', ''
     from json_each(@ids)`,
  );
  let { seen } = changesAfter(boardOf(db, place), 0);
  for (let batch = 0; batch < 23; batch += 1) {
    const ids = Array.from({ length: 1000 }, (_, at) => batch * 1000 + at + 1);
    insert.run({ reviewId: review.id, ids: JSON.stringify(ids) });
    const board = boardOf(db, place);
    const news = changesAfter(board, seen);
    expect(news.ids).toEqual(ids);
    seen = news.seen;
    columnsOf(board);
  }
  expect(columnsOf(boardOf(db, place))).toMatchObject({
    ids: readBoard(db, place).ids,
    states: columnsOf(readBoard(db, place)).states,
  });
  expect(boardOf(db, place).ids).toHaveLength(23_000);
});
