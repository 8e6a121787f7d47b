/** Votes that are stored together are the same as votes that are stored one after another. */
import { setImmediate } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { flowPath } from '../schema/flow.ts';
import { job } from '../schema/jobs.ts';
import { report } from '../schema/records.ts';
import { criterion } from '../schema/reviews.ts';
import { type Answer, type Stage, standing, vote } from '../schema/screening.ts';
import { disagreeingStandings } from '../server/screening/votes/standings.ts';
import { castVote, type VoteInput } from '../server/screening/votes/votes.ts';
import { type Cast, castTogether } from '../server/screening/votes/votes-together.ts';
import { addPerson, addReview, freshDatabase } from './helpers.ts';

function seed() {
  const db = freshDatabase();
  const people = ['Astrid', 'Björn', 'Cecilia'].map((name) => addPerson(db, name));
  const [astrid, bjorn, cecilia] = people;
  if (!astrid || !bjorn || !cecilia) throw new Error('three people');
  const review = addReview(db, [
    [astrid, 'reviewer'],
    [bjorn, 'reviewer'],
    [cecilia, 'reviewer'],
  ]);
  const ids = ['Wetlands', 'Forests', 'Gardens'].map((title) => {
    const reference = { type: 'article-journal' as const, title, authors: [] };
    const row = { reviewId: review.id, reference, title };
    const { id } = db.insert(report).values(row).returning({ id: report.id }).get();
    db.update(report).set({ rootId: id }).where(eq(report.id, id)).run();
    return id;
  });
  const { id: reason } = db
    .insert(criterion)
    .values({
      ...{ reviewId: review.id, code: 'E1', kind: 'exclude' as const, position: 0 },
      ...{ label: { en: 'Not peer reviewed' }, statement: {} },
    })
    .returning({ id: criterion.id })
    .get();
  const saying = (reportId: number, answer: Answer, more: Partial<VoteInput> = {}): VoteInput => ({
    ...{ reviewId: review.id, stage: 'title_abstract', reportId, answer },
    ...{ criterionId: null, note: '', clientKey: null, ...more },
  });
  return { db, people, astrid, bjorn, cecilia, ids, reason, reviewId: review.id, saying };
}

const wasStored = (cast: Cast | undefined) => cast !== undefined && 'stored' in cast;

test('one that fails while it is written takes nobody else’s with it', async () => {
  const { db, astrid, bjorn, ids, saying, reviewId } = seed();
  const [first = 0, second = 0] = ids;
  db.$client.exec(`create temp trigger broken_disk before insert on vote when new.note = 'broken'
    begin select raise(abort, 'disk is broken'); end`);
  const [ofAstrid, ofBjorn] = await Promise.all([
    castTogether(db, astrid, [saying(first, 'include'), saying(second, 'include')]),
    castTogether(db, bjorn, [
      saying(first, 'include', { note: 'broken' }),
      saying(second, 'include'),
    ]),
  ]);
  expect(ofAstrid?.map(wasStored)).toEqual([true, true]);
  expect(ofBjorn?.map(wasStored)).toEqual([false, true]);
  expect(db.select({ by: vote.personId, about: vote.reportId }).from(vote).all()).toEqual([
    { by: astrid.personId, about: first },
    { by: astrid.personId, about: second },
    { by: bjorn.personId, about: second },
  ]);
  const logged = eq(auditEntry.action, 'vote.cast');
  expect(db.select().from(auditEntry).where(logged).all()).toHaveLength(3);
  expect(disagreeingStandings(db, reviewId)).toEqual([]);
});

test('a vote that comes while others are on their way is on disk with them, at once', async () => {
  const { db, astrid, bjorn, ids, saying } = seed();
  const [first = 0] = ids;
  const counted = () => db.select({ by: vote.personId }).from(vote).all().length;
  const early = castTogether(db, astrid, [saying(first, 'include')], counted);
  await setImmediate();
  const late = castTogether(db, bjorn, [saying(first, 'include')], counted);
  expect(counted()).toBe(0);
  expect(await Promise.all([early, late])).toEqual([2, 2]);
});

