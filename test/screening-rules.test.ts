/** The rules of screening: what a stage asks for, who gets what, the pilot before it; and what the desk remembers. */
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { report } from '../schema/records.ts';
import type { Answer, Stage } from '../schema/screening.ts';
import { AppError } from '../server/errors.ts';
import { boardOf, readBoard } from '../server/screening/board/board.ts';
import { markerOf } from '../server/screening/desk/marks.ts';
import { nextIds, ownProgress } from '../server/screening/desk/queue.ts';
import { saveKeys, settingsOf, usualKeys } from '../server/screening/desk/settings.ts';
import { stageCounts } from '../server/screening/progress.ts';
import { drawn, openPilot, pilotState, startPilot } from '../server/screening/rules/pilots.ts';
import { movesOf, type RuleInput, ruleOf, saveRule } from '../server/screening/rules/rules.ts';
import { reopenScreening, stopScreening } from '../server/screening/stopping/decisions.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { castTogether } from '../server/screening/votes/votes-together.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

const stage: Stage = 'title_abstract';

function seed(size = 12) {
  const db = freshDatabase();
  const [owner, bjorn, cecilia] = ['Astrid', 'Björn', 'Cecilia'].map((name) => addPerson(db, name));
  if (!owner || !bjorn || !cecilia) throw new Error('three people');
  const review = addReview(db, [
    [owner, 'owner'],
    [bjorn, 'reviewer'],
    [cecilia, 'reviewer'],
  ]);
  const ids = Array.from({ length: size }, (_, index) => {
    const language = index % 3 === 0 ? 'sv' : 'en';
    const title = `Report ${index + 1}`;
    const reference = { type: 'article-journal' as const, title, authors: [], language };
    const row = { reviewId: review.id, reference, title };
    const { id } = db.insert(report).values(row).returning({ id: report.id }).get();
    db.update(report).set({ rootId: id }).where(eq(report.id, id)).run();
    return id;
  });
  return { db, review, ids, owner, bjorn, cecilia, place: { reviewId: review.id, stage } };
}

let s: ReturnType<typeof seed>;
beforeEach(() => {
  s = seed();
});

type Who = ReturnType<typeof addPerson>;
const plain = { criterionId: null, note: '', clientKey: null };
const cast = (who: Who, reportId: number, answer: Answer) =>
  castVote(who, { ...plain, ...s.place, reportId, answer });
const waiting = (who: Who) => nextIds(s.db, { ...s.place, personId: who.personId }, { limit: 100 });
const rule = (change: Partial<RuleInput>): RuleInput => ({
  ...ruleOf(s.db, s.review.id, stage),
  reviewers: 2,
  ...change,
});
const save = (change: Partial<RuleInput>) =>
  saveRule({ ...s.owner, db: s.db }, s.review.id, stage, rule(change));

const answer = fc.constantFrom<Answer>('include', 'maybe', 'exclude');
const stopping = { rule: 'none' as const, target: 0.95, confidence: 0.95, reason: 'time' };

