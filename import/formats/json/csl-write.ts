/** Writes CSL-JSON: what has no variable in CSL goes under `custom`. */
import type { Name, Reference } from '../../reference.ts';
import type { TextField } from '../fields.ts';
import type { WritableReference } from '../format.ts';
import { joinNotes } from '../notes.ts';
import type { Json } from './json-paths.ts';

export const cslFields: [TextField, string][] = [
  ['container', 'container-title'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['edition', 'edition'],
  ['series', 'collection-title'],
  ['publisher', 'publisher'],
  ['place', 'publisher-place'],
  ['abstract', 'abstract'],
  ['language', 'language'],
  ['database', 'source'],
];

export function writeCsl(references: Iterable<WritableReference>): string {
  const items: string[] = [];
  for (const reference of references)
    items.push(JSON.stringify(itemOf(reference, items.length + 1), null, 2));
  return items.length === 0 ? '[]\n' : `[\n${items.join(',\n')}\n]\n`;
}

function itemOf(reference: WritableReference, position: number): Json {
  const [url, ...urls] = reference.urls ?? [];
  const custom = {
    'translated-title': reference.translatedTitle,
    accession: reference.accession,
    othersOmitted: reference.othersOmitted,
    urls: urls.length > 0 ? urls : undefined,
  };
  const list = (values: readonly string[] | undefined, joint: string) =>
    values?.join(joint) || undefined;
  return {
    id: String(reference.id ?? position),
    type: reference.type,
    title: reference.title || undefined,
    author: people(reference.authors),
    editor: people(reference.editors ?? []),
    issued: issuedOf(reference),
    ...Object.fromEntries(cslFields.map(([field, name]) => [name, reference[field]])),
    page: reference.pages,
    DOI: reference.doi,
    URL: url,
    ISBN: list(reference.isbn, ' '),
    ISSN: list(reference.issn, ' '),
    keyword: reference.keywords ? `${reference.keywords.join('; ')};` : undefined,
    note: reference.notes && joinNotes(reference.notes),
    custom: Object.values(custom).some((value) => value !== undefined) ? custom : undefined,
  };
}

function people(names: readonly Name[]) {
  const written = names.map((name) => {
    if ('literal' in name) return name;
    const { family, given, particle, suffix } = name;
    return { family, given, 'non-dropping-particle': particle, suffix };
  });
  return written.length > 0 ? written : undefined;
}

function issuedOf({ year, date }: Reference) {
  if (year === undefined && date === undefined) return undefined;
  const exact = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date ?? '');
  if (exact && Number(exact[1]) === year) {
    return { 'date-parts': [exact.slice(1).filter(Boolean).map(Number)] };
  }
  return { ...(year !== undefined && { 'date-parts': [[year]] }), ...(date && { raw: date }) };
}
