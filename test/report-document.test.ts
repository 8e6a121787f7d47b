/** The written report: made at one click, in the team's own parts, words and look. */
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { locales } from '../schema/columns.ts';
import { importBatch } from '../schema/records.ts';
import type { TableDefinition } from '../schema/synthesis.ts';
import { saveAppraisal } from '../server/appraisal/appraisals.ts';
import { questionsOf, requireInstrument, takeInstrument } from '../server/appraisal/instruments.ts';
import { includedPublications } from '../server/coding/publications.ts';
import type { Connection } from '../server/db.ts';
import { plainGrid, say } from '../server/export/delivery/blocks.ts';
import {
  deliveryInForce,
  saveDelivery,
  suggestedParts,
} from '../server/export/delivery/deliveries.ts';
import { chartBlocks, tableBlocks } from '../server/export/delivery/figure-parts.ts';
import { methodBlocks } from '../server/export/delivery/method.ts';
import { reportBlocks, writtenReport } from '../server/export/delivery/report.ts';
import { inTemplate } from '../server/export/delivery/template.ts';
import { reportParts } from '../server/export/delivery/word.ts';
import { readParts } from '../server/export/zip.ts';
import { findReview } from '../server/platform/find-review.ts';
import type { ReviewRow } from '../server/platform/guards.ts';
import { translate } from '../server/platform/i18n.ts';
import { addTable, archiveTable } from '../server/synthesis/builder/saved.ts';
import { plainCell } from '../server/synthesis/tables/table.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { addPerson, addReview, now, startApp } from './helpers.ts';
import { template } from './office-files.ts';

const at = now.toISOString();
let db: Connection;
let review: ReviewRow;
let boss: ReturnType<typeof addPerson>;
beforeEach(async () => {
  db = await demonstrationDatabase();
  boss = addPerson(db, 'Boss', { isAdministrator: true });
  review = findReview(db, 'eskilstuna-2022') as ReviewRow;
});

const request = (locale: (typeof locales)[number] = 'sv') => ({
  db,
  review,
  locale,
  at,
  isPublic: false,
});
const documentOf = async (bytes: Buffer) =>
  (await readParts(bytes)).get('word/document.xml')?.toString() ?? '';

test('the report has contents, numbered captions, repeated headers, a turned page, a figure told in words', async () => {
  const parts = await readParts(await writtenReport(request(), '/nowhere'));
  const xml = parts.get('word/document.xml')?.toString() ?? '';
  expect(xml).toMatch(/TOC \\h.*1-2/);
  // In the name that the Word of that language counts by.
  expect(xml.match(/SEQ Tabell/g)?.length).toBeGreaterThan(4);
  expect(xml).toContain('SEQ Figur');
  expect(xml).not.toMatch(/SEQ (?:Table|Figure)\b/);
  expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(xml.match(/<w:tbl>/g)?.length);
  expect(xml).toContain('w:orient="landscape"');
  expect(xml).toMatch(/<wp:docPr [^>]*descr="Flödes[^"]+: \d+/);
  expect(parts.get('word/styles.xml')?.toString()).toContain('w:val="sv-SE"');
  expect(xml).toContain('(co-creation OR');
  // A heading stands on the page of the table that it is over.
  expect(xml).not.toMatch(
    /Jämförelse mellan länder<\/w:t><\/w:r>(?:(?!<w:p>).)*<\/w:p><w:p><w:pPr><w:sectPr/,
  );
});

test('a short table stays upright, a long one is turned; what is said under a finding stays on its page', async () => {
  const column = (at: number) => ({ key: `${at}`, label: `Column ${at}`, kind: 'text' as const });
  const table = (rows: number) => {
    const line = Array.from({ length: 6 }, () => plainCell('some words'));
    const columns = line.map((_, at) => column(at));
    return plainGrid(
      'Words',
      columns,
      Array.from({ length: rows }, () => line),
    );
  };
  const finding = [say('A claim', 'lead'), say('Why'), say('Who', 'note'), say('Themes', 'note')];
  const front = { title: 'Report', attribution: '' };
  const xmlOf = async (rows: number) => {
    const parts = await reportParts(front, [table(rows), ...finding], { locale: 'en', at });
    return parts.get('word/document.xml')?.toString() ?? '';
  };
  const short = await xmlOf(3);
  expect(short).not.toContain('landscape');
  expect(await xmlOf(60)).toContain('landscape');
  const kept = (text: string) =>
    short
      .split('<w:p>')
      .find((each) => each.includes(`>${text}<`))
      ?.includes('<w:keepNext/>');
  expect(['A claim', 'Why', 'Who', 'Themes'].map(kept)).toEqual([true, true, true, false]);
});

