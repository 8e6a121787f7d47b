/** What a publication shows: field by field the best of its records, unless a person has corrected it. Pure. */
import { familyOf, withoutOthers } from '../../../import/normalize/names.ts';
import type { Name, Reference } from '../../../import/reference.ts';
import { isWorthMore, type Worth, worthOf } from './worth.ts';

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

export type DerivedColumns = {
  reference: Reference;
  title: string;
  year: number | null;
  firstAuthor: string;
};

/** What is stored on a report for lists and queues, derived from what it shows. */
export function derivedColumns(reference: Reference): DerivedColumns {
  const [first] = reference.authors.length > 0 ? reference.authors : (reference.editors ?? []);
  return {
    reference,
    title: reference.title,
    year: reference.year ?? null,
    firstAuthor: first ? familyOf(first) : '',
  };
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
  let best: { value: unknown; recordId: number; worth: Worth } | undefined;
  for (const { recordId, reference } of records) {
    const value = reference[field];
    if (isEmpty(value)) continue;
    const worth = worthOf(field, reference, records);
    if (!best || isWorthMore(worth, best.worth)) best = { value, recordId, worth };
  }
  if (!best) return undefined;
  return { value: best.value, source: { kind: 'record' as const, recordId: best.recordId } };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
