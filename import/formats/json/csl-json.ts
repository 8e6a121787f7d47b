/** CSL-JSON: what Zotero and citation processors exchange. One bad item costs only itself. */
import { cutOthers, nameOfParts, parseName, withoutOthers } from '../../normalize/names.ts';
import { joinPages } from '../../normalize/pages.ts';
import { plainText } from '../../normalize/text.ts';
import { yearOf } from '../../normalize/years.ts';
import { type Name, type Piece, type Reference, referenceTypes } from '../../reference.ts';
import * as fields from '../fields.ts';
import type { Format } from '../format.ts';
import { type Line, problem, readLines, rejected, span } from '../lines.ts';
import { splitNotes, takeNotes } from '../notes.ts';
import { titleOf } from '../roles.ts';
import { cslFields, writeCsl } from './csl-write.ts';
import { eppiPiece } from './eppi.ts';
import { objectPiece, zoteroPiece } from './json-dialects.ts';
import { jsonSplitter } from './json-items.ts';
import { isObject, type Json } from './json-paths.ts';
import { servicePiece } from './json-services.ts';

export const cslJson: Format = {
  id: 'csl-json',
  label: 'CSL-JSON / Zotero JSON',
  extensions: ['json'],
  mediaType: 'application/vnd.citationstyles.csl+json',
  detect: detectCsl,
  read: (chunks) => readLines(chunks, jsonSplitter(pieceOfItem)),
  write: writeCsl,
};

/** CSL types without one of their own here, and the names that Crossref gives. */
const nearestType: Record<string, Reference['type']> = {
  article: 'article-journal',
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  'proceedings-article': 'paper-conference',
  periodical: 'article-journal',
  review: 'article-journal',
  'review-book': 'article-journal',
  'entry-dictionary': 'entry-encyclopedia',
  entry: 'entry-encyclopedia',
  post: 'webpage',
  'post-weblog': 'webpage',
  pamphlet: 'document',
  standard: 'document',
  regulation: 'legislation',
  legal_case: 'legislation',
  treaty: 'legislation',
  dissertation: 'thesis',
  monograph: 'book',
};

