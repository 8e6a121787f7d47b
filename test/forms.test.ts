/** Extraction forms: designed question by question, answered with their place, blind where two answer. */
import { eq } from 'drizzle-orm';
import readXlsxFile from 'read-excel-file/node';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { code } from '../schema/coding.ts';
import { extractionAnswer, extractionFormVersion } from '../schema/extraction.ts';
import { addCodebook, archiveCodebook } from '../server/coding/codebooks/codebooks.ts';
import { addCode, archiveCode } from '../server/coding/codebooks/codes.ts';
import { mergeCodes } from '../server/coding/codebooks/merge-codes.ts';
import { setCoders, takeTurn } from '../server/coding/coders/double-coding.ts';
import { addExcerpt } from '../server/coding/excerpts/excerpts.ts';
import { addForm, fieldsOf, saveField } from '../server/coding/forms/forms.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

let db: ReturnType<typeof freshDatabase>;
let astrid: ReturnType<typeof addPerson>;
let bo: ReturnType<typeof addPerson>;
let reviewId: number;
let report: number;
let form: number;
beforeEach(() => {
  db = freshDatabase();
  [astrid, bo] = [addPerson(db, 'Astrid'), addPerson(db, 'Bo')];
  reviewId = addReview(db, [
    [astrid, 'reviewer'],
    [bo, 'reviewer'],
  ]).id;
  report = addPublication(astrid, reviewId, { title: 'Walking in the forest' });
  form = addForm(astrid, reviewId, { en: 'Basics' });
});

const question = {
  label: { en: 'Number of people' },
  help: {},
  kind: 'number' as const,
  isRequired: false,
  designs: [],
  options: [],
  codebookKey: '',
};
const ask = (more: Partial<Parameters<typeof saveField>[3]>) =>
  saveField(astrid, reviewId, form, { ...question, ...more });
const room = () => `/reviews/nature/coding/forms/${form}`;
const answer = (answers: Record<string, string | string[]>) =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => [
      [`asked.${key}`, '1'],
      [`value.${key}`, value],
    ]),
  );
const held = async (as: Awaited<ReturnType<typeof startApp>>['as'], who = astrid) =>
  (await as(who).get(`${room()}/answers.json`)).json().publications[0];

test('every kind of answer is kept as it was meant, with its place and the excerpts that it rests on', async () => {
  const book = addCodebook(astrid, reviewId, {
    key: 'themes',
    kind: 'tree',
    label: { en: 'Themes' },
  });
  addCode(astrid, book, { label: { en: 'Trust' } });
  const options = [{ en: 'Home care' }, { en: 'Day care', sv: 'Dagvård' }];
  ask({});
  ask({ label: { en: 'Day' }, kind: 'date' });
  ask({ label: { en: 'Services' }, kind: 'choices', options });
  ask({ label: { en: 'Theme' }, kind: 'code', codebookKey: 'themes' });
  ask({ label: { en: 'Land' }, kind: 'country' });
  ask({ label: { en: 'Sample' }, kind: 'table', options: [{ en: 'Group' }, { en: 'n' }] });
  const quoted = {
    reportId: report,
    kind: 'quotation' as const,
    text: { en: '1 240 people' },
    page: '3',
  };
  const excerptId = addExcerpt(astrid, reviewId, quoted);
  const { as } = await startApp(db);
  const sent = await as(astrid).post(`${room()}/reports/${report}`, {
    ...answer({
      'number-of-people': '1 240,5',
      day: '2019-05',
      services: ['day-care', 'home-care'],
      theme: 'trust',
      land: 'SE',
      sample: 'Women | 12\nMen',
    }),
    'locator.number-of-people': 'Table 2',
    'excerpts.number-of-people': String(excerptId),
  });
  expect(sent.statusCode).toBe(303);
  expect((await held(as)).answers).toEqual({
    'number-of-people': { value: '1240.5', locator: 'Table 2', excerptIds: [excerptId] },
    day: { value: '2019-05', locator: '', excerptIds: [] },
    services: { value: ['home-care', 'day-care'], locator: '', excerptIds: [] },
    theme: { value: 'trust', locator: '', excerptIds: [] },
    land: { value: 'SE', locator: '', excerptIds: [] },
    sample: {
      value: [
        ['Women', '12'],
        ['Men', ''],
      ],
      locator: '',
      excerptIds: [],
    },
  });
  const csv = await as(astrid).get(`${room()}/answers.csv`);
  expect(csv.body).toContain('1240.5,2019-05,home-care | day-care,trust,SE,"Women | 12\nMen | "');
  speak(astrid, 'sv');
  const table = await as(astrid).get(`${room()}/answers`);
  expect(table.body).toContain('Home care; Dagvård');
});

