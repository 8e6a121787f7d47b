/** The words: complete in four languages, with the same parameters, used by pages and by code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { formats } from '../import/formats/formats.ts';
import { locales } from '../schema/columns.ts';
import { errorStatus } from '../server/errors.ts';
import { root } from '../server/paths.ts';
import { catalogues, isMessageKey, negotiate, pickWords } from '../server/platform/i18n.ts';

const keys = Object.keys(catalogues.en) as (keyof typeof catalogues.en)[];

/** The names that a message expects, in plurals and choices too. */
function parametersOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inner =
      element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap((option) => parametersOf(option.value))
        : [];
    return 'value' in element ? [String(element.value), ...inner] : inner;
  });
}

const parameters = (message: string) =>
  [...new Set(parametersOf(parse(message, { ignoreTag: true })))].sort();

describe.each(locales.filter((locale) => locale !== 'en'))('%s', (locale) => {
  test('has exactly the keys of English', () => {
    expect(Object.keys(catalogues[locale]).sort()).toEqual([...keys].sort());
  });

  test('every message has words and the parameters of the English one', () => {
    const wrong = keys.filter((key) => {
      const message = catalogues[locale][key];
      const same = String(parameters(message)) === String(parameters(catalogues.en[key]));
      return !message.trim() || !same;
    });
    expect(wrong).toEqual([]);
  });
});

test('every kind of error has words', () => {
  expect(Object.keys(errorStatus).filter((code) => !isMessageKey(`error.${code}`))).toEqual([]);
});

test('every format of references has a name', () => {
  expect(formats.filter(({ id }) => !isMessageKey(`import_format.${id}`))).toEqual([]);
});

const templates = readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.hbs'))
  .map((file) => ({ file, text: readFileSync(join(root, 'views', file), 'utf8') }));

test('every message that a template asks for is there', () => {
  const unknown = templates.flatMap(({ file, text }) =>
    [...text.matchAll(/[{(]t '([^']+)'/g)]
      .map(([, key]) => key ?? '')
      .filter((key) => !isMessageKey(key))
      .map((key) => `${file}: ${key}`),
  );
  expect(unknown).toEqual([]);
});

/** All that may ask for a message, but the catalogues. */
const askers = ['server', 'import', 'schema', 'seeds', 'views']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|hbs)$/.test(file) && !file.startsWith('locales'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  )
  .join('\n');

test('every message is asked for, by its name or by how it begins or ends', () => {
  const quoted = new Set(askers.match(/(?<=['"`])[a-z_]+\.[\w.]+(?=['"`])/g));
  const beginnings = new Set(askers.match(/(?<=['"`])[a-z_]+(\.\w+)*[._](?=['"`])/g));
  for (const [start] of askers.matchAll(/(?<=`)[a-z_]+\.[\w.]*(?=\$\{)/g)) beginnings.add(start);
  const endings = [...askers.matchAll(/(?<=`\$\{\w+\})\.\w+(?=`)/g)].map(([end]) => end);
  const unasked = keys
    .filter((key) => !quoted.has(key))
    .filter((key) => ![...beginnings].some((start) => key.startsWith(start)))
    .filter((key) => !endings.some((end) => key.endsWith(end)));
  expect(unasked).toEqual([]);
});

test('no template speaks a language of its own', () => {
  const speaking = templates.flatMap(({ file, text }) => {
    const words = text
      .replaceAll(/\{\{!--[\s\S]*?--\}\}/g, '')
      .replaceAll(/\{\{\{?[\s\S]*?\}?\}\}/g, '')
      .replaceAll(/<(script|style|code|kbd)[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]*>/g, '\n')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /\p{L}{3,}/u.test(line.replaceAll(/&\w+;/g, '')));
    // The product's own name and those of formats are the same in every language.
    const names = /^((– )?Underlag|JSON|CSV|RIS|BibTeX|CSL-JSON|SVG|PNG|PDF|SKOS \(Turtle\))$/;
    return words.filter((line) => !names.test(line)).map((line) => `${file}: ${line}`);
  });
  expect(speaking).toEqual([]);
});

test.each([
  ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
  ['no', 'nb'],
  ['nn-NO', 'nn'],
  ['de,nb;q=0.5,en;q=0.7', 'en'],
  [undefined, 'en'],
])('a browser that asks for %s gets %s', (header, locale) => {
  expect(negotiate(header)).toBe(locale);
});

test('a text that is missing in Nynorsk is shown in Bokmål, else in English', () => {
  expect(pickWords('nn', { nb: 'kommuner', en: 'municipalities' }).locale).toBe('nb');
  expect(pickWords('nn', { sv: 'kommuner', en: 'municipalities' }).locale).toBe('en');
});
