/** What the public finds and reads: all of what is published, nothing else, and each claim with its source. */
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locales } from '../schema/columns.ts';
import { review } from '../schema/reviews.ts';
import { addMember } from '../server/accounts/members.ts';
import { addExcerpt } from '../server/coding/excerpts/excerpts.ts';
import {
  addressOf,
  type Criteria,
  entryKinds,
  everything,
  facetNames,
  SearchQuery,
  sorts,
  toggled,
} from '../server/evidence/criteria.ts';
import { clearGone, rebuildReview, staleReviews } from '../server/evidence/index-job.ts';
import { sqliteStore } from '../server/evidence/sqlite-store.ts';
import { distanceBetween } from '../server/evidence/suggest.ts';
import { archiveFinding } from '../server/findings/findings.ts';
import { publishedReview } from './evidence-helpers.ts';
import { addPerson, freshDatabase, freshSearchDatabase, startApp } from './helpers.ts';

function base() {
  const db = freshDatabase();
  const searchDb = freshSearchDatabase();
  const content = publishedReview(db, searchDb);
  return { db, searchDb, ...content, store: sqliteStore({ db, searchDb }) };
}

const asking = (q: string, more: Partial<Criteria> = {}): Criteria => ({
  ...everything,
  q,
  ...more,
});

async function found(store: ReturnType<typeof base>['store'], criteria: Criteria) {
  const { entries } = await store.search(criteria);
  return entries.map((entry) => `${entry.kind} ${entry.refId}`).sort();
}

test.each([
  ['åldrandet', 'publication', 'ageing'],
  ['kommun', 'publication', 'ageing'],
  ['sykepleier', 'publication', 'nurses'],
  ['sykepleierne', 'publication', 'nurses'],
  ['dugnad', 'publication', 'ageing'],
  ['Norge', 'publication', 'nurses'],
  ['Dahl 2021', 'publication', 'nurses'],
  ['samordnaren', 'finding', 'finding'],
  ['coordinators', 'finding', 'finding'],
  ['"frivilliga behöver"', 'excerpt', 'forIt'],
  ['frivil*', 'excerpt', 'forIt'],
] as const)('%s finds the %s', async (q, kind, name) => {
  const { store, ...content } = base();
  expect(await found(store, asking(q))).toContain(`${kind} ${content[name]}`);
});

test('a letter of the alphabet is not another one, and the right spelling is suggested', async () => {
  const { store } = base();
  const { total, suggestion } = await store.search(asking('aldrande'));
  expect([total, suggestion]).toEqual([0, 'åldrande']);
});

test('for the beginning of longer words, all that begin so are offered', async () => {
  const { store } = base();
  const { total, suggestion } = await store.search(asking('nettverk'));
  expect([total, suggestion]).toEqual([0, 'nettverk*']);
  expect((await store.search(asking('nettverk*'))).total).toBeGreaterThan(0);
});

test('all words are asked for first; any of them is offered', async () => {
  const { store } = base();
  const strict = await store.search(asking('coordinator zebra'));
  expect([strict.total, strict.anyWord]).toEqual([0, 1]);
  const { total } = await store.search(asking('coordinator zebra', { match: 'any' }));
  expect(total).toBe(strict.anyWord);
});

test.each([
  '"',
  '*',
  'NEAR(',
  '-',
  'a" OR "b',
  "'; drop table entry; --",
  '(',
  'title:x',
  '^',
  '\u0000',
])('typing %s breaks nothing', async (q) => {
  const { store } = base();
  for (const match of ['all', 'any'] as const) {
    const { total } = await store.search(asking(q, { match }));
    expect(total).toBeLessThan(6);
    await store.facets(asking(q, { match }));
  }
});

test('the number beside every value is the length of the list that it opens', async () => {
  const { db, searchDb, store } = base();
  publishedReview(db, searchDb, { slug: 'second', person: 'Bo' });
  const starts = [
    everything,
    asking('frivilliga'),
    toggled(everything, 'country', 'SE'),
    toggled(toggled(everything, 'country', 'SE'), 'theme', 'themes.governance'),
    asking('', { type: 'publication', yearFrom: 2020 }),
  ];
  for (const criteria of starts)
    for (const { facet, values } of await store.facets(criteria))
      for (const { value, count, isChosen } of values) {
        // A value's number is that of the list in which it alone is chosen in its facet.
        const alone = { ...criteria, values: { ...criteria.values, [facet]: [value] } };
        const target = facet === 'year' ? { ...alone, yearFrom: null, yearTo: null } : alone;
        expect([facet, value, (await store.search(target)).total]).toEqual([facet, value, count]);
        expect(isChosen).toBe(criteria.values[facet].includes(value));
      }
});

