/** One whole review in the browser, from an empty installation to what the public reads. Each test goes on from the last. */
import type { Browser, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministratorLink } from '../../server/accounts/first-administrator.ts';
import { unzip } from '../unzip.ts';
import { launchChromium } from './chromium.ts';
import {
  arrive,
  choose,
  download,
  fill,
  follow,
  group,
  heading,
  numberCell,
  patience,
  press,
  section,
  sees,
} from './hands.ts';
import {
  exportFile,
  type Key,
  keyOfTitle,
  opinions,
  pageFour,
  quotation,
  titleOf,
} from './nature.ts';
import { type Site, startSite, type Visitor, visit } from './site.ts';

let browser: Browser;
let site: Site;
let owner: Visitor;
let second: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  site = await startSite();
  owner = await visit(browser, site);
  second = await visit(browser, site);
  page = owner.page;
});

afterAll(async () => {
  const problems: unknown[] = [];
  for (const close of [owner?.close, second?.close, () => browser?.close(), site?.stop])
    await close?.().catch((error: unknown) => problems.push(error));
  expect(problems).toEqual([]);
});

test('the first link makes an administrator, who makes a review', async () => {
  const { hash } = site.app.sessionTokens;
  const link = firstAdministratorLink(site.db, hash, new Date(), { invitationDays: 7 });
  await page.goto(link ?? '');
  await fill(page, { Name: 'Astrid Berg', 'E-mail address': 'astrid@example.org' });
  await page.getByLabel('Password').fill('seven quiet gardens');
  await press(page, 'Create account');
  await follow(page, 'New review');
  const title = group(page, 'Title');
  await fill(title, { English: 'Gardens and health' });
  await title.getByText('Other languages').click();
  await fill(title, { Swedish: 'Trädgårdar och hälsa' });
  await press(page, 'Make the review');
  await sees(page, 'The review is made.');
});

test('the protocol is written, with its criteria', async () => {
  expect(await heading(page)).toBe('Write the protocol');
  const question = 'What do gardens do for the health of adults?';
  await fill(group(page, 'Question 1'), { English: question });
  await fill(group(page, 'Population'), { English: 'Adults' });
  await fill(page, { 'Period from': '2010', Languages: 'English, Swedish' });
  const criteria = [
    ['I1', 'Include', 'About nature and health'],
    ['E1', 'Exclude', 'No people taking part'],
    ['E2', 'Exclude', 'Not outdoors'],
  ] as const;
  for (const [index, [code, kind, label]] of criteria.entries()) {
    const row = page.getByRole('group', { name: /^(New criterion|Criterion \d)/ }).nth(index);
    await fill(row, { Code: code });
    await fill(group(row, 'Label'), { English: label });
    await choose(row, 'Kind', kind);
  }
  await press(page, 'Save version 1');
  expect(await heading(page)).toBe('Protocol');
  await sees(page, /E2 Not outdoors/);
});

test('concept blocks give the query, and a search is logged with it', async () => {
  await section(page, 'Searches');
  await follow(page, 'Edit the blocks');
  const terms = [
    ['Nature', 'garden*\nforest\ngreen care'],
    ['Health', 'health\nwellbeing'],
  ];
  for (const [index, [label = '', words = '']] of terms.entries()) {
    const block = group(page, `Block ${index + 1}`);
    await fill(group(block, 'Label'), { English: label });
    await fill(block, { 'Terms, one on each line': words });
  }
  await press(page, 'Save');
  const query = '(garden* OR forest OR "green care") AND (health OR wellbeing)';
  expect(await page.getByLabel('The query that the blocks give').inputValue()).toBe(query);
  await follow(page, 'Add a search');
  expect(await page.getByLabel('Query as run').inputValue()).toBe(query);
  await fill(page, { Source: 'Scopus', Date: '2026-03-01', 'Hits declared': '13' });
  await press(page, 'Save');
  await sees(page, 'The search is in the log.');
});

