/** Screening, from a vote that is stored to the page a reviewer gets back. */
import { and, eq, ne } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, membership } from '../schema/accounts.ts';
import { retrieval } from '../schema/documents.ts';
import { job } from '../schema/jobs.ts';
import { report, study } from '../schema/records.ts';
import { criterion, review as reviewTable } from '../schema/reviews.ts';
import { type Answer, adjudication, type Stage, standing, vote } from '../schema/screening.ts';
import type { Connection } from '../server/db.ts';
import type { PersonalContext } from '../server/platform/context.ts';
import { clusterChanged } from '../server/records/duplicates/cluster-events.ts';
import { nextReport, ownProgress } from '../server/screening/desk/queue.ts';
import { paragraphsOf } from '../server/screening/desk/show.ts';
import { retrievalCounts, stageCounts } from '../server/screening/progress.ts';
import { adjudicate, takeOverDecision } from '../server/screening/votes/adjudications.ts';
import { disagreeingStandings } from '../server/screening/votes/standings.ts';
import { castVote, type VoteInput } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase, now, startApp } from './helpers.ts';

/** Two reviewers, an adjudicator who does not vote, three publications, three criteria. */
function seedPanel() {
  const db = freshDatabase();
  const [astrid, bjorn, cecilia] = ['Astrid', 'Björn', 'Cecilia'].map((name) =>
    addPerson(db, name),
  );
  if (!astrid || !bjorn || !cecilia) throw new Error('three people');
  const review = addReview(db, [
    [astrid, 'reviewer'],
    [bjorn, 'reviewer'],
    [cecilia, 'reviewer'],
  ]);
  const settles = and(
    eq(membership.reviewId, review.id),
    eq(membership.personId, cecilia.personId),
  );
  db.update(membership).set({ mayAdjudicate: true }).where(settles).run();
  const reports = ['Wetlands', 'Forests', 'Gardens'].map((title) =>
    addReport(db, review.id, title),
  );
  const criteria = [
    ['E1', 'exclude', 'Not peer reviewed'],
    ['E2', 'exclude', 'Not about municipalities'],
    ['I1', 'include', 'Collaboration'],
  ].map(([code = '', kind, label = ''], index) => {
    const words = { en: label };
    const row = { reviewId: review.id, code, label: words, statement: {}, position: index };
    return db
      .insert(criterion)
      .values({ ...row, kind: kind === 'include' ? 'include' : 'exclude' })
      .returning({ id: criterion.id })
      .get().id;
  });
  const [first = 0, second = 0, third = 0] = reports;
  const [e1 = 0, e2 = 0, i1 = 0] = criteria;
  return { db, review, astrid, bjorn, cecilia, first, second, third, e1, e2, i1 };
}

function addReport(db: Connection, reviewId: number, title: string): number {
  const reference = {
    type: 'article-journal' as const,
    title,
    authors: [{ family: 'Aytar', given: 'Osman' }],
    year: 2022,
    abstract: `What is known about ${title.toLowerCase()}.`,
  };
  const row = { reviewId, reference, title, year: 2022, firstAuthor: 'Aytar' };
  const { id } = db.insert(report).values(row).returning({ id: report.id }).get();
  db.update(report).set({ rootId: id }).where(eq(report.id, id)).run();
  return id;
}

let s: ReturnType<typeof seedPanel>;
beforeEach(() => {
  s = seedPanel();
});

type Cast = [Answer, (number | null)?];

function cast(
  who: PersonalContext,
  reportId: number,
  [answer, criterionId = null]: Cast,
  more: Partial<VoteInput> = {},
) {
  const stage: Stage = 'title_abstract';
  const plain = { reviewId: s.review.id, stage, note: '', clientKey: null };
  return castVote(who, { ...plain, reportId, answer, criterionId, ...more });
}

function pass(reportId: number) {
  for (const who of [s.astrid, s.bjorn]) cast(who, reportId, ['include']);
}

const fullText = { stage: 'full_text' } as const;

