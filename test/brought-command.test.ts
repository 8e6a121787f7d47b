/** The command `brought`: what a file brought along is looked at, taken over and taken back on the command line. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { criterion } from '../schema/reviews.ts';
import { standing } from '../schema/screening.ts';
import { broughtCommand } from '../server/commands/brought.ts';
import { addSearchRun } from '../server/searches/runs.ts';
import { prepareStorage } from '../server/storage.ts';
import { failure, printed } from './command-line.ts';
import { doJobs, giveFile } from './data-folder.ts';
import { addPerson, addReview } from './helpers.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'underlag-brought-'));
const { db, searchDb } = prepareStorage(dataDir);
afterAll(() => {
  db.$client.close();
  searchDb.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const astrid = addPerson(db, 'Astrid Berg');
const review = addReview(db, [[astrid, 'owner']], { slug: 'walking' });
const label = { en: 'Wrong place' };
const { id: reason } = db
  .insert(criterion)
  .values({
    reviewId: review.id,
    code: 'E1',
    kind: 'exclude',
    label,
    statement: label,
    position: 1,
  })
  .returning({ id: criterion.id })
  .get();

const decision = (answer: string, more = {}) =>
  `U1  - underlag:decision ${JSON.stringify({
    ...{ stage: 'title_abstract', decision: answer, by: 'Astrid Berg', at: '2025-01-02' },
    ...more,
  })}`;
const record = (title: string, ...extras: string[]) =>
  ['TY  - JOUR', `TI  - ${title}`, 'PY  - 2020', ...extras, 'ER  - '].join('\n');
const file = [
  record('Walking in forests and the health of retired people', decision('include')),
  record('Gardens behind hospitals', decision('exclude', { reason: 'Z9' })),
  record('Public benches', decision('include'), 'N1  - underlag:note {"text":"See table 2"}'),
].join('\n');

async function bring(text: string): Promise<number> {
  const searchRunId = addSearchRun(astrid, review.id, { kind: 'database', source: 'Elsewhere' });
  const to = { dataDir, reviewId: review.id, searchRunId };
  const { importId } = await giveFile(astrid, to, { fileName: 'from.ris', text });
  await doJobs({ db, searchDb, dataDir });
  return importId;
}

let importId = 0;
let plainId = 0;
beforeAll(async () => {
  importId = await bring(file);
  plainId = await bring(record('A record that says nothing of the kind'));
});

const run = (...words: string[]) => printed(broughtCommand, [...words, '--data', dataDir]);
const here = (...words: string[]) =>
  run('--review', 'walking', '--import', String(importId), ...words);

async function refusal(running: Promise<unknown>) {
  const { code, message } = await failure(running);
  return { code, said: message.split('\n')[0] };
}

const stands = () => db.select().from(standing).all().length;

test('the help says what may be asked and what the exit codes mean', async () => {
  const { text } = await run('--help');
  expect(text).toContain('--reason CODE=ID');
  expect(text).toContain('3 some of it has no counterpart here');
});

test('what cannot be done is refused in words, and nothing is done', async () => {
  const of = (...words: string[]) => refusal(run(...words));
  expect(await of('--review', 'nowhere', '--import', '1')).toEqual({
    code: 1,
    said: 'There is no review "nowhere".',
  });
  expect(await of('--review', 'walking')).toEqual({ code: 2, said: '--import: name the import' });
  for (const id of [plainId, 999])
    expect(await of('--review', 'walking', '--import', String(id))).toEqual({
      code: 1,
      said: `The review has no import ${id} whose file brought decisions, notes or codes along.`,
    });
  expect(await refusal(here('--reason', 'Z9'))).toEqual({
    code: 2,
    said: '--reason.0: write WORD=ID',
  });
  expect(await refusal(here('--apply', '--undo', '1'))).toEqual({
    code: 2,
    said: '--undo: take over or take back, not both at once',
  });
  expect(await refusal(here('--apply', '--reason', 'Z8=none'))).toEqual({
    code: 2,
    said: 'Among the reasons of the file there is no "Z8".',
  });
  expect(await refusal(here('--apply', '--reason', 'Z9=4711'))).toEqual({
    code: 2,
    said: 'Among the reasons of the review there is no 4711.',
  });
  expect(await refusal(here('--undo', '77'))).toEqual({
    code: 1,
    said: 'Nothing was taken over from this import in an act 77.',
  });
  expect(stands()).toBe(0);
});

test('what came along is looked at, taken over, and taken back', async () => {
  const looked = await here();
  expect([looked.code, stands()]).toEqual([3, 0]);
  expect(looked.text.split('\n')).toEqual([
    'Decisions: 2 to take over, 1 without a counterpart here',
    'Notes: 1 to take over',
    'Codes: none',
    'People of the file, and what they are here:',
    `  Astrid Berg (3): ${astrid.personId}`,
    'Reasons of the file, and what they are here:',
    '  Z9 (1): no counterpart',
  ]);
  const taken = await here('--apply', '--reason', `Z9=${reason}`, '--json');
  expect(taken.code).toBe(0);
  expect(taken.json).toMatchObject({
    taken: { decisions: 3, notes: 1, codes: 0 },
    account: { decision: { same: 3 }, note: { same: 1 }, code: {} },
    acts: [{ by: 'Astrid Berg', undoneAt: null }],
  });
  expect(stands()).toBe(3);
  const { acts } = taken.json as { acts: { id: number }[] };
  const act = acts[0]?.id ?? 0;
  expect((await here('--reason', `Z9=${reason}`)).text).toContain(
    `Act ${act}: decisions 3, notes 1, codes 0, taken over by Astrid Berg`,
  );
  const again = await refusal(here('--apply', '--reason', `Z9=${reason}`));
  expect(again).toMatchObject({ code: 1, said: expect.stringMatching(/^[A-Z].*\.$/) });
  const back = await here('--undo', String(act));
  expect(back.text).toMatch(/; taken back \d{4}-/);
  expect(stands()).toBe(0);
});