describe('what is kept in memory', () => {
  test('is what the rows say, whatever happened', () => {
    const step = fc.record({
      who: fc.nat(2),
      which: fc.nat(11),
      answer,
      withdraw: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const people = [s.owner, s.bjorn, s.cecilia];
        boardOf(s.db, s.place);
        for (const { who, which, answer, withdraw } of steps) {
          const id = s.ids[which] ?? 0;
          const person = people[who] ?? s.owner;
          const withdrawnAt = withdraw ? 'now' : null;
          s.db.update(report).set({ withdrawnAt }).where(eq(report.id, id)).run();
          try {
            cast(person, id, answer);
          } catch {
            // Refused: withdrawn, or not needed.
          }
          const [kept, anew] = [boardOf(s.db, s.place), readBoard(s.db, s.place)];
          expect(kept.ids).toEqual(anew.ids);
          const held = (counts: Map<string, number>) => [...counts].filter(([, n]) => n > 0).sort();
          expect(held(kept.counts)).toEqual(held(anew.counts));
          for (const each of people) {
            const desk = { ...s.place, personId: each.personId };
            expect(ownProgress(s.db, desk).left).toBe(nextIds(s.db, desk, { limit: 100 }).length);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test('counts for each person what comes to them, whoever shares, stops and goes on', () => {
    const step = fc.oneof(
      fc.record({ who: fc.nat(2), which: fc.nat(11), answer }),
      fc.constantFrom('shares', 'everyone', 'pilot', 'open', 'stop', 'reopen'),
    );
    const everybody = () => [s.owner, s.bjorn, s.cecilia];
    const change: Record<string, () => void> = {
      shares: () =>
        save({
          assignment: 'people',
          shares: { '': everybody().map(({ personId }) => personId) },
        }),
      everyone: () => save({ assignment: 'everyone', shares: {} }),
      pilot: () => startPilot(s.owner, s.db, { ...s.place, size: 3, threshold: 0.6, seed: 7 }),
      open: () => openPilot(s.owner, s.place, 'enough'),
      stop: () => stopScreening(s.owner, { reviewId: s.review.id, ...stopping }),
      reopen: () => reopenScreening(s.owner, { reviewId: s.review.id, reason: 'news' }),
    };
    const unlessRefused = (act: () => void) => {
      try {
        act();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        s = seed();
        for (const one of steps) {
          unlessRefused(() =>
            typeof one === 'string'
              ? change[one]?.()
              : cast(everybody()[one.who] ?? s.owner, s.ids[one.which] ?? 0, one.answer),
          );
          for (const who of everybody()) {
            const desk = { ...s.place, personId: who.personId };
            expect(ownProgress(s.db, desk).left).toBe(waiting(who).length);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('votes of one moment are stored together, and a refused one takes no other with it', async () => {
    const input = { ...plain, ...s.place, answer: 'include' as const };
    const [first = 0, second = 0] = s.ids;
    const all = await Promise.all([
      castTogether(s.db, s.owner, [
        { ...input, reportId: first },
        { ...input, reportId: 99_999 },
      ]),
      castTogether(s.db, s.bjorn, [
        { ...input, reportId: first },
        { ...input, reportId: second },
      ]),
    ]);
    expect(all.flat().map((each) => 'stored' in each)).toEqual([true, false, true, true]);
    expect(stageCounts(s.db, s.review.id, stage)).toMatchObject({ passed: 1, partly: 1 });
  });
});

describe('the rules of a stage', () => {
  test('say what they would move before they move it, and the log has it', () => {
    for (const id of s.ids.slice(0, 3)) cast(s.owner, id, 'exclude');
    const moves = movesOf(s.db, s.review.id, stage, rule({ reviewers: 1 }));
    expect(moves).toEqual([{ from: 'partly', to: 'excluded', count: 3 }]);
    expect(stageCounts(s.db, s.review.id, stage)).toMatchObject({ partly: 3, excluded: 0 });
    save({ reviewers: 1 });
    expect(stageCounts(s.db, s.review.id, stage)).toMatchObject({ partly: 0, excluded: 3 });
    const entry = s.db.select().from(auditEntry).where(eq(auditEntry.action, 'rule.changed')).get();
    expect(entry?.after).toMatchObject({ reviewers: 1, moved: 3 });
  });

  test('ask a third person for a share of the publications', () => {
    save({ thirdShare: 1 });
    const [id = 0] = s.ids;
    for (const who of [s.owner, s.bjorn]) cast(who, id, 'include');
    expect(stageCounts(s.db, s.review.id, stage).partly).toBe(1);
    cast(s.cecilia, id, 'include');
    expect(stageCounts(s.db, s.review.id, stage).passed).toBe(1);
  });

  test('share by turn gives each publication to as many people as judge it', () => {
    const people = [s.owner, s.bjorn, s.cecilia].map((who) => who.personId);
    save({ assignment: 'people', shares: { '': people } });
    const shares = [s.owner, s.bjorn, s.cecilia].flatMap((who) => waiting(who));
    expect(shares).toHaveLength(s.ids.length * 2);
    for (const id of s.ids) expect(shares.filter((each) => each === id)).toHaveLength(2);
  });

  test('share by language, and what no share names is everybody’s', () => {
    save({ assignment: 'languages', shares: { sv: [s.bjorn.personId] } });
    expect(waiting(s.owner)).toHaveLength(8);
    expect(waiting(s.bjorn)).toHaveLength(12);
  });
});

describe('a pilot', () => {
  test('is drawn the same from the same seed, and everybody gets it and nothing else', () => {
    startPilot(s.owner, s.db, { ...s.place, size: 4, threshold: 0.6, seed: 7 });
    const sample = drawn(s.ids, 7, 4);
    for (const who of [s.owner, s.bjorn, s.cecilia]) expect(waiting(who)).toEqual(sample);
    for (const id of sample) for (const who of [s.owner, s.bjorn]) cast(who, id, 'include');
    expect(waiting(s.cecilia)).toEqual(sample);
    expect(stageCounts(s.db, s.review.id, stage).partly).toBe(4);
  });

  test('opens the rest when people agree; otherwise the owner has to say why', () => {
    startPilot(s.owner, s.db, { ...s.place, size: 4, threshold: 0.6, seed: 7 });
    const sample = drawn(s.ids, 7, 4);
    for (const [index, id] of sample.entries()) {
      cast(s.owner, id, index < 2 ? 'include' : 'exclude');
      cast(s.bjorn, id, index < 2 ? 'include' : 'exclude');
      cast(s.cecilia, id, index < 1 ? 'include' : 'exclude');
    }
    expect(pilotState(s.db, s.place)).toMatchObject({ isDone: true, kappa: 0.5, isReached: false });
    expect(() => openPilot(s.owner, s.place, '')).toThrow('PILOT_REASON');
    openPilot(s.owner, s.place, 'We talked about the third');
    expect(waiting(s.owner)).toHaveLength(8);
  });

  test('in which everybody says the same of everything has no kappa, says so, and opens the rest', async () => {
    startPilot(s.owner, s.db, { ...s.place, size: 2, threshold: 0.6, seed: 7 });
    const { as } = await startApp(s.db);
    const page = `/reviews/${s.review.slug}/screening/${stage}/rules`;
    const read = async () => (await as(s.owner).get(page)).body;
    expect(await read()).toContain('not defined yet');
    for (const id of drawn(s.ids, 7, 2))
      for (const who of [s.owner, s.bjorn, s.cecilia]) cast(who, id, 'exclude');
    const done = await read();
    expect(done).toContain('<dd>not defined</dd>');
    expect(done).toContain('The threshold has been reached.');
    openPilot(s.owner, s.place, '');
    expect(waiting(s.owner)).toHaveLength(10);
  });
});

describe('the desk', () => {
  test('marks terms by their stems in the language of the text', () => {
    const mark = markerOf([
      { kind: 'include', text: 'kommun' },
      { kind: 'exclude', text: 'mice' },
      { kind: 'include', text: 'green space' },
    ]);
    const hits = (text: string, language: string | null) =>
      mark(text, language)
        .filter((part) => part.kind !== null)
        .map((part) => [part.text, part.kind]);
    expect(hits('Kommunernas arbete', 'sv')).toEqual([['Kommunernas', 'include']]);
    expect(hits('En grannkommuns kommendant', 'sv')).toEqual([['grannkommuns', 'include']]);
    expect(hits('Dommice', 'en')).toEqual([]);
    expect(hits('Green spaces for mice', 'en')).toEqual([
      ['Green spaces', 'include'],
      ['mice', 'exclude'],
    ]);
    expect(
      mark('Nothing here', 'en')
        .map((part) => part.text)
        .join(''),
    ).toBe('Nothing here');
  });

  test('keeps a person’s keys, and refuses two acts on one', () => {
    saveKeys(s.owner, { ...usualKeys, include: 'j' });
    expect(settingsOf(s.db, s.owner.personId).keys.include).toBe('j');
    expect(() => saveKeys(s.owner, { ...usualKeys, include: 'e' })).toThrow('KEY_TWICE');
    expect(() => saveKeys(s.owner, { ...usualKeys, include: '1' })).toThrow('KEY_INVALID');
  });

  test('hides authors, journal and year when the review says so: nothing of them leaves the server', async () => {
    const [id = 0] = s.ids;
    const reference = {
      type: 'article-journal' as const,
      title: 'Hidden',
      authors: [{ family: 'Aytar', given: 'Osman' }],
      container: 'Safundi',
      year: 1987,
      doi: '10.1/aytar',
    };
    s.db.update(report).set({ reference }).where(eq(report.id, id)).run();
    save({ hidesAuthors: true, hidesSource: true, hidesYear: true });
    const { as } = await startApp(s.db);
    const base = `/reviews/nature/screening/${stage}`;
    for (const path of [
      base,
      `${base}/next.json`,
      `${base}/rules`,
      '/reviews/nature/screening/settings',
    ]) {
      const answer = await as(s.owner).get(path);
      expect([path, answer.statusCode]).toEqual([path, 200]);
      expect(answer.body).not.toMatch(/Aytar|Safundi|1987/i);
    }
  });

  test('does not take another person’s votes from a browser where somebody else signed in', async () => {
    const { as } = await startApp(s.db);
    const answer = await as(s.owner).send({
      method: 'POST',
      url: `/reviews/nature/screening/${stage}/votes.json`,
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: {
        personId: s.bjorn.personId,
        votes: [{ reportId: s.ids[0], answer: 'include', clientKey: 'a' }],
      },
    });
    expect(answer.statusCode).toBe(401);
  });
});