test.each(locales)('in %s every heading and sentence is there', async (locale) => {
  const blocks = await reportBlocks(request(locale), deliveryInForce(db, review.id));
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
  expect(headings.length).toBeGreaterThan(15);
  expect(headings.join(' ')).not.toMatch(/delivery\.|method\.|undefined/);
});

test.each(locales)(
  'in %s the method says how people screened: rules, pilot, order, agreement, the stop',
  (locale) => {
    const exercise = findReview(db, 'exercise') as ReviewRow;
    const insert = (sql: string) => db.$client.prepare(sql);
    db.$client.exec(`update review set reviewers_title_abstract = 2 where id = ${exercise.id}`);
    insert(`insert into stage_rule (review_id, stage, third_share, adjudicators, hides_authors, hides_year, assignment)
    values (?, 'title_abstract', 0.1, 'owners', 1, 1, 'languages')`).run(exercise.id);
    const roots = insert(
      'select id from report where review_id = ? and root_id = id order by id limit 6',
    )
      .pluck()
      .all(exercise.id) as number[];
    const other = addPerson(db, 'Other');
    const member = insert('insert into membership (review_id, person_id, role) values (?, ?, ?)');
    for (const { personId } of [boss, other]) member.run(exercise.id, personId, 'reviewer');
    const vote = insert(`insert into vote (review_id, report_id, stage, person_id, answer, at)
    values (?, ?, 'title_abstract', ?, ?, ?)`);
    roots.forEach((id, place) => {
      for (const { personId } of [boss, other]) {
        const answer = place === 0 || (place === 1 && personId === boss.personId);
        vote.run(exercise.id, id, personId, answer ? 'include' : 'exclude', at);
      }
    });
    insert(`insert into pilot (review_id, stage, seed, people, threshold, started_by, started_at, opened_by, opened_at,
    opened_reason) values (?, 'title_abstract', 1, '[1,2]', 0.6, 1, ?, 1, ?, 'Short of time')`).run(
      exercise.id,
      at,
      at,
    );
    insert(`insert into stopping_decision (review_id, stage, kind, rule, parameters, last_report_id, reason, person_id, at)
    values (?, 'title_abstract', 'stop', 'ranked', ?, 999999, 'Enough', 1, ?)`).run(
      exercise.id,
      JSON.stringify({ target: 0.95, confidence: 0.9, p: 0.04, screened: 6, left: 77 }),
      at,
    );
    const blocks = methodBlocks({ ...request(locale), review: exercise });
    const text = blocks.flatMap((block) => (block.kind === 'text' ? [block.phrase.text] : []));
    const said = text.join('\n');
    expect(said).not.toMatch(/(method|ranking|stopping|agreement)\.\w/);
    for (const piece of ['10', 'Short of time', '77', translate(locale, 'method.hidden_year')])
      expect(said).toContain(piece);
    const grids = blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
    const agreement = grids.find(({ columns }) => columns.some(({ key }) => key === 'pabak'));
    const cells = agreement?.cells.map((row) => row.map((cell) => cell.items[0]?.text));
    expect(cells?.some(([pair, n]) => pair?.includes('Other') && n === '6')).toBe(true);
  },
);

test.each(locales)(
  'in %s the report tells how studies were coded and appraised, and shows the lights as a figure and a table',
  async (locale) => {
    const asked = { ...request(locale), isPublic: true };
    const delivery = deliveryInForce(db, review.id);
    const parts = delivery.parts.filter(({ kind }) => kind === 'appraisal');
    const blocksNow = () => reportBlocks(asked, { ...delivery, parts });
    expect(await blocksNow()).toEqual([]);
    const instrumentId = takeInstrument(boss, review.id, 'qualitative');
    const { sections } = requireInstrument(db, review.id, instrumentId);
    const yes = { reply: 'yes' as const, comment: '', locator: '', excerptIds: [] };
    const answers = Object.fromEntries(questionsOf(sections).map(({ key }) => [key, yes]));
    const [publication] = includedPublications(db, review.id);
    const about = { instrumentId, reportId: publication?.rootId ?? 0 };
    const input = { answers, overall: 'good' as const, reason: 'Sound', isDone: true };
    saveAppraisal(boss, review.id, about, input);
    const blocks = [...methodBlocks(asked), ...(await blocksNow())];
    const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.phrase.text] : []));
    expect(texts.join(' ')).not.toMatch(/(method|delivery)\.\w/);
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    for (const key of ['method.coding', 'method.appraisal', 'delivery.part.appraisal'] as const)
      expect(headings).toContain(translate(locale, key));
    const figure = blocks.find((block) => block.kind === 'figure');
    expect(figure?.alt).toContain(translate(locale, 'appraisal.judgement.good'));
    const grids = blocks.flatMap((block) => (block.kind === 'table' ? [block.grid] : []));
    expect(grids.some(({ columns }) => columns.some(({ key }) => key === 'overall'))).toBe(true);
  },
);

