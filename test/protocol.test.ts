/** The protocol: written, amended with a reason, compared, and the criteria that votes name. */

import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { criterion, type ProtocolContent } from '../schema/reviews.ts';
import type { Connection } from '../server/db.ts';
import { compareProtocols } from '../server/reviews/compare.ts';
import { activeCriteria } from '../server/reviews/criteria.ts';
import { countriesFrom, languagesFrom } from '../server/reviews/places.ts';
import {
  currentProtocol,
  emptyProtocol,
  protocolVersions,
  saveProtocol,
} from '../server/reviews/protocol.ts';
import { createReview } from '../server/reviews/reviews.ts';
import { addPerson, freshDatabase, startApp } from './helpers.ts';

let db: Connection;
let owner: ReturnType<typeof addPerson>;
let reviewId: number;
beforeEach(() => {
  db = freshDatabase();
  owner = addPerson(db, 'Owner');
  reviewId = createReview(owner, { title: { en: 'Nature' }, slug: 'nature' }).id;
});

const include = { code: 'I1', kind: 'include', label: { en: 'Peer reviewed' }, statement: {} };
const exclude = { code: 'E1', kind: 'exclude', label: { en: 'Not peer reviewed' }, statement: {} };
const first: ProtocolContent = {
  ...emptyProtocol(),
  questions: [{ en: 'What helps cooperation?', sv: 'Vad främjar samarbete?' }],
  elements: { population: { en: 'Municipalities' } },
  criteria: [include, exclude] as ProtocolContent['criteria'],
  periodFrom: '2012',
  periodTo: '2021',
  languages: ['en', 'sv'],
  countries: ['SE'],
};

test('the first text is version 1, every later one needs a reason and becomes a new version', () => {
  expect(saveProtocol(owner, reviewId, first)).toBe(1);
  const amended = { ...first, countries: ['NO', 'SE'] };
  expect(() => saveProtocol(owner, reviewId, amended, ' ')).toThrow('AMENDMENT_NEEDS_REASON');
  expect(currentProtocol(db, reviewId)?.content.countries).toEqual(['SE']);
  expect(saveProtocol(owner, reviewId, amended, 'Norway was asked for')).toBe(2);
  expect(protocolVersions(db, reviewId)).toMatchObject([
    { number: 1, reason: '', content: { countries: ['SE'] }, person: 'Owner', at: owner.at },
    { number: 2, reason: 'Norway was asked for', content: { countries: ['NO', 'SE'] } },
  ]);
  const amendment = eq(auditEntry.action, 'protocol.amended');
  expect(db.select().from(auditEntry).where(amendment).all()).toMatchObject([
    { before: { countries: ['SE'] }, after: { countries: ['NO', 'SE'] } },
  ]);
});

test('saving what already holds makes no version', () => {
  saveProtocol(owner, reviewId, first);
  const reordered = {
    ...first,
    questions: [{ sv: 'Vad främjar samarbete? ', en: 'What helps cooperation?' }],
  };
  expect(saveProtocol(owner, reviewId, reordered)).toBe(1);
  expect(protocolVersions(db, reviewId)).toHaveLength(1);
});

test('saving an empty protocol writes nothing', () => {
  expect(saveProtocol(owner, reviewId, emptyProtocol('PICO'))).toBe(0);
  expect(currentProtocol(db, reviewId)).toBeNull();
});

test('a criterion keeps its id through rewording, retirement and return', () => {
  saveProtocol(owner, reviewId, first);
  const [i1, e1] = activeCriteria(db, reviewId);
  const reworded = {
    ...exclude,
    label: { en: 'No peer review' },
  } as (typeof first.criteria)[number];
  saveProtocol(owner, reviewId, { ...first, criteria: [reworded] }, 'Clearer');
  expect(activeCriteria(db, reviewId)).toMatchObject([
    { id: e1?.id, code: 'E1', label: { en: 'No peer review' }, position: 1 },
  ]);
  expect(db.select().from(criterion).where(eq(criterion.code, 'I1')).get()).toMatchObject({
    id: i1?.id,
    retiredAt: owner.at,
  });
  saveProtocol(owner, reviewId, first, 'Back again');
  expect(activeCriteria(db, reviewId).map(({ id, code }) => [id, code])).toEqual([
    [i1?.id, 'I1'],
    [e1?.id, 'E1'],
  ]);
});

