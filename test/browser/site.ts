/** A running site with the demonstration reviews, and pages that fail a test when the browser complains. */

import { deepStrictEqual } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { person } from '../../schema/accounts.ts';
import type { Locale } from '../../schema/columns.ts';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { startRunner } from '../../server/platform/jobs/runner.ts';
import { prepareStorage } from '../../server/storage.ts';
import { patience } from './hands.ts';

export type Site = Awaited<ReturnType<typeof startSite>>;

/**
 * @param template a data folder to start from; none: an empty installation.
 * @param options without a runner, jobs wait until a test runs them itself.
 */
export async function startSite(template?: string, options: { runner?: boolean } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'underlag-site-'));
  if (template)
    for (const file of ['review.db', 'search.db'])
      copyFileSync(join(template, file), join(dataDir, file));
  const { db, searchDb } = prepareStorage(dataDir);
  const config = { ...readConfig({ DATA_DIR: dataDir }), signInAttemptsMax: 1000 };
  const sessionSecret = randomBytes(32).toString('hex');
  const app = await buildApp({ db, searchDb, config, sessionSecret });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const failures: Error[] = [];
  const runner =
    options.runner === false ? null : startRunner(db, dataDir, (error) => failures.push(error));
  return {
    address,
    app,
    db,
    dataDir,
    /** A cookie that signs a browser in. */
    cookieFor(personId: number) {
      let value = '';
      const reply = {
        setCookie: (_name: string, token: string) => {
          value = token;
        },
      };
      app.sessionTokens.start(reply as never, personId, new Date().toISOString(), 'a test');
      return { name: 'underlag_session', value, url: address };
    },
    async stop() {
      await runner?.stop();
      await app.close();
      db.$client.close();
      searchDb.close();
      rmSync(dataDir, { recursive: true, force: true });
      deepStrictEqual(failures, []);
    },
  };
}

/** Somebody with an account. @returns the person's id. */
export function addVisitor(
  db: Site['db'],
  name: string,
  details: { isAdministrator?: boolean; locale?: Locale } = {},
): number {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.org`;
  return db
    .insert(person)
    .values({ email, name, ...details })
    .returning({ id: person.id })
    .get().id;
}

export type Visitor = { page: Page; complaints: string[]; close(): Promise<void> };

/** A browser window of its own. What its console says in anger is collected; `close` fails on it. */
export async function visit(
  browser: Browser,
  site: Site,
  options: BrowserContextOptions & { personId?: number } = {},
): Promise<Visitor> {
  const { personId, ...contextOptions } = options;
  const context = await browser.newContext({
    baseURL: site.address,
    locale: 'en-GB',
    ...contextOptions,
  });
  context.setDefaultTimeout(patience.timeout);
  if (personId) await context.addCookies([site.cookieFor(personId)]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A refused form answers 422, which Chromium reports as an error of its own.
    const isRefusal = message.text().includes('status of 422');
    if (['error', 'warning'].includes(message.type()) && !isRefusal)
      complaints.push(message.text());
  });
  return {
    page,
    complaints,
    async close() {
      await context.close();
      deepStrictEqual(complaints, []);
    },
  };
}
