/** Ranking: what is likeliest comes first, for everybody alike, and can be made again from the log. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { job } from '../schema/jobs.ts';
import { rankingRun } from '../schema/ranking.ts';
import { importBatch, report } from '../schema/records.ts';
import { auditLog } from '../server/accounts/audit.ts';
import { jobHandlers } from '../server/job-handlers.ts';
import { runNext } from '../server/platform/jobs/jobs.ts';
import { nextIds } from '../server/screening/desk/queue.ts';
import {
  chooseOwnOrder,
  chooseStageOrder,
  ownOrderOf,
} from '../server/screening/ranking/desk-order.ts';
import { featuresOf } from '../server/screening/ranking/features.ts';
import { labelledTexts } from '../server/screening/ranking/labelled.ts';
import { newLazySvm } from '../server/screening/ranking/lazy-svm.ts';
import { measuresOf } from '../server/screening/ranking/measures.ts';
import { orderMethods } from '../server/screening/ranking/methods.ts';
import { stepwise, train, trainOn } from '../server/screening/ranking/model.ts';
import { latestRun, rankStage, repeatRun } from '../server/screening/ranking/runs.ts';
import { simulate } from '../server/screening/ranking/simulate.ts';
import { isStopped } from '../server/screening/stopping/decisions.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { doJobs, freshFolder, giveFile } from './data-folder.ts';
import {
  addPerson,
  addReview,
  freshDatabase,
  freshSearchDatabase,
  now,
  startApp,
} from './helpers.ts';

const clock = { at: now.toISOString(), elapsedMs: () => 1 };
const gardens = 'Gardens and green space for the health of older people in cities';
const engines = 'Combustion engines and the wear of their valves';

/** A review with publications about gardens (even places) and engines (odd ones). */
function setting() {
  const db = freshDatabase();
  const [anna, bo] = [addPerson(db, 'Anna'), addPerson(db, 'Bo')];
  const review = addReview(db, [
    [anna, 'owner'],
    [bo, 'reviewer'],
  ]);
  const ids = Array.from({ length: 20 }, (_, at) => {
    const title = `${at % 2 === 0 ? gardens : engines}, part ${at}`;
    const reference = { type: 'document' as const, title, authors: [], abstract: title };
    const row = db
      .insert(report)
      .values({ reviewId: review.id, reference, title })
      .returning({ id: report.id })
      .get();
    db.$client.prepare('update report set root_id = id where id = ?').run(row.id);
    return row.id;
  });
  const place = { reviewId: review.id, stage: 'title_abstract' as const };
  const vote = (who: typeof anna, reportId: number, answer: 'include' | 'exclude' | 'maybe') =>
    castVote(who, { ...place, reportId, answer, criterionId: null, note: '', clientKey: null });
  return { db, anna, bo, ids, place, vote };
}

test('after one inclusion and one exclusion, what is like the included comes first', () => {
  const { db, anna, bo, ids, place, vote } = setting();
  const [garden = 0, engine = 0] = ids;
  vote(anna, engine, 'exclude');
  expect(rankStage(db, place, clock)).toBeNull();
  vote(anna, garden, 'include');
  expect(rankStage(db, place, clock)).toMatchObject({ included: 1, excluded: 1, publications: 20 });
  const left = nextIds(db, { ...place, personId: bo.personId }, { limit: 9 });
  expect(left.every((id) => ids.indexOf(id) % 2 === 0)).toBe(true);
});

test('what an import brings takes its place among what was ranked', async () => {
  const { db, anna, ids, place, vote } = setting();
  vote(anna, ids[0] ?? 0, 'include');
  vote(anna, ids[1] ?? 0, 'exclude');
  rankStage(db, place, clock);
  const dataDir = freshFolder();
  const { reviewId } = place;
  const text = [engines, gardens]
    .map((title) => `TY  - JOUR\nTI  - ${title} elsewhere\nAB  - ${title}\nER  - \n`)
    .join('');
  await giveFile(anna, { dataDir, reviewId }, { text });
  await doJobs({ db, searchDb: freshSearchDatabase(), dataDir });
  expect(latestRun(db, place)).toMatchObject({ publications: 22 });
  const left = nextIds(db, { ...place, personId: anna.personId }, { limit: 20 });
  const newest = Math.max(...left);
  // Likelier than every engine, though it came last.
  expect(left.indexOf(newest)).toBeLessThan(left.indexOf(ids[3] ?? 0));
});

