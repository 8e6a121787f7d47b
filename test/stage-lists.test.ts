/** Lists of an older review: matched to the records of its searches, accounted for to the last one. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { membership } from '../schema/accounts.ts';
import { adjudication } from '../schema/screening.ts';
import { agreeingFlowPaths } from '../server/check/derived.ts';
import { storeByHand } from '../server/records/imports/hand-entry.ts';
import { removeBeforeScreening } from '../server/screening/removals.ts';
import {
  importStageList,
  stageListPage,
  stageListsOf,
} from '../server/screening/stage-lists/lists.ts';
import { createListMatcher } from '../server/screening/stage-lists/match.ts';
import { ifListUndone, undoStageList } from '../server/screening/stage-lists/undo.ts';
import { disagreeingStandings } from '../server/screening/votes/standings.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addSearchRun } from '../server/searches/runs.ts';
import { flowOf } from '../server/synthesis/flow/flow.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

const titles = [
  'Nature contact and the health of older people',
  'Allotment gardens and loneliness',
  'Walking groups for people with dementia',
  'Forest therapy in municipal care',
];
const names = ['Berg', 'Holm', 'Dahl', 'Ek'];

function reviewWithSearch() {
  const db = freshDatabase();
  const owner = addPerson(db, 'Astrid');
  const row = addReview(db, [[owner, 'owner']], { flowTemplate: 'new-v1' });
  const searchRunId = addSearchRun(owner, row.id, { kind: 'database', source: 'Scopus' });
  const references = titles.map(
    (title, at): Reference => ({
      type: 'article-journal',
      title,
      year: [2019, 2020, 2018, 2017][at] ?? 2000,
      authors: [{ family: names[at] ?? '', given: 'A' }],
      doi: `10.1000/nature.${at + 1}`,
    }),
  );
  const { reportIds } = storeByHand(owner, {
    reviewId: row.id,
    searchRunId,
    label: 'file',
    references,
  });
  return { db, owner, row, reportIds };
}

const list = (reviewId: number, name: 'kept' | 'final') => ({
  reviewId,
  stage: name === 'kept' ? ('title_abstract' as const) : ('full_text' as const),
  fileName: `${name}.ris`,
  fileHash: name,
  path: join(import.meta.dirname, 'fixtures', 'stage-lists', `${name}.ris`),
  excludesOthers: true,
});

test('each record of a list is matched, repeats another, or is listed as not matched', async () => {
  const { db, owner, row } = reviewWithSearch();
  const result = await importStageList(owner, list(row.id, 'kept'));
  expect(result).toMatchObject({ declared: 4, matched: 2, repeats: 1, unmatched: 1, rejected: 0 });
  expect(result).toMatchObject({ kept: 2, excluded: 2 });
  const { rows } = stageListPage(db, row.id, result.listId, {
    state: 'unmatched',
    page: 1,
    size: 10,
  });
  expect(rows.map((each) => [each.position, each.reference.title, each.nearestId])).toEqual([
    [4, 'A handbook that no search has found', null],
  ]);
});

test('a record that a search gave in the same words is that one, however little it says', async () => {
  const { db, owner, row } = reviewWithSearch();
  const { listId } = await importStageList(owner, list(row.id, 'kept'));
  const query = { state: 'unmatched', page: 1, size: 10 } as const;
  const references = stageListPage(db, row.id, listId, query).rows.map((each) => each.reference);
  undoStageList(owner, { reviewId: row.id, listId });
  const searchRunId = addSearchRun(owner, row.id, { kind: 'citation_searching', source: 'Other' });
  storeByHand(owner, { reviewId: row.id, searchRunId, label: 'kept.ris', references });
  const [handbook] = references;
  if (!handbook) throw new Error('There is no handbook');
  const match = createListMatcher(db, row.id);
  expect(match(handbook)).toMatchObject({ verdict: { reasons: [{ code: 'SAME_CONTENT' }] } });
  expect(match({ ...handbook, title: 'A handbook' }).rootId).toBe(null);
  // So what a list has beyond the searches finds its place in the flow.
  expect(await importStageList(owner, list(row.id, 'kept'))).toMatchObject({ unmatched: 0 });
  const flow = flowOf(db, { ...row, flowTemplate: 'new-v2' });
  const counted = Object.fromEntries(flow.boxes.map((box) => [box.id, box.derived]));
  expect(counted).toMatchObject({ S1: 4, S2: 2, Q1: 2, O3: 1, OQ1: 1 });
});

test('two lists give the flow of the older review: what they leave out was excluded, reason not reported', async () => {
  const { db, owner, row } = reviewWithSearch();
  await importStageList(owner, list(row.id, 'kept'));
  const last = await importStageList(owner, list(row.id, 'final'));
  // The last list names one that the first did not: the later list holds.
  expect(last).toMatchObject({ matched: 2, unmatched: 0, revived: 1, excluded: 1 });
  const flow = flowOf(db, row);
  expect(Object.fromEntries(flow.boxes.map((box) => [box.id, box.derived]))).toMatchObject({
    ...{ I1: 4, X1: 0, S1: 4, S2: 1, Q1: 3, A1: 3, A2: 1, N2: 2 },
  });
  const reasons = flow.boxes.find((box) => box.id === 'A2')?.parts;
  expect(reasons).toMatchObject([{ key: 'NR', derived: 1, label: { sv: 'Skäl ej redovisat' } }]);
  expect(flow.isProvisional).toBe(false);
  const notes = db.select({ note: adjudication.note }).from(adjudication).all();
  expect(new Set(notes.map((each) => each.note))).toEqual(new Set(['kept.ris', 'final.ris']));
});

test('the flow says how many records of a list no search has, on the page, in the files and at an earlier day', async () => {
  const { db, owner, row } = reviewWithSearch();
  // The log of the flow has the database's own clock: these days come after whatever it says.
  await importStageList({ ...owner, at: '2999-11-23T09:00:00.000Z' }, list(row.id, 'kept'));
  await importStageList({ ...owner, at: '2999-11-24T09:00:00.000Z' }, list(row.id, 'final'));
  const [kept, final] = flowOf(db, row).lists;
  expect(kept).toMatchObject({ declared: 4, matched: 2, repeats: 1, unmatched: 1, rejected: 0 });
  expect(final).toMatchObject({ stage: 'full_text', declared: 2, matched: 2, unmatched: 0 });
  const { as } = await startApp(db);
  const flow = `/reviews/${row.slug}/flow`;
  const note = '1 record of the 4 in kept.ris (kept after title and abstract) is in none';
  expect((await as(owner).get(flow)).body).toContain(note);
  expect((await as(owner).get(`${flow}.svg`)).body).toContain('kept.ris');
  const lists = async (query: string) =>
    (await as(owner).get(`${flow}.json${query}`)).json().lists.length;
  expect([await lists('?at=2999-11-22'), await lists('?at=2999-11-23'), await lists('')]).toEqual([
    0, 1, 2,
  ]);
  const page = (await as(owner).get(`${flow}/basis/lists/${kept?.id}`)).body;
  expect(page).toContain(
    'are 2 publications now: 2 passed the stage, 0 excluded, 0 still open. 1 more has passed',
  );
  undoStageList(owner, { reviewId: row.id, listId: kept?.id ?? 0 });
  expect((await as(owner).get(flow)).body).not.toContain(note);
});

test('what people here have answered holds against a list, and a list is read once', async () => {
  const { db, owner, row, reportIds } = reviewWithSearch();
  castVote(owner, {
    ...{ reviewId: row.id, reportId: reportIds[0] ?? 0, stage: 'title_abstract' },
    ...{ answer: 'exclude', criterionId: null, note: '', clientKey: null },
  });
  const result = await importStageList(owner, list(row.id, 'kept'));
  expect(result).toMatchObject({ judgedHere: 1, kept: 1, excluded: 2 });
  await expect(importStageList(owner, list(row.id, 'kept'))).rejects.toThrow('STAGE_LIST_KNOWN');
  expect(flowOf(db, row).isProvisional).toBe(true);
});

test('a list can be taken back: what it decided counts no more, what people decided since stays', async () => {
  const { db, owner, row, reportIds } = reviewWithSearch();
  removeBeforeScreening(owner, {
    ...{ reviewId: row.id, kind: 'other', reason: 'Not in a language we read', tool: '' },
    ...{ reportIds: [reportIds[0] ?? 0], yearBefore: null, yearAfter: null, languages: [] },
  });
  const before = flowOf(db, row).boxes.map((box) => [box.id, box.derived]);
  await importStageList(owner, list(row.id, 'kept'));
  const between = flowOf(db, row).boxes.map((box) => [box.id, box.derived]);
  const { listId } = await importStageList(owner, list(row.id, 'final'));
  const about = { reviewId: row.id, listId };
  const said = ifListUndone(db, about);
  expect(said.map(({ stage, moves }) => [stage, moves])).toEqual([
    ['title_abstract', [{ from: 'passed', to: 'excluded', count: 1 }]],
    [
      'full_text',
      [
        { from: 'excluded', to: 'unscreened', count: 1 },
        { from: 'passed', to: 'unscreened', count: 2 },
      ],
    ],
  ]);
  // Looking changed nothing.
  expect(ifListUndone(db, about)).toEqual(said);
  undoStageList(owner, about);
  undoStageList(owner, about);
  expect(flowOf(db, row).boxes.map((box) => [box.id, box.derived])).toEqual(between);
  expect(db.select().from(adjudication).all().length).toBeGreaterThan(0);
  const first = stageListsOf(db, row.id).find((each) => each.undoneAt === null);
  undoStageList(owner, { reviewId: row.id, listId: first?.id ?? 0 });
  expect(flowOf(db, row).boxes.map((box) => [box.id, box.derived])).toEqual(before);
  expect(disagreeingStandings(db, row.id)).toEqual([]);
  expect(agreeingFlowPaths(db, row)).toEqual([]);
  // It may be read again.
  expect(await importStageList(owner, list(row.id, 'kept'))).toMatchObject({ matched: 2 });
});

test('the page of a list says what taking it back would change, and takes it back for the owner', async () => {
  const { db, owner, row } = reviewWithSearch();
  const reviewer = addPerson(db, 'Bo');
  db.insert(membership)
    .values({ reviewId: row.id, personId: reviewer.personId, role: 'reviewer' })
    .run();
  const { listId } = await importStageList(owner, list(row.id, 'kept'));
  const { as } = await startApp(db);
  const page = `/reviews/${row.slug}/flow/basis/lists/${listId}`;
  const shown = (await as(owner).get(page)).body;
  expect(shown).toContain('Take the list back');
  expect(shown).toContain('Passed → Without an answer: 2');
  expect((await as(reviewer).get(page)).body).not.toContain('Take the list back');
  expect((await as(reviewer).post(`${page}/undo`)).statusCode).toBe(404);
  const undone = await as(owner).post(`${page}/undo`);
  expect(undone.headers.location).toContain('notice=stage_list_undone');
  expect((await as(owner).get(page)).body).toContain('Its decisions count no more');
  expect(flowOf(db, row).boxes.find((box) => box.id === 'S2')?.derived).toBe(0);
});

test.each(['en', 'sv', 'nb', 'nn'])('the pages of lists and removals speak %s', async (locale) => {
  const { db, owner, row, reportIds } = reviewWithSearch();
  const { as } = await startApp(db, { 'accept-language': locale });
  const basis = `/reviews/${row.slug}/flow/basis`;
  const refused = await as(owner).post(`${basis}/removals`, { kind: 'automation', reason: 'x' });
  expect(refused.statusCode).toBe(422);
  const removed = await as(owner).post(`${basis}/removals`, {
    ...{ kind: 'other', reason: 'In a language nobody reads' },
    reports: String(reportIds[3]),
  });
  expect(removed.headers.location).toContain('notice=records_removed');
  expect((await as(owner).get(basis)).body).toContain('In a language nobody reads');
  const { listId } = await importStageList(owner, list(row.id, 'kept'));
  expect((await as(owner).get(`${basis}/lists/${listId}`)).body).toContain('A handbook that no');
  const print = await as(owner).post(`/reviews/${row.slug}/flow/prints`, { note: 'To the board' });
  expect((await as(owner).get(print.headers.location ?? '')).body).toContain('flow-figure');
  const day = await as(owner).get(`/reviews/${row.slug}/flow?at=2999-01-01`);
  expect(day.body).toContain('2999-01-01');
  expect((await as(owner).get(`/reviews/${row.slug}/flow?at=1999-01-01`)).statusCode).toBe(404);
  expect(flowOf(db, row).boxes.find((box) => box.id === 'X3')?.derived).toBe(1);
});

test('the figure comes as SVG, PNG and PDF, the same bytes each time, and as CSV for PRISMA2020', async () => {
  const { db, owner, row } = reviewWithSearch();
  await importStageList(owner, list(row.id, 'kept'));
  const { as } = await startApp(db);
  const file = (ending: string) => as(owner).get(`/reviews/${row.slug}/flow.${ending}`);
  const starts = { svg: '<svg', png: '\u0089PNG', pdf: '%PDF-1.7' };
  for (const [ending, start] of Object.entries(starts)) {
    const [one, other] = [await file(ending), await file(ending)];
    expect(one.rawPayload.toString('latin1').slice(0, start.length)).toBe(start);
    expect(one.rawPayload.equals(other.rawPayload)).toBe(true);
  }
  expect((await file('svg')).body).toContain("font-family:'DejaVu Sans Condensed'");
  const lines = (await file('csv')).body.trim().split('\n');
  expect(lines[0]).toBe('data,node,box,description,boxtext,tooltips,url,n');
  expect(lines).toHaveLength(35);
  expect(lines.find((line) => line.startsWith('database_specific_results'))).toContain(
    '"Scopus, 4"',
  );
  expect(lines.find((line) => line.startsWith('records_excluded,'))).toMatch(/,2$/);
  // Boxes that this template does not have are not drawn by the package, which reads numbers there all the same.
  expect(lines.find((line) => line.startsWith('other_assessed,'))).toMatch(/,0$/);
  expect(lines.filter((line) => line.endsWith(',NA'))).toEqual([]);
}, 60_000);
