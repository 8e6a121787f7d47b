/** The filled reporting checklists: what the review holds is said to stand somewhere, the rest is not stated. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DeliveryPart } from '../schema/deliveries.ts';
import { restoreArchive } from '../server/export/archive/restore.ts';
import { answersOf } from '../server/export/checklist/answers.ts';
import { itemsOf } from '../server/export/checklist/items.ts';
import { kindNamed } from '../server/export/checklist/proposed.ts';
import { sayOfItem, statementsOf } from '../server/export/checklist/statements.ts';
import { saveDelivery, suggestedParts } from '../server/export/delivery/deliveries.ts';
import { findReview } from '../server/platform/find-review.ts';
import { archiveOf } from './archives.ts';
import { freshFolder, opened } from './data-folder.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { done, tell } from './flow-data.ts';
import { addPerson, addReview, freshDatabase, now, startApp } from './helpers.ts';

test.each([
  ['en', 'Not stated', 'Flow diagram'],
  ['sv', 'Uppges inte', 'Flödesschema'],
  ['nb', 'Ikke oppgitt', 'Flytskjema'],
  ['nn', 'Ikkje oppgitt', 'Flytskjema'],
])('the checklist in %s says where each item stands', async (tag, missing, flow) => {
  const db = freshDatabase();
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
    publishedAt: now.toISOString(),
  });
  const { as } = await startApp(db, { 'accept-language': tag });
  const page = (await as(null).get(`/reviews/${row.slug}/checklist`)).body;
  expect(page).toContain(missing);
  expect(page).toContain(`<a href="/reviews/${row.slug}/flow">${flow}</a>`);
  expect(page.match(/<th scope="row">/g)).toHaveLength(22);
  const whole = (await as(null).get(`/reviews/${row.slug}/checklist?list=prisma-2020`)).body;
  expect(whole.match(/<th scope="row">/g)).toHaveLength(42);
  const short = (await as(null).get(`/reviews/${row.slug}/checklist?list=prisma-2020-abstract`))
    .body;
  expect(short.match(/<th scope="row">/g)).toHaveLength(12);
  const csv = await as(null).get(`/reviews/${row.slug}/checklist.csv?list=prisma-2020`);
  expect(csv.body.trim().split('\n').length).toBeGreaterThanOrEqual(43);
  const word = await as(null).get(`/reviews/${row.slug}/checklist.docx`);
  expect(word.rawPayload.toString('latin1').slice(0, 2)).toBe('PK');
});

test('what was appraised, how sure the findings are and the tables kept are said to stand where they stand', async () => {
  const db = await demonstrationDatabase();
  const review = findReview(db, 'eskilstuna-2022');
  if (!review) throw new Error('The demonstration is missing');
  const has = (sql: string) => Number(db.$client.prepare(sql).pluck().get(review.id));
  const answers = answersOf(db, review);
  const kept = has('select count(*) from saved_table where review_id = ? and archived_at is null');
  expect(kept).toBeGreaterThan(0);
  expect(answers.synthesis_methods).toEqual({ place: 'tables', path: '/tables', count: kept });
  const appraised = has(`select count(distinct r.root_id) from appraisal a
    join report r on r.id = a.report_id where r.review_id = ? and a.state <> 'begun'`);
  expect(answers.appraisal_results?.count ?? 0).toBe(appraised);
  const judged = has(`select count(distinct finding_id) from confidence
    join finding on finding.id = finding_id where review_id = ?`);
  expect(answers.certainty_results?.count ?? 0).toBe(judged);
});

test('each item names the sections of the report that say it, the team’s own among them', async () => {
  const db = freshDatabase();
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
    publishedAt: now.toISOString(),
  });
  const owner = { db, actor: { personId: 1 }, at: now.toISOString() };
  const text = (heading: string, said: string): DeliveryPart => ({
    ...{ kind: 'text', heading: { sv: heading }, text: { sv: said }, table: '' },
  });
  const parts = [
    ...suggestedParts(),
    text('Diskussion och slutsatser', 'Det räcker inte.'),
    text('Begränsningar', ''),
    text('Finansiering och jäv', 'Kommunen betalade.'),
  ];
  saveDelivery(owner, row.id, { parts });
  const { as } = await startApp(db, { 'accept-language': 'sv' });
  const path = `/reviews/${row.slug}/checklist`;
  const { sections } = (await as(null).get(`${path}.json`)).json();
  expect(sections).toMatchObject({
    title: ['Titelsida'],
    sources: ['Metod: Sökningar', 'Bilaga: alla sökningar'],
    study_selection: ['Från sökning till inkluderade publikationer'],
    discussion: ['Diskussion och slutsatser'],
    conclusions: ['Diskussion och slutsatser'],
    support: ['Finansiering och jäv'],
    interests: ['Finansiering och jäv'],
  });
  // Nothing is written there, nothing was appraised, no protocol says what was to be included.
  for (const topic of ['limitations', 'appraisal', 'eligibility', 'search'])
    expect(sections[topic], topic).toBeUndefined();
  const page = (await as(null).get(`${path}?list=prisma-scr`)).body;
  expect(page).toContain('<span>Diskussion och slutsatser</span>');
  expect((await as(null).get(`${path}.csv`)).body).toContain('Diskussion och slutsatser');
});

test('items are numbered as the published checklists number them', () => {
  const numbers = (list: Parameters<typeof itemsOf>[0]) =>
    itemsOf(list).map(({ number }) => number);
  const whole = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  expect(numbers('prisma-2020')).toEqual([
    ...whole(1, 9),
    ...['10a', '10b', '11', '12', '13a', '13b', '13c', '13d', '13e', '13f', '14', '15'],
    ...['16a', '16b', '17', '18', '19', '20a', '20b', '20c', '20d', '21', '22'],
    ...['23a', '23b', '23c', '23d', '24a', '24b', '24c', '25', '26', '27'],
  ]);
  expect(numbers('prisma-2020-abstract')).toEqual(whole(1, 12));
  expect(numbers('prisma-scr')).toEqual(whole(1, 22));
  const topicOf = (number: string) =>
    itemsOf('prisma-2020').find((item) => item.number === number)?.topic;
  expect(['13d', '16b', '20b', '23c', '24c'].map(topicOf)).toEqual([
    ...['synthesis_methods', 'near_misses', 'synthesis_results', 'process_limits', 'amendments'],
  ]);
});

test.each([
  ['prisma-scr', ['Övning: från utdrag till tilltro'], 'none'],
  ['prisma-scr', ['Naturkontakt och hälsa: en kartläggande översikt'], 'asked_for'],
  [
    'prisma-scr',
    ['Nature contact: a scoping review', 'Naturkontakt: en systematisk översikt'],
    'another',
  ],
  ['prisma-2020', ['Skolfrånvaro: en systematisk kunskapsöversikt'], 'asked_for'],
  ['prisma-2020', ['Skulefråvær: ei systematisk oversikt'], 'asked_for'],
  ['prisma-2020', ['School absence: a systematic mixed-methods review'], 'asked_for'],
  ['prisma-2020', ['Skolfrånvaro: en kunskapsöversikt'], 'another'],
  ['prisma-2020', ['Översiktsplanen och dess läsare'], 'none'],
  ['prisma-2020', [], 'none'],
] as const)('for %s, titles %j name the kind of review: %s', (list, titles, kind) => {
  expect(kindNamed(titles, list)).toBe(kind);
});

test('what only a reader can judge is never counted as reported', async () => {
  const db = freshDatabase();
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
    title: { sv: 'Övning: från utdrag till tilltro' },
    summary: { sv: 'Två meningar. Inte mer.' },
    attribution: { sv: 'Kommunen' },
    kind: 'systematic',
    publishedAt: now.toISOString(),
  });
  const { as } = await startApp(db, { 'accept-language': 'sv' });
  const { items } = (await as(null).get(`/reviews/${row.slug}/checklist.json`)).json();
  const standing = Object.fromEntries(
    items.map((item: { number: string; standing: string }) => [item.number, item.standing]),
  );
  // The title names no kind; a summary is not yet a structured one; nobody has written a protocol.
  expect(standing).toMatchObject({ 1: 'not_reported', 2: 'judge', 25: 'judge', 27: 'judge' });
  expect(standing).toMatchObject({ '24a': 'not_reported', '24b': 'not_reported' });
  expect(standing).toMatchObject({ '16a': 'reported', '16b': 'not_reported', 17: 'reported' });
  const reported = items.filter((item: { standing: string }) => item.standing === 'reported');
  const page = (await as(null).get(`/reviews/${row.slug}/checklist`)).body;
  expect(page).toContain(`${reported.length} av 42 redovisas`);
  // One place to look at: nothing is both not stated and said to stand somewhere.
  for (const item of items)
    if (item.standing === 'not_reported') {
      expect(item.sections, item.number).toEqual([]);
      expect(item.answer, item.number).toBeNull();
    }
});

test('a checklist goes out in every format that tables do, JSON among them', async () => {
  const db = freshDatabase();
  const row = tell(db, [{ found: [0], ...done, assessed: 'passed' }], {
    publishedAt: now.toISOString(),
  });
  const { as } = await startApp(db, { 'accept-language': 'sv' });
  const page = (await as(null).get(`/reviews/${row.slug}/checklist`)).body;
  expect(page).toContain(`checklist.json?list&#x3D;prisma-scr">JSON</a>`);
  expect(page).toContain(`checklist.docx?list&#x3D;prisma-scr">Word</a>`);
});

/** A review with an owner and a reviewer. */
async function withOwner() {
  const db = freshDatabase();
  const owner = addPerson(db, 'Anna Ek');
  const reviewer = addPerson(db, 'Bo Lind');
  const row = addReview(
    db,
    [
      [owner, 'owner'],
      [reviewer, 'reviewer'],
    ],
    { kind: 'systematic', title: { sv: 'Skolfrånvaro: en systematisk översikt' } },
  );
  db.$client.exec(`update person set locale = 'sv'`);
  const { as } = await startApp(db, { 'accept-language': 'sv' });
  const base = `/reviews/${row.slug}/checklist`;
  type Item = { number: string; standing: string; proposed: string; said: unknown };
  const itemOf = async (number: string) => {
    const { items } = (await as(owner).get(`${base}.json`)).json<{ items: Item[] }>();
    return items.find((item) => item.number === number);
  };
  return { db, row, owner, reviewer, as, base, itemOf };
}

