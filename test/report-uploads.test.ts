/** Files that come in by forms: an archive that is restored, a template for the report. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { rebuildAll } from '../server/evidence/index-job.ts';
import { deliveryInForce } from '../server/export/delivery/deliveries.ts';
import { readParts } from '../server/export/zip.ts';
import { findReview } from '../server/platform/find-review.ts';
import { doJobs, freshFolder } from './data-folder.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { addPerson, startApp } from './helpers.ts';
import { template } from './office-files.ts';

async function setting() {
  const db = await demonstrationDatabase();
  const boss = addPerson(db, 'Boss', { isAdministrator: true });
  const { app, as, searchDb } = await startApp(db);
  const dataDir = freshFolder();
  app.config.dataDir = dataDir;
  const upload = (url: string, field: string, file: Buffer) =>
    as(boss).send({
      method: 'POST',
      url,
      payload: Buffer.concat([
        Buffer.from(
          `--part\r\nContent-Disposition: form-data; name="${field}"; filename="a file"\r\n\r\n`,
        ),
        file,
        Buffer.from('\r\n--part--\r\n'),
      ]),
      headers: { 'content-type': 'multipart/form-data; boundary=part' },
    });
  const stored = () => readdirSync(join(dataDir, 'files'));
  const { get, post } = as(boss);
  const doWork = () => doJobs({ db, searchDb, dataDir });
  const archived = async () => {
    await post('/reviews/exercise/files/archive', {});
    await doWork();
    return (await get('/reviews/exercise/archive.zip')).rawPayload;
  };
  /** Follows a restore to its end. @returns where its page leads then. */
  const followed = async ({ headers }: { headers: { location?: unknown } }) => {
    const page = String(headers.location);
    expect(page).toMatch(/^\/restore\/jobs\/\d+$/);
    expect((await get(page)).body).toContain('<progress');
    await doWork();
    return (await get(page)).headers.location;
  };
  const work = { doWork, followed, archived };
  return { db, searchDb, dataDir, get, post, upload, stored, ...work, anybody: as(null) };
}

