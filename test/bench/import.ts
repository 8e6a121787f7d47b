/**
 * `npm run bench -- import [RECORDS ...]`: how fast files are parsed, beside other programs, and in how much memory;
 * then how fast they are stored, and how long a click waits meanwhile.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchParsing, writeRisFile } from './import-parse.ts';
import { benchStoring } from './import-store.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const sizes = process.argv.slice(3).map(Number).filter(Boolean);
await benchParsing(print, ...(sizes.length > 0 ? [sizes] : []));

const folder = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
try {
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
    const path = join(folder, `${size}.ris`);
    await writeRisFile(path, size);
    await benchStoring(print, [path]);
  }
} finally {
  rmSync(folder, { recursive: true });
}
