/** `check`: does everything that is derived agree with what it is derived from? */
import { z } from 'zod';
import { checkEverything } from '../check/check.ts';
import { commonSchema, defineCommand, storageFor } from './command.ts';

export const checkCommand = defineCommand({
  name: 'check',
  summary: 'recompute everything derived, verify what must always hold, print what disagrees',
  exitCodes: { 3: 'something disagrees' },
  options: {},
  schema: z.object(commonSchema),
  run(options, output) {
    const { db, searchDb } = storageFor(options);
    const results = checkEverything(db, searchDb);
    const problems = results.flatMap((result) => result.problems);
    if (options.json) output.json({ ok: problems.length === 0, results });
    else {
      for (const { check, review, problems: lines } of results)
        for (const line of lines) output.line(`${check}${review ? ` (${review})` : ''}: ${line}`);
      output.line(`${results.length} checks, ${problems.length} disagreements`);
    }
    return problems.length === 0 ? 0 : 3;
  },
});
