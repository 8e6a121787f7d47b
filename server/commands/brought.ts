/** `brought`: the decisions, notes and codes that an imported file brought along: looked at, taken over, taken back. */
import { z } from 'zod';
import { membersOf } from '../accounts/members.ts';
import {
  accountOf,
  actsOf,
  planOf,
  readMatches,
  takeOverBrought,
  undoAct,
} from '../export/brought/acts.ts';
import type { Choices, Matched } from '../export/brought/matches.ts';
import { kinds } from '../export/brought/plan.ts';
import { findReview } from '../platform/find-review.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';

const Pairs = z
  .array(z.string().regex(/=/, 'write WORD=ID'))
  .default([])
  .transform((pairs) => Object.fromEntries(pairs.map(pairOf)));

/** The word of a file may hold the sign itself: the last one counts. */
function pairOf(pair: string): [string, string] {
  const at = pair.lastIndexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

const schema = z.object({
  ...commonSchema,
  review: z.string('name the review'),
  import: z.coerce.number('name the import').int().positive(),
  apply: z.boolean().default(false),
  undo: z.coerce.number().int().positive().optional(),
  person: Pairs,
  reason: Pairs,
  code: Pairs,
});

export const broughtCommand = defineCommand({
  name: 'brought',
  summary:
    'decisions, notes and codes that a file brought along: what taking over does, and doing it',
  exitCodes: { 3: 'some of it has no counterpart here, or is decided otherwise' },
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review' },
    import: { kind: 'text', value: 'ID', help: 'the import whose file brought it' },
    apply: { kind: 'flag', help: 'take it over, in the name of the first owner' },
    undo: { kind: 'text', value: 'ACT', help: 'take back what was taken over in one act' },
    person: { kind: 'text', value: 'NAME=ID', many: true, help: 'who a name in the file is here' },
    reason: {
      kind: 'text',
      value: 'CODE=ID',
      many: true,
      help: 'the criterion a reason stands for, or `none`',
    },
    code: { kind: 'text', value: 'NAME=ID', many: true, help: 'the code that a code stands for' },
  },
  schema,
  async run(options, output) {
    const { db } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const owner = membersOf(db, review.id).find((member) => member.role === 'owner');
    if (!owner) throw new CommandError('The review has no owner.');
    const context = { db, actor: { personId: owner.personId }, at: new Date().toISOString() };
    const about = { reviewId: review.id, importId: options.import };
    const choices: Choices = {
      people: options.person,
      reasons: options.reason,
      codes: options.code,
    };
    if (options.undo) undoAct(context, about, options.undo);
    const taken = options.apply ? await takeOverBrought(context, about, choices) : null;
    const { matches } = await readMatches(db, about, choices);
    const account = accountOf(await planOf(db, about, matches));
    const acts = actsOf(db, about);
    if (options.json) output.json({ taken, account, matches, acts });
    else {
      if (taken)
        output.line(
          `Taken over (act ${taken.actId}): ${taken.decisions} decisions, ${taken.notes} notes, ${taken.codes} codes`,
        );
      for (const kind of kinds)
        output.line(`${kind}s: ${JSON.stringify(account[kind]).replaceAll('"', '')}`);
      for (const name of ['people', 'reasons', 'codes'] as const)
        print(name, matches[name], output);
    }
    const isWhole = kinds.every((kind) =>
      Object.keys(account[kind]).every((fate) => fate === 'apply' || fate === 'same'),
    );
    return isWhole ? 0 : 3;
  },
});

function print(name: string, list: Matched[], output: Output): void {
  if (list.length > 0) output.line(`${name}:`);
  for (const { said, count, value } of list)
    output.line(`  ${said || '(none given)'} (${count}): ${value ?? 'no counterpart'}`);
}
