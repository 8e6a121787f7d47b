/** RIS as databases really write it: nothing is lost, and no line is taken for what it is not. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ris } from '../import/formats/tagged/ris.ts';
import { readAll, recordsIn, referencesIn } from './import-helpers.ts';

const messy = readFileSync(new URL('./fixtures/references/messy.ris', import.meta.url), 'utf8');
const record = (...lines: string[]) =>
  ['TY  - JOUR', 'TI  - En titel', ...lines, 'ER  - ', ''].join('\n');

async function first(text: string) {
  const [found] = await recordsIn(ris, text);
  if (!found) throw new Error('No record was read');
  return found;
}

test('every record of a messy file is read, and what is left over is shown', async () => {
  const pieces = await readAll(ris, messy);
  expect(pieces.map(({ kind, lineFrom, lineTo }) => [kind, lineFrom, lineTo])).toEqual([
    ['aside', 1, 2],
    ['reference', 4, 20],
    ['reference', 22, 27],
    ['reference', 28, 34],
    ['reference', 36, 43],
  ]);
  const titles = (await referencesIn(ris, messy)).map(({ title }) => title);
  expect(titles).toEqual([
    'Samproduktion i äldreomsorgen: kommun och frivilliga',
    'Frivillige på Østlandet',
    'A record whose end is missing',
    'Avhuggen',
  ]);
});

test.each([
  [
    'text that looks like a tag, with one blank',
    'AB  - Pooled odds ratio\nOR - 1.2 (95% CI 0.9)',
    'Pooled odds ratio OR - 1.2 (95% CI 0.9)',
  ],
  [
    'a line that merely begins with ER',
    'AB  - first,\nER then second and\nthe last',
    'first, ER then second and the last',
  ],
  [
    'a line that begins with ER and a hyphen',
    'AB  - Visits to the\nER - where people wait - rose',
    'Visits to the ER - where people wait - rose',
  ],
  [
    'an unknown tag where a wrapped sentence goes on',
    'AB  - The estimate of the combined effect was expressed as the following\nHR  - 0.8 in all',
    'The estimate of the combined effect was expressed as the following HR - 0.8 in all',
  ],
  [
    'a TY that begins a sentence',
    'AB  - Some words\nTY  - the type of care given',
    'Some words TY - the type of care given',
  ],
  ['an empty line', 'AB  - Bakgrund.\n\nMetod.', 'Bakgrund.\nMetod.'],
  [
    'text that starts on the line below its tag',
    'AB  - \n      Bakgrund och\n      metod',
    'Bakgrund och metod',
  ],
])('an abstract keeps %s', async (_what, lines, abstract) => {
  const { reference, unmapped } = await first(record(lines, 'PY  - 2020'));
  expect(reference).toMatchObject({ abstract, year: 2020 });
  expect(unmapped).toEqual([]);
});

test.each([
  ['CR LF', '\r\n'],
  ['LF', '\n'],
  ['CR', '\r'],
])('%s ends a line, also on the border of two chunks', async (_name, end) => {
  const text = [
    'TY  - BOOK',
    'TI  - Boken',
    'ER  - ',
    '',
    'TY  - JOUR',
    'TI  - Artikeln',
    'ER  -',
    '',
  ].join(end);
  for (const size of [1, 2, 3, 1000]) {
    const pieces = await readAll(ris, text, { size });
    expect(pieces).toMatchObject([
      { kind: 'reference', lineFrom: 1, lineTo: 3, reference: { type: 'book', title: 'Boken' } },
      { kind: 'reference', lineFrom: 5, lineTo: 7, reference: { title: 'Artikeln' } },
    ]);
  }
});

test.each([
  ['one blank around the hyphen', 'TY - JOUR\nTI - Titel\nAU - Berg, Anna\nER -'],
  ['indented lines', '  TY  - JOUR\n  TI  - Titel\n  AU  - Berg, Anna\n  ER  - '],
  ['no blank after the hyphen', 'TY  -JOUR\nTI  -Titel\nAU  -Berg, Anna\nER  -'],
  ['a number before the record', '1.\nTY  - JOUR\nTI  - Titel\nAU  - Berg, Anna\nER  - '],
  ['a byte order mark', '\ufeffTY  - JOUR\nTI  - Titel\nAU  - Berg, Anna\nER  - '],
])('tags are read with %s', async (_what, text) => {
  const pieces = await readAll(ris, text);
  expect(pieces).toMatchObject([
    { kind: 'reference', lineFrom: 1, reference: { type: 'article-journal', title: 'Titel' } },
  ]);
  expect((await first(text)).reference.authors).toEqual([{ family: 'Berg', given: 'Anna' }]);
});

test('a record without its end is kept, with a notice, and so is the one after it', async () => {
  const [one, two] = await recordsIn(ris, 'TY  - JOUR\nTI  - Ett\nTY  - JOUR\nTI  - Två\nER  - ');
  expect(one).toMatchObject({
    reference: { title: 'Ett' },
    notices: [{ code: 'NO_END' }],
    lineTo: 2,
  });
  expect(two).toMatchObject({ reference: { title: 'Två' }, notices: [] });
});

test('a record without a type or a title is kept and says so', async () => {
  const { reference, notices } = await first('AU  - Berg, Anna\nPY  - 2019\nER  - ');
  expect(reference).toEqual({
    type: 'document',
    title: '',
    authors: [{ family: 'Berg', given: 'Anna' }],
    year: 2019,
  });
  expect(notices.map(({ code }) => code)).toEqual(['NO_TYPE', 'NO_TITLE']);
});

test('a remark after a record that never ended is kept apart from its last field', async () => {
  const [, , third] = await recordsIn(ris, messy);
  expect(third?.reference).toMatchObject({ year: 2018 });
  expect(third?.reference).not.toHaveProperty('date');
  expect(third?.unmapped).toEqual([{ tag: '', value: 'Exported by somebody on a rainy day.' }]);
});

test('text between records is shown as a rejected piece', async () => {
  const pieces = await readAll(ris, `${record()}\nA letter\nabout it\n\n${record()}`);
  expect(pieces).toMatchObject([
    { kind: 'reference' },
    {
      kind: 'rejected',
      lineFrom: 5,
      lineTo: 6,
      raw: 'A letter\nabout it',
      problem: { code: 'OUTSIDE_RECORD' },
    },
    { kind: 'reference' },
  ]);
});

test('what no field holds is kept as unmapped, in order', async () => {
  const { unmapped } = await first(
    record('AD  - Lund', 'XX  - något', 'C1  - en', 'C1  - två', 'M3  - Article'),
  );
  expect(unmapped).toEqual([
    { tag: 'AD', value: 'Lund' },
    { tag: 'XX', value: 'något' },
    { tag: 'C1', value: 'en' },
    { tag: 'C1', value: 'två' },
    { tag: 'M3', value: 'Article' },
  ]);
});

test('repeated tags all count: authors, keywords, notes, numbers, addresses', async () => {
  const { reference } = await first(
    record(
      'AU  - Berg, Anna',
      'A1  - Ek, Bo',
      'KW  - omsorg\nkommun\nvård',
      'KW  - a; b',
      'N1  - ett',
      'N1  - två',
      'SN  - 1463-4236; 1477-1128',
      'SN  - 978-91-44-12345-6',
      'UR  - https://a.se/x https://b.no/y',
    ),
  );
  expect(reference).toMatchObject({
    authors: [{ family: 'Berg' }, { family: 'Ek' }],
    keywords: ['omsorg', 'kommun', 'vård', 'a', 'b'],
    notes: ['ett', 'två'],
    issn: ['1463-4236', '1477-1128'],
    isbn: ['9789144123456'],
    urls: ['https://a.se/x', 'https://b.no/y'],
  });
});

test.each([
  ['DO  - https://doi.org/10.1017/S1463423620000341', '10.1017/s1463423620000341'],
  ['DO  - doi:10.1016/0140-6736(95)91234-5.', '10.1016/0140-6736(95)91234-5'],
  ['M3  - 10.1234/abc', '10.1234/abc'],
  ['UR  - http://dx.doi.org/10.1234/ABC', '10.1234/abc'],
  ['UR  - https://journals.example.org/doi/full/10.1177/107049?x=1', '10.1177/107049'],
  ['N1  - doi: 10.1234/abc', '10.1234/abc'],
])('the DOI is found in "%s"', async (line, doi) => {
  expect((await first(record(line))).reference.doi).toBe(doi);
});

test('of several DOIs the first counts, the others are kept and pointed out', async () => {
  const { reference, unmapped, notices } = await first(
    record('DO  - 10.1234/a; 10.1234/b', 'DO  - none'),
  );
  expect(reference.doi).toBe('10.1234/a');
  expect(unmapped).toEqual([
    { tag: 'DO', value: '10.1234/b' },
    { tag: 'DO', value: 'none' },
  ]);
  expect(notices.map(({ code }) => code)).toEqual(['SEVERAL_DOIS', 'INVALID_DOI']);
});

test('"et al." is no author but says that names are missing, and the reader is told', async () => {
  const { reference, unmapped, notices } = await first(record('AU  - Berg, Anna', 'AU  - et al.'));
  expect(reference.authors).toEqual([{ family: 'Berg', given: 'Anna' }]);
  expect(reference.othersOmitted).toBe(true);
  expect(unmapped).toEqual([]);
  expect(notices).toEqual([{ code: 'NAMES_LEFT_OUT', params: { tag: 'AU' } }]);
});

test('a name that ends in "m.fl." is the name and others; of editors it stays unmapped', async () => {
  const { reference, unmapped } = await first(
    record('AU  - Galjaard m.fl.', 'A2  - Ek, Bo et al.'),
  );
  expect(reference).toMatchObject({
    authors: [{ family: 'Galjaard' }],
    othersOmitted: true,
    editors: [{ family: 'Ek', given: 'Bo' }],
  });
  expect(unmapped).toEqual([{ tag: 'A2', value: 'Ek, Bo et al.' }]);
});

test.each([
  [['PY  - 2020///'], { year: 2020 }],
  [['Y1  - 2020/05/12/'], { year: 2020, date: '2020/05/12' }],
  [['PY  - 2020', 'DA  - 2020/05//Spring'], { year: 2020, date: '2020/05//Spring' }],
  [['PY  - in press'], { date: 'in press' }],
])('%j gives the date %j', async (lines, dates) => {
  const { reference } = await first(record(...lines));
  expect({
    ...(reference.year && { year: reference.year }),
    ...(reference.date && { date: reference.date }),
  }).toEqual(dates);
});

test.each([
  [['SP  - 123', 'EP  - 8'], '123-8'],
  [['SP  - 1--9'], '1-9'],
  [['SP  - e1234'], 'e1234'],
  [['SP  - 470-487', 'EP  - 487'], '470-487'],
  [['C7  - 104321'], '104321'],
])('%j gives the pages %s', async (lines, pages) => {
  expect((await first(record(...lines))).reference.pages).toBe(pages);
});

test('a book has a series where an article has a journal', async () => {
  const [book, article] = await referencesIn(
    ris,
    'TY  - BOOK\nTI  - Boken\nT2  - Serien\nA2  - Ek, Bo\nET  - 2\nER  - \nTY  - JOUR\nTI  - A\nJF  - Journal of Care\nJA  - J Care\nET  - 20200101\nER  - ',
  );
  expect(book).toMatchObject({
    series: 'Serien',
    editors: [{ family: 'Ek', given: 'Bo' }],
    edition: '2',
  });
  expect(article).toMatchObject({ container: 'Journal of Care' });
  expect(article).not.toHaveProperty('edition');
});

test('markup in titles is gone, and raw text keeps it', async () => {
  const found = await first('TY  - JOUR\nTI  - Care <i>in vivo</i> &amp; p &lt; 0.05\nER  - ');
  expect(found.reference.title).toBe('Care in vivo & p < 0.05');
  expect(found.raw).toContain('<i>in vivo</i> &amp; p');
});

test('a written file has one line a tag, ended by CR LF', () => {
  const written = ris.write?.([
    {
      id: 7,
      type: 'article-journal',
      title: 'Lång titel '.repeat(20).trim(),
      authors: [{ family: 'Berg', particle: 'van der', given: 'Anna' }],
      pages: '123-8',
      abstract: 'Ett\ntvå',
    },
  ]);
  const lines = written?.split('\r\n') ?? [];
  expect(lines[0]).toBe('TY  - JOUR');
  expect(lines).toContain('AU  - van der Berg, Anna');
  expect(lines).toContain('SP  - 123');
  expect(lines).toContain('EP  - 8');
  expect(lines).toContain('AB  - Ett två');
  expect(lines).toContain('ID  - 7');
  expect(lines.slice(-3)).toEqual(['ER  - ', '', '']);
  expect(lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
});