test.each([
  [{ criteria: [include, include] }, 'CRITERION_CODE_TWICE'],
  [{ criteria: [{ ...include, label: { en: ' ' } }] }, 'CRITERION_INCOMPLETE'],
  [{ periodFrom: '2021', periodTo: '2012-05' }, 'PERIOD_BACKWARDS'],
])('a protocol with %j is refused and nothing is written', (change, code) => {
  expect(() => saveProtocol(owner, reviewId, { ...first, ...change } as ProtocolContent)).toThrow(
    code,
  );
  expect(activeCriteria(db, reviewId)).toEqual([]);
});

test('a period within one year is no mistake', () => {
  expect(saveProtocol(owner, reviewId, { ...first, periodFrom: '2021-06', periodTo: '2021' })).toBe(
    1,
  );
});

test('two people who write at once: the second is told', () => {
  saveProtocol(owner, reviewId, first, '', 1);
  saveProtocol(owner, reviewId, { ...first, languages: ['en'] }, 'One language', 1);
  const late = { ...first, languages: ['sv'] };
  expect(() => saveProtocol(owner, reviewId, late, 'Mine', 1)).toThrow('PROTOCOL_CHANGED');
});

test('a comparison shows what was added, removed and changed, and nothing else', () => {
  const after: ProtocolContent = {
    ...first,
    questions: [
      { en: 'What are the risks?' },
      { en: 'What helps such cooperation?', sv: 'Vad främjar samarbete?' },
    ],
    elements: { concept: { en: 'Cooperation' } },
    criteria: [{ ...exclude, label: { en: 'No review' } }] as ProtocolContent['criteria'],
    languages: ['sv', 'nb', 'en'],
    periodTo: null,
  };
  const changes = Object.entries(compareProtocols(first, after)).flatMap(([part, list]) =>
    list.map(({ key, change }) => `${part} ${key} ${change}`),
  );
  expect(changes).toEqual([
    'questions 2 changed',
    'questions 1 added',
    'elements population removed',
    'elements concept added',
    'criteria I1 removed',
    'criteria E1 changed',
    'period period changed',
    'languages nb added',
  ]);
});

test('nothing differs from itself, and a comparison reads the same backwards', () => {
  const words = fc.record({ en: fc.string(), sv: fc.string() }, { requiredKeys: [] });
  const content = fc.record({
    questions: fc.array(words, { maxLength: 4 }),
    languages: fc.uniqueArray(fc.constantFrom('en', 'sv', 'nb')),
    elements: fc.dictionary(fc.constantFrom('population', 'concept'), words),
  });
  const holds = fc.property(content, content, (one, other) => {
    const [a, b] = [
      { ...first, ...one },
      { ...first, ...other },
    ];
    expect(Object.values(compareProtocols(a, a)).flat()).toEqual([]);
    const counts = (list: { change: string }[]) =>
      ['added', 'removed', 'changed'].map((kind) => list.filter((c) => c.change === kind).length);
    const forward = compareProtocols(a, b);
    const backward = compareProtocols(b, a);
    for (const part of ['elements', 'languages'] as const) {
      const [added, removed, changed] = counts(forward[part]);
      expect(counts(backward[part])).toEqual([removed, added, changed]);
    }
  });
  fc.assert(holds);
});

test('languages and countries are understood by name in four languages and by code', () => {
  expect(languagesFrom('Swedish, en; norsk bokmål, nynorsk')).toEqual(['sv', 'en', 'nb', 'nn']);
  expect(countriesFrom('Sverige, Noreg, gb\nDenmark')).toEqual(['SE', 'NO', 'GB', 'DK']);
  expect(() => countriesFrom('Atlantis')).toThrow('COUNTRY_NAME_UNKNOWN');
});

const form = {
  do: 'save',
  basedOn: '1',
  framework: 'PCC',
  frameworkShown: 'PCC',
  question_0_en: 'What helps?',
  element_population_en: 'Municipalities',
  criterion_0_code: 'I1',
  criterion_0_kind: 'include',
  criterion_0_label_en: 'Peer reviewed',
  criterion_1_code: '',
  criterion_1_kind: 'exclude',
  periodFrom: '2012-01-01',
  periodTo: '2021-12-31',
  languages: 'English, Swedish',
  countries: 'Sweden, Norway',
  notes_en: 'Scoping study',
};

