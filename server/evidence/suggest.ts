/** "Did you mean": for a word that no published text has, longer words that begin with it, or the nearest one. */
import type { SearchDb } from '../db.ts';
import { analyseQuery, type QueryPart } from '../platform/analyser.ts';

type Known = { word: string; count: number };

/** The words typed, with those that are found nowhere replaced; null when there is nothing better to offer. */
export function suggestion(searchDb: SearchDb, q: string, published: number[]): string | null {
  let better = q;
  for (const part of analyseQuery(q)) {
    if (part.isPrefix || /\s/.test(part.text) || isKnown(searchDb, part, published)) continue;
    const wanted = part.text.normalize('NFC').toLowerCase();
    const offered =
      longerWords(searchDb, wanted, published) ?? nearestWord(searchDb, wanted, published);
    if (offered) better = better.replace(part.text, offered);
  }
  return better === q ? null : better;
}

/** Asked of the index itself, since it knows the word's other forms too. */
function isKnown(searchDb: SearchDb, { sequences }: QueryPart, published: number[]): boolean {
  const expression = sequences.map((terms) => `"${terms.join(' ')}"`).join(' OR ');
  const found = searchDb
    .prepare(
      `select 1 from entry_text join entry on entry.id = entry_text.rowid
       where entry_text match ? and entry.review_id in (select value from json_each(?)) limit 1`,
    )
    .get(expression, JSON.stringify(published));
  return found !== undefined;
}

/** With a star behind it, when longer words begin so: the words of a compound need not stand in any text alone. */
function longerWords(searchDb: SearchDb, wanted: string, published: number[]): string | null {
  if (wanted.length < 4) return null;
  const known = searchDb
    .prepare(
      `select 1 from vocabulary
       where word > ? and word < ? and length(word) >= ?
         and review_id in (select value from json_each(?)) limit 1`,
    )
    .get(wanted, `${wanted}\u{10ffff}`, wanted.length + 4, JSON.stringify(published));
  return known === undefined ? null : `${wanted}*`;
}

function nearestWord(searchDb: SearchDb, wanted: string, published: number[]): string | null {
  const allowed = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  if (allowed === 0) return null;
  const candidates = searchDb
    .prepare(
      `select word, sum(count) as count from vocabulary
       where length(word) between ? and ? and review_id in (select value from json_each(?))
       group by word`,
    )
    .all(wanted.length - allowed, wanted.length + allowed, JSON.stringify(published)) as Known[];
  const near = candidates
    .map((known) => ({ ...known, distance: distanceBetween(wanted, known.word, allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((one, other) => one.distance - other.distance || other.count - one.count);
  return near[0]?.word ?? null;
}

/** How many letters must be changed, put in, taken out or swapped; more than `limit` is as good as any. */
export function distanceBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const change = (row[j - 1] ?? 0) + (isSame ? 0 : 1);
      let cost = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[other.length] ?? limit + 1;
}
