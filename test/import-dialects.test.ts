/** Each source's own format: what it says comes out as one and the same kind of reference. */
import { describe, expect, test } from 'vitest';
import { detectFormat, formatById, formats } from '../import/formats/formats.ts';
import type { ReferencePiece } from '../import/reference.ts';
import { samples } from './dialect-samples.ts';
import { linesLost, readAll, recordsIn } from './import-helpers.ts';

async function read(id: string, text = samples[id] ?? ''): Promise<ReferencePiece[]> {
  const format = formatById(id);
  if (!format) throw new Error(`No format ${id}`);
  return recordsIn(format, text);
}

describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  test('its own files are known by their content, and every line is accounted for', async () => {
    const text = samples[id] ?? '';
    expect(detectFormat(text)?.id).toBe(id);
    const pieces = await readAll(format, text);
    expect(linesLost(text, pieces)).toEqual([]);
    expect(pieces.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  });
});

test('PubMed: wrapped lines, full names once, DOIs among identifiers, unknown tags kept', async () => {
  const [first, second] = await read('nbib');
  expect(first).toMatchObject({
    reference: {
      type: 'article-journal',
      title: 'Planning for older people in a small municipality.',
      authors: [
        { family: 'Berg', given: 'Anna Maria' },
        { family: 'Ek', particle: 'van der', given: 'Bo' },
        { literal: 'The Care Group' },
      ],
      year: 2019,
      date: '2019 May 12',
      pages: '123-8',
      doi: '10.1017/s1463423619000341',
      issn: ['1463-4236'],
      abstract: 'Line one - with a hyphen TI - looks like a tag.',
      accession: '31234567',
      container: 'Primary health care research',
    },
  });
  expect(first?.unmapped).toContainEqual({ tag: 'XYZ', value: 'something unknown' });
  expect(first?.unmapped).toContainEqual({ tag: 'AID', value: 'S146 [pii]' });
  expect(second?.reference.title).toBe('A second title.');
});

test('EndNote XML: runs of style are one title, and a broken record costs only itself', async () => {
  const [first, second] = await read('endnote-xml');
  expect(first?.reference).toMatchObject({
    title: 'Care in vivo & at home',
    authors: [{ family: 'Berg', given: 'Anna' }, { literal: 'World Health Organization' }],
    container: 'Health å Place',
    pages: '12-19',
    year: 2020,
    doi: '10.1000/xyz.7',
    abstract: 'First.\nSecond.',
    keywords: ['care', 'home'],
  });
  expect(first?.unmapped).toContainEqual({ tag: 'custom1', value: 'own field' });
  expect(second?.reference).toMatchObject({ type: 'book', title: 'En bok', year: 2018 });
  const cut = (samples['endnote-xml'] ?? '').slice(0, -60);
  expect((await read('endnote-xml', cut)).map(({ reference }) => reference.title)).toEqual([
    'Care in vivo & at home',
    'En bok',
  ]);
});

