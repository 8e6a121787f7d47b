/** `backup`: a copy of the database as it is now, made while the server runs. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CommandError, commonSchema, defineCommand, storageFor } from './command.ts';

export const backupCommand = defineCommand({
  name: 'backup',
  summary: 'write a whole copy of the database to a new file, also while the server runs',
  options: { out: { kind: 'text', value: 'FILE', help: 'the new file' } },
  schema: z.object({ ...commonSchema, out: z.string('name the new file with --out').min(1) }),
  run(options, output) {
    const file = resolve(options.out);
    if (existsSync(file)) throw new CommandError(`${file} is there already. Name a new file.`);
    const { db } = storageFor(options);
    db.$client.prepare('VACUUM INTO ?').run(file);
    if (options.json) output.json({ file });
    else output.line(file);
    return 0;
  },
});
