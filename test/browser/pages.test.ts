/** Every page, reached by its links: no barrier, nothing lost at 320 px, no complaint of the browser, in any language. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../schema/columns.ts';
import { violations, withAxe } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { crawl, type Page, routesOf } from './crawl.ts';
import { demonstrationFolder } from './demonstration.ts';
import { type Site, startSite, type Visitor, visit } from './site.ts';
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

/** Opens every page in one browser and collects what is wrong with it; two windows share the work. */
async function onEveryPage(
  options: Parameters<typeof visit>[2],
  locale: string,
  look: (page: Visitor['page']) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const left = [...pages];
  const walk = async () => {
    const visitor = await visit(browser, site, { personId: administrator, ...options });
    const { page } = visitor;
    await withAxe(page);
    const chosen = { name: 'underlag_language', value: locale, url: site.address };
    await page.context().addCookies([chosen]);
    for (let next = left.shift(); next; next = left.shift()) {
      await page.goto(next.address);
      const wrong = await look(page);
      if (wrong.length > 0) found[next.route] = wrong;
    }
    await visitor.close();
  };
  await Promise.all([walk(), walk()]);
  return found;
}

/** In which window colours are looked at: they are the same in every language, and take most of the time. */
const windows = { en: 'light', sv: 'dark', nb: null, nn: null } as const;

test.each(locales)('no page has a barrier in %s', async (locale) => {
  const colorScheme = windows[locale];
  const found = await onEveryPage({ colorScheme }, locale, async (page) => {
    const language = await page.locator('html').getAttribute('lang');
    const barriers = await violations(page, colorScheme ? undefined : 'structure');
    return language === locale ? barriers : [`speaks ${language}`, ...barriers];
  });
  expect(found).toEqual({});
});

/** Tables that are on the page and that nobody sees, because their place has no width. */
const lostTables = `[...document.querySelectorAll('.table-scroll')]
  .filter((place) => place.checkVisibility() && place.clientWidth < 100).length`;

test('at 320 px, which is 400 % zoom, no page has to be scrolled sideways, and no table is lost', async () => {
  const narrow = { viewport: { width: 320, height: 640 } };
  const found = await onEveryPage(narrow, 'sv', async (page) => {
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    const lost = Number(await page.evaluate(lostTables));
    return [
      ...(width > 320 ? [`${width} px wide`] : []),
      ...(lost > 0 ? [`${lost} tables without width`] : []),
    ];
  });
  expect(found).toEqual({});
});

test('signing in has no barrier either', async () => {
  const visitor = await visit(browser, site);
  await withAxe(visitor.page);
  await visitor.page.goto('/sign-in');
  expect(await violations(visitor.page)).toEqual([]);
  await visitor.close();
});
