/** Without a mouse: a planner reaches a source past the filters, a team goes from the desk to the full text. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { demonstrationFolder } from './demonstration.ts';
import { enter, heading, patience, sees, tabTo } from './hands.ts';
import { type Site, startSite, visit } from './site.ts';
import { workOnExercise } from './work.ts';

let browser: Browser;
let site: Site;
let people: Awaited<ReturnType<typeof workOnExercise>>;

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite(await demonstrationFolder(), { runner: false });
  people = await workOnExercise(site);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test('a planner goes past the filters to a finding and the page that it rests on', async () => {
  const { page, close } = await visit(browser, site);
  await page.goto('/');
  await tabTo(page, 'Sign in');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('volunteers');
  await enter(page);
  await tabTo(page, 'Past the filters, to the results');
  await page.keyboard.press('Enter');
  // Past the order, the kinds of findings and a few lines: the filters are not gone through.
  expect(await tabTo(page, /\(\d{4}\)$/)).toBeLessThan(15);
  await enter(page);
  expect(page.url()).toMatch(/\/publications\/\d+#excerpt-\d+$/);
  await close();
});

test('a team goes from the desk over a conflict to the full text by keys alone', async () => {
  const { administrator, first } = people;
  const desk = '/reviews/exercise/screening/title_abstract';
  const reviewer = await visit(browser, site, { personId: first });
  await reviewer.page.goto(desk);
  const before = await heading(reviewer.page);
  await tabTo(reviewer.page, /^Include/);
  await reviewer.page.keyboard.press('Enter');
  await expect.poll(() => heading(reviewer.page), patience).not.toBe(before);
  await reviewer.close();
  const { page, close } = await visit(browser, site, { personId: administrator });
  await page.goto(desk);
  await tabTo(page, /^Conflicts/);
  await enter(page);
  await tabTo(page, /^Settle/);
  await enter(page);
  await tabTo(page, /^Include/);
  await enter(page);
  await sees(page, 'No conflicts');
  await tabTo(page, 'Full text');
  await enter(page);
  await tabTo(page, /^Include/);
  await close();
});
