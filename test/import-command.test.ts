/** The `import` command on several files and a ZIP of them: an account for each, and of all. */
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { importCommand } from '../server/commands/import.ts';
import { undoCommand } from '../server/commands/undo.ts';
import { prepareStorage } from '../server/storage.ts';
import { printed } from './command-line.ts';
import { freshFolder } from './data-folder.ts';
import { addPerson, addReview } from './helpers.ts';

const ris = (number: number) =>
  `TY  - JOUR\nTI  - Gardens and the health of older people, part ${number}\nAU  - Berg, Anna\nPY  - ${2000 + number}\nER  - \n`;
const bib = '@article{dahl, title = {Choirs in care homes}, author = {Dahl, Eva}, year = 2011}\n';

let folder: string;
beforeEach(() => {
  folder = freshFolder();
  const { db, searchDb } = prepareStorage(folder);
  addReview(db, [[addPerson(db, 'Astrid'), 'owner']], { slug: 'gardens' });
  db.$client.close();
  searchDb.close();
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function zipOf(name: string, files: Record<string, string>): Promise<string> {
  const zip = new ZipFile();
  for (const [file, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), file);
  zip.end();
  const path = join(folder, name);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

function importFiles(paths: string[], ...words: string[]) {
  const files = paths.flatMap((path) => ['--file', path]);
  return printed(importCommand, ['--data', folder, '--review', 'gardens', ...files, ...words]);
}

test('several files and a ZIP are read as one search gives them, each with its account', async () => {
  const one = write('one.ris', ris(1) + ris(2));
  const packed = await zipOf('more.zip', { 'two.ris': ris(2) + ris(3), 'three.bib': bib });
  const { code, json } = await importFiles([one, packed], '--source', 'Scopus', '--json');
  expect(code).toBe(0);
  expect(json).toMatchObject({
    imports: [
      { fileName: 'one.ris', archiveName: null, accounting: { parsed: 2, fresh: 2 } },
      { fileName: 'two.ris', archiveName: 'more.zip', accounting: { parsed: 2, linked: 1 } },
      { fileName: 'three.bib', archiveName: 'more.zip', accounting: { parsed: 1, fresh: 1 } },
    ],
    ...{ files: 3, failed: 0, declared: 5, parsed: 5, rejected: 0 },
  });
  const { imports } = json as { imports: { searchRunId: number }[] };
  expect(new Set(imports.map(({ searchRunId }) => searchRunId)).size).toBe(1);
});

test('a file that cannot be read is named; the others are kept', async () => {
  const picture = write('plot.ris', '\u0089PNG\r\n\u001a\n\0\0');
  const good = write('good.ris', ris(1));
  const { code, text } = await importFiles([picture, good]);
  expect(code).toBe(1);
  expect(text).toMatch(/^plot\.ris\n.+\ngood\.ris\n1 records in the file/);
  expect(text.split('\n').at(-1)).toBe(
    '2 files, 1 of them failed; 1 records: 1 read, 0 repeated, 0 rejected',
  );
});

test('a ZIP that is damaged gives nothing, and says why', async () => {
  const { code, json } = await importFiles([write('cut.zip', 'PK\u0003\u0004 cut off')], '--json');
  expect(code).toBe(1);
  expect(json).toMatchObject({ fileName: 'cut.zip', state: 'failed', accounting: { parsed: 0 } });
});

test('a name that is not there is told before anything is read', async () => {
  const good = write('good.ris', ris(1));
  await expect(importFiles([good, join(folder, 'no.ris')])).rejects.toThrow(
    /There is no file .*no\.ris/,
  );
  const { json } = await importFiles([good], '--json');
  expect(json).toMatchObject({ importId: 1, accounting: { parsed: 1 } });
});

test('one file is called for', async () => {
  await expect(importFiles([])).rejects.toThrow(/--file: name the file/);
});

test('what an import brought is withdrawn again, unless somebody has worked on it', async () => {
  await importFiles([write('one.ris', ris(1) + ris(2))]);
  const large = Array.from({ length: 320 }, (_, number) => ris(number + 10)).join('');
  await importFiles([write('large.ris', large)]);
  const undo = (importId: number, ...words: string[]) =>
    printed(undoCommand, [
      ...['--data', folder, '--review', 'gardens', '--import', String(importId), ...words],
    ]);
  expect(await undo(1)).toMatchObject({ code: 0, text: 'Undone' });
  expect(await undo(2, '--json')).toMatchObject({
    code: 0,
    json: { importId: 2, state: 'undone' },
  });
  await importFiles([write('two.ris', ris(3))]);
  const { db, searchDb } = prepareStorage(folder);
  const at = '2026-11-23T12:00:00.000Z';
  db.$client
    .prepare(
      `insert into vote (review_id, report_id, stage, person_id, answer, note, at)
       select review_id, report_id, 'title_abstract', 1, 'include', '', ? from record
       where import_id = 3`,
    )
    .run(at);
  db.$client.close();
  searchDb.close();
  const refused = await undo(3);
  expect(refused.code).toBe(3);
  expect(refused.text).toContain('This import cannot be undone');
});