test('types add up to all, and a publication on two countries counts once', async () => {
  const { store } = base();
  const all = await store.search(everything);
  expect(all.byType).toEqual({ finding: 1, publication: 2, excerpt: 2 });
  expect(all.total).toBe(5);
  const both = { ...everything, values: { ...everything.values, country: ['FI', 'SE'] } };
  expect((await store.search({ ...both, type: 'publication' })).total).toBe(1);
});

test('what is filed under a part is found under the whole', async () => {
  const { store, ageing, finding } = base();
  expect(await found(store, toggled(everything, 'theme', 'themes.governance'))).toEqual([
    `finding ${finding}`,
    `publication ${ageing}`,
  ]);
});

const criteriaOf = fc.record({
  q: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.trim()),
  match: fc.constantFrom('all' as const, 'any' as const),
  type: fc.constantFrom(null, ...entryKinds),
  values: fc.record({
    review: wordsOf(),
    kind: wordsOf(),
    theme: wordsOf(),
    country: fc.uniqueArray(fc.stringMatching(/^[A-Z]{2}$/), { maxLength: 3 }).map(sorted),
    code: wordsOf(),
    year: fc.uniqueArray(fc.stringMatching(/^\d{4}$/), { maxLength: 3 }).map(sorted),
  }),
  yearFrom: fc.option(fc.integer({ min: 1000, max: 2999 })),
  yearTo: fc.option(fc.integer({ min: 1000, max: 2999 })),
  sort: fc.constantFrom(...sorts),
  page: fc.integer({ min: 1, max: 10_000 }),
});

function wordsOf() {
  return fc
    .uniqueArray(
      fc
        .stringMatching(/^[a-z&=.+ åäö-]{1,12}$/)
        .map((text) => text.trim())
        .filter(Boolean),
      { maxLength: 3 },
    )
    .map(sorted);
}
function sorted(list: string[]): string[] {
  return list.toSorted();
}

test('every view is a link: criteria printed into an address are read back the same', () => {
  fc.assert(
    fc.property(criteriaOf, (criteria) => {
      const url = new URL(addressOf(criteria), 'http://localhost');
      const query: Record<string, string[]> = {};
      for (const [name, value] of url.searchParams) query[name] = [...(query[name] ?? []), value];
      const single = Object.entries(query).map(([name, list]) => [
        name,
        list.length === 1 ? list[0] : list,
      ]);
      expect(SearchQuery.parse(Object.fromEntries(single))).toEqual(criteria);
    }),
  );
});

test('nonsense in an address is left out rather than refused', () => {
  const query = { type: 'x', page: '-3', year: ['abc', '2020'], yearFrom: 'then', sort: 'up' };
  const parsed = SearchQuery.parse(query);
  expect([parsed.type, parsed.page, parsed.values.year]).toEqual([null, 1, ['2020']]);
});

test('what is not published, taken back or an exercise is found nowhere and counted nowhere', async () => {
  const db = freshDatabase();
  const searchDb = freshSearchDatabase();
  publishedReview(db, searchDb, { slug: 'secret', isPublished: false });
  publishedReview(db, searchDb, {
    slug: 'exercise',
    isPublished: false,
    isExercise: true,
    person: 'Bo',
  });
  const open = publishedReview(db, searchDb, { slug: 'open', person: 'Cy' });
  const store = sqliteStore({ db, searchDb });
  const slugs = async () => {
    const facets = await store.facets(everything);
    return facets.find(({ facet }) => facet === 'review')?.values.map(({ value }) => value);
  };
  expect([await slugs(), (await store.search(everything)).total]).toEqual([['open'], 5]);
  // Taken back: gone at once, before the index has been made again.
  db.update(review).set({ publishedAt: null }).where(eq(review.id, open.reviewId)).run();
  expect([await slugs(), (await store.search(asking('frivilliga'))).total]).toEqual([[], 0]);
  expect((await store.search(asking('frivillga'))).suggestion).toBeNull();
  expect(await store.reviews()).toEqual([]);
  rebuildReview(db, searchDb, open.reviewId);
  expect(searchDb.prepare('select count(*) as n from entry').get()).toEqual({ n: 0 });
});

