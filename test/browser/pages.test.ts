/** Every page, reached by its links: no barrier, nothing lost at 320 px, no complaint of the browser, in any language. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../schema/columns.ts';
import { violations } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { crawl, type Page, routesOf } from './crawl.ts';
import { demonstrationFolder } from './demonstration.ts';
import { type Site, startSite, visit } from './site.ts';
import { workOnExercise } from './work.ts';

let browser: Browser;
let site: Site;
let administrator: number;
let pages: Page[];

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite(await demonstrationFolder(), { runner: false });
  ({ administrator } = await workOnExercise(site));
  const starts = ['/', '/search?q=samordning', '/account'];
  pages = await crawl(site, starts, site.cookieFor(administrator).value);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Pages that nobody reaches by a link when signed in. */
const unlinked = ['/sign-in', '/invitations/:token'];

test('every page can be reached by following links', () => {
  const reached = new Set(pages.map((page) => page.route));
  const wanted = routesOf(site).map(({ url }) => url);
  const lost = wanted.filter((url) => !reached.has(url) && !unlinked.includes(url));
  expect(lost.filter((url) => !isFile(url))).toEqual([]);
});

/** Streams and files, which are no pages. */
const isFile = (url: string) => /\/(events|file)$/.test(url) || url.startsWith('/assets');

test('anybody can follow every link that the public pages show', async () => {
  const open = await crawl(site, ['/', '/search?q=samordning']);
  expect(open.length).toBeGreaterThan(15);
});

test.each(locales)('no page has a barrier in %s', async (locale) => {
  const visitor = await visit(browser, site, { personId: administrator });
  await visitor.page
    .context()
    .addCookies([{ name: 'underlag_language', value: locale, url: site.address }]);
  const found: Record<string, string[]> = {};
  for (const { route, address } of pages) {
    await visitor.page.goto(address);
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe(locale);
    const barriers = await violations(visitor.page);
    if (barriers.length > 0) found[route] = barriers;
  }
  expect(found).toEqual({});
  await visitor.close();
});

test('no page has a barrier in the dark', async () => {
  const visitor = await visit(browser, site, { personId: administrator, colorScheme: 'dark' });
  const found: Record<string, string[]> = {};
  for (const { route, address } of pages) {
    await visitor.page.goto(address);
    const barriers = await violations(visitor.page, ['color-contrast', 'link-in-text-block']);
    if (barriers.length > 0) found[route] = barriers;
  }
  expect(found).toEqual({});
  await visitor.close();
});

test('at 320 px, which is 400 % zoom, no page has to be scrolled sideways', async () => {
  const visitor = await visit(browser, site, {
    personId: administrator,
    viewport: { width: 320, height: 640 },
  });
  await visitor.page
    .context()
    .addCookies([{ name: 'underlag_language', value: 'sv', url: site.address }]);
  const found: Record<string, number> = {};
  for (const { route, address } of pages) {
    await visitor.page.goto(address);
    const width = await visitor.page.evaluate('document.documentElement.scrollWidth');
    if (Number(width) > 320) found[route] = Number(width);
  }
  expect(found).toEqual({});
  await visitor.close();
});

test('signing in has no barrier either', async () => {
  const visitor = await visit(browser, site);
  await visitor.page.goto('/sign-in');
  expect(await violations(visitor.page)).toEqual([]);
  await visitor.close();
});