test('an owner says where an item stands, corrects it and takes it back; what the rows propose stays beside it', async () => {
  const { db, as, owner, base, itemOf } = await withOwner();
  const say = (form: Record<string, string>, number = '23c') =>
    as(owner).post(`${base}/prisma-2020/${number}`, form);
  expect(await itemOf('23c')).toMatchObject({ standing: 'not_reported', said: null });

  const first = await say({ answer: 'reported', place: 'Diskussion, sidan 31', goTo: 'next' });
  expect(first.headers.location).toBe(`${base}/prisma-2020/23d?notice=checklist_said`);
  expect(await itemOf('23c')).toMatchObject({
    ...{ standing: 'reported', proposed: 'not_reported' },
    said: { place: 'Diskussion, sidan 31', name: 'Anna Ek', at: now.toISOString() },
  });
  const page = (await as(owner).get(base)).body;
  expect(page).toContain('<p>Diskussion, sidan 31</p>');
  expect(page).toContain('Förslag utifrån översiktens uppgifter: Uppges inte');
  const csv = (await as(owner).get(`${base}.csv`)).body;
  expect(csv).toContain('23c,');
  expect(csv).toContain('"Anna Ek, 22 november 2026",Uppges inte');

  await say({ answer: 'not_applicable', place: 'sidan 31', comment: 'Ingen egen bedömning' });
  expect(await itemOf('23c')).toMatchObject({
    standing: 'not_applicable',
    said: { place: '', comment: 'Ingen egen bedömning' },
  });
  expect((await as(owner).get(base)).body).toContain('1 är inte tillämpliga');

  await say({ answer: 'open' });
  expect(await itemOf('23c')).toMatchObject({ standing: 'not_reported', said: null });
  const { history } = (await as(owner).get(`${base}/prisma-2020/23c.json`)).json();
  expect(history.map(({ answer }: { answer: string }) => answer)).toEqual([
    ...['open', 'not_applicable', 'reported'],
  ]);
  const log = db.$client
    .prepare(
      `select action, json_extract(before, '$.answer') as before, json_extract(after, '$.answer') as after,
        json_extract(after, '$.item') as item from audit_entry where action like 'checklist.%' order by id`,
    )
    .all();
  const change = { item: '23c' };
  expect(log).toEqual([
    { ...change, action: 'checklist.said', before: null, after: 'reported' },
    { ...change, action: 'checklist.said', before: 'reported', after: 'not_applicable' },
    { ...change, action: 'checklist.taken_back', before: 'not_applicable', after: 'open' },
  ]);
});

