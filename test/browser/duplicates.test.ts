/** Duplicates by keys alone: answers, a wrong key taken back, and no second answer for a question already left. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reference } from '../../import/reference.ts';
import { membership } from '../../schema/accounts.ts';
import { duplicateLink, possiblePair } from '../../schema/records.ts';
import { review } from '../../schema/reviews.ts';
import { typeIn } from '../typed-references.ts';
import { violations, withAxe } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { addVisitor, type Site, startSite, type Visitor, visit } from './site.ts';

const gardens: Reference = {
  type: 'article-journal',
  title: 'Community gardens and social trust in Nordic suburbs',
  authors: [{ family: 'Åström', given: 'Karin' }],
  year: 2018,
  container: 'Urban Studies',
  volume: '55',
  pages: '100-115',
};
const elsewhere = {
  ...gardens,
  title: gardens.title.toUpperCase(),
  year: 2019,
  volume: '',
  pages: '',
};
const erratum = { ...gardens, title: `Erratum: ${gardens.title}`, pages: '220' };

let browser: Browser;
let site: Site;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite(undefined, { runner: false });
  const { db } = site;
  const personId = addVisitor(db, 'Dagny Holm');
  const row = db
    .insert(review)
    .values({ slug: 'nature', title: { en: 'Nature contact' } })
    .returning()
    .get();
  db.insert(membership).values({ reviewId: row.id, personId, role: 'reviewer' }).run();
  const context = { db, actor: { personId }, at: new Date().toISOString() };
  const references = [gardens, elsewhere, erratum];
  typeIn(context, row.id, references);
  visitor = await visit(browser, site, { personId, viewport: { width: 390, height: 844 } });
  page = visitor.page;
  await withAxe(page);
});

afterAll(async () => {
  await visitor?.close();
  await browser?.close();
  await site?.stop();
});

const press = (key: string) => Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
const said = () => page.getByRole('status').textContent();
const states = () =>
  site.db
    .select()
    .from(possiblePair)
    .all()
    .map((pair) => pair.state);
const links = () => site.db.select().from(duplicateLink).all();

test('one key accepts, one takes it back, one says that two belong together', async () => {
  await page.goto('/reviews/nature/duplicates');
  expect(await violations(page)).toEqual([]);
  await press('j');
  expect(await violations(page)).toEqual([]);
  await press('s');
  expect(await said()).toContain('Publications 1 and 2 are now one.');
  expect(links()).toHaveLength(1);
  await press('u');
  expect(await said()).toContain('The question is open again.');
  expect(links()).toMatchObject([{ undoneAt: expect.any(String) }]);
  await press('d');
  expect(await said()).toContain('Publications 1 and 2 are kept apart.');
  expect(await page.locator('main').textContent()).toContain('Looks like a correction');
  await press('r');
  expect(await said()).toContain('two that belong together');
  expect(states()).not.toContain('same');
});

test('a key pressed twice answers one question, not the next one too', async () => {
  const pairs = site.db.select().from(possiblePair).all();
  for (const { id } of pairs.filter(({ state }) => state !== 'open')) {
    await page.goto(`/reviews/nature/duplicates/${id}`);
    await press('u');
  }
  expect(states()).toEqual(pairs.map(() => 'open'));
  await page.goto(`/reviews/nature/duplicates/${pairs[0]?.id}`);
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(() => {
      for (let times = 0; times < 2; times += 1)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
    }),
  ]);
  expect(states().filter((state) => state === 'open')).toHaveLength(pairs.length - 1);
  expect(await said()).toContain('Publications 1 and 2 are kept apart.');
});
