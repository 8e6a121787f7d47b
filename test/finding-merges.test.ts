/** Findings merged and split: the chain from claim to excerpt holds, and a claim without support is never published. */
import { beforeEach, expect, test } from 'vitest';
import { support } from '../schema/findings.ts';
import { addExcerpt } from '../server/coding/excerpts/excerpts.ts';
import {
  addFinding,
  finalizeFinding,
  findingsOf,
  findingWithSupport,
} from '../server/findings/findings.ts';
import { mergeFindings, splitFinding } from '../server/findings/merge-findings.ts';
import { addSupport, orphansOf } from '../server/findings/supports.ts';
import { publishReview } from '../server/publishing/publications.ts';
import { addPublication, speak } from './coding-helpers.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

let db: ReturnType<typeof freshDatabase>;
let astrid: ReturnType<typeof addPerson>;
let reviewId: number;
let excerpts: { excerptId: number; reportId: number }[];
let trust: number;
let faith: number;
beforeEach(() => {
  db = freshDatabase();
  astrid = addPerson(db, 'Astrid', { isAdministrator: true });
  reviewId = addReview(db, [[astrid, 'owner']]).id;
  excerpts = ['Forest', 'Lake', 'Hill'].map((title) => {
    const reportId = addPublication(astrid, reviewId, { title });
    const text = { en: `What ${title} says` };
    const excerptId = addExcerpt(astrid, reviewId, {
      reportId,
      kind: 'quotation',
      text,
      page: '1',
    });
    return { excerptId, reportId };
  });
  const newFinding = (en: string) =>
    addFinding(astrid, reviewId, { kindKey: 'success_factor', statement: { en } });
  [trust, faith] = [newFinding('Trust helps'), newFinding('Faith helps')];
  const attach = (finding: number, at: number, stance: 'supports' | 'contradicts' = 'supports') => {
    const excerpt = excerpts[at];
    if (excerpt) addSupport(astrid, finding, { ...excerpt, stance });
  };
  attach(trust, 0);
  attach(faith, 0);
  attach(faith, 1);
  attach(faith, 2, 'contradicts');
});

const said = (finding: number) => {
  const found = findingWithSupport(db, finding);
  const texts = (rows: { excerpt: { text: { en?: string } } | null }[] = []) =>
    rows.map((row) => row.excerpt?.text.en);
  return { supports: texts(found?.supports), contradicts: texts(found?.contradicts) };
};

test('a merged finding leaves what speaks for and against it, each once', async () => {
  mergeFindings(astrid, reviewId, faith, trust);
  expect(said(trust)).toEqual({
    supports: ['What Forest says', 'What Lake says'],
    contradicts: ['What Hill says'],
  });
  expect(findingsOf(db, reviewId, { onlyFinal: false })).toHaveLength(1);
  expect(orphansOf(db, reviewId)).toEqual({ findings: [], excerpts: [] });
  const carried = db
    .select()
    .from(support)
    .all()
    .filter((row) => row.carriedFromId !== null);
  expect(carried).toHaveLength(2);
  const { as } = await startApp(db);
  const old = await as(astrid).get(`/reviews/nature/findings/${faith}/edit`);
  expect(old.headers.location).toBe(`/reviews/nature/findings/${trust}/edit`);
  expect(() => mergeFindings(astrid, reviewId, trust, trust)).toThrow('FINDING_UNKNOWN');
});

test('a final finding that a split leaves without support is a draft again', () => {
  finalizeFinding(astrid, trust, reviewId);
  const ids = (findingWithSupport(db, trust)?.supports ?? []).map((row) => row.id);
  const made = splitFinding(astrid, reviewId, trust, {
    statement: { en: 'Woods help' },
    supportIds: ids,
  });
  expect(said(made).supports).toEqual(['What Forest says']);
  expect(findingWithSupport(db, trust)?.state).toBe('draft');
  expect(findingWithSupport(db, made)).toMatchObject({
    state: 'draft',
    kind: { key: 'success_factor' },
  });
});

test('a review is not published with a final finding that nothing supports', () => {
  finalizeFinding(astrid, trust, reviewId);
  db.$client
    .prepare('update support set removed_at = ? where finding_id = ?')
    .run(astrid.at, trust);
  expect(() => publishReview(astrid, reviewId, '')).toThrow('FINDINGS_UNSUPPORTED');
});

test.each(['en', 'sv', 'nb', 'nn'] as const)(
  'has its page in %s, and a wrong choice comes back',
  async (locale) => {
    speak(astrid, locale);
    const { as } = await startApp(db);
    const url = `/reviews/nature/findings/${trust}`;
    expect((await as(astrid).get(`${url}/split`)).statusCode).toBe(200);
    expect((await as(astrid).post(`${url}/merge`, { intoId: '' })).statusCode).toBe(422);
    expect((await as(astrid).post(`${url}/split`, { statement_en: '' })).statusCode).toBe(422);
  },
);