function stateAt(reportId: number, stage: Stage = 'title_abstract') {
  const here = and(eq(standing.reportId, reportId), eq(standing.stage, stage));
  return s.db.select().from(standing).where(here).get()?.state ?? 'unscreened';
}

const desk = (who: PersonalContext, stage: Stage = 'title_abstract') => ({
  reviewId: s.review.id,
  stage,
  personId: who.actor.personId,
});

const waiting = (who: PersonalContext, after = 0, stage: Stage = 'title_abstract') =>
  nextReport(s.db, desk(who, stage), after)?.id;

describe('a vote', () => {
  test('moves the report on when the second person agrees', () => {
    cast(s.astrid, s.first, ['include']);
    expect(stateAt(s.first)).toBe('partly');
    cast(s.bjorn, s.first, ['maybe']);
    expect(stateAt(s.first)).toBe('passed');
  });

  test('is kept when its caster thinks again, and the new one counts', () => {
    cast(s.astrid, s.first, ['include']);
    cast(s.bjorn, s.first, ['exclude']);
    cast(s.astrid, s.first, ['exclude']);
    expect(stateAt(s.first)).toBe('excluded');
    const own = eq(vote.personId, s.astrid.personId);
    const answers = s.db.select().from(vote).where(own).all();
    expect(answers.map(({ answer }) => answer)).toEqual(['include', 'exclude']);
  });

  test('sent twice is stored once, whoever else uses the same key', () => {
    const key = { clientKey: 'a' };
    const sent = cast(s.astrid, s.first, ['include'], key);
    const again = cast(s.astrid, s.first, ['exclude'], key);
    expect(again).toEqual({ voteId: sent.voteId, isRepeat: true });
    cast(s.bjorn, s.first, ['include'], key);
    expect(s.db.select().from(vote).all()).toHaveLength(2);
    expect(stateAt(s.first)).toBe('passed');
  });

  test('stands in the log without what was answered', () => {
    cast(s.astrid, s.first, ['exclude', s.e1]);
    cast(s.astrid, s.first, ['include']);
    const entries = s.db.select().from(auditEntry).all();
    expect(entries.map(({ action, entityId }) => [action, entityId])).toEqual([
      ['vote.cast', s.first],
      ['vote.cast', s.first],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/exclude|include/);
  });

  test('names no criterion unless it excludes', () => {
    cast(s.astrid, s.first, ['include', s.e1]);
    expect(s.db.select().from(vote).get()?.criterionId).toBeNull();
  });

  test.each<[string, () => unknown, string]>([
    ['on a report of another review', () => cast(s.astrid, elsewhere(), ['include']), 'NOT_FOUND'],
    ['on a withdrawn report', () => cast(s.astrid, withdrawn(), ['include']), 'NOT_FOUND'],
    ['by a reader', () => cast(addReader(), s.first, ['include']), 'NOT_ALLOWED'],
    ['by an outsider', () => cast(addPerson(s.db, 'Dag'), s.first, ['include']), 'NOT_ALLOWED'],
    [
      'at full text, before it has passed',
      () => cast(s.astrid, s.first, ['include'], fullText),
      'STAGE_NOT_REACHED',
    ],
    [
      'that names a retired criterion',
      () => cast(s.astrid, s.first, retired()),
      'CRITERION_UNKNOWN',
    ],
    [
      'that names a criterion of another review',
      () => cast(s.astrid, s.first, ['exclude', foreignCriterion()]),
      'CRITERION_UNKNOWN',
    ],
    ['that is not needed', () => settledByOthers(), 'VOTE_NOT_NEEDED'],
    [
      'at full text, excluding without a reason',
      () => {
        pass(s.first);
        cast(s.astrid, s.first, ['exclude'], fullText);
      },
      'REASON_REQUIRED',
    ],
    [
      'at full text, saying maybe',
      () => {
        pass(s.first);
        cast(s.astrid, s.first, ['maybe'], fullText);
      },
      'MAYBE_AT_FULL_TEXT',
    ],
  ])('%s is refused', (_case, act, code) => {
    expect(act).toThrow(code);
  });

  test('that is refused leaves nothing behind', () => {
    pass(s.first);
    const before = s.db.select().from(vote).all().length;
    expect(() => cast(s.astrid, s.first, ['exclude'], fullText)).toThrow('REASON_REQUIRED');
    expect(s.db.select().from(vote).all()).toHaveLength(before);
    expect(s.db.select().from(retrieval).all()).toEqual([]);
  });

  function elsewhere(): number {
    const other = addReview(s.db, [[s.astrid, 'reviewer']], { slug: 'other' });
    return addReport(s.db, other.id, 'Elsewhere');
  }

  function withdrawn(): number {
    const gone = { withdrawnAt: now.toISOString() };
    s.db.update(report).set(gone).where(eq(report.id, s.first)).run();
    return s.first;
  }

  function addReader() {
    const reader = addPerson(s.db, 'Reader');
    const place = { reviewId: s.review.id, personId: reader.personId };
    s.db
      .insert(membership)
      .values({ ...place, role: 'reader' })
      .run();
    return reader;
  }

  function retired(): Cast {
    const gone = { retiredAt: now.toISOString() };
    s.db.update(criterion).set(gone).where(eq(criterion.id, s.e1)).run();
    return ['exclude', s.e1];
  }

  function foreignCriterion(): number {
    const other = addReview(s.db, [], { slug: 'other' });
    const row = { code: 'E1', kind: 'exclude', label: {}, statement: {}, position: 1 } as const;
    return s.db
      .insert(criterion)
      .values({ ...row, reviewId: other.id })
      .returning()
      .get().id;
  }

  function settledByOthers() {
    pass(s.first);
    cast(s.cecilia, s.first, ['exclude']);
  }
});

describe('full text', () => {
  test('what is included there gets a study, named once', () => {
    for (const id of [s.first, s.second]) {
      pass(id);
      for (const who of [s.astrid, s.bjorn]) cast(who, id, ['include'], fullText);
    }
    expect(stateAt(s.first, 'full_text')).toBe('passed');
    const labels = s.db.select().from(study).all();
    expect(labels.map(({ label }) => label)).toEqual(['Aytar 2022', 'Aytar 2022b']);
    const linked = s.db.select().from(report).where(eq(report.id, s.second)).get();
    expect(linked?.studyId).toBe(labels[1]?.id);
  });

  test('what is included in a published review is indexed again, once', () => {
    s.db.update(reviewTable).set({ publishedAt: now.toISOString() }).run();
    pass(s.first);
    expect(s.db.select().from(job).where(eq(job.kind, 'index')).all()).toEqual([]);
    for (const who of [s.astrid, s.bjorn]) cast(who, s.first, ['include'], fullText);
    cast(s.astrid, s.first, ['exclude', s.e1], fullText);
    const asked = [{ kind: 'index', reviewId: s.review.id, state: 'queued' }];
    expect(s.db.select().from(job).where(eq(job.kind, 'index')).all()).toMatchObject(asked);
  });

  test('whoever judges a full text has it: that is written down once', () => {
    pass(s.first);
    expect(retrievalCounts(s.db, s.review.id)).toMatchObject({ awaiting: 1, retrieved: 0 });
    for (const who of [s.astrid, s.bjorn]) cast(who, s.first, ['exclude', s.e1], fullText);
    expect(s.db.select().from(retrieval).all()).toMatchObject([
      { reportId: s.first, outcome: 'retrieved', how: 'read_at_screening' },
    ]);
    expect(retrievalCounts(s.db, s.review.id)).toMatchObject({ awaiting: 0, retrieved: 1 });
  });

  test('two reasons are a conflict, the same reason excludes', () => {
    pass(s.first);
    cast(s.astrid, s.first, ['exclude', s.e1], fullText);
    cast(s.bjorn, s.first, ['exclude', s.e2], fullText);
    expect(stateAt(s.first, 'full_text')).toBe('conflict');
    cast(s.bjorn, s.first, ['exclude', s.e1], fullText);
    expect(stateAt(s.first, 'full_text')).toBe('excluded');
  });

  test('a mind changed at title and abstract takes the report out, and back with its full-text votes', () => {
    pass(s.first);
    for (const who of [s.astrid, s.bjorn]) cast(who, s.first, ['include'], fullText);
    cast(s.bjorn, s.first, ['exclude']);
    expect([stateAt(s.first), stateAt(s.first, 'full_text')]).toEqual(['conflict', 'unscreened']);
    cast(s.bjorn, s.first, ['maybe']);
    expect([stateAt(s.first), stateAt(s.first, 'full_text')]).toEqual(['passed', 'passed']);
  });
});

describe('the queue', () => {
  test('goes from report to report and leaves out what the person has answered', () => {
    expect(waiting(s.astrid)).toBe(s.first);
    cast(s.astrid, s.first, ['include']);
    expect(waiting(s.astrid)).toBe(s.second);
    expect(waiting(s.astrid, s.second)).toBe(s.third);
    expect(waiting(s.astrid, s.third)).toBeUndefined();
    expect(waiting(s.bjorn)).toBe(s.first);
    expect(ownProgress(s.db, desk(s.astrid)).left).toBe(2);
  });

  test('hides what two others have answered, agreed or not', () => {
    pass(s.first);
    cast(s.astrid, s.second, ['include']);
    cast(s.bjorn, s.second, ['exclude']);
    expect(waiting(s.cecilia)).toBe(s.third);
  });

  test('with one reviewer, one answer is enough', () => {
    const solo = addReview(
      s.db,
      [
        [s.astrid, 'reviewer'],
        [s.bjorn, 'reviewer'],
      ],
      {
        slug: 'solo',
        reviewersTitleAbstract: 1,
      },
    );
    const only = addReport(s.db, solo.id, 'Alone');
    const input = { reviewId: solo.id, reportId: only, stage: 'title_abstract' } as const;
    const said = { answer: 'maybe', criterionId: null, note: '', clientKey: null } as const;
    castVote(s.astrid, { ...input, ...said });
    expect(stateAt(only)).toBe('passed');
    const bjorns = {
      reviewId: solo.id,
      stage: 'title_abstract',
      personId: s.bjorn.personId,
    } as const;
    expect(nextReport(s.db, bjorns)).toBeUndefined();
  });

  test('at full text holds what has passed, but not what cannot be had', () => {
    pass(s.first);
    pass(s.second);
    const attempt = { outcome: 'not_retrieved', personId: s.astrid.personId } as const;
    s.db
      .insert(retrieval)
      .values({ ...attempt, reportId: s.first, at: now.toISOString() })
      .run();
    expect(waiting(s.astrid, 0, 'full_text')).toBe(s.second);
    expect(waiting(s.astrid, s.second, 'full_text')).toBeUndefined();
    expect(() => cast(s.astrid, s.first, ['include'], fullText)).toThrow('NOT_RETRIEVED');
    const reopened = { ...attempt, outcome: 'reopened', reportId: s.first } as const;
    s.db
      .insert(retrieval)
      .values({ ...reopened, at: now.toISOString() })
      .run();
    expect(waiting(s.astrid, 0, 'full_text')).toBe(s.first);
  });

  test('leaves out what has been withdrawn', () => {
    const gone = { withdrawnAt: now.toISOString() };
    s.db.update(report).set(gone).where(eq(report.id, s.first)).run();
    expect(waiting(s.astrid)).toBe(s.second);
    expect(stageCounts(s.db, s.review.id, 'title_abstract').total).toBe(2);
  });
});

describe('duplicates', () => {
  function link(rootId: number) {
    s.db.update(report).set({ rootId }).where(eq(report.id, s.second)).run();
    clusterChanged(s.astrid, [s.first, s.second]);
  }

  test('count together when they are linked and apart when they are not, with every vote back in place', () => {
    cast(s.astrid, s.first, ['include']);
    cast(s.bjorn, s.second, ['exclude']);
    link(s.first);
    expect([stateAt(s.first), stateAt(s.second)]).toEqual(['conflict', 'unscreened']);
    expect([waiting(s.astrid), waiting(s.bjorn), waiting(s.cecilia)]).toEqual([
      s.third,
      s.third,
      s.third,
    ]);
    link(s.second);
    expect([stateAt(s.first), stateAt(s.second)]).toEqual(['partly', 'partly']);
    expect(waiting(s.astrid)).toBe(s.second);
    expect(disagreeingStandings(s.db, s.review.id)).toEqual([]);
  });

  test('a person who answered both counts once, with the later answer', () => {
    cast(s.astrid, s.first, ['include']);
    cast(s.astrid, s.second, ['exclude']);
    cast(s.bjorn, s.first, ['exclude']);
    link(s.first);
    expect(stateAt(s.first)).toBe('excluded');
    expect(stageCounts(s.db, s.review.id, 'title_abstract')).toMatchObject({
      total: 2,
      excluded: 1,
      unscreened: 1,
    });
  });
});

describe('settling', () => {
  const decision = (answer: 'include' | 'exclude', criterionId: number | null = null) => ({
    reviewId: s.review.id,
    reportId: s.first,
    stage: 'title_abstract' as const,
    answer,
    criterionId,
    note: 'Both have a point.',
  });

  function disagree() {
    cast(s.astrid, s.first, ['include']);
    cast(s.bjorn, s.first, ['exclude']);
  }

  test('settles, holds against a later vote, and can be settled anew', () => {
    disagree();
    adjudicate(s.cecilia, decision('include'));
    expect(stateAt(s.first)).toBe('passed');
    cast(s.astrid, s.first, ['exclude']);
    expect(stateAt(s.first)).toBe('passed');
    adjudicate(s.cecilia, decision('exclude', s.e2));
    expect(stateAt(s.first)).toBe('excluded');
    expect(s.db.select().from(adjudication).all()).toHaveLength(2);
  });

  test('is for adjudicators, and for conflicts', () => {
    expect(() => adjudicate(s.cecilia, decision('include'))).toThrow('NOTHING_TO_SETTLE');
    disagree();
    expect(() => adjudicate(s.bjorn, decision('include'))).toThrow('NOT_ALLOWED');
  });

  test('a decision taken over from a report needs no votes and is taken over once', () => {
    const stated = { ...decision('include'), stage: 'full_text' as const };
    takeOverDecision(s.astrid, stated);
    takeOverDecision(s.astrid, stated);
    expect([stateAt(s.first), stateAt(s.first, 'full_text')]).toEqual(['passed', 'passed']);
    expect(s.db.select().from(adjudication).all()).toHaveLength(2);
    expect(s.db.select().from(vote).all()).toEqual([]);
    expect(retrievalCounts(s.db, s.review.id).retrieved).toBe(1);
    expect(s.db.select().from(study).all()).toHaveLength(1);
    expect(disagreeingStandings(s.db, s.review.id)).toEqual([]);
  });
});

describe('the desk', () => {
  const url = '/reviews/nature/screening/title_abstract';
  const form = (reportId: number, answer: Answer, more: Record<string, string> = {}) => ({
    reportId: String(reportId),
    answer,
    next: String(reportId),
    ...more,
  });

  test('moves on after an answer, and begins again with what was skipped', async () => {
    const { as } = await startApp(s.db);
    const saved = await as(s.astrid).post(url, form(s.second, 'include'));
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `${url}?after=${s.second}`]);
    expect((await as(s.astrid).get(`${url}?after=${s.second}`)).body).toContain('Gardens');
    expect((await as(s.astrid).get(`${url}?after=${s.third}`)).body).toContain('Wetlands');
    expect((await as(s.bjorn).get(url)).body).toContain('Wetlands');
  });

  test('says that there are others where the source names only the first author', async () => {
    const shortened = `update report set reference = json_set(reference, '$.othersOmitted', json('true'))`;
    s.db.$client.prepare(shortened).run();
    const { as } = await startApp(s.db);
    expect((await as(s.astrid).get(url)).body).toContain('Osman Aytar et al.</p>');
    pass(s.first);
    const list = await as(s.astrid).get('/reviews/nature/documents');
    expect(list.body).toContain('Aytar et al. 2022');
  });

  test('tells nobody anything of what a colleague answered', async () => {
    const { as } = await startApp(s.db);
    const empty = await pages(as(s.bjorn));
    const secret = { note: 'my secret doubt', criterionId: String(s.e1) };
    await as(s.astrid).post(url, form(s.first, 'exclude', secret));
    // Everything that Björn can read is the same as before, but for how many Astrid has answered.
    const after = await pages(as(s.bjorn));
    expect(after.map(plain)).toEqual(empty.map(plain));
    expect(after.join()).not.toContain('my secret doubt');
  });

  /** The desk, its lists and their JSON. */
  async function pages(person: { get: (url: string) => Promise<{ body: string }> }) {
    const paths = [url, `${url}.json`, `${url}/mine`, `${url}/mine.json`];
    return Promise.all(paths.map(async (path) => (await person.get(path)).body));
  }

  /** Each showing of a report has a key of its own. */
  const plain = (body: string) => body.replaceAll(/name="clientKey" value="[^"]*"/g, '');

  test('says in JSON how far one has come and what is next', async () => {
    const { as } = await startApp(s.db);
    await as(s.astrid).post(url, form(s.first, 'maybe'));
    expect((await as(s.astrid).get(`${url}.json`)).json()).toMatchObject({
      review: 'nature',
      stage: 'title_abstract',
      progress: { answered: 1, left: 2 },
      next: { id: s.second, reference: { title: 'Forests' } },
    });
  });

  const unescaped = (address = '') => address.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');

  test('stores an answer sent twice once', async () => {
    const { as } = await startApp(s.db);
    const page = (await as(s.astrid).get(url)).body;
    const clientKey = /name="clientKey" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const sent = form(s.first, 'include', { clientKey });
    const twice = [await as(s.astrid).post(url, sent), await as(s.astrid).post(url, sent)];
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(s.db.select().from(vote).all()).toHaveLength(1);
  });

  test('shows the last answer again to change it', async () => {
    const { as } = await startApp(s.db);
    await as(s.astrid).post(
      url,
      form(s.first, 'exclude', { criterionId: String(s.e2), note: 'Hm' }),
    );
    const next = (await as(s.astrid).get(`${url}?after=${s.first}`)).body;
    const undo = /href="([^"]+)" aria-keyshortcuts="u"/.exec(next)?.[1];
    const again = (await as(s.astrid).get(unescaped(undo))).body;
    expect(again).toContain('Your answer to this one: Excluded');
    expect(again).toContain('Wetlands');
    expect(again).toContain('>Hm</textarea>');
    expect(again).toMatch(new RegExp(`value="${s.e2}"[^>]*checked`));
    await as(s.astrid).post(url, form(s.first, 'include'));
    expect(stateAt(s.first)).toBe('partly');
  });

  test('a full-text exclusion without a reason is sent back, in Swedish, with what was written', async () => {
    pass(s.first);
    const { as } = await startApp(s.db, { 'accept-language': 'sv-SE' });
    s.db.$client.prepare("update person set locale = 'sv'").run();
    const address = '/reviews/nature/screening/full_text';
    const refused = await as(s.astrid).post(address, form(s.first, 'exclude', { note: 'Oklart' }));
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toMatch(/data-field="criterionId">Ange vilket kriterium/);
    expect(refused.body).toContain('>Oklart</textarea>');
    expect(refused.body).toContain('Wetlands');
    expect(refused.body).not.toContain('value="maybe"');
  });

  test('an answer that came too late is not stored, and the desk goes on', async () => {
    pass(s.first);
    const { as } = await startApp(s.db);
    const late = await as(s.cecilia).post(url, form(s.first, 'exclude'));
    expect([late.statusCode, late.headers.location]).toEqual([
      303,
      `${url}?after=${s.first}&notice=vote_not_needed`,
    ]);
    expect(s.db.select().from(vote).all()).toHaveLength(2);
  });

  test.each(['en', 'sv', 'nb', 'nn'])('has all its pages in %s', async (language) => {
    pass(s.first);
    cast(s.astrid, s.second, ['include'], { note: 'Why not' });
    cast(s.bjorn, s.second, ['exclude', s.e1]);
    const { as } = await startApp(s.db, { cookie: '', 'accept-language': language });
    s.db.$client.prepare('update person set locale = ?').run(language);
    const paths = [
      '/reviews/nature/screening',
      '/reviews/nature/screening.json',
      '/reviews/nature/screening/full_text',
      `${url}`,
      `${url}/mine?answer=include`,
      `${url}/conflicts`,
      `${url}/conflicts.json`,
      `${url}/conflicts/${s.second}`,
    ];
    for (const path of paths)
      expect([path, (await as(s.cecilia).get(path)).statusCode]).toEqual([path, 200]);
  });

  test('says what to do when there is nothing', async () => {
    addReview(s.db, [[s.astrid, 'reviewer']], { slug: 'bare' });
    const { as } = await startApp(s.db);
    const overview = await as(s.astrid).get('/reviews/bare/screening');
    expect(overview.body).toContain('/reviews/bare/searches');
    const idle = await as(s.astrid).get('/reviews/bare/screening/full_text');
    expect(idle.body).toContain('Nothing has passed title and abstract yet');
  });

  test('says that a team of one settles nothing where two must answer', async () => {
    const { as } = await startApp(s.db);
    const path = '/reviews/nature/screening';
    const lacking = 'Each publication takes answers of 2 people, and the team has one';
    expect((await as(s.astrid).get(path)).body).not.toContain(lacking);
    s.db
      .update(membership)
      .set({ endedAt: now.toISOString() })
      .where(ne(membership.personId, s.astrid.personId))
      .run();
    expect((await as(s.astrid).get(path)).body).toContain(lacking);
  });
});

