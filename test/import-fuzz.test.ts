/** A deterministic fuzzer: files of every format cut, spliced, flipped and repeated. Nothing throws, hangs or is lost. */
import { describe, expect, test } from 'vitest';
import { detectFormat, formatById, formats } from '../import/formats/formats.ts';
import { samples } from './dialect-samples.ts';
import { linesLost, readAll } from './import-helpers.ts';

/** The same numbers on every machine: a fault found once is found again. */
function randomFrom(seed: number) {
  let state = seed >>> 0;
  return (max: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * Math.max(1, max));
  };
}
type Below = ReturnType<typeof randomFrom>;

const texts = Object.values(samples);
const odd = [
  '\u0000',
  '\ufffd',
  '\u2028',
  '<',
  '>',
  '{',
  '}',
  '"',
  '\\',
  '\r',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '%',
  '@',
  '-',
  ':',
  ';',
  '&#x0;',
  '&bomb;',
  'ER  - ',
  'TY  - ',
  '</record>',
  '<mods>',
  '[',
  ']',
  'å',
  '\u030a',
  '\ud800',
];

/** One change to a text; a stretch is at most a few hundred characters. */
const mutations: ((text: string, below: Below) => string)[] = [
  (text, below) => text.slice(0, below(text.length)),
  (text, below) => text.slice(below(text.length)),
  (text, below) => {
    const at = below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + below(80));
  },
  (text, below) => {
    const at = below(text.length);
    const piece = text.slice(at, at + 1 + below(200));
    return text.slice(0, at) + piece.repeat(1 + below(4)) + text.slice(at);
  },
  (text, below) => {
    const at = below(text.length);
    return (
      text.slice(0, at) +
      String.fromCharCode(text.charCodeAt(at) ^ (1 << below(7))) +
      text.slice(at + 1)
    );
  },
  (text, below) => {
    const at = below(text.length);
    return text.slice(0, at) + (odd[below(odd.length)] ?? '') + text.slice(at);
  },
  (text, below) => {
    const other = texts[below(texts.length)] ?? '';
    const from = below(other.length);
    const at = below(text.length);
    return text.slice(0, at) + other.slice(from, from + below(300)) + text.slice(at);
  },
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => text.replaceAll('\n', ' '),
];

const rounds = 120;

describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  test('survives what can happen to a file', async () => {
    const below = randomFrom(id.length * 7919 + id.charCodeAt(0));
    for (let round = 0; round < rounds; round += 1) {
      let text = samples[id] ?? '';
      for (let count = 0; count <= below(4); count += 1)
        text = mutations[below(mutations.length)]?.(text, below) ?? text;
      const pieces = await readAll(format, text, { size: 1 + below(400) });
      expect(pieces.length, text).toBeGreaterThan(0);
      expect(linesLost(text, pieces), JSON.stringify(text)).toEqual([]);
      for (const piece of pieces) {
        expect(piece.lineFrom).toBeLessThanOrEqual(piece.lineTo);
        if (piece.kind === 'reference' && piece.reference.title === '')
          expect(piece.notices.map(({ code }) => code)).toContain('NO_TITLE');
      }
      expect(() => detectFormat(text)).not.toThrow();
    }
  });

  test('reads any other format without throwing or losing a line', async () => {
    for (const text of texts) {
      const pieces = await readAll(format, text);
      expect(linesLost(text, pieces)).toEqual([]);
    }
  });

  test('no text takes long, however it is built to', async () => {
    const hostile = [
      '{',
      '[',
      '<',
      '"',
      'TY  - ',
      '<a>',
      '%0 ',
      'PMID- 1\n',
      '@a{',
      'a.',
      ' \n',
      '((',
      '10.1000/(',
      'A, ',
      '<!--',
      '\\"',
      '<record>',
    ];
    for (const part of hostile) {
      const begun = performance.now();
      await readAll(format, (samples[id] ?? '') + part.repeat(20_000));
      expect(performance.now() - begun, part).toBeLessThan(15_000);
    }
    // A word far from the next: what looks for the end of a label must not go back and forth.
    const begun = performance.now();
    await readAll(format, `${samples[id] ?? ''}\nSo${' '.repeat(20_000)}x\n`);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});

test('the words for a format are found by its id', () => {
  for (const { id, label } of formats) expect(formatById(id)?.label).toBe(label);
});
