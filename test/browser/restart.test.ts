/** A reviewer on a phone goes on while the server is killed and started again: nothing is lost, nothing counted twice. */
import { once } from 'node:events';
import { eq } from 'drizzle-orm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report } from '../../schema/records.ts';
import { vote } from '../../schema/screening.ts';
import { createPerson } from '../../server/accounts/people.ts';
import { freshFolder, opened } from '../data-folder.ts';
import { addReview } from '../helpers.ts';
import { startServer } from '../server-process.ts';
import { launchChromium } from './chromium.ts';
import { patience } from './hands.ts';

const account = { email: 'astrid@example.org', password: 'on a train to Eskilstuna' };
const desk = '/reviews/nature/screening/title_abstract';
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
});

/** A review with publications to judge, and a reviewer who has a password. */
async function installation() {
  const { db, dataDir } = opened(freshFolder());
  const machine = { db, actor: null, at: '2026-11-22T12:00:00.000Z' };
  const personId = await createPerson(machine, { ...account, name: 'Astrid' });
  const { id: reviewId } = addReview(db, [[{ personId }, 'reviewer']]);
  const ids = Array.from({ length: 12 }, (_, at) => {
    const title = `Ponds and the health of town ${at}`;
    const reference = { type: 'document' as const, title, authors: [], abstract: 'Ponds.' };
    const row = { reviewId, reference, title };
    const { id } = db.insert(report).values(row).returning({ id: report.id }).get();
    db.update(report).set({ rootId: id }).where(eq(report.id, id)).run();
    return id;
  });
  const answers = () =>
    db
      .select({ reportId: vote.reportId, answer: vote.answer })
      .from(vote)
      .all()
      .map((row): [number, string] => [ids.indexOf(row.reportId), row.answer]);
  return { dataDir, answers };
}

const undo = 'Undo last';
const titleOf = (page: Page) => page.locator('#report-title').innerText();

/** Taps as fast as a person does, and waits for what comes. */
async function tap(page: Page, name: string): Promise<void> {
  const before = await titleOf(page);
  // A tap so soon after the last record came is taken for a second one on that.
  await page.waitForTimeout(250);
  await page.getByRole(name === undo ? 'link' : 'button', { name, exact: true }).tap();
  await expect.poll(() => titleOf(page), patience).not.toBe(before);
}

test('answers tapped while the server is down wait on the phone, can be undone, and arrive in order when it is up', async () => {
  const { dataDir, answers } = await installation();
  const first = await startServer(dataDir);
  const context = await browser.newContext({
    baseURL: first.address,
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await context.request.post('/sign-in', { form: account });
  const page = await context.newPage();
  const fetched = page.waitForResponse(/next\.json/);
  await page.goto(desk);
  await (await fetched).finished();
  await page.waitForTimeout(300);
  await tap(page, 'Exclude');
  await expect.poll(answers, patience).toEqual([[0, 'exclude']]);

  first.server.kill('SIGKILL');
  await once(first.server, 'exit');
  for (const answer of ['Include', 'Exclude', 'Exclude']) await tap(page, answer);
  const pending = page.locator('[data-pending]');
  await expect.poll(() => pending.innerText(), patience).toContain('3');
  await tap(page, undo);
  await tap(page, 'Maybe');

  await startServer(dataDir, new URL(first.address).port);
  // The browser tries again by itself, less often the longer it was in vain.
  const last = () => [...new Map(answers())];
  await expect.poll(last, { timeout: 90_000, interval: 200 }).toEqual([
    [0, 'exclude'],
    [1, 'include'],
    [2, 'exclude'],
    [3, 'maybe'],
  ]);
  await expect.poll(() => pending.isVisible(), patience).toBe(false);
  for (const name of ['Include', 'Maybe', 'Exclude']) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
  }
  const back = await page.getByRole('link', { name: undo, exact: true }).boundingBox();
  expect(back?.height).toBeGreaterThanOrEqual(44);
  await context.close();
});