describe('conflicts', () => {
  const url = '/reviews/nature/screening/title_abstract/conflicts';
  beforeEach(() => {
    cast(s.astrid, s.first, ['include'], { note: 'Clearly in' });
    cast(s.bjorn, s.first, ['exclude', s.e1], { note: 'Clearly out' });
  });

  test('show the adjudicator who answered, not what', async () => {
    const { as } = await startApp(s.db);
    const bodies = await Promise.all(
      [url, `${url}.json`, `${url}/${s.first}`].map(
        async (path) => (await as(s.cecilia).get(path)).body,
      ),
    );
    for (const body of bodies) {
      expect(body).toContain('Astrid');
      expect(body).toContain('Björn');
      expect(body).not.toMatch(/Clearly (in|out)|Included|Excluded/);
      expect(body).not.toMatch(/checked>\s*<span class="reason-text"><span/);
    }
  });

  test('are settled by the adjudicator, who goes on to the next', async () => {
    cast(s.astrid, s.third, ['include']);
    cast(s.bjorn, s.third, ['exclude']);
    const { as } = await startApp(s.db);
    const form = { answer: 'exclude', criterionId: String(s.e1), note: 'Not reviewed.' };
    const settled = await as(s.cecilia).post(`${url}/${s.first}`, form);
    expect(settled.headers.location).toBe(`${url}/${s.third}?notice=settled`);
    expect(stateAt(s.first)).toBe('excluded');
    const last = await as(s.cecilia).post(`${url}/${s.third}`, { answer: 'include' });
    expect(last.headers.location).toBe(`${url}?notice=settled`);
  });

  test('are hidden from the people who only screen', async () => {
    const { as } = await startApp(s.db);
    expect((await as(s.bjorn).get(url)).statusCode).toBe(404);
    expect((await as(s.bjorn).get(`${url}/${s.first}`)).statusCode).toBe(404);
    expect((await as(s.bjorn).post(`${url}/${s.first}`, { answer: 'include' })).statusCode).toBe(
      404,
    );
  });
});

test('an abstract is read in paragraphs, its own or one for each of its headings', () => {
  expect(paragraphsOf('Background: Little. Methods: Some.')).toEqual([
    { heading: 'Background:', text: 'Little.' },
    { heading: 'Methods:', text: 'Some.' },
  ]);
  expect(paragraphsOf('One.\n\nTwo.').map(({ text }) => text)).toEqual(['One.', 'Two.']);
  expect(paragraphsOf('The results: nothing. We discuss methods: none.')).toHaveLength(1);
});
