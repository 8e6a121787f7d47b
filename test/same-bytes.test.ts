/** What leaves the site follows from the rows and the stated date alone: two sites with the same rows give the same bytes. */
import { expect, test } from 'vitest';
import { doJobs, freshFolder } from './data-folder.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { startApp } from './helpers.ts';

const slug = 'eskilstuna-2022';
const rooms = [
  ...(['flow', 'files', 'tables', 'tables/publications', 'checklist', 'references'] as const),
  ...(['searches', 'charts', 'appraisal', 'confidence', 'findings', 'codebooks'] as const),
];
/** What forms ask for has no link of its own. */
const asked = ['archive.zip', 'references.ris', 'references.bib'];
const vocabularies = ['ttl', 'rdf', 'jsonld'];
/** Each is in some link of those pages. */
const endings = [
  ...(['bib', 'csv', 'docx', 'html', 'json', 'md', 'pdf', 'png', 'ris', 'svg', 'tex'] as const),
  ...(['ttl', 'xlsx'] as const),
];
const link = /href="(\/reviews\/[^"#?]+\.([a-z]+)(?:\?[^"#]*)?)"/g;

async function site() {
  const db = await demonstrationDatabase();
  const { app, as, searchDb } = await startApp(db);
  const dataDir = freshFolder();
  app.config.dataDir = dataDir;
  const { get, post } = as({ personId: 1 });
  const archived = async () => {
    await post(`/reviews/${slug}/files/archive`, {});
    await doJobs({ db, searchDb, dataDir });
  };
  const [book = ''] = db.$client.prepare('select key from codebook').pluck().all() as string[];
  return { get, archived, book };
}
type Site = Awaited<ReturnType<typeof site>>;

/** Every file that a page leads to, once for each place and format. */
async function linksOf({ get }: Site, room: string): Promise<string[]> {
  const found = new Map<string, string>();
  for (const [, address = ''] of (await get(`/reviews/${slug}/${room}`)).body.matchAll(link)) {
    const place = address.split('?')[0] ?? '';
    if (!found.has(place)) found.set(place, address.replaceAll('&amp;', '&'));
  }
  return [...found.values()];
}

async function differences(one: Site, other: Site, addresses: string[]): Promise<string[]> {
  const different: string[] = [];
  for (const address of addresses) {
    const [first, second] = [await one.get(address), await other.get(address)];
    expect([first.statusCode, address]).toEqual([200, address]);
    if (!first.rawPayload.equals(second.rawPayload)) different.push(address);
  }
  return different;
}

test.each(rooms)(
  'the same review gives the same bytes in every format that is found at %s',
  async (room) => {
    const [one, other] = [await site(), await site()];
    expect(await differences(one, other, await linksOf(one, room))).toEqual([]);
  },
  120_000,
);

test('the same holds for what forms ask for, and every format is among them all', async () => {
  const [one, other] = [await site(), await site()];
  for (const each of [one, other]) await each.archived();
  const files = [...asked, ...vocabularies.map((form) => `codebooks/${one.book}.${form}`)];
  const addresses = files.map((file) => `/reviews/${slug}/${file}`);
  expect(await differences(one, other, addresses)).toEqual([]);
  for (const room of rooms) addresses.push(...(await linksOf(one, room)));
  const found = addresses.map((address) => /\.([a-z]+)(?:\?|$)/.exec(address)?.[1]);
  expect([...new Set(found)]).toEqual(expect.arrayContaining(endings));
}, 120_000);
