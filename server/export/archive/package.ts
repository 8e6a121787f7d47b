/** `datapackage.json`: what an archive holds, in the words of the Frictionless Data standard. */
import { z } from 'zod';
import type { CarriedColumn, CarriedTable } from './carried.ts';

/** Raised when an archive of today could not be read by the program of yesterday. */
export const archiveFormat = 1;
export const packageFile = 'datapackage.json';
export const checksumsFile = 'checksums.sha256';

const Resource = z.object({
  name: z.string(),
  path: z.string(),
  bytes: z.number(),
  hash: z.string(),
  schema: z
    .object({ fields: z.array(z.object({ name: z.string() }).loose()) })
    .loose()
    .optional(),
});
export const DataPackage = z.object({
  name: z.string(),
  underlag: z.object({ format: z.number().int(), review: z.number().int() }),
  resources: z.array(Resource.loose()),
});
export type DataPackage = z.infer<typeof DataPackage>;

export type Written = { path: string; bytes: number; hash: string };

const types: Record<CarriedColumn['kind'], object> = {
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean', trueValues: ['1'], falseValues: ['0'] },
  json: { type: 'any', format: 'default', description: 'JSON' },
  text: { type: 'string' },
  bytes: { type: 'string', format: 'binary' },
};

export function tableResource(
  table: Pick<CarriedTable, 'name' | 'columns' | 'primaryKey' | 'foreignKeys'>,
  written: Written,
  inPackage: ReadonlySet<string>,
) {
  const foreignKeys = table.foreignKeys
    .filter((key) => inPackage.has(key.table))
    .map((key) => ({
      fields: key.columns,
      reference: {
        resource: key.table === table.name ? '' : key.table,
        fields: key.foreignColumns,
      },
    }));
  return {
    name: table.name,
    profile: 'tabular-data-resource',
    ...fileFacts(written),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      delimiter: ',',
      lineTerminator: '\n',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    schema: {
      fields: table.columns.map(({ name, kind }) => ({ name, ...types[kind] })),
      missingValues: ['\\N'],
      // The standard has no empty lists: what there is none of is left out.
      ...(table.primaryKey.length > 0 ? { primaryKey: table.primaryKey } : {}),
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
}

export const fileResource = (written: Written, name: string, description: string) => ({
  name,
  ...fileFacts(written),
  description,
});

const fileFacts = ({ path, bytes, hash }: Written) => ({ path, bytes, hash: `sha256:${hash}` });

export const readme = `# Archive of a review

Written by Underlag. A data package after the Frictionless Data standard:
\`datapackage.json\` describes every file, with its size and SHA-256.

- \`data/*.csv\`: one file for each table, UTF-8, comma, header row. \`\\N\` is no value; a text that looks like that
  has one more backslash before it. Columns with JSON hold JSON;
  columns with bytes (\`format: binary\`) hold Base64.
- \`data/person.csv\`: the people who are named in the rows, by number and name. No addresses, no passwords.
- \`files/\`: imported and attached files, each under the SHA-256 of its content.
- \`references.json\`: the publications as CSL-JSON, for other programs.
- \`checksums.sha256\`: all of it, for \`sha256sum --check\`.

\`npm run --silent cli -- restore --in FILE.zip\` restores it, into an empty installation with
the same numbers, elsewhere beside the reviews that are there.
`;
