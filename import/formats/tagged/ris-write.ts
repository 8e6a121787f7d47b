/** Writes RIS as every program reads it. */
import { printName } from '../../normalize/names.ts';
import { breakLines } from '../breaks.ts';
import { extraLines } from '../extras.ts';
import type { WritableReference } from '../format.ts';
import * as tags from './ris-tags.ts';

/**
 * One line a tag, CR LF: what every program reads. Line breaks inside a text become blanks; where they were is said in a
 * field of our own.
 */
export function writeRis(references: Iterable<WritableReference>): string {
  let out = '';
  for (const reference of references) {
    const lines = linesOf(reference).filter(([, value]) => value !== undefined && value !== '');
    for (const [tag, value] of lines) out += `${tag}  - ${oneLine(String(value))}\r\n`;
    out += 'ER  - \r\n\r\n';
  }
  return out;
}

type TaggedValue = [tag: string, value: string | number | undefined];

function linesOf(reference: WritableReference): TaggedValue[] {
  const many = (tag: string, values: readonly string[] = []): TaggedValue[] =>
    values.map((value) => [tag, value]);
  const { type, pages } = reference;
  const range = /^([^-]+)-([^-]+)$/.exec(pages ?? '');
  return [
    ['TY', tags.risTypes[type][0]],
    ['TI', reference.title],
    ['TT', reference.translatedTitle],
    ...many('AU', reference.authors.map(printName)),
    ['AU', reference.othersOmitted && 'et al.'],
    ...many('A2', reference.editors?.map(printName)),
    ['PY', reference.year],
    ['DA', reference.date],
    [tags.standsAlone.has(type) ? 'JF' : 'T2', reference.container],
    ['T3', reference.series],
    ['VL', reference.volume],
    ['IS', reference.issue],
    ['SP', range ? range[1] : pages],
    ['EP', range?.[2]],
    ['ET', reference.edition],
    ['PB', reference.publisher],
    ['CY', reference.place],
    ['DO', reference.doi],
    ...many('SN', reference.isbn),
    ...many('SN', reference.issn),
    ...many('UR', reference.urls),
    ['AB', reference.abstract],
    ...many('KW', reference.keywords),
    ...many('N1', reference.notes),
    ['LA', reference.language],
    ['AN', reference.accession],
    ['DB', reference.database],
    ['ID', reference.id],
    ...breakLines(reference),
    ...extraLines(reference.extras),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
