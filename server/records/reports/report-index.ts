/**
 * The index of a team's own reports in `search.db`. It follows the list `report_to_index`, which triggers write: a lost
 * index fills itself. Texts go into it as they are written, read out of `review.db` by SQLite itself; what forms their
 * words have is known beside it (see report-words.ts), so that no word of a text is looked at twice.
 */
import { setImmediate } from 'node:timers/promises';
import { printName } from '../../../import/normalize/names.ts';
import type { Name } from '../../../import/reference.ts';
import { type Db, driverOf, type SearchDb, statement } from '../../db.ts';
import { joinedCompounds } from '../../platform/analyser.ts';
import { letOthersWrite } from '../../platform/jobs/turns.ts';
import { guessedLanguage, saidLanguage } from '../../platform/text-language.ts';
import { knowWords } from './report-words.ts';

export type Databases = { db: Db; searchDb: SearchDb };

/** Reports at once, while a person waits for what is found; and where nobody does. */
const fewReports = 200;
const manyReports = 10_000;

/** Indexes all that has to be, batch after batch, for whoever does nothing else meanwhile. */
export async function indexReports(databases: Databases): Promise<void> {
  while (indexSome(databases, manyReports) === manyReports) {
    letOthersWrite();
    await setImmediate();
  }
  const due = databases.searchDb.prepare('select 1 from report_text_begun where words_due').get();
  if (due) knowWords(databases.searchDb, 'main', 'report_text');
}

/**
 * What has just been changed is found as it is now. While an import is being indexed, what that has come to is: nobody
 * waits for it.
 */
export function indexNews(databases: Databases): void {
  const { searchDb } = databases;
  const patience = searchDb.pragma('busy_timeout', { simple: true });
  searchDb.pragma('busy_timeout = 0');
  try {
    indexSome(databases, fewReports);
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
  } finally {
    searchDb.pragma(`busy_timeout = ${patience}`);
  }
}

/** Puts every report of a review on the list, for who has stored them past the triggers. */
export function reindexReports(db: Db, reviewId: number): void {
  statement(
    db,
    'insert into report_to_index (report_id) select id from report where review_id = ?',
  ).run(reviewId);
}

/** @returns how many changes it has taken from the list. */
function indexSome({ db, searchDb }: Databases, atMost: number): number {
  begin({ db, searchDb });
  const rows = statement(
    db,
    'select id, report_id as reportId from report_to_index order by id limit ?',
  ).all(atMost) as { id: number; reportId: number }[];
  const last = rows.at(-1);
  if (!last) return 0;
  const ids = JSON.stringify([...new Set(rows.map((row) => row.reportId))]);
  if (atMost > fewReports) indexMany({ db, searchDb }, ids);
  else indexFew({ db, searchDb }, ids);
  // Only now: what is indexed twice is the same, what is never indexed is lost.
  statement(db, 'delete from report_to_index where id <= ?').run(last.id);
  return rows.length;
}

/** A new index knows of nothing: every report goes on the list once. */
function begin({ db, searchDb }: Databases): void {
  if (searchDb.prepare('select 1 from report_text_begun').get()) return;
  const unlisted = 'id not in (select report_id from report_to_index)';
  statement(
    db,
    `insert into report_to_index (report_id) select id from report where ${unlisted}`,
  ).run();
  searchDb.prepare("insert into report_text_begun (at) values (datetime('now'))").run();
}

/** Their words are made known when all of them are there. */
function indexMany({ db, searchDb }: Databases, ids: string): void {
  const driver = driverOf(db);
  const write = (source: string) => {
    replaceTexts(searchDb, 'main.report_text', source, ids);
    searchDb.prepare('update report_text_begun set words_due = 1').run();
  };
  if (driver.memory) {
    copyReports({ db, searchDb }, ids);
    searchDb.transaction(write)('temp.report_copy');
    return;
  }
  searchDb.prepare('attach database ? as review').run(driver.name);
  try {
    // Not begun as immediate: that would lock both files. The first statement writes, and locks what it writes.
    searchDb.transaction(write).deferred('review.report');
  } finally {
    searchDb.exec('detach database review');
  }
}

