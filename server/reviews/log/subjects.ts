/** What an entry of the log is about: the names people know it by, each with the page where it stands. */
import type { Words } from '../../../schema/columns.ts';
import type { AuditEntry } from '../../accounts/audit.ts';
import { type Db, statement } from '../../db.ts';

/** Either in the languages it was written in, or as it stands; `path` is below the review's own. */
export type Subject = { words: Words | null; text: string | null; path: string | null };

type Thing = {
  name: string;
  inWords?: true;
  key?: string;
  path: ((key: string) => string) | null;
};

/** Tables whose rows have a name, by the name of the entity; `key` is what their address has instead of the id. */
const things: Record<string, Thing> = {
  finding: { name: 'statement', inWords: true, path: (id) => `/findings/${id}` },
  finding_kind: { name: 'label', inWords: true, path: () => '/findings/kinds' },
  code: { name: 'label', inWords: true, path: (id) => `/coding/codes/${id}` },
  codebook: { name: 'label', inWords: true, path: (id) => `/coding/codebooks/${id}` },
  aspect: { name: 'label', inWords: true, path: (id) => `/coding/aspects/${id}` },
  study_case: { name: 'label', path: (id) => `/coding/cases/${id}` },
  indicator: { name: 'label', inWords: true, path: (id) => `/coding/indicators/${id}` },
  report: { name: 'title', path: (id) => `/reports/${id}` },
  search_run: { name: 'source', path: (id) => `/searches/${id}/edit` },
  import_batch: { name: 'file_name', path: (id) => `/imports/${id}` },
  saved_table: { name: 'title', inWords: true, key: 'key', path: (key) => `/tables/saved/${key}` },
  label: { name: 'name', path: null },
  person: { name: 'name', path: null },
};

/** What an entry's own values call another row, in the order in which they are read. */
const references: [key: string, entity: string][] = [
  ['findingId', 'finding'],
  ['codeId', 'code'],
  ['caseId', 'study_case'],
  ['labelId', 'label'],
  ['personId', 'person'],
  ['reportId', 'report'],
];

/** What an entry's own values call the thing itself, for what has no row with a name. */
const ownNames = ['box', 'title', 'label', 'name', 'fileName', 'source', 'email'];

/** @returns for each entry what it is about, most telling first. */
export function subjectsOf(db: Db, entries: readonly AuditEntry[]): Subject[][] {
  const about = entries.map((entry) => ({ entry, rows: rowsBehind(entry) }));
  const named = readNames(
    db,
    about.flatMap(({ rows }) => rows),
  );
  return about.map(({ entry, rows }) => {
    const found = rows.flatMap((row) => named.get(keyOf(row)) ?? []);
    const isNamed = rows.some((row) => row.entity === entry.entity && named.has(keyOf(row)));
    const own = isNamed ? null : ownName(entry);
    return own ? [own, ...found] : found;
  });
}

type Row = { entity: string; id: number };
const keyOf = ({ entity, id }: Row) => `${entity} ${id}`;

function rowsBehind({ entity, entityId, before, after }: AuditEntry): Row[] {
  const values = { ...asObject(before), ...asObject(after) };
  const itself = entity in things && entityId !== null ? [{ entity, id: entityId }] : [];
  const others = references.flatMap(([key, other]) => {
    const id = values[key];
    return typeof id === 'number' ? [{ entity: other, id }] : [];
  });
  const isOther = (row: Row) => !itself.some((one) => keyOf(one) === keyOf(row));
  return [...itself, ...others.filter(isOther)];
}

function readNames(db: Db, rows: readonly Row[]): Map<string, Subject> {
  const named = new Map<string, Subject>();
  for (const [entity, thing] of Object.entries(things)) {
    const ids = rows.filter((row) => row.entity === entity).map(({ id }) => id);
    if (ids.length === 0) continue;
    const found = statement(
      db,
      `select id, ${thing.key ?? 'id'} as key, ${thing.name} as name from ${entity}
       where id in (select value from json_each(?))`,
    ).all(JSON.stringify(ids)) as { id: number; key: string | number; name: string }[];
    for (const { id, key, name } of found)
      named.set(keyOf({ entity, id }), {
        words: thing.inWords ? (JSON.parse(name) as Words) : null,
        text: thing.inWords ? null : name,
        path: thing.path?.(String(key)) ?? null,
      });
  }
  return named;
}

function ownName({ before, after }: AuditEntry): Subject | null {
  const values = { ...asObject(before), ...asObject(after) };
  for (const key of ownNames) {
    const name = values[key];
    if (typeof name === 'string' && name !== '') return { words: null, text: name, path: null };
    if (isWords(name)) return { words: name, text: null, path: null };
  }
  return null;
}

const isWords = (value: unknown): value is Words =>
  Object.entries(asObject(value)).some(([key, text]) => key.length === 2 && Boolean(text));

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
