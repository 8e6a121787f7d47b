/**
 * The facts of many references, kept as bytes outside the heap: of a million records few are compared again, and what
 * the collector does not see costs it nothing.
 */
import type { Facts } from './facts.ts';
import type { TitleFacts } from './titles.ts';

export type FactStore = {
  /** Under the next number, from 0 on; without facts the number stays empty. */
  add(facts?: Facts): void;
  /** Undefined where nothing was put. */
  at(index: number): Facts | undefined;
};

const chunkBytes = 1 << 22;

export function createFactStore(): FactStore {
  const chunks: Buffer[] = [];
  let free = 0;
  let count = 0;
  /** Chunk, first byte and length of each. */
  let places = new Uint32Array(3 << 10);
  return {
    add(facts) {
      if (3 * count === places.length) places = longer(places);
      count += 1;
      if (!facts) return;
      const text = JSON.stringify(packed(facts));
      const length = Buffer.byteLength(text);
      if (chunks.length === 0 || free + length > (chunks.at(-1)?.length ?? 0)) {
        chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, length)));
        free = 0;
      }
      chunks.at(-1)?.write(text, free);
      places.set([chunks.length - 1, free, length], 3 * (count - 1));
      free += length;
    },
    at(index) {
      const [chunk = 0, first = 0, length = 0] = places.subarray(3 * index, 3 * index + 3);
      if (length === 0) return undefined;
      return unpacked(JSON.parse(chunks[chunk]?.toString('utf8', first, first + length) ?? ''));
    },
  };
}

function longer(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const numbers = new Uint32Array(2 * old.length);
  numbers.set(old);
  return numbers;
}

type Packed = ReturnType<typeof packed>;
type PackedTitle = ReturnType<typeof packedTitle>;

/** Without names of fields, and without what follows from the rest; 0 where nothing is known. */
function packed(facts: Facts) {
  return [
    facts.authors.map((words) => words.join(' ')),
    facts.families.map((family, index) => (family === facts.authors[index]?.[0] ? 0 : family)),
    facts.type,
    facts.doi ?? 0,
    facts.titles.map(packedTitle),
    facts.notice ?? 0,
    facts.year ?? null,
    facts.container,
    facts.series,
    facts.issn,
    facts.isbn,
    facts.volume,
    facts.issue,
    facts.pages ?? 0,
    facts.sheet,
    facts.abstract,
    facts.accession,
    facts.edition,
  ] as const;
}

function packedTitle({ strict, wide, head, spaced, numbers, ...is }: TitleFacts) {
  const { generic, isPart, isNotice } = is;
  const flags = (generic ? 4 : 0) + (isPart ? 2 : 0) + (isNotice ? 1 : 0);
  const length = wide.startsWith(head) ? head.length : head;
  return [spaced, strict === wide ? 0 : strict, length, numbers, flags] as const;
}

function unpacked(from: Packed): Facts {
  const [authors, families, type, doi, titles, notice, year, container, series, ...rest] = from;
  const [issn, isbn, volume, issue, pages, sheet, abstract, accession, edition] = rest;
  const words = authors.map((author) => author.split(' '));
  return {
    authors: words,
    families: families.map((family, index) => (family === 0 ? (words[index]?.[0] ?? '') : family)),
    type,
    doi: doi === 0 ? undefined : doi,
    titles: titles.map(unpackedTitle),
    notice: notice === 0 ? undefined : notice,
    year: year ?? undefined,
    container,
    series,
    issn,
    isbn,
    volume,
    issue,
    pages: pages === 0 ? undefined : pages,
    sheet,
    abstract,
    accession,
    edition,
  };
}

function unpackedTitle([spaced, strict, head, numbers, flags]: PackedTitle): TitleFacts {
  const wide = spaced.replaceAll(' ', '');
  return {
    strict: strict === 0 ? wide : strict,
    wide,
    head: typeof head === 'number' ? wide.slice(0, head) : head,
    spaced,
    numbers,
    generic: (flags & 4) > 0,
    isPart: (flags & 2) > 0,
    isNotice: (flags & 1) > 0,
  };
}
