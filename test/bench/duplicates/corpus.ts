/** References made up for measuring time: as long and as alike as real ones, about one in eight a duplicate. */
import type { Row } from '../../../import/duplicates/rows.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = 'ka ve lo mi ra sto fri hel so ber gen ti no sam ver kan od li ar ste'.split(' ');

export function* corpus(size: number): Generator<Row> {
  const random = randomFrom(7);
  const below = (limit: number) => Math.floor(random() * limit);
  // Common words are common: the square root of a rank follows Zipf's law closely enough.
  const word = (kinds: number) => {
    let rank = Math.floor(kinds * random() * random());
    let text = '';
    do {
      text += syllables[rank % syllables.length];
      rank = Math.floor(rank / syllables.length);
    } while (rank > 0);
    return text;
  };
  const words = (count: number, kinds: number) =>
    Array.from({ length: count }, () => word(kinds)).join(' ');
  const recent: Row[] = [];
  for (let number = 0; number < size; number += 1) {
    const earlier = recent[below(recent.length)];
    if (earlier && random() < 0.125) {
      yield varied({ ...earlier, id: `r${number}` }, random);
      continue;
    }
    const row = original(`r${number}`, { below, words, word });
    recent[number < 5000 ? recent.length : below(5000)] = row;
    yield row;
  }
}

type Source = {
  below(limit: number): number;
  words(count: number, kinds: number): string;
  word(kinds: number): string;
};

function original(id: string, { below, words, word }: Source): Row {
  const year = 1980 + below(45);
  const first = 1 + below(2000);
  const journal = below(2000);
  const people = Array.from({ length: 1 + below(6) }, () => `${word(30_000)}son, ${word(300)}`);
  return {
    id,
    title: `${words(6 + below(8), 20_000)}: ${words(3 + below(4), 20_000)}`,
    authors: people,
    author: '',
    year: String(year),
    journal: `Journal of ${words(2, 60)} ${journal}`,
    volume: String(year - 1979 + (journal % 7)),
    number: String(1 + below(6)),
    pages: `${first}-${first + below(20)}`,
    doi: below(10) < 7 ? `10.${1000 + journal}/${id}` : '',
    abstract: below(10) < 8 ? words(150, 20_000) : '',
    isbn: '',
    accession: '',
    type: 'article',
  };
}

/** As another database would have it: initials, a cut title, no DOI, no issue, the first page only. */
function varied(row: Row, random: () => number): Row {
  const often = (share: number) => random() < share;
  return {
    ...row,
    title: often(0.1) ? row.title.replace(/:.*/, '') : row.title.toUpperCase(),
    authors: row.authors.map((name) => (often(0.6) ? name.replace(/, (.).*/, ', $1') : name)),
    doi: often(0.5) ? '' : row.doi,
    number: '',
    pages: often(0.3) ? row.pages.replace(/-.*/, '') : row.pages,
    abstract: often(0.5) ? '' : row.abstract,
  };
}
