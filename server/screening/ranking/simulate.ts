/** Screening replayed on a set whose answers are known, to see how early the relevant come. */
import { featuresOf } from './features.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type ModelSettings, modelSettings, stepwise } from './model.ts';
import { randomOf } from './random.ts';
import type { Text } from './words.ts';

export type LabelledText = Text & { isRelevant: boolean };

export type Simulation = Measures & {
  records: number;
  relevant: number;
  /** Places in the file (from 0) of what was known beforehand: one relevant, one not. */
  priors: [number, number];
  /** The step at which each relevant record was found, rising. */
  foundAt: number[];
  /** Places in the file, in the order in which they were shown. */
  shown: number[];
  seconds: number;
};

/**
 * One relevant and one other record, drawn by the seed, are known; then one record a step, the likeliest first, and
 * the model learns from each; it ends with the last relevant one.
 * @param now a clock in milliseconds.
 */
export function simulate(
  records: readonly LabelledText[],
  seed: number,
  now: () => number,
  settings: ModelSettings = modelSettings,
): Simulation {
  const began = now();
  const priors = drawPriors(records, seed);
  const model = stepwise(featuresOf(records), settings);
  const answer = (row: number) => ({ row, value: records[row]?.isRelevant ? 1 : -1 });
  const relevant = records.filter((record) => record.isRelevant).length;
  const [foundAt, shown]: [number[], number[]] = [[], []];
  for (const row of priors) model.learn(answer(row));
  while (foundAt.length < relevant - 1) {
    const row = model.likeliest();
    shown.push(row);
    if (records[row]?.isRelevant) foundAt.push(shown.length);
    model.learn(answer(row));
  }
  const measures = measuresOf(foundAt, records.length - priors.length);
  const seconds = (now() - began) / 1000;
  return { records: records.length, relevant, priors, ...measures, seconds, foundAt, shown };
}

function drawPriors(records: readonly LabelledText[], seed: number): [number, number] {
  const random = randomOf(seed);
  const draw = (wanted: boolean) => {
    const places = records.flatMap((record, at) => (record.isRelevant === wanted ? [at] : []));
    return places[Math.floor(random() * places.length)] ?? 0;
  };
  return [draw(true), draw(false)];
}
