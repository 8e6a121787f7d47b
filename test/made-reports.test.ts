/** The written report as a file: asked for at one click, followed, kept, and never older than what the public may see. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { saveDelivery, suggestedParts } from '../server/export/delivery/deliveries.ts';
import { writtenReport } from '../server/export/delivery/report.ts';
import { readParts } from '../server/export/zip.ts';
import { findReview } from '../server/platform/find-review.ts';
import { doJobs, freshFolder } from './data-folder.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { addPerson, now, startApp } from './helpers.ts';

const page = '/reviews/eskilstuna-2022/word-report';
const file = '/reviews/eskilstuna-2022/report.docx?lang=sv';
let setting: Awaited<ReturnType<typeof started>>;
beforeEach(async () => {
  setting = await started();
});

async function started() {
  const db = await demonstrationDatabase();
  const boss = addPerson(db, 'Boss', { isAdministrator: true });
  const { app, as, searchDb } = await startApp(db);
  const dataDir = freshFolder();
  app.config.dataDir = dataDir;
  const doWork = () => doJobs({ db, searchDb, dataDir });
  const review = findReview(db, 'eskilstuna-2022');
  if (!review) throw new Error('no review');
  // Short, so that it is soon made.
  const parts = suggestedParts().slice(0, 2);
  saveDelivery(boss, review.id, { parts });
  const change = () => saveDelivery(boss, review.id, { parts: parts.slice(1) });
  const files = () => readdirSync(join(dataDir, 'reports'));
  return { app, db, review, dataDir, doWork, change, files, boss: as(boss), anybody: as(null) };
}

test('whoever asks sees how far it is, and then the file', async () => {
  const { boss, doWork } = setting;
  expect((await boss.get(file)).headers.location).toBe(page);
  expect((await boss.post(page, { lang: 'sv' })).headers.location).toBe(page);
  const waiting = (await boss.get(page)).body;
  expect(waiting).toContain('<progress');
  expect(waiting).toContain(`data-progress="${page}/events"`);
  expect(waiting).not.toContain(file.replace('=', '&#x3D;'));
  await doWork();
  const ready = (await boss.get(page)).body;
  expect(ready).not.toContain('<progress');
  expect(ready).toContain(file.replace('=', '&#x3D;'));
  const answer = await boss.get(file);
  expect(answer.headers['content-disposition']).toContain('eskilstuna-2022-report-sv.docx');
  expect((await readParts(answer.rawPayload)).has('word/document.xml')).toBe(true);
});

test('its progress moves part by part, to the end', async () => {
  const { db, review, dataDir } = setting;
  const told: string[] = [];
  const request = { db, review, locale: 'nb', at: now.toISOString(), isPublic: false } as const;
  await writtenReport(request, dataDir, (done, total) => told.push(`${done}/${total}`));
  expect(told).toEqual(['0/4', '1/4', '2/4', '3/4']);
});

test('asked for again, the team gets what is there now; the earlier file makes way', async () => {
  const { boss, doWork, files } = setting;
  await boss.post(page, { lang: 'sv' });
  await boss.post(page, { lang: 'sv' });
  await doWork();
  const [first] = files();
  expect(files()).toHaveLength(1);
  await boss.post(page, { lang: 'sv' });
  await doWork();
  expect(files()).toHaveLength(1);
  expect(files()).not.toContain(first);
});

test('a report that is older than the last change says so', async () => {
  const { boss, doWork, change } = setting;
  await boss.post(page, { lang: 'en' });
  await doWork();
  expect((await boss.get(page)).body).not.toContain('changed since');
  change();
  expect((await boss.get(page)).body).toContain('changed since');
});

test('the public shares one file for as long as nothing changes, and gets no older one', async () => {
  const { db, anybody, boss, doWork, change } = setting;
  const jobs = () =>
    db.$client.prepare("select count(*) from job where kind = 'report'").pluck().get();
  await boss.post(page, { lang: 'sv' });
  await doWork();
  expect((await anybody.get(file)).statusCode).toBe(303);
  await anybody.post(page, { lang: 'sv' });
  await doWork();
  expect((await anybody.get(file)).statusCode).toBe(200);
  await anybody.post(page, { lang: 'sv' });
  expect(jobs()).toBe(2);
  change();
  expect((await anybody.get(file)).headers.location).toBe(page);
  await anybody.post(page, { lang: 'sv' });
  expect(jobs()).toBe(3);
});

test('a report that cannot be made says so, and tells an owner what the machine said', async () => {
  const { db, review, boss, anybody, doWork } = setting;
  const at = now.toISOString();
  const context = { db, actor: { personId: 1 }, at };
  const lost = 'f'.repeat(64);
  saveDelivery(context, review.id, { templateFileHash: lost, templateName: 'Lost.dotx' });
  for (const who of [boss, anybody]) await who.post(page, { lang: 'sv' });
  await doWork();
  const told = (await boss.get(page)).body;
  expect(told).toContain('data-color="danger"');
  expect(told).toContain(lost);
  expect((await anybody.get(page)).body).toContain('data-color="danger"');
  expect((await anybody.get(page)).body).not.toContain(lost);
});

test('where the site has said its address, things in tables lead there; else the file has no such links', async () => {
  const { app, db, review, boss, doWork } = setting;
  const parts = suggestedParts().filter(({ table }) => table === 'publications');
  const context = { db, actor: { personId: 1 }, at: now.toISOString() };
  saveDelivery(context, review.id, { parts });
  const links = async () => {
    await boss.post(page, { lang: 'sv' });
    await doWork();
    const made = await readParts((await boss.get(file)).rawPayload);
    const relations = made.get('word/_rels/document.xml.rels')?.toString() ?? '';
    return relations.match(/Target="https:[^"]+"/g) ?? [];
  };
  expect(await links()).toEqual([]);
  Object.assign(app.config, { baseUrl: 'https://underlag.example' });
  const [first] = await links();
  expect(first).toMatch(/^Target="https:\/\/underlag\.example\/reviews\/eskilstuna-2022\//);
});
