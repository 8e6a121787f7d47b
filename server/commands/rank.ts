/** `rank simulate`: replays the screening of a labelled set, to see how early the ranking finds what is relevant. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import iconv from 'iconv-lite';
import { z } from 'zod';
import { detectEncoding } from '../../import/decode.ts';
import { LabelledFileError, labelledTexts } from '../screening/ranking/labelled.ts';
import { modelName } from '../screening/ranking/model.ts';
import { type Simulation, simulate } from '../screening/ranking/simulate.ts';
import { CommandError, commonSchema, defineCommand } from './command.ts';

export const rankCommand = defineCommand({
  name: 'rank simulate',
  summary:
    'replay the screening of a labelled set: work saved, recall curve, seconds; saves nothing',
  options: {
    in: {
      kind: 'text',
      value: 'FILE',
      help: 'a CSV file with columns title, abstract, label (1 or 0, yes or no, ...)',
    },
    seed: { kind: 'text', value: 'N', help: 'draws the two records known beforehand (0)' },
  },
  schema: z.object({
    ...commonSchema,
    in: z.string('name the labelled file with --in').min(1),
    seed: z.coerce.number('a whole number from 0').int().min(0).max(4294967295).default(0),
  }),
  run(options, output) {
    const records = readLabelled(options.in);
    const result = simulate(records, options.seed, () => performance.now());
    if (options.json) output.json(asJson(options.seed, result));
    else for (const line of asText(result)) output.line(line);
    return 0;
  },
});

function readLabelled(file: string) {
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
  if (!statSync(file).isFile()) throw new CommandError(`${file} is not a file.`);
  try {
    const bytes = readFileSync(file);
    return labelledTexts(iconv.decode(bytes, detectEncoding(bytes)));
  } catch (error) {
    if (error instanceof LabelledFileError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

function asJson(seed: number, result: Simulation) {
  const { wss95, rrf10, atd, loss, seconds, records, relevant, priors, foundAt } = result;
  const found = foundAt.map((screened, at) => ({
    screened,
    found: at + 1,
    recall: (at + 1) / foundAt.length,
  }));
  return {
    model: modelName,
    seed,
    records,
    relevant,
    // As the lines of data in the file are numbered, from 1.
    priors: priors.map((place) => place + 1),
    wss95,
    rrf10,
    atd,
    loss,
    seconds,
    recallCurve: [{ screened: 0, found: 0, recall: 0 }, ...found],
  };
}

function asText({ wss95, rrf10, atd, loss, seconds, records, relevant, foundAt }: Simulation) {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    `${records} records, ${relevant} relevant; two known beforehand`,
    `work saved over sampling at 95 % recall (WSS@95): ${percent(wss95)}`,
    `found in the first tenth (RRF@10): ${percent(rrf10)}`,
    `mean place of the relevant (ATD): ${percent(atd)}`,
    `loss: ${loss.toFixed(4)}`,
    `last relevant found after ${foundAt.at(-1) ?? 0} records, ${seconds.toFixed(2)} s`,
  ];
}
