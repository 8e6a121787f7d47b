/** Records and the publications behind them: what is shown, from where, and what belongs together. */
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { duplicateLink, report } from '../schema/records.ts';
import type { Connection } from '../server/db.ts';
import { onClusterChanged } from '../server/records/duplicates/cluster-events.ts';
import { correctReport } from '../server/records/reports/corrections.ts';
import { everyReport } from '../server/records/reports/report-query.ts';
import { membersOf, reportsPage, shownReference } from '../server/records/reports/reports.ts';
import { chooseFields } from '../server/records/reports/shown.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';
import { typeIn } from './typed-references.ts';

const parks: Reference = {
  type: 'article-journal',
  title: 'Green parks and the loneliness of older adults in Nordic cities',
  authors: [{ family: 'Åström', given: 'K.' }],
  year: 2019,
  container: 'J Environ Psychol',
  volume: '12',
  pages: '33-48',
};
/** The same article as another database has it. */
const parksElsewhere: Reference = {
  ...parks,
  title: parks.title.toUpperCase(),
  authors: [{ family: 'Åström', given: 'Karin' }],
  container: 'Journal of Environmental Psychology',
  doi: '10.1016/j.jenvp.2019.01.001',
  abstract: 'Older adults who walk in parks feel less lonely.',
};
const forest: Reference = {
  type: 'book',
  title: 'Forest bathing explained to municipal planners',
  authors: [{ literal: 'Skogsstyrelsen' }],
  year: 2015,
};

let db: Connection;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reviewer']]).id;
});

const enter = (...references: Reference[]) => typeIn(astrid, reviewId, references);

test('a duplicate is found at once, and the first imported report stands for both', () => {
  const [first, second, other] = enter(parks, parksElsewhere, forest);
  expect(membersOf(db, first ?? 0).map((row) => row.id)).toEqual([first, second]);
  expect(reportsPage(db, reviewId, everyReport, null)).toMatchObject({
    total: 2,
    rows: [{ id: first }, { id: other }],
  });
  expect(db.select().from(duplicateLink).all()).toMatchObject([
    { keptId: first, duplicateId: second, decidedBy: null },
  ]);
});

test('what is shown is the best of both sources, and says which source that was', () => {
  const [first = 0] = enter(parks, parksElsewhere);
  const { reference, fields } = shownReference(db, first);
  expect(reference).toMatchObject({
    title: parks.title,
    authors: [{ family: 'Åström', given: 'Karin' }],
    container: 'Journal of Environmental Psychology',
    doi: '10.1016/j.jenvp.2019.01.001',
    pages: '33-48',
  });
  const sources = new Map(fields.map((row) => [row.field, row.source]));
  expect(sources.get('title')).toEqual({ kind: 'record', recordId: 1 });
  expect(sources.get('doi')).toEqual({ kind: 'record', recordId: 2 });
});

test('a source with all the authors is better than one with "et al.", which is said where it is all there is', () => {
  const shortened: Reference = { ...parks, othersOmitted: true };
  const [first = 0] = enter(shortened);
  expect(shownReference(db, first).reference).toMatchObject({ othersOmitted: true });
  const all = [...parksElsewhere.authors, { family: 'Berg', given: 'Ida' }];
  enter({ ...parksElsewhere, authors: all });
  const { reference } = shownReference(db, first);
  expect(reference.authors).toEqual(all);
  expect(reference).not.toHaveProperty('othersOmitted');
});

test('as many authors without "et al." come first, and more authors with it before fewer without', () => {
  const [one, two] = [{ family: 'Åström' }, { family: 'Berg' }];
  const named = (authors: Reference['authors'], recordId: number, othersOmitted?: true) => ({
    recordId,
    reference: { ...parks, authors, ...(othersOmitted && { othersOmitted }) },
  });
  const { reference } = chooseFields([named([one], 1, true), named([one], 2)], []);
  expect(reference).not.toHaveProperty('othersOmitted');
  const more = chooseFields([named([one], 1), named([one, two], 2, true)], []).reference;
  expect(more).toMatchObject({ authors: [one, two], othersOmitted: true });
});

