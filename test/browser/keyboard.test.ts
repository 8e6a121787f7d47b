/** Without a mouse: a planner reaches a source past the filters, a team goes from the desk to the full text. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { demonstrationFolder } from './demonstration.ts';
import { arrive, heading, patience, sees } from './hands.ts';
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

/** So many presses a person may be asked for; more is a page that cannot be used. */
const pressesMax = 60;

/** Presses Tab until what has the focus is called so, and shows that it has it. @returns the presses. */
async function tabTo(page: Page, name: string | RegExp): Promise<number> {
  const passed: string[] = [];
  for (let presses = 1; presses <= pressesMax; presses += 1) {
    await page.keyboard.press('Tab');
    const [text = '', outline] = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body;
      const named = focused.getAttribute('aria-label') ?? focused.textContent ?? '';
      return [named.trim().replaceAll(/\s+/g, ' '), getComputedStyle(focused).outlineStyle];
    });
    passed.push(text);
    if (typeof name === 'string' ? text !== name : !name.test(text)) continue;
    expect(outline, `${text} shows no focus`).not.toBe('none');
    return presses;
  }
  throw new Error(`${name} is not reached: ${passed.join(' | ')}`);
}

const enter = (page: Page) => arrive(page, () => page.keyboard.press('Enter'));

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
