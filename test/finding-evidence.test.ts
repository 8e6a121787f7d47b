/** Every claim leads to a quotation, a page and a publication: in the written report, and in a list of its own. */
import { beforeEach, expect, test } from 'vitest';
import { type Locale, locales } from '../schema/columns.ts';
import { setCoders, takeTurn } from '../server/coding/coders/double-coding.ts';
import { addExcerpt } from '../server/coding/excerpts/excerpts.ts';
import type { Connection } from '../server/db.ts';
import type { Block } from '../server/export/delivery/blocks.ts';
import { deliveryInForce, saveDelivery } from '../server/export/delivery/deliveries.ts';
import { evidenceBlocks, findingBlocks } from '../server/export/delivery/evidence-parts.ts';
import { reportBlocks, writtenReport } from '../server/export/delivery/report.ts';
import { cellText } from '../server/export/tables/cell-text.ts';
import { findingEvidence } from '../server/export/tables/finding-evidence.ts';
import { evidenceGrid } from '../server/export/tables/finding-grids.ts';
import { listJson, listOf } from '../server/export/tables/lists.ts';
import { addFinding, finalizeFinding } from '../server/findings/findings.ts';
import { addSupport } from '../server/findings/supports.ts';
import { findReview } from '../server/platform/find-review.ts';
import type { ReviewRow } from '../server/platform/guards.ts';
import { translate } from '../server/platform/i18n.ts';
import { addPublication } from './coding-helpers.ts';
import { demonstrationDatabase } from './demonstration.ts';
import { addPerson, addReview, freshDatabase, now, startApp } from './helpers.ts';

let db: Connection;
beforeEach(async () => {
  db = await demonstrationDatabase();
});

const at = now.toISOString();
const review = (slug: string) => findReview(db, slug) as ReviewRow;
const request = (slug: string, locale: Locale = 'sv') => ({
  db,
  review: review(slug),
  locale,
  at,
  isPublic: true,
});
const blocksOf = (asked: ReturnType<typeof request>) =>
  reportBlocks(asked, deliveryInForce(db, asked.review.id));
const texts = (blocks: Block[]) =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.phrase.text] : []));
const linesOf = (block: Block | undefined) => {
  if (block?.kind !== 'table') throw new Error('There is no table');
  const { columns, cells } = block.grid;
  return cells.map((line) =>
    Object.fromEntries(
      columns.map((column, index) => {
        const cell = line[index];
        return [column.key, cell ? cellText(cell, column) : ''];
      }),
    ),
  );
};

test('under a finding stand publications with pages; the appendix has the quotation, and whether it was found', async () => {
  const blocks = await blocksOf(request('exercise-chain'));
  const said = texts(blocks);
  expect(said).toContain('Stöds av: Example 2019 (s. 1, B1); Example 2021 (s. 1, B2).');
  expect(said).toContain('Motsägs av: Example 2023 (s. 1, B3).');
  // What the background says is not said again by what was included.
  const told = said.filter((text) => text.startsWith('Det här är en övning'));
  expect(told).toHaveLength(1);
  const appendix = blocks.slice(-2);
  expect(appendix[0]).toMatchObject({ kind: 'heading', text: 'Bilaga: belägg bakom resultaten' });
  expect(linesOf(appendix[1])[2]).toEqual({
    number: 'B3',
    finding: 'Framgångsfaktor 1',
    stance: 'Motsäger',
    publication: 'Example 2023',
    excerpt: '“They stayed as long as others did, without any coordinator.”',
    locator: 's. 1',
    in_text: 'Hittat på sidan 1',
  });
  const table = appendix[1];
  // English words in a Swedish report are marked as English.
  expect(table?.kind === 'table' && table.grid.cells[0]?.[4]?.items[0]?.language).toBe('en');
});

test.each(locales)(
  'in %s every support of both demonstration reviews has its excerpt and place',
  (locale) => {
    for (const slug of ['eskilstuna-2022', 'tfou-2012']) {
      const asked = request(slug, locale);
      const blocks = [...findingBlocks(asked), ...evidenceBlocks(asked)];
      const rows = linesOf(blocks.at(-1));
      const behind = findingEvidence(asked).flatMap(({ witnesses }) => witnesses);
      expect(rows).toHaveLength(behind.length);
      expect(rows.map(({ number }) => number)).toEqual(
        behind.map((_, index) =>
          translate(locale, 'delivery.evidence_mark', { number: `${index + 1}` }),
        ),
      );
      const whole = translate(locale, 'list.whole');
      for (const { excerpt, locator } of rows) {
        expect(excerpt).not.toBe('');
        expect(excerpt === whole || locator !== '').toBe(true);
      }
      const said = texts(blocks).join('\n');
      for (const { number } of rows) expect(said).toMatch(new RegExp(`[( ]${number}[;)]`));
      expect(JSON.stringify(rows)).not.toMatch(/undefined|delivery\.|list\./);
    }
  },
);