test('while a file is being read in, answers ask for no ranking; there is one when all of it is there', async () => {
  const { db, anna, ids, place, vote } = setting();
  vote(anna, ids[0] ?? 0, 'include');
  vote(anna, ids[1] ?? 0, 'exclude');
  rankStage(db, place, clock);
  db.update(job).set({ state: 'done' }).run();
  const rankingsAsked = () => db.select().from(job).where(eq(job.kind, 'ranking')).all().length;
  const before = rankingsAsked();
  const { reviewId } = place;
  const dataDir = freshFolder();
  const text = `TY  - JOUR\nTI  - ${gardens} elsewhere\nER  - \n`;
  const { importId } = await giveFile(anna, { dataDir, reviewId }, { text });
  const setState = (state: 'running' | 'queued') =>
    db.update(importBatch).set({ state }).where(eq(importBatch.id, importId)).run();
  setState('running');
  for (const id of ids.slice(2, 8)) vote(anna, id, 'exclude');
  expect(rankingsAsked()).toBe(before);
  setState('queued');
  await doJobs({ db, searchDb: freshSearchDatabase(), dataDir });
  expect(latestRun(db, place)).toMatchObject({ publications: 21, excluded: 7 });
});

test('an order is made again from its row in the log, whatever was answered since', () => {
  const { db, anna, ids, place, vote } = setting();
  vote(anna, ids[0] ?? 0, 'include');
  vote(anna, ids[1] ?? 0, 'exclude');
  vote(anna, ids[2] ?? 0, 'maybe');
  rankStage(db, place, clock);
  const run = latestRun(db, place);
  if (!run) throw new Error('nothing was ranked');
  vote(anna, ids[3] ?? 0, 'include');
  vote(anna, ids[0] ?? 0, 'exclude');
  expect(repeatRun(db, run)).toMatchObject({ result: 'same', publications: 20 });
  const later = repeatRun(db, { ...run, lastVoteId: run.lastVoteId + 2 });
  expect(later).toMatchObject({ result: 'different', differsFrom: 1 });
  expect(later.moved).toBeGreaterThan(1);
  expect(repeatRun(db, { ...run, model: 'an older one' }).result).toBe('other_model');
  db.update(report).set({ title: 'Corrected' }).run();
  expect(repeatRun(db, run).result).toBe('changed');
});

test('rankings in the log are never rewritten', () => {
  const { db, anna, ids, place, vote } = setting();
  vote(anna, ids[0] ?? 0, 'include');
  vote(anna, ids[1] ?? 0, 'exclude');
  rankStage(db, place, clock);
  expect(() => db.update(rankingRun).set({ seed: 9 }).run()).toThrow(/append-only/);
  expect(() => db.delete(rankingRun).run()).toThrow(/append-only/);
});

test('a person who would rather have chance or time decide gets that, and others keep theirs', () => {
  const { db, anna, bo, ids, place, vote } = setting();
  vote(anna, ids[0] ?? 0, 'include');
  vote(anna, ids[1] ?? 0, 'exclude');
  rankStage(db, place, clock);
  const queue = (who: typeof anna) =>
    nextIds(db, { ...place, personId: who.personId }, { limit: 20 });
  chooseOwnOrder(bo, place, 'chronological');
  expect(queue(bo)).toEqual(ids);
  chooseStageOrder(anna, place, 'random');
  expect(queue(bo)).toEqual(ids);
  const drawn = queue(anna);
  expect(drawn).not.toEqual(drawn.toSorted((a, b) => a - b));
  chooseOwnOrder(bo, place, null);
  expect(queue(bo).filter((id) => drawn.includes(id))).toEqual(drawn);
});

test('before the first vote, the words of the review decide', () => {
  const { db, anna, ids, place } = setting();
  db.$client
    .prepare("insert into screening_term (review_id, kind, text, at) values (?, 'include', ?, ?)")
    .run(place.reviewId, 'engines', clock.at);
  expect(rankStage(db, place, clock)).toMatchObject({ model: 'underlag-words-2', included: 0 });
  const first = nextIds(db, { ...place, personId: anna.personId }, { limit: 5 });
  expect(first.every((id) => ids.indexOf(id) % 2 === 1)).toBe(true);
});