test('a draft is nobody’s finding but the team’s', async () => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db);
  const { ada, slug, draft } = publishedReview(db, searchDb);
  const address = `/reviews/${slug}/findings/${draft}`;
  expect((await as(null).get(address)).statusCode).toBe(404);
  expect((await as(null).get(`${address}.json`)).statusCode).toBe(404);
  expect((await as(ada).get(address)).statusCode).toBe(200);
  expect((await as(null).get('/search?q=unfinished')).body).not.toContain('Unfinished thought');
});

test('the index knows when it is behind, and making it again changes nothing else', async () => {
  const { db, searchDb, ada, store, finding, reviewId } = base();
  expect(staleReviews(db, searchDb)).toEqual([]);
  const { personId } = addPerson(db, 'Newcomer');
  addMember(ada, { reviewId, personId, role: 'reader', mayAdjudicate: false });
  expect(staleReviews(db, searchDb)).toEqual([]);
  archiveFinding(ada, finding, reviewId);
  expect(staleReviews(db, searchDb)).toEqual([reviewId]);
  rebuildReview(db, searchDb, reviewId);
  expect(staleReviews(db, searchDb)).toEqual([]);
  const { byType } = await store.search(everything);
  expect(byType).toEqual({ finding: 0, publication: 2, excerpt: 2 });
});

test('of a review that is no more, nothing is found', async () => {
  const { searchDb, store } = base();
  expect((await store.search(everything)).total).toBeGreaterThan(0);
  clearGone(freshDatabase(), searchDb);
  for (const table of ['entry', 'entry_text', 'facet', 'facet_label', 'vocabulary', 'indexed'])
    expect(searchDb.prepare(`select count(*) as n from ${table}`).get(), table).toEqual({ n: 0 });
});

test('a claim leads to its quotations, for and against, and to where they stand', async () => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db);
  const { slug, finding, ageing, forIt } = publishedReview(db, searchDb);
  const page = (await as(null).get(`/reviews/${slug}/findings/coordinator`)).body;
  expect(page).toContain('De frivilliga behöver en samordnare.');
  expect(page).toContain('Pårørende klarte seg uten koordinator.');
  expect(page).toContain('p. 12');
  expect(page).toContain('Tabell 2');
  expect(page).toContain('Aytar 2022');
  expect(page).toContain(`/reviews/${slug}/publications/${ageing}#excerpt-${forIt}`);
  const publication = (await as(null).get(`/reviews/${slug}/publications/${ageing}`)).body;
  expect(publication).toContain(`id="excerpt-${forIt}"`);
  expect(publication).toContain(`/reviews/${slug}/findings/${finding}`);
});

test('what machines read of a publication names no person of the team', async () => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db);
  const { slug, ageing } = publishedReview(db, searchDb);
  for (const path of [
    `publications/${ageing}`,
    'findings/coordinator',
    'codes/themes/governance',
  ]) {
    const { statusCode, body } = await as(null).get(`/reviews/${slug}/${path}.json`);
    expect([path, statusCode]).toEqual([path, 200]);
    expect(body).not.toMatch(/personId|createdBy/);
  }
});

test('a text from outside is shown as text', async () => {
  const db = freshDatabase();
  const { as } = await startApp(db);
  const { body } = await as(null).get('/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E');
  expect(body).not.toContain('<script>alert');
});

test.each(locales)('every page of the public can be read in %s', async (locale) => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db, { 'accept-language': locale });
  const { slug, ageing, finding } = publishedReview(db, searchDb);
  const paths = [
    '/',
    '/search?q=frivilliga',
    '/search?q=zzzz&country=SE&yearFrom=2000',
    '/countries',
    '/countries/SE',
    '/countries/AX',
    `/reviews/${slug}/publications`,
    `/reviews/${slug}/publications/${ageing}`,
    `/reviews/${slug}/findings/${finding}`,
    `/reviews/${slug}/codes/themes/governance`,
    `/reviews/${slug}/frameworks/themes`,
  ];
  for (const path of paths) {
    const { statusCode, body } = await as(null).get(path);
    expect([path, statusCode]).toEqual([path, 200]);
    expect(body).toContain(`<html lang="${locale}"`);
    expect(body).not.toMatch(/evidence\.[a-z_]+/);
  }
});

test.each([
  ['intervention', 'intevention', 1],
  ['sykepleier', 'sykepleir', 1],
  ['dementia', 'demenita', 1],
  ['abcdef', 'uvwxyz', 3],
])('from %s to %s it is %i changes', (one, other, distance) => {
  expect(distanceBetween(one, other, 2)).toBe(distance);
});

