/** From tagged values to a reference: names, numbers, addresses and texts, in one way for all formats. */
import { doisIn } from '../normalize/doi.ts';
import { cutOthers, isEtAl, type NameOptions, parseName, plainName } from '../normalize/names.ts';
import { standardNumbers } from '../normalize/numbers.ts';
import { plainText, trimmed } from '../normalize/text.ts';
import type { Extras, Name, Problem, Reference, Unmapped } from '../reference.ts';
import type { Field } from './field-bag.ts';
import { problem } from './lines.ts';

/** A person whose parts the source keeps apart needs no parsing. */
export type PersonField = Field & { name?: Name };

/** A reference under construction, with what did not fit it. */
export type Draft = {
  reference: Reference;
  unmapped: Unmapped[];
  notices: Problem[];
  /** What people did with it, where the source says so. */
  extras?: Extras;
  /** Nothing in the record needs tidying but runs of blanks: found out once for all its fields. */
  isPlain?: boolean;
};

const none: never[] = [];

/** The authors in order; "et al." among them is no person but says that there are others. */
export function takeAuthors(
  written: readonly PersonField[],
  draft: Draft,
  options?: NameOptions,
): void {
  const { names, leftOut } = namesIn(written, draft, options);
  draft.reference.authors = names;
  for (const field of leftOut) leaveOut('author', field, draft);
}

export function takeEditors(
  written: readonly PersonField[],
  draft: Draft,
  options?: NameOptions,
): void {
  const { names, leftOut } = namesIn(written, draft, options);
  if (names.length > 0) draft.reference.editors = names;
  for (const field of leftOut) leaveOut('editor', field, draft);
}

/** A reference can say that it leaves out authors; of editors it is unmapped. A person is told. */
export function leaveOut(role: 'author' | 'editor', field: Field, draft: Draft): void {
  if (role === 'author') draft.reference.othersOmitted = true;
  else draft.unmapped.push(field);
  draft.notices.push(problem('NAMES_LEFT_OUT', { tag: field.tag }));
}

function namesIn(written: readonly PersonField[], draft: Draft, given: NameOptions | undefined) {
  const certain = certainNames(written);
  if (certain) return { names: certain, leftOut: none };
  const cut = written
    .flatMap(eachInLine)
    .map(({ name, ...field }) =>
      name && !standsForOthers(name)
        ? { ...field, name, names: field.value, others: '' }
        : { ...field, name: undefined, ...cutOthers(field.value) },
    );
  const options = given ?? {
    withoutComma: orderOf(cut.map((field) => field.names).filter(Boolean)),
  };
  const names: Name[] = [];
  for (const { tag, value, names: bare, name: apart } of cut) {
    const name = apart ?? parseName(plainText(bare), options);
    if (name) names.push(name);
    else if (bare !== '') draft.unmapped.push({ tag, value });
  }
  const leftOut = cut.filter(({ others }) => others !== '');
  return { names, leftOut: leftOut.map(({ tag, value }) => ({ tag, value })) };
}

const familyAndInitials =
  /^(?:\p{Ll}+ ){0,3}\p{Lu}\p{L}*\p{Ll}[\p{L}'\u2019-]*(?: \p{Lu}\p{Ll}[\p{L}'\u2019-]*){0,2} (?:\p{Lu}\.?[ -]?){1,4}$/u;

/** `Berg AB, van der Ek C`: commas between people, as in a printed list. */
function eachInLine(field: PersonField): PersonField[] {
  if (field.name || !field.value.includes(',')) return [field];
  const parts = field.value.split(/,\s*/);
  if (!parts.every((part) => familyAndInitials.test(part))) return [field];
  return parts.map((value) => ({ ...field, value }));
}

/** `et al.` where a source keeps names apart: in the place of a body. */
const standsForOthers = (name: Name): boolean => 'literal' in name && isEtAl(name.literal);

/** The names, when none of them needs a second look: nearly always, and nearly all the time. */
function certainNames(written: readonly PersonField[]): Name[] | undefined {
  const names: Name[] = [];
  for (const { value, name } of written) {
    const certain = name ?? plainName(value);
    if (!certain || standsForOthers(certain)) return undefined;
    names.push(certain);
  }
  return names;
}

/** One name without a comma may be a body; several, and no comma anywhere, are people. */
function orderOf(written: readonly string[]): 'person' | 'body' {
  const words = /^\S+(?:\s+\S+){1,3}$/;
  const plain = written.every((value) => !value.includes(',') && words.test(value));
  return written.length > 1 && plain ? 'person' : 'body';
}

/** The first valid DOI becomes the reference's; any other is kept beside it and pointed out. */
export function takeDoi(written: readonly Field[], draft: Draft): void {
  for (const { tag, value } of written) {
    const dois = doisIn(value);
    for (const doi of dois) {
      draft.reference.doi ??= doi;
      const kept = draft.reference.doi;
      if (doi === kept) continue;
      draft.unmapped.push({ tag, value: doi });
      draft.notices.push(problem('SEVERAL_DOIS', { kept, other: doi }));
    }
    if (dois.length > 0) continue;
    draft.unmapped.push({ tag, value });
    if (!/^n\/?a$/i.test(value)) draft.notices.push(problem('INVALID_DOI', { value }));
  }
}