test('the method of a report tells of themes only where rankings went by them', () => {
  const { db, anna, ids, place, vote } = setting();
  const told = () => orderMethods(db, place.reviewId, place.stage);
  const keys = () => told().map(({ key }) => key.replace('ranking.methods_', ''));
  db.$client
    .prepare("insert into screening_term (review_id, kind, text, at) values (?, 'include', ?, ?)")
    .run(place.reviewId, 'engines', clock.at);
  rankStage(db, place, clock);
  expect(keys()).toEqual(['words']);
  vote(anna, ids[0] ?? 0, 'include');
  vote(anna, ids[1] ?? 0, 'exclude');
  const small = rankStage(db, place, clock);
  if (!small) throw new Error('Nothing was ranked');
  expect(keys()).toEqual(['ranked', 'parts', 'learned']);
  expect(told()[1]?.params).toMatchObject({ parts: 'all' });
  const { id: _, ...row } = small;
  db.insert(rankingRun)
    .values({ ...row, publications: 10_001 })
    .run();
  expect(told()[1]?.params).toMatchObject({ parts: 'some', most: 10_000 });
});

test('what is said of one answer at a time and of all at once is the same', () => {
  const records = Array.from({ length: 40 }, (_, at) => ({
    title: `${at % 5 === 0 ? gardens : engines} ${at % 7}`,
    abstract: `Part ${at % 3} of a study of ${at % 4 === 0 ? 'parks' : 'cars'}`,
  }));
  const answers = [0, 1, 5, 7].map((row) => ({ row, value: row % 5 === 0 ? 1 : -1 }));
  const features = featuresOf(records);
  const slowly = stepwise(features);
  for (const answer of answers) slowly.learn(answer);
  const atOnce = trainOn(features, answers, 1).scores;
  const open = records.map((_, at) => at).filter((at) => !answers.some(({ row }) => row === at));
  const [likeliest] = open.sort((a, b) => (atOnce[b] ?? 0) - (atOnce[a] ?? 0));
  expect(slowly.likeliest()).toBe(likeliest);
  // What was looked up before is used again, and taken back where an answer is.
  expect(trainOn(features, answers, 1).scores).toEqual(atOnce);
  trainOn(features, [...answers, { row: 9, value: -1 }], 1);
  expect(trainOn(features, answers, 1).scores).toEqual(atOnce);
});

test('parts of Nordic compounds are known again', () => {
  const texts = [
    'kommunal äldreomsorg',
    'gruvnäring och malm',
    'äldreomsorgens ledning',
    'malmbrytning',
  ];
  const { scores } = train(
    texts.map((title) => ({ title, abstract: '' })),
    [
      { row: 0, value: 1 },
      { row: 1, value: -1 },
    ],
    1,
  );
  expect(scores[2]).toBeGreaterThan(scores[3] ?? 0);
});

describe('titles in Norwegian and Swedish, as the reports of 2012 and 2022 list them', () => {
  // Titles alone, and few: that compounds are recognised, not how well a Nordic review is ranked.
  const titles = [
    'Skal kommunen organisere frivilligheten?',
    'Framtidas omsorgsbilde – slik det ser ut på tegnebrettet',
    'Frivilligsentralene er ikke en konkurrent til frivilligheten',
    'Frivillighetssentralen mellom stat, kommune og sivilsamfunn',
    'Frivillighetsundersøkelsen 2010',
    'Kommunal frivillighet utfordrer grenser og kan svekke organisasjoner',
    'Statlige tilskudd til frivillige organisasjoner. En empirisk kartlegging',
    'Kommunenes samhandling med frivillig sektor',
    'Alle skal med? Samskaping som svar på velferdsstatens utfordringer',
    'Samskaping av velferd – ulike tilnærminger til brukerinvolvering',
    'När en part försvinner. Informella vård- och omsorgsinsatser under Coronapandemin',
    'Samverkansmodell för offentliga aktörer och civilsamhället',
  ];
  const texts = titles.map((title) => ({ title, abstract: '' }));
  const orderAfter = (kept: number, excluded: number) => {
    const answers = [
      { row: kept, value: 1 },
      { row: excluded, value: -1 },
    ];
    const { scores } = train(texts, answers, 1);
    const left = titles.map((_, at) => at).filter((at) => at !== kept && at !== excluded);
    return left.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  };

  test('one kept about volunteering brings the others about it first, whatever the compound', () => {
    const first = orderAfter(0, 9).slice(0, 6);
    // Of the six about volunteering, chance would put half of them there.
    expect(first.filter((at) => at >= 2 && at <= 7).length).toBeGreaterThanOrEqual(5);
  });

  test('care is care in the neighbour’s language', () => {
    expect(orderAfter(1, 0).indexOf(10)).toBeLessThan(2);
  });
});

test('a simulation is the same each time, and ends with the last relevant record', () => {
  const records = Array.from({ length: 30 }, (_, at) => ({
    title: `${at % 5 === 0 ? gardens : engines} ${at}`,
    abstract: '',
    isRelevant: at % 5 === 0,
  }));
  const [one, other] = [0, 0].map(() => simulate(records, 7, () => 0));
  expect(one).toEqual(other);
  expect(one?.foundAt).toHaveLength(5);
  expect(one?.shown).toHaveLength(one?.foundAt.at(-1) ?? 0);
});