test('saying what holds already, or taking back what nobody said, leaves no trace', async () => {
  const { db, as, owner, base } = await withOwner();
  const path = `${base}/prisma-2020/13f`;
  await as(owner).post(path, { answer: 'open' });
  await as(owner).post(path, { answer: 'not_reported' });
  await as(owner).post(path, { answer: 'not_reported' });
  const rows = db.$client.prepare('select count(*) from checklist_statement').pluck().get();
  expect(rows).toBe(1);
});

test('a reported item names its place, one that is not applicable says why, and the form comes back with what was typed', async () => {
  const { as, owner, base } = await withOwner();
  const path = `${base}/prisma-2020/16b`;
  const without = await as(owner).post(path, { answer: 'reported', comment: 'Se bilagan' });
  expect(without.statusCode).toBe(422);
  expect(without.body).toContain('Ange i vilket avsnitt eller på vilken sida.');
  expect(without.body).toContain('Se bilagan</textarea>');
  const why = await as(owner).post(path, { answer: 'not_applicable' });
  expect(why.statusCode).toBe(422);
  expect(why.body).toContain('Ange varför punkten inte är tillämplig.');
  expect((await as(owner).post(path, {})).statusCode).toBe(422);
  expect((await as(owner).get(`${base}/prisma-2020/16c`)).statusCode).toBe(404);
  expect((await as(owner).get(`${base}/prisma-scr/16b`)).statusCode).toBe(404);
});