/** Their words are read from a small index of their own. */
function indexFew({ db, searchDb }: Databases, ids: string): void {
  copyReports({ db, searchDb }, ids);
  searchDb.exec(`create virtual table if not exists temp.report_news ${reportText}`);
  const write = searchDb.transaction(() => {
    replaceTexts(searchDb, 'main.report_text', 'temp.report_copy', ids);
    searchDb.exec("insert into temp.report_news (report_news) values ('delete-all')");
    replaceTexts(searchDb, 'temp.report_news', 'temp.report_copy', ids);
    knowWords(searchDb, 'temp', 'report_news');
  });
  write.immediate();
}

function copyReports({ db, searchDb }: Databases, ids: string): void {
  searchDb.exec('create temp table if not exists report_copy (id integer primary key, reference)');
  searchDb.exec('delete from temp.report_copy');
  const insert = searchDb.prepare('insert into temp.report_copy values (?, ?)');
  const rows = statement(
    db,
    'select id, reference from report where id in (select value from json_each(?))',
  ).all(ids) as { id: number; reference: string }[];
  const copy = searchDb.transaction(() => {
    for (const row of rows) insert.run(row.id, row.reference);
  });
  copy();
}

/**
 * A column a language, as the text is written: the forms of a word are those of its language. Names are nobody's.
 * Letters are letters with all their marks, and an apostrophe inside a word belongs to it.
 */
export const reportText = `using fts5(
    en, sv, "no", other,
    content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co' tokenchars '''’ʼ'"
  )`;

/** Stands between two texts, so that no phrase goes from one to the other; nobody can type it as a word. */
const between = "' \u{e000} '";

function replaceTexts(searchDb: SearchDb, index: string, source: string, ids: string): void {
  defineFunctions(searchDb);
  const among = 'in (select value from json_each(?))';
  searchDb.prepare(`delete from ${index} where rowid ${among}`).run(ids);
  searchDb
    .prepare(
      `insert into ${index} (rowid, en, sv, "no", other) ${textsOf(`${source} where id ${among}`)}`,
    )
    .run(ids);
}

/**
 * What is found of reports, by language. SQLite does what it can by itself, as calling JavaScript for each text costs
 * more than indexing it. With a limit, a subquery is worked out once a row and not once for each column.
 */
const textsOf = (source: string) => `
  select id, iif(language = 'en', text, null), iif(language = 'sv', text, null),
    iif(language = 'no', text, null), iif(language = 'other', text || ${between} || names, names)
  from (
    select id, language, iif(${hasHyphens}, text || ${between} || joined_compounds(text), text) as text,
      ${printed('authors')} || ifnull(${between} || ${printed('editors')}, '') as names
    from (
      select id,
        ifnull(said_language(reference ->> '$.language'), guessed_language(
          substr(coalesce(reference ->> '$.abstract', reference ->> '$.title'), 1, ${tellingLength})
        )) as language,
        (reference ->> '$.title') || ifnull(${between} || (reference ->> '$.translatedTitle'), '')
          || ifnull(${between} || (reference ->> '$.abstract'), '') as text,
        reference ->> '$.authors' as authors, reference ->> '$.editors' as editors
      from ${source} limit -1
    ) limit -1
  )`;

/** Of a text: the common hyphen, or one of the signs from U+2000 to U+203F, which may be another. Few have any sign. */
const hasHyphens = `text glob '*-*'
  or octet_length(text) > length(text) and instr(cast(text as blob), x'E280')`;

/** A list of names without the names of its fields; particles stand where they are printed. */
const printed = (names: string) => `iif(
  ${names} glob '*"particle":*' or ${names} glob '*\\*', printed_names(${names}),
  replace(replace(replace(replace(${names}, '"family":', ''), '"given":', ''), '"literal":', ''), '"suffix":', '')
)`;

/** Numbers of characters that tell a text's language. */
const tellingLength = 400;

const withFunctions = new WeakSet<SearchDb>();

function defineFunctions(searchDb: SearchDb): void {
  if (withFunctions.has(searchDb)) return;
  withFunctions.add(searchDb);
  const define = (name: string, work: (text: string) => string | null) =>
    searchDb.function(name, { deterministic: true }, (text) =>
      text === null ? null : work(String(text)),
    );
  const said = new Map<string, string>();
  define('said_language', (text) => {
    const language = said.get(text) ?? saidLanguage(text) ?? '';
    if (said.size < saidMax) said.set(text, language);
    return language || null;
  });
  define('guessed_language', guessedLanguage);
  define('joined_compounds', joinedCompounds);
  define('printed_names', (json) => (JSON.parse(json) as Name[]).map(printName).join(' '));
}

/** Sources name fewer languages than this. */
const saidMax = 1_000;
