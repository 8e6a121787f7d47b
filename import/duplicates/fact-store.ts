/**
 * The facts of many references, kept as bytes outside the heap: of a million records few are compared again, and what
 * the collector does not see costs it nothing.
 */
import type { BriefFacts, Facts } from './facts.ts';
import type { TitleFacts } from './titles.ts';

export type FactStore = {
  /** Under the next number, from 0 on; without facts the number stays empty. */
  add(facts?: Facts): void;
  /** Undefined where nothing was put. */
  at(index: number): Facts | undefined;
};

export function createFactStore(): FactStore {
  const texts = createTextStore();
  const briefs = createTextStore();
  let count = 0;
  return {
    add(facts) {
      if (facts) {
        const { brief, rest } = packFacts(facts);
        briefs.put(count, brief);
        texts.put(count, rest);
      }
      count += 1;
    },
    at(index) {
      const [brief, rest] = [briefs.at(index), texts.at(index)];
      return brief && rest ? unpackFacts({ brief, rest }) : undefined;
    },
  };
}

export type TextStore = {
  put(index: number, text: string): void;
  /** Undefined where nothing was put, or long ago. */
  at(index: number): string | undefined;
};

const chunkBytes = 1 << 22;
const stretchLength = 1024;

/** @param bytesMax of more than this, what was put in first is forgotten. */
export function createTextStore(bytesMax = Number.POSITIVE_INFINITY): TextStore {
  const chunks: (Buffer | undefined)[] = [];
  let free = 0;
  /** Chunk, first byte and length of each, by stretches of numbers: those of one review may begin far up. */
  const places = new Map<number, Uint32Array>();
  const addChunk = (length: number) => {
    chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, length)));
    free = 0;
    const oldest = chunks.length - 1 - Math.floor(bytesMax / chunkBytes);
    if (oldest >= 0) chunks[oldest] = undefined;
  };
  return {
    put(index, text) {
      const stretch = Math.floor(index / stretchLength);
      const own = places.get(stretch) ?? new Uint32Array(3 * stretchLength);
      places.set(stretch, own);
      const length = Buffer.byteLength(text);
      if (free + length > (chunks.at(-1)?.length ?? 0)) addChunk(length);
      chunks.at(-1)?.write(text, free);
      own.set([chunks.length - 1, free, length], 3 * (index % stretchLength));
      free += length;
    },
    at(index) {
      const own = places.get(Math.floor(index / stretchLength));
      const at = 3 * (index % stretchLength);
      const [chunk = 0, first = 0, length = 0] = own?.subarray(at, at + 3) ?? [];
      return length === 0 ? undefined : chunks[chunk]?.toString('utf8', first, first + length);
    },
  };
}

/** Facts as texts, for keeping them or handing them on: what is looked at first, and what seldom is. */
export type PackedFacts = { brief: string; rest: string };

export const packFacts = (facts: Facts): PackedFacts => ({
  brief: JSON.stringify(packedBrief(facts)),
  rest: JSON.stringify(packedRest(facts)),
});
export const unpackBrief = (brief: string): BriefFacts =>
  unpackedBrief(JSON.parse(brief) as PackedBrief);
export const unpackFacts = ({ brief, rest }: PackedFacts): Facts =>
  unpacked(unpackBrief(brief), JSON.parse(rest) as PackedRest);

type PackedBrief = ReturnType<typeof packedBrief>;
type PackedRest = ReturnType<typeof packedRest>;
type PackedTitle = ReturnType<typeof packedTitle>;

/** Without names of fields, and without what follows from the rest; 0 where nothing is known. */
function packedBrief({ titles, doi, year, pages, volume, isbn, accession }: BriefFacts) {
  const known = [doi ?? 0, year ?? null, pages ?? 0, volume, isbn, accession] as const;
  return [titles.map(packedTitle), ...known] as const;
}

function packedRest(facts: Facts) {
  return [
    facts.authors.map((words) => words.join(' ')),
    facts.families.map((family, index) => (family === facts.authors[index]?.[0] ? 0 : family)),
    facts.type,
    facts.notice ?? 0,
    facts.container,
    facts.series,
    facts.issn,
    facts.issue,
    facts.sheet,
    facts.abstract,
    facts.edition,
  ] as const;
}

function packedTitle({ strict, wide, head, spaced, numbers, ...is }: TitleFacts) {
  const { generic, isPart, isNotice } = is;
  const flags = (generic ? 4 : 0) + (isPart ? 2 : 0) + (isNotice ? 1 : 0);
  const length = wide.startsWith(head) ? head.length : head;
  return [spaced, strict === wide ? 0 : strict, length, numbers, flags] as const;
}

function unpackedBrief(from: PackedBrief): BriefFacts {
  const [titles, doi, year, pages, volume, isbn, accession] = from;
  return {
    titles: titles.map(unpackedTitle),
    doi: doi === 0 ? undefined : doi,
    year: year ?? undefined,
    pages: pages === 0 ? undefined : pages,
    volume,
    isbn,
    accession,
  };
}

function unpacked(brief: BriefFacts, from: PackedRest): Facts {
  const [authors, families, type, notice, container, ...rest] = from;
  const [series, issn, issue, sheet, abstract, edition] = rest;
  const words = authors.map((author) => author.split(' '));
  return {
    authors: words,
    families: families.map((family, index) => (family === 0 ? (words[index]?.[0] ?? '') : family)),
    type,
    doi: brief.doi,
    titles: brief.titles,
    notice: notice === 0 ? undefined : notice,
    year: brief.year,
    container,
    series,
    issn,
    isbn: brief.isbn,
    volume: brief.volume,
    issue,
    pages: brief.pages,
    sheet,
    abstract,
    accession: brief.accession,
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
