/** Lists of screening: found by words and facets; acts on many that say first what they do, and are undone as one. */
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditEntry } from '../schema/accounts.ts';
import { excerpt } from '../schema/coding.ts';
import { report } from '../schema/records.ts';
import { criterion } from '../schema/reviews.ts';
import { type Answer, type Stage, standing, vote } from '../schema/screening.ts';
import { label } from '../schema/screening-rules.ts';
import { setLabel } from '../server/screening/desk/labels.ts';
import { ruleOf, saveRule } from '../server/screening/rules/rules.ts';
import { disagreeingStandings } from '../server/screening/votes/standings.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { addPerson, addReview, freshDatabase, startApp } from './helpers.ts';

const url = '/reviews/nature/screening/title_abstract';

function seed() {
  const db = freshDatabase();
  const [owner, bjorn] = ['Astrid', 'Björn'].map((name) => addPerson(db, name));
  if (!owner || !bjorn) throw new Error('two people');
  const review = addReview(db, [
    [owner, 'owner'],
    [bjorn, 'reviewer'],
  ]);
  const titles = [
    'Parks and health',
    'Gröna RUM i staden',
    'Gardens',
    'Parks for children',
    'Trees',
  ];
  const ids = titles.map((title, index) => {
    const language = index === 1 ? 'sv' : 'en';
    const authors = [{ family: 'Nordmann', given: 'Kari' }];
    const abstract = index === 2 ? 'A garden is no park. Parken är öppen.' : 'Nothing else.';
    const reference = { type: 'article-journal' as const, title, authors, language, abstract };
    const row = { reviewId: review.id, reference, title, year: 2000 + index };
    const { id } = db.insert(report).values(row).returning({ id: report.id }).get();
    db.update(report).set({ rootId: id }).where(eq(report.id, id)).run();
    return id;
  });
  const { id: e1 } = db
    .insert(criterion)
    .values({
      ...{ reviewId: review.id, code: 'E1', kind: 'exclude', position: 0 },
      ...{ label: { en: 'Not a study' }, statement: {} },
    })
    .returning({ id: criterion.id })
    .get();
  return { db, review, ids, owner, bjorn, e1 };
}

let s: ReturnType<typeof seed>;
beforeEach(() => {
  s = seed();
});

type Who = ReturnType<typeof addPerson>;
const said = { criterionId: null, note: '', clientKey: null };
const cast = (who: Who, reportId: number, answer: Answer, stage: Stage = 'title_abstract') =>
  castVote(who, { ...said, reviewId: s.review.id, stage, reportId, answer });
const stateOf = (id: number, stage: Stage = 'title_abstract') =>
  s.db
    .select()
    .from(standing)
    .all()
    .find((row) => row.reportId === id && row.stage === stage)?.state ?? 'unscreened';
/** The hidden fields of a page's last form, as a browser would send them. */
function fieldsOf(body: string): Record<string, string | string[]> {
  const form = body.slice(body.lastIndexOf('<form class="actions"'));
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of form.matchAll(
    /type="hidden" name="(\w+)" value="([^"]*)"/g,
  ))
    fields[name] = [...(fields[name] ?? []), value];
  return fields;
}

describe('what the overview counts', () => {
  test('opens the publications that it counts, without a word of who said what', async () => {
    const [first = 0, second = 0, third = 0, fourth = 0] = s.ids;
    for (const who of [s.owner, s.bjorn]) cast(who, first, 'include');
    cast(s.owner, second, 'include');
    cast(s.owner, third, 'include');
    cast(s.bjorn, third, 'exclude');
    cast(s.bjorn, fourth, 'exclude');
    const { as } = await startApp(s.db);
    const overview = (await as(s.bjorn).get('/reviews/nature/screening')).body;
    const lists = { unscreened: [4], partly: [1, 3], settled: [0] };
    for (const [kind, listed] of Object.entries(lists)) {
      expect(overview).toMatch(
        new RegExp(`href="${url}/${kind}">(1 of 5 settled|${listed.length})<`),
      );
      const { rows, total } = (await as(s.bjorn).get(`${url}/${kind}.json`)).json();
      expect([kind, total]).toEqual([kind, listed.length]);
      expect(rows.map((row: { id: number }) => s.ids.indexOf(row.id))).toEqual(listed);
      expect(Object.keys(rows[0])).toEqual(['id', 'reference', 'voters']);
      const page = await as(s.bjorn).get(`${url}/${kind}`);
      expect(page.body).toContain(`href="/reviews/nature/reports/${rows[0].id}"`);
      expect(page.body).not.toMatch(/name="act"|Include|Exclude/);
    }
    expect((await as(s.owner).get('/reviews/nature/screening')).body).toContain(
      `href="${url}/conflicts">1<`,
    );
  });
});