test('among very many texts, too many to keep how alike they are, the relevant come first', () => {
  const texts = Array.from({ length: 300 }, (_, at) => ({
    title: `${at % 10 === 0 ? gardens : engines} ${at % 7}`,
    abstract: `Part ${at % 3}`,
  }));
  const { words } = featuresOf(texts);
  const svm = newLazySvm(words);
  const open = new Uint8Array(texts.length).fill(1);
  const known: { row: number; value: number }[] = [];
  const shown = [0, 1];
  while (shown.length < texts.length) {
    for (const row of shown.slice(known.length)) {
      known.push({ row, value: row % 10 === 0 ? 1 : -1 });
      open[row] = 0;
      svm.learn(known, { relevant: 0.11, other: 0.011 });
    }
    shown.push(svm.likeliest(open));
  }
  expect(new Set(shown).size).toBe(texts.length);
  expect(shown.slice(2, 31).every((row) => row % 10 === 0)).toBe(true);
});

test('measures of an order are what their definitions say', () => {
  // 20 records, relevant at 1, 2 and 10: all three are needed for 95 %.
  const measures = measuresOf([1, 2, 10], 20);
  expect(measures.wss95).toBeCloseTo((20 - 10) / 20 - 0.05, 12);
  expect(measures.rrf10).toBeCloseTo(2 / 3, 12);
  expect(measures.atd).toBeCloseTo(13 / 3 / 20, 12);
  // ASReview: (Ny (Nx - (Ny - 1) / 2) - sum of cumulative recalls) / (Ny (Nx - Ny)).
  const curve = Array.from({ length: 20 }, (_, at) => [1, 2, 10].filter((rank) => rank <= at + 1));
  const sum = curve.reduce((all, found) => all + found.length, 0);
  expect(measures.loss).toBeCloseTo((3 * (20 - 1) - sum) / (3 * 17), 12);
  expect(measuresOf([1, 2, 3], 20).loss).toBe(0);
});

test('a labelled file that is not one is refused with the place', () => {
  expect(() => labelledTexts('title,label\na,1')).toThrow('no column "abstract"');
  expect(() => labelledTexts('title,abstract,label\na,b,maybe')).toThrow(
    'line 2: the label is "maybe"',
  );
  expect(() => labelledTexts('title,abstract,label\na,b,1\nc,d,0')).toThrow('only one record is');
  expect(() => labelledTexts('title,abstract,label\na,b,0\nc,d,0')).toThrow('no record is');
  expect(() => labelledTexts('title,abstract,label\na,"b,1')).toThrow('line 2: a quotation mark');
  const read = labelledTexts('\ufeffid;label;title;abstract\n1;1;"A;\nB";x\n2;0;C;y\n3;1;D;\n');
  expect(read.map((record) => record.title)).toEqual(['A;\nB', 'C', 'D']);
});

test.each([
  ['1', '0'],
  ['1.0', '0.0'],
  ['yes', 'no'],
  ['TRUE', 'FALSE'],
  ['Included', 'Excluded'],
  ['ja', 'nei'],
  ['Inkluderad', 'Exkluderad'],
])('labels may be %s and %s, whatever the columns’ case and whatever else there is', (yes, no) => {
  const rows = [`1,${yes},A,"x, ""y"",\nz"`, `2,${no},B,`, `2,${no},B,`, `3, ${yes} ,C,x`];
  const text = `\ufeffId,LABEL,Title,Abstract\r\n${rows.join('\r\n')}\r\n\r\n`;
  const read = labelledTexts(text);
  expect(read.map(({ isRelevant }) => isRelevant)).toEqual([true, false, false, true]);
  expect(read[0]).toMatchObject({ title: 'A', abstract: 'x, "y",\nz' });
  expect(labelledTexts(`sep=,\n${text.slice(1)}`)).toEqual(read);
  expect(labelledTexts(text.replace('LABEL', 'included'))).toEqual(read);
});

