/** Codebooks over time: codes merged and split without losing a coding, versions, files out and in. */
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { coding } from '../schema/coding.ts';
import {
  changesBetween,
  codesAsPlain,
  keepVersion,
  latestReading,
  versionsOf,
} from '../server/coding/codebooks/codebook-versions.ts';
import { addCodebook, findCodebook } from '../server/coding/codebooks/codebooks.ts';
import { addCode, changeCode, moveCode, requireCode } from '../server/coding/codebooks/codes.ts';
import { mergeCodes, splitCode } from '../server/coding/codebooks/merge-codes.ts';
import { addCoding, codesOf } from '../server/coding/desk/codings.ts';
import { addExcerpt, excerptsOf } from '../server/coding/excerpts/excerpts.ts';
import { addFinding, findingsOf } from '../server/findings/findings.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

let db: ReturnType<typeof freshDatabase>;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
let book: number;
let reports: number[];
beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reviewer']]).id;
  book = addCodebook(astrid, reviewId, { key: 'themes', kind: 'tree', label: { en: 'Themes' } });
  reports = ['Forest', 'Lake'].map((title) => addPublication(astrid, reviewId, { title }));
});
const newCode = (en: string, parentId: number | null = null) =>
  addCode(astrid, book, { label: { en }, parentId });
const said = () =>
  reports.map((id) => (codesOf(db, [id]).get(id) ?? []).map((row) => row.key).sort());

test('a merged code leaves its codings, excerpts, themes, names and children to the other', async () => {
  const [trust, faith] = [newCode('Trust'), newCode('Faith')];
  newCode('Faith in leaders', faith);
  const [forest = 0, lake = 0] = reports;
  addCoding(astrid, forest, faith, 'p. 4');
  addCoding(astrid, lake, trust);
  addCoding(astrid, lake, faith);
  const quoted = { reportId: forest, kind: 'quotation' as const, text: { en: 'x' }, page: '4' };
  addExcerpt(astrid, reviewId, { ...quoted, codeIds: [faith] });
  const kindKey = 'success_factor';
  addFinding(astrid, reviewId, { kindKey, statement: { en: 'It helps' }, themeCodeIds: [faith] });
  mergeCodes(astrid, faith, trust);
  expect(said()).toEqual([['trust'], ['trust']]);
  expect(excerptsOf(db, [forest]).get(forest)?.[0]?.codes).toMatchObject([{ key: 'trust' }]);
  expect(findingsOf(db, reviewId, { onlyFinal: false })[0]?.themes).toMatchObject([
    { key: 'trust' },
  ]);
  expect(requireCode(db, trust).synonyms).toEqual({ en: ['Faith'] });
  const { codes } = findCodebook(db, reviewId, 'themes');
  expect(codes).toMatchObject([{ key: 'trust', children: [{ key: 'faith-in-leaders' }] }]);
  expect(db.select().from(coding).all()).toHaveLength(5);
  const { as } = await startApp(db);
  const old = await as(astrid).get(`/reviews/nature/coding/codes/${faith}`);
  expect(old.headers.location).toBe(`/reviews/nature/coding/codes/${trust}`);
});

test('a code is not merged into one that stands below it', () => {
  const above = newCode('Above');
  const below = newCode('Below', above);
  expect(() => mergeCodes(astrid, above, below)).toThrow('CODE_CYCLE');
});

test('a split gives the new code what was chosen and leaves the rest', () => {
  const trust = newCode('Trust');
  const [first = 0] = reports.map((id) => addCoding(astrid, id, trust));
  const chosen = { codingIds: [first], excerptIds: [], findingIds: [] };
  splitCode(astrid, trust, { label: { en: 'Trust in staff' }, ...chosen });
  expect(said()).toEqual([['trust-in-staff'], ['trust']]);
  expect(db.select().from(coding).all()).toMatchObject([
    { removedAt: astrid.at },
    { removedAt: null },
    { carriedFromId: first, personId: astrid.personId },
  ]);
});

