/** Two coders of one publication: blind until both are done, compared, agreed; agreement is of what each said alone. */
import { beforeEach, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { addCodebook } from '../server/coding/codebooks/codebooks.ts';
import { addCode } from '../server/coding/codebooks/codes.ts';
import { mergeCodes } from '../server/coding/codebooks/merge-codes.ts';
import { codeAgreement, setCoders } from '../server/coding/coders/double-coding.ts';
import { codesOf } from '../server/coding/desk/codings.ts';
import { addExcerpt } from '../server/coding/excerpts/excerpts.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

let db: ReturnType<typeof freshDatabase>;
let astrid: ReturnType<typeof addPerson>;
let bo: ReturnType<typeof addPerson>;
let cecilia: ReturnType<typeof addPerson>;
let owner: ReturnType<typeof addPerson>;
let reviewId: number;
let report: number;
let trust: number;
let money: number;
let time: number;
beforeEach(() => {
  db = freshDatabase();
  [astrid, bo, cecilia, owner] = [
    addPerson(db, 'Astrid'),
    addPerson(db, 'Bo'),
    addPerson(db, 'Cecilia'),
    addPerson(db, 'Owner'),
  ];
  reviewId = addReview(db, [
    [astrid, 'reviewer'],
    [bo, 'reviewer'],
    [cecilia, 'reviewer'],
    [owner, 'owner'],
  ]).id;
  report = addPublication(astrid, reviewId, { title: 'Walking in the forest' });
  const book = addCodebook(astrid, reviewId, {
    key: 'themes',
    kind: 'tree',
    label: { en: 'Themes' },
  });
  const newCode = (en: string) => addCode(astrid, book, { label: { en } });
  [trust, money, time] = [newCode('Trust'), newCode('Money'), newCode('Time')];
  setCoders(owner, reviewId, 2);
});

const desk = () => `/reviews/nature/coding/reports/${report}`;
const held = () => (codesOf(db, [report]).get(report) ?? []).map((row) => row.key);

/** Astrid says trust and money; Bo says trust and time. */
async function bothCode() {
  const started = await startApp(db);
  const { as } = started;
  const put = (who: typeof astrid, codeId: number) =>
    as(who).post(`${desk()}/codings`, { codeId: String(codeId), locator: '' });
  for (const codeId of [trust, money]) await put(astrid, codeId);
  for (const codeId of [trust, time]) await put(bo, codeId);
  const end = (who: typeof astrid, state = 'done') => as(who).post(`${desk()}/turn`, { state });
  return { as, put, end };
}

const codesOn = (html: string) =>
  ['Trust', 'Money', 'Time'].filter((name) => html.includes(`<li>${name}`));

test('each coder sees their own codes and excerpts and nothing of the other’s', async () => {
  const { as, put } = await bothCode();
  const quoted = { reportId: report, kind: 'quotation' as const, page: '1' };
  addExcerpt(astrid, reviewId, { ...quoted, text: { en: 'What Astrid marked' } });
  expect(codesOn((await as(astrid).get(desk())).body)).toEqual(['Trust', 'Money']);
  const other = await as(bo).get(desk());
  expect(codesOn(other.body)).toEqual(['Trust', 'Time']);
  const lists = [
    '/reviews/nature/coding/excerpts',
    '/reviews/nature/findings/orphans',
    '/reviews/nature/findings/orphans/excerpts.csv',
    `${desk()}.json`,
  ];
  for (const url of [desk(), ...lists]) {
    expect((await as(bo).get(url)).body).not.toContain('What Astrid marked');
    expect((await as(astrid).get(url)).body).toContain('What Astrid marked');
  }
  expect((await as(bo).get(`${desk()}/compare`)).statusCode).toBe(422);
  expect((await as(cecilia).get(`${desk()}/compare`)).statusCode).toBe(404);
  expect((await put(cecilia, trust)).statusCode).toBe(422);
  expect(codesOn((await as(cecilia).get(desk())).body)).toEqual([]);
  expect(held()).toEqual([]);
  const log = JSON.stringify(
    db
      .select()
      .from(auditEntry)
      .all()
      .filter((row) => row.action === 'coding.marked'),
  );
  expect(log).not.toContain('codeId');
});

test('when both are done they compare, agree, and what they agree on counts', async () => {
  const { as, put, end } = await bothCode();
  await end(astrid);
  expect((await put(astrid, time)).statusCode).toBe(422);
  await end(astrid, 'reopened');
  await end(astrid);
  await end(bo);
  expect((await end(bo, 'reopened')).statusCode).toBe(422);
  const page = await as(astrid).get(`${desk()}/compare`);
  expect(page.body.match(/They differ/g)).toHaveLength(2);
  expect(page.body.match(/checked/g)).toHaveLength(1);
  const form = { codeIds: [String(trust), String(time)], note: 'Money is an aside' };
  expect((await as(cecilia).post(`${desk()}/compare`, form)).statusCode).toBe(404);
  expect((await as(bo).post(`${desk()}/compare`, form)).statusCode).toBe(303);
  expect(held()).toEqual(['trust', 'time']);
  expect(codesOn((await as(cecilia).get(desk())).body)).toEqual(['Trust', 'Time']);
  const found = codeAgreement(db, reviewId);
  expect(found).toMatchObject({
    publications: 1,
    overall: { both: 1, onlyFirst: 1, onlySecond: 1 },
  });
  const json = (await as(astrid).get('/reviews/nature/coding/agreement.json')).json();
  expect(
    json.codes.map((row: { key: string; observed: number }) => [row.key, row.observed]),
  ).toEqual([
    ['trust', 1],
    ['money', 0],
    ['time', 0],
  ]);
  for (const format of ['docx', 'xlsx', 'csv', 'html', 'md', 'tex']) {
    const file = await as(astrid).get(`/reviews/nature/coding/agreement.${format}`);
    expect([format, file.statusCode]).toEqual([format, 200]);
  }
  const csv = (await as(astrid).get('/reviews/nature/coding/agreement.csv')).body;
  expect(csv).toContain('Trust,Themes,1,0,0,1,,');
  const html = (await as(astrid).get('/reviews/nature/coding/agreement.html')).body;
  expect(html).toMatch(/All codes<.*0\.333/s);
});

test('what coders said of a code that is merged they say of the one it went into', async () => {
  const { end } = await bothCode();
  mergeCodes(owner, money, time);
  await end(astrid);
  await end(bo);
  expect(codeAgreement(db, reviewId).overall).toMatchObject({
    both: 2,
    onlyFirst: 0,
    onlySecond: 0,
  });
});

test('only an owner says how many people code', async () => {
  const { as } = await startApp(db);
  const url = '/reviews/nature/coding/coders';
  expect((await as(astrid).post(url, { coders: '1' })).statusCode).toBe(404);
  expect((await as(owner).post(url, { coders: '1' })).statusCode).toBe(303);
  await as(astrid).post(`${desk()}/codings`, { codeId: String(trust), locator: '' });
  expect(held()).toEqual(['trust']);
});

test.each(['en', 'sv', 'nb', 'nn'] as const)('has its pages in %s', async (locale) => {
  const { as, end } = await bothCode();
  await end(astrid);
  await end(bo);
  speak(astrid, locale);
  for (const url of [desk(), `${desk()}/compare`, '/reviews/nature/coding/agreement'])
    expect([url, (await as(astrid).get(url)).statusCode]).toEqual([url, 200]);
});
