/** `user`: makes accounts and lists them. */
import { z } from 'zod';
import { roles } from '../../schema/accounts.ts';
import { addMember, membersOf } from '../accounts/members.ts';
import { closeAccount, createPerson, findPersonByEmail, people } from '../accounts/people.ts';
import { AppError } from '../errors.ts';
import { findReview } from '../platform/find-review.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';

const schema = z.object({
  ...commonSchema,
  add: z.email('write an e-mail address').optional(),
  close: z.email('write an e-mail address').optional(),
  name: z.string().min(1).optional(),
  password: z.string().min(10, 'use at least 10 characters').optional(),
  administrator: z.boolean().default(false),
  review: z.string().optional(),
  role: z.enum(roles).optional(),
  adjudicator: z.boolean().default(false),
});

export const userCommand = defineCommand({
  name: 'user',
  summary: 'list accounts; add one, close one, or give one a role in a review',
  options: {
    add: { kind: 'text', value: 'EMAIL', help: 'make an account, or name one to give a role' },
    name: { kind: 'text', value: 'NAME', help: 'the name of a new account' },
    password: { kind: 'text', value: 'WORD', help: 'the password of a new account (10 or more)' },
    administrator: { kind: 'flag', help: 'make the new account an administrator' },
    review: { kind: 'text', value: 'SLUG', help: 'with --role: the review' },
    role: { kind: 'text', value: 'ROLE', help: `one of ${roles.join(', ')}` },
    adjudicator: { kind: 'flag', help: 'with --role: may settle conflicts' },
    close: { kind: 'text', value: 'EMAIL', help: 'close an account' },
  },
  schema,
  async run(options, output) {
    const { db } = storageFor(options);
    const context = { db, actor: null, at: new Date().toISOString() };
    if (options.close) {
      const row = findPersonByEmail(db, options.close);
      if (!row) throw new CommandError(`There is no account ${options.close}.`);
      closeAccount(context, row.id);
    }
    if (options.add) await add(context, options);
    print(db, options, output);
    return 0;
  },
});

type Options = z.infer<typeof schema>;
type CliContext = Parameters<typeof closeAccount>[0];

async function add(context: CliContext, options: Options): Promise<void> {
  const email = options.add ?? '';
  const known = findPersonByEmail(context.db, email);
  if (known && !options.role) throw new CommandError(`There is already an account ${email}.`);
  const personId = known?.id ?? (await make(context, email, options));
  if (!options.role) return;
  const review = findReview(context.db, options.review ?? '');
  if (!review) throw new CommandError(`There is no review "${options.review ?? ''}".`);
  const { role, adjudicator: mayAdjudicate } = options;
  try {
    addMember(context, { reviewId: review.id, personId, role, mayAdjudicate });
  } catch (error) {
    if (error instanceof AppError && error.code === 'LAST_OWNER')
      throw new CommandError('The review must keep an owner: add one with --role owner first.');
    throw error;
  }
}

function make(context: CliContext, email: string, options: Options): Promise<number> {
  if (!options.password) throw new CommandError('A new account needs --password.', 2);
  const { name = email, password, administrator: isAdministrator } = options;
  return createPerson(context, { email, name, password, isAdministrator });
}

function print(db: CliContext['db'], options: Options, output: Output): void {
  const review = options.review ? findReview(db, options.review) : null;
  const rows = review ? membersOf(db, review.id) : people(db);
  if (options.json) output.json(rows);
  else for (const row of rows) output.line(`${row.email}\t${row.name}`);
}