test('the publications stand in charts, each told in words', async () => {
  const blocks = await chartBlocks(request('nn'));
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block] : []));
  expect(figures.length).toBeGreaterThan(2);
  for (const { png, alt, title } of figures)
    expect([png.subarray(1, 4).toString(), alt.length > title.length]).toEqual(['PNG', true]);
});

test('a gap map that the team keeps stands in the report as a figure and as a table', async () => {
  const definition: TableDefinition = {
    ...{ shape: 'map', unit: 'publications', rows: 'country', columns: ['year'], segment: '' },
    ...{ cells: 'count', order: 'own', showsEmpty: true, showsNone: true },
  };
  const { key } = addTable(boss, review.id, { title: { sv: 'Karta' }, note: {}, definition });
  const blocks = await tableBlocks(request(), `saved/${key}`);
  expect(blocks.map(({ kind }) => kind)).toEqual(['figure', 'table']);
  expect((await tableBlocks(request(), 'publications')).map(({ kind }) => kind)).toEqual(['table']);
});

test('the same review on the same day gives the same bytes', async () => {
  const one = await writtenReport(request('nb'), '/nowhere');
  const other = await writtenReport(request('nb'), '/nowhere');
  expect(one.equals(other)).toBe(true);
});

test('parts are renamed, moved, left out and added; every change is in the log', async () => {
  const { as } = await startApp(db);
  const page = '/reviews/eskilstuna-2022/word-report';
  const send = (form: Record<string, string>) => as(boss).post(`${page}/parts`, form);
  expect((await as(boss).get(page)).body).toContain('Background');
  await send({ at: '0', act: 'save', 'heading.sv': 'Uppdraget', 'text.sv': 'Nämnden frågade.' });
  await send({ at: '0', act: 'down' });
  await send({ at: '5', act: 'remove' });
  await as(boss).post(`${page}/parts/new`, { kind: 'table', table: 'themes' });
  const { parts } = deliveryInForce(db, review.id);
  expect(parts.map(({ kind }) => kind).slice(0, 2)).toEqual(['questions', 'background']);
  expect(parts).toHaveLength(suggestedParts().length);
  const xml = await documentOf(await writtenReport(request(), '/nowhere'));
  expect(xml).toContain('Uppdraget');
  expect(xml).toContain('Nämnden frågade.');
  const style = await as(boss).post(`${page}/style`, { style: 'apa', name: 'norsk apa' });
  expect(style.statusCode).toBe(303);
  expect(deliveryInForce(db, review.id).citationStyle).toBe('norsk-apa-manual');
  const refused = await as(boss).post(`${page}/style`, { style: 'apa', name: 'zzzz' });
  expect(refused.statusCode).toBe(422);
  expect((await as(boss).get('/reviews/eskilstuna-2022/log')).body).toContain(
    'how the report is put together',
  );
  expect((await as(null).get(page)).body).not.toContain('parts/new');
});

test('a template gives its styles, its header with logotype, its paper; the text stays ours', async () => {
  const ours = await readParts(await writtenReport(request(), '/nowhere'));
  const made = inTemplate(ours, await readParts(await template()));
  const styles = made.get('word/styles.xml')?.toString() ?? '';
  const xml = made.get('word/document.xml')?.toString() ?? '';
  expect(styles).toContain('w:styleId="Rubrik1"');
  expect(styles).toContain('C00000');
  expect(xml).toContain('<w:pStyle w:val="Rubrik1"/>');
  expect(xml).not.toContain('<w:pStyle w:val="Heading1"/>');
  expect(xml).not.toContain('Text of the template');
  expect(xml).toContain('w:left="2268"');
  expect([...made.keys()].some((name) => name.startsWith('word/own-header'))).toBe(true);
  expect([...made.keys()].some((name) => name.startsWith('word/media/own-'))).toBe(true);
  const used = [...xml.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id);
  for (const id of new Set(used)) expect(styles, id).toContain(`w:styleId="${id}"`);
});

