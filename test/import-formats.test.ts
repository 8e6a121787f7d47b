/** What holds for every format: nothing is lost, nothing throws, and what we write we read back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFormat, formatById, formats } from '../import/formats/formats.ts';
import { problemCodes } from '../import/reference.ts';
import { linesLost, readAll, reference, referencesIn } from './import-helpers.ts';

const shards = [
  'TY  - JOUR\n',
  'ER  - \n',
  'ER  -\r\n',
  'TI  - En titel\r',
  'AU  - Berg, Anna\n',
  '\n',
  '\r\n',
  '  ',
  'OR - 1.2 (0.9)\n',
  'KW  - a\nb\n',
  '@article{a,\n',
  '  title = {A {B} C},\n',
  '}\n',
  '"',
  '\\"{o}',
  '@string{x = "y"}\n',
  '% note\n',
  'title,year\n',
  '"a\nb",2020\n',
  'sep=;\n',
  '[{"title":"x"},\n',
  '{"type":"book","title":"y"}',
  ']\n',
  '\u0000',
  '\ufffd',
  '\u2028',
  'å',
  '12.\n',
  '<i>x</i>\n',
  '{',
  '(',
];
const messyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...shards),
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'binary' }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_id, format) => {
  test('no text makes it throw, and every line with text belongs to a piece', async () => {
    const holds = fc.asyncProperty(
      messyText,
      fc.integer({ min: 1, max: 50 }),
      async (text, size) => {
        const pieces = await readAll(format, text, { size });
        expect(linesLost(text, pieces)).toEqual([]);
        for (const piece of pieces) expect(piece.lineFrom).toBeLessThanOrEqual(piece.lineTo);
        expect(pieces.length).toBeGreaterThan(0);
      },
    );
    await fc.assert(holds, { numRuns: 250 });
  });

  test('the pieces are the same however the file is cut into chunks', async () => {
    const holds = fc.asyncProperty(
      messyText,
      fc.integer({ min: 1, max: 7 }),
      async (text, size) => {
        expect(await readAll(format, text, { size })).toEqual(await readAll(format, text));
      },
    );
    await fc.assert(holds, { numRuns: 100 });
  });

  test('an empty file is said to be empty', async () => {
    for (const text of ['', '\n\n', '\ufeff', ' \r\n ']) {
      const [only, ...more] = await readAll(format, text);
      expect(only).toMatchObject({ kind: 'rejected', problem: { code: 'EMPTY_FILE' } });
      expect(more).toEqual([]);
    }
  });

  test.each([
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n', 'pdf'],
    ['a Word or Excel file', 'PK\u0003\u0004\u0014\u0000\n\u0006\u0000', 'zip'],
    ['other bytes', '\u0000\u0001\u0002\u0003\n\u0000\u0000\u0004TY  - JOUR', 'other'],
  ])('%s is rejected whole, as no text', async (_what, text, kind) => {
    const pieces = await readAll(format, text);
    expect(pieces).toMatchObject([
      { kind: 'rejected', problem: { code: 'BINARY_FILE', params: { kind } } },
    ]);
  });
});

const writable = formats.flatMap((format) =>
  format.write ? [[format.id, format, format.write] as const] : [],
);
describe.each(writable)('%s', (_id, format, write) => {
  test('what it writes it reads back as the same references', async () => {
    const holds = fc.asyncProperty(
      fc.array(reference, { minLength: 1, maxLength: 4 }),
      async (list) => {
        const written = write(list);
        const pieces = await readAll(format, written);
        expect(pieces.filter((piece) => piece.kind === 'rejected')).toEqual([]);
        expect(await referencesIn(format, written)).toEqual(list);
      },
    );
    await fc.assert(holds, { numRuns: 150 });
  });

  test('it recognises its own files, and they are taken for no other', () => {
    const [sample] = fc.sample(reference, { numRuns: 1, seed: 7 });
    const written = write([{ ...sample, type: 'book', title: 'En bok', authors: [] }]);
    expect(detectFormat(written)?.id).toBe(format.id);
  });
});

test('a format is found by its id, and an unknown text has none', () => {
  expect(formatById('ris')?.label).toBe('RIS');
  expect(formatById('nothing')).toBeUndefined();
  expect(detectFormat('Dear colleague,\nplease find the list attached.')).toBeUndefined();
});

test.each([
  ['bibtex', '@misc{a, title={T}}'],
  ['csl-json', '{"type":"book","title":"T"},'],
])('records of %s that share one line keep only their own text', async (id, item) => {
  const format = formatById(id);
  if (!format) throw new Error(`No format ${id}`);
  const opening = id === 'bibtex' ? '' : '[';
  const pieces = await readAll(format, opening + item.repeat(3000));
  expect(pieces).toHaveLength(3000);
  for (const { raw } of pieces) expect(raw.length).toBeLessThanOrEqual(item.length);
});

test('problem codes are listed once each', () => {
  expect(new Set(problemCodes).size).toBe(problemCodes.length);
});