function detectCsl(head: string): number {
  if (!/^\s*[[{]/.test(head)) return 0;
  if (/"itemType"\s*:/.test(head)) return 0.95;
  const marks = [/"type"\s*:/, /"title"\s*:/, /"(?:issued|container-title|DOI|authors?)"\s*:/];
  const share = marks.filter((mark) => mark.test(head)).length / marks.length;
  // Whatever it holds: nothing else is written so.
  const isJson = /^\s*(?:\[\s*)?\{\s*"[^"\n]{1,100}"\s*:/.test(head);
  return isJson ? Math.max(share, 0.9) : share;
}

/** Any object that says something of a document, whichever of these formats it came in. */
export function pieceOfItem(item: unknown, lines: Line[], beside?: unknown): Piece {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) {
    return rejected(lines, problem('NOT_A_REFERENCE'));
  }
  const open: Json = { ...item };
  const service = servicePiece(open, lines) ?? eppiPiece(open, lines, beside);
  if (service) return service;
  const other = isCsl(open) ? undefined : (zoteroPiece(open, lines) ?? objectPiece(open, lines));
  if (other) return other;
  if (!['title', 'type', 'author', 'DOI', 'container-title'].some((name) => name in open)) {
    return rejected(lines, problem('NOT_A_REFERENCE'));
  }
  const draft: fields.Draft = {
    reference: { type: 'document', title: '', authors: [] },
    unmapped: [],
    notices: [],
  };
  takeCore(open, draft);
  takeIdentifiers(open, draft);
  takeExtras(open, draft);
  if (draft.reference.title === '') draft.notices.push(problem('NO_TITLE'));
  for (const [tag, value] of Object.entries(open)) {
    if (value === null || value === '') continue;
    draft.unmapped.push({ tag, value: typeof value === 'string' ? value : JSON.stringify(value) });
  }
  const { reference, unmapped, notices } = draft;
  return { kind: 'reference', ...span(lines), reference, unmapped, notices };
}

const cslNames = ['title', 'type', 'author', 'issued', 'container-title'];

/** CSL's names, or a plain list of authors under the name that CSL does not have. */
function isCsl(item: Json): boolean {
  if ('itemType' in item || (isObject(item.data) && 'itemType' in item.data)) return false;
  const isOther = !cslNames.some((name) => name in item);
  if (isOther && Object.keys(item).some((name) => /tit+(?:le|el)/i.test(name))) return false;
  return !('authors' in item) || 'author' in item || 'issued' in item;
}

function takeCore(open: Json, draft: fields.Draft) {
  const { reference } = draft;
  const type = takeText(open, 'type') ?? '';
  const found = referenceTypes.find((known) => known === type) ?? nearestType[type];
  if (found) reference.type = found;
  if (found !== type) draft.unmapped.push({ tag: 'type', value: type });
  if (type === '') draft.notices.push(problem('NO_TYPE'));
  reference.title = titleOf(takeText(open, 'title'), takeText(open, 'subtitle'));
  reference.authors = takeNames(open, 'author', draft);
  const editors = takeNames(open, 'editor', draft);
  if (editors.length > 0) reference.editors = editors;
  takeIssued(open, draft);
  for (const [field, name] of cslFields) fields.setText(draft, field, takeText(open, name));
  // Reports and patents have a number where an article has an issue.
  if (!reference.issue) fields.setText(draft, 'issue', takeText(open, 'number'));
  const pages = joinPages(takeText(open, 'page'), undefined);
  if (pages) reference.pages = pages;
}

function takeIdentifiers(open: Json, draft: fields.Draft) {
  const doi = takeText(open, 'DOI');
  if (doi) fields.takeDoi([{ tag: 'DOI', value: doi }], draft);
  const url = takeText(open, 'URL');
  if (url) fields.takeUrls([{ tag: 'URL', value: url }], draft);
  const numbers = ['ISBN', 'ISSN'].map((tag) => ({ tag, value: takeText(open, tag) ?? '' }));
  fields.takeNumbers(
    numbers.filter(({ value }) => value !== ''),
    draft,
  );
  fields.setText(draft, 'accession', takeText(open, 'accession') ?? takeText(open, 'PMID'));
  takeKeywords(open, draft);
  takeNotes(splitNotes(takeText(open, 'note') ?? ''), draft);
}

/** One text, as CSL has it, or a list, as other programs write it. */
function takeKeywords(open: Json, draft: fields.Draft) {
  const { keyword } = open;
  if (Array.isArray(keyword) && keyword.every((word) => typeof word === 'string')) {
    delete open.keyword;
    const words = keyword.map((value: string) => ({ tag: 'keyword', value }));
    fields.takeKeywords(words, draft, /$^/);
    return;
  }
  const words = takeText(open, 'keyword');
  const separator = words?.includes(';') ? /;/ : /,/;
  if (words) fields.takeKeywords([{ tag: 'keyword', value: words }], draft, separator);
}

/** What CSL has no variable for we write under `custom`, as CSL 1.0.2 provides. */
function takeExtras(open: Json, draft: fields.Draft) {
  const { custom } = open;
  if (custom === null || typeof custom !== 'object' || Array.isArray(custom)) return;
  const extras: Json = { ...custom };
  fields.setText(draft, 'translatedTitle', takeText(extras, 'translated-title'));
  fields.setText(draft, 'accession', takeText(extras, 'accession'));
  if (extras.othersOmitted === true) {
    if (!draft.reference.othersOmitted)
      fields.leaveOut('author', { tag: 'custom', value: '' }, draft);
    delete extras.othersOmitted;
  }
  const { urls } = extras;
  if (Array.isArray(urls) && urls.every((url) => typeof url === 'string')) {
    fields.takeUrls(
      urls.map((value: string) => ({ tag: 'URL', value })),
      draft,
    );
    delete extras.urls;
  }
  if (Object.keys(extras).length > 0) open.custom = extras;
  else delete open.custom;
}

/** A string, a number, or Crossref's list of one string; anything else stays to be unmapped. */
function takeText(open: Json, name: string): string | undefined {
  const value: unknown =
    Array.isArray(open[name]) && open[name].length === 1 ? open[name][0] : open[name];
  if (Array.isArray(value) && value.length === 0) delete open[name];
  const list =
    Array.isArray(value) && value.every((part) => typeof part === 'string')
      ? value.join(' ')
      : value;
  if (typeof list !== 'string' && typeof list !== 'number') return undefined;
  delete open[name];
  return String(list);
}

function takeNames(open: Json, tag: 'author' | 'editor', draft: fields.Draft): Name[] {
  const list = open[tag];
  if (!Array.isArray(list)) return [];
  delete open[tag];
  const listed: Name[] = [];
  for (const person of list as unknown[]) {
    const name = nameOf(person);
    const { names: given = '', others } = cutOthers(
      name && 'given' in name ? (name.given ?? '') : '',
    );
    if (name && others) {
      fields.leaveOut(tag, { tag, value: others }, draft);
      listed.push({ ...name, given });
    } else if (name) listed.push(name);
    else draft.unmapped.push({ tag, value: JSON.stringify(person) ?? '' });
  }
  const { names, othersOmitted } = withoutOthers(listed);
  if (othersOmitted) fields.leaveOut(tag, { tag, value: 'et al.' }, draft);
  return [...names];
}

function nameOf(person: unknown): Name | undefined {
  if (typeof person === 'string') return parseName(plainText(person), { withoutComma: 'person' });
  if (person === null || typeof person !== 'object') return undefined;
  const parts: Json = { ...person };
  const text = (name: string) => plainText(takeText(parts, name) ?? '');
  const literal = text('literal') || text('name');
  if (literal) return { literal };
  const [family, given] = [text('family'), text('given')];
  if (!family) return given ? { literal: given } : undefined;
  // Several words and no given name are a body that was put in the wrong field.
  if (!given && Object.keys(parts).length === 0 && /\s/.test(family)) return { literal: family };
  const particle = [text('dropping-particle'), text('non-dropping-particle')]
    .filter(Boolean)
    .join(' ');
  const suffix = text('suffix');
  if (!particle) return nameOfParts(family, given, suffix);
  return { family, particle, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) };
}

/** `date-parts`, or the date in words (`raw`, `literal`) from which the year is taken. */
function takeIssued(open: Json, draft: fields.Draft) {
  const { issued } = open;
  if (issued === null || typeof issued !== 'object') {
    const written = takeText(open, 'issued');
    if (written !== undefined) setDate(draft, yearOf(written), written);
    return;
  }
  // Pandoc's older way is a list of `year`, `month` and `day`.
  const [listed]: unknown[] = Array.isArray(issued) ? issued : [issued];
  const date: Json = isObject(listed) ? { ...listed } : {};
  const numbers = datePartsOf(date)
    .map(Number)
    .filter((part) => part > 0);
  const words = takeText(date, 'raw') ?? takeText(date, 'literal');
  const [year, ...rest] = numbers;
  const exact = [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
  setDate(draft, year ?? yearOf(words ?? ''), words ?? (rest.length > 0 ? exact : undefined));
  delete open.issued;
}

/** `[[2019, 5]]`, `[2019, 5]` as some programs write it, or the parts by their names. */
function datePartsOf(date: Json): unknown[] {
  const { 'date-parts': parts, year, month, day } = date;
  if (!Array.isArray(parts)) return [year, month, day].filter((part) => part !== undefined);
  return Array.isArray(parts[0]) ? parts[0] : parts;
}

function setDate(draft: fields.Draft, year: number | undefined, written: string | undefined) {
  const date = written?.trim();
  if (year !== undefined) draft.reference.year = year;
  if (date && date !== String(year)) draft.reference.date = date;
}