test('the same key twice at one moment is one vote', async () => {
  const { db, astrid, ids, saying } = seed();
  const same = saying(ids[0] ?? 0, 'exclude', { clientKey: 'shown once' });
  const casts = await Promise.all([
    castTogether(db, astrid, [same, same]),
    castTogether(db, astrid, [same]),
  ]);
  const [stored] = db.select().from(vote).all();
  expect(casts.flat()).toEqual([
    { stored: { voteId: stored?.id, isRepeat: false } },
    { stored: { voteId: stored?.id, isRepeat: true } },
    { stored: { voteId: stored?.id, isRepeat: true } },
  ]);
  expect(db.select().from(vote).all()).toHaveLength(1);
});

test('the third person at one moment is told that two had answered', async () => {
  const { db, people, ids, saying } = seed();
  const casts = await Promise.all(
    people.map((who) => castTogether(db, who, [saying(ids[0] ?? 0, 'include')])),
  );
  expect(casts.flat().map(wasStored)).toEqual([true, true, false]);
  expect(casts[2]?.[0]).toMatchObject({ refused: { code: 'VOTE_NOT_NEEDED' } });
});

test('what follows from a vote is logged as done by who cast it', async () => {
  const { db, astrid, bjorn, cecilia, ids, saying } = seed();
  const [first = 0, second = 0] = ids;
  for (const who of [astrid, bjorn])
    for (const id of [first, second]) castVote(who, saying(id, 'include'));
  const atFullText = { stage: 'full_text' as const };
  castVote(astrid, saying(first, 'include', atFullText));
  castVote(astrid, saying(second, 'include', atFullText));
  await Promise.all([
    castTogether(db, bjorn, [saying(first, 'include', atFullText)]),
    castTogether(db, cecilia, [saying(second, 'include', atFullText)]),
  ]);
  const made = eq(auditEntry.action, 'study.made');
  const by = db.select({ by: auditEntry.personId }).from(auditEntry).where(made).all();
  expect(by).toEqual([{ by: bjorn.personId }, { by: cecilia.personId }]);
});

test('a stage is asked to be ranked once, however many votes come at one moment', async () => {
  const { db, people, ids, saying } = seed();
  await Promise.all(
    people.map((who, at) => castTogether(db, who, [saying(ids[at] ?? 0, 'include')])),
  );
  const ranked = and(eq(job.kind, 'ranking'), eq(job.state, 'queued'));
  expect(db.select().from(job).where(ranked).all()).toHaveLength(1);
});

test('whatever is voted at one moment leaves what the same votes one by one leave', async () => {
  const said = fc.record({
    who: fc.nat(2),
    about: fc.nat(2),
    stage: fc.constantFrom<Stage>('title_abstract', 'full_text'),
    answer: fc.constantFrom<Answer>('include', 'maybe', 'exclude'),
    key: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
  });
  const moments = fc.array(fc.array(said, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(moments, async (all) => {
      const [together, apart] = [seed(), seed()];
      for (const moment of all) {
        const inputs = moment.map(({ who, about, stage, answer, key }) => {
          const more = { stage, criterionId: together.reason, clientKey: key };
          return { who, input: together.saying(together.ids[about] ?? 0, answer, more) };
        });
        const stored = await Promise.all(
          inputs.map(({ who, input }) =>
            castTogether(together.db, together.people[who] ?? together.astrid, [input]),
          ),
        );
        const alone = inputs.map(({ who, input }) => castAlone(apart, who, input));
        expect(stored.map(([cast]) => outcomeOf(cast))).toEqual(alone);
      }
      for (const table of [vote, standing, flowPath])
        expect(together.db.select().from(table).all()).toEqual(apart.db.select().from(table).all());
    }),
    { numRuns: 30 },
  );
});

function castAlone({ people, astrid }: ReturnType<typeof seed>, who: number, input: VoteInput) {
  try {
    return outcomeOf({ stored: castVote(people[who] ?? astrid, input) });
  } catch (refused) {
    return outcomeOf({ refused });
  }
}

function outcomeOf(cast: Cast | undefined): unknown {
  if (!cast) return undefined;
  return 'stored' in cast ? cast.stored : (cast.refused as { code?: string }).code;
}
