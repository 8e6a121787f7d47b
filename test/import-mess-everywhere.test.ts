/** Every mess that files hold, in every family of formats: what one reader survives all must. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { openFile } from '../import/files/open.ts';
import { detectFormat, formatById } from '../import/formats/formats.ts';
import type { Piece, Reference } from '../import/reference.ts';
import { linesLost, readAll } from './import-helpers.ts';
import { type MessyWork, plainWork, writers } from './mess-writers.ts';

const folder = mkdtempSync(join(tmpdir(), 'underlag-everywhere-'));
afterAll(() => rmSync(folder, { recursive: true }));

const families = Object.keys(writers);

function formatOf(id: string) {
  const format = formatById(id);
  if (!format) throw new Error(id);
  return format;
}

const referencesOf = (pieces: readonly Piece[]) =>
  pieces.flatMap((piece) => (piece.kind === 'reference' ? [piece.reference] : []));

async function readText(id: string, text: string): Promise<Reference[]> {
  const pieces = await readAll(formatOf(id), text, { size: 97 });
  expect(linesLost(text, pieces)).toEqual([]);
  expect(pieces.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  return referencesOf(pieces);
}

/** The only record of a file that holds one work. */
async function readWork(id: string, change: Partial<MessyWork>): Promise<Reference> {
  const [only, ...more] = await readText(
    id,
    writers[id]?.file([{ ...plainWork, ...change }]) ?? '',
  );
  expect(more).toEqual([]);
  if (!only) throw new Error(`${id} has no record`);
  return only;
}

const has = (id: string, field: keyof MessyWork) => !writers[id]?.lacks?.includes(field);

async function readBytes(bytes: Uint8Array): Promise<Reference[]> {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const opened = await openFile(path);
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  const pieces: Piece[] = [];
  for await (const piece of opened.pieces) pieces.push(piece);
  return referencesOf(pieces);
}

const nordic = {
  ...plainWork,
  title: 'Äldres hälsa på små orter: en översikt',
  authors: ['Åkesson, Örjan', 'Müller, Søren'],
};

