/** Bytes to letters: every encoding that files here are really in, in chunks of any size. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../import/decode.ts';

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decoded(bytes: Uint8Array, size = 65_536, encoding?: string) {
  const { text, encoding: found } = await decode(
    inChunks(bytes, size),
    encoding ? { encoding } : {},
  );
  let whole = '';
  for await (const part of text) whole += part;
  return { encoding: found, text: whole };
}

const samples = [
  'TY  - JOUR\nTI  - Samproduktion i äldreomsorgen på Åland\nAU  - Sjöström, Örjan\nER  - \n',
  'TY  - JOUR\nTI  - Frivillige på Østlandet og i Tromsø\nAU  - Bjørnæs, Åse\nER  - \n',
  'TY  - JOUR\nTI  - L’évaluation “à domicile” – santé\nAU  - Müller, Jürgen\nER  - \n',
  'TY  - JOUR\nTI  - Die Größe der Bevölkerung über Jahre\nAU  - Weiß, Käthe\nER  - \n',
  'TY  - JOUR\nTI  - La atención en el niño: ¿qué sabemos?\nAU  - García, José\nER  - \n',
];

describe.each([
  ['utf-8', false],
  ['utf-8', true],
  ['utf-16le', true],
  ['utf-16be', true],
  ['utf-16le', false],
  ['utf-16be', false],
  ['windows-1252', false],
  ['macintosh', false],
  ['cp850', false],
])('%s, with a byte order mark: %s', (encoding, addBOM) => {
  test.each(samples)('%j is read as it was written', async (sample) => {
    if (encoding === 'cp850' && /[’“–]/.test(sample)) return; // has no such characters
    const bytes = iconv.encode(sample, encoding, { addBOM });
    for (const size of [1, 3, 65_536]) {
      expect(await decoded(bytes, size)).toEqual({ encoding, text: sample });
    }
  });
});

test('bytes 0x80 to 0x9f of Windows-1252 are quotation marks and the euro', async () => {
  const bytes = Buffer.from([0x50, 0x65, 0x72, 0x92, 0x73, 0x20, 0x80, 0x35, 0x20, 0xe5, 0x72]);
  expect((await decoded(bytes)).text).toBe('Per’s €5 år');
});

test('a file glued together from two encodings keeps its letters', async () => {
  const utf8 = Buffer.from('Åsa Öberg på Åland ställde frågan om äldreomsorgen\n'.repeat(3));
  const bytes = Buffer.concat([utf8, iconv.encode('Bjørn på Ås', 'windows-1252')]);
  expect(await decoded(bytes, 5)).toEqual({
    encoding: 'utf-8',
    text: `${utf8.toString()}Bjørn på Ås`,
  });
});

test('letters that come late in a large file are still read', async () => {
  const bytes = Buffer.concat([
    Buffer.alloc(300_000, 'a\n'),
    iconv.encode('på Åland', 'windows-1252'),
  ]);
  expect((await decoded(bytes)).text.endsWith('på Åland')).toBe(true);
});

test('a person may say what the encoding is, and a name that is none is refused', async () => {
  const bytes = iconv.encode('Łódź', 'windows-1250');
  expect(await decoded(bytes, 1, 'windows-1250')).toEqual({
    encoding: 'windows-1250',
    text: 'Łódź',
  });
  await expect(decoded(bytes, 1, 'klingon')).rejects.toThrow(RangeError);
});

test('no bytes make it throw, and chunks make no difference', async () => {
  const holds = fc.asyncProperty(
    fc.uint8Array({ maxLength: 300 }),
    fc.integer({ min: 1, max: 9 }),
    async (bytes, size) => {
      expect(await decoded(bytes, size)).toEqual(await decoded(bytes));
    },
  );
  await fc.assert(holds, { numRuns: 300 });
});

test('UTF-8 text comes back whole from chunks of any size', async () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .filter((value) => !value.includes('\0') && !value.includes('\ufeff'));
  const holds = fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (value, size) => {
    expect((await decoded(Buffer.from(value), size)).text).toBe(value);
  });
  await fc.assert(holds);
});

test('an empty file is empty text', async () => {
  expect(await decoded(new Uint8Array())).toEqual({ encoding: 'utf-8', text: '' });
});

const record = (title: string, author: string, abstract: string) =>
  `TY  - JOUR\nAU  - ${author}\nTI  - ${title}\nPY  - 2019\nAB  - ${abstract}\nER  - \n`;

test.each([
  [
    'gb18030',
    record('小城镇居家养老服务研究', '张三', '目的:研究小城镇的养老服务。结果:服务不足。'),
  ],
  ['big5', record('臺灣小鎮居家養老服務研究', '張三', '目的:研究小城鎮的養老服務。')],
  ['shift_jis', record('地域における高齢者の在宅ケア', '山田太郎', '目的：本研究は、地域における')],
  ['euc-jp', record('地域における高齢者の在宅ケア', '山田太郎', '目的：本研究は、地域における')],
  ['euc-kr', record('농촌 지역 노인의 재가 돌봄', '김철수', '본 연구는 농촌 지역 노인의')],
  [
    'windows-1251',
    record('Уход за пожилыми людьми', 'Иванов, Иван', 'Цель: изучить уход на дому.'),
  ],
  ['koi8-r', record('Уход за пожилыми людьми', 'Иванов, Иван', 'Цель: изучить уход на дому.')],
  ['windows-1251', record('Догляд за літніми людьми вдома', 'Азьмук, Н. А.', 'Мета статті')],
  ['iso-8859-7', record('Η φροντίδα των ηλικιωμένων', 'Παπαδόπουλος, Γ.', 'Σκοπός ήταν')],
  ['windows-1250', record('Opieka w małych miejscowościach', 'Wiśniewski, Łukasz', 'żyć źle')],
  ['windows-1254', record('Yaşlıların evde bakımı', 'Yılmaz, Ayşe', 'Amaç: bakımını incelemek')],
])('text in another script is read in its own encoding: %s', async (encoding, text) => {
  expect((await decoded(iconv.encode(text, encoding))).text).toBe(text);
});

test.each([
  ['Care at home in Malmö', 'Berg, Anna'],
  ['Omsorg i Göteborg och Malmö', 'Öberg, Björn'],
  ['Umönnun aldraðra heima í litlum þorpum', 'Þórðardóttir, Guðrún'],
  ['Røkt av eldri fólki heima í bygdunum', 'Sørensen, Jógvan'],
  ['Ikäihmisten kotihoito pienissä kunnissa', 'Hämäläinen, Pekka'],
  ['Ældre mennesker på små øer', 'Kjær, Søren'],
])('Nordic text in a single byte a letter stays Western: %s', async (title, author) => {
  const text = record(title, author, 'Care.');
  for (const encoding of ['windows-1252', 'macintosh'].slice(0, /[ðþÞ]/.test(text) ? 1 : 2))
    expect((await decoded(iconv.encode(text, encoding))).text).toBe(text);
});

/** A record of MARC 21 as a library system without Unicode wrote it: accents before their letters, in bytes. */
function marc8Record(title: string, kind = ' '): Buffer {
  const data = Buffer.from(`10\u001fa${title}\u001e`, 'latin1');
  const directory = `245${String(data.length).padStart(4, '0')}00000\u001e`;
  const base = 24 + directory.length;
  const length = String(base + data.length + 1).padStart(5, '0');
  const leader = `${length}nam ${kind}22${String(base).padStart(5, '0')} a 4500`;
  return Buffer.concat([Buffer.from(leader + directory), data, Buffer.from('\u001d')]);
}

test('MARC-8 is known by its leader and its accents, and read to the letter', async () => {
  const bytes = marc8Record(
    '\u00eaAldre och s\u00e8orjande p\u00eaa \u00e8on, \u00b2re og \u00b5re, caf\u00e2e, \u00c7',
  );
  for (const size of [1, 65_536]) {
    const { encoding, text } = await decoded(bytes, size);
    expect(encoding).toBe('marc-8');
    expect(text.normalize('NFC')).toContain('Åldre och sörjande på ön, øre og ære, café, ß');
  }
});

test('a catalogue that wrote Latin-1 under the same leader is not taken for MARC-8', async () => {
  const { encoding, text } = await decoded(marc8Record('Äldre på ön: både här och där'));
  expect(encoding).toBe('windows-1252');
  expect(text).toContain('Äldre på ön: både här och där');
});