test('whatever is merged, moved and renamed in whatever order, no publication loses its code', () => {
  const act = fc.record({
    kind: fc.constantFrom('merge', 'move', 'rename'),
    one: fc.nat(5),
    other: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 10 }), (acts) => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => newCode(name));
      const [report = 0] = reports;
      for (const id of ids) addCoding(astrid, report, id);
      // Where everything that was coded as one of these is now.
      const at = new Map(ids.map((id) => [id, id]));
      for (const { kind, one, other } of acts) {
        const [from = 0, into = 0] = [ids[one], ids[other]];
        try {
          if (kind === 'move') moveCode(astrid, from, { parentId: into, position: 1 });
          else if (kind === 'rename') changeCode(astrid, from, { label: { en: `new ${one}` } });
          else {
            mergeCodes(astrid, from, into);
            for (const [id, place] of at) if (place === from) at.set(id, into);
          }
        } catch (error) {
          expect(String(error)).toMatch(/CODE_CYCLE|CODE_TOO_DEEP|CODE_UNKNOWN|NOT_FOUND/);
        }
      }
      const carried = new Set((codesOf(db, [report]).get(report) ?? []).map((row) => row.codeId));
      for (const place of at.values()) expect(carried.has(place)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('a version is kept once, and says what has changed since', () => {
  const trust = newCode('Trust');
  expect(keepVersion(astrid, book, 'before the pilot')).toBe(1);
  expect(() => keepVersion(astrid, book, '')).toThrow('VERSION_UNCHANGED');
  changeCode(astrid, trust, { label: { en: 'Trust in staff' } });
  newCode('Money');
  expect(keepVersion(astrid, book, '')).toBe(2);
  const [second, first] = versionsOf(db, book);
  const changes = changesBetween(first?.codes ?? [], second?.codes ?? []);
  expect(changes.map(({ change, code }) => [change, code.key])).toEqual([
    ['changed', 'trust'],
    ['added', 'money'],
  ]);
});

async function upload(name: string, text: string) {
  const { as } = await startApp(db);
  const part = `Content-Disposition: form-data; name="file"; filename="${name}"`;
  return as(astrid).send({
    method: 'POST',
    url: `/reviews/nature/coding/codebooks/${book}/import`,
    payload: `--x\r\n${part}\r\n\r\n${text}\r\n--x--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
}

test.each(['csv', 'ttl', 'rdf', 'jsonld'])(
  'a codebook taken out as %s and read in again is as it was',
  async (ending) => {
    const trust = addCode(astrid, book, {
      label: { en: 'Trust', sv: 'Tillit' },
      definition: { en: 'Two\nlines' },
      examples: { sv: '“Vi litar på dem”' },
      synonyms: { sv: ['förtroende', 'tilltro'] },
    });
    newCode('Trust in staff', trust);
    newCode('Money');
    const before = codesAsPlain(db, reviewId, book);
    const { as } = await startApp(db);
    const file = await as(astrid).get(`/reviews/nature/codebooks/themes.${ending}`);
    expect(file.statusCode).toBe(200);
    changeCode(astrid, trust, { label: { en: 'Changed' }, examples: {} });
    expect((await upload(`themes.${ending}`, file.body)).statusCode).toBe(303);
    expect(codesAsPlain(db, reviewId, book)).toEqual(before);
    expect(latestReading(db, book)).toMatchObject({ fileName: `themes.${ending}`, leftCount: 0 });
  },
);

test('what a vocabulary says beyond a tree of codes is shown after it was read in', async () => {
  const sent = await upload(
    'themes.ttl',
    `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <http://v.example/care> a skos:Concept ; skos:prefLabel "Care"@en ;
      skos:exactMatch <http://agrovoc.example/c_1> .`,
  );
  const page = `/reviews/nature/coding/codebooks/${book}/versions`;
  expect(sent.headers.location).toBe(`${page}?notice=codes_read_in_part#left`);
  const { as } = await startApp(db);
  const shown = (await as(astrid).get(page)).body;
  expect(shown).toContain('<td>skos:exactMatch</td><td>http://agrovoc.example/c_1</td>');
  expect(shown).toContain('1 code added, 0 codes changed. 1 statement was not taken in');
});

test('a file that holds no codes is refused in words', async () => {
  const refused = await upload('codes.csv', 'a,b\n1,2');
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('No code was found');
});

test.each(['en', 'sv', 'nb', 'nn'] as const)('has its pages in %s', async (locale) => {
  const trust = newCode('Trust');
  keepVersion(astrid, book, '');
  speak(astrid, locale);
  const { as } = await startApp(db);
  const room = '/reviews/nature/coding';
  const pages = [`codebooks/${book}`, `codes/${trust}`, `codes/${trust}/split`];
  for (const path of [...pages, `codebooks/${book}/versions`, `codebooks/${book}/versions/1`])
    expect([path, (await as(astrid).get(`${room}/${path}`)).statusCode]).toEqual([path, 200]);
});
