/** What a person types about a reference, as the fields it becomes. */
import { parseDoi } from '../../../import/normalize/doi.ts';
import { parseName, withoutOthers } from '../../../import/normalize/names.ts';
import { standardNumbers } from '../../../import/normalize/numbers.ts';
import type { Name, Reference, ReferenceType } from '../../../import/reference.ts';
import { AppError } from '../../errors.ts';
import type { Field } from '../reports/shown.ts';

export type TypedReference = {
  type: ReferenceType;
  title: string;
  authors: string;
  year: number | null;
  container: string;
  volume: string;
  issue: string;
  pages: string;
  publisher: string;
  doi: string;
  url: string;
  abstract: string;
};

/** @throws CORRECTION_INVALID beside the DOI when it is none. */
export function referenceFrom(typed: TypedReference): Reference {
  const { type, title, year, doi: written, url } = typed;
  const doi = parseDoi(written);
  if (written !== '' && !doi) throw new AppError('CORRECTION_INVALID', {}, 'doi');
  const texts = ['container', 'volume', 'issue', 'pages', 'publisher', 'abstract'] as const;
  const given = texts.filter((field) => typed[field] !== '');
  const { names, othersOmitted } = withoutOthers(namesFrom(typed.authors));
  return {
    type,
    title,
    authors: [...names],
    ...(othersOmitted && { othersOmitted }),
    ...(year !== null && { year }),
    ...Object.fromEntries(given.map((field) => [field, typed[field]])),
    ...(doi && { doi }),
    ...(url !== '' && { urls: [url] }),
  };
}

/** One name on each line; the last may be "et al.". */
function namesFrom(text: string): Name[] {
  return linesOf(text).flatMap((line) => parseName(line, { withoutComma: 'person' }) ?? []);
}

/** The value that a text means for a field; null for an empty one. */
export function valueFrom(field: Field, text: string): Reference[Field] | null {
  const lines = linesOf(text);
  if (lines.length === 0) return null;
  if (field === 'authors' || field === 'editors') return namesFrom(text);
  if (field === 'year') return Number(text.trim());
  if (field === 'doi') return parseDoi(text) ?? text.trim();
  if (field === 'isbn') return standardNumbers(text).isbn;
  if (field === 'issn') return standardNumbers(text).issn;
  if (field === 'urls' || field === 'keywords' || field === 'notes') return lines;
  return field === 'type' ? (text.trim() as ReferenceType) : text.trim();
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