test('the answers of a form leave as a table in every format, numbers as numbers', async () => {
  const options = [{ en: 'Home care' }, { en: 'Day care' }];
  ask({});
  ask({ label: { en: 'Services' }, kind: 'choices', options });
  ask({ label: { en: 'Arms' }, designs: ['experimental'] });
  ask({ label: { en: 'Sample' }, kind: 'table', options: [{ en: 'Group' }, { en: 'n' }] });
  const { as } = await startApp(db);
  await as(astrid).post(`${room()}/reports/${report}`, {
    ...answer({
      'number-of-people': '1240.5',
      services: ['day-care', 'home-care'],
      sample: 'Women | 12\nMen | 9',
    }),
  });
  const excel = await as(astrid).get(`${room()}/answers.xlsx`);
  const [sheet] = await readXlsxFile(excel.rawPayload);
  expect(sheet?.data[1]?.slice(2)).toEqual([
    ...[1240.5, 'Home care; Day care', 'not asked', 'Women | 12\nMen | 9'],
  ]);
  for (const format of ['docx', 'html', 'md', 'tex', 'csv', 'json']) {
    const file = await as(astrid).get(`${room()}/answers.${format}`);
    expect([format, file.statusCode]).toEqual([format, 200]);
    expect((await as(astrid).get(`${room()}/answers`)).body).toContain(`/answers.${format}"`);
  }
});

test.each([
  ['number', 'many'],
  ['date', '17 May'],
  ['country', 'ZZ'],
  ['choice', 'none of them'],
] as const)('an answer that is no %s comes back as it was typed', async (kind, value) => {
  ask({ kind, options: [{ en: 'One' }] });
  const { as } = await startApp(db);
  const refused = await as(astrid).post(
    `${room()}/reports/${report}`,
    answer({ 'number-of-people': value }),
  );
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('This answer does not fit the question.');
  expect((await held(as)).answers).toEqual({});
});

test('a question for one kind of study is asked of that kind, and a required one is missed until answered', async () => {
  ask({ label: { en: 'Interviews' }, designs: ['qualitative'], isRequired: true });
  const { as } = await startApp(db);
  const url = `${room()}/reports/${report}`;
  expect((await as(astrid).get(url)).body).not.toContain('Interviews');
  expect(await held(as)).toMatchObject({ isComplete: true, design: null });
  await as(astrid).post(url, { design: 'qualitative' });
  expect((await as(astrid).get(url)).body).toContain('A required answer is missing:');
  expect(await held(as)).toMatchObject({ isComplete: false, design: 'qualitative' });
  await as(astrid).post(url, { design: 'qualitative', ...answer({ interviews: '12' }) });
  expect(await held(as)).toMatchObject({ isComplete: true });
});

