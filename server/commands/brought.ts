/** `brought`: the decisions, notes and codes that an imported file brought along: looked at, taken over, taken back. */
import { z } from 'zod';
import { membersOf } from '../accounts/members.ts';
import type { Connection } from '../db.ts';
import { AppError } from '../errors.ts';
import {
  type Account,
  accountOf,
  actsOf,
  planOf,
  readMatches,
  takeOverBrought,
  undoAct,
} from '../export/brought/acts.ts';
import {
  type Choices,
  type Matched,
  type Matches,
  noChoices,
  notReported,
} from '../export/brought/matches.ts';
import { type Fate, fates, type Kind, kinds } from '../export/brought/plan.ts';
import type { PersonalContext } from '../platform/context.ts';
import { findReview } from '../platform/find-review.ts';
import { CommandError, commonSchema, defineCommand, storageFor } from './command.ts';

const Pairs = z
  .array(z.string().regex(/=/, 'write WORD=ID'))
  .default([])
  .transform((pairs) => Object.fromEntries(pairs.map(pairOf)));

/** The word of a file may hold the sign itself: the last one counts. */
function pairOf(pair: string): [string, string] {
  const at = pair.lastIndexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

const schema = z
  .object({
    ...commonSchema,
    review: z.string('name the review'),
    import: z.coerce.number('name the import').int('an import is a number').positive(),
    apply: z.boolean().default(false),
    undo: z.coerce.number('an act is a number').int('an act is a number').positive().optional(),
    person: Pairs,
    reason: Pairs,
    code: Pairs,
  })
  .refine(({ apply, undo }) => !(apply && undo), {
    path: ['undo'],
    error: 'take over or take back, not both at once',
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
    const { context, about } = placeOf(db, options);
    const choices: Choices = {
      people: options.person,
      reasons: options.reason,
      codes: options.code,
    };
    requireKnown(await read(db, about), choices);
    if (options.undo) takeBack(context, about, options.undo);
    const taken = options.apply ? await takeOverBrought(context, about, choices) : null;
    const { matches } = await readMatches(db, about, choices);
    const account = accountOf(await planOf(db, about, matches));
    const acts = actsOf(db, about);
    if (options.json) output.json({ taken, account, matches, acts });
    else for (const line of linesOf(account, matches, acts)) output.line(line);
    const isWhole = kinds.every((kind) =>
      Object.keys(account[kind]).every((fate) => fate === 'apply' || fate === 'same'),
    );
    return isWhole ? 0 : 3;
  },
});

type About = { reviewId: number; importId: number };

/** What is done is done in the name of the first owner. */
function placeOf(db: Connection, options: { review: string; import: number }) {
  const review = findReview(db, options.review);
  if (!review) throw new CommandError(`There is no review "${options.review}".`);
  const owner = membersOf(db, review.id).find((member) => member.role === 'owner');
  if (!owner) throw new CommandError('The review has no owner.');
  const context = { db, actor: { personId: owner.personId }, at: new Date().toISOString() };
  return { context, about: { reviewId: review.id, importId: options.import } };
}

async function read(db: Connection, about: About) {
  try {
    return await readMatches(db, about, noChoices);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
    throw new CommandError(
      `The review has no import ${about.importId} whose file brought decisions, notes or codes along.`,
    );
  }
}

function takeBack(context: PersonalContext, about: About, actId: number): void {
  const known = actsOf(context.db, about).some(({ id }) => id === actId);
  if (!known) throw new CommandError(`Nothing was taken over from this import in an act ${actId}.`);
  undoAct(context, about, actId);
}

/** What is chosen for a word that the file does not have, or is nothing here, is a slip of the pen. */
function requireKnown(
  { matches, targets }: Awaited<ReturnType<typeof read>>,
  choices: Choices,
): void {
  const ids = {
    people: targets.people.map(({ id }) => String(id)),
    reasons: [...targets.criteria.map(({ id }) => String(id)), notReported],
    codes: targets.codes.map(({ id }) => String(id)),
  };
  for (const kind of ['people', 'reasons', 'codes'] as const)
    for (const [said, value] of Object.entries(choices[kind])) {
      if (!matches[kind].some((each) => each.said === said))
        throw new CommandError(`Among the ${kind} of the file there is no "${said}".`, 2);
      if (value !== '' && !ids[kind].includes(value))
        throw new CommandError(`Among the ${kind} of the review there is no ${value}.`, 2);
    }
}

const fateWords: Record<Fate, string> = {
  apply: 'to take over',
  same: 'stand so here',
  clash: 'decided otherwise here',
  judged: 'being judged here',
  contradiction: 'contradicted by the file itself',
  unmatched: 'without a counterpart here',
  not_reached: 'of a stage that the publication has not come to here',
  unknown: 'of a stage or an answer that is unknown here',
  two_coders: 'not taken over, since two people code here',
};
const kindWords: Record<Kind, string> = { decision: 'Decisions', note: 'Notes', code: 'Codes' };

function linesOf(account: Account, matches: Matches, acts: ReturnType<typeof actsOf>): string[] {
  const counts = kinds.map((kind) => {
    const parts = fates.flatMap((fate) => {
      const count = account[kind][fate];
      return count ? [`${count} ${fateWords[fate]}`] : [];
    });
    return `${kindWords[kind]}: ${parts.join(', ') || 'none'}`;
  });
  const done = acts.map(
    ({ id, by, at, undoneAt, decisions, notes, codes }) =>
      `Act ${id}: decisions ${decisions}, notes ${notes}, codes ${codes}, taken over by ${by}, ${at}${
        undoneAt ? `; taken back ${undoneAt}` : ''
      }`,
  );
  return [
    ...counts,
    ...matched('People', matches.people),
    ...matched('Reasons', matches.reasons),
    ...matched('Codes', matches.codes),
    ...done,
  ];
}

function matched(heading: string, list: readonly Matched[]): string[] {
  if (list.length === 0) return [];
  const lines = list.map(
    ({ said, count, value }) =>
      `  ${said || '(none given)'} (${count}): ${value ?? 'no counterpart'}`,
  );
  return [`${heading} of the file, and what they are here:`, ...lines];
}
