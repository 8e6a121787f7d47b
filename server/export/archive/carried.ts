/** Which rows belong to a review: found from the tables themselves, so that a new table is carried without a word. */
import { is } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '../../../schema/index.ts';

type Config = ReturnType<typeof getTableConfig>;
export type CarriedColumn = {
  name: string;
  kind: 'integer' | 'number' | 'boolean' | 'json' | 'text' | 'bytes';
};
export type ForeignKey = { columns: string[]; table: string; foreignColumns: string[] };
export type CarriedTable = {
  name: string;
  columns: CarriedColumn[];
  primaryKey: string[];
  foreignKeys: ForeignKey[];
  /** The condition under which a row belongs to the review `@review`. */
  where: string;
};

/** What stays behind, and why. */
export const left: Record<string, string> = {
  person: 'carried apart: by id and name, without address and password',
  session: 'secrets of the installation',
  invitation: 'secrets of the installation',
  job: 'work of the installation, done or to be asked for again',
  person_setting: 'belongs to a person, not to a review',
  report_to_index: 'written again by what is restored',
  report_key: 'made again from what is restored',
  report_key_recent: 'made again from what is restored',
  screening_change: 'a signal between processes; empty is right',
  table_change: 'a signal between processes, given again by what is restored',
};

/** Columns with lists of people in JSON: those people are carried too. */
export const peopleInJson: { table: string; column: string }[] = [
  { table: 'pilot', column: 'people' },
  { table: 'stage_rule', column: 'shares' },
  { table: 'brought_decision', column: 'people' },
  { table: 'brought_coding', column: 'people' },
  { table: 'brought_note', column: 'people' },
];

const configs = new Map(
  Object.values(schema as Record<string, unknown>)
    .flatMap((value) => (is(value, SQLiteTable) ? [getTableConfig(value)] : []))
    .map((config) => [config.name, config] as const),
);

export const tableNames = (): string[] => [...configs.keys()].sort();

/** Every table with rows of a review, by name. */
export function carriedTables(): CarriedTable[] {
  return tableNames().flatMap((name) => {
    const config = configs.get(name);
    const where = config && !(name in left) ? belonging(config, []) : null;
    return config && where ? [described(config, where)] : [];
  });
}

/** The row itself says its review, or a row that it hangs on does; the way through required columns goes first. */
function belonging(config: Config, above: string[]): string | null {
  if (config.name === 'review') return 'id = @review';
  const own = config.columns.find((column) => column.name === 'review_id');
  if (own) return 'review_id = @review';
  const ways = foreignKeysOf(config)
    .filter(({ table }) => !(table in left) && !above.includes(table) && table !== config.name)
    .map((key) => ({ key, isRequired: isRequired(config, key.columns[0] ?? '') }))
    .sort((one, other) => Number(other.isRequired) - Number(one.isRequired));
  for (const { key } of ways) {
    const parent = configs.get(key.table);
    const where = parent && belonging(parent, [...above, config.name]);
    if (where)
      return `${quoted(key.columns[0])} in (select ${quoted(key.foreignColumns[0])} from ${quoted(key.table)} where ${where})`;
  }
  return null;
}

const isRequired = (config: Config, column: string) =>
  config.columns.some(({ name, notNull, primary }) => name === column && (notNull || primary));

export const quoted = (name = ''): string => `"${name.replaceAll('"', '""')}"`;

function foreignKeysOf(config: Config): ForeignKey[] {
  return config.foreignKeys.map((key) => {
    const { columns, foreignColumns, foreignTable } = key.reference();
    return {
      columns: columns.map(({ name }) => name),
      table: getTableConfig(foreignTable).name,
      foreignColumns: foreignColumns.map(({ name }) => name),
    };
  });
}

function described(config: Config, where: string): CarriedTable {
  const joint = config.primaryKeys[0]?.columns.map(({ name }) => name) ?? [];
  const single = config.columns.filter(({ primary }) => primary).map(({ name }) => name);
  return {
    name: config.name,
    columns: config.columns.map((column) => ({ name: column.name, kind: kindOf(column) })),
    primaryKey: joint.length > 0 ? joint : single,
    foreignKeys: foreignKeysOf(config),
    where,
  };
}

function kindOf(column: SQLiteColumn): CarriedColumn['kind'] {
  if (column.getSQLType() === 'blob') return 'bytes';
  if (column.dataType === 'boolean') return 'boolean';
  if (column.dataType === 'json') return 'json';
  if (column.dataType === 'number') return column.getSQLType() === 'real' ? 'number' : 'integer';
  return 'text';
}

/** Columns that hold people: by their key, or by their name where they have none. */
export function peopleColumns({ columns, foreignKeys }: CarriedTable): string[] {
  const keyed = foreignKeys.filter(({ table }) => table === 'person').flatMap((key) => key.columns);
  const named = columns
    .filter(({ name, kind }) => kind === 'integer' && /(^|_)(person_id|by)$/.test(name))
    .map(({ name }) => name);
  return [...new Set([...keyed, ...named])];
}

/** Columns that name a file in the data folder by its hash. */
export const fileColumns = ({ columns }: CarriedTable): string[] =>
  columns.map(({ name }) => name).filter((name) => /(^|_)file_hash$/.test(name));