test('a question reworded is the same question, its options keep their keys, and every state is kept', async () => {
  ask({ kind: 'choice', options: [{ en: 'Yes' }, { en: 'No' }] });
  const { as } = await startApp(db);
  await as(astrid).post(`${room()}/reports/${report}`, answer({ 'number-of-people': 'no' }));
  const words = { ...question, kind: 'choice' as const, label: { en: 'Is it so?' } };
  const options = [{ en: 'Yes, it is' }, { en: 'No', sv: 'Nej' }];
  saveField(astrid, reviewId, form, { ...words, options }, 'number-of-people');
  expect(fieldsOf(db, form)).toMatchObject({
    number: 2,
    fields: [
      { key: 'number-of-people', options: [{ key: 'yes' }, { key: 'no', label: { sv: 'Nej' } }] },
    ],
  });
  expect(db.select().from(extractionFormVersion).all()).toHaveLength(2);
  expect((await held(as)).answers).toMatchObject({ 'number-of-people': { value: 'no' } });
  expect(() => ask({ kind: 'choice' })).toThrow('OPTIONS_REQUIRED');
  expect(() => ask({ kind: 'code' })).toThrow('CODEBOOK_REQUIRED');
});

test('two answer alone, see each other when both are done, and what they then save is what holds', async () => {
  ask({});
  setCoders(astrid, reviewId, 2);
  const { as } = await startApp(db);
  const url = `${room()}/reports/${report}`;
  await as(astrid).post(url, answer({ 'number-of-people': '111' }));
  await as(bo).post(url, answer({ 'number-of-people': '222' }));
  expect((await as(bo).get(url)).body).not.toContain('111');
  expect((await held(as)).answers).toEqual({});
  for (const coder of [astrid, bo]) takeTurn(coder, report, 'done');
  const page = await as(bo).get(url);
  expect(page.body).toContain('Astrid: 111');
  await as(bo).post(url, answer({ 'number-of-people': '111' }));
  expect((await held(as)).answers).toMatchObject({ 'number-of-people': { value: '111' } });
});

test.each(['en', 'sv', 'nb', 'nn'] as const)('has its pages in %s', async (locale) => {
  ask({ isRequired: true });
  speak(astrid, locale);
  const { as } = await startApp(db);
  const list = '/reviews/nature/coding/forms';
  for (const url of [list, room(), `${room()}/answers`, `${room()}/reports/${report}`])
    expect([url, (await as(astrid).get(url)).statusCode]).toEqual([url, 200]);
  const form = { kind: 'number', label_en: 'How many?' };
  expect((await as(astrid).post(`${room()}/fields`, form)).statusCode).toBe(303);
  expect((await as(astrid).post(`${room()}/fields`, { kind: 'number' })).statusCode).toBe(422);
});

/** A question that asks for a code, and three codes to choose from. */
function askForTheme() {
  const label = { en: 'Themes' };
  const book = addCodebook(astrid, reviewId, { key: 'themes', kind: 'tree', label });
  const [trust = 0, faith = 0, money = 0] = ['Trust', 'Faith', 'Money'].map((en) =>
    addCode(astrid, book, { label: { en } }),
  );
  ask({ label: { en: 'Theme' }, kind: 'code', codebookKey: 'themes' });
  return { trust, faith, money };
}
const log = (action: string) =>
  db
    .select()
    .from(auditEntry)
    .all()
    .filter((row) => row.action === action)
    .map((row) => row.after);

