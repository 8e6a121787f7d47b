/** The demonstration reviews as they stand in a database once loaded: the facts checked by hand in the documents. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '../seeds/load.ts';
import { summaryOfFindings } from '../server/appraisal/summary.ts';
import { trafficTables } from '../server/appraisal/traffic.ts';
import { findCodebook } from '../server/coding/codebooks/codebooks.ts';
import { casesOf } from '../server/coding/desk/cases.ts';
import { countriesOf } from '../server/coding/desk/countries.ts';
import { excerptsOfReview } from '../server/coding/excerpts/excerpts.ts';
import { matchExcerpts } from '../server/coding/excerpts/quotations.ts';
import { answerTable } from '../server/coding/forms/answer-table.ts';
import { formsOf } from '../server/coding/forms/forms.ts';
import { includedPublications } from '../server/coding/publications.ts';
import {
  type Connection,
  migrateDatabase,
  openDatabase,
  openSearchDatabase,
  type SearchDb,
} from '../server/db.ts';
import { publicationPage, publicationsPage } from '../server/evidence/publication-pages.ts';
import { publicationList, publicationView } from '../server/evidence/publication-views.ts';
import { prepareSearchDatabase } from '../server/evidence/search-schema.ts';
import { findingsOf } from '../server/findings/findings.ts';
import { orphansOf } from '../server/findings/supports.ts';
import { jobHandlers } from '../server/job-handlers.ts';
import { findReview } from '../server/platform/find-review.ts';
import { runNext } from '../server/platform/jobs/jobs.ts';
import { archiveFacts, projects } from '../server/publishing/projects.ts';
import { recordsOf } from '../server/records/reports/reports.ts';
import { activeCriteria } from '../server/reviews/criteria.ts';
import { allReviews, publishedReviews } from '../server/reviews/reviews.ts';
import { conceptBlocks } from '../server/searches/blocks.ts';
import { searchRuns } from '../server/searches/runs.ts';
import { cellsOf } from '../server/synthesis/aspects.ts';
import { flowOf } from '../server/synthesis/flow/flow.ts';
import { indicatorsOf } from '../server/synthesis/indicators.ts';
import { now } from './helpers.ts';

let db: Connection;
let searchDb: SearchDb;
const at = () => now.toISOString();

beforeAll(async () => {
  db = openDatabase(':memory:');
  migrateDatabase(db);
  searchDb = openSearchDatabase(':memory:');
  prepareSearchDatabase(searchDb);
  await loadDemonstration(db, now);
  while (await runNext({ db, searchDb, dataDir: '', now: at }, jobHandlers));
});

afterAll(() => {
  db.$client.close();
  searchDb.close();
});

function review(slug: string) {
  const row = findReview(db, slug);
  if (!row) throw new Error(`No review ${slug}`);
  return row;
}
const idOf = (slug: string) => review(slug).id;

const included = (slug: string) => includedPublications(db, idOf(slug));
const byTitle = (slug: string, part: string) => {
  const found = included(slug).find(({ title }) => title.includes(part));
  if (!found) throw new Error(`No publication ${part}`);
  return found;
};
const boxOf = (slug: string, id: string) =>
  flowOf(db, review(slug)).boxes.find((box) => box.id === id);

test('three reviews are published, the exercises are not', () => {
  const slugs = publishedReviews(db).map(({ slug }) => slug);
  expect(slugs).toEqual(['eskilstuna-2022', 'tfou-2012', 'samskaping-2025']);
  for (const slug of ['exercise', 'exercise-chain'])
    expect(review(slug)).toMatchObject({ isExercise: true, publishedAt: null });
});

test('an installation that has a review is left as it is', async () => {
  const count = () => db.$client.prepare('select count(*) as n from audit_entry').get();
  const before = count();
  expect(await loadDemonstration(db, now)).toBe(false);
  expect(count()).toEqual(before);
  expect(allReviews(db)).toHaveLength(5);
});

test('everything is loaded or nothing is', async () => {
  const other = openDatabase(':memory:');
  migrateDatabase(other);
  other.$client.exec(`create trigger stop before insert on publication
    when (select slug from review where id = new.review_id) = 'eskilstuna-2022'
    begin select raise(abort, 'stopped'); end`);
  await expect(loadDemonstration(other, now)).rejects.toThrow();
  expect(allReviews(other)).toEqual([]);
  other.$client.exec('drop trigger stop');
  expect(await loadDemonstration(other, now)).toBe(true);
  other.$client.close();
});

test('Eskilstuna includes the 32 publications of Table 1', () => {
  expect(included('eskilstuna-2022')).toHaveLength(32);
  expect(byTitle('eskilstuna-2022', 'theoretical discussion').reference.doi).toBe(
    '10.1017/s1463423620000341',
  );
});

test('its publications make 47 links to six countries, and each counts once in a total', () => {
  const links = countriesOf(
    db,
    included('eskilstuna-2022').map(({ rootId }) => rootId),
  );
  const counts: Record<string, number> = {};
  for (const country of [...links.values()].flat()) counts[country] = (counts[country] ?? 0) + 1;
  expect(counts).toEqual({ GB: 15, SE: 11, NO: 7, BE: 5, DK: 5, NL: 4 });
  expect([...links.values()].flat()).toHaveLength(47);
  const nordic = [...links.values()].filter((codes) =>
    codes.some((code) => ['DK', 'NO', 'SE'].includes(code)),
  );
  expect([nordic.length, links.size - nordic.length]).toEqual([17, 15]);
});

test('three publications cover all six countries, the other 29 one each', () => {
  const publications = included('eskilstuna-2022');
  const links = countriesOf(
    db,
    publications.map(({ rootId }) => rootId),
  );
  const wide = publications.filter(({ rootId }) => links.get(rootId)?.length === 6);
  expect(wide.map(({ firstAuthor, year }) => [firstAuthor, year])).toEqual([
    ['Galjaard', 2019],
    ['In For Care', 2017],
    ['In For Care', 2019],
  ]);
  expect([...links.values()].filter((codes) => codes.length === 1)).toHaveLength(29);
});

test('where Table 1 names the first author and "m.fl.", so do the citations', () => {
  const row = review('eskilstuna-2022');
  const shortened = included(row.slug).filter(({ reference }) => reference.othersOmitted);
  expect(shortened).toHaveLength(13);
  const { publications } = publicationsPage('sv', row, publicationList(db, row));
  expect(publications.map(({ names, year }) => `${names} (${year})`)).toEqual(
    expect.arrayContaining(['Galjaard m.fl. (2019)', 'Bai och Synnes (2018)']),
  );
  const galjaard = shortened.find(({ firstAuthor }) => firstAuthor === 'Galjaard');
  const view = publicationView(db, row, galjaard?.rootId ?? 0);
  const page = view && publicationPage('sv', row, view);
  expect(page).toMatchObject({
    shortName: 'Galjaard m.fl. (2019)',
    names: 'Galjaard m.fl.',
    cite: { names: 'Galjaard m.fl.' },
  });
});

test('its search has ten sources without a number of hits, and blocks of 8, 6 and 8 terms', () => {
  const runs = searchRuns(db, idOf('eskilstuna-2022'));
  expect(runs).toHaveLength(10);
  expect(runs.every(({ hitsDeclared }) => hitsDeclared === null)).toBe(true);
  const databases = runs.filter(({ kind }) => kind === 'database');
  expect(databases.map(({ source }) => source)).toEqual([
    'Scopus',
    'Social Care Online',
    'Sociology Collection',
    'SwePub',
  ]);
  const blocks = conceptBlocks(db, idOf('eskilstuna-2022'));
  expect(blocks.map(({ terms }) => terms.length)).toEqual([8, 6, 8]);
});

test('which publication came from which source is not stated, so none is said to', () => {
  const records = included('eskilstuna-2022').flatMap(({ rootId }) => recordsOf(db, rootId));
  expect(records).toHaveLength(32);
  expect(records.every(({ source }) => source === null)).toBe(true);
});

test('the report says 33, its table lists 32, and what it does not report stays unknown', () => {
  expect(boxOf('eskilstuna-2022', 'N2')).toMatchObject({
    derived: 32,
    reported: 33,
    status: 'disagrees',
    parts: [
      { key: 'databases', reported: 23 },
      { key: 'other', reported: 9 },
    ],
  });
  expect(boxOf('eskilstuna-2022', 'S1')).toMatchObject({ derived: null, reported: null });
  const others = flowOf(db, review('eskilstuna-2022')).boxes.filter(({ id }) => id !== 'N2');
  expect(others.every(({ reported }) => reported === null)).toBe(true);
});

test('Table 4 has 8 success factors, 11 risks and barriers, 7 recommendations, all supported', () => {
  const findings = findingsOf(db, idOf('eskilstuna-2022'), { onlyFinal: true });
  const count = (kind: string) => findings.filter((each) => each.kind.key === kind).length;
  const kinds = ['success_factor', 'risk_or_barrier', 'recommendation'];
  expect(kinds.map(count)).toEqual([8, 11, 7]);
  expect(findings.every(({ supportingIds }) => supportingIds.length > 0)).toBe(true);
  expect(findings.every(({ themes }) => themes.length > 0)).toBe(true);
  expect(orphansOf(db, idOf('eskilstuna-2022')).findings).toEqual([]);
});

test('fragmented governance and unmet policy goals rest on the Danish study of 2019', () => {
  const danish = included('eskilstuna-2022').find((each) => each.firstAuthor === 'Scheele');
  const findings = findingsOf(db, idOf('eskilstuna-2022'), { onlyFinal: true });
  for (const key of ['risk-1-fragmented', 'risk-2-goals'])
    expect(findings.find((each) => each.key === key)?.supportingIds).toContain(danish?.rootId);
});

test('Table 2 gives share and hours for four years, with the publication behind them', () => {
  const series = indicatorsOf(db, idOf('eskilstuna-2022'));
  const valuesOf = (key: string) => series.find((each) => each.key === key)?.groups[0]?.values;
  expect(valuesOf('informal-help-share')).toEqual({ 1992: 28, 1998: 30, 2005: 52, 2009: 45 });
  expect(valuesOf('informal-help-hours')).toEqual({ 1992: 12, 1998: 12, 2005: 11, 2009: 17 });
  const behind = included('eskilstuna-2022').find((each) => each.firstAuthor === 'Jegermalm');
  expect(series.every(({ rootId }) => rootId === behind?.rootId)).toBe(true);
});

test('Table 3 fills three aspects for six countries, each cell with its place', () => {
  const { aspects, cells } = cellsOf(db, idOf('eskilstuna-2022'), 'country');
  expect(aspects).toHaveLength(3);
  expect(new Set(cells.map((cell) => `${cell.aspectId} ${cell.country}`)).size).toBe(18);
  expect(new Set(cells.map((cell) => cell.country)).size).toBe(6);
  const place = 'In For Care (2017), s. 29, Tabell 3 i Aytar (2022)';
  expect(cells.every(({ source }) => source.startsWith(place))).toBe(true);
});

test('the frameworks keep the order of their steps: risk is identified, communicated, escalated', () => {
  const stepsOf = (key: string) =>
    findCodebook(db, idOf('eskilstuna-2022'), key).codes.map((code) => code.key);
  expect(stepsOf('living-well-risk')).toEqual(['identify', 'communicate', 'escalate']);
  expect(stepsOf('in-for-care-recipes')).toEqual(['recruit', 'train', 'keep']);
  expect(stepsOf('mucf-cooperation-model')).toHaveLength(6);
});

test('every excerpt says where it was read, and what is said of a country carries its code', () => {
  const excerpts = excerptsOfReview(db, idOf('eskilstuna-2022'));
  expect(excerpts.every(({ citedIn }) => citedIn === 'Aytar (2022)')).toBe(true);
  const codes = excerpts.flatMap((each) =>
    each.codes.filter(({ codebookKey }) => codebookKey === 'country-practice'),
  );
  expect([...new Set(codes.map(({ key }) => key))].toSorted()).toEqual([
    'be',
    'dk',
    'gb',
    'nl',
    'no',
    'se',
  ]);
});

test('TFoU searched 42 sources: 10 databases, 18 institutions, 3 public sites, 11 organisations', () => {
  const runs = searchRuns(db, idOf('tfou-2012'));
  const columns = ['Databases', 'Research institutions', 'Public websites', 'Organisations'];
  const count = (column: string) => runs.filter(({ grouping }) => grouping.en === column).length;
  expect(columns.map(count)).toEqual([10, 18, 3, 11]);
  expect(runs).toHaveLength(42);
});

test('TFoU shows the report and the studies whose titles are known; none is without a title', () => {
  const publications = included('tfou-2012');
  expect(publications).toHaveLength(12);
  expect(publications.every(({ title }) => title !== '')).toBe(true);
  expect(boxOf('tfou-2012', 'N2')).toMatchObject({ derived: 12, reported: null });
});

test('Table 3-2 gives the inhabitants and informants of seven municipalities as numbers', () => {
  const { aspects, cells } = cellsOf(db, idOf('tfou-2012'), 'case');
  const cases = casesOf(db, idOf('tfou-2012'));
  const numbers = (key: string) => {
    const aspect = aspects.find((each) => each.key === key);
    return cases.map(
      ({ id }) => cells.find((cell) => cell.aspectId === aspect?.id && cell.caseId === id)?.number,
    );
  };
  expect(cases.map(({ label }) => label)).toEqual([
    'Alta',
    'Kristiansund',
    'Levanger',
    'Nissedal',
    'Strand',
    'Tromsø',
    'Vefsn',
  ]);
  expect(numbers('inhabitants')).toEqual([19282, 23813, 18922, 1430, 11533, 69116, 13258]);
  const total = (key: string) => numbers(key).reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const roles = ['municipal-informants', 'voluntary-informants', 'user-informants'];
  expect(roles.map(total)).toEqual([8, 7, 3]);
});

test('every municipality has a cell for each aspect of Tables 3-2, 5-1 and 6-1', () => {
  const { aspects, cells } = cellsOf(db, idOf('tfou-2012'), 'case');
  expect(aspects.map(({ source }) => source)).toEqual([
    ...Array<string>(5).fill('Tabell 3-2'),
    ...Array<string>(4).fill('Tabell 5-1'),
    ...Array<string>(3).fill('Tabell 6-1'),
  ]);
  expect(cells).toHaveLength(7 * 12);
});

test('the six factor groups of Table 6-2 each have success factors and barriers', () => {
  const groups = findCodebook(db, idOf('tfou-2012'), 'factors').codes.map(({ key }) => key);
  expect(groups).toHaveLength(6);
  const findings = findingsOf(db, idOf('tfou-2012'), { onlyFinal: true });
  for (const kind of ['success_factor', 'risk_or_barrier'])
    for (const group of groups) {
      const of = findings.filter(
        (each) => each.kind.key === kind && each.themes.some(({ key }) => key === group),
      );
      expect(of.length, `${kind} ${group}`).toBeGreaterThan(0);
    }
  expect(findings.every(({ supportingIds }) => supportingIds.length > 0)).toBe(true);
});

test('a municipality speaks through the report, and the locator names it', () => {
  const report = byTitle('tfou-2012', 'en kartlegging');
  const fromAlta = excerptsOfReview(db, idOf('tfou-2012')).filter((each) =>
    each.locator.endsWith(', Alta'),
  );
  expect(fromAlta.length).toBeGreaterThan(0);
  expect(fromAlta.every(({ rootId }) => rootId === report.rootId)).toBe(true);
});

test('the working day has three levels with their parts, five steps, a ladder of five, a wheel of four', () => {
  const stepsOf = (key: string) => findCodebook(db, idOf('samskaping-2025'), key).codes;
  expect(stepsOf('co-creation-model').map(({ children }) => children.length)).toEqual([5, 5, 5]);
  expect(stepsOf('first-steps').map(({ key }) => key)).toEqual([
    'anchoring',
    'mapping',
    'dialogue',
    'responsibility-map',
    'legal',
  ]);
  expect(stepsOf('involvement-ladder')).toHaveLength(5);
  expect(stepsOf('wheel-of-care')).toHaveLength(4);
});

test('volunteering is given for six years, with a gap where the source has one', () => {
  const [series] = indicatorsOf(db, idOf('samskaping-2025'));
  expect(series?.years).toEqual([1998, 2004, 2009, 2014, 2017, 2023]);
  expect(series?.groups).toHaveLength(10);
  const housing = series?.groups.find(({ key }) => key === 'housing');
  expect(housing).toMatchObject({
    values: { 1998: null, 2023: 14 },
    change: '2017–2023: +3*; 2004–2023: +6*',
    isSignificant: true,
  });
});

test('Copro has NOK 12.0 million, five work packages, three countries and no publications', () => {
  const [copro] = projects(db, idOf('samskaping-2025'));
  expect(copro).toMatchObject({ amount: 12_000_000, currency: 'NOK', scheme: 'HELSEVEL' });
  expect(copro?.workPackages.map(({ code }) => code)).toEqual(['WP1', 'WP2', 'WP3', 'WP4', 'WP5']);
  expect(copro?.countries).toEqual(['NO', 'DE', 'GB']);
  expect(copro?.summary.en).toContain('No publications found');
});

test('the archive page gives its publication SDG 3 with 1377 others, keywords, and a path of five', () => {
  const [andfossen] = included('samskaping-2025');
  expect(andfossen?.reference.doi).toBe('10.1017/s1463423620000341');
  const facts = archiveFacts(db, andfossen?.rootId ?? 0);
  const of = (kind: string) => facts.filter((fact) => fact.kind === kind);
  expect(of('sdg')).toMatchObject([{ text: 'SDG 3', count: 1377 }]);
  expect(
    of('path')
      .map(({ text }) => text)
      .at(-1),
  ).toBe('September');
  expect([of('path').length, of('keyword').length, of('link').length]).toEqual([5, 5, 5]);
});

test('the exercise is ready for two people: 61 works from 63 records, nothing screened', () => {
  const { id, reviewersTitleAbstract, reviewersFullText } = review('exercise');
  expect([reviewersTitleAbstract, reviewersFullText]).toEqual([2, 2]);
  const records = searchRuns(db, id).reduce((sum, run) => sum + run.records, 0);
  const works = db.$client
    .prepare('select count(*) as n from report where review_id = ? and root_id = id')
    .get(id);
  expect([records, works]).toEqual([63, { n: 61 }]);
  expect(activeCriteria(db, id).map(({ code }) => code)).toEqual([
    'I1',
    'I2',
    'I3',
    'E1',
    'E2',
    'E3',
    'E4',
  ]);
  const arms = new Set(searchRuns(db, id).map(({ arm }) => arm));
  expect(arms).toEqual(new Set(['databases', 'other']));
  expect(boxOf('exercise', 'S1')?.status).toBe('provisional');
});

test('what can be searched without an account has nothing of the exercise', () => {
  const rows = searchDb.prepare('select distinct review_slug as slug from entry').all();
  expect((rows as { slug: string }[]).map(({ slug }) => slug).toSorted()).toEqual([
    'eskilstuna-2022',
    'samskaping-2025',
    'tfou-2012',
  ]);
});

test('the made-up exercise shows every room after screening, and says that it is made up', () => {
  const { id, summary } = review('exercise-chain');
  expect(summary.en).toContain('Everything in it is made up');
  const publications = included('exercise-chain');
  expect(publications.map(({ title }) => title.startsWith('Made-up study'))).toEqual([
    true,
    true,
    true,
  ]);
  const excerpts = excerptsOfReview(db, id);
  expect([...matchExcerpts(db, excerpts).values()].map(({ state }) => state)).not.toContain(
    'not_found',
  );
  const [form] = formsOf(db, id);
  const table = answerTable(db, id, form?.id ?? 0);
  expect(table.rows.map(({ isComplete }) => isComplete)).toEqual([true, true, true]);
  expect(trafficTables(db, id)[0]?.rows.map(({ overall }) => overall)).toEqual([
    'good',
    'some_concern',
    'bad',
  ]);
  const [row] = summaryOfFindings(db, id, { isPublic: true });
  expect(row?.finding.supportingIds).toHaveLength(2);
  expect(row?.finding.contradictingIds).toHaveLength(1);
  expect(row?.confidence?.level).toBe('low');
});
