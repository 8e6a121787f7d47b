/** Writes BibTeX that BibTeX, Biber and reference managers read: UTF-8, one field a line. */
import { textToLatex } from '../../normalize/latex.ts';
import { familyOf, parseName, printName } from '../../normalize/names.ts';
import { fold } from '../../normalize/text.ts';
import { type Name, type Reference, referenceTypes } from '../../reference.ts';
import type { WritableReference } from '../format.ts';
import { entryTypes } from './bibtex-fields.ts';

/** Which CSL type an entry type is read as: the first that lists it. */
const readAs = new Map(
  referenceTypes
    .flatMap((type) => entryTypes[type].map((entry) => [entry, type] as const))
    .toReversed(),
);
const inBook = new Set(['chapter', 'paper-conference', 'entry-encyclopedia']);

export function writeBibtex(references: Iterable<WritableReference>): string {
  const taken = new Set<string>();
  let out = '';
  for (const reference of references) {
    const lines = fieldsOf(reference).map(([name, value]) => `  ${name} = {${value}},\n`);
    out += `@${entryTypes[reference.type][0]}{${keyFor(reference, taken)},\n${lines.join('')}}\n\n`;
  }
  return out;
}

function fieldsOf(reference: WritableReference): [string, string][] {
  const { type } = reference;
  const entry = entryTypes[type][0];
  const text = (value: string | number | undefined) =>
    value === undefined ? '' : textToLatex(String(value));
  const all: [string, string][] = [
    ['entrysubtype', readAs.get(entry) === type ? '' : type],
    ['author', names(reference.authors, reference.othersOmitted)],
    ['editor', names(reference.editors ?? [])],
    ['title', protectCapitals(text(reference.title))],
    ['translatedtitle', protectCapitals(text(reference.translatedTitle))],
    [inBook.has(type) ? 'booktitle' : 'journal', protectCapitals(text(reference.container))],
    ['year', text(reference.year)],
    ['date', text(reference.date)],
    ['volume', text(reference.volume)],
    ['number', text(reference.issue)],
    ['pages', text(reference.pages).replace(/-(?:\{\})?/g, '--')],
    ['edition', text(reference.edition)],
    ['series', text(reference.series)],
    [publisherField(type), text(reference.publisher)],
    ['address', text(reference.place)],
    ['doi', reference.doi ?? ''],
    ['isbn', (reference.isbn ?? []).join(' ')],
    ['issn', (reference.issn ?? []).join(' ')],
    // Braces in an address would unbalance the entry; encoded they mean the same.
    ['url', (reference.urls ?? []).join(' ').replaceAll('{', '%7B').replaceAll('}', '%7D')],
    ['abstract', (reference.abstract ?? '').split('\n').map(textToLatex).join('\n\n')],
    [
      'keywords',
      (reference.keywords ?? [])
        .map(textToLatex)
        .join('; ')
        .replace(/^[^;]+$/, '$&;'),
    ],
    ...(reference.notes ?? []).map((note, index): [string, string] => [
      index === 0 ? 'note' : `note${index + 1}`,
      note.split('\n').map(textToLatex).join('\n\n'),
    ]),
    ['language', text(reference.language)],
    ['accession', text(reference.accession)],
    ['database', text(reference.database)],
  ];
  return all.filter(([, value]) => value !== '');
}

function publisherField(type: Reference['type']): string {
  if (type === 'thesis') return 'school';
  return type === 'report' ? 'institution' : 'publisher';
}

function names(people: readonly Name[], othersOmitted = false): string {
  return [...people.map(nameText), ...(othersOmitted ? ['others'] : [])].join(' and ');
}

/** A body in braces is one name; so is a family name that would be taken apart. */
function nameText(name: Name): string {
  if ('literal' in name) return `{${textToLatex(name.literal)}}`;
  const printed = printName(name);
  const again = parseName(printed, { withoutComma: 'person' });
  if (JSON.stringify(again) === JSON.stringify(name) && !/\band\b/i.test(printed))
    return textToLatex(printed);
  const { family, given, particle, suffix } = name;
  const parts = { family, given, prefix: particle, suffix };
  const pairs = Object.entries(parts).filter(([, value]) => value);
  return pairs.map(([key, value]) => `${key}={${textToLatex(value ?? '')}}`).join(', ');
}

/**
 * Styles lower-case titles; a capital inside the title is there on purpose and is kept by braces.
 */
function protectCapitals(latex: string): string {
  return latex.replace(/(?<=\s|^)[^\s{}\\]*\p{Lu}[^\s{}\\]*(?=\s|$)/gu, (word, at) =>
    at === 0 && !/\p{Lu}/u.test(word.slice(1)) ? word : `{${word}}`,
  );
}

/** ASCII letters and digits, unique within the file, the same for the same list of references. */
function keyFor(reference: WritableReference, taken: Set<string>): string {
  const [author] = reference.authors;
  const base = [
    author ? familyOf(author) : reference.title.split(/\s+/).slice(0, 3).join(''),
    reference.year ?? '',
  ]
    .map((part) => ascii(String(part)))
    .join('');
  const wanted =
    base || (reference.id === undefined ? 'reference' : `ref${ascii(String(reference.id))}`);
  let key = wanted;
  for (let count = 2; taken.has(key.toLowerCase()); count += 1) key = `${wanted}-${count}`;
  taken.add(key.toLowerCase());
  return key;
}

const letters: Record<string, string> = {
  å: 'a',
  ä: 'a',
  ö: 'o',
  æ: 'ae',
  ø: 'o',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
};

function ascii(text: string): string {
  return fold(text)
    .replace(/[åäöæøßðþł]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
}