test('an administrator restores an archive; nothing of the demonstration is found any longer', async () => {
  const { db, searchDb, get, post, upload, stored, followed, archived } = await setting();
  rebuildAll(db, searchDb);
  const count = () => searchDb.prepare('select count(*) from entry').pluck().get();
  expect(count()).toBeGreaterThan(0);
  expect((await get('/reviews')).body).toContain('href="/restore"');
  const archive = await archived();

  const refused = await upload('/restore', 'file', Buffer.from('no archive'));
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('id="file-problem"');
  await vi.waitFor(() => expect(stored()).toEqual([]), { timeout: 60_000 });
  expect(findReview(db, 'tfou-2012')).toBeDefined();

  const restored = await upload('/restore', 'file', archive);
  expect(restored.statusCode).toBe(303);
  expect(await followed(restored)).toBe('/reviews/exercise?notice=restored');
  expect((await get('/reviews/exercise')).statusCode).toBe(200);
  expect(db.$client.prepare('select slug from review').pluck().all()).toEqual(['exercise']);
  expect(count()).toBe(0);

  // The next one comes beside it, when it has been said who its people are here.
  const sent = await upload('/restore', 'file', archive);
  const asked = String(sent.headers.location);
  expect(asked).toMatch(/^\/restore\/[0-9a-f]{64}$/);
  expect((await get('/restore')).body).toContain(`href="${asked}"`);
  const page = (await get(asked)).body;
  const [field = ''] = /person-\d+/.exec(page) ?? [];
  expect(page).toContain('Underlag demonstration');
  const wrong = await post(asked, { [field]: '99999' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain(`id="${field}-problem"`);
  const beside = await post(asked, { [field]: '' });
  expect(await followed(beside)).toBe('/reviews/exercise-2?notice=restored');
  const slugs = db.$client.prepare('select slug from review order by id').pluck().all();
  expect(slugs).toEqual(['exercise', 'exercise-2']);
  expect((await get('/restore')).body).not.toContain(asked);
  await vi.waitFor(() => expect(stored()).toEqual([]), { timeout: 60_000 });
});

test('an archive that turns out to be damaged says where, changes nothing, and can be sent again', async () => {
  const { db, get, upload, doWork, post, archived } = await setting();
  const archive = await archived();
  const place = archive.indexOf('data/report.csv') + 200;
  archive[place] = (archive[place] ?? 0) ^ 0xff;
  const sent = await upload('/restore', 'file', archive);
  const page = String(sent.headers.location);
  await doWork();
  const told = await get(page);
  expect(told.statusCode).toBe(200);
  expect(told.body).toContain('data/report.csv');
  expect(told.body).toContain('role="alert"');
  expect(told.body).not.toContain('<progress');
  expect(findReview(db, 'tfou-2012')).toBeDefined();
  const [, waiting = ''] =
    /href="(\/restore\/[0-9a-f]{64})"/.exec((await get('/restore')).body) ?? [];
  expect((await post(`${waiting}/drop`)).statusCode).toBe(303);
});

test('who asks twice for the same archive to be restored gets it once', async () => {
  const { db, upload, doWork, archived } = await setting();
  const archive = await archived();
  const [one, other] = [
    await upload('/restore', 'file', archive),
    await upload('/restore', 'file', archive),
  ];
  expect(one.headers.location).toBe(other.headers.location);
  await doWork();
  expect(db.$client.prepare('select slug from review').pluck().all()).toEqual(['exercise']);
});

test('who is named in a restored review gets a link, and is that person from then on', async () => {
  const { db, get, post, upload, followed, anybody, archived } = await setting();
  const archive = await archived();
  await followed(await upload('/restore', 'file', archive));
  const named = db.$client
    .prepare("select id, name from person where email like 'restored-%'")
    .get() as { id: number; name: string };
  expect((await get('/people')).body).toContain(`/people/${named.id}/link`);
  const given = (await post(`/people/${named.id}/link`, {})).body;
  const [, token = ''] = /\/invitations\/([\w-]+)"/.exec(given) ?? [];
  const address = `/invitations/${token}`;
  // Who is signed in cannot become somebody else.
  expect((await get(address)).body).not.toContain('name="password"');
  expect((await post(`${address}/join`, {})).statusCode).toBe(404);
  const account = { name: named.name, email: 'new@example.org', password: 'long enough to guess' };
  expect((await anybody.post(address, account)).headers.location).toBe('/reviews?notice=welcome');
  const rows = db.$client.prepare('select id from person where email = ?').all(account.email);
  expect(rows).toEqual([{ id: named.id }]);
  expect((await get('/people')).body).not.toContain(`/people/${named.id}/link`);
  expect((await anybody.post(address, account)).statusCode).not.toBe(303);
});

test('an archive that was sent in can be thrown away', async () => {
  const { db, get, post, upload, followed, archived } = await setting();
  const archive = await archived();
  await followed(await upload('/restore', 'file', archive));
  const sent = await upload('/restore', 'file', archive);
  const dropped = await post(`${sent.headers.location}/drop`, {});
  expect(dropped.headers.location).toBe('/restore?notice=archive_dropped');
  expect((await get(String(sent.headers.location))).statusCode).toBe(404);
  expect(db.$client.prepare('select count(*) from review').pluck().get()).toBe(1);
});

test('a template that is given is used; what is no template is refused beside its field', async () => {
  const { db, get, post, upload, doWork } = await setting();
  const review = findReview(db, 'eskilstuna-2022');
  const page = '/reviews/eskilstuna-2022/word-report';
  const refused = await upload(`${page}/template`, 'template', Buffer.from('no Word'));
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toMatch(/aria-invalid="true"[^>]*aria-describedby="template-problem"/);
  const given = await upload(`${page}/template`, 'template', await template());
  expect(given.statusCode).toBe(303);
  expect(deliveryInForce(db, review?.id ?? 0).templateName).toBe('a file');
  await post(page, { lang: 'sv' });
  await doWork();
  const report = await get('/reviews/eskilstuna-2022/report.docx?lang=sv');
  const parts = await readParts(report.rawPayload);
  expect(parts.get('word/document.xml')?.toString()).toContain('<w:pStyle w:val="Rubrik1"/>');
});
