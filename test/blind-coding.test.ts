/** Nothing that one of two blind coders does is seen by the other: every page and file is read before and after. */
import { expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { saveAppraisal } from '../server/appraisal/appraisals.ts';
import { questionsOf, requireInstrument, takeInstrument } from '../server/appraisal/instruments.ts';
import { keepVersion } from '../server/coding/codebooks/codebook-versions.ts';
import { addCodebook } from '../server/coding/codebooks/codebooks.ts';
import { addCode } from '../server/coding/codebooks/codes.ts';
import { putCode } from '../server/coding/coders/coder-desk.ts';
import { setCoders, takeTurn } from '../server/coding/coders/double-coding.ts';
import {
  addExcerpt,
  archiveExcerpt,
  excerptsOfReview,
} from '../server/coding/excerpts/excerpts.ts';
import { markExcerpt } from '../server/coding/excerpts/reading.ts';
import { saveAnswers } from '../server/coding/forms/answers.ts';
import { addForm, saveField } from '../server/coding/forms/forms.ts';
import { setPageText } from '../server/documents/page-texts.ts';
import { rebuildAll } from '../server/evidence/index-job.ts';
import { addFinding } from '../server/findings/findings.ts';
import { addSupport } from '../server/findings/supports.ts';
import { addPublication } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

/** A published review in which Astrid, who owns it, and Bo have both begun on one publication, blind to each other. */
async function twoCoders() {
  const db = freshDatabase();
  const [astrid, bo] = [addPerson(db, 'Astrid'), addPerson(db, 'Bo')];
  const published = { publishedAt: astrid.at };
  const { id: reviewId } = addReview(
    db,
    [
      [astrid, 'owner'],
      [bo, 'reviewer'],
    ],
    published,
  );
  const reportId = addPublication(astrid, reviewId, { title: 'Walking in the forest' });
  const other = addPublication(astrid, reviewId, { title: 'Rowing on the lake', family: 'Ek' });
  setPageText(astrid, reportId, 1, 'Trust grew where people met. Money did not matter.');
  const book = addCodebook(astrid, reviewId, {
    key: 'themes',
    kind: 'tree',
    label: { en: 'Themes' },
  });
  const trust = addCode(astrid, book, { label: { en: 'Trust' } });
  const money = addCode(astrid, book, { label: { en: 'Money' } });
  keepVersion(astrid, book, 'first');
  const form = addForm(astrid, reviewId, { en: 'Facts' });
  const question = { help: {}, isRequired: true, designs: [], codebookKey: '', options: [] };
  saveField(astrid, reviewId, form, { ...question, label: { en: 'People' }, kind: 'number' });
  const instrumentId = takeInstrument(astrid, reviewId, 'grey-literature');
  const finding = addFinding(astrid, reviewId, {
    kindKey: 'success_factor',
    statement: { en: 'Time helps' },
  });
  addSupport(astrid, finding, { reportId: other, excerptId: null, stance: 'supports' });
  setCoders(astrid, reviewId, 2);
  const nothing = { answers: {}, overall: null, reason: '', isDone: false };
  for (const coder of [astrid, bo]) {
    takeTurn(coder, reportId, 'begun');
    saveAppraisal(coder, reviewId, { instrumentId, reportId }, nothing);
  }
  const codes = { trust, money };
  return { db, astrid, bo, reviewId, reportId, codes, form, instrumentId, finding };
}
type Setting = Awaited<ReturnType<typeof twoCoders>>;

/** Bo puts codes, marks, quotes, answers and appraises. @returns the excerpts. */
function boWorks({ db, bo, reviewId, reportId, codes, form, instrumentId }: Setting): number[] {
  putCode(bo, reviewId, reportId, { codeId: codes.trust, locator: 'p. 1' });
  const marked = markExcerpt(bo, reviewId, {
    reportId,
    language: 'en',
    quotation: 'Trust grew where people met.',
    page: '1',
    locator: '',
    codeIds: [codes.trust],
    at: null,
  });
  const typed = addExcerpt(bo, reviewId, {
    reportId,
    kind: 'restatement',
    text: { en: 'What only Bo knows' },
    page: '7',
    codeIds: [codes.money],
  });
  const answer = { value: '4711', locator: 'p. 2', excerptIds: [typed] };
  saveAnswers(bo, reviewId, { formId: form, reportId }, new Map([['people', answer]]));
  const { sections } = requireInstrument(db, reviewId, instrumentId);
  const [first] = questionsOf(sections);
  const reply = { reply: 'no' as const, comment: 'Bo objects', locator: '', excerptIds: [marked] };
  const answers = { [first?.key ?? '']: reply };
  const input = { answers, overall: 'bad' as const, reason: 'Bo doubts it', isDone: false };
  saveAppraisal(bo, reviewId, { instrumentId, reportId }, input);
  return [marked, typed];
}

/**
 * Rooms before coding know nothing of it; what is drawn or set for print says what its twin as text does. An archive
 * is the whole review, for the one who keeps it.
 */
const mayTell = (url: string): boolean =>
  !/\/(?:screening|searches|duplicates|imports?|flow|records|references|protocol|projects|team|tables\/new)\b|\.(?:zip|png|pdf|docx|xlsx|tex|md)\b/.test(
    url,
  );

type Browser = ReturnType<Awaited<ReturnType<typeof startApp>>['as']>;

/** Everything that the pages of a review lead to and every route with the numbers of this one, as this person gets it. */
async function everythingSeen(browser: Browser, addresses: readonly string[]) {
  const seen = new Map<string, string>();
  const queue = [...addresses];
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    if (seen.has(url)) continue;
    const answer = await browser.get(url);
    const type = String(answer.headers['content-type'] ?? '');
    const isText = /html|json|csv|text|svg|x-tex|xml/.test(type) && !type.includes('openxml');
    seen.set(url, isText ? answer.body : answer.rawPayload.toString('base64'));
    if (!type.includes('html')) continue;
    for (const [, href = ''] of answer.body.matchAll(/href="([^"]+)"/g)) {
      const next = href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&').split('#')[0] ?? '';
      if (next.startsWith('/reviews/nature') && mayTell(next)) queue.push(next);
    }
  }
  return seen;
}