describe('a list', () => {
  test('is found by words of title and abstract in any case, and by phrases', async () => {
    const { as } = await startApp(s.db);
    const found = async (q: string) => {
      const answer = await as(s.owner).get(`${url}/left.json?q=${encodeURIComponent(q)}`);
      return answer.json().rows.map((row: { id: number }) => s.ids.indexOf(row.id));
    };
    expect(await found('PARK')).toEqual([0, 2, 3]);
    expect(await found('gröna rum')).toEqual([1]);
    expect(await found('"no park"')).toEqual([2]);
    expect(await found('ÖPPEN')).toEqual([2]);
    expect(await found('nordmann')).toEqual([]);
    s.db.$client
      .prepare(
        "update report set reference = json_set(reference, '$.title', 'Park trees') where id = ?",
      )
      .run(s.ids[4]);
    expect(await found('park')).toEqual([0, 2, 3, 4]);
  });

  test('finds texts in any language and on any record of a publication, and nobody by an author’s name', async () => {
    const { as } = await startApp(s.db);
    const found = async (q: string) => {
      const answer = await as(s.owner).get(`${url}/left.json?q=${encodeURIComponent(q)}`);
      return answer.json().rows.map((row: { id: number }) => s.ids.indexOf(row.id));
    };
    const [, , , , german = 0] = s.ids;
    const authors = [{ family: 'Nordmann' }];
    const title = 'Städtische Grünflächen-Planung';
    const reference = { type: 'article-journal' as const, title, authors, language: 'de' };
    s.db.update(report).set({ reference, title }).where(eq(report.id, german)).run();
    expect(await found('planung')).toEqual([4]);
    expect(await found('"städtische grünflächen"')).toEqual([4]);
    expect(await found('grünflächenplanung')).toEqual([4]);
    expect(await found('städt*')).toEqual([4]);
    expect(await found('planung nordmann')).toEqual([]);
    expect(await found('nord')).toEqual([]);
    expect(await found('flächenplan')).toEqual([4]);
    const row = { reviewId: s.review.id, rootId: german, title: 'Shade' };
    const shade = { ...reference, title: 'Shade', language: 'en' };
    s.db
      .insert(report)
      .values({ ...row, reference: shade })
      .run();
    expect(await found('shade')).toEqual([4]);
  });

  test('counts what each facet would leave, and keeps to what is chosen', async () => {
    const { as } = await startApp(s.db);
    const { id: labelId } = s.db
      .insert(label)
      .values({ reviewId: s.review.id, name: 'Background' })
      .returning({ id: label.id })
      .get();
    const put = { reviewId: s.review.id, reportId: s.ids[0] ?? 0, labelId, isOn: true };
    setLabel(s.owner, put);
    cast(s.owner, s.ids[0] ?? 0, 'include');
    cast(s.owner, s.ids[1] ?? 0, 'exclude');
    const mine = (await as(s.owner).get(`${url}/mine.json?language=sv`)).json();
    expect(mine.rows.map((row: { answer: string }) => row.answer)).toEqual(['exclude']);
    expect(mine.facets.language).toEqual([
      { value: 'en', count: 1 },
      { value: 'sv', count: 1 },
    ]);
    expect(mine.facets.answer).toEqual([{ value: 'exclude', count: 1 }]);
    const labelled = (await as(s.owner).get(`${url}/mine.json?label=${labelId}`)).json();
    expect(labelled.total).toBe(1);
    const page = await as(s.owner).get(`${url}/mine?label=${labelId}`);
    expect(page.body).toContain('Background (1)');
  });

  test('hides what the stage hides, from its JSON too', async () => {
    const { as } = await startApp(s.db);
    const rule = { ...ruleOf(s.db, s.review.id, 'title_abstract'), reviewers: 2 as const };
    saveRule({ ...s.owner, db: s.db }, s.review.id, 'title_abstract', {
      ...rule,
      hidesAuthors: true,
    });
    cast(s.owner, s.ids[0] ?? 0, 'include');
    cast(s.bjorn, s.ids[0] ?? 0, 'exclude');
    for (const path of [
      '/left',
      '/left.json',
      '.json',
      '',
      '/mine',
      `/conflicts/${s.ids[0]}`,
      '/conflicts.json',
    ])
      expect((await as(s.owner).get(`${url}${path}`)).body).not.toContain('Nordmann');
  });
});

