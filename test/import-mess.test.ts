/** The mess that real files are: what is odd is kept and said, what is broken costs itself and nothing else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { openFile } from '../import/files/open.ts';
import { ris } from '../import/formats/tagged/ris.ts';
import type { Piece } from '../import/reference.ts';
import { readAll, recordsIn } from './import-helpers.ts';

const folder = mkdtempSync(join(tmpdir(), 'underlag-mess-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function readBytes(bytes: Uint8Array): Promise<Piece[]> {
  const path = join(folder, 'file.ris');
  writeFileSync(path, bytes);
  const opened = await openFile(path);
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  const pieces: Piece[] = [];
  for await (const piece of opened.pieces) pieces.push(piece);
  return pieces;
}

const swedish =
  'TY  - JOUR\nAU  - Åkesson, Örjan\nTI  - Äldres hälsa på små orter: en översikt\nER  - \n';

test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'])(
  'a file in %s gives the same reference',
  async (encoding) => {
    for (const addBOM of encoding.startsWith('utf') ? [true, false] : [false]) {
      const [only] = await readBytes(iconv.encode(swedish, encoding, { addBOM }));
      expect(only).toMatchObject({
        kind: 'reference',
        reference: {
          title: 'Äldres hälsa på små orter: en översikt',
          authors: [{ family: 'Åkesson', given: 'Örjan' }],
        },
      });
    }
  },
);

test('letters on the border of two chunks stay whole in a file larger than any buffer', async () => {
  const record = (index: number) =>
    `TY  - JOUR\nTI  - å${'ä'.repeat(index % 7)}ö ${index}\nAB  - ${'ßæø '.repeat(40)}\nER  - \n`;
  const text = Array.from({ length: 4000 }, (_, index) => record(index)).join('');
  const pieces = await readBytes(Buffer.from(text));
  expect(pieces).toHaveLength(4000);
  expect(pieces.some(({ raw }) => raw.includes('\ufffd'))).toBe(false);
});

test('mixed line ends, also lone carriage returns, give the same records and line numbers', async () => {
  const pieces = await readAll(
    ris,
    'TY  - JOUR\r\nTI  - A\rER  - \n\r\nTY  - BOOK\rTI  - B\r\nER  - \r',
  );
  expect(pieces).toMatchObject([
    { lineFrom: 1, lineTo: 3, reference: { title: 'A' } },
    { lineFrom: 5, lineTo: 7, reference: { title: 'B' } },
  ]);
});

test('text that looks like tags, and a line that begins with ER, stay in the abstract', async () => {
  const [only, ...more] = await recordsIn(
    ris,
    'TY  - JOUR\nTI  - A\nAB  - Odds ratios were\nOR - 1.2 (0.9 to 1.4) for\nER positive tumours; ERα too\nCI  1.0\nKW  - x\nER  - \n',
  );
  expect(more).toEqual([]);
  expect(only?.reference.abstract).toBe(
    'Odds ratios were OR - 1.2 (0.9 to 1.4) for ER positive tumours; ERα too CI 1.0',
  );
  expect(only?.reference.keywords).toEqual(['x']);
});

test('a line separator of Unicode inside a value neither ends nor hides its line', async () => {
  const [only] = await recordsIn(
    ris,
    'TY  - JOUR\nAU  - Berg, Anna\nC1  - one,\u2028two\nTI  - A\nER  - \n',
  );
  expect(only?.reference.authors).toEqual([{ family: 'Berg', given: 'Anna' }]);
  expect(only?.unmapped).toEqual([{ tag: 'C1', value: 'one,\u2028two' }]);
});

test('a record without ER ends where the next begins; a file cut off keeps what came', async () => {
  const records = await recordsIn(
    ris,
    'TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nAB  - Cut off in the mid',
  );
  expect(
    records.map(({ reference, notices }) => [reference.title, notices.map((n) => n.code)]),
  ).toEqual([
    ['A', ['NO_END']],
    ['B', ['NO_END']],
  ]);
});

test('names in every order, with particles, suffixes, bodies and people left out', async () => {
  const names = [
    'van der Berg, Anna',
    'Berg, Anna van der',
    'King, Martin Luther, Jr.',
    'Ek BC',
    'World Health Organization',
    "d'Arcy, Élodie",
    'et al.',
  ];
  const text = `TY  - JOUR\nTI  - T\n${names.map((name) => `AU  - ${name}\n`).join('')}ER  - \n`;
  const [only] = await recordsIn(ris, text);
  expect(only?.reference).toMatchObject({
    authors: [
      { family: 'Berg', particle: 'van der', given: 'Anna' },
      { family: 'Berg', particle: 'van der', given: 'Anna' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { family: 'Ek', given: 'BC' },
      { literal: 'World Health Organization' },
      { family: 'Arcy', particle: "d'", given: 'Élodie' },
    ],
    othersOmitted: true,
  });
});

test.each([
  ['Berg, Et Al', [], true],
  ['Berg, Mfl', [], true],
  ['Berg, Jr', [{ family: 'Berg', suffix: 'Jr' }], false],
  ['Berg, Maria', [{ family: 'Berg', given: 'Maria' }], false],
  ['Berg, A.-M.', [{ family: 'Berg', given: 'A.-M.' }], false],
])(
  'the quick way through common names lets nothing odd pass: %s',
  async (name, authors, others) => {
    const [only] = await recordsIn(ris, `TY  - JOUR\nTI  - T\nAU  - ${name}\nER  - \n`);
    if (!others) expect(only?.reference.authors).toEqual(authors);
    expect(only?.reference.othersOmitted ?? false).toBe(others);
  },
);

test('decomposed letters come out composed, in titles and names', async () => {
  const [only] = await recordsIn(
    ris,
    'TY  - JOUR\nTI  - Bra\u030ak pa\u030a o\u0308n\nAU  - A\u030akesson, O\u0308rjan\nER  - \n',
  );
  expect(only?.reference).toMatchObject({
    title: 'Bråk på ön',
    authors: [{ family: 'Åkesson', given: 'Örjan' }],
  });
});

test('several DOIs: the first counts, the other is kept and pointed out', async () => {
  const [only] = await recordsIn(
    ris,
    'TY  - JOUR\nTI  - T\nDO  - 10.1000/a\nDO  - 10.1000/b\nER  - \n',
  );
  expect(only?.reference.doi).toBe('10.1000/a');
  expect(only?.unmapped).toContainEqual({ tag: 'DO', value: '10.1000/b' });
  expect(only?.notices).toMatchObject([{ code: 'SEVERAL_DOIS' }]);
});

test('LaTeX built to exhaust its reader is read as text', async () => {
  for (const part of ['\\"', '\\"{', '{', '$x$', '\\v']) {
    const [only] = await recordsIn(ris, `TY  - JOUR\nTI  - Start ${part.repeat(30_000)}\nER  - \n`);
    expect(only?.reference.title).toMatch(/^Start/);
  }
});

test('titles with HTML and LaTeX are shown as text; the raw text is as it came', async () => {
  const [only] = await recordsIn(
    ris,
    'TY  - JOUR\nTI  - Care <i>in vivo</i> &amp; CO<sub>2</sub> {\\aa}r\nER  - \n',
  );
  expect(only?.reference.title).toBe('Care in vivo & CO2 år');
  expect(only?.raw).toContain('<i>in vivo</i> &amp; CO<sub>2</sub>');
});

test('what people did with a reference leaves in RIS and comes back', async () => {
  const extras = {
    decisions: [
      { stage: 'full_text', decision: 'exclude', reason: 'Fel "land"\nigen', by: 'Anna' },
    ],
    notes: [{ text: 'Läs om: {a} \\ b' }],
    codes: [{ code: 'samverkan', codebook: 'Ramverk' }],
  };
  const written =
    ris.write?.([{ type: 'book', title: 'T', authors: [], notes: ['own'], extras }]) ?? '';
  const [only] = await recordsIn(ris, written);
  expect(only?.extras).toEqual(extras);
  expect(only?.reference.notes).toEqual(['own']);
  expect(only?.unmapped).toEqual([]);
  const [foreign] = await recordsIn(
    ris,
    'TY  - BOOK\nTI  - T\nU1  - underlag:decision {broken\nER  - \n',
  );
  expect(foreign?.extras).toBeUndefined();
  expect(foreign?.unmapped).toEqual([{ tag: 'U1', value: 'underlag:decision {broken' }]);
});

test('a record that nothing ends is given up in parts: no file is held whole, no line is lost', async () => {
  const lines = `${'x'.repeat(999)}\n`.repeat(128);
  const forms = [lines, lines.replaceAll('\n', ' ')];
  for (const part of forms) {
    async function* file() {
      yield 'TY  - JOUR\nTI  - Care\n';
      for (let index = 0; index < 300; index += 1) yield part;
      yield '\nTY  - JOUR\nTI  - At home\nER  - \n';
    }
    const pieces: Piece[] = [];
    for await (const piece of ris.read(file())) pieces.push(piece);
    expect(pieces.every(({ raw }) => raw.length < 20e6)).toBe(true);
    const kept = pieces.reduce((sum, { raw }) => sum + raw.replaceAll('\n', '').length, 0);
    expect(kept).toBeGreaterThan(300 * 128 * 990);
    expect(pieces.at(-1)).toMatchObject({ kind: 'reference', reference: { title: 'At home' } });
  }
}, 60_000);

test.each([
  ['TI  - [Vård i hemmet].', { title: '[Vård i hemmet].' }],
  [
    'TI  - Vård i hemmet [Care at home]\nTT  - Care at home',
    { title: 'Vård i hemmet [Care at home]', translatedTitle: 'Care at home' },
  ],
])('a translated title in brackets stays as the source writes it: %j', async (lines, titles) => {
  const [only] = await recordsIn(ris, `TY  - JOUR\n${lines}\nER  - \n`);
  expect(only?.reference).toMatchObject(titles);
});

test.each([
  ['none specified', 'SP  - No\nEP  - Specified', undefined],
  ['n/a', 'SP  - n/a\nEP  - n/a', undefined],
  ['a range', 'SP  - 123\nEP  - 8', '123-8'],
  ['an article number', 'SP  - e1234', 'e1234'],
  ['Roman numbers', 'SP  - xi\nEP  - xx', 'xi-xx'],
])(
  'pages are read as printed, and what says that there are none gives none: %s',
  async (_what, lines, pages) => {
    const [only] = await recordsIn(ris, `TY  - JOUR\nTI  - T\n${lines}\nER  - \n`);
    expect(only?.reference.pages).toBe(pages);
  },
);

test('a file of 500 MB is read as it comes, and every record is there', async () => {
  const abstract = 'Äldre i små kommuner planerar. '.repeat(2048);
  const record = `TY  - JOUR\nTI  - Care at home\nAB  - ${abstract}\nER  - \n\n`;
  const part = record.repeat(16);
  const parts = Math.ceil((500 * 1024 ** 2) / Buffer.byteLength(part));
  async function* file() {
    for (let index = 0; index < parts; index += 1) yield part;
  }
  let records = 0;
  for await (const piece of ris.read(file())) if (piece.kind === 'reference') records += 1;
  expect(records).toBe(parts * 16);
});

test('a comma behind ER, dashes made by a word processor and NULs cost no record', async () => {
  const [comma, dashes, nulls] = await recordsIn(
    ris,
    'TY  - JOUR\nTI  - One\nER  - ,\n\nTY – JOUR\nTI – Two\nER –\nTY  - JOUR\nTI  - Th\u0000ree\nER  - \n\u001a\n',
  );
  expect(comma).toMatchObject({ reference: { title: 'One' }, notices: [] });
  expect(dashes).toMatchObject({ reference: { title: 'Two' }, notices: [] });
  expect(nulls?.reference.title).toBe('Three');
  expect(nulls?.raw).toContain('Th\u0000ree');
  const bytes = Buffer.from(
    'TY  - JOUR\nTI  - Care\u0000 at home\nAB  - a\u0000b\nER  - \n'.repeat(3),
  );
  expect(await readBytes(bytes)).toHaveLength(3);
});

test('paragraphs of marked-up abstracts part words, runs of style do not', async () => {
  const [only] = await recordsIn(
    ris,
    'TY  - JOUR\nTI  - CO<sub>2</sub> in <i>small</i><br/>towns\nAB  - <h4>Background</h4><p>One.</p><jats:p>Two&lt;br&gt;three.</jats:p>\nER  - \n',
  );
  expect(only?.reference).toMatchObject({
    title: 'CO2 in small towns',
    abstract: 'Background\nOne.\nTwo three.',
  });
});
