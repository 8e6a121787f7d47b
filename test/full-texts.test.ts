/** Files with full texts: read by page whatever they are, matched to publications, and never twice. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { matchText } from '../import/texts/match.ts';
import { cutIntoPages } from '../import/texts/pages.ts';
import { readFullText } from '../import/texts/read.ts';
import { fullTextPage } from '../schema/documents.ts';
import { report } from '../schema/records.ts';
import { filesOf } from '../server/documents/files.ts';
import { documentOf } from '../server/documents/retrievals.ts';
import { jobHandlers } from '../server/job-handlers.ts';
import { runNext } from '../server/platform/jobs/jobs.ts';
import { castVote } from '../server/screening/votes/votes.ts';
import { doJobs, freshFolder } from './data-folder.ts';
import {
  addPerson,
  addReview,
  freshDatabase,
  freshSearchDatabase,
  now,
  startApp,
} from './helpers.ts';

let folder: string;
beforeEach(() => {
  folder = freshFolder();
});

const bytesOf = async (stream: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** A black dot, as a scanner might see a page. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

function pdf(pages: (string | Buffer)[], title = ''): Promise<Buffer> {
  const file = new PDFDocument({ autoFirstPage: false, info: { Title: title } });
  for (const page of pages) {
    file.addPage();
    if (typeof page === 'string') file.text(page);
    else file.image(page, 0, 0, { width: 500 });
  }
  file.end();
  return bytesOf(file as unknown as AsyncIterable<Uint8Array>);
}

function zip(files: Record<string, Buffer | string>): Promise<Buffer> {
  const packed = new ZipFile();
  for (const [name, content] of Object.entries(files)) packed.addBuffer(Buffer.from(content), name);
  packed.end();
  return bytesOf(packed.outputStream as unknown as AsyncIterable<Uint8Array>);
}

const word = (body: string) =>
  zip({
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': '<c xmlns:dc="d"><dc:title>Trust &amp; care</dc:title></c>',
  });

async function read(bytes: Buffer | string) {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return readFullText(path);
}

test('a PDF is read page by page, with its title, its DOI, and the pages that are pictures', async () => {
  const found = await read(
    await pdf(
      ['Walking in the forest.\nhttps://doi.org/10.1234/WALK.5.', dot, 'The end.'],
      'Walking',
    ),
  );
  expect(found).toMatchObject({
    kind: 'read',
    format: 'pdf',
    facts: { title: 'Walking', dois: ['10.1234/walk.5'] },
    pages: [
      { page: 1, isScanned: false, text: expect.stringContaining('Walking in the forest.') },
      { page: 2, isScanned: true, text: '' },
      { page: 3, isScanned: false, text: 'The end.' },
    ],
  });
});

test('a Word document is read without what was deleted, broken where Word broke it', async () => {
  const body = `<w:p><w:r><w:t>First </w:t><w:delText>gone</w:delText><w:t>page</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    <w:p><w:r><w:lastRenderedPageBreak/><w:t>Second &amp; last</w:t></w:r></w:p>`;
  const found = await read(await word(body));
  expect(found).toMatchObject({ format: 'docx', facts: { title: 'Trust & care' } });
  expect(found.kind === 'read' && found.pages.map(({ text }) => text)).toEqual([
    'First page\n\na \tb',
    'Second & last',
  ]);
});

test('a web page is read without its menus and scripts', async () => {
  const found = await read(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>Vård</title>
    <meta name="citation_doi" content="10.5555/own"></head><body><nav>Menu</nav><h1>Vård&nbsp;&amp; omsorg</h1>
    <script>evil()</script><p>Om kommuner<br>och mer. 10.5555/other</p></body></html>`);
  expect(found).toMatchObject({
    format: 'html',
    facts: { title: 'Vård', dois: ['10.5555/own'] },
    pages: [{ text: 'Vård & omsorg\n\nOm kommuner\noch mer. 10.5555/other' }],
  });
});

test.each([
  ['nothing', '', 'EMPTY'],
  ['an old Word file', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'OLD_WORD'],
  ['a PDF cut off', Buffer.from('%PDF-1.7\n1 0 obj'), 'BROKEN'],
  ['a picture', dot, 'UNKNOWN'],
])('%s says why it is not read', async (_name, bytes, problem) => {
  expect(await read(bytes)).toEqual({ kind: 'unreadable', problem });
});

test('a text cut into pages loses no word', () => {
  const paragraph = fc.stringMatching(/^[a-zåäö .\n\f]{0,400}$/);
  const words = (text: string) => text.split(/\s+/).filter((part) => part !== '');
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 30 }), (paragraphs) => {
      const text = paragraphs.join('\n\n');
      expect(cutIntoPages(text).flatMap((page) => words(page.text))).toEqual(words(text));
    }),
  );
});

const candidate = (id: number, title: string, doi: string | null = null) => ({
  id,
  title,
  doi,
  family: 'Berg',
  year: 2020,
});
const page = (text: string) => [{ page: 1, label: '', text, isScanned: false }];
const about = (text: string, dois: string[] = [], fileName = 'file.pdf') => ({
  facts: { title: '', dois },
  pages: page(text),
  fileName,
});

test.each([
  ['DOI and title agree', about('Trust in municipal care', ['10.1/a']), { id: 1, isCertain: true }],
  ['a DOI alone', about('Something else entirely', ['10.1/a']), { id: 1, isCertain: false }],
  [
    'a long title alone',
    about('Journal\nOn the co-pro-\nduction of health and social care\nBy Berg'),
    { id: 2, isCertain: true },
  ],
  ['the name of the file', about('…', [], 'Berg_2020.pdf'), null],
  ['nothing', about('A cookery book'), null],
])('what %s says decides how sure a match is', (_name, text, expected) => {
  const candidates = [
    candidate(1, 'Trust in municipal care', '10.1/a'),
    candidate(2, 'On the co-production of health and social care'),
  ];
  const found = matchText(text, candidates);
  if (expected === null) expect(found).toBeNull();
  else expect(found).toMatchObject(expected);
});

test('of two titles, one within the other, the longer is the one that stands there', () => {
  const candidates = [
    candidate(1, 'Trust in municipal home care'),
    candidate(2, 'Trust in municipal home care: a review of studies'),
  ];
  const found = matchText(about('Trust in municipal home care: a review of studies'), candidates);
  expect(found).toMatchObject({ id: 2, isCertain: true });
});

async function seed() {
  const db = freshDatabase();
  const astrid = addPerson(db, 'Astrid');
  const reader = addPerson(db, 'Reader');
  const review = addReview(
    db,
    [
      [astrid, 'reviewer'],
      [reader, 'reader'],
    ],
    {
      reviewersTitleAbstract: 1,
    },
  );
  const [trust = 0, wetlands = 0] = [
    'Trust in the care of a small municipality',
    'Wetlands and health',
  ].map((title) => {
    const reference = { type: 'document' as const, title, authors: [] };
    const row = { reviewId: review.id, reference, title };
    const { id } = db.insert(report).values(row).returning({ id: report.id }).get();
    db.update(report).set({ rootId: id }).where(eq(report.id, id)).run();
    const vote = {
      reviewId: review.id,
      reportId: id,
      note: '',
      clientKey: null,
      criterionId: null,
    };
    castVote(astrid, { ...vote, stage: 'title_abstract', answer: 'include' });
    return id;
  });
  const started = await startApp(db);
  started.app.config.dataDir = folder;
  const searchDb = freshSearchDatabase();
  const work = () => doJobs({ db, searchDb, dataDir: folder });
  const upload = (files: Record<string, Buffer>) => {
    const parts = Object.entries(files).flatMap(([name, content]) => [
      Buffer.from(
        `--part\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`,
      ),
      content,
      Buffer.from('\r\n'),
    ]);
    return started.as(astrid).send({
      method: 'POST',
      url: '/reviews/nature/documents/files',
      payload: Buffer.concat([...parts, Buffer.from('--part--\r\n')]),
      headers: { 'content-type': 'multipart/form-data; boundary=part' },
    });
  };
  return { db, astrid, reader, reviewId: review.id, trust, wetlands, work, upload, as: started.as };
}

test('a ZIP of files is attached, each to its publication or among those without one', async () => {
  const s = await seed();
  const files = {
    'one/trust.pdf': await pdf(['Trust in the care of a small municipality', dot]),
    'letter.txt': 'Dear Sir or Madam',
    'paper.docx': await word('<w:p><w:r><w:t>Wetlands and health</w:t></w:r></w:p>'),
  };
  const sent = await s.upload({ 'all.zip': await zip(files) });
  expect(sent.headers.location).toBe('/reviews/nature/documents/files?notice=files_attached');
  await s.work();
  const list = await s.as(s.astrid).get('/reviews/nature/documents/files');
  expect(list.body).toContain('To be confirmed (1)');
  expect(list.body).toContain('Without a publication (1)');
  expect(list.body).toContain('1 page is a picture without text.');
  const json = await s.as(s.astrid).get('/reviews/nature/documents/files.json');
  expect(json.json().files).toMatchObject([
    { fileName: 'paper.docx', publication: null, proposed: s.wetlands, reason: 'title' },
    { fileName: 'letter.txt', publication: null, proposed: null },
    { fileName: 'trust.pdf', publication: s.trust, pages: 2, scannedPages: 1 },
  ]);
  expect(documentOf(s.db, s.reviewId, s.trust).state).toBe('retrieved');
  expect(documentOf(s.db, s.reviewId, s.wetlands).state).toBe('sought');
});

test('what is uncertain waits for a person, and the same file is not taken twice', async () => {
  const s = await seed();
  const file = { 'paper.docx': await word('<w:p><w:r><w:t>Wetlands and health</w:t></w:r></w:p>') };
  await s.upload(file);
  await s.work();
  const again = await s.upload(file);
  expect(again.headers.location).toBe('/reviews/nature/documents/files?notice=files_known');
  const [one] = filesOf(s.db, s.reviewId);
  const url = `/reviews/nature/documents/files/${one?.id}`;
  const refused = await s.as(s.astrid).post(`${url}/match`, { reportId: '999' });
  expect(refused.statusCode).toBe(422);
  await s.as(s.astrid).post(`${url}/match`, { reportId: String(s.wetlands) });
  expect(filesOf(s.db, s.reviewId)).toMatchObject([{ rootId: s.wetlands, matchReason: 'person' }]);
  expect(documentOf(s.db, s.reviewId, s.wetlands).state).toBe('retrieved');
  await s.as(s.astrid).post(`${url}/unmatch`);
  expect(filesOf(s.db, s.reviewId)).toMatchObject([{ rootId: null, proposedId: null }]);
  await s.as(s.astrid).post(`${url}/remove`);
  expect(filesOf(s.db, s.reviewId)).toEqual([]);
  expect(s.db.select().from(fullTextPage).all()).toHaveLength(1);
});

test('a file comes back as it was, a PDF in the window and anything else as a download', async () => {
  const s = await seed();
  const bytes = await pdf(['Trust in the care of a small municipality']);
  await s.upload({ 'trust.pdf': bytes, 'evil.html': Buffer.from('<html><body>Hi</body></html>') });
  await s.work();
  const [html, paper] = filesOf(s.db, s.reviewId);
  const fetch = (id: number | undefined) =>
    s.as(s.astrid).get(`/reviews/nature/documents/files/${id}/file`);
  const original = await fetch(paper?.id);
  expect(original.rawPayload.equals(bytes)).toBe(true);
  expect(original.headers['content-disposition']).toMatch(/^inline/);
  expect(original.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none';.*frame-ancestors 'self'$/,
    ),
  });
  expect((await fetch(html?.id)).headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment/),
  });
  const hidden = await s.as(s.reader).get(`/reviews/nature/documents/files/${paper?.id}/file`);
  expect(hidden.statusCode).toBe(404);
});

test('a file is attached to one publication on its page', async () => {
  const s = await seed();
  const page = await s.as(s.astrid).get(`/reviews/nature/documents/${s.wetlands}`);
  expect(page.body).toContain('enctype="multipart/form-data"');
});

test('the page says how far the reading of attached files is, live and when it is loaded again', async () => {
  const s = await seed();
  const path = '/reviews/nature/documents/files';
  const files = Object.fromEntries(
    ['one', 'two'].map((name) => [`${name}.txt`, Buffer.from(`The text of file ${name}.`)]),
  );
  await s.upload(files);
  const tools = { db: s.db, searchDb: freshSearchDatabase(), dataDir: folder };
  const waiting = await s.as(s.astrid).get(path);
  expect(waiting.body).toContain(`data-progress="${path}/events"`);
  expect(waiting.body).toContain('0 of 2 files read.');
  while ((await s.as(s.astrid).get(path)).body.includes('0 of 2'))
    await runNext({ ...tools, now: () => now.toISOString() }, jobHandlers);
  const half = await s.as(s.astrid).get(path);
  expect(half.body).toContain('1 of 2 files read.');
  expect(half.body).toContain('value="50"');
  const events = s.as(s.astrid).get(`${path}/events`);
  await s.work();
  const told = await events;
  expect(told.headers['content-type']).toContain('text/event-stream');
  expect(told.body).toContain('"isActive":false,"percent":100,"text":"All files have been read."');
  expect((await s.as(s.astrid).get(path)).body).not.toContain('data-progress');
  expect((await s.as(s.reader).get(`${path}/events`)).statusCode).toBe(404);
});
