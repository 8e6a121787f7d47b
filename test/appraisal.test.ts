/** Studies appraised with instruments that are data: alone, blind in twos, compared, and shown as a traffic-light table. */
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { readPdf } from '../import/texts/pdf.ts';
import { auditEntry, membership } from '../schema/accounts.ts';
import { appraisal, appraisalInstrumentVersion } from '../schema/appraisal.ts';
import { locales } from '../schema/columns.ts';
import { review } from '../schema/reviews.ts';
import { agreeOnAppraisal, saveAppraisal, standingOf } from '../server/appraisal/appraisals.ts';
import { instrumentTemplates } from '../server/appraisal/instruments/templates.ts';
import {
  instrumentsOf,
  questionsOf,
  requireInstrument,
  saveQuestion,
  takeInstrument,
} from '../server/appraisal/instruments.ts';
import { trafficTables } from '../server/appraisal/traffic.ts';
import { setCoders } from '../server/coding/coders/double-coding.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

let db: ReturnType<typeof freshDatabase>;
let [astrid, bo, cecilia]: ReturnType<typeof addPerson>[] = [];
let reviewId: number;
let reportId: number;
let instrumentId: number;
let keys: string[];
const people = () => {
  if (!astrid || !bo || !cecilia) throw new Error('nobody is there');
  return { astrid, bo, cecilia };
};
beforeEach(() => {
  db = freshDatabase();
  [astrid, bo, cecilia] = ['Astrid', 'Bo', 'Cecilia'].map((name) => addPerson(db, name));
  const team = people();
  reviewId = addReview(db, [
    [team.astrid, 'reviewer'],
    [team.bo, 'reviewer'],
    [team.cecilia, 'reviewer'],
  ]).id;
  reportId = addPublication(team.astrid, reviewId, { title: 'Walking in the forest' });
  instrumentId = takeInstrument(team.astrid, reviewId, 'grey-literature');
  keys = questionsOf(requireInstrument(db, reviewId, instrumentId).sections).map(({ key }) => key);
});

const room = () => `/reviews/nature/appraisal/${instrumentId}/reports/${reportId}`;
const answers = (reply: 'yes' | 'no' | 'unclear' | 'not_applicable') =>
  Object.fromEntries(
    keys.map((key) => [key, { reply, comment: '', locator: 'p. 3', excerptIds: [] }]),
  );
const whole = { answers: {}, overall: 'good' as const, reason: 'Open and checked', isDone: true };
const about = () => ({ instrumentId, reportId });
const form = (reply: string, more: Record<string, string> = {}) => ({
  ...Object.fromEntries(keys.map((key) => [`reply.${key}`, reply])),
  overall: 'some_concern',
  reason: 'No method is given',
  state: 'done',
  ...more,
});

test.each(instrumentTemplates.map((each) => [each.key, each] as const))(
  'the instrument %s says everything in four languages and names its source',
  (_, { label, source, sections, designs }) => {
    const questions = questionsOf(sections);
    const texts = [label, source, ...sections.map((each) => each.label)];
    for (const words of [...texts, ...questions.flatMap(({ text, guidance }) => [text, guidance])])
      for (const locale of locales) expect(words[locale]).toBeTruthy();
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
    expect(designs.length).toBeGreaterThan(0);
  },
);

test('a study is appraised through the form and stands in the table with words, not colour alone', async () => {
  const { astrid } = people();
  const { as } = await startApp(db);
  expect((await as(astrid).get(room())).body).toContain('Do those behind it know the field?');
  const sent = await as(astrid).post(
    room(),
    form('no', { [`comment.${keys[0]}`]: 'Nobody named' }),
  );
  expect(sent.statusCode).toBe(303);
  const page = (await as(astrid).get('/reviews/nature/appraisal')).body;
  expect(page).toContain('Berg 2020');
  expect(page).toContain('Nobody named');
  expect(page).toContain('Some concern');
  expect(page).toContain('No method is given');
  const twin = (await as(astrid).get('/reviews/nature/appraisal.json')).json();
  expect(twin.tables[0].studies[0]).toMatchObject({
    publication: reportId,
    overall: 'some_concern',
    answers: { authority: { reply: 'no', judgement: 'bad', comment: 'Nobody named' } },
  });
});