describe('an act on many', () => {
  const all = { act: 'exclude', scope: 'all', q: 'park' };

  test('says what it will do, does it, and is undone as one', async () => {
    const { as } = await startApp(s.db);
    cast(s.owner, s.ids[3] ?? 0, 'include');
    const form = { ...all, criterionId: String(s.e1) };
    const asked = await as(s.owner).post(`${url}/left/bulk`, form);
    expect(asked.body).toContain('Exclude 2 publications?');
    expect(asked.body).toContain('E1 Not a study');
    expect(asked.body).toContain('Parks and health');
    expect(s.db.select().from(vote).all()).toHaveLength(1);
    const done = await as(s.owner).post(`${url}/left/bulk`, fieldsOf(asked.body));
    expect(done.statusCode).toBe(303);
    expect(stateOf(s.ids[0] ?? 0)).toBe('partly');
    const list = await as(s.owner).get(`${url}/mine`);
    expect(list.body).toContain('Excluded 2 publications for E1');
    const undo = /href="([^"]*\/bulk\/\d+)"/.exec(list.body)?.[1] ?? '';
    expect((await as(s.owner).get(undo)).body).toContain('Undo all of it');
    // Nobody else can undo it, or knows of it.
    expect((await as(s.bjorn).get(undo)).statusCode).toBe(404);
    expect((await as(s.owner).post(`${undo}/undo`)).statusCode).toBe(303);
    expect(stateOf(s.ids[0] ?? 0)).toBe('unscreened');
    expect((await as(s.owner).get(`${url}/left.json`)).json().total).toBe(4);
    expect(disagreeingStandings(s.db, s.review.id)).toEqual([]);
    const actions = s.db.select().from(auditEntry).all();
    expect(actions.map((row) => row.action)).toEqual(
      expect.arrayContaining(['bulk.done', 'bulk.undone']),
    );
    expect(JSON.stringify(actions)).not.toContain('exclude');
  });

  test('is read again when the list has changed since', async () => {
    const { as } = await startApp(s.db);
    const asked = await as(s.owner).post(`${url}/left/bulk`, all);
    cast(s.owner, s.ids[0] ?? 0, 'include');
    const again = await as(s.owner).post(`${url}/left/bulk`, fieldsOf(asked.body));
    expect(again.body).toContain('The list has changed');
    expect(again.body).toContain('Exclude 2 publications?');
    expect(s.db.select().from(vote).all()).toHaveLength(1);
  });

  test('leaves an answer that was changed by hand since, when it is undone', async () => {
    const { as } = await startApp(s.db);
    const asked = await as(s.owner).post(`${url}/left/bulk`, all);
    await as(s.owner).post(`${url}/left/bulk`, fieldsOf(asked.body));
    cast(s.owner, s.ids[0] ?? 0, 'include');
    await as(s.owner).post(`${url}/bulk/1/undo`);
    const mine = (await as(s.owner).get(`${url}/mine.json`)).json();
    expect(mine.rows.map((row: { answer: string }) => row.answer)).toEqual(['include']);
  });

  test('puts labels and takes off only those it put', async () => {
    const { as } = await startApp(s.db);
    const { id } = s.db
      .insert(label)
      .values({ reviewId: s.review.id, name: 'Later' })
      .returning({ id: label.id })
      .get();
    setLabel(s.owner, { reviewId: s.review.id, reportId: s.ids[0] ?? 0, labelId: id, isOn: true });
    const wish = { act: `put:${id}`, scope: 'ticked', ids: s.ids.slice(0, 3).map(String) };
    const asked = await as(s.owner).post(`${url}/left/bulk`, wish);
    expect(asked.body).toContain('Put the label Later on 2 publications?');
    await as(s.owner).post(`${url}/left/bulk`, fieldsOf(asked.body));
    const labelled = async () =>
      (await as(s.owner).get(`${url}/left.json?label=${id}`)).json().total as number;
    expect(await labelled()).toBe(3);
    await as(s.owner).post(`${url}/bulk/1/undo`);
    expect(await labelled()).toBe(1);
  });

  test('says nothing of what a colleague answered', async () => {
    const { as } = await startApp(s.db);
    const ask = async () => (await as(s.owner).post(`${url}/left/bulk`, all)).body;
    const before = await ask();
    cast(s.bjorn, s.ids[0] ?? 0, 'include');
    cast(s.bjorn, s.ids[2] ?? 0, 'exclude');
    expect(await ask()).toBe(before);
  });

  test('is refused beside the form when nothing is ticked, and where full text wants a reason', async () => {
    const { as } = await startApp(s.db);
    const refused = await as(s.owner).post(`${url}/left/bulk`, { act: 'exclude', scope: 'ticked' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Tick at least one publication');
    for (const who of [s.owner, s.bjorn]) cast(who, s.ids[0] ?? 0, 'include');
    const full = url.replace('title_abstract', 'full_text');
    const missing = await as(s.owner).post(`${full}/left/bulk`, { act: 'exclude', scope: 'all' });
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain('data-field="criterionId"');
  });
});

