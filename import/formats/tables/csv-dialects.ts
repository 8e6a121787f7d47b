/** Tables whose headings mean something else than they do elsewhere: told by the headings beside them. */
import { fold } from '../../normalize/text.ts';
import type { CsvField } from './csv-columns.ts';

type Guesses = Record<string, CsvField | null>;

/** Web of Science's tab-delimited files head their columns with tags: `CY` is a date there, `SP` a sponsor. */
const wosColumns: Record<string, CsvField> = {
  AU: 'authors',
  AF: 'authors',
  BE: 'editors',
  TI: 'title',
  SO: 'container',
  SE: 'series',
  LA: 'language',
  DT: 'type',
  DE: 'keywords',
  ID: 'keywords',
  AB: 'abstract',
  PU: 'publisher',
  PI: 'place',
  SN: 'issn',
  EI: 'issn',
  BN: 'isbn',
  PY: 'year',
  VL: 'volume',
  IS: 'issue',
  BP: 'firstPage',
  EP: 'lastPage',
  AR: 'articleNumber',
  DI: 'doi',
  UT: 'accession',
};

const isWos = (header: readonly string[]): boolean =>
  ['PT', 'AU', 'TI', 'SO'].every((tag) => header.includes(tag)) &&
  header.filter((heading) => /^[A-Z][A-Z0-9]$/.test(heading)).length > 0.8 * header.length;

/** In DiVA's tables the day of publication is the day the repository published the record. */
const isDiva = (header: readonly string[]): boolean =>
  ['PID', 'Name', 'PublicationType', 'PublicationDate'].every((name) => header.includes(name));

/** Trial registers: a record is as old as its registration, and about what its conditions are. */
const registerColumns: Record<string, CsvField> = {
  'date registration': 'date',
  'first posted': 'date',
  'primary sponsor': 'publisher',
  sponsor: 'publisher',
  'sponsor collaborators': 'publisher',
  condition: 'keywords',
  conditions: 'keywords',
  'source register': 'database',
};

const isRegister = (names: readonly string[]): boolean =>
  names.includes('trialid') || (names.includes('nct number') && names.includes('conditions'));

/**
 * `Source` is the journal where no other column is (Publish or Perish), the whole place in it where Embase has it, and
 * else the database.
 */
export function guessesInContext(header: readonly string[], guesses: Guesses): Guesses {
  if (isWos(header))
    return Object.fromEntries(header.map((heading) => [heading, wosColumns[heading] ?? null]));
  if (isDiva(header)) return { ...guesses, Name: 'authors', PublicationDate: null };
  if (isRegister(header.map(fold)))
    return Object.fromEntries(
      header.map((heading) => [
        heading,
        registerColumns[fold(heading)] ?? guesses[heading] ?? null,
      ]),
    );
  const source = header.find((heading) => fold(heading) === 'source');
  if (source === undefined) return guesses;
  const has = (name: string) => header.some((heading) => fold(heading) === name);
  const isPlace = !Object.values(guesses).includes('container') || has('author names');
  return isPlace ? { ...guesses, [source]: 'citation' } : guesses;
}
