/** The `dedupe` command on a file of records: no database, certain and possible apart, bad lines told. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dedupeCommand } from '../server/commands/dedupe.ts';
import { freshFolder } from './data-folder.ts';

const article = {
  title: 'Samverkan i välfärden mellan kommun och civilsamhälle',
  authors: ['Åkesson, Åsa', 'Berg, Jan'],
  year: '2020',
  journal: 'Tidskrift för omsorg',
  volume: '21',
  pages: '123-138',
};

function dedupe(lines: string[]) {
  const folder = freshFolder();
  const file = join(folder, 'records.jsonl');
  writeFileSync(file, lines.join('\r\n'));
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  onTestFinished(() => spy.mockRestore());
  let printed: unknown;
  const output = {
    line: () => undefined,
    json: (value: unknown) => {
      printed = value;
    },
  };
  const code = dedupeCommand.run({ in: file, json: true }, output);
  return { code, printed, said };
}

test('certain clusters and possible pairs come apart, with reasons', () => {
  const { code, printed } = dedupe([
    JSON.stringify({ id: 'a', ...article }),
    JSON.stringify({
      id: 'b',
      ...article,
      journal: 'Tidskr. omsorg',
      authors: ['Akesson, A', 'Berg, J'],
    }),
    '',
    JSON.stringify({ id: 'c', ...article, pages: '201-210' }),
  ]);
  expect(code).toBe(0);
  expect(printed).toMatchObject({ records: 3, clusters: [['a', 'b']], rejected: [] });
  const { possible } = printed as { possible: { b: string; against: { code: string }[] }[] };
  expect(possible.map(({ b }) => b)).toContain('c');
  expect(possible[0]?.against.map(({ code }) => code)).toEqual(['DIFFERENT_PAGES']);
});

test('a line that is no record is named with its number, and the others are compared', () => {
  const { code, printed, said } = dedupe([
    JSON.stringify({ id: 1, ...article }),
    '{"id": 2, "title": ',
    '[]',
    JSON.stringify({ title: 'No id' }),
    JSON.stringify({ id: 1, ...article }),
    JSON.stringify({ id: 5, ...article, year: 2020, doi: null }),
  ]);
  expect(code).toBe(1);
  expect(printed).toMatchObject({ records: 2, clusters: [[1, 5]] });
  expect((printed as { rejected: { line: number }[] }).rejected.map(({ line }) => line)).toEqual([
    2, 3, 4, 5,
  ]);
  expect(said[0]).toBe('Line 2: not a record: a JSON object with an id\n');
});

test("a source's number counts as it does among a review's records: two registrations are two studies", () => {
  const trial = { title: 'Care at home after stroke', authors: ['Berg, Anna'], year: '2020' };
  const { printed } = dedupe([
    JSON.stringify({ id: 'a', ...trial, accession: 'NCT01234567' }),
    JSON.stringify({ id: 'b', ...trial, accession: 'NCT01234567', year: '2023' }),
    JSON.stringify({ id: 'c', ...trial, accession: 'NCT07654321' }),
  ]);
  expect(printed).toMatchObject({ clusters: [['a', 'b']] });
  const { possible } = printed as { possible: { b: string; against: { code: string }[] }[] };
  expect(possible[0]).toMatchObject({ b: 'c', against: [{ code: 'DIFFERENT_REGISTRATIONS' }] });
});