test('an owner writes the protocol in a form, and the public reads it', async () => {
  const { as } = await startApp(db);
  const saved = await as(owner).post('/reviews/nature/protocol', form);
  expect(saved.headers.location).toBe('/reviews/nature/protocol?notice=saved');
  expect(currentProtocol(db, reviewId)?.content).toEqual({
    questions: [{ en: 'What helps?' }],
    framework: 'PCC',
    elements: { population: { en: 'Municipalities' } },
    criteria: [{ code: 'I1', kind: 'include', label: { en: 'Peer reviewed' }, statement: {} }],
    periodFrom: '2012-01-01',
    periodTo: '2021-12-31',
    languages: ['en', 'sv'],
    countries: ['NO', 'SE'],
    countriesNote: {},
    notes: { en: 'Scoping study' },
  });
  db.$client.prepare("update review set published_at = '2026-01-01T00:00:00.000Z'").run();
  const page = await as(null).get('/reviews/nature/protocol', { 'accept-language': 'nn' });
  expect(page.body).toContain('1. januar 2012 til 31. desember 2021');
  expect(page.body).toContain('<li>Noreg</li>');
  expect(page.body).not.toContain('Owner');
  expect((await as(null).get('/reviews/nature/protocol.json')).json().protocol.number).toBe(1);
  expect((await as(null).get('/reviews/nature/protocol/edit')).statusCode).toBe(303);
});

test('an amendment without a reason comes back with the problem beside its field', async () => {
  const { as } = await startApp(db);
  await as(owner).post('/reviews/nature/protocol', form);
  const amended = { ...form, question_0_en: 'What hinders?' };
  const refused = await as(owner).post('/reviews/nature/protocol', amended);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('id="reason-problem">The protocol has been written before');
  expect(refused.body).toContain('>What hinders?</textarea>');
  const reason = 'The commissioner asked';
  const saved = await as(owner).post('/reviews/nature/protocol', { ...amended, reason });
  expect(saved.statusCode).toBe(303);
  const compared = await as(owner).get('/reviews/nature/protocol/compare');
  expect(compared.body).toContain('<del>What helps?</del>');
  expect(compared.body).toContain('<ins>What hinders?</ins>');
  expect((await as(owner).get('/reviews/nature/protocol/versions')).body).toContain(reason);
});

test.each([
  ['periodFrom', '31/12/2012', 'Write a year, a month or a day'],
  ['countries', 'Atlantis', '“Atlantis” is not a country'],
  ['languages', 'Klingonsk', '“Klingonsk” is not a language'],
])('what stands in %s and cannot be understood is said beside it', async (field, value, words) => {
  const { as } = await startApp(db);
  const refused = await as(owner).post('/reviews/nature/protocol', { ...form, [field]: value });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain(`id="${field}-problem">${words}`);
});

test('more rows and another framework are shown without saving, with what was typed', async () => {
  const { as } = await startApp(db);
  const page = await as(owner).post('/reviews/nature/protocol', { ...form, do: 'add_criterion' });
  expect([page.statusCode, page.body.includes('criterion_5_code')]).toEqual([200, true]);
  expect(page.body).toContain('value="Peer reviewed"');
  const other = await as(owner).post('/reviews/nature/protocol', { ...form, framework: 'PICO' });
  expect(other.body).toContain('name="element_intervention_en"');
  expect(other.body).toContain('>Municipalities</textarea>');
  expect(currentProtocol(db, reviewId)).toBeNull();
});

test('a row marked to be taken away retires its criterion', async () => {
  const { as } = await startApp(db);
  await as(owner).post('/reviews/nature/protocol', form);
  const without = { ...form, criterion_0_remove: 'on', reason: 'Too narrow' };
  await as(owner).post('/reviews/nature/protocol', without);
  expect(activeCriteria(db, reviewId)).toEqual([]);
  expect(protocolVersions(db, reviewId)).toHaveLength(2);
});
