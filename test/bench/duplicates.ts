/**
 * Measures duplicate detection: `npm run bench -- duplicates FOLDER [SET ...]` on labelled sets, then on made-up
 * references of growing number (SIZES=10000,100000 sets which; WORDY=1 prints the pairs that are wrong).
 */
import { execFileSync } from 'node:child_process';
import { findDuplicates, type Id } from '../../import/duplicates/duplicates.ts';
import { type Row, referenceOfRow } from '../../import/duplicates/rows.ts';
import { corpus } from './duplicates/corpus.ts';
import {
  f1,
  isRight,
  type LabelledSet,
  labelsOf,
  precision,
  readSet,
  recall,
  score,
} from './duplicates/sets.ts';

const [folder = '', ...chosen] = process.argv.slice(3);
const sets = chosen.length > 0 ? chosen : ['cytology_screening', 'stroke', 'copper', 'cora'];
const sizes = (process.env.SIZES ?? '10000,100000,1000000').split(',').filter(Boolean).map(Number);
const print = (line: string) => void process.stdout.write(`${line}\n`);

function alone(...words: string[]): void {
  const [script = ''] = process.argv.slice(1);
  const memory = ['--max-old-space-size=12000'];
  const options = { stdio: 'inherit' } as const;
  execFileSync(
    process.execPath,
    [...process.execArgv, ...memory, script, 'duplicates', ...words],
    options,
  );
}

function measureSet(set: LabelledSet): void {
  const { rows, gold } = set;
  const started = clock();
  const found = findDuplicates(rows.map((row) => ({ id: row.id, reference: referenceOfRow(row) })));
  const { wall, cpu } = since(started);
  const certain = score(found.certain, gold);
  // What a person would link, were every proposed pair that is right accepted.
  const clusterOf = labelsOf(gold);
  const right = found.possible.filter((link) => isRight(link, gold, clusterOf));
  const asked = score([...found.certain, ...right], gold);
  print(
    `${set.name}: certain TP ${certain.tp} FP ${certain.fp} FN ${certain.fn}, ` +
      `precision ${precision(certain).toFixed(4)}, recall ${recall(certain).toFixed(4)}, ` +
      `F1 ${f1(certain).toFixed(4)}; with possible FN ${asked.fn}, ` +
      `recall ${recall(asked).toFixed(4)}, ${found.possible.length} pairs to ask about; ` +
      `${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${peak()}`,
  );
  if (process.env.WORDY === undefined) return;
  const byId = new Map<Id, Row>(rows.map((row) => [row.id, row]));
  for (const link of found.certain.filter((each) => !isRight(each, gold, clusterOf)))
    print(`WRONG\n${lineOf(byId.get(link.a))}\n${lineOf(byId.get(link.b))}`);
}

function lineOf(row: Row | undefined): string {
  if (!row) return '?';
  const { id, title, authors, year, journal, volume, number, pages, doi } = row;
  const place = `${volume}(${number}) ${pages} ${doi}`;
  const by = `${authors.slice(0, 2).join('; ')} (${authors.length})`;
  return `   ${id} ${title.slice(0, 130)} | ${by} | ${year} | ${journal.slice(0, 60)} | ${place}`;
}

function measureSize(size: number): void {
  const given = counted(references(size));
  const started = clock();
  const found = findDuplicates(given.records);
  const all = since(started);
  const [wall, cpu] = [all.wall - given.spent.wall, all.cpu - given.spent.cpu];
  const perRecord = (1e6 * cpu) / size;
  print(
    `made-up ${size}: ${found.certain.length} certain, ${found.possible.length} possible; ` +
      `${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU (${perRecord.toFixed(0)} µs a record), ` +
      `making the records up not counted; ${peak()}`,
  );
}

function* references(size: number) {
  for (const row of corpus(size)) yield { id: row.id, reference: referenceOfRow(row) };
}

/** The same records, and the time it took to make them up: in batches, so that clocks cost little. */
function counted<R>(source: Iterator<R>) {
  const spent = { wall: 0, cpu: 0 };
  function* records() {
    for (;;) {
      const started = clock();
      const batch: R[] = [];
      for (let next = source.next(); !next.done; next = source.next())
        if (batch.push(next.value) === 1000) break;
      const { wall, cpu } = since(started);
      spent.wall += wall;
      spent.cpu += cpu;
      if (batch.length === 0) return;
      yield* batch;
    }
  }
  return { records: records(), spent };
}

/** Seconds gone by, and seconds of processor: on a shared machine only the latter compare. */
const clock = () => ({ wall: performance.now(), used: process.cpuUsage() });
function since({ wall, used }: ReturnType<typeof clock>) {
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - wall) / 1000, cpu: (user + system) / 1e6 };
}

const peak = () => `peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;

if (folder === '--made-up') measureSize(Number(chosen[0]));
else {
  // A process each: memory once taken is not given back, and a peak belongs to one measurement.
  if (folder === '--set') measureSet(readSet(chosen[0] ?? '', chosen[1] ?? ''));
  else {
    if (folder !== '') for (const name of sets) alone('--set', folder, name);
    for (const size of sizes) alone('--made-up', String(size));
  }
}
