/**
 * Word and spreadsheet files opened by LibreOffice (Debian: libreoffice-writer-nogui, libreoffice-calc-nogui).
 * `npm run test:office` fails where it is missing; in the whole suite these tests run where it is there.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { writtenReport } from '../server/export/delivery/report.ts';
import { inTemplate } from '../server/export/delivery/template.ts';
import { writeDocx } from '../server/export/tables/docx.ts';
import { writeXlsx } from '../server/export/tables/xlsx.ts';
import { readParts, writeParts } from '../server/export/zip.ts';
import { findReview } from '../server/platform/find-review.ts';
import { summaryTable } from '../server/synthesis/tables/tables.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { now } from './helpers.ts';
import { template } from './office-files.ts';

const at = now.toISOString();
const folder = mkdtempSync(join(tmpdir(), 'underlag-office-'));
const isThere = spawnSync('soffice', ['--version']).status === 0;
const isRequired = process.env.OFFICE === 'required';

beforeAll(() => () => rmSync(folder, { recursive: true, force: true }));

test.runIf(isRequired)('LibreOffice is installed', () => {
  const advice =
    'LibreOffice was not found. Install it: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui';
  expect(isThere, advice).toBe(true);
});

function converted(name: string, bytes: Buffer, to: string): Buffer {
  writeFileSync(join(folder, name), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const words = ['--headless', profile, '--convert-to', to, '--outdir', folder, join(folder, name)];
  const { status, stderr } = spawnSync('soffice', words, { timeout: 100_000 });
  expect(status, String(stderr)).toBe(0);
  return readFileSync(join(folder, name.replace(/\.\w+$/, `.${to.split(':')[0]}`)));
}

test.runIf(isThere)('a table opens in Word and Excel with everything it has', async () => {
  const db = await demonstrationDatabase();
  const review = findReview(db, 'eskilstuna-2022');
  if (!review) throw new Error('no review');
  const table = summaryTable('findings', { db, review, locale: 'sv', isPublic: true });
  const csv = converted('table.xlsx', await writeXlsx(table, { locale: 'sv', at }), 'csv');
  expect(csv.toString().split('\n').length).toBeGreaterThan(table.cells.length);
  const text = converted(
    'table.docx',
    await writeDocx(table, { locale: 'sv', at }),
    'txt:Text (encoded):UTF8',
  );
  for (const cells of table.cells)
    expect(text.toString()).toContain(cells[table.headerAt]?.items[0]?.text);
});

test.runIf(isThere)(
  'the report opens as a document of many pages, in our look and in a template’s',
  async () => {
    const db = await demonstrationDatabase();
    const review = findReview(db, 'eskilstuna-2022');
    if (!review) throw new Error('no review');
    const request = { db, review, locale: 'nn' as const, at, isPublic: false };
    const own = await writtenReport(request, '/nowhere');
    const dressed = inTemplate(await readParts(own), await readParts(await template()));
    for (const [name, bytes] of [
      ['own.docx', own],
      ['dressed.docx', await writeParts(dressed, at)],
    ] as const) {
      const pdf = converted(name, bytes, 'pdf').toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, name).toBeGreaterThan(8);
      expect(pdf, name).toMatch(/\/MediaBox\s*\[\s*0 0 841/);
    }
  },
);
