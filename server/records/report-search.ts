/**
 * Finding a team's own reports by words in titles, abstracts and names, in any of the languages of the analyser. The
 * index lies in `search.db` and follows the list `report_to_index`, which triggers write: a lost index fills itself.
 */
import { setImmediate } from 'node:timers/promises';
import { printName } from '../../import/normalize/names.ts';
import type { Reference } from '../../import/reference.ts';
import { type Db, type SearchDb, statement } from '../db.ts';
import { analyse } from '../platform/analyser.ts';
import { letOthersWrite } from '../platform/jobs/turns.ts';
import { matchOf } from '../platform/match.ts';
import { languageOfText } from '../platform/text-language.ts';

type Databases = { db: Db; searchDb: SearchDb };

/** Reports at once, while a person waits for what is found; and where nobody does. */
const fewReports = 200;
const manyReports = 2_000;

/**
 * The publications of a review, by id, of which one report has every word (or every phrase in quotation marks; a star
 * ends a word in any way). Null when nothing was typed; none when it was signs only.
 */
export function findReports(
  databases: Databases,
  reviewId: number,
  words: string,
): Set<number> | null {
  if (words.trim() === '') return null;
  const expression = matchOf(words, 'all');
  if (expression === null) return new Set();
  // What has just been changed is found as it is now; after an import its own job has indexed.
  indexSome(databases, fewReports);
  const { db, searchDb } = databases;
  const hits = searchDb
    .prepare('select json_group_array(rowid) from report_text where report_text match ?')
    .pluck()
    .get(expression);
  const rows = statement(
    db,
    `select distinct root.id as id from json_each(?) as hit
     cross join report as member on member.id = hit.value and member.review_id = ?
       and member.withdrawn_at is null
     cross join report as root on root.id = member.root_id and root.withdrawn_at is null`,
  ).all(hits, reviewId) as { id: number }[];
  return new Set(rows.map((row) => row.id));
}

/** Indexes all that has to be, batch after batch, for whoever does nothing else meanwhile. */
export async function indexReports(databases: Databases): Promise<void> {
  while (indexSome(databases, manyReports) === manyReports) {
    letOthersWrite();
    await setImmediate();
  }
}

/** @returns how many changes it has taken from the list. */
function indexSome({ db, searchDb }: Databases, atMost: number): number {
  begin({ db, searchDb });
  const rows = statement(
    db,
    `select list.id, list.report_id as reportId, report.reference
     from (select id, report_id from report_to_index order by id limit ?) as list
     left join report on report.id = list.report_id`,
  ).all(atMost) as Listed[];
  const last = rows.at(-1);
  if (!last) return 0;
  const texts = new Map(
    rows.map((row) => [row.reportId, row.reference ? textsOf(row.reference) : null]),
  );
  store(searchDb, texts);
  // Only now: what is indexed twice is the same, what is never indexed is lost.
  statement(db, 'delete from report_to_index where id <= ?').run(last.id);
  return rows.length;
}

type Listed = { id: number; reportId: number; reference: string | null };
type Texts = [title: string, abstract: string, names: string];

/** A new index knows of nothing: every report goes on the list once. */
function begin({ db, searchDb }: Databases): void {
  if (searchDb.prepare('select 1 from report_text_begun').get()) return;
  const unlisted = 'id not in (select report_id from report_to_index)';
  statement(
    db,
    `insert into report_to_index (report_id) select id from report where ${unlisted}`,
  ).run();
  searchDb.prepare("insert into report_text_begun values (datetime('now'))").run();
}

function store(searchDb: SearchDb, texts: Map<number, Texts | null>): void {
  const remove = searchDb.prepare('delete from report_text where rowid = ?');
  const insert = searchDb.prepare(
    'insert into report_text (rowid, title, abstract, names) values (?, ?, ?, ?)',
  );
  const write = searchDb.transaction(() => {
    const last = Number(searchDb.prepare('select max(rowid) from report_text').pluck().get() ?? 0);
    // In the order of their ids, as FTS5 likes it.
    for (const [id, text] of [...texts].sort(([a], [b]) => a - b)) {
      if (id <= last) remove.run(id);
      if (text) insert.run(id, ...text);
    }
  });
  write.immediate();
}

/** Numbers of characters that tell a text's language. */
const tellingLength = 400;

function textsOf(json: string): Texts {
  const reference = JSON.parse(json) as Reference;
  const { title, translatedTitle = '', abstract = '', language = '' } = reference;
  const titles = translatedTitle ? `${title} ${translatedTitle}` : title;
  const own = languageOfText(language, (abstract || titles).slice(0, tellingLength));
  const names = [...reference.authors, ...(reference.editors ?? [])].map(printName).join(' ');
  return [
    analyse(titles, own).join(' '),
    analyse(abstract, own).join(' '),
    analyse(names, 'other').join(' '),
  ];
}