describe('a changed mind after a publication has gone on', () => {
  function goOn() {
    const [id = 0] = s.ids;
    for (const who of [s.owner, s.bjorn]) cast(who, id, 'include');
    cast(s.bjorn, id, 'include', 'full_text');
    s.db
      .insert(excerpt)
      .values({
        ...{ reviewId: s.review.id, reportId: id, kind: 'quotation', text: { en: 'Parks help.' } },
        ...{ page: '4', personId: s.bjorn.personId, createdAt: s.bjorn.at },
      })
      .run();
    return id;
  }

  test('is told what it takes back, and stored when that is confirmed', async () => {
    const { as } = await startApp(s.db);
    const id = goOn();
    const form = { reportId: String(id), answer: 'exclude', criterionId: '', note: 'No.' };
    const asked = await as(s.owner).post(url, form);

    expect(asked.statusCode).toBe(409);
    expect(asked.body).toContain('Passed → In conflict: 1');
    expect(asked.body).toContain('1 answer at full text');
    expect(asked.body).toContain('1 excerpt');
    expect(stateOf(id)).toBe('passed');
    const stored = await as(s.owner).post(url, fieldsOf(asked.body));
    expect(stored.statusCode).toBe(303);
    expect(stateOf(id)).toBe('conflict');
    expect(s.db.select().from(vote).all().at(-1)).toMatchObject({ answer: 'exclude', note: 'No.' });
  });

  test('is told where it moves back to also while nothing hangs on it', async () => {
    const { as } = await startApp(s.db);
    const [id = 0] = s.ids;
    for (const who of [s.owner, s.bjorn]) cast(who, id, 'include');
    const asked = await as(s.owner).post(url, { reportId: String(id), answer: 'exclude' });
    expect(asked.statusCode).toBe(409);
    expect(asked.body).toContain('Passed → In conflict: 1');
    expect(stateOf(id)).toBe('passed');
    await as(s.owner).post(url, fieldsOf(asked.body));
    expect(stateOf(id)).toBe('conflict');
  });

  test('the desk’s script is told to open it', async () => {
    const { as } = await startApp(s.db);
    const id = goOn();
    const answer = await as(s.owner).send({
      method: 'POST',
      url: `${url}/votes.json`,
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: { votes: [{ reportId: id, answer: 'exclude', clientKey: 'a' }] },
    });
    expect(answer.json().votes[0].refused.code).toBe('ANSWER_TAKES_BACK');
    expect((await as(s.owner).get(`${url}?report=${id}`)).body).toContain('data-by-form');
  });
});
