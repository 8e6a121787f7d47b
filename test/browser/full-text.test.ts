/** The desk at full text: the document stands beside the form, and a line that fails takes nobody away from it. */
import PDFDocument from 'pdfkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { demonstrationFolder } from './demonstration.ts';
import { patience } from './hands.ts';
import { type Site, startSite, visit } from './site.ts';
import { attach, workOnExercise } from './work.ts';

let browser: Browser;
let site: Site;
let work: Awaited<ReturnType<typeof workOnExercise>>;
const desk = '/reviews/exercise/screening/full_text';

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite(await demonstrationFolder(), { runner: false });
  work = await workOnExercise(site);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test('a document that is no PDF is read in place, without leaving the desk', async () => {
  const { page, close } = await visit(browser, site, { personId: work.first });
  await page.goto(desk);
  await page.getByText('They decide together.').waitFor();
  await page.getByRole('button', { name: /^Include/ }).waitFor();
  await close();
});

test('a text that cannot be fetched leaves the desk as it is, with the link to it', async () => {
  const visitor = await visit(browser, site, { personId: work.first });
  const { page } = visitor;
  await page.route('**/full_text/text/*', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/text/'));
  await page.goto(desk);
  await failed;
  const link = page.getByRole('link', { name: 'Read it as text' });
  await expect.poll(() => link.getAttribute('aria-expanded'), patience).toBeNull();
  expect(new URL(page.url()).pathname).toBe(desk);
  // The browser says that the request was cut; that was the point.
  visitor.complaints.length = 0;
  await visitor.close();
});

test('after a click in the document, keys are the desk’s again for whoever points at it', async () => {
  const { administrator, first, reviewId, agreed } = work;
  const pdf = await written(new PDFDocument().text('They decide together.'));
  await attach(site, administrator, { reviewId, reportId: agreed }, ['meetings.pdf', pdf]);
  const { page, close } = await visit(browser, site, { personId: first });
  // The packaged Chromium shows no PDF: a page stands in for its viewer.
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true }),
  );
  await page.route('**/file', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Meetings</title><p>Read me' }),
  );
  await page.goto(desk);
  const record = () => page.locator('[data-record]').getAttribute('data-record');
  const shown = await record();
  await page.frameLocator('iframe.desk-pdf').getByText('Read me').click();
  await page.keyboard.press('s');
  expect(await record()).toBe(shown);
  await page.getByRole('heading', { level: 1 }).hover();
  await page.keyboard.press('s');
  await expect.poll(record, patience).not.toBe(shown);
  await close();
});

function written(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.end();
  });
}