function addressesOf(
  table: readonly { method: string; url: string }[],
  setting: Setting,
): string[] {
  const { reportId, codes, form, instrumentId, finding } = setting;
  const numbers: Record<string, string> = {
    review: 'nature',
    report: String(reportId),
    publication: String(reportId),
    form: String(form),
    instrument: String(instrumentId),
    finding: String(finding),
    version: '1',
  };
  const fill = (url: string, more: Record<string, string>) =>
    url.replaceAll(/:(\w+)(\([^)]*\))?/g, (_, name) => more[name] ?? numbers[name] ?? '1');
  const routes = table.filter(({ method, url }) => method === 'GET' && url.includes('/:review'));
  const found = routes
    .filter(({ url }) => mayTell(url))
    .flatMap(({ url }) => [
      fill(url, { codebook: '1', code: String(codes.trust) }),
      fill(url, { codebook: 'themes', code: 'trust' }),
    ]);
  const searches = ['/search?q=bo', '/search.json?q=trust', '/search.json?q=knows', '/api', '/'];
  return [...found, ...searches, '/reviews/nature/coding/excerpts?match=not_found'];
}

test('whatever one blind coder does, nothing that the other can read changes', async () => {
  const setting = await twoCoders();
  const { app, as, searchDb } = await startApp(setting.db);
  rebuildAll(setting.db, searchDb);
  const addresses = addressesOf(app.routeTable, setting);
  const readers = [as(setting.astrid), as(null)];
  const before: Map<string, string>[] = [];
  for (const reader of readers) before.push(await everythingSeen(reader, addresses));
  expect(before[0]?.size).toBeGreaterThan(100);
  boWorks(setting);
  rebuildAll(setting.db, searchDb);
  for (const [at, reader] of readers.entries()) {
    const after = await everythingSeen(reader, addresses);
    const changed = [...after]
      .filter(([url, body]) => body !== before[at]?.get(url))
      // That somebody has worked, and when, is in the log; what they said is not.
      .filter(([url]) => !/\/log(?:\.json)?(?:\?|$)/.test(url));
    expect(changed.map(([url]) => url)).toEqual([]);
    for (const [url, body] of after)
      for (const words of ['What only Bo knows', '4711', 'Bo objects', 'Bo doubts it'])
        expect([url, body.includes(words)]).toEqual([url, false]);
  }
});

test('what a blind coder quoted can be used by nobody until both are done, and by everybody then', async () => {
  const setting = await twoCoders();
  const { db, astrid, bo, reviewId, reportId, form, finding } = setting;
  const [marked = 0, typed = 0] = boWorks(setting);
  const log = JSON.stringify(db.select().from(auditEntry).all());
  for (const words of ['4711', 'Bo objects']) expect(log).not.toContain(words);
  const { as } = await startApp(db);
  expect((await as(astrid).get(`/reviews/nature/coding/excerpts/${typed}`)).statusCode).toBe(404);
  const support = { reportId, excerptId: typed, stance: 'supports' as const };
  expect(() => addSupport(bo, finding, support)).toThrow('EXCERPT_KEPT');
  expect(() => addSupport(astrid, finding, support)).toThrow('NOT_FOUND');
  expect(() => archiveExcerpt(astrid, marked, reviewId)).toThrow('NOT_FOUND');
  const answer = { value: '12', locator: '', excerptIds: [marked] };
  expect(() =>
    saveAnswers(astrid, reviewId, { formId: form, reportId }, new Map([['people', answer]])),
  ).toThrow('NOT_FOUND');
  for (const coder of [astrid, bo]) takeTurn(coder, reportId, 'done');
  addSupport(astrid, finding, support);
  expect(excerptsOfReview(db, reviewId).map(({ id }) => id)).toEqual([marked, typed]);
});

test('what was quoted while one person coded stays where everybody reads it when two code from now on', () => {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const { id: reviewId } = addReview(db, [[astrid, 'owner']]);
  const reportId = addPublication(astrid, reviewId, { title: 'Walking in the forest' });
  const quoted = { reportId, kind: 'quotation' as const, page: '1' };
  const early = addExcerpt(astrid, reviewId, { ...quoted, text: { en: 'Early' } });
  const later = { ...astrid, at: '2026-11-23T08:00:00.000Z' };
  setCoders(later, reviewId, 2);
  addExcerpt(later, reviewId, { ...quoted, text: { en: 'Late' } });
  expect(excerptsOfReview(db, reviewId).map(({ id }) => id)).toEqual([early]);
  expect(excerptsOfReview(db, reviewId, astrid.personId)).toHaveLength(2);
});
