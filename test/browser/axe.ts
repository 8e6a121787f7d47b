/** Checks a page with axe-core against WCAG 2.0 to 2.2, A and AA, and axe's best practices. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Has it on every page that this one opens: handed over anew on each, it would take longer than the checks. */
export const withAxe = (page: Page) => page.addInitScript(source);

/** Colours are the same in every language, and looking at them takes most of the time. */
const contrast = ['color-contrast', 'link-in-text-block'];

/**
 * @param page one opened after `withAxe`.
 * @param part `structure`: all rules but those on colours; everything without it.
 * @returns a line for each violation: the rule, what it asks, and where it is broken.
 */
export async function violations(page: Page, part?: 'structure'): Promise<string[]> {
  const options = {
    resultTypes: ['violations'],
    ...(part === 'structure'
      ? { rules: Object.fromEntries(contrast.map((rule) => [rule, { enabled: false }])) }
      : {}),
  };
  const results = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.target.join(' ')}`),
  );
}
