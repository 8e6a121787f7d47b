/** A demonstration in the middle of work: votes, a conflict, a file with a rejected stretch, a possible duplicate. */
import { Readable } from 'node:stream';
import { and, eq } from 'drizzle-orm';
import { membership } from '../../schema/accounts.ts';
import { possiblePair, report } from '../../schema/records.ts';
import { review } from '../../schema/reviews.ts';
import { attachFiles } from '../../server/documents/files.ts';
import { jobHandlers } from '../../server/job-handlers.ts';
import { runNext } from '../../server/platform/jobs/jobs.ts';
import { storeFile } from '../../server/records/imports/files.ts';
import { createImport } from '../../server/records/imports/imports.ts';
import { currentProtocol, saveProtocol } from '../../server/reviews/protocol.ts';
import { castVote } from '../../server/screening/votes/votes.ts';
import { appraiseByTwo } from './appraised.ts';
import { broughtFile, takeOverSome } from './brought.ts';
import { codeByTwo } from './coders.ts';
import { addVisitor, type Site } from './site.ts';
import { leaveTraces } from './traces.ts';

const at = '2026-11-22T13:00:00.000Z';
const messyFile = [
  'TY  - JOUR',
  'AU  - Nordmann, Kari',
  'TI  - Volunteers in municipal care: a study of three municipalities',
  'PY  - 2018',
  'XX  - a tag that nobody knows',
  'ER  - ',
  '',
  'this stretch belongs to no record',
  '',
  'TY  - JOUR',
  'AU  - Nordmann, Kari',
  'TI  - Volunteers in municipal care: a study of four municipalities',
  'PY  - 2019',
  'ER  - ',
  '',
  'TY  - JOUR',
  'AU  - Nordmann, Kari',
  'TI  - Volunteers in municipal care: a study of five municipalities',
  'PY  - 2019',
  'ER  - ',
  '',
].join('\r\n');
/** Headings that say nothing: the import waits for a person to say what they are. */
const unclearTable = 'Vad den heter;Skriven av;Tryckt\nSkogen;Berg, Anna;2020\nHavet;Ek, Bo;2021\n';

/** @returns an administrator and the two reviewers of the exercise, who disagree about its first publication. */
export async function workOnExercise(site: Site) {
  const { db } = site;
  const administrator = addVisitor(db, 'Astrid Berg', { isAdministrator: true });
  const first = addVisitor(db, 'Bjørn Dahl');
  const second = addVisitor(db, 'Cecilia Ek');
  const exercise = db.select().from(review).where(eq(review.slug, 'exercise')).get();
  const reviewId = exercise?.id ?? 0;
  for (const personId of [first, second])
    db.insert(membership).values({ reviewId, personId, role: 'reviewer' }).run();
  const ids = db
    .select({ id: report.id })
    .from(report)
    .where(and(eq(report.reviewId, reviewId), eq(report.rootId, report.id)))
    .all()
    .map((row) => row.id);
  const say = (personId: number, reportId: number, answer: 'include' | 'exclude') => {
    const input = { reviewId, reportId, answer, criterionId: null, note: '', clientKey: null };
    castVote({ db, actor: { personId }, at }, { ...input, stage: 'title_abstract' });
  };
  const [disputed = 0, agreed = 0, waiting = 0, unjudged = 0] = ids;
  say(first, disputed, 'include');
  say(second, disputed, 'exclude');
  for (const personId of [first, second]) say(personId, agreed, 'include');
  say(first, waiting, 'include');
  await importFile(site, administrator, reviewId, { name: 'messy.ris', text: messyFile });
  if (!db.select().from(possiblePair).get()) throw new Error('the messy file asks no question');
  await importFile(site, administrator, reviewId, { name: 'unclear.csv', text: unclearTable });
  await importFile(site, administrator, reviewId, { name: 'brought.ris', text: broughtFile });
  await takeOverSome(site, administrator, reviewId);
  const text = 'Volunteers and staff meet once a month.\fThey decide together.';
  await attach(site, administrator, { reviewId, reportId: agreed }, ['meetings.txt', text]);
  amendProtocol(site, administrator, reviewId);
  codeByTwo(site, [administrator, first]);
  appraiseByTwo(site, [administrator, first]);
  await leaveTraces(site, administrator, unjudged);
  return { administrator, first, second, reviewId, agreed };
}

function amendProtocol({ db }: Site, personId: number, reviewId: number): void {
  const current = currentProtocol(db, reviewId);
  if (!current) throw new Error('the exercise has no protocol');
  const context = { db, actor: { personId }, at };
  const content = { ...current.content, languages: ['en', 'nb', 'nn', 'sv'] };
  saveProtocol(context, reviewId, content, 'Only languages that the team reads');
}

/** A document that reviewers read beside the form at full text. */
export async function attach(
  site: Site,
  personId: number,
  { reviewId, reportId }: { reviewId: number; reportId: number },
  [fileName, content]: [string, string | Buffer],
): Promise<void> {
  const { db, dataDir } = site;
  const { hash, bytes } = await storeFile(dataDir, Readable.from([Buffer.from(content)]));
  const upload = { fileName, fileHash: hash, fileBytes: bytes };
  attachFiles({ db, actor: { personId }, at }, reviewId, [upload], reportId);
  await doWaitingJobs(site);
}

async function importFile(
  site: Site,
  personId: number,
  reviewId: number,
  { name, text }: { name: string; text: string },
): Promise<void> {
  const { db, dataDir } = site;
  const stored = await storeFile(dataDir, Readable.from([Buffer.from(text)]));
  const context = { db, actor: { personId }, at };
  createImport(context, {
    reviewId,
    searchRunId: null,
    fileName: name,
    fileHash: stored.hash,
    fileBytes: stored.bytes,
    format: null,
    asksColumns: true,
  });
  await doWaitingJobs(site);
}

async function doWaitingJobs({ db, dataDir, app }: Site): Promise<void> {
  const tools = { db, searchDb: app.searchDb, dataDir, now: () => at };
  while (await runNext(tools, jobHandlers)) {
    // Each turn does one job.
  }
}
