/** The commands, run as the command line runs them, on a data folder with the demonstration reviews. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../server/commands/commands.ts';
import { root } from '../server/paths.ts';
import { translate } from '../server/platform/i18n.ts';
import { tableNames } from '../server/synthesis/tables/table.ts';
import * as commandLine from './command-line.ts';

const data = mkdtempSync(join(tmpdir(), 'underlag-cli-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function run(name: string, ...words: string[]) {
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return commandLine.printed(command, [...words, '--data', data]);
}

const failure = (name: string, ...words: string[]) => commandLine.failure(run(name, ...words));

beforeAll(async () => {
  await run('seed');
});

test.each(commands.map(({ name }) => name))(
  '%s --help tells its options and exit codes',
  async (name) => {
    const { text } = await run(name, '--help');
    expect(text).toContain(`${name}: `);
    expect(text).toContain('--data DIR');
    expect(text).toMatch(/Exit codes: 0 done, 1 failed/);
  },
);

test('seed fills an empty folder, and refuses one that has a review', async () => {
  expect(await failure('seed')).toMatchObject({
    code: 1,
    message: expect.stringContaining('Nothing was changed.'),
  });
});

test('a word that no option knows is answered with the help', async () => {
  const { code, message } = await failure('flow', '--reviews', 'eskilstuna-2022');
  expect([code, message.includes('--review SLUG')]).toEqual([2, true]);
  expect((await failure('table', '--review', 'tfou-2012', '--name', 'tables')).code).toBe(2);
  expect((await failure('flow', '--review', 'nowhere')).code).toBe(1);
});

test('flow gives the boxes of Eskilstuna, counted and reported, and nothing invented', async () => {
  const { code, json } = await run('flow', '--review', 'eskilstuna-2022', '--json');
  const { boxes } = json as { boxes: Record<string, unknown>[] };
  const box = (id: string) => boxes.find((each) => each.id === id);
  expect(code).toBe(0);
  expect(box('N2')).toMatchObject({ unit: 'report', derived: 32, reported: 33 });
  expect(box('S1')).toMatchObject({ unit: 'record', reported: null });
  for (const each of boxes)
    expect(Object.keys(each)).toEqual(
      expect.arrayContaining(['id', 'unit', 'derived', 'reported', 'status']),
    );
});

type TableJson = { name: string; columns: unknown[]; rows: Record<string, unknown>[] };

async function table(review: string, name: string): Promise<TableJson> {
  const { text } = await run('table', '--review', review, '--name', name, '--format', 'json');
  return JSON.parse(text) as TableJson;
}

test.each(tableNames)('table %s comes as data with a name, columns and rows', async (name) => {
  const review = name === 'cases' ? 'tfou-2012' : 'eskilstuna-2022';
  const made = await table(review, name);
  expect(made.name).toBe(name);
  expect(made.columns.length).toBeGreaterThan(1);
  expect(made.rows.length).toBeGreaterThan(0);
});

test('publications carry countries as codes, findings their kind and publications', async () => {
  const { rows: publications } = await table('eskilstuna-2022', 'publications');
  const countries = publications.flatMap((row) => row.countries as string[]);
  expect([publications.length, countries.length]).toEqual([32, 47]);
  expect(countries.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  const { rows: findings } = await table('eskilstuna-2022', 'findings');
  const ofKind = (kind: string) => findings.filter((row) => row.kind === kind).length;
  const kinds = ['success_factor', 'risk_or_barrier', 'recommendation'];
  expect(kinds.map(ofKind)).toEqual([8, 11, 7]);
  expect(findings.every((row) => (row.publications as unknown[]).length > 0)).toBe(true);
});

test('references of what was included are written in every format', async () => {
  const args = ['--review', 'eskilstuna-2022', '--included'];
  const { text: ris } = await run('references', ...args);
  expect(ris.match(/^TY {2}- /gm)).toHaveLength(32);
  const { text: csl } = await run('references', ...args, '--json');
  expect(JSON.parse(csl)).toHaveLength(32);
});

test('search finds what is published, with its facets', async () => {
  const { text } = await run('search', '--q', 'volunteers', '--kind', 'success_factor');
  expect(text).toContain('/reviews/eskilstuna-2022/findings/');
  const { json } = await run('search', '--q', 'samverkan', '--lang', 'sv', '--json');
  expect((json as { total: number }).total).toBeGreaterThan(3);
});

test('user makes an account, gives it a role, lists and closes', async () => {
  const email = 'astrid@example.org';
  expect((await failure('user', '--add', email)).code).toBe(2);
  await run('user', '--add', email, '--name', 'Astrid Berg', '--password', 'ten letters');
  const role = ['--review', 'eskilstuna-2022', '--role', 'reviewer'];
  const { text } = await run('user', '--add', email, ...role);
  expect(text).toContain(`${email}\tAstrid Berg`);
  await run('user', '--close', email);
  const admin = ['--add', 'only@example.org', '--password', 'ten letters', '--administrator'];
  await run('user', ...admin);
  const { code, message } = await failure('user', '--close', 'only@example.org');
  expect([code, message]).toEqual([1, translate('en', 'error.LAST_ADMINISTRATOR')]);
  expect((await failure('user', '--close', 'nobody@example.org')).code).toBe(1);
});

test('the program ends quietly when nobody reads on', async () => {
  const words = ['table', '--review', 'eskilstuna-2022', '--name', 'findings', '--data', data];
  const args = ['--import', 'tsx', join(root, 'server', 'cli.ts'), ...words];
  const env = { ...process.env, BASE_URL: '' };
  const child = spawn(process.execPath, args, { cwd: root, env });
  let complaints = '';
  child.stderr.on('data', (bytes: Buffer) => {
    complaints += bytes.toString();
  });
  child.stdout.destroy();
  const [code] = await once(child, 'exit');
  expect([code, complaints]).toEqual([0, '']);
}, 60_000);

test('check finds that everything derived agrees with what it is derived from', async () => {
  const { code, text } = await run('check');
  expect(text).toMatch(/^\d+ checks, 0 disagreements$/);
  expect(code).toBe(0);
});
