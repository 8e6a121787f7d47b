/** The desk at full text: the document stands beside the form, and a line that fails takes nobody away from it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { demonstrationFolder } from './demonstration.ts';
import { type Site, startSite, visit } from './site.ts';
import { workOnExercise } from './work.ts';

let browser: Browser;
let site: Site;
let first: number;
const desk = '/reviews/exercise/screening/full_text';

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite(await demonstrationFolder(), { runner: false });
  ({ first } = await workOnExercise(site));
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test('a document that is no PDF is read in place, without leaving the desk', async () => {
  const { page, close } = await visit(browser, site, { personId: first });
  await page.goto(desk);
  await page.getByText('They decide together.').waitFor();
  await page.getByRole('button', { name: /^Include/ }).waitFor();
  await close();
});

test('a text that cannot be fetched leaves the desk as it is, with the link to it', async () => {
  const visitor = await visit(browser, site, { personId: first });
  const { page } = visitor;
  await page.route('**/full_text/text/*', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/text/'));
  await page.goto(desk);
  await failed;
  const link = page.getByRole('link', { name: 'Read it as text' });
  await expect.poll(() => link.getAttribute('aria-expanded')).toBeNull();
  expect(new URL(page.url()).pathname).toBe(desk);
  // The browser says that the request was cut; that was the point.
  visitor.complaints.length = 0;
  await visitor.close();
});
