/** `restore`: a review out of its archive, into an installation that has none. */
import { z } from 'zod';
import { restoreArchive } from '../export/archive/restore.ts';
import { commonSchema, defineCommand, storageFor } from './command.ts';

export const restoreCommand = defineCommand({
  name: 'restore',
  summary: 'restore a review from its archive into an empty installation',
  options: { in: { kind: 'text', value: 'FILE', help: 'the ZIP file of the archive' } },
  schema: z.object({ ...commonSchema, in: z.string('name the archive with --in').min(1) }),
  async run(options, output) {
    const { db, dataDir } = storageFor(options);
    const at = new Date().toISOString();
    const restored = await restoreArchive({ db, dataDir }, options.in, { personId: null, at });
    if (options.json) output.json(restored);
    else output.line(`${restored.slug}: ${restored.rows} rows restored and checked.`);
    return 0;
  },
});