test('a restatement says that it is one, and what was read in another document says where', () => {
  const asked = request('eskilstuna-2022', 'sv');
  const grid = evidenceGrid(asked, findingEvidence(asked));
  const row = linesOf({ kind: 'table', grid }).find(({ stance }) => stance === 'Motsäger');
  expect(row?.excerpt).toMatch(/\(återgivning\)$/);
  expect(row?.locator).toContain('Aytar');
  expect(row?.excerpt).not.toMatch(/^[”“«]/);
});

test.each(locales)(
  'in %s what says where a finding stands names the document, and is a note',
  (locale) => {
    for (const slug of ['eskilstuna-2022', 'tfou-2012']) {
      const asked = request(slug, locale);
      const kindsOfText = findingBlocks(asked).flatMap((block) =>
        block.kind === 'text' && /^(?:Tab|Avs|Sect|Kap)/.test(block.phrase.text) ? [block] : [],
      );
      expect(kindsOfText.length).toBeGreaterThan(20);
      for (const { style, phrase } of kindsOfText) {
        expect(style).toBe('note');
        expect(phrase.text).toMatch(/Aytar \(2022\)|Solbj\u00f8r/);
      }
    }
  },
);

test('the same findings on the same day give the same bytes; without findings there is no appendix', async () => {
  const asked = request('exercise-chain');
  const one = await writtenReport(asked, '/nowhere');
  expect((await writtenReport(asked, '/nowhere')).equals(one)).toBe(true);
  const boss = addPerson(db, 'Boss', { isAdministrator: true });
  const parts = deliveryInForce(db, asked.review.id).parts;
  saveDelivery(boss, asked.review.id, { parts: parts.filter(({ kind }) => kind !== 'findings') });
  const rest = await reportBlocks(
    { ...asked, isPublic: true },
    deliveryInForce(db, asked.review.id),
  );
  expect(rest.some((each) => each.kind === 'heading' && /belägg/i.test(each.text))).toBe(false);
});

test('anybody takes out the findings of a published review with the whole chain, in every format', async () => {
  const { as } = await startApp(db);
  const boss = addPerson(db, 'Boss', { isAdministrator: true });
  const path = '/reviews/exercise-chain/lists/findings';
  const { rows } = (await as(boss).get(`${path}.json?lang=sv`)).json();
  expect(rows).toHaveLength(3);
  expect(rows[2]).toEqual({
    kind: 'Framgångsfaktor',
    number: 1,
    finding: expect.stringContaining('frivilliga stannar'),
    state: 'Fastställt',
    themes: ['Samordning'],
    confidence: 'Låg',
    stance: 'Motsäger',
    publication: 'Example 2023',
    excerpt: 'They stayed as long as others did, without any coordinator.',
    excerpt_kind: 'Citat',
    page: '1',
    locator: null,
    cited_in: null,
    in_text: 'Hittat på sidan 1',
  });
  const open = '/reviews/eskilstuna-2022/lists';
  for (const format of ['docx', 'xlsx', 'csv', 'html', 'md', 'tex'])
    expect((await as(null).get(`${open}/findings.${format}`)).statusCode).toBe(200);
  expect((await as(null).get('/reviews/eskilstuna-2022/files')).body).toContain(
    `${open}/findings.csv`,
  );
  expect((await as(null).get(`${open}/excerpts.csv`)).statusCode).toBe(303);
});

test('drafts are the team’s, and what a coder still keeps to herself stands in no list', () => {
  const small = freshDatabase();
  const astrid = addPerson(small, 'Astrid');
  const own = addReview(small, [[astrid, 'owner']]);
  const reportId = addPublication(astrid, own.id, { title: 'Walking in the forest' });
  setCoders(astrid, own.id, 2);
  const statement = { en: 'Somebody who stays helps' };
  const findingId = addFinding(astrid, own.id, { kindKey: 'success_factor', statement });
  const list = (isPublic: boolean) =>
    listJson(listOf('findings', { db: small, review: own, locale: 'en', isPublic })).rows;
  expect(list(true)).toEqual([]);
  // A finding that nothing stands behind is not left out.
  expect(list(false)).toMatchObject([{ finding: statement.en, state: 'Draft', publication: null }]);
  addSupport(astrid, findingId, { reportId, excerptId: null, stance: 'supports' });
  finalizeFinding(astrid, findingId);
  takeTurn(astrid, reportId, 'begun');
  const kept = { reportId, kind: 'quotation' as const, text: { en: 'She stayed' }, page: '3' };
  const excerptId = addExcerpt(astrid, own.id, kept);
  small.$client
    .prepare(
      `insert into support (finding_id, report_id, excerpt_id, stance, person_id, created_at)
       values (?, ?, ?, 'contradicts', ?, ?)`,
    )
    .run(findingId, reportId, excerptId, astrid.actor.personId, astrid.at);
  expect(list(true)).toHaveLength(2);
  expect(JSON.stringify(list(true))).not.toContain('She stayed');
});