test('an appraisal that lacks answers, a judgement or its reason is not done, and nothing typed is lost', async () => {
  const { astrid } = people();
  const { as } = await startApp(db);
  const lacking: Record<string, string> = form('yes');
  delete lacking[`reply.${keys[1]}`];
  const refused = await as(astrid).post(room(), lacking);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('1 question has no answer yet.');
  expect(refused.body).toContain('No method is given');
  expect((await as(astrid).post(room(), form('yes', { overall: '' }))).body).toContain(
    'Say what you judge over all.',
  );
  expect((await as(astrid).post(room(), form('yes', { reason: ' ' }))).statusCode).toBe(422);
  expect(db.select().from(appraisal).all()).toEqual([]);
  const later = await as(astrid).post(room(), { ...lacking, state: 'begun' });
  expect(later.statusCode).toBe(303);
  expect(trafficTables(db, reviewId)[0]?.rows).toEqual([]);
});

test('two appraise blind: nothing of the other is seen until both are done, then they agree', async () => {
  const { astrid, bo, cecilia } = people();
  setCoders(astrid, reviewId, 2);
  const { as } = await startApp(db);
  await as(astrid).post(room(), form('yes', { reason: 'A secret of Astrid' }));
  for (const path of [room(), `${room()}.json`, '/reviews/nature/appraisal'])
    expect((await as(bo).get(path)).body).not.toContain('A secret of Astrid');
  expect((await as(astrid).get(`${room()}/compare`)).statusCode).toBe(422);
  await as(bo).post(room(), form('no', { reason: 'Bo says no' }));
  expect((await as(cecilia).post(room(), form('yes'))).body).toContain('Two others already');
  expect((await as(cecilia).get(`${room()}/compare`)).statusCode).toBe(404);
  expect((await as(astrid).post(room(), form('no'))).statusCode).toBe(422);
  const side = (await as(bo).get(`${room()}/compare`)).body;
  expect(side).toContain('A secret of Astrid');
  expect(side).toContain('You differ');
  expect(trafficTables(db, reviewId)[0]?.rows).toEqual([]);
  const agreed = await as(bo).post(`${room()}/compare`, form('unclear'));
  expect(agreed.statusCode).toBe(303);
  expect(trafficTables(db, reviewId)[0]?.rows[0]?.cells[0]).toMatchObject({
    reply: 'unclear',
    light: 'some_concern',
  });
});

test('who settles what two differ on may compare as well', async () => {
  const { astrid, bo, cecilia } = people();
  setCoders(astrid, reviewId, 2);
  for (const person of [astrid, bo])
    saveAppraisal(person, reviewId, about(), { ...whole, answers: answers('yes') });
  const settles = { mayAdjudicate: true };
  db.update(membership).set(settles).where(eq(membership.personId, cecilia.personId)).run();
  const { as } = await startApp(db);
  expect((await as(cecilia).get(`${room()}/compare`)).statusCode).toBe(200);
});

test('a changed mind is a new row; the database refuses to overwrite or delete', () => {
  const { astrid } = people();
  saveAppraisal(astrid, reviewId, about(), { ...whole, answers: answers('yes') });
  saveAppraisal(astrid, reviewId, about(), { ...whole, answers: answers('no'), overall: 'bad' });
  expect(db.select().from(appraisal).all()).toHaveLength(2);
  expect(standingOf(db, reviewId, instrumentId, reportId).held?.overall).toBe('bad');
  expect(() => db.update(appraisal).set({ reason: 'x' }).run()).toThrow();
  expect(() => db.delete(appraisal).run()).toThrow();
  expect(() => db.update(appraisalInstrumentVersion).set({ number: 9 }).run()).toThrow();
  expect(() =>
    agreeOnAppraisal(astrid, reviewId, about(), { ...whole, answers: answers('no') }),
  ).toThrow('APPRAISAL_NOT_OPEN');
});

test('a question that changes keeps what was said on the version that asked', async () => {
  const { astrid } = people();
  saveAppraisal(astrid, reviewId, about(), { ...whole, answers: answers('yes') });
  const turned = { yes: 'bad', no: 'good', unclear: 'some_concern' } as const;
  const changed = { text: { en: 'Is there a bias?' }, guidance: {}, newSection: {} };
  const section = requireInstrument(db, reviewId, instrumentId).sections[0]?.key ?? '';
  saveQuestion(
    astrid,
    reviewId,
    instrumentId,
    { ...changed, judgements: turned, section },
    keys[0],
  );
  expect(trafficTables(db, reviewId)[0]?.rows[0]?.cells[0]?.light).toBe('good');
  saveAppraisal(astrid, reviewId, about(), { ...whole, answers: answers('yes') });
  expect(trafficTables(db, reviewId)[0]?.rows[0]?.cells[0]?.light).toBe('bad');
  expect(requireInstrument(db, reviewId, instrumentId).number).toBe(2);
});