describe('pages', () => {
  async function site() {
    const s = setting();
    s.vote(s.anna, s.ids[0] ?? 0, 'include');
    s.vote(s.bo, s.ids[0] ?? 0, 'include');
    s.vote(s.anna, s.ids[1] ?? 0, 'exclude');
    rankStage(s.db, s.place, clock);
    const { as } = await startApp(s.db);
    return { ...s, owner: as(s.anna), reviewer: as(s.bo), path: '/reviews/nature/screening' };
  }

  test('the order, why a publication is where it is, stopping and agreement open for the owner', async () => {
    const { owner, path, ids } = await site();
    const order = await owner.get(`${path}/title_abstract/order`);
    expect(order.body).toContain('1 kept and 1 excluded');
    expect(order.body).toContain('support vector machine');
    expect(order.body).toContain(`One ranking was made on ${clock.at.slice(0, 10)}`);
    const why = await owner.get(`${path}/title_abstract/why/${ids[4]}.json`);
    expect(why.json().why.up.map(([term]: [string]) => term)).toContain('gardens');
    const told = why
      .json()
      .why.up.map(([term]: [string]) => term)
      .join(' ');
    expect(told).not.toMatch(/\b(and|the|of|in|for)\b/);
    expect(why.json().why.position).toBeLessThan(11);
    expect((await owner.get(`${path}/title_abstract/why/${ids[4]}`)).statusCode).toBe(200);
    const stopping = await owner.get(`${path}/stopping`);
    expect(stopping.body).toContain('The test');
    expect((await owner.get(`${path}/stopping.json`)).json()).toMatchObject({
      found: 1,
      total: 20,
    });
    const agreement = await owner.get(`${path}/agreement`);
    expect(agreement.body).toContain('not defined');
    expect(agreement.body).toContain('100% (95 % interval 21% to 100%)');
    expect(agreement.body).toContain('1.00 (the formula gives no interval)');
    expect((await owner.get(`${path}/agreement.csv`)).body).toContain(
      'title_abstract,all,kept,Anna,Bo,1,1',
    );
  });

  test('a reviewer chooses an order and asks why; stopping and agreement are the owner’s', async () => {
    const { db, bo, reviewer, path, place, ids } = await site();
    const sent = await reviewer.post(`${path}/title_abstract/order/own`, { order: 'random' });
    expect(sent.statusCode).toBe(303);
    expect(ownOrderOf(db, place, bo.personId)).toBe('random');
    expect((await reviewer.get(`${path}/title_abstract/why/${ids[2]}`)).statusCode).toBe(200);
    expect(
      (await reviewer.post(`${path}/title_abstract/order`, { order: 'random' })).statusCode,
    ).toBe(404);
    for (const page of [
      'stopping',
      'stopping.json',
      'agreement',
      'agreement.json',
      'agreement.csv',
    ])
      expect((await reviewer.get(`${path}/${page}`)).statusCode).toBe(404);
  });

  test('a reviewer has a ranking made again, and reads whether it is the same', async () => {
    const { db, place, reviewer, path } = await site();
    const rankings = `${path}/title_abstract/order/rankings`;
    const run = latestRun(db, place)?.id;
    const tools = { db, searchDb: freshSearchDatabase(), dataDir: '', now: () => clock.at };
    expect((await reviewer.post(`${rankings}/${run}/repeat`, {})).statusCode).toBe(303);
    await reviewer.post(`${rankings}/${run}/repeat`, {});
    expect((await reviewer.get(rankings)).body).toContain('Is being made again');
    while (await runNext(tools, jobHandlers, { lane: 'quick' }));
    expect((await reviewer.get(rankings)).body).toContain('The same order.');
    const { runs } = (await reviewer.get(`${rankings}.json`)).json();
    expect(runs).toContainEqual(
      expect.objectContaining({
        id: run,
        repeated: expect.objectContaining({ result: 'same', person: 'Bo' }),
      }),
    );
    const log = auditLog(db, { reviewId: place.reviewId, limit: 50 });
    const repeated = log.filter(({ action }) => action === 'ranking.repeated');
    expect(repeated).toMatchObject([{ person: 'Bo', entityId: run }]);
    expect((await reviewer.post(`${rankings}/${run}9/repeat`, {})).statusCode).toBe(404);
  });

  test('a decision to stop needs a reason, is written down, and can be taken back', async () => {
    const { db, owner, path, place } = await site();
    const form = { target: '95', confidence: '95', rule: 'ranked', reason: '' };
    const refused = await owner.post(`${path}/stopping`, form);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('data-field="reason"');
    const sent = await owner.post(`${path}/stopping`, { ...form, reason: 'Nothing new for long' });
    expect(sent.statusCode).toBe(303);
    expect(isStopped(db, place.reviewId)).toBe(true);
    expect((await owner.get(`${path}/stopping`)).body).toContain('Nothing new for long');
    await owner.post(`${path}/stopping/reopen`, { reason: 'More time' });
    expect(isStopped(db, place.reviewId)).toBe(false);
  });
});
