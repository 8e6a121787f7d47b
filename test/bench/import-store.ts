/**
 * The second half of `npm run bench -- import`: how fast a file is stored and made searchable, beside how fast it is
 * parsed and plain FTS5, and how long a click waits meanwhile. By itself: `npm run bench -- import-store FILE...`.
 */
import { join } from 'node:path';
import { apart, built } from './import/built.ts';
import type { Stored } from './import/store-one.ts';

type Parsed = { seconds: number; cpuSeconds: number };

export async function benchStoring(print: (line: string) => void, files: string[]): Promise<void> {
  const folder = join(import.meta.dirname, 'import');
  const scripts = await built(join(folder, 'parse-one.ts'), join(folder, 'store-one.ts'));
  const [parseOne = '', storeOne = ''] = scripts;
  for (const file of files) {
    const parsed = apart<Parsed>(parseOne, 'underlag', file);
    print(described(parsed, apart<Stored>(storeOne, file)));
  }
}

function described(parsed: Parsed, stored: Stored): string {
  const { records, plainIndexSeconds, indexSeconds } = stored;
  const perSecond = (seconds: number) => Math.round(records / seconds).toLocaleString('en');
  const times = (one: number, other: number) => (one / other).toFixed(1);
  return [
    `${records} records: parsed ${perSecond(parsed.seconds)}/s, stored ${perSecond(stored.seconds)}/s`,
    `  stored in ${times(stored.seconds, parsed.seconds)} times the time of parsing, ` +
      `${times(stored.cpuSeconds, parsed.cpuSeconds)} times its CPU`,
    `  made searchable in ${indexSeconds.toFixed(2)} s of CPU, ${times(indexSeconds, plainIndexSeconds)} ` +
      'times plain FTS5 over titles and abstracts',
    `  a click waited ${stored.waitMsMax.toFixed(0)} ms at most, ${stored.waitMs99.toFixed(0)} ms at the 99th of 100`,
    `  memory at its highest ${stored.megabytes.toFixed(0)} MB`,
  ].join('\n');
}

if (process.argv[2] === 'import-store')
  await benchStoring((line) => process.stdout.write(`${line}\n`), process.argv.slice(3));