test('a team copies an instrument, adds a question in a section of its own, removes one, and retires it', async () => {
  const { astrid } = people();
  const { as } = await startApp(db);
  const list = '/reviews/nature/appraisal/instruments';
  await as(astrid).post(`${list}/${instrumentId}/copy`);
  const [, copy] = instrumentsOf(db, reviewId);
  expect(copy?.key).toBe('grey-literature-2');
  const path = `${list}/${copy?.id}`;
  const added = { text_en: 'Is it ours?', yes: 'good', no: 'bad', unclear: 'some_concern' };
  expect((await as(astrid).post(`${path}/questions`, { ...added, section: '' })).body).toContain(
    'Choose a section',
  );
  await as(astrid).post(`${path}/questions`, { ...added, newSection_en: 'Local' });
  await as(astrid).post(`${path}/questions/authority/remove`);
  expect((await as(astrid).get(path)).body).toContain('Is it ours?');
  expect((await as(astrid).get(`${path}/questions/is-it-ours`)).statusCode).toBe(200);
  const held = requireInstrument(db, reviewId, copy?.id ?? 0);
  expect(questionsOf(held.sections).map(({ key }) => key)).toEqual([
    ...keys.filter((key) => key !== 'authority'),
    'is-it-ours',
  ]);
  expect(questionsOf(requireInstrument(db, reviewId, instrumentId).sections)).toHaveLength(6);
  await as(astrid).post(`${path}/archive`);
  expect(instrumentsOf(db, reviewId)).toHaveLength(1);
});

test('questions and sections are moved up and down in a copy; what was answered stays with its question', async () => {
  const { astrid } = people();
  const { as } = await startApp(db);
  saveAppraisal(astrid, reviewId, about(), { ...whole, answers: answers('yes') });
  const list = '/reviews/nature/appraisal/instruments';
  await as(astrid).post(`${list}/${instrumentId}/copy`);
  const copyId = instrumentsOf(db, reviewId)[1]?.id ?? 0;
  const orderIn = (id: number) => {
    const { sections, number } = requireInstrument(db, reviewId, id);
    return { sections: sections.map(({ key }) => key), keys: keysOf(sections), number };
  };
  for (const id of [instrumentId, copyId]) {
    const before = orderIn(id);
    const [first = '', second = ''] = firstTwoTogether(id);
    const move = (what: string, key: string, direction: string) =>
      as(astrid).post(`${list}/${id}/${what}/${key}/move`, { direction });
    const done = await move('questions', first, 'down');
    expect(done.headers.location).toBe(`${list}/${id}?notice=moved#question-${first}`);
    const swapped = before.keys.map((key) =>
      key === first ? second : key === second ? first : key,
    );
    expect(orderIn(id)).toEqual({ ...before, keys: swapped, number: before.number + 1 });
    await move('questions', first, 'up');
    expect(orderIn(id).keys).toEqual(before.keys);
    await move('sections', before.sections[0] ?? '', 'up');
    expect(orderIn(id)).toEqual({ ...before, number: before.number + 2 });
    expect((await move('questions', 'nothing', 'up')).statusCode).toBe(404);
    expect((await move('questions', first, 'aside')).statusCode).toBe(422);
  }
  const [last = ''] = orderIn(copyId).keys.slice(-1);
  const added = { text_en: 'Ours?', yes: 'good', no: 'bad', unclear: 'some_concern' };
  await as(astrid).post(`${list}/${copyId}/questions`, { ...added, newSection_en: 'Local' });
  await as(astrid).post(`${list}/${copyId}/sections/local/move`, { direction: 'up' });
  expect(orderIn(copyId).sections.at(-2)).toBe('local');
  expect(orderIn(copyId).keys.at(-1)).toBe(last);
  expect(db.select().from(auditEntry).all().at(-1)?.action).toBe('instrument.changed');
  const body = (await as(astrid).get(`${list}/${copyId}`)).body;
  expect(body).toContain(`action="${list}/${copyId}/sections/local/move"`);
  expect(trafficTables(db, reviewId)[0]?.rows[0]?.cells).toMatchObject(
    keys.map(() => ({ light: 'good' })),
  );
});

