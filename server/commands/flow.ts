/** `flow`: a review's PRISMA flow as text, JSON or SVG. */
import { z } from 'zod';
import { locales } from '../../schema/columns.ts';
import { findReview } from '../platform/find-review.ts';
import { flowFigure } from '../synthesis/flow/drawn.ts';
import { type Flow, flowAt, flowOf } from '../synthesis/flow/flow.ts';
import { flowJson } from '../synthesis/flow/page.ts';
import { prismaCsv } from '../synthesis/flow/prisma-csv.ts';
import { momentAt } from '../synthesis/flow/replay.ts';
import { boxLabel, boxLine, flowNotes } from '../synthesis/flow/words.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';

const schema = z.object({
  ...commonSchema,
  review: z.string('name the review').min(1),
  svg: z.boolean().default(false),
  csv: z.boolean().default(false),
  at: z.iso.date('write a day as 2026-11-22').optional(),
  lang: z.enum(locales).default('en'),
});

export const flowCommand = defineCommand({
  name: 'flow',
  summary: 'print the PRISMA flow of a review: counted and reported numbers, and what is pending',
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review' },
    svg: { kind: 'flag', help: 'print the figure as SVG' },
    csv: { kind: 'flag', help: 'print the numbers as the R package PRISMA2020 reads them' },
    at: { kind: 'text', value: 'DAY', help: 'as it was at the end of a day: 2026-11-22' },
    lang: { kind: 'text', value: 'LANG', help: `one of ${locales.join(', ')} (else en)` },
  },
  schema,
  run(options, output) {
    const { db } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const moment = options.at ? momentAt(db, review.id, `${options.at}T23:59:59.999Z`) : null;
    if (options.at && !moment)
      throw new CommandError(`The log of the flow does not reach back to ${options.at}.`);
    const flow = moment ? flowAt(db, review, moment) : flowOf(db, review);
    const reader = { locale: options.lang, review, mayRead: true, at: '' };
    if (options.svg) output.line(flowFigure(flow, reader, { isStandalone: true, linkBase: null }));
    else if (options.csv) output.line(prismaCsv(flow).trimEnd());
    else if (options.json) output.json(flowJson(flow));
    else print(flow, options.lang, output);
    return 0;
  },
});

function print(flow: Flow, locale: (typeof locales)[number], output: Output): void {
  const state = flow.isProvisional ? 'provisional' : 'final';
  output.line(`${flow.template}, ${flow.basis === 'records' ? state : 'from the included list'}`);
  for (const box of flow.boxes)
    output.line(`${box.id.padEnd(4)} ${boxLine(locale, boxLabel(locale, flow, box.id), box)}`);
  for (const note of flowNotes(locale, flow)) output.line(note);
  for (const check of flow.checks.filter(({ state: each }) => each !== 'holds'))
    output.line(`${check.id} ${check.state}: ${check.left} and ${check.right}`);
}