test('a file is imported while one watches, and every piece of it is accounted for', async () => {
  await follow(page, /^Import ?: Scopus$/);
  const buffer = Buffer.from(exportFile);
  const file = { name: 'scopus.ris', mimeType: 'application/x-research-info-systems', buffer };
  await page.getByLabel('Files', { exact: true }).setInputFiles(file);
  await press(page, 'Import', page.locator('form[enctype]'));
  await expect.poll(() => page.locator('.import-state').innerText(), patience).toBe('Done');
  const account = { Read: 11, 'new publications': 10, 'Repeat a record of the same file': 1 };
  for (const [row, number] of Object.entries({
    ...account,
    Rejected: 1,
    'Records in the file': 13,
  }))
    expect(await numberCell(page, row).innerText(), row).toBe(String(number));
  await sees(page, 'Everything is accounted for: 11 + 1 + 1 = 13.');
  await sees(page, 'The search declared 13 hits: its files hold as many.');
  await follow(page, '1', numberCell(page, 'Rejected'));
  await sees(page, 'The text stands outside any record.');
  await page.getByText('The text as it came').click();
  await sees(page, 'exported by a person in a hurry');
});

test('what may be one publication is decided with a key', async () => {
  await section(page, 'Duplicates');
  await follow(page, 'Decide the first');
  await sees(page, 'Titles alike to 88 %');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('s')]);
  await sees(page, 'Nothing waits for a decision.');
  await follow(page, /^Linked by people/);
  await sees(page, titleOf('walks'));
});

test('a second reviewer joins by a link, in a browser of their own', async () => {
  await section(page, 'Team');
  await choose(page.locator('form[action$="/invitations"]'), 'Role', 'Reviewer');
  await press(page, 'Make a link');
  const link = await page.getByLabel('Invitation link').inputValue();
  await second.page.goto(new URL(link).pathname);
  await sees(second.page, 'You are invited to “Gardens and health”. Your role: Reviewer.');
  await fill(second.page, { Name: 'Bjørn Dahl', 'E-mail address': 'bjorn@example.org' });
  await second.page.getByLabel('Password').fill('three forest walks');
  await press(second.page, 'Create account');
  await follow(second.page, 'Gardens and health');
  expect(await second.page.getByRole('link', { name: 'Team' }).count()).toBe(0);
});

/** Nobody has read a record in less: a key as quick as that is the second of a double press. */
const glance = (at: Page) => at.waitForTimeout(250);

/** Answers whatever the desk shows, on keys alone, until nothing is left. @returns how many. */
async function screen(at: Page, keysFor: (key: Key) => string[]): Promise<number> {
  for (let count = 0; ; count += 1) {
    const title = await heading(at);
    if (title === 'Nothing left here') return count;
    await glance(at);
    for (const key of keysFor(keyOfTitle(title))) await at.keyboard.press(key);
    await expect.poll(() => heading(at), patience).not.toBe(title);
  }
}

const keyFor = { include: 'i', maybe: 'm', exclude: 'e' } as const;

test('both screen titles and abstracts on keys, and neither sees what the other said', async () => {
  for (const [visitor, who] of [
    [owner, 'first'],
    [second, 'second'],
  ] as const) {
    await section(visitor.page, 'Screening');
    await follow(visitor.page, /^Start/);
    expect(await visitor.page.locator('main').innerText()).not.toMatch(
      /Astrid|Bjørn|Included|Excluded/,
    );
    const answered = await screen(visitor.page, (key) => [keyFor[opinions[key][who]]]);
    expect(answered).toBe(9);
  }
  await follow(page, 'To the overview of screening');
  await sees(page, '8 of 9 settled');
});

test('the conflict is settled by somebody who does not see who said what', async () => {
  await follow(page, 'Settle 1 conflict');
  await sees(page, 'You see who answered, not what');
  await follow(page, `Settle ${titleOf('municipality')}`);
  await arrive(page, () => page.keyboard.press('i'));
  await sees(page, 'No conflicts at this stage.');
});