describe.each(families)('%s', (id) => {
  test('is known by its content', async () => {
    expect(detectFormat(writers[id]?.file([plainWork]) ?? '')?.id).toBe(id);
    const found = await readWork(id, {});
    expect(found).toMatchObject({
      title: plainWork.title,
      authors: [{ family: 'Berg', given: 'Anna' }],
      year: 2019,
      doi: '10.1000/xyz.7',
    });
    if (has(id, 'pages')) expect(found.pages).toBe('103-106');
    if (has(id, 'abstract')) expect(found.abstract).toBe('Care is studied.');
  });

  test.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'])(
    'reads the same in %s',
    async (written) => {
      const encoding = written.replace('-bom', '');
      const addBOM = written.endsWith('-bom') || encoding.startsWith('utf-16');
      // A catalogue's own format counts in bytes, and is in no other encoding than it says.
      if (id === 'marc' && !encoding.startsWith('utf-8')) return;
      const text = writers[id]?.file([nordic, plainWork, nordic]) ?? '';
      const found = await readBytes(iconv.encode(text, encoding, { addBOM }));
      expect(found.map(({ title }) => title)).toEqual([
        nordic.title,
        plainWork.title,
        nordic.title,
      ]);
      expect(found[0]?.authors).toEqual([
        { family: 'Åkesson', given: 'Örjan' },
        { family: 'Müller', given: 'Søren' },
      ]);
    },
  );

  test.each([
    ['\r\n', /\n/g],
    ['\r', /\n/g],
    ['\r\n', /\n(?=.*\n.*\n)/g],
  ])('reads the same with other line ends, also mixed: %j', async (ends, where) => {
    const text = writers[id]?.file([plainWork, nordic]) ?? '';
    expect(await readText(id, text.replace(where, ends))).toEqual(await readText(id, text));
  });

  test.each([
    ['Care <i>in vivo</i> &amp; CO<sub>2</sub>', 'Care in vivo & CO2'],
    ['V{\\aa}rd i {\\"o}ppna landskap', 'Vård i öppna landskap'],
    ['Va\u030ard pa\u030a o\u0308n', 'Vård på ön'],
    ['[Vård i hemmet].', '[Vård i hemmet].'],
    ['Vård\u00a0i  hemmet \u2013 p < 0.05', 'Vård i hemmet \u2013 p < 0.05'],
    ['AT&T and R&D', 'AT&T and R&D'],
    ['ER positive tumours', 'ER positive tumours'],
    ['Omsorg 中文 и уход', 'Omsorg 中文 и уход'],
  ])('shows a title as text: %s', async (written, shown) => {
    expect((await readWork(id, { title: written })).title).toBe(shown);
  });

  test.each<[string, Reference['authors']]>([
    ['van der Berg, Anna', [{ family: 'Berg', particle: 'van der', given: 'Anna' }]],
    ['King, Martin Luther, Jr.', [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]],
    ['A\u030akesson, O\u0308rjan', [{ family: 'Åkesson', given: 'Örjan' }]],
    ["O'Brien, Mary-Jane", [{ family: "O'Brien", given: 'Mary-Jane' }]],
    ['World Health Organization', [{ literal: 'World Health Organization' }]],
  ])('takes a name apart: %s', async (name, authors) => {
    expect((await readWork(id, { authors: [name] })).authors).toEqual(authors);
  });

  test('says that people are left out instead of naming "et al."', async () => {
    const found = await readWork(id, { authors: ['Berg, Anna', 'et al.'] });
    expect(found).toMatchObject({
      authors: [{ family: 'Berg', given: 'Anna' }],
      othersOmitted: true,
    });
  });

  test.each([
    '2019',
    '2019-05-12',
    '2019/05/12/',
    '2019///',
    'May 2019',
    '12 May 2019',
    'Spring 2019',
    '2019 Mar-Apr',
    'c2019',
    '[2019]',
    '20190512',
  ])('finds the year in %s', async (date) => {
    expect((await readWork(id, { date })).year).toBe(2019);
  });

  test.each(['n.d.', 'in press', '19', ''])('makes no year up from %j', async (date) => {
    expect((await readWork(id, { date })).year).toBeUndefined();
  });

  const printed = [
    ['123-8', '123-8'],
    ['e1234', 'e1234'],
    ['123\u2013128', '123-128'],
    ['S12-S19', 'S12-S19'],
    ['xi-xx', 'xi-xx'],
  ] as const;
  // Some formats have no place for pages, or for an abstract.
  test.each(has(id, 'pages') ? printed : [])('keeps pages as printed: %s', async (pages, shown) => {
    expect((await readWork(id, { pages })).pages).toBe(shown);
  });

  test.each(['https://doi.org/10.1000/XYZ.7', 'doi:10.1000/xyz.7', '10.1000/xyz.7.'])(
    'knows a DOI however it is written: %s',
    async (doi) => {
      expect((await readWork(id, { doi })).doi).toBe('10.1000/xyz.7');
    },
  );

  const abstracts = has(id, 'abstract')
    ? [
        `Odds ratios were estimated in all of the municipalities that took part for
OR - 1.2 (0.9 to 1.4) and
ER positive tumours; PT was 12 s, "quoted", 100 % of @home and #1, with
DI  1.0; <5 years & more.`,
      ]
    : [];
  test.each(abstracts)('takes no line of an abstract for a tag', async (abstract) => {
    const found = await readWork(id, { abstract });
    const words = (text = '') => text.split(/\s+/);
    expect(words(found.abstract)).toEqual(words(abstract));
    expect(found).toMatchObject({ title: plainWork.title, year: 2019, doi: '10.1000/xyz.7' });
  });

  test('joins a title that was wrapped, and keeps every word of it', async () => {
    const title = 'Care at home in places that are small and\nfar from each other';
    expect((await readWork(id, { title })).title).toBe(title.replace('\n', ' '));
  });

  test('takes the first of several DOIs, keeps the other and says so', async () => {
    const text = writers[id]?.file([{ ...plainWork, doi: '10.1000/a; 10.1000/b' }]) ?? '';
    const pieces = await readAll(formatOf(id), text);
    const found = pieces.find((piece) => piece.kind === 'reference');
    expect(found?.reference.doi).toBe('10.1000/a');
    expect(found?.unmapped.map(({ value }) => value)).toContain('10.1000/b');
    expect(found?.notices.map(({ code }) => code)).toContain('SEVERAL_DOIS');
  });

  test('keeps a record without a title, and says so', async () => {
    const pieces = await readAll(
      formatOf(id),
      writers[id]?.file([plainWork, { ...plainWork, title: '' }, nordic]) ?? '',
    );
    const found = pieces.filter((piece) => piece.kind === 'reference');
    expect(found.map(({ reference }) => reference.title)).toEqual([
      plainWork.title,
      '',
      nordic.title,
    ]);
    expect(found[1]?.notices.map(({ code }) => code)).toContain('NO_TITLE');
  });

  test('cut off anywhere: what came before is there, and nothing is thrown or lost', async () => {
    const whole = writers[id]?.file([plainWork, nordic, plainWork]) ?? '';
    for (let part = 1; part < 40; part += 1) {
      const text = whole.slice(0, Math.floor((whole.length * part) / 40));
      const pieces = await readAll(formatOf(id), text, { size: 61 });
      expect(linesLost(text, pieces)).toEqual([]);
      if (part > 28) expect(referencesOf(pieces)[0]?.title).toBe(plainWork.title);
    }
  });
});
