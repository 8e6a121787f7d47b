/**
 * Simulates stopping on labelled sets: screened in ranked order, the test looked at after each hundredth, stopped the
 * first time that p is small enough. `npm run bench -- stopping FOLDER [SEEDS [SET...]]` prints how often the stated
 * recall had really been reached (coverage), the recall, and the work saved.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelledTexts } from '../../server/screening/ranking/labelled.ts';
import { simulate } from '../../server/screening/ranking/simulate.ts';
import { rankedP } from '../../server/screening/stopping/hypergeometric.ts';

const rules = [
  { target: 0.95, confidence: 0.95 },
  { target: 0.9, confidence: 0.95 },
  { target: 0.8, confidence: 0.95 },
] as const;
type Stop = { recall: number; saved: number; isCovered: boolean };

const [folder = '', seedsText = '5', ...chosen] = process.argv.slice(3);
if (folder === '') {
  process.stderr.write(
    'Name the folder of the sets: npm run bench -- stopping FOLDER [SEEDS [SET...]]\n',
  );
  process.exit(2);
}
const all = readdirSync(folder).flatMap((file) =>
  file.endsWith('.csv') ? [file.replace(/\.csv$/, '')] : [],
);
const stops = rules.map(() => [] as Stop[]);
for (const set of chosen.length > 0 ? chosen : all) {
  const records = labelledTexts(readFileSync(join(folder, `${set}.csv`), 'utf8'));
  const ofSet = rules.map(() => [] as Stop[]);
  for (let seed = 0; seed < Number(seedsText); seed += 1) {
    const { foundAt } = simulate(records, seed, () => performance.now());
    const found = new Set(foundAt);
    const history = Array.from({ length: records.length - 2 }, (_, at) => found.has(at + 1));
    rules.forEach((rule, at) => {
      ofSet[at]?.push(stopOf(history, rule));
    });
  }
  ofSet.forEach((each, at) => {
    stops[at]?.push(...each);
    print(set, at, each);
  });
}
stops.forEach((each, at) => {
  print('all', at, each);
});

function stopOf(
  history: readonly boolean[],
  { target, confidence }: { target: number; confidence: number },
): Stop {
  const total = history.length;
  const relevant = history.filter(Boolean).length;
  const step = Math.max(1, Math.floor(total / 100));
  for (let screened = step; screened < total; screened += step) {
    const seen = history.slice(0, screened);
    if (rankedP(seen, total, target) >= 1 - confidence) continue;
    const recall = seen.filter(Boolean).length / relevant;
    return { recall, saved: 1 - screened / total, isCovered: recall >= target };
  }
  return { recall: 1, saved: 0, isCovered: true };
}

function print(set: string, at: number, each: readonly Stop[]): void {
  const { target = 0, confidence = 0 } = rules[at] ?? {};
  const mean = (of: (stop: Stop) => number) =>
    ((each.reduce((sum, stop) => sum + of(stop), 0) / each.length) * 100).toFixed(1);
  process.stdout.write(
    `${set.padEnd(20)} recall ${target} at ${confidence}: reached in ${mean((stop) =>
      stop.isCovered ? 1 : 0,
    )} % of ${each.length} runs, recall ${mean((stop) => stop.recall)} %, work saved ${mean(
      (stop) => stop.saved,
    )} %\n`,
  );
}
