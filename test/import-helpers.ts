/** Reading a text as a file would come in, and references of the shape a source can hold. */
import fc from 'fast-check';
import type { Format, ReadOptions } from '../import/formats/format.ts';
import { plainText } from '../import/normalize/text.ts';
import type { Name, Piece, Reference, ReferencePiece } from '../import/reference.ts';
import { referenceTypes } from '../import/reference.ts';

export async function* inChunks(text: string, size = 65_536): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

export async function readAll(
  format: Format,
  text: string,
  { size, ...options }: ReadOptions & { size?: number } = {},
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for await (const piece of format.read(inChunks(text, size), options)) pieces.push(piece);
  return pieces;
}

export async function recordsIn(format: Format, text: string, options: ReadOptions = {}) {
  const pieces = await readAll(format, text, options);
  return pieces.filter((piece): piece is ReferencePiece => piece.kind === 'reference');
}

export async function referencesIn(format: Format, text: string, options: ReadOptions = {}) {
  return (await recordsIn(format, text, options)).map(({ reference }) => reference);
}

/** Line numbers that hold text but belong to no piece. */
export function linesLost(text: string, pieces: readonly Piece[]): number[] {
  const covered = new Set<number>();
  for (const { lineFrom, lineTo } of pieces) {
    for (let line = lineFrom; line <= lineTo; line += 1) covered.add(line);
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  return lines.flatMap((line, index) =>
    line.trim() === '' || covered.has(index + 1) ? [] : [index + 1],
  );
}

const words = fc.stringMatching(/^[a-zåäöæøéüßA-ZÅØ0-9&%$#_~^{}'"\-–,.:()[\]<>=+@`!?*/\\]{1,9}$/u);
/**
 * Text that is its own plain form: sources hold other text too, but it does not come back as it
 * was.
 */
export const text = fc
  .array(words, { minLength: 1, maxLength: 8 })
  .map((list) => plainText(list.join(' ')))
  .filter((line) => line !== '' && line === plainText(line) && /\p{L}{2}/u.test(line));

const word = fc.constantFrom(
  'Andfossen',
  'Åkesson',
  'Østergård',
  'Bai',
  'Lindström',
  'García',
  'Ek-Mo',
);
const given = fc.constantFrom('Nina B.', 'Åsa', 'J. K.', 'Øyvind', 'Anne-Marie');
const name: fc.Arbitrary<Name> = fc.oneof(
  fc.record(
    {
      family: word,
      given,
      particle: fc.constantFrom('van der', 'af', 'von', "d'"),
      suffix: fc.constantFrom('Jr.', 'III'),
    },
    { requiredKeys: ['family', 'given'] },
  ),
  fc.record({ family: word }),
  fc
    .constantFrom('World Health Organization', 'Socialstyrelsen', 'Oslo kommune', 'Ideas and Data')
    .map((literal) => ({ literal })),
);

/** Texts that may have more than one paragraph. */
const paragraphs = fc.array(text, { minLength: 1, maxLength: 3 }).map((list) => list.join('\n'));

const listed = text.filter((value) => !/[;|,]/.test(value));
const year = fc.integer({ min: 1890, max: 2030 });
const optional = {
  othersOmitted: fc.constant<true>(true),
  translatedTitle: text,
  editors: fc.array(name, { minLength: 1, maxLength: 2 }),
  year,
  container: text,
  volume: fc.constantFrom<string>('12', 'A3', '12 suppl'),
  issue: fc.constantFrom('3', '1-2'),
  pages: fc.constantFrom('123-8', 'e1234', '17', '1-9', 'xi-xx'),
  edition: fc.constantFrom('2', '3rd'),
  series: text,
  publisher: text,
  place: fc.constantFrom('Lund', 'Tromsø'),
  doi: fc.constantFrom('10.1017/s1463423620000341', '10.1016/0140-6736(95)91234-5'),
  isbn: fc.constant<string[]>(['9789144123456', '012345678X']),
  issn: fc.constant<string[]>(['1463-4236', '1477-112X']),
  urls: fc.uniqueArray(
    fc.constantFrom('https://example.org/a_b?c=%20d&e=1', 'http://example.se/~x#y'),
    {
      minLength: 1,
    },
  ),
  abstract: paragraphs.filter((value) => value !== 'NA'),
  keywords: fc.uniqueArray(listed, { minLength: 1, maxLength: 3 }),
  language: fc.constantFrom('en', 'sv', 'Norwegian'),
  notes: fc.uniqueArray(paragraphs, { minLength: 1, maxLength: 4 }),
  accession: fc.constantFrom('WOS:000305846100006', '2-s2.0-4544289390'),
  database: fc.constantFrom('Scopus', 'PsycINFO'),
};

/** References that every format we write can hold. */
export const reference: fc.Arbitrary<Reference> = fc
  .record(
    {
      type: fc.constantFrom(...referenceTypes),
      title: fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: fc.constant('') }),
      authors: fc.array(name, { maxLength: 4 }),
      ...optional,
      dated: fc.boolean(),
    },
    { requiredKeys: ['type', 'title', 'authors'] },
  )
  .map(({ dated, ...made }) => {
    const date = dated && made.year !== undefined ? { date: `${made.year}-05-12` } : {};
    return { ...made, ...date } satisfies Reference;
  });
