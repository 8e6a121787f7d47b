/** `restore`: a review out of its archive, alone or beside others. */
import { z } from 'zod';
import { findPersonByEmail } from '../accounts/people.ts';
import type { Db } from '../db.ts';
import { openArchive } from '../export/archive/checked.ts';
import { restoreArchive } from '../export/archive/restore.ts';
import { type Person, readPeople } from '../export/archive/staged.ts';
import { CommandError, commonSchema, defineCommand, storageFor } from './command.ts';

export const restoreCommand = defineCommand({
  name: 'restore',
  summary: 'restore a review from its archive, beside those that are there',
  options: {
    in: { kind: 'text', value: 'FILE', help: 'the ZIP file of the archive' },
    person: {
      kind: 'text',
      many: true,
      value: 'NAME=EMAIL',
      help: 'somebody of the archive has an account here; the others get accounts that an administrator can give a link to',
    },
  },
  schema: z.object({
    ...commonSchema,
    in: z.string('name the archive with --in').min(1),
    person: z.array(z.string().regex(/^.+=[^=]+@[^=]+$/, 'write NAME=EMAIL')).default([]),
  }),
  async run(options, output) {
    const { db, dataDir } = storageFor(options);
    const at = new Date().toISOString();
    const accounts = accountsFor(db, await peopleIn(options.in), options.person);
    const by = { personId: null, at, accounts };
    const restored = await restoreArchive({ db, dataDir }, options.in, by);
    const { slug, rows, named } = restored;
    if (options.json) output.json(restored);
    else {
      output.line(`${slug}: ${rows} rows restored and checked.`);
      if (named.length > 0)
        output.line(`They cannot sign in yet (give them a link under People): ${named.join(', ')}`);
    }
    return 0;
  },
});

async function peopleIn(file: string): Promise<Person[]> {
  const archive = await openArchive(file);
  try {
    return await readPeople(archive);
  } finally {
    archive.close();
  }
}

function accountsFor(db: Db, people: Person[], said: string[]): Map<number, number> {
  const pairs = said.map((text) => {
    const at = text.lastIndexOf('=');
    const [name, email] = [text.slice(0, at), text.slice(at + 1)];
    const meant = people.filter((each) => each.name === name);
    const account = findPersonByEmail(db, email);
    if (meant.length !== 1)
      throw new CommandError(
        `The archive names ${meant.length} people "${name}". It names: ${people.map((each) => each.name).join(', ')}`,
      );
    if (!account) throw new CommandError(`Nobody here has the address ${email}.`);
    return [meant[0]?.id ?? 0, account.id] as const;
  });
  return new Map(pairs);
}
