/** What leaves the site follows from the rows and the stated date alone: two sites with the same rows give the same bytes. */
import { expect, test } from 'vitest';
import { demonstrationDatabase } from './demonstration.ts';
import { startApp } from './helpers.ts';

const slug = 'eskilstuna-2022';
const rooms = [
  ...(['flow', 'files', 'tables', 'tables/publications', 'checklist', 'references'] as const),
  ...(['searches', 'charts', 'appraisal', 'confidence', 'findings', 'codebooks'] as const),
];
/** Each is in some link of those pages. */
const endings = [
  ...(['bib', 'csv', 'docx', 'html', 'json', 'md', 'pdf', 'png', 'ris', 'svg', 'tex'] as const),
  ...(['ttl', 'xlsx'] as const),
];
const link = /href="(\/reviews\/[^"#?]+\.([a-z]+)(?:\?[^"#]*)?)"/g;

type Get = (url: string) => Promise<{ body: string }>;

/** Every file that the pages of a review lead to: its address, once for each place and format. */
async function filesOf(get: Get, codebook: string): Promise<Map<string, string>> {
  // What forms ask for has no link of its own.
  const asked = ['archive.zip', 'references.ris', 'references.bib']
    .concat(['ttl', 'rdf', 'jsonld'].map((form) => `codebooks/${codebook}.${form}`))
    .map((file) => [`/reviews/${slug}/${file}`, file.replace(/.*\./, '')] as const);
  const found = new Map<string, string>(asked);
  const places = new Set<string>();
  for (const room of rooms)
    for (const [, address = '', ending = ''] of (
      await get(`/reviews/${slug}/${room}`)
    ).body.matchAll(link)) {
      const [place = ''] = address.split('?');
      if (!places.has(place)) found.set(address.replaceAll('&amp;', '&'), ending);
      places.add(place);
    }
  return found;
}

test('the same review gives the same bytes in every format', async () => {
  const [db, copy] = [await demonstrationDatabase(), await demonstrationDatabase()];
  const owner = { personId: 1 };
  const [one, other] = [(await startApp(db)).as(owner), (await startApp(copy)).as(owner)];
  const [book = ''] = db.$client.prepare('select key from codebook').pluck().all() as string[];
  const files = await filesOf(one.get, book);
  expect([...new Set(files.values())]).toEqual(expect.arrayContaining(endings));
  const different: string[] = [];
  for (const address of files.keys()) {
    const [first, second] = [await one.get(address), await other.get(address)];
    expect([first.statusCode, address]).toEqual([200, address]);
    if (!first.rawPayload.equals(second.rawPayload)) different.push(address);
  }
  expect(different).toEqual([]);
}, 120_000);
