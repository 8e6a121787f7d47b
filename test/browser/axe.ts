/** Checks a page with axe-core against WCAG 2.0 to 2.2, A and AA, and axe's best practices. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param rules only these; all without it.
 * @returns a line for each violation: the rule, what it asks, and where it is broken.
 */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(source);
  const options = rules ? { runOnly: { type: 'rule', values: rules } } : {};
  const results = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults;
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.target.join(' ')}`),
  );
}
