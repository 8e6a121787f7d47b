/** A team finds its own reports by words, in the languages they are written in, as they are now. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { type Connection, openDatabase, openSearchDatabase, type SearchDb } from '../server/db.ts';
import { prepareSearchDatabase } from '../server/evidence/search-schema.ts';
import { linkByHand } from '../server/records/duplicates/links.ts';
import { importReferences } from '../server/records/imports/hand-entry.ts';
import { correctReport } from '../server/records/reports/corrections.ts';
import { indexReports } from '../server/records/reports/report-index.ts';
import { findReports } from '../server/records/reports/report-search.ts';
import { freshFolder } from './data-folder.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase } from './helpers.ts';
import { typeIn } from './typed-references.ts';

const references: Reference[] = [
  {
    type: 'article-journal',
    title: 'Gardens for the old: a co-production',
    abstract: 'People who live alone walked more when there were benches along the paths.',
    authors: [{ family: 'Åkesson', given: 'Bo' }],
    language: 'eng',
  },
  {
    type: 'report',
    title: 'Utemiljöer för äldre',
    abstract: 'Trädgårdarna kring boendena användes mest av dem som bodde nära.',
    authors: [],
    language: 'Swedish',
  },
  { type: 'book', title: 'Herring in the Baltic', authors: [] },
];

let db: Connection;
let searchDb: SearchDb;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
let gardens: number;
let utemiljo: number;
let herring: number;
beforeEach(() => {
  db = freshDatabase();
  searchDb = freshSearchDatabase();
  astrid = addPerson(db, 'Astrid');
  reviewId = addReview(db, [[astrid, 'reviewer']]).id;
  [gardens = 0, utemiljo = 0, herring = 0] = typeIn(astrid, reviewId, references);
});

const indexed = () =>
  Number(db.$client.prepare('select count(*) from report_to_index').pluck().get());
const find = (words: string) => [...(findReports({ db, searchDb }, reviewId, words) ?? ['all'])];

test('words are found in any form, in titles, abstracts and names, in the language of the text', () => {
  expect(find('garden')).toEqual([gardens]);
  expect(find('bench walking')).toEqual([gardens]);
  expect(find('trädgård')).toEqual([utemiljo]);
  expect(find('Åkesson')).toEqual([gardens]);
  expect(find('coproduction')).toEqual([gardens]);
  expect(find('"herring in the baltic"')).toEqual([herring]);
  expect(find('herr*')).toEqual([herring]);
  expect(find('garden herring')).toEqual([]);
});

test('a star stands for the rest of a word on either side, and a word that no text has is looked for inside others', () => {
  expect(find('*rring')).toEqual([herring]);
  expect(find('*errin*')).toEqual([herring]);
  expect(find('*errin')).toEqual([]);
  expect(find('errin')).toEqual([herring]);
  expect(find('miljö')).toEqual([utemiljo]);
  expect(find('*ri*')).toEqual([]);
});

test('marks, apostrophes and hyphens are no hindrance, and no phrase goes from a title into its abstract', () => {
  const [cafe = 0, irish = 0] = importReferences(astrid, {
    reviewId,
    searchRunId: null,
    label: 'More',
    references: [
      {
        type: 'book',
        title: 'Cafe\u0301s and older people\u2019s well\u2010being',
        abstract: 'Evaluations of resume\u0301s.',
        authors: [],
        language: 'en',
      },
      {
        type: 'book',
        title: '',
        authors: [
          { family: 'O\u2019Brien', given: 'Se\u00e1n' },
          { family: 'Berg', given: 'Jan', particle: 'van den' },
        ],
      },
    ],
  });
  for (const words of ['cafe', 'résumé', 'caf*', 'wellbeing', '"older people well-being"'])
    expect(find(words)).toEqual([cafe]);
  expect(find('"being evaluation"')).toEqual([]);
  for (const words of ["o'brien", 'obrien', 'sean', '"van den berg"', '"obrien seán"'])
    expect(find(words)).toEqual([irish]);
  expect(find('family')).toEqual([]);
});

test('a long phrase is found in other forms of its words', () => {
  expect(find('"person who life alone walks more when there are bench along a path"')).toEqual([]);
  expect(find('"people who lived alone walking more when there were bench along"')).toEqual([
    gardens,
  ]);
});

test('nothing typed asks for everything, signs alone for nothing', () => {
  expect(find('  ')).toEqual(['all']);
  expect(find('?!')).toEqual([]);
});

test('another review finds nothing of this one', () => {
  const other = addReview(db, [[astrid, 'reviewer']], { slug: 'other' }).id;
  expect(findReports({ db, searchDb }, other, 'garden')).toEqual(new Set());
});

test('what is corrected is found by its new words and no longer by its old', () => {
  expect(find('herring')).toEqual([herring]);
  correctReport(astrid, herring, 'title', 'Cod in the North Sea');
  expect(find('herring')).toEqual([]);
  expect(find('cod')).toEqual([herring]);
});

test('of two that became one, the words of either find the one that stands for both', () => {
  linkByHand(astrid, reviewId, [gardens, utemiljo]);
  expect(find('trädgårdar')).toEqual([gardens]);
});

test('of very many, too, those count that stand, for the one that stands for them', () => {
  const many = Array.from({ length: 1_100 }, (_, at) => ({
    type: 'book' as const,
    title: `Heron ${at} ${at * 7919}`,
    authors: [],
  }));
  const given = { reviewId, searchRunId: null, label: 'Many', references: many };
  const made = importReferences(astrid, given);
  const roots = () =>
    db.$client
      .prepare("select id from report where title like 'Heron%' and root_id = id")
      .pluck()
      .all() as number[];
  while (indexed() > 0) find('heron');
  expect(find('heron').sort((a, b) => Number(a) - Number(b))).toEqual(roots());
  linkByHand(astrid, reviewId, [herring, made[0] ?? 0]);
  const withdrawn = made[1_099] ?? 0;
  db.$client.prepare('update report set withdrawn_at = created_at where id = ?').run(withdrawn);
  const expected = [herring, ...roots().filter((id) => id !== withdrawn && id !== made[0])];
  expect(find('heron').sort((a, b) => Number(a) - Number(b))).toEqual(expected);
});

test('an index that was lost is filled again', async () => {
  await indexReports({ db, searchDb });
  expect(db.$client.prepare('select count(*) from report_to_index').pluck().get()).toBe(0);
  searchDb.pragma('user_version = 1');
  prepareSearchDatabase(searchDb);
  expect(find('garden')).toEqual([gardens]);
});

test('an index made at once, in files, finds what one finds that followed every change', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'underlag-'));
  const copy = join(dataDir, 'review.db');
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  for (const words of ['garden', 'herring']) find(words);
  correctReport(astrid, herring, 'title', 'Kommunernas trädgårdar och co-operation');
  const queries = [
    'garden',
    'trädgård',
    'bo',
    'baltic',
    '*gård*',
    'kommun*',
    'cooperation',
    'herr',
  ];
  const followed = queries.map(find);
  db.$client.prepare('vacuum into ?').run(copy);
  const made = { db: openDatabase(copy), searchDb: openSearchDatabase(join(dataDir, 'search.db')) };
  onTestFinished(() => {
    made.db.$client.close();
    made.searchDb.close();
  });
  prepareSearchDatabase(made.searchDb);
  await indexReports(made);
  expect(queries.map((words) => [...(findReports(made, reviewId, words) ?? [])])).toEqual(followed);
  expect(followed).toEqual([
    [gardens],
    [utemiljo, herring],
    [gardens],
    [],
    [utemiljo, herring],
    [herring],
    [herring],
    [],
  ]);
});

test('nobody waits for another who is indexing', () => {
  const dataDir = freshFolder();
  const [searching, indexing] = [1, 2].map(() => openSearchDatabase(join(dataDir, 'search.db')));
  if (!searching || !indexing) throw new Error('Not opened');
  prepareSearchDatabase(searching);
  indexing.exec('begin immediate');
  const started = performance.now();
  expect(findReports({ db, searchDb: searching }, reviewId, 'garden')).toEqual(new Set());
  expect(performance.now() - started).toBeLessThan(1000);
  indexing.exec('commit');
  expect(findReports({ db, searchDb: searching }, reviewId, 'garden')).toEqual(new Set([gardens]));
  for (const each of [searching, indexing]) each.close();
});
