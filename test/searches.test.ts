/** Searches: the query that concept blocks give, the log of runs, and what was imported from each. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { person } from '../schema/accounts.ts';
import { importBatch, record, report } from '../schema/records.ts';
import { searchRun } from '../schema/searches.ts';
import type { Connection } from '../server/db.ts';
import { conceptBlocks, saveConceptBlocks } from '../server/searches/blocks.ts';
import { buildQuery, queryTerm } from '../server/searches/query.ts';
import {
  addSearchRun,
  archiveSearchRun,
  changeSearchRun,
  searchRuns,
} from '../server/searches/runs.ts';
import { addPerson, addReview, freshDatabase, now, startApp } from './helpers.ts';

let db: Connection;
let owner: ReturnType<typeof addPerson>;
let reviewId: number;
beforeEach(() => {
  db = freshDatabase();
  owner = addPerson(db, 'Owner');
  reviewId = addReview(db, [[owner, 'owner']]).id;
});

test.each([
  ['co-creation', 'co-creation'],
  ['collaborat*', 'collaborat*'],
  ['third  sector', '"third sector"'],
  ['citizen* participation', '"citizen* participation"'],
  ['"social care"', '"social care"'],
  ['“social care”', '"social care"'],
  ['"social care" NEAR/3 volunt*', '"social care" NEAR/3 volunt*'],
  ['', ''],
])('the term %j becomes %j', (term, expected) => {
  expect(queryTerm(term)).toBe(expected);
});

test('terms are joined by OR and blocks by AND', () => {
  const blocks = [
    { terms: ['co-creation', 'co production'] },
    { terms: ['"social care"'] },
    { terms: [] },
    { terms: ['volunt*', 'third sector', 'volunt*'] },
  ];
  expect(buildQuery(blocks)).toBe(
    '(co-creation OR "co production") AND "social care" AND (volunt* OR "third sector")',
  );
  expect(buildQuery([{ terms: ['care', 'nursing'] }])).toBe('care OR nursing');
  expect(buildQuery([])).toBe('');
});

test('parentheses always match and no term is lost', () => {
  const term = fc.stringMatching(/^[a-z]+( [a-z]+)?\*?$/);
  const blocks = fc.array(fc.record({ terms: fc.array(term, { minLength: 1 }) }));
  const holds = fc.property(blocks, (list) => {
    const query = buildQuery(list);
    expect(query.split('(').length).toBe(query.split(')').length);
    for (const each of list.flatMap(({ terms }) => terms)) expect(query).toContain(queryTerm(each));
  });
  fc.assert(holds);
});

const scopus = {
  kind: 'database',
  source: 'Scopus',
  searchedOn: '2022-03',
  hitsDeclared: 12,
} as const;

function importFrom(searchRunId: number, records: number, undoneAt: string | null = null) {
  const batch = { reviewId, searchRunId, fileName: 'a.ris', createdBy: 1, undoneAt };
  const { id: importId } = db.insert(importBatch).values(batch).returning().get();
  for (let position = 1; position <= records; position += 1) {
    const reference = { type: 'article', title: `Title ${position}` } as never;
    const row = { reviewId, reference, title: `Title ${position}` };
    const { id: reportId } = db.insert(report).values(row).returning().get();
    const place = {
      importId,
      position,
      lineFrom: 1,
      lineTo: 2,
      raw: '',
      contentHash: `${position}`,
    };
    db.insert(record)
      .values({ reviewId, reportId, reference, unmapped: [], ...place })
      .run();
  }
}

test('each search says its arm and how many records came from it, undone imports apart', () => {
  const run = addSearchRun(owner, reviewId, scopus);
  const tips = addSearchRun(owner, reviewId, { kind: 'contact', source: 'Colleagues' });
  importFrom(run, 3);
  importFrom(run, 2);
  importFrom(run, 4, now.toISOString());
  expect(searchRuns(db, reviewId)).toMatchObject([
    { id: run, arm: 'databases', records: 5, imports: 2, hitsDeclared: 12, searchedOn: '2022-03' },
    { id: tips, arm: 'other', records: 0, imports: 0, hitsDeclared: null, searchedOn: null },
  ]);
});

test('a search with records is not archived, one without leaves the list and stays in the database', () => {
  const run = addSearchRun(owner, reviewId, scopus);
  const empty = addSearchRun(owner, reviewId, { kind: 'register', source: 'Mistake' });
  importFrom(run, 1);
  expect(() => archiveSearchRun(owner, reviewId, run)).toThrow('SEARCH_HAS_RECORDS');
  archiveSearchRun(owner, reviewId, empty);
  expect(searchRuns(db, reviewId).map(({ source }) => source)).toEqual(['Scopus']);
  expect(db.select().from(searchRun).all()).toHaveLength(2);
});

test('a search of another review cannot be changed from here', () => {
  const other = addReview(db, [[owner, 'owner']], { slug: 'other' });
  const run = addSearchRun(owner, other.id, scopus);
  expect(() => changeSearchRun(owner, reviewId, run, { source: 'Taken' })).toThrow('NOT_FOUND');
});

test('blocks keep their id, follow their order, and leave for the archive', () => {
  const label = (en: string) => ({ en });
  saveConceptBlocks(owner, reviewId, [
    { label: label('Cooperation'), terms: ['co-creation', ' partnership '] },
    { label: label('Care'), terms: ['care'] },
  ]);
  const [one, two] = conceptBlocks(db, reviewId);
  saveConceptBlocks(owner, reviewId, [
    { ...(two ? { id: two.id } : {}), label: label('Care'), terms: ['care', 'nursing'] },
    { label: label('Sector'), terms: ['volunt*'] },
  ]);
  expect(conceptBlocks(db, reviewId)).toMatchObject([
    { id: two?.id, terms: ['care', 'nursing'], position: 1 },
    { terms: ['volunt*'], position: 2 },
  ]);
  expect(one?.terms).toEqual(['co-creation', 'partnership']);
  const unnamed = [{ label: {}, terms: ['x'] }];
  expect(() => saveConceptBlocks(owner, reviewId, unnamed)).toThrow('BLOCK_INCOMPLETE');
});

const form = {
  kind: 'database',
  source: 'Scopus',
  searchedOn: '2022-03-01',
  hitsDeclared: '',
  query: '',
};

test('a reviewer writes the blocks, and a new search begins with their query', async () => {
  const { as } = await startApp(db);
  const blocks = {
    do: 'save',
    block_0_label_en: 'Care',
    block_0_terms: 'social care\r\nnursing\r\n',
    block_1_terms: '',
  };
  const shown = await as(owner).post('/reviews/nature/searches/blocks', { ...blocks, do: 'show' });
  expect(shown.body).toContain('readonly rows="4">&quot;social care&quot; OR nursing</textarea>');
  expect(conceptBlocks(db, reviewId)).toEqual([]);
  await as(owner).post('/reviews/nature/searches/blocks', blocks);
  const page = await as(owner).get('/reviews/nature/searches/new');
  expect(page.body).toContain('&quot;social care&quot; OR nursing</textarea>');
  expect(page.body).toContain('value="2026-11-22"');
});

test('hits that nobody reported are shown as not reported, never as a number', async () => {
  db.update(person).set({ locale: 'sv' }).run();
  const { as } = await startApp(db);
  const added = await as(owner).post('/reviews/nature/searches', form);
  expect(added.statusCode).toBe(303);
  const { body } = await as(owner).get('/reviews/nature/searches');
  expect(body).toContain('<td class="number"><span class="muted">Uppges inte</span></td>');
  expect(body).toContain('1 mars 2022');
  const { runs } = (await as(owner).get('/reviews/nature/searches.json')).json();
  expect(runs).toMatchObject([{ source: 'Scopus', hitsDeclared: null, records: 0 }]);
});

test('a wrong date or number of hits is said beside its field, and nothing typed is lost', async () => {
  const { as } = await startApp(db);
  const wrong = { ...form, searchedOn: 'March', hitsDeclared: 'many', notes_en: 'By Anna' };
  const refused = await as(owner).post('/reviews/nature/searches', wrong);
  expect(refused.statusCode).toBe(422);
  for (const text of [
    'id="searchedOn-problem">Write a year',
    'id="hitsDeclared-problem">Write a whole number',
    'value="March"',
    '>By Anna</textarea>',
  ])
    expect(refused.body).toContain(text);
});

test('a search is changed and archived from its page', async () => {
  const run = addSearchRun(owner, reviewId, { ...scopus, notes: { sv: 'Anteckning' } });
  const { as } = await startApp(db);
  const page = await as(owner).get(`/reviews/nature/searches/${run}/edit`);
  expect(page.body).toContain('>Anteckning</textarea>');
  await as(owner).post(`/reviews/nature/searches/${run}`, { ...form, source: 'SwePub' });
  expect(searchRuns(db, reviewId)).toMatchObject([{ source: 'SwePub', searchedOn: '2022-03-01' }]);
  await as(owner).post(`/reviews/nature/searches/${run}/archive`);
  expect((await as(owner).get('/reviews/nature/searches')).body).toContain('No search has been');
});

test('a reader sees the searches and changes none', async () => {
  const reader = addPerson(db, 'Reader');
  addReview(db, [[reader, 'reader']], { slug: 'other' });
  const { as } = await startApp(db);
  expect((await as(reader).get('/reviews/other/searches')).body).not.toContain('Add a search');
  expect((await as(reader).post('/reviews/other/searches', form)).statusCode).toBe(404);
});