const keysOf = (sections: Parameters<typeof questionsOf>[0]) =>
  questionsOf(sections).map(({ key }) => key);

const firstTwoTogether = (id: number) =>
  requireInstrument(db, reviewId, id)
    .sections.find(({ questions }) => questions.length > 1)
    ?.questions.map(({ key }) => key) ?? [];

test('the table leaves as every kind of file, the figure as SVG, PNG and PDF in any language', async () => {
  const { astrid } = people();
  saveAppraisal(astrid, reviewId, about(), { ...whole, answers: answers('unclear') });
  const { as } = await startApp(db);
  const path = `/reviews/nature/appraisal/${instrumentId}`;
  for (const format of ['docx', 'xlsx', 'csv', 'html', 'md', 'tex'])
    expect((await as(astrid).get(`${path}.${format}`)).statusCode).toBe(200);
  const csv = (await as(astrid).get(`${path}.csv?lang=sv`)).body;
  expect(csv).toContain('Oklart (Viss oro)');
  const svg = await as(astrid).get(`${path}.svg?lang=nn`);
  expect(svg.headers['content-type']).toContain('image/svg+xml');
  expect(svg.body).toContain('<desc id="traffic-description">Berg 2020. 1: Noko uro');
  expect((await as(astrid).get(`${path}.png`)).rawPayload.subarray(1, 4).toString()).toBe('PNG');
  const pdf = await as(astrid).get(`${path}.pdf?lang=nn`);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.rawPayload.equals((await as(astrid).get(`${path}.pdf?lang=nn`)).rawPayload)).toBe(
    true,
  );
  const read = await readPdf(new Uint8Array(pdf.rawPayload));
  expect(read.kind === 'read' && read.pages[0]?.text).toContain('Noko uro');
  expect((await as(astrid).get('/reviews/nature/appraisal')).body).toContain(`href="${path}.pdf"`);
});

test('the public of a published review reads the table, and nothing of the work behind it', async () => {
  const { astrid } = people();
  saveAppraisal(astrid, reviewId, about(), { ...whole, answers: answers('yes') });
  db.update(review).set({ publishedAt: '2026-11-22T12:00:00.000Z' }).run();
  takeInstrument(astrid, reviewId, 'qualitative');
  const { as } = await startApp(db);
  expect((await as(null).get('/reviews/nature/appraisal')).body).toContain('Berg 2020');
  expect((await as(null).get('/reviews/nature/appraisal/2.csv')).statusCode).toBe(404);
  expect((await as(null).get('/reviews/nature/appraisal/studies')).statusCode).not.toBe(200);
  speak(astrid, 'sv');
  const studies = (await as(astrid).get('/reviews/nature/appraisal/studies')).body;
  expect(studies).toContain('granskad');
});

test('where people read, the lights are short and the comments a table below; a spreadsheet keeps them together', async () => {
  const { astrid } = people();
  const [first = ''] = keys;
  const said = answers('no');
  const commented = { ...said, [first]: { ...said[first], comment: 'Nobody is named' } };
  saveAppraisal(astrid, reviewId, about(), {
    ...whole,
    answers: commented as ReturnType<typeof answers>,
  });
  const { as } = await startApp(db);
  const get = async (format: string) =>
    (await as(astrid).get(`/reviews/nature/appraisal/${instrumentId}.${format}?lang=sv`)).body;
  const web = await get('html');
  const [lights = '', comments = ''] = web.split('</table>');
  expect(lights).toContain('× Nej');
  expect(lights).not.toContain('Nobody is named');
  expect(comments).toMatch(/<caption>Kommentarer: .*Nobody is named/s);
  expect(web).toContain('× allvarlig oro');
  for (const format of ['md', 'tex'])
    expect((await get(format)).split('Kommentarer: ')).toHaveLength(2);
  expect(await get('csv')).toContain('Nej (Allvarlig oro)');
  expect(await get('csv')).not.toContain('Kommentarer');
  expect(await get('csv')).toContain('Nobody is named');
});
