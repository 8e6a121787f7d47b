/** `datapackage.json` of an archive against the profiles of the Data Package standard, and every row against its schema. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { csvRows } from '../server/export/archive/csv-lines.ts';
import { type Parts, readParts } from '../server/export/zip.ts';
import { archiveOf } from './archives.ts';
import { freshFolder, opened } from './data-folder.ts';
import { demonstration } from './demonstration.ts';

// As https://specs.frictionlessdata.io/schemas/ has them (version 1), for what an archive uses of them.
const Name = z.string().regex(/^([-a-z0-9._/])+$/);
const Path = z.string().regex(/^(?=^[^./~])(^((?!\.{2}).)*$).*$/);
const field = <T extends string>(type: T, more: z.ZodRawShape = {}) =>
  z.strictObject({
    name: z.string().min(1),
    type: z.literal(type),
    description: z.string().optional(),
    format: z.literal('default').optional(),
    ...more,
  });
const Field = z.discriminatedUnion('type', [
  field('integer'),
  field('number'),
  field('any'),
  field('string', { format: z.enum(['default', 'binary']).optional() }),
  field('boolean', {
    trueValues: z.array(z.string()).min(1),
    falseValues: z.array(z.string()).min(1),
  }),
]);
const Key = z.array(z.string()).min(1);
const Schema = z.strictObject({
  fields: z.array(Field).min(1),
  primaryKey: Key.optional(),
  foreignKeys: z
    .array(
      z.strictObject({
        fields: Key,
        reference: z.strictObject({ resource: z.string(), fields: Key }),
      }),
    )
    .min(1)
    .optional(),
  missingValues: z.array(z.string()),
});
const facts = {
  name: Name,
  path: Path,
  bytes: z.int().min(0),
  hash: z.string().regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/),
};
const Table = z.strictObject({
  ...facts,
  profile: z.literal('tabular-data-resource'),
  format: z.literal('csv'),
  mediatype: z.string().regex(/^(.+)\/(.+)$/),
  encoding: z.literal('utf-8'),
  dialect: z.strictObject({
    delimiter: z.literal(','),
    lineTerminator: z.literal('\n'),
    quoteChar: z.literal('"'),
    doubleQuote: z.literal(true),
    header: z.literal(true),
  }),
  schema: Schema,
});
const File = z.strictObject({ ...facts, description: z.string() });
const Package = z.looseObject({
  profile: z.literal('data-package'),
  name: Name,
  title: z.string().min(1),
  created: z.iso.datetime().optional(),
  resources: z.array(z.union([Table, File])).min(1),
});

type Table = z.infer<typeof Table>;
type Rows = (string | null)[][];

const isOf: Record<Table['schema']['fields'][number]['type'], (text: string) => boolean> = {
  integer: (text) => /^[+-]?\d+$/.test(text),
  number: (text) => /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(text),
  boolean: (text) => text === '0' || text === '1',
  any: (text) => JSON.parse(text) !== undefined,
  string: () => true,
};

async function rowsOf(parts: Parts, { path, schema }: Table): Promise<Rows> {
  async function* whole() {
    yield parts.get(path)?.toString() ?? '';
  }
  const rows: Rows = [];
  for await (const cells of csvRows(whole()))
    rows.push(cells.map((cell) => (schema.missingValues.includes(cell) ? null : cell)));
  expect(rows.shift()).toEqual(schema.fields.map(({ name }) => name));
  return rows;
}

const valuesAt = ({ schema }: Table, rows: Rows, names: readonly string[]): (string | null)[][] => {
  const places = names.map((name) => schema.fields.findIndex((each) => each.name === name));
  expect(places).not.toContain(-1);
  return rows.map((row) => places.map((place) => row[place] ?? null));
};
const keyOf = (values: readonly (string | null)[]) => JSON.stringify(values);

function checkKinds({ path, schema }: Table, rows: Rows): void {
  for (const [line, row] of rows.entries()) {
    expect([path, line, row.length]).toEqual([path, line, schema.fields.length]);
    for (const [at, { name, type }] of schema.fields.entries()) {
      const text = row[at] ?? null;
      if (text !== null && !isOf[type](text)) expect([path, line, name, text]).toEqual(type);
    }
  }
}

async function checkPackage(parts: Parts): Promise<number> {
  const { resources } = Package.parse(JSON.parse(parts.get('datapackage.json')?.toString() ?? ''));
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  for (const { path, bytes, hash } of resources) {
    const part = parts.get(path) ?? Buffer.alloc(0);
    const sum = `sha256:${createHash('sha256').update(part).digest('hex')}`;
    expect([path, part.length, sum]).toEqual([path, bytes, hash]);
  }
  const tables = resources.filter((each): each is Table => 'schema' in each);
  const read = new Map<string, [Table, Rows]>();
  for (const table of tables) read.set(table.name, [table, await rowsOf(parts, table)]);
  for (const [table, rows] of read.values()) {
    checkKinds(table, rows);
    const keys = valuesAt(table, rows, table.schema.primaryKey ?? []).map(keyOf);
    if (table.schema.primaryKey)
      expect([table.name, new Set(keys).size]).toEqual([table.name, rows.length]);
    for (const { fields, reference } of table.schema.foreignKeys ?? []) {
      const [other, there] = read.get(reference.resource || table.name) ?? [];
      if (!other || !there) throw new Error(`${table.name} refers to ${reference.resource}`);
      const known = new Set(valuesAt(other, there, reference.fields).map(keyOf));
      const lost = valuesAt(table, rows, fields)
        .filter((values) => !values.includes(null))
        .filter((values) => !known.has(keyOf(values)));
      expect([table.name, fields, lost]).toEqual([table.name, fields, []]);
    }
  }
  return tables.length;
}

test('an archive is a data package by the standard’s own profiles, down to the kind of every cell and every reference', async () => {
  const dataDir = freshFolder();
  writeFileSync(join(dataDir, 'review.db'), await demonstration());
  const place = opened(dataDir);
  for (const slug of ['eskilstuna-2022', 'tfou-2012', 'exercise']) {
    const parts = await readParts(await archiveOf(place, slug));
    expect(await checkPackage(parts)).toBeGreaterThan(10);
  }
});