/**
 * Addresses; the DOI in one to doi.org or a publisher's `/doi/` page serves when there is no other.
 */
export function takeUrls(written: readonly Field[], draft: Draft): void {
  const urls: string[] = [];
  for (const { tag, value } of written) {
    if (/^https?:\/\/[^\s;,]+$/.test(value)) {
      urls.push(value);
      continue;
    }
    const found = value.match(/(?:https?|ftp):\/\/\S+|\bwww\.\S+/gi) ?? [];
    const rest = found.reduce((text, url) => text.replace(url, ''), value);
    urls.push(...found.map((url) => url.replace(/[;,]+$/, '')));
    if (/[\p{L}\p{N}]/u.test(rest))
      draft.unmapped.push({ tag, value: found.length ? rest.trim() : value });
  }
  if (urls.length === 0) return;
  draft.reference.urls = eachOnce((draft.reference.urls ?? []).concat(urls));
  if (draft.reference.doi) return;
  const doi = urls.map(doiOfUrl).find((found) => found !== undefined);
  if (doi) draft.reference.doi = doi;
}

export function takeNumbers(written: readonly Field[], draft: Draft): void {
  const isbn: string[] = [];
  const issn: string[] = [];
  for (const { tag, value } of written) {
    const numbers = standardNumbers(value);
    isbn.push(...numbers.isbn);
    issn.push(...numbers.issn);
    if (numbers.rest) draft.unmapped.push({ tag, value });
  }
  if (isbn.length > 0) draft.reference.isbn = eachOnce(isbn);
  if (issn.length > 0) draft.reference.issn = eachOnce(issn);
}

export function takeKeywords(written: readonly Field[], draft: Draft, separator = /;/): void {
  if (written.length === 0) return;
  const words: string[] = [];
  for (const { value } of written) {
    if (!separator.test(value)) words.push(textOf(draft, value));
    else for (const word of value.split(separator)) words.push(textOf(draft, trimmed(word)));
  }
  const kept = eachOnce(words.includes('') ? words.filter((word) => word !== '') : words);
  if (kept.length > 0) draft.reference.keywords = kept;
}

/** Each text once, in order: a list nearly always is so already, and a short one is soon gone through. */
function eachOnce(texts: string[]): string[] {
  if (texts.length > 20) return [...new Set(texts)];
  const isOnce = texts.every((text, index) => texts.indexOf(text) === index);
  return isOnce ? texts : [...new Set(texts)];
}

/** One line of text, without markup; where a record is plain its values have no blanks at their ends. */
export function textOf({ isPlain }: Draft, text: string): string {
  return isPlain && !text.includes('  ') ? text : plainText(text);
}

const paragraphEnd = /<\/(?:jats:)?(?:p|title|sec|div|h\d|li)>|<(?:h\d|br)\s*\/?>/gi;

/** Paragraphs are kept, markup is not. */
export function tidyText(draft: Draft, text: string): string {
  const parted =
    text.includes('</') || text.includes('<br') ? text.replace(paragraphEnd, '\n') : text;
  if (!parted.includes('\n')) return textOf(draft, parted);
  const lines = parted.split('\n').map((line) => textOf(draft, line));
  return lines.filter((line) => line !== '').join('\n');
}

/** `20200101`, `2020/01/01`. */
const dayOnline = /^\d{8}$|^\d{4}\/\d/;

/** Sets a field only when there is something to set: absent means that the source does not say. */
export function setText<K extends TextField>(draft: Draft, field: K, text: string | undefined) {
  if (text === undefined) return;
  const tidy = field === 'abstract' ? tidyText(draft, text) : textOf(draft, text);
  // Under an article the edition is the day it was first online.
  if (field === 'edition' && dayOnline.test(tidy)) {
    draft.unmapped.push({ tag: 'edition', value: text });
    return;
  }
  if (tidy) draft.reference[field] = tidy;
}
export type TextField =
  | 'translatedTitle'
  | 'container'
  | 'volume'
  | 'issue'
  | 'edition'
  | 'series'
  | 'publisher'
  | 'place'
  | 'abstract'
  | 'language'
  | 'accession'
  | 'database';

function doiOfUrl(url: string): string | undefined {
  // A link to a library's resolver (OpenURL) says which DOI it is for.
  const asked = /[?&](?:rft_)?id=(?:doi:|info:doi\/)(10\.[^&]+)/i.exec(url)?.[1];
  if (asked) return doisIn(asked.replace(/%2F/gi, '/'))[0];
  const path = url.replace(/[?#].*$/, '');
  return /\/\/(?:[\w-]+\.)*doi\.org\/|\/doi\/(?:\w+\/)?10\./i.test(path)
    ? doisIn(path)[0]
    : undefined;
}