test('entity bombs are harmless: nothing is expanded, the record is read', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<xml><records><record><titles><title>T &b;&c; end</title></titles></record></records></xml>`;
  const [only] = await read('endnote-xml', bomb);
  expect(only?.reference.title).toBe('T &b;&c; end');
});

test('EndNote tagged: authors in either order, continued abstracts, lists of keywords', async () => {
  const [first] = await read('endnote-tagged');
  expect(first?.reference).toMatchObject({
    type: 'article-journal',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo' },
    ],
    abstract: 'An abstract\nthat goes on.',
    keywords: ['care', 'home'],
    doi: '10.1000/xyz.7',
  });
});

test('Web of Science: full names instead of short ones, pages, wrapped titles', async () => {
  const [first, second] = await read('wos');
  expect(first?.reference).toMatchObject({
    title: 'Care at home: a study',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo' },
    ],
    pages: '12-19',
    accession: 'WOS:000123',
  });
  expect(first?.unmapped).toContainEqual({ tag: 'Z9', value: '3' });
  expect(second?.reference.type).toBe('book');
});

test('Ovid: names without degrees, the source taken apart, text in an abstract left alone', async () => {
  const [first, second] = await read('labelled-text');
  expect(first?.reference).toMatchObject({
    title: 'Care at home',
    authors: [
      { family: 'Berg', given: 'Anna' },
      { family: 'Ek', given: 'Bo' },
    ],
    container: 'Health & Place',
    volume: '28',
    issue: '2',
    pages: '103-106',
    year: 2015,
    doi: '10.1000/xyz.7',
  });
  expect(second?.reference).toMatchObject({ container: 'Ageing & Society' });
});

test.each([
  [
    'ProQuest',
    `____________________________________________________________

Care at home

Title: Care at home
Author: Berg, Anna; Ek, Bo
Publication title: Health & Place
Volume: 28
Issue: 2
Pages: 103-106
Publication year: 2015
ISSN: 1353-8292
Abstract: One. Two.
`,
  ],
  [
    'Cochrane',
    `Record #1 of 1
ID: CN-01
AU: Berg, Anna
AU: Ek, Bo
TI: Care at home
SO: Health & Place
YR: 2015
VL: 28
NO: 2
PG: 103-106
AB: One. Two.
`,
  ],
])('%s text exports are read by their labels', async (_source, text) => {
  expect(detectFormat(text)?.id).toBe('labelled-text');
  const [only, ...more] = await read('labelled-text', text);
  expect(more).toEqual([]);
  expect(only?.reference).toMatchObject({
    title: 'Care at home',
    authors: [{ family: 'Berg' }, { family: 'Ek' }],
    container: 'Health & Place',
    year: 2015,
    volume: '28',
    issue: '2',
    pages: '103-106',
    abstract: 'One. Two.',
  });
});

test('MODS: parts of titles, roles, the host and its parts', async () => {
  const [first] = await read('mods');
  expect(first?.reference).toMatchObject({
    type: 'article-journal',
    title: 'En plan för äldre: en studie',
    translatedTitle: 'A plan for older people',
    authors: [{ family: 'Åkesson', given: 'Eva' }],
    container: 'Plan',
    volume: '73',
    issue: '2',
    pages: '4-9',
    year: 2019,
    doi: '10.1000/abc',
  });
  expect(first?.unmapped).toContainEqual({
    tag: 'name[pbl]',
    value: expect.stringContaining('Malung'),
  });
});

test('Zotero: creators by their parts, tags, attachments that are no references', async () => {
  const records = await read('csl-json');
  expect(records.map(({ reference }) => reference.title)).toEqual(['Care at home', 'En bok']);
  expect(records[1]?.reference).toMatchObject({
    authors: [{ family: 'Ek', given: 'Bo' }],
    keywords: ['x'],
  });
});

test('a pasted list: what its style makes certain is filled in, the rest is kept as text', async () => {
  const [apa, vancouver, other] = await read('plain-list');
  expect(apa?.reference).toMatchObject({
    title: 'Care at home in small places',
    authors: [
      { family: 'Berg', given: 'A.' },
      { family: 'Ek', given: 'B.' },
    ],
    year: 2019,
    container: 'Health & Place',
    volume: '28',
    issue: '2',
    pages: '103-106',
    doi: '10.1000/xyz.7',
  });
  expect(vancouver?.reference).toMatchObject({
    title: 'Planning for older people',
    othersOmitted: true,
    container: 'Ageing Soc',
    year: 2020,
  });
  expect(other?.reference).toMatchObject({ title: '', authors: [] });
  expect(other?.notices.map(({ code }) => code)).toEqual(['NO_TITLE', 'PARTLY_READ']);
  const dois = await read('plain-list', '10.1000/a1\nhttps://doi.org/10.1000/b2\n');
  expect(dois.map(({ reference }) => reference.doi)).toEqual(['10.1000/a1', '10.1000/b2']);
});
