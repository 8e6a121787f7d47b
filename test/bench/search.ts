/**
 * Measures how well the public's search finds: `npm run bench -- search FOLDER`. The folder holds sets `NAME.json` with
 * docs { id: { title, text } }, queries { id: text } and qrels { query: { doc: gain } }. Prints nDCG@10 (Järvelin and
 * Kekäläinen 2002: gain / log2(rank + 1)) of our index, any word, beside FTS5's own tokenizers in the same run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openSearchDatabase } from '../../server/db.ts';
import { termsFinder } from '../../server/evidence/entry-terms.ts';
import { entryScore, matchOf } from '../../server/evidence/match.ts';
import { prepareSearchDatabase } from '../../server/evidence/search-schema.ts';

const setShape = z.object({
  docs: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
  queries: z.record(z.string(), z.string()),
  qrels: z.record(z.string(), z.record(z.string(), z.number())),
});
type LabelledSet = z.infer<typeof setShape>;
type Find = (query: string) => string[];

const [folder = ''] = process.argv.slice(3);
if (folder === '') {
  process.stderr.write('Name the folder of the sets: npm run bench -- search FOLDER\n');
  process.exit(2);
}
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const set = setShape.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const scores = {
    underlag: meanGain(set, ours(set)),
    'FTS5 unicode61': meanGain(set, plain(set, 'unicode61')),
    'FTS5 porter': meanGain(set, plain(set, 'porter unicode61')),
  };
  const shown = Object.entries(scores).map(([name, score]) => `${name} ${score.toFixed(3)}`);
  process.stdout.write(
    `${file.replace('.json', '').padEnd(14)} nDCG@10  ${shown.join('   ')}   ours beside the better: ${(
      scores.underlag / Math.max(scores['FTS5 unicode61'], scores['FTS5 porter'])
    ).toFixed(2)}\n`,
  );
}

function ours({ docs }: LabelledSet): Find {
  const db = openSearchDatabase(':memory:');
  prepareSearchDatabase(db);
  const ids = Object.keys(docs);
  const insert = db.prepare(
    `insert into entry_text (rowid, title, body, synonyms, forms, compounds)
     values (@id, @title, @body, @synonyms, @forms, @compounds)`,
  );
  const inNoLanguage = (text: string) => [{ lang: '', text }];
  const texts = Object.values(docs).map(({ title, text }) => ({
    ...{ names: '', alsoFoundBy: [], facets: [] },
    ...{ title: inNoLanguage(title), body: inNoLanguage(text) },
  }));
  const termsOf = termsFinder(texts);
  for (const [at, entry] of texts.entries()) insert.run({ id: at + 1, ...termsOf(entry) });
  const find = db
    .prepare(
      `select rowid from entry_text where entry_text match ? order by ${entryScore} limit 10`,
    )
    .pluck();
  return (query) => {
    const expression = matchOf(query, 'any');
    return expression ? (find.all(expression) as number[]).map((row) => ids[row - 1] ?? '') : [];
  };
}

/** The query's words joined by OR, as they are. */
function plain({ docs }: LabelledSet, tokenizer: string): Find {
  const db = openSearchDatabase(':memory:');
  db.exec(`create virtual table text using fts5(title, body, tokenize="${tokenizer}")`);
  const ids = Object.keys(docs);
  const insert = db.prepare('insert into text (rowid, title, body) values (?, ?, ?)');
  for (const [at, id] of ids.entries()) insert.run(at + 1, docs[id]?.title, docs[id]?.text);
  const find = db
    .prepare('select rowid from text where text match ? order by bm25(text) limit 10')
    .pluck();
  return (query) => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    const expression = words.map((word) => `"${word}"`).join(' OR ');
    return (find.all(expression) as number[]).map((row) => ids[row - 1] ?? '');
  };
}

function meanGain({ queries, qrels }: LabelledSet, find: Find): number {
  const gains = Object.entries(queries).map(([id, query]) => {
    const judged = qrels[id] ?? {};
    const best = Object.values(judged).sort((one, other) => other - one);
    const most = discounted(best.slice(0, 10));
    return most === 0 ? 0 : discounted(find(query).map((doc) => judged[doc] ?? 0)) / most;
  });
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}
