/** The tables of `search.db`. All of it is derived from `review.db`; a change of this text builds it anew. */
import type { SearchDb } from '../db.ts';
import { reportText } from '../records/reports/report-index.ts';

/** Raised with every change of the tables below, and of the analyser whose terms they hold. */
const version = 10;

const tables = `
  -- One thing that can be found: what a list of results shows of it, and where it leads.
  create table entry (
    id integer primary key,
    kind text not null check (kind in ('finding', 'publication', 'excerpt')),
    review_id integer not null,
    review_slug text not null,
    ref_id integer not null,
    -- Words: what it is called, and what it says.
    title text not null,
    body text not null,
    -- Words of codes and keywords that it is found by too.
    also_found_by text not null,
    -- What else its line in a list shows; see entries.ts.
    facts text not null,
    -- Order in a list that is not ranked.
    year integer,
    sort text not null,
    unique (kind, ref_id)
  );
  create index entry_review on entry (review_id);

  -- Terms of the analyser, never raw text: see entry-terms.ts. å and a are different letters.
  create virtual table entry_text using fts5(
    title, body, synonyms, forms, compounds,
    content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
  );

  -- What an entry is counted under. An entry on two countries has two rows and counts once in a total.
  create table facet (
    entry_id integer not null,
    facet text not null,
    value text not null,
    primary key (entry_id, facet, value)
  ) without rowid;
  create index facet_value on facet (facet, value, entry_id);

  -- What the values of facets are called, and in which order a list has them.
  create table facet_label (
    review_id integer not null,
    facet text not null,
    value text not null,
    label text not null,
    position integer not null,
    depth integer not null default 1,
    primary key (review_id, facet, value)
  ) without rowid;

  -- Words as they stand in the texts, for suggestions.
  create table vocabulary (
    review_id integer not null,
    word text not null,
    count integer not null,
    primary key (review_id, word)
  ) without rowid;
  create index vocabulary_word on vocabulary (word);

  -- What a team looks for among its own reports, published or not: their texts as written, by the id of the report.
  create virtual table report_text ${reportText};
  -- A row when every report has been put on the list of those to be indexed; from then on triggers put them there.
  -- words_due: texts came in whose words are not known yet.
  create table report_text_begun (at text not null, words_due integer not null default 0);
  -- The words of those texts by the language they stand in, and the analyser's terms of those that are not terms.
  create table report_word (
    word text not null,
    language text not null,
    primary key (word, language)
  ) without rowid;
  create table report_form (
    term text not null,
    language text not null,
    word text not null,
    primary key (term, language, word)
  ) without rowid;

  -- Which state of a review the index shows: the last entry of its log, and a hash of what was indexed.
  create table indexed (
    review_id integer primary key,
    audit_id integer not null,
    digest text not null
  );
`;

export function prepareSearchDatabase(db: SearchDb): void {
  if (db.pragma('user_version', { simple: true }) === version) return;
  const drop = db.transaction(() => {
    for (const name of tableNames(db)) db.exec(`drop table if exists "${name}"`);
    db.exec(tables);
    db.pragma(`user_version = ${version}`);
  });
  drop.immediate();
}

/** Our own tables; a virtual one takes its shadows along. */
function tableNames(db: SearchDb): string[] {
  const rows = db
    .prepare(
      `select name from pragma_table_list
       where schema = 'main' and type in ('table', 'virtual') and name not like 'sqlite%'`,
    )
    .all() as { name: string }[];
  return rows.map((row) => row.name);
}