test('facets come in one order, whatever is asked', async () => {
  const { store } = base();
  expect((await store.facets(everything)).map(({ facet }) => facet)).toEqual([...facetNames]);
});

test('a finding in the list says who says so, who says otherwise, and where', async () => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db, { 'accept-language': 'sv' });
  const { ageing, nurses, forIt, against } = publishedReview(db, searchDb);
  const { body } = await as(null).get('/search?q=samordnare&type=finding');
  expect(body).toContain(
    `<a href="/reviews/aldreomsorg/publications/${ageing}#excerpt-${forIt}">Ek (2019)</a>, s. 12`,
  );
  expect(body).toContain(
    `<a href="/reviews/aldreomsorg/publications/${nurses}#excerpt-${against}">Dahl (2021)</a>, Tabell 2`,
  );
});

test('a result says which synonym or which language’s words it was found by', async () => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db, { 'accept-language': 'sv' });
  publishedReview(db, searchDb);
  const asked = async (q: string) => (await as(null).get(`/search?q=${q}`)).body;
  expect(await asked('dugnad')).toContain('lang="nb"><mark>dugnad</mark></span>');
  expect(await asked('coordinators')).toContain('lang="en">A <mark>coordinator</mark> keeps');
  expect(await asked('Norway')).toContain('lang="en"><mark>Norway</mark></span>');
  expect(await asked('samordnare')).not.toContain('hit-why');
});

test('a long word is found by the words that it is made of, and shown to be', async () => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db, { 'accept-language': 'sv' });
  const { ada, reviewId, ageing } = publishedReview(db, searchDb);
  const compound = {
    kind: 'restatement',
    text: { sv: 'En frivilligsamordnares vardag.' },
  } as const;
  addExcerpt(ada, reviewId, { reportId: ageing, locator: 'Kapitel 2', ...compound });
  rebuildReview(db, searchDb, reviewId);
  const { body } = await as(null).get('/search?q=samordnaren');
  expect(body).toContain('En <mark>frivilligsamordnares</mark> vardag.');
  // What stands there as a word of its own comes first.
  expect(body.indexOf('<mark>samordnare</mark>')).toBeLessThan(
    body.indexOf('frivilligsamordnares'),
  );
});

test('an address that nothing can have is not found, rather than wrong', async () => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db);
  const { slug } = publishedReview(db, searchDb);
  for (const path of ['tables/nothing', 'flow/nothing', 'findings/nothing.json'])
    expect((await as(null).get(`/reviews/${slug}/${path}`)).statusCode, path).toBe(404);
});

test('every address that a codebook as SKOS names is a page', async () => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db);
  const { slug } = publishedReview(db, searchDb);
  const { body } = await as(null).get(`/reviews/${slug}/codebooks/themes.ttl`);
  const named = [...body.matchAll(/<https?:\/\/localhost[^/>]*([^>#]+)/g)].map(([, path]) => path);
  const paths = [...new Set(named)];
  expect(paths).toContain(`/reviews/${slug}/codes/themes/network`);
  for (const path of paths) expect((await as(null).get(path ?? '')).statusCode, path).toBe(200);
});

test('where no text has all of the words, each of them says what it finds by itself', async () => {
  const { store } = base();
  const { total, eachWord } = await store.search(asking('samordnare xylofon "de frivilliga"'));
  expect(total).toBe(0);
  expect(eachWord.map(({ word, count }) => [word, count > 0])).toEqual([
    ['samordnare', true],
    ['xylofon', false],
    ['"de frivilliga"', true],
  ]);
  expect((await store.search(asking('samordnare'))).eachWord).toEqual([]);
});

test('a question in whole sentences is answered with what has some of its words, and says so', async () => {
  const db = freshDatabase();
  const { as, searchDb } = await startApp(db);
  publishedReview(db, searchDb);
  const q = encodeURIComponent('hur behåller vi en samordnare som tröttnar');
  const { body } = await as(null).get(`/search?q=${q}`);
  expect(body).toContain('Nothing has all the words. These have at least one of them');
  expect(body).toContain('class="hit hit-finding"');
  const told = (await as(null).get(`/search.json?q=${q}`)).json();
  expect([told.isWidened, told.criteria.match]).toEqual([true, 'any']);
  // The little words of a question are not what is looked for.
  const words = told.eachWord.map(({ word }: { word: string }) => word);
  expect(words).toEqual(['behåller', 'samordnare', 'tröttnar']);
  const strict = (await as(null).get('/search.json?q=samordnare')).json();
  expect([strict.isWidened, strict.criteria.match]).toEqual([false, 'all']);
});
