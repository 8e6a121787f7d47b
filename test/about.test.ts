/** What Underlag is built on: the page, and the document that is written from the packages. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licencesDocument, readLicences } from '../server/about/licences.ts';
import { root } from '../server/paths.ts';
import { freshDatabase, startApp } from './helpers.ts';

test('every library names its licence', () => {
  const { libraries, further } = readLicences(root);
  expect(libraries.filter(({ licence }) => licence === 'unknown')).toEqual([]);
  expect(further.map(({ licence }) => licence)).not.toContain('unknown');
  expect(libraries).toContainEqual(
    expect.objectContaining({ name: '@digdir/designsystemet-css', licence: 'MIT' }),
  );
});

test('docs/licences.md says what the packages say', async () => {
  const file = join(root, 'docs', 'licences.md');
  await expect(licencesDocument(readLicences(root))).toMatchFileSnapshot(file);
});

test('anybody reads what it is built on', async () => {
  const { as } = await startApp(freshDatabase(), { 'accept-language': 'nb' });
  const { body } = await as(null).get('/about');
  for (const text of ['MIT-lisensen', 'OFL-1.1', 'better-sqlite3', 'PRISMA 2020'])
    expect(body).toContain(text);
  expect((await as(null).get('/about.json')).json().licence).toBe('MIT');
});
