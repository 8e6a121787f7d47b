/**
 * Parsing, measured: records a second for RIS at three sizes beside `@iebh/reflib` and bibutils' `ris2xml` on the
 * same file in the same run, and the most memory a parse takes from 10,000 records to 1,000,000.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apart, built } from './import/built.ts';

const words =
  `care municipal planning welfare digital older people home services implementation factors barriers
  outcomes method interview survey Sweden Norway housing mobility safety technology inclusion needs models review
  evidence cost quality staff training evaluation longitudinal cluster trial framework participation health
  äldre omsorg hälsa møteplass økonomi människor årlig`.split(/\s+/);
const families =
  'Andersson Berg Åkesson Østergård Lindström Ek Nilsen Dahl García Smith Ivarsson Holm'.split(' ');
const journals = [
  'Journal of Rural Studies',
  'Scandinavian Journal of Public Health',
  'Ageing & Society',
];

/** The same file for the same size, on any machine: a generator of its own, seeded. */
export async function writeRisFile(path: string, records: number): Promise<void> {
  let state = 20_261_122;
  const below = (max: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * max);
  };
  const pick = (list: readonly string[]) => list[below(list.length)] ?? '';
  const sentence = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  const out = createWriteStream(path);
  for (let index = 0; index < records; index += 1) {
    const authors = Array.from(
      { length: 1 + below(5) },
      () => `AU  - ${pick(families)}, ${pick(['A.', 'Bo', 'C. D.', 'Eva Maria'])}`,
    );
    const abstract = Array.from({ length: 6 + below(4) }, () => `${sentence(14)}.`).join(' ');
    const start = 1 + below(900);
    const lines = [
      'TY  - JOUR',
      ...authors,
      `TI  - ${sentence(10)} ${index}`,
      `T2  - ${pick(journals)}`,
      `PY  - ${1990 + below(35)}`,
      `VL  - ${1 + below(60)}`,
      `IS  - ${1 + below(12)}`,
      `SP  - ${start}`,
      `EP  - ${start + below(20)}`,
      `DO  - 10.${1000 + below(9000)}/j.${index}.${below(1e6)}`,
      `SN  - ${1000 + below(9000)}-${1000 + below(9000)}`,
      `AB  - ${abstract}`,
      ...Array.from({ length: 3 + below(4) }, () => `KW  - ${sentence(2)}`),
      `UR  - https://example.org/${index}`,
      'LA  - English',
      `AN  - ${index}`,
      'DB  - Scopus',
      `M1  - ${below(100)}`,
      'ER  - ',
      '',
    ];
    if (!out.write(`${lines.join('\r\n')}\r\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

type Measured = { records: number; seconds: number; cpuSeconds: number; megabytes: number };

function measureRis2xml(path: string): Measured | undefined {
  const begun = performance.now();
  const run = spawnSync('ris2xml', [path], { encoding: 'utf8', maxBuffer: 4e9 });
  if (run.error || run.status !== 0) return undefined;
  const seconds = (performance.now() - begun) / 1000;
  const records = run.stdout.split('<mods ').length - 1;
  return { records, seconds, cpuSeconds: Number.NaN, megabytes: Number.NaN };
}

const speed = (perSecond: number) => `${perSecond.toFixed(0).padStart(10)}/s`;

export async function benchParsing(
  print: (line: string) => void,
  sizes = [1_000, 10_000, 100_000, 1_000_000],
) {
  const folder = mkdtempSync(join(tmpdir(), 'underlag-bench-'));
  const line = (name: string, size: number, found: Measured) =>
    print(
      `${name.padEnd(28)} ${String(size).padStart(9)} ${String(found.records).padStart(9)} ` +
        `${speed(found.records / found.seconds)} ${speed(found.records / found.cpuSeconds)} ` +
        `${found.megabytes.toFixed(0).padStart(6)} MB`,
    );
  try {
    const [worker = ''] = await built(join(import.meta.dirname, 'import', 'parse-one.ts'));
    print(`${''.padEnd(28)}   records      read    by clock       by CPU      peak`);
    for (const size of sizes) {
      const path = join(folder, `${size}.ris`);
      await writeRisFile(path, size);
      const megabytes = statSync(path).size / 1e6;
      line(
        `underlag (${megabytes.toFixed(0)} MB)`,
        size,
        apart<Measured>(worker, 'underlag', path),
      );
      if (size <= 100_000) {
        line('@iebh/reflib (stream)', size, apart<Measured>(worker, 'reflib', path));
        const bibutils = size <= 10_000 ? measureRis2xml(path) : undefined;
        if (bibutils) line('bibutils ris2xml', size, bibutils);
        else if (size <= 10_000)
          print('bibutils ris2xml             is not installed here (Debian: bibutils)');
      }
      rmSync(path);
    }
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
}
