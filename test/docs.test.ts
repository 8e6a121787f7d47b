/** The pages of `docs/` that repeat the code are written by the code; `npm run docs` writes them anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from '../schema/index.ts';
import { errorStatus } from '../server/errors.ts';
import { root } from '../server/paths.ts';
import { catalogues, type MessageKey } from '../server/platform/i18n.ts';

const rooms = readdirSync(join(root, 'schema'))
  .filter((file) => file.endsWith('.ts') && !['index.ts', 'columns.ts'].includes(file))
  .map((file) => ({ file, source: readFileSync(join(root, 'schema', file), 'utf8') }));

const tables = Object.entries(schema).flatMap(([name, value]) =>
  is(value, SQLiteTable) ? [{ name, table: value, config: getTableConfig(value) }] : [],
);

/** The comment right before a line, without its stars. */
function commentBefore(source: string, line: RegExp): string {
  const at = source.search(line);
  const before = at < 0 ? '' : source.slice(0, at).trimEnd();
  if (!before.endsWith('*/')) return '';
  const comment = before.slice(before.lastIndexOf('/**') + 3, -2);
  return comment
    .split('\n')
    .map((part) => part.replace(/^\s*\*?\s?/, '').trim())
    .join(' ')
    .trim();
}

function describeTable(name: string, source: string): string[] {
  const found = tables.find((table) => table.name === name);
  if (!found) return [];
  const { config } = found;
  const begins = source.indexOf(`export const ${name} = sqliteTable(`);
  const ends = source.indexOf('\n);\n', begins);
  const body = source.slice(begins, ends < 0 ? undefined : ends);
  const references = new Map(
    config.foreignKeys.map((key) => {
      const { columns, foreignTable } = key.reference();
      return [columns[0]?.name, getTableConfig(foreignTable).name];
    }),
  );
  const rows = config.columns.map((column) => {
    const target = references.get(column.name);
    const note = commentBefore(body, new RegExp(`\\n\\s+${keyOf(found.table, column.name)}:`));
    const links = target ? ` → \`${target}\`` : '';
    const kind = `${column.getSQLType()}${column.notNull ? '' : ', may be null'}`;
    return `| \`${column.name}\` | ${kind}${links} | ${note.replaceAll('|', '\\|')} |`;
  });
  const about = commentBefore(source, new RegExp(`export const ${name} = sqliteTable`));
  return [
    `### ${config.name}`,
    '',
    ...(about ? [about, ''] : []),
    '| column | type | what it is |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ];
}

/** The name in the code of a column of the database. */
function keyOf(table: SQLiteTable, columnName: string): string {
  const entries = Object.entries(table as unknown as Record<string, { name?: string }>);
  return entries.find(([, column]) => column?.name === columnName)?.[0] ?? columnName;
}

test('the data model in the documentation is the one in the code', async () => {
  const chapters = rooms.flatMap(({ file, source }) => {
    const names = [...source.matchAll(/export const (\w+) = sqliteTable\(/g)].map(
      ([, name]) => name,
    );
    const about = /^\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? '';
    const lead = about.replaceAll(/\s*\n\s*\*?\s?/g, ' ').trim();
    return [
      `## ${file.replace('.ts', '')}`,
      '',
      lead,
      '',
      ...names.flatMap((name) => describeTable(name ?? '', source)),
    ];
  });
  const page = ['# Data model', '', 'Generated from `schema/` by `npm run docs`.', '', ...chapters];
  expect(tables.length).toBeGreaterThan(30);
  await expect(page.join('\n')).toMatchFileSnapshot('../docs/data-model.md');
});

test('every error in the documentation is one that can happen, and the other way round', async () => {
  const used = sourcesOf('server').map((file) => readFileSync(file, 'utf8'));
  const codes = Object.entries(errorStatus);
  const dead = codes.filter(([code]) => !used.some((source) => source.includes(`'${code}'`)));
  expect(dead).toEqual([]);
  const lines = codes.map(
    ([code, status]) =>
      `| \`${code}\` | ${status} | ${catalogues.en[`error.${code}` as MessageKey]} |`,
  );
  const page = [
    '# Errors',
    '',
    'Generated from `server/errors.ts` by `npm run docs`. Every answer that is a failure has this shape for machines:',
    '`{ "error": { "code": "...", "message": "...", "problems": [{ "field": "...", "message": "..." }] } }`. Names in',
    'braces are filled in. People see the same words in their own language.',
    '',
    '| code | status | words |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../docs/errors.md');
});

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'errors.ts')
    .map((file) => join(root, folder, file));
}