test('anybody takes out the files of a published review; lists and archive are for its people', async () => {
  const { as } = await startApp(db);
  const path = '/reviews/eskilstuna-2022';
  expect((await as(null).get(`${path}/files`)).statusCode).toBe(200);
  expect((await as(null).get(`${path}/word-report`)).statusCode).toBe(200);
  expect((await as(null).get(`${path}/lists/searches.csv`)).statusCode).toBe(303);
  expect((await as(null).get(`${path}/archive.zip`)).statusCode).toBe(303);
  const files = await as(boss).get(`${path}/files`);
  const links = [...files.body.matchAll(/href="([^"]+\/lists\/[^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&#x3D;', '='),
  );
  expect(links.length).toBeGreaterThan(40);
  for (const href of links) expect((await as(boss).get(href)).statusCode, href).toBe(200);
  const codes = (await as(boss).get(`${path}/lists/codes.csv?lang=sv`)).body;
  expect(codes).toMatch(/^Kodbok,Kod,Definition,Synonymer,Publikationer\r\n/);
  expect(codes).toMatch(/,– [^,]+,/);
  expect((await as(boss).get(`${path}/archive.zip`)).headers.location).toBe(
    `${path}/files/archive`,
  );
  expect((await as(boss).get('/restore')).statusCode).toBe(200);
});

test('a change that changes nothing is no change', () => {
  saveDelivery(boss, review.id, {});
  expect(deliveryInForce(db, review.id).parts).toEqual(suggestedParts());
});

test('a table that the team keeps stands in the report with its caption and note; one it archives is left out', async () => {
  const definition: TableDefinition = {
    ...{ shape: 'crossing', unit: 'publications', rows: 'welfare', columns: ['country'] },
    ...{ segment: '', cells: 'count', order: 'own', showsEmpty: false, showsNone: true },
  };
  const title = { sv: 'Efter välfärdsmodell' };
  const context = { db, actor: { personId: boss.personId }, at };
  const input = { title, note: { sv: 'Lagens egen not.' }, definition };
  const { key } = addTable(context, review.id, input);
  const { as } = await startApp(db);
  const path = '/reviews/eskilstuna-2022/word-report';
  expect((await as(boss).get(path)).body).toContain('Efter välfärdsmodell');
  const add = (table: string) => as(boss).post(`${path}/parts/new`, { kind: 'table', table });
  expect((await add('saved/unknown')).statusCode).toBe(404);
  expect((await add(`saved/${key}`)).statusCode).toBe(303);
  const xml = await documentOf(await writtenReport(request(), '/nowhere'));
  expect(xml).toContain('Lagens egen not.');
  expect(xml.match(/Efter välfärdsmodell/g)?.length).toBeGreaterThan(1);
  const outside = await documentOf(
    await writtenReport({ ...request(), isPublic: true }, '/nowhere'),
  );
  expect(outside).not.toContain('Efter välfärdsmodell');
  archiveTable(context, review.id, key);
  const later = await documentOf(await writtenReport(request(), '/nowhere'));
  expect(later).not.toContain('Efter välfärdsmodell');
});

const textOf = (blocks: unknown) => JSON.stringify(blocks);

test('nobody is said to have judged what nobody has judged, and what was taken over says so', () => {
  const told = (slug: string) => {
    const row = findReview(db, slug) as ReviewRow;
    return textOf(methodBlocks({ ...request('sv'), review: row }));
  };
  const waiting = told('exercise');
  expect(waiting).toContain('Ingen har börjat. 2 personer ska bedöma varje publikation');
  expect(waiting).not.toContain('bedömdes av');
  const takenOver = told('exercise-chain');
  expect(takenOver).toContain('För 3 publikationer är beslutet övertaget');
  expect(takenOver).not.toContain('bedömdes av');
});

test('search strings, dates and hits that are not known are said to be so, and no appendix is empty', async () => {
  const exercise = findReview(db, 'exercise') as ReviewRow;
  const some = textOf(methodBlocks({ ...request('en'), review: exercise }));
  expect(some).toContain('The search strings that are known are in the appendix.');
  // Names that have commas are kept apart.
  expect(some).toContain('Universitetet i Innlandet; Prosjektbanken');
  expect(some).toContain('not reported');
  const chain = findReview(db, 'exercise-chain') as ReviewRow;
  db.update(importBatch).set({ searchRunId: null }).where(eq(importBatch.reviewId, chain.id)).run();
  const blocksOf = (row: ReviewRow) =>
    reportBlocks({ ...request('en'), review: row }, deliveryInForce(db, row.id));
  // What stands in no box of the flow is told under it.
  expect(textOf(await blocksOf(chain))).toContain(
    '3 reports come from a list without a stated source',
  );
  const { slug } = addReview(db, [[boss, 'owner']], { slug: 'unsearched' });
  const unsearched = findReview(db, slug) as ReviewRow;
  expect(textOf(await blocksOf(unsearched))).toContain('No search has been recorded.');
});

test('a flow with numbers from a report does not claim to have counted them', async () => {
  const blocks = await reportBlocks(request('en'), deliveryInForce(db, review.id));
  expect(textOf(blocks)).toContain('Where its report gives a number, that stands beside.');
});
