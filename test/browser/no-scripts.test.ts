/** Scripts are a convenience: without them the same pages do the same things. */
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membership } from '../../schema/accounts.ts';
import { review } from '../../schema/reviews.ts';
import { vote } from '../../schema/screening.ts';
import { createPerson } from '../../server/accounts/people.ts';
import { launchChromium } from './chromium.ts';
import { demonstrationFolder } from './demonstration.ts';
import { arrive, fill, follow, heading, press, section, sees } from './hands.ts';
import { type Site, startSite, type Visitor, visit } from './site.ts';

const account = { email: 'dagny@example.org', password: 'no scripts at all' };
let browser: Browser;
let site: Site;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite(await demonstrationFolder(), { runner: false });
  const context = { db: site.db, actor: null, at: new Date().toISOString() };
  const details = { ...account, name: 'Dagny Holm', isAdministrator: false };
  const personId = await createPerson(context, details);
  const exercise = site.db.select().from(review).where(eq(review.slug, 'exercise')).get();
  const reviewId = exercise?.id ?? 0;
  site.db.insert(membership).values({ reviewId, personId, role: 'reviewer' }).run();
  visitor = await visit(browser, site, { javaScriptEnabled: false });
  page = visitor.page;
});

afterAll(async () => {
  await visitor?.close();
  await browser?.close();
  await site?.stop();
});

test('the search finds, a facet narrows it, and the filter can be taken away', async () => {
  await page.goto('/');
  await page.getByRole('searchbox').first().fill('samverkan');
  await press(page, 'Search', page.getByRole('search').first());
  const found = await countOfResults();
  const filters = page.getByRole('navigation', { name: 'Narrow down' });
  if (!(await filters.isVisible()))
    await page.locator('summary', { hasText: 'Narrow down' }).click();
  await follow(page, /^Sweden/, filters);
  const narrowed = await countOfResults();
  expect(narrowed).toBeGreaterThan(0);
  expect(narrowed).toBeLessThan(found);
  await arrive(page, () => page.locator('.filter-chip').click());
  expect(await countOfResults()).toBe(found);
});

const countOfResults = async () => {
  const head = await page.locator('#results-head').textContent();
  return Number(/\d+/.exec(head ?? '')?.[0]);
};

test('somebody signs in and screens a publication with the mouse', async () => {
  await follow(page, 'Sign in');
  await fill(page, { 'E-mail address': account.email });
  await page.getByLabel('Password').fill(account.password);
  await press(page, 'Sign in', page.locator('main'));
  await follow(page, 'Reviews', page.getByRole('navigation', { name: 'Main' }));
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Exercise' })
    .getByRole('link')
    .first()
    .click();
  await section(page, 'Screening');
  await follow(page, /^Start/);
  const title = await heading(page);
  await press(page, 'Include', page.locator('form.desk-form'));
  await sees(page, '1 answered');
  expect(await heading(page)).not.toBe(title);
  expect(site.db.select().from(vote).all()).toMatchObject([{ answer: 'include' }]);
});

test('the language is changed by a form', async () => {
  await press(page, 'sv');
  expect(await page.locator('html').getAttribute('lang')).toBe('sv');
  await sees(page, 'Inkludera');
});
