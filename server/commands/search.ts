/** `search`: looks in what is published, as the page of results does. */
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import { answer } from '../evidence/answer.ts';
import { type Criteria, changed, entryKinds, everything, pageSize } from '../evidence/criteria.ts';
import { type EntryLine, entryLine } from '../evidence/entry-pages.ts';
import { rebuildReview, staleReviews } from '../evidence/index-job.ts';
import { searchJson } from '../evidence/page.ts';
import { sqliteStore } from '../evidence/sqlite-store.ts';
import { analyseQuery } from '../platform/analyser.ts';
import { commonSchema, defineCommand, type Output, storageFor } from './command.ts';

const Values = z.array(z.string().min(1)).default([]);
const schema = z.object({
  ...commonSchema,
  q: z.string().default(''),
  any: z.boolean().default(false),
  type: z.enum(entryKinds).optional(),
  kind: Values,
  review: Values,
  theme: Values,
  country: Values,
  code: Values,
  year: Values,
  page: z.coerce.number().int().min(1).default(1),
  lang: z.enum(locales).default('en'),
});

const several = (value: string, help: string) => ({
  kind: 'text' as const,
  value,
  many: true,
  help,
});

export const searchCommand = defineCommand({
  name: 'search',
  summary: 'search the published findings, publications and excerpts',
  options: {
    q: { kind: 'text', value: 'WORDS', help: 'what to look for; quotation marks keep a phrase' },
    any: { kind: 'flag', help: 'any of the words is enough' },
    type: { kind: 'text', value: 'TYPE', help: `one of ${entryKinds.join(', ')}` },
    kind: several('KIND', 'kind of finding, such as success_factor; or one of the types'),
    review: several('SLUG', 'only this review'),
    theme: several('CODEBOOK.CODE', 'only this theme'),
    country: several('CODE', 'only this country, ISO 3166-1: SE'),
    code: several('CODEBOOK.CODE', 'only this code'),
    year: several('YEAR', 'only this year'),
    page: { kind: 'text', value: 'NUMBER', help: `results come ${pageSize} to a page` },
    lang: { kind: 'text', value: 'LANGUAGE', help: `one of ${locales.join(', ')}` },
  },
  schema,
  async run(options, output) {
    const { db, searchDb } = storageFor(options);
    for (const reviewId of staleReviews(db, searchDb)) rebuildReview(db, searchDb, reviewId);
    const store = sqliteStore({ db, searchDb });
    const answered = await answer(store, criteriaOf(options));
    if (options.json) {
      output.json(searchJson(options.lang, answered));
      return 0;
    }
    const { criteria, found, isWidened } = answered;
    const parts = analyseQuery(criteria.q);
    if (isWidened)
      output.line('Nothing has all the words; these have at least one, the best first.');
    output.line(`${found.total} found, page ${found.page} of ${found.pages}`);
    for (const entry of found.entries) print(entryLine(options.lang, entry, parts), output);
    return 0;
  },
});

/** `--kind finding` is understood too: people do not tell types from kinds. */
function criteriaOf(options: z.infer<typeof schema>): Criteria {
  const { q, any, review, theme, code, year, page } = options;
  const type = options.type ?? entryKinds.find((kind) => options.kind.includes(kind)) ?? null;
  const kind = options.kind.filter((value) => !(entryKinds as readonly string[]).includes(value));
  const country = options.country.map((value) => value.toUpperCase());
  const values = { review, kind, theme, country, code, year };
  return changed(everything, { q, match: any ? 'any' : 'all', type, values, page });
}

function print(line: EntryLine, output: Output): void {
  const plain = (text: EntryLine['text']) =>
    (text?.segments ?? []).map((segment) => segment.text).join('');
  const title = line.type === 'excerpt' ? plain(line.text) : plain(line.title);
  const source = line.type === 'excerpt' ? `${plain(line.title)} ${line.detail}` : line.source;
  output.line([line.type, title, source, line.href].filter(Boolean).join('\t'));
}
