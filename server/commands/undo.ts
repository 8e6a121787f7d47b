/** `undo`: withdraws what an import brought, to the end, while that loses nobody's work; else says what it would lose. */
import { z } from 'zod';
import { jobHandlers } from '../job-handlers.ts';
import { findReview } from '../platform/find-review.ts';
import { translateDynamic } from '../platform/i18n.ts';
import { runToEnd } from '../platform/jobs/jobs.ts';
import { findImport, shownState } from '../records/imports/imports.ts';
import { type Loss, lossesOf } from '../records/imports/losses.ts';
import { undoImport } from '../records/imports/undo.ts';
import { actingIn } from './acting.ts';
import { CommandError, commonSchema, defineCommand, type Output, storageFor } from './command.ts';

export const undoCommand = defineCommand({
  name: 'undo',
  summary: 'withdraw everything that an import brought, unless people have worked on it',
  exitCodes: { 3: 'people have worked on it: nothing was done' },
  options: {
    review: { kind: 'text', value: 'SLUG', help: 'the review' },
    import: { kind: 'text', value: 'ID', help: 'the import, by the number in its address' },
    as: { kind: 'text', value: 'EMAIL', help: "in whose name (else the review's first owner)" },
  },
  schema: z.object({
    ...commonSchema,
    review: z.string('name the review'),
    import: z.coerce.number('name the import').int('an import is a number').positive(),
    as: z.email('write an e-mail address').optional(),
  }),
  async run(options, output) {
    const { db, searchDb, dataDir } = storageFor(options);
    const review = findReview(db, options.review);
    if (!review) throw new CommandError(`There is no review "${options.review}".`);
    const importId = options.import;
    const row = findImport(db, review.id, importId);
    if (!row) throw new CommandError(`The review has no import ${importId}.`);
    const losses = row.undoneAt === null ? lossesOf(db, importId) : [];
    if (losses.length > 0) return refuse(losses, output, options.json);
    const about = { reviewId: review.id, importId };
    const job = undoImport(actingIn(db, review.id, options.as), about);
    const now = () => new Date().toISOString();
    if (job) await runToEnd({ db, searchDb, dataDir, now }, job.id, jobHandlers.undo);
    const ended = findImport(db, review.id, importId);
    const state = ended ? shownState(ended) : null;
    if (options.json) output.json({ importId, state });
    else output.line(translateDynamic('en', `import_state.${state}`, {}));
    return state === 'undone' ? 0 : 1;
  },
});

function refuse(losses: Loss[], output: Output, asJson: boolean): number {
  if (asJson) output.json({ losses });
  else output.line(translateDynamic('en', 'import.undo_loses', {}));
  for (const { kind, count, reportIds } of asJson ? [] : losses) {
    const what = translateDynamic('en', `import_loss.${kind}`, { count });
    output.line(`  ${what} (${reportIds.slice(0, 20).join(', ')})`);
  }
  return 3;
}