test('a person who corrects the authors says with "et al." that there are others', () => {
  const [first = 0] = enter({ ...parks, othersOmitted: true });
  correctReport(astrid, first, 'authors', [{ family: 'Åström' }, { family: 'Berg' }]);
  expect(shownReference(db, first).reference).not.toHaveProperty('othersOmitted');
  correctReport(astrid, first, 'authors', [{ family: 'Åström' }, { literal: 'et al.' }]);
  const { reference } = shownReference(db, first);
  expect(reference).toMatchObject({ authors: [{ family: 'Åström' }], othersOmitted: true });
});

test('a correction is shown instead of what the sources say, and the records stay as they were', () => {
  const [first = 0] = enter(parks, parksElsewhere);
  correctReport(astrid, first, 'year', 2020);
  correctReport(astrid, first, 'doi', null);
  const { reference } = shownReference(db, first);
  expect(reference.year).toBe(2020);
  expect(reference).not.toHaveProperty('doi');
  expect(db.select().from(report).where(eq(report.id, first)).get()).toMatchObject({ year: 2020 });
  expect(() => correctReport(astrid, first, 'year', 'soon' as never)).toThrow('CORRECTION_INVALID');
  expect(() => correctReport(astrid, first, 'title', null)).toThrow('CORRECTION_INVALID');
});

test('whoever follows clusters is told which roots changed', () => {
  const told: number[][] = [];
  onClusterChanged((_tx, rootIds) => void told.push(rootIds));
  const [first, second] = enter(parks, parksElsewhere, forest);
  expect(told).toEqual([[first, second]]);
});

const form = { type: 'article-journal', title: parks.title, authors: 'Åström, Karin\nWHO,' };

test('a reference is typed in, shown, found and corrected, by forms alone', async () => {
  const { as } = await startApp(db);
  const entered = await as(astrid).post('/reviews/nature/records/enter', {
    ...form,
    run: '',
    year: '2019',
    doi: 'https://doi.org/10.1000/PARKS',
  });
  expect(entered.headers.location).toMatch(/^\/reviews\/nature\/imports\/1\?notice=/);
  const list = await as(astrid).get('/reviews/nature/records?q=åström');
  expect(list.body).toContain('1 publication');
  expect(list.body).toContain('Åström and WHO');
  const page = await as(astrid).get('/reviews/nature/reports/1');
  expect(page.body).toContain('https://doi.org/10.1000/parks');
  const corrected = { field: 'keywords', value: 'parks\nloneliness' };
  await as(astrid).post('/reviews/nature/reports/1/corrections', corrected);
  expect((await as(astrid).get('/reviews/nature/reports/1')).body).toContain('corrected by Astrid');
  const refused = await as(astrid).post('/reviews/nature/reports/1/corrections', {
    field: 'year',
    value: 'soon',
  });
  expect(refused.statusCode).toBe(422);
  const machine = await as(astrid).get('/reviews/nature/reports/1.json');
  expect(machine.json().shown.reference).toMatchObject({ keywords: ['parks', 'loneliness'] });
});

test('a form that lacks something comes back with what was typed', async () => {
  const { as } = await startApp(db);
  const refused = await as(astrid).post('/reviews/nature/records/enter', { ...form, title: '' });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('Fill in this field.');
  expect(refused.body).toContain('Åström, Karin');
  const wrong = await as(astrid).post('/reviews/nature/records/enter', { ...form, doi: 'none' });
  expect(wrong.statusCode).toBe(422);
});

test('the list is narrowed by import, state and words, and says when nothing is left', async () => {
  enter(parks, forest);
  const { as } = await startApp(db);
  const count = async (query: string) =>
    (await as(astrid).get(`/reviews/nature/records.json?${query}`)).json().total;
  expect(await count('')).toBe(2);
  expect(await count('q=SKOGSSTYRELSEN')).toBe(1);
  expect(await count('q=forest+bathing')).toBe(1);
  expect(await count('q=100%25')).toBe(0);
  expect(await count('importId=1&state=undecided')).toBe(2);
  expect(await count('state=included')).toBe(0);
  const nothing = await as(astrid).get('/reviews/nature/records?q=nothing');
  expect(nothing.body).toContain('No publication matches');
});

test('an empty review tells a reviewer what to do next', async () => {
  const { as } = await startApp(db);
  const page = await as(astrid).get('/reviews/nature/records');
  expect(page.body).toContain('Nothing has been imported yet');
  expect(page.body).toContain('/reviews/nature/records/import');
});
