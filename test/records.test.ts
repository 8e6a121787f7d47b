/** Records and the publications behind them: what is shown, from where, and what belongs together. */
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { duplicateLink, report } from '../schema/records.ts';
import type { Connection } from '../server/db.ts';
import { onClusterChanged } from '../server/records/cluster-events.ts';
import { correctReport } from '../server/records/corrections.ts';
import { importReferences } from '../server/records/hand-entry.ts';
import { everyReport } from '../server/records/report-query.ts';
import { membersOf, reportsPage, shownReference } from '../server/records/reports.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';

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

const enter = (...references: Reference[]) =>
  importReferences(astrid, { reviewId, searchRunId: null, label: 'Typed in', references });

test('a duplicate is found at once, and the first imported report stands for both', () => {
  const [first, second, other] = enter(parks, parksElsewhere, forest);
  expect(membersOf(db, first ?? 0).map((row) => row.id)).toEqual([first, second]);
  expect(reportsPage(db, reviewId, everyReport)).toMatchObject({
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
