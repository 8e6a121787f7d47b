/** What a person does on any page: fill, press, follow, and read what came of it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** How long a page, a job or a swap may take on a machine that is busy with other things. */
export const patience = { timeout: 20_000, interval: 50 };

/** Does what leads to another page, and waits until that page is there. */
export async function arrive(page: Page, act: () => Promise<void>): Promise<void> {
  const arrived = page.waitForEvent('load');
  // What went wrong while acting says more than that nothing was loaded.
  arrived.catch(() => undefined);
  await act();
  await arrived;
}

export const follow = (page: Page, name: string | RegExp, within: Page | Locator = page) =>
  arrive(page, () => within.getByRole('link', { name, exact: true }).click());

export const press = (page: Page, name: string, within: Page | Locator = page) =>
  arrive(page, () => within.getByRole('button', { name, exact: true }).click());

/** A part of the review, by its name in the bar. */
export const section = (page: Page, name: string) =>
  follow(page, name, page.getByRole('navigation', { name: 'Parts of the review' }));

export const group = (within: Page | Locator, name: string) =>
  within.getByRole('group', { name, exact: true });

/** Fills text fields by their accessible names, as a person reads them. */
export async function fill(within: Page | Locator, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts))
    await within.getByRole('textbox', { name, exact: true }).fill(text);
}

export const choose = (within: Page | Locator, name: string, label: string) =>
  within.getByRole('combobox', { name, exact: true }).selectOption({ label });

export const heading = async (page: Page) =>
  ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').trim();

/** The number in a table's row that begins with these words. */
export function numberCell(page: Page, row: string | RegExp): Locator {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row }) })
    .locator('td.number')
    .first();
}

/** The bytes behind a link that is a file. */
export async function download(page: Page, link: Locator): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFile(await file.path());
}

/** Waits until a text is on the page. */
export async function sees(page: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => page.locator('main').innerText(), patience).toMatch(text);
}

/** So many presses a person may be asked for; more is a page that cannot be used. */
const pressesMax = 60;

/** Presses Tab until what has the focus is called so, and shows that it has it. @returns the presses. */
export async function tabTo(page: Page, name: string | RegExp): Promise<number> {
  const passed: string[] = [];
  for (let presses = 1; presses <= pressesMax; presses += 1) {
    await page.keyboard.press('Tab');
    const [text = '', outline] = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body;
      const [label] = (focused as HTMLInputElement).labels ?? [];
      const named = focused.getAttribute('aria-label') ?? (label ?? focused).textContent ?? '';
      return [named.trim().replaceAll(/\s+/g, ' '), getComputedStyle(focused).outlineStyle];
    });
    passed.push(text);
    if (typeof name === 'string' ? text !== name : !name.test(text)) continue;
    expect(outline, `${text} shows no focus`).not.toBe('none');
    return presses;
  }
  throw new Error(`${name} is not reached: ${passed.join(' | ')}`);
}

export const enter = (page: Page) => arrive(page, () => page.keyboard.press('Enter'));
