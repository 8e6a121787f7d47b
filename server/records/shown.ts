/** What a publication shows: field by field the best of its records, unless a person has corrected it. Pure. */
import { withoutOthers } from '../../import/normalize/names.ts';
import type { Name, Reference } from '../../import/reference.ts';

/** `othersOmitted` is no field of its own: it goes with the authors. */
export type Field = Exclude<keyof Reference, 'othersOmitted'>;

/** In the order in which they are shown. */
export const shownFields = [
  'type',
  'title',
  'translatedTitle',
  'authors',
  'editors',
  'year',
  'date',
  'container',
  'volume',
  'issue',
  'pages',
  'edition',
  'series',
  'publisher',
  'place',
  'doi',
  'isbn',
  'issn',
  'urls',
  'abstract',
  'keywords',
  'language',
  'notes',
  'accession',
  'database',
] as const satisfies readonly Field[];

export type SourceRecord = { recordId: number; reference: Reference };
export type Correction = { field: keyof Reference; value: unknown; personId: number; at: string };

/** Where a shown value comes from. */
export type Source =
  | { kind: 'record'; recordId: number }
  | { kind: 'correction'; personId: number; at: string };
export type ShownField = { field: Field; value: unknown; source: Source };
export type Shown = { reference: Reference; fields: ShownField[] };

/**
 * @param records in the order of their import: between values as good as each other the first holds.
 * @param corrections in the order in which they were made: the latest for a field holds; null takes it away.
 */
export function chooseFields(records: SourceRecord[], corrections: Correction[]): Shown {
  const fields: ShownField[] = [];
  const reference: Record<string, unknown> = { type: 'document', title: '', authors: [] };
  for (const field of shownFields) {
    const corrected = corrections.findLast((row) => row.field === field);
    const chosen = corrected
      ? { value: corrected.value, source: sourceOf(corrected) }
      : bestOf(field, records);
    if (!chosen || chosen.value === null) continue;
    const value = field === 'authors' ? peopleOf(chosen.value as Name[]) : chosen.value;
    reference[field] = value;
    fields.push({ field, value, source: chosen.source });
    if (field === 'authors' && leavesOthersOut(chosen, records)) reference.othersOmitted = true;
  }
  // Every required field has a value of its own shape: from a record, a correction, or empty.
  return { reference: reference as Reference, fields };
}

function sourceOf({ personId, at }: Correction): Source {
  return { kind: 'correction', personId, at };
}

/** Whoever names the authors also says whether there are others. A person says it in the list. */
function leavesOthersOut(
  { value, source }: { value: unknown; source: Source },
  records: SourceRecord[],
): boolean {
  if (source.kind === 'correction') return withoutOthers(value as Name[]).othersOmitted;
  const chosen = records.find((row) => row.recordId === source.recordId);
  return chosen?.reference.othersOmitted === true;
}

const peopleOf = (listed: Name[]): Name[] => [...withoutOthers(listed).names];

function bestOf(field: Field, records: SourceRecord[]) {
  let best: { value: unknown; recordId: number; worth: number } | undefined;
  for (const { recordId, reference } of records) {
    const value = reference[field];
    if (isEmpty(value)) continue;
    const worth = worthOf(field, reference, records);
    if (!best || worth > best.worth) best = { value, recordId, worth };
  }
  if (!best) return undefined;
  return { value: best.value, source: { kind: 'record' as const, recordId: best.recordId } };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** How much a record's value for a field says, compared with other records' values for it. */
function worthOf(field: Field, reference: Reference, records: SourceRecord[]): number {
  if (field === 'type') return reference.type === 'document' ? 0 : 1;
  if (field === 'title') return isShouted(reference.title) ? 0 : 1;
  if (field === 'container') return containerWorth(reference.container ?? '');
  if (field === 'authors') return namesWorth(reference.authors, reference.othersOmitted);
  if (field === 'editors') return namesWorth(reference.editors ?? []);
  if (field === 'year')
    return records.filter((other) => other.reference.year === reference.year).length;
  if (field === 'pages') return /\d\s*[-\u2013]\s*\w/.test(reference.pages ?? '') ? 1 : 0;
  if (field === 'abstract' || field === 'date') return (reference[field] ?? '').length;
  const value = reference[field];
  return Array.isArray(value) ? value.length : 0;
}

const isShouted = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase();

/** A name in full says more than its abbreviation, and capitals throughout are a database's habit. */
function containerWorth(name: string): number {
  return isShouted(name) ? 0 : name.length;
}

/** All the people, rather than as many and "et al."; with as much of their names as any source gives. */
function namesWorth(names: Name[], othersOmitted = false): number {
  const letters = names.map((name) => ('literal' in name ? 0 : (name.given ?? '').length));
  return (
    names.length * 2000 +
    (othersOmitted ? 0 : 1000) +
    Math.min(
      999,
      letters.reduce((sum, length) => sum + length, 0),
    )
  );
}