test('an answer that names a code which is merged is the code that it went into, and stays in the database', async () => {
  const { trust, faith, money } = askForTheme();
  const { as } = await startApp(db);
  const path = `${room()}/reports/${report}`;
  await as(astrid).post(path, answer({ theme: 'faith' }));
  // Somebody changed their mind since: what they said first does not come back.
  const other = addPublication(astrid, reviewId, { title: 'Rowing', family: 'Ek' });
  await as(astrid).post(`${room()}/reports/${other}`, answer({ theme: 'faith' }));
  await as(bo).post(`${room()}/reports/${other}`, answer({ theme: 'money' }));
  mergeCodes(astrid, faith, trust);
  expect((await held(as)).answers.theme.value).toBe('trust');
  expect((await as(astrid).get(`${room()}/answers`)).body).toContain('>Trust<');
  expect((await as(astrid).get(`${room()}/answers.csv`)).body).toContain(',trust');
  expect((await as(bo).get(path)).body).toMatch(/value="trust"[^>]*selected/);
  mergeCodes(astrid, trust, money);
  const all = (await as(astrid).get(`${room()}/answers.json`)).json().publications;
  expect(
    all.map((row: { answers: { theme: { value: string } } }) => row.answers.theme.value),
  ).toEqual(['money', 'money']);
  const values = db.select({ value: extractionAnswer.value }).from(extractionAnswer).all();
  expect(values.map(({ value }) => value)).toEqual(['faith', 'faith', 'money']);
  expect(log('code.merged')).toMatchObject([
    { answers: [`${form}:theme:${report}`] },
    { answers: [`${form}:theme:${report}`] },
  ]);
});

test.each([
  ['en', 'Faith (archived)'],
  ['sv', 'Faith (arkiverad)'],
  ['nb', 'Faith (arkivert)'],
  ['nn', 'Faith (arkivert)'],
] as const)(
  'an answer that names an archived code is shown by its label, and kept when the form is saved again (%s)',
  async (locale, words) => {
    const { faith } = askForTheme();
    const { as } = await startApp(db);
    speak(astrid, locale);
    const path = `${room()}/reports/${report}`;
    await as(astrid).post(path, answer({ theme: 'faith' }));
    archiveCode(astrid, faith);
    expect((await as(astrid).get(`${room()}/answers`)).body).toContain(`>${words}<`);
    expect((await as(astrid).get(path)).body).toContain(
      `<option value="faith" selected>${words}</option>`,
    );
    expect((await as(astrid).post(path, answer({ theme: 'faith' }))).statusCode).toBe(303);
    expect((await held(as)).answers.theme.value).toBe('faith');
    // Nobody chooses it anew.
    const other = addPublication(astrid, reviewId, { title: 'Rowing', family: 'Ek' });
    const fresh = `${room()}/reports/${other}`;
    expect((await as(astrid).get(fresh)).body).not.toContain('value="faith"');
    expect((await as(astrid).post(fresh, answer({ theme: 'faith' }))).statusCode).toBe(422);
    archiveCodebook(astrid, codebookIdOf(faith));
    expect((await as(astrid).get(`${room()}/answers`)).body).toContain(`>${words}<`);
    expect((await as(astrid).post(path, answer({ theme: 'faith' }))).statusCode).toBe(303);
  },
);

const codebookIdOf = (codeId: number) =>
  db.select().from(code).where(eq(code.id, codeId)).get()?.codebookId ?? 0;

test('when a code is split, the answers that are chosen name the new one', async () => {
  const { trust } = askForTheme();
  const other = addPublication(astrid, reviewId, { title: 'Rowing', family: 'Ek' });
  const { as } = await startApp(db);
  for (const id of [report, other])
    await as(bo).post(`${room()}/reports/${id}`, answer({ theme: 'trust' }));
  const page = (await as(astrid).get(`/reviews/nature/coding/codes/${trust}/split`)).body;
  expect(page).toContain('Answers in forms that go over');
  const sent = { label_en: 'Trust in staff', answerIds: `${form}:theme:${other}` };
  const url = `/reviews/nature/coding/codes/${trust}/split`;
  expect((await as(astrid).post(url, sent)).statusCode).toBe(303);
  const all = (await as(astrid).get(`${room()}/answers.json`)).json().publications;
  expect(
    all.map((row: { id: number; answers: { theme: { value: string } } }) => [
      row.id,
      row.answers.theme.value,
    ]),
  ).toEqual([
    [report, 'trust'],
    [other, 'trust-in-staff'],
  ]);
  expect(log('code.split')).toMatchObject([{ answers: [`${form}:theme:${other}`] }]);
});