test('only owners state items, and only the team learns who did', async () => {
  const { db, row, as, owner, reviewer, base } = await withOwner();
  const path = `${base}/prisma-2020/25`;
  const said = { answer: 'reported', place: 'Förord' };
  expect((await as(reviewer).post(path, said)).statusCode).toBe(404);
  await as(owner).post(path, said);
  db.$client
    .prepare('update review set published_at = ? where id = ?')
    .run(now.toISOString(), row.id);
  const open = (await as(null).get(base)).body;
  expect(open).toContain('<p>Förord</p>');
  expect(open).not.toContain('Anna Ek');
  expect(open).not.toContain(`${base}/prisma-2020/25`);
  for (const format of ['json', 'csv'])
    expect((await as(null).get(`${base}.${format}`)).body).not.toContain('Anna Ek');
  expect((await as(reviewer).get(base)).body).toContain('Angivet av Anna Ek');
});

test('what was said of a checklist goes with the review’s archive, and cannot be overwritten', async () => {
  const { db, dataDir } = opened(freshFolder());
  const owner = addPerson(db, 'Anna Ek');
  const row = addReview(db, [[owner, 'owner']]);
  const said = { answer: 'reported', place: 'Förord', comment: '' } as const;
  sayOfItem(owner, row.id, { list: 'prisma-scr', item: '22' }, said);
  const overwrite = db.$client.prepare("update checklist_statement set place = 'Bilaga'");
  expect(() => overwrite.run()).toThrow('append-only');
  expect(() => db.$client.exec('delete from checklist_statement')).toThrow('never deleted');
  const other = opened(freshFolder());
  const file = join(other.dataDir, 'archive.zip');
  writeFileSync(file, await archiveOf({ db, dataDir }, row.slug));
  const restored = await restoreArchive(other, file, { personId: null, at: now.toISOString() });
  expect(statementsOf(other.db, restored.id, 'prisma-scr')).toMatchObject([
    { item: '22', ...said, name: 'Anna Ek' },
  ]);
});