test('full texts are sought; one could not be had', async () => {
  await section(page, 'Full texts');
  expect(await page.locator('.documents > li').count()).toBe(6);
  const farms = page.locator('.documents > li').filter({ hasText: titleOf('farms') });
  await fill(farms, { [`Where or how: ${titleOf('farms')}`]: 'Asked the authors, no answer' });
  await press(page, 'Not retrieved', farms);
  await sees(page, 'Asked the authors, no answer');
  await follow(page, /^Sought/);
  const gardens = page.locator('.documents > li').filter({ hasText: titleOf('gardens') });
  await press(page, 'Retrieved', gardens);
  await follow(page, /^Retrieved/);
  await follow(page, `The full text of ${titleOf('gardens')}: history`);
  await fill(page, { 'Text of the page': pageFour });
  await page.getByRole('spinbutton', { name: 'Page' }).fill('4');
  await press(page, 'Save the page');
  await sees(page, 'Page 4');
});

test('at full text, nobody excludes without a reason', async () => {
  for (const visitor of [owner, second]) {
    await section(visitor.page, 'Screening');
    await follow(visitor.page, /^Start ?: Full text/);
    const title = await heading(visitor.page);
    await glance(visitor.page);
    await visitor.page.keyboard.press('e');
    await expect
      .poll(() => visitor.page.getByRole('alert').allInnerTexts(), patience)
      .toContain('Choose the criterion that it fails: an exclusion at full text needs a reason.');
    expect(await heading(visitor.page)).toBe(title);
    const answered = await screen(visitor.page, (key) =>
      opinions[key].fullText === 'include' ? ['i'] : ['2', 'e'],
    );
    expect(answered).toBe(5);
  }
  await follow(page, 'To the overview of screening');
  await sees(page, '6 of 6 settled');
});

test('a codebook is made, and its codes have a definition', async () => {
  await section(page, 'Coding');
  await follow(page, 'Codebooks');
  await page.getByText('Add a codebook').first().click();
  await fill(group(page, 'Name'), { English: 'Ways of working' });
  await press(page, 'Add a codebook');
  await fill(group(page, 'Name'), { English: 'Cooperation' });
  await fill(group(page, 'Definition'), { English: 'Who does what together' });
  await press(page, 'Add');
  await sees(page, 'Who does what together');
});

test('a publication gets its countries, its aim, a code and a quotation with its page', async () => {
  await follow(page, 'Publications', page.getByRole('navigation', { name: 'Parts of coding' }));
  await sees(page, '3 of 3 included publications');
  await follow(page, titleOf('gardens'));
  for (const country of ['Sweden', 'Norway']) {
    await choose(page, 'Another country', country);
    await press(page, 'Save countries');
  }
  await fill(group(page, 'What the publication sets out to do'), {
    English: 'To see what keeps a shared garden going.',
  });
  await press(page, 'Save aim');
  await choose(page, 'Put a code on the publication', 'Cooperation');
  await press(page, 'Add', page.locator('form[action$="/codings"]'));
  await fill(group(page, 'Text'), { English: quotation });
  const excerpt = page.locator('form[action$="/excerpts"]');
  await fill(excerpt, { Page: '4' });
  await excerpt.getByText('Codes for this excerpt').click();
  await excerpt.getByRole('checkbox', { name: 'Cooperation' }).check();
  await press(page, 'Add excerpt');
  await sees(page, 'Found on page 4');
  expect(await page.getByRole('checkbox', { name: /Sweden|Norway/, checked: true }).count()).toBe(
    2,
  );
});

const statement = 'Somebody in the municipality answers for the garden';

test('a finding stands on the quotation before it can be final', async () => {
  await section(page, 'Findings');
  await follow(page, 'Add a finding');
  await fill(group(page, 'Statement'), { English: statement });
  await page.locator('summary', { hasText: 'Themes' }).click();
  await page.getByRole('checkbox', { name: 'Cooperation' }).check();
  await press(page, 'Add a finding');
  await press(page, 'Make final');
  await sees(page, 'needs something that supports it');
  await press(page, `Supports it ${quotation}`);
  await press(page, 'Make final');
  await sees(page, 'The finding is final.');
});

