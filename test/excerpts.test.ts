/** Excerpts put right after they were made. */
import { expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { addCodebook } from '../server/coding/codebooks/codebooks.ts';
import { addCode } from '../server/coding/codebooks/codes.ts';
import { addExcerpt } from '../server/coding/excerpts/excerpts.ts';
import { setPageText } from '../server/documents/page-texts.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

test('an excerpt is put right with its codes, and the log has what it said before', async () => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const { id: reviewId } = addReview(db, [[astrid, 'owner']]);
  const reportId = addPublication(astrid, reviewId, { title: 'Walking in the forest' });
  setPageText(astrid, reportId, 1, 'Trust grew where people met. Money did not matter.');
  const label = { en: 'Themes' };
  const book = addCodebook(astrid, reviewId, { key: 'themes', kind: 'tree', label });
  const [trust = 0, money = 0] = ['Trust', 'Money'].map((en) =>
    addCode(astrid, book, { label: { en } }),
  );
  const quoted = { reportId, kind: 'quotation' as const, page: '11' };
  const text = { en: 'Trust grew where peple met.' };
  const id = addExcerpt(astrid, reviewId, { ...quoted, text, codeIds: [money] });
  const { as } = await startApp(db);
  const [url, desk] = [
    `/reviews/nature/coding/excerpts/${id}`,
    `/reviews/nature/coding/reports/${reportId}`,
  ];
  expect((await as(astrid).get(desk)).body).toContain(url);
  expect((await as(astrid).get(`${desk}.json`)).json().excerpts[0].match.state).toBe('not_found');
  expect((await as(astrid).get(url)).body).toContain('Trust grew where peple met.');
  const sent = {
    kind: 'quotation',
    text_en: 'Trust grew where people met.',
    page: '',
    locator: '',
  };
  const refused = await as(astrid).post(url, sent);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Trust grew where people met.');
  const right = { ...sent, page: '1', codeIds: String(trust) };
  expect((await as(astrid).post(url, right)).statusCode).toBe(303);
  const [now] = (await as(astrid).get(`${desk}.json`)).json().excerpts;
  expect(now).toMatchObject({ page: '1', codes: [{ key: 'trust' }] });
  expect(now.match.state).not.toBe('not_found');
  const changed = db
    .select()
    .from(auditEntry)
    .all()
    .filter((row) => row.action === 'excerpt.changed');
  expect(changed).toMatchObject([
    {
      before: { text, page: '11', codeIds: [money] },
      after: { text: { en: 'Trust grew where people met.' }, page: '1', codeIds: [trust] },
    },
  ]);
  // Sent again as it is, nothing is said to have changed.
  await as(astrid).post(url, right);
  expect(
    db
      .select()
      .from(auditEntry)
      .all()
      .filter((row) => row.action === 'excerpt.changed'),
  ).toHaveLength(1);
});

test.each(['sv', 'nb', 'nn'] as const)('has its page in %s', async (locale) => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const { id: reviewId } = addReview(db, [[astrid, 'owner']]);
  const reportId = addPublication(astrid, reviewId, { title: 'Walking in the forest' });
  const quoted = { reportId, kind: 'quotation' as const, page: '1', text: { en: 'Trust' } };
  const id = addExcerpt(astrid, reviewId, quoted);
  speak(astrid, locale);
  const { as } = await startApp(db);
  expect((await as(astrid).get(`/reviews/nature/coding/excerpts/${id}`)).statusCode).toBe(200);
});
