/** BibTeX and BibLaTeX: LaTeX in, Unicode out, and back. */
import { latexToText } from '../../normalize/latex.ts';
import { cutOthers, isEtAl, parseName } from '../../normalize/names.ts';
import { tidyPages } from '../../normalize/pages.ts';
import { plainText } from '../../normalize/text.ts';
import { dateBeyondYear, monthNumber, yearOf } from '../../normalize/years.ts';
import { type Name, type Piece, type ReferenceType, referenceTypes } from '../../reference.ts';
import { type FieldBag, fieldBag } from '../field-bag.ts';
import * as fields from '../fields.ts';
import type { Format } from '../format.ts';
import { type Line, problem, readLines, span } from '../lines.ts';
import * as tables from './bibtex-fields.ts';
import { bibtexSplitter, type Entry } from './bibtex-scan.ts';
import { writeBibtex } from './bibtex-write.ts';

export const bibtex: Format = {
  id: 'bibtex',
  label: 'BibTeX / BibLaTeX',
  extensions: ['bib', 'bibtex', 'txt'],
  mediaType: 'application/x-bibtex',
  detect: (head) => (/^\s*@\s*[A-Za-z]{1,20}\s*[{(]\s*[^\s,{}]*\s*[,=]/m.test(head) ? 0.95 : 0),
  read: (chunks) => readLines(chunks, bibtexSplitter(toPiece)),
  write: writeBibtex,
};

const typeOfEntry = new Map(
  referenceTypes
    .flatMap((type) => tables.entryTypes[type].map((entry) => [entry, type] as const))
    .toReversed(),
);

function toPiece(entry: Entry, lines: Line[]): Piece {
  const draft: fields.Draft = {
    reference: { type: 'document', title: '', authors: [] },
    unmapped: [],
    notices: [],
  };
  const raw = new Map(entry.fields);
  const take = (name: string) => {
    const value = raw.get(name);
    raw.delete(name);
    return value;
  };
  draft.reference.authors = takePeople(take('author'), 'author', draft);
  const editors = takePeople(take('editor'), 'editor', draft);
  if (editors.length > 0) draft.reference.editors = editors;
  const bag = fieldBag([...raw].map(([tag, value]) => ({ tag, value: textOf(tag, value) })));
  takeType(entry, bag, draft);
  takeTitle(bag, draft);
  takeDates(bag, draft);
  for (const [field, names] of tables.textFields) fields.setText(draft, field, bag.first(names));
  const pages = bag.first(['pages', 'eid', 'article-number', 'art_number']);
  if (pages) draft.reference.pages = tidyPages(pages.replace(/[\u2013\u2014]/g, '-'));
  fields.takeDoi(bag.all(['doi']), draft);
  fields.takeUrls(
    [
      ...bag.all(['url']),
      ...bag.where(['howpublished'], (text) => /^(?:\\url\{)?https?:/.test(text)),
    ],
    draft,
  );
  fields.takeNumbers(bag.all(tables.numberFields), draft);
  // With no semicolon a comma separates: the manuals recommend it.
  const words = bag.all(tables.keywordFields);
  const semicolons = words.some(({ value }) => value.includes(';'));
  fields.takeKeywords(words, draft, semicolons ? /;/ : /[,;\n]/);
  const noteTags = [...raw.keys()].filter((name) => tables.noteField.test(name));
  const notes = bag.all(noteTags).map(({ value }) => fields.tidyText(draft, value));
  if (notes.length > 0) draft.reference.notes = notes;
  if (entry.key) draft.unmapped.unshift({ tag: 'key', value: entry.key });
  if (draft.reference.title === '') draft.notices.push(problem('NO_TITLE'));
  const { reference, notices } = draft;
  const unmapped = [...draft.unmapped, ...bag.rest()];
  return { kind: 'reference', ...span(lines), reference, unmapped, notices };
}

/** Line breaks are the file's own wrapping; a blank line is a paragraph. */
function textOf(tag: string, value: string): string {
  if (tables.verbatimFields.has(tag)) {
    const bare = value
      .replace(/^\s*\\url\s*\{(.*)\}\s*$/s, '$1')
      // Mendeley sets the sign in braces of its own: `{\_}`.
      .replace(/\{\\([_%&#~])\}|\\([_%&#~{}])/g, '$1$2');
    return bare.replace(/^\{(.*)\}$/s, '$1').replace(/\s+/g, ' ');
  }
  const paragraphs = value.split(/\n[ \t]*\n/).map((text) => text.replace(/\s*\n\s*/g, ' '));
  return paragraphs.map(latexToText).join('\n');
}

/** Scopus says in a field of its own what its entry types do not tell apart. */
const scopusTypes: Record<string, ReferenceType> = {
  'Book Chapter': 'chapter',
  'Book chapter': 'chapter',
  'Conference Paper': 'paper-conference',
  'Conference paper': 'paper-conference',
};

function takeType({ type }: Entry, bag: FieldBag, draft: fields.Draft) {
  const subtype = bag.peek(['entrysubtype']);
  const named = referenceTypes.find((known) => known === subtype);
  const byWord: Record<string, ReferenceType> = {
    magazine: 'article-magazine',
    newspaper: 'article-newspaper',
  };
  const special = named ?? byWord[subtype ?? ''];
  if (special) bag.first(['entrysubtype']);
  const found = special ?? scopusTypes[bag.peek(['document_type']) ?? ''] ?? typeOfEntry.get(type);
  if (found) draft.reference.type = found;
  const exact = found && tables.entryTypes[found][0] === type;
  if (!exact) draft.unmapped.push({ tag: 'entry', value: type });
}

function takeTitle(bag: FieldBag, draft: fields.Draft) {
  const title = plainText(bag.first(['title']) ?? '');
  const subtitle = plainText(bag.first(['subtitle']) ?? '');
  const joint = /[?!.:]$/.test(title) ? ' ' : ': ';
  draft.reference.title = title && subtitle ? `${title}${joint}${subtitle}` : title || subtitle;
}

function takeDates(bag: FieldBag, draft: fields.Draft) {
  const date = bag.first(['date']);
  const written = bag.first(['year']);
  const year = yearOf(written ?? '') ?? yearOf(date ?? '');
  if (year !== undefined) draft.reference.year = year;
  const month = bag.peek(['month']);
  const number = monthNumber(month ?? '');
  const [yearText, dateText] = [dateBeyondYear(written ?? ''), dateBeyondYear(date ?? '')];
  const contradicts = year !== undefined && dateText && (yearOf(dateText) ?? year) !== year;
  if (contradicts) draft.unmapped.push({ tag: 'date', value: dateText });
  if (dateText && !contradicts) draft.reference.date = dateText;
  else if (yearText) draft.reference.date = yearText;
  else if (number && year !== undefined) {
    bag.first(['month']);
    draft.reference.date = `${year}-${number}`;
  } else if (month && year !== undefined && !/\d{4}/.test(month)) {
    // `MAR 1`, `SEP-OCT`: Web of Science's.
    bag.first(['month']);
    draft.reference.date = `${month} ${year}`;
  }
}

function takePeople(
  written: string | undefined,
  tag: 'author' | 'editor',
  draft: fields.Draft,
): Name[] {
  const names: Name[] = [];
  for (const raw of splitNames(written ?? '')) {
    const plain = latexToText(raw);
    const { names: bare, others } = cutOthers(isEtAl(plain) ? plain : raw);
    if (others) fields.leaveOut(tag, { tag, value: plain }, draft);
    const name = nameOf(bare);
    if (name) names.push(name);
    else if (bare !== '') draft.unmapped.push({ tag, value: raw });
  }
  return names;
}

/** At " and " outside braces: `{Barnes and Noble}` is one author. */
function splitNames(written: string): string[] {
  return splitOutsideBraces(written.replace(/\s+/g, ' '), / and /i)
    .flatMap((name) => name.split(/ and (?=others$)/i))
    .flatMap(splitByCommas)
    .flatMap(splitBySemicolons)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** What BibTeX has " and " for; not where a semicolon is a letter's (`&aring;`) or a body's own. */
function splitBySemicolons(name: string): string[] {
  const parts = name.split(/;\s+/);
  return parts.length > 1 && parts.every((part) => /^[^,]+, [^,]+$/.test(part)) ? parts : [name];
}

/** The Cochrane Library's own way: `Berg, SL, Ek, NH, and Dahl, S`. */
function splitByCommas(name: string): string[] {
  const parts = name.replace(/,\s*$/, '').split(/,\s*/);
  const isPaired = parts.length > 2 && parts.length % 2 === 0;
  if (!isPaired || !parts.every((part, index) => index % 2 === 0 || /^\p{Lu}{1,4}$/u.test(part)))
    return [name];
  return parts.flatMap((part, index) => (index % 2 === 0 ? [`${part}, ${parts[index + 1]}`] : []));
}

function nameOf(raw: string): Name | undefined {
  if (/^\{.*\}$/s.test(raw) && splitOutsideBraces(raw.slice(1, -1), /\}/).length === 1) {
    const literal = plainText(latexToText(raw));
    return literal === '' ? undefined : { literal };
  }
  const named = /^(?:\s*(?:family|given|prefix|suffix|given-i|family-i|useprefix)\s*=)/i.test(raw);
  if (named) return nameFromPairs(raw);
  // Braces keep words together: `{Garc{\'i}a M{\'a}rquez}, Gabriel` and `Ludwig {van Beethoven}`.
  return parseName(latexToText(raw).replace(/\s*\n\s*/g, ' '), { withoutComma: 'person' });
}

/** BibLaTeX's extended name format: `family=Berg, given=Jan, prefix=van der`. */
function nameFromPairs(raw: string): Name | undefined {
  const parts = new Map<string, string>();
  for (const part of splitOutsideBraces(raw, /,/)) {
    const [key = '', ...value] = part.split('=');
    parts.set(key.trim().toLowerCase(), plainText(latexToText(value.join('='))));
  }
  const [family, given] = [parts.get('family'), parts.get('given')];
  if (!family) return given ? { literal: given } : undefined;
  const name: Name = { family };
  if (given) name.given = given;
  const [particle, suffix] = [parts.get('prefix'), parts.get('suffix')];
  if (particle) name.particle = particle;
  if (suffix) name.suffix = suffix;
  return name;
}

function splitOutsideBraces(text: string, separator: RegExp): string[] {
  const sticky = new RegExp(separator.source, `${separator.flags.replace('y', '')}y`);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    sticky.lastIndex = at;
    const found = depth === 0 ? sticky.exec(text) : null;
    if (found) {
      parts.push(text.slice(start, at));
      start = at + found[0].length;
      at = start - 1;
      // " and and " and a name's own blank share one blank.
      if (found[0].endsWith(' ')) at -= 1;
      continue;
    }
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
  }
  return [...parts, text.slice(Math.min(start, text.length))];
}
