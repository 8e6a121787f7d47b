/** The tables of `search.db`. All of it is derived from `review.db`; a change of this text builds it anew. */
import type { SearchDb } from '../db.ts';

/** Raised with every change of the tables below. */
const version = 1;

export function prepareSearchDatabase(db: SearchDb): void {
  if (db.pragma('user_version', { simple: true }) === version) return;
  db.exec(
    'drop table if exists entry; drop table if exists entry_text; drop table if exists facet;',
  );
  db.pragma(`user_version = ${version}`);
}
