/** A team finds its own reports by words, in the languages they are written in, as they are now. */
import { beforeEach, expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import type { Connection, SearchDb } from '../server/db.ts';
import { prepareSearchDatabase } from '../server/evidence/search-schema.ts';
import { correctReport } from '../server/records/corrections.ts';
import { importReferences } from '../server/records/hand-entry.ts';
import { linkByHand } from '../server/records/links.ts';
import { findReports, indexReports } from '../server/records/report-search.ts';
import { addPerson, addReview, freshDatabase, freshSearchDatabase } from './helpers.ts';

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
  const given = { reviewId, searchRunId: null, label: 'Typed in', references };
  [gardens = 0, utemiljo = 0, herring = 0] = importReferences(astrid, given);
});

const find = (words: string) => [...(findReports({ db, searchDb }, reviewId, words) ?? ['all'])];

test('words are found in any form, in titles, abstracts and names, in the language of the text', () => {
  expect(find('garden')).toEqual([gardens]);
  expect(find('bench walking')).toEqual([gardens]);
  expect(find('trädgård')).toEqual([utemiljo]);
  expect(find('Åkesson')).toEqual([gardens]);
  expect(find('coproduction')).toEqual([gardens]);
  expect(find('"herring in the baltic"')).toEqual([herring]);
  expect(find('balt*')).toEqual([herring]);
  expect(find('garden herring')).toEqual([]);
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

test('an index that was lost is filled again', async () => {
  await indexReports({ db, searchDb });
  expect(db.$client.prepare('select count(*) from report_to_index').pluck().get()).toBe(0);
  searchDb.pragma('user_version = 1');
  prepareSearchDatabase(searchDb);
  expect(find('garden')).toEqual([gardens]);
});
