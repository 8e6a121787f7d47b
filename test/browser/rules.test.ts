/** The rules of a stage in Swedish, by keyboard, at 320 px: what a change does is read before it is done. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { criterion, review } from '../../schema/reviews.ts';
import { standing } from '../../schema/screening.ts';
import { pilotReport } from '../../schema/screening-rules.ts';
import { importReferences } from '../../server/records/imports/hand-entry.ts';
import { ruleOf } from '../../server/screening/rules/rules.ts';
import { castVote } from '../../server/screening/votes/votes.ts';
import { addReview } from '../helpers.ts';
import { launchChromium } from './chromium.ts';
import { enter, sees, tabTo } from './hands.ts';
import { addVisitor, type Site, startSite, visit } from './site.ts';

const at = '2026-11-22T12:00:00.000Z';
const stage = 'title_abstract';
let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite(undefined, { runner: false });
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

function setting() {
  const { db } = site;
  const [astrid = 0, bjorn = 0, cecilia = 0] = ['Astrid Berg', 'Bjørn Dahl', 'Cecilia Ek'].map(
    (name) => addVisitor(db, name, { locale: 'sv' }),
  );
  const { id: reviewId } = addReview(db, [
    [{ personId: astrid }, 'owner'],
    [{ personId: bjorn }, 'reviewer'],
    [{ personId: cecilia }, 'reviewer'],
  ]);
  const reason = { reviewId, kind: 'exclude', statement: {}, position: 0 } as const;
  db.insert(criterion)
    .values({ ...reason, code: 'E1', label: { sv: 'Fel population' } })
    .run();
  const references = Array.from({ length: 12 }, (_, number) => ({
    type: 'article-journal' as const,
    title: `Parker och hälsa i kommun ${number}`,
    authors: [],
    language: number % 2 === 0 ? 'sv' : 'en',
  }));
  const owner = { db, actor: { personId: astrid }, at };
  const given = { reviewId, references, searchRunId: null, label: 'Egna' };
  const ids = importReferences(owner, given);
  const vote = (personId: number, reportId: number, answer: 'include' | 'exclude') =>
    castVote(
      { db, actor: { personId }, at },
      { reviewId, stage, reportId, answer, criterionId: null, note: '', clientKey: null },
    );
  return { db, reviewId, ids, people: { astrid, bjorn, cecilia }, vote };
}

const isWithin = async (page: Page) =>
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBe(320);

/** What is written in a field already is chosen by tabbing to it. */
async function write(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

test('an owner draws a pilot, opens the rest with a reason, lowers two to one, and shares by language', async () => {
  const { db, reviewId, ids, people, vote } = setting();
  const { astrid, bjorn, cecilia } = people;
  const viewport = { width: 320, height: 640 };
  const { page, close } = await visit(browser, site, { personId: astrid, viewport });
  await page.goto(`/reviews/nature/screening/${stage}/rules`);
  await write(page, 'Publikationer i urvalet', '4');
  await write(page, 'Kappa som öppnar resten', '0.7');
  await enter(page);
  await sees(page, '0 av 4 besvarade');

  const sample = db.select().from(pilotReport).all();
  for (const [number, { reportId }] of sample.entries())
    for (const who of [astrid, bjorn, cecilia])
      vote(who, reportId, number === 0 || (number === 1 && who === bjorn) ? 'include' : 'exclude');
  await page.reload();
  await sees(page, /Cohens kappa, det lägsta för något par\s+0,50/);
  await tabTo(page, 'Öppna resten');
  await enter(page);
  await sees(page, 'Ange varför resten öppnas under tröskeln.');
  await tabTo(page, 'Tröskeln är inte nådd. Varför öppna resten nu?');
  await page.keyboard.type('Kriteriet har skärpts.');
  await tabTo(page, 'Öppna resten');
  await enter(page);
  await sees(page, /Resten öppnades.+Astrid Berg.+Kriteriet har skärpts\./s);
  await isWithin(page);

  const drawn = new Set(sample.map(({ reportId }) => reportId));
  const [open = 0] = ids.filter((id) => !drawn.has(id));
  vote(bjorn, open, 'exclude');
  const stateOf = () => {
    const rows = db.select().from(standing).all();
    return rows.find(({ reportId }) => reportId === open)?.state;
  };
  await tabTo(page, 'två personer, blint för varandra');
  await page.keyboard.press('ArrowUp');
  await enter(page);
  await sees(page, 'Väntar på ett svar till → Exkluderade: 1');
  expect([stateOf(), db.select().from(review).get()?.reviewersTitleAbstract]).toEqual([
    'partly',
    2,
  ]);
  await isWithin(page);
  await tabTo(page, 'Ändra reglerna och flytta dem');
  await enter(page);
  await sees(page, 'Sparat');
  expect([stateOf(), db.select().from(review).get()?.reviewersTitleAbstract]).toEqual([
    'excluded',
    1,
  ]);

  const share = page.getByRole('checkbox', { name: 'svenska: Bjørn Dahl' });
  expect(await share.isVisible()).toBe(false);
  await tabTo(page, 'Allt till alla');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'svenska: Bjørn Dahl');
  await page.keyboard.press('Space');
  await tabTo(page, 'Spara');
  await enter(page);
  await sees(page, 'Sparat');
  expect(await share.isChecked()).toBe(true);
  expect(ruleOf(db, reviewId, stage)).toMatchObject({
    assignment: 'languages',
    shares: { sv: [bjorn] },
  });
  await isWithin(page);
  await close();
});