test('the flow adds up, says so, and its numbers open their rows', async () => {
  await section(page, 'Flow');
  await sees(page, 'Final: nothing is pending and all sums hold.');
  const boxes = { I1: 12, X1: 3, S1: 9, S2: 3, Q1: 6, Q2: 1, A1: 5, A2: 2, N1: 3, N2: 3 };
  for (const [box, number] of Object.entries(boxes))
    expect(await numberCell(page, new RegExp(`^${box} `)).innerText(), box).toBe(String(number));
  await follow(page, '2', numberCell(page, /^A2 /));
  await sees(page, 'Not outdoors');
  await page.goBack();
  await follow(page, '3', numberCell(page, /^N2 /));
  const rows = await page.getByRole('rowheader').allInnerTexts();
  expect(rows.sort()).toEqual(
    [titleOf('gardens'), titleOf('municipality'), titleOf('walks')].sort(),
  );
});

test('summary tables and references are files that hold what the pages show', async () => {
  await section(page, 'Tables');
  await follow(page, 'Findings by kind');
  const word = await unzip(await download(page, page.getByRole('link', { name: 'Word' })));
  expect(word.get('word/document.xml')).toContain(statement);
  await follow(page, 'All tables');
  await follow(page, 'Included publications');
  const csv = await download(page, page.getByRole('link', { name: 'CSV' }));
  expect(csv.toString('utf8')).toContain('To see what keeps a shared garden going.');
  const excel = await download(page, page.getByRole('link', { name: 'Excel' }));
  const cells = (await readXlsxFile(excel))
    .flatMap((sheet) => sheet.data)
    .flat()
    .map(String);
  expect(cells).toEqual(expect.arrayContaining([titleOf('walks'), titleOf('municipality')]));
  expect(cells.some((cell) => /Norway.*Sweden/s.test(cell))).toBe(true);
  await section(page, 'Publications');
  const ris = await download(page, page.getByRole('link', { name: 'RIS' }).first());
  expect(ris.toString('utf8').match(/^TI {2}- /gm)).toHaveLength(3);
});

test('an exercise is made beside it', async () => {
  await follow(page, 'Reviews');
  await follow(page, 'New review');
  await fill(group(page, 'Title'), { English: 'Trying things out' });
  await page.getByRole('checkbox', { name: 'This is an exercise' }).check();
  await press(page, 'Make the review');
  await sees(page, 'The review is made.');
});

test('published, anybody finds the finding, its quotation and its publication; the exercise nobody', async () => {
  await page.goto('/reviews/gardens-and-health');
  await sees(page, 'The way to publication');
  await sees(page, /Full text\s+6 of 6/);
  await follow(page, 'Publication', page.locator('.page-head'));
  await press(page, 'Publish');
  await sees(page, 'The review is published.');
  const anybody = await visit(browser, site);
  const open = anybody.page;
  const found = async () => {
    await open.goto('/search?q=municipality+answers');
    return open.getByRole('heading', { level: 3 }).allInnerTexts();
  };
  await expect.poll(found, patience).toContain(statement);
  await follow(open, statement);
  await sees(open, quotation);
  await follow(open, /^Lindqvist/);
  expect(await heading(open)).toBe(titleOf('gardens'));
  await sees(open, 'To see what keeps a shared garden going.');
  await follow(open, 'Reviews', open.getByRole('navigation', { name: 'Main' }));
  await sees(open, 'Gardens and health');
  expect(await open.getByText('Trying things out').count()).toBe(0);
  const answers = await Promise.all(
    ['trying-things-out', 'not-there-at-all'].map((slug) =>
      open.request.get(`/reviews/${slug}.json`),
    ),
  );
  expect(answers.map((answer) => answer.status())).toEqual([401, 401]);
  await anybody.close();
});
