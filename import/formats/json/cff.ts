/** CITATION.cff: the software or data that a repository holds, the article to cite for it, and what it builds on. */
import { isMap, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { nameOfParts } from '../../normalize/names.ts';
import { monthNumber } from '../../normalize/years.ts';
import type { Name, Piece, ReferenceType } from '../../reference.ts';
import type { Format } from '../format.ts';
import { type Line, type LineReader, problem, readLines, rejected } from '../lines.ts';
import type { RoleField } from '../roles.ts';
import { typeOfWord } from '../tables/csv-values.ts';
import { isObject, type Json, leftOver, takeAt, takeWhole, textsAt } from './json-paths.ts';
import type { Service } from './json-service-list.ts';
import { identified } from './json-service-parts.ts';
import { pieceOfService } from './json-services.ts';

export const cff: Format = {
  id: 'cff',
  label: 'CITATION.cff',
  extensions: ['cff'],
  mediaType: 'application/yaml',
  detect: (head) => (/^cff-version: *\S/m.test(head) ? 0.97 : 0),
  read: (chunks) => readLines(chunks, cffReader()),
};

// A file is about one work; what is longer is something else.
const charactersMax = 1024 * 1024;

/** The file is one document: it is read when it is whole, or given up in parts when it has no end. */
function cffReader(): LineReader {
  let lines: Line[] = [];
  let characters = 0;
  const finish = (): Piece[] => {
    const held = lines;
    lines = [];
    characters = 0;
    return held.every(({ text }) => text.trim() === '') ? [] : worksIn(held);
  };
  return {
    push(line) {
      lines.push(line);
      characters += line.text.length + 1;
      return characters < charactersMax ? [] : finish();
    },
    end: finish,
  };
}

/** The file's own work, then each that it names, with the lines that they stand in. */
function worksIn(lines: Line[]): Piece[] {
  const unreadable = [rejected(lines, problem('UNREADABLE_ENTRY', { entry: 'YAML' }))];
  try {
    const counter = new LineCounter();
    const text = lines.map((line) => line.text).join('\n');
    const options = {
      schema: 'failsafe',
      uniqueKeys: false,
      lineCounter: counter,
      logLevel: 'error',
    } as const;
    const document = parseDocument(text, options);
    const whole: unknown = document.toJS();
    if (document.errors.length > 0 || !isObject(whole)) return unreadable;
    const linesOf = ({ range }: Node): Line[] => {
      const [from = 0, to = 0] = range ?? [];
      const last = counter.linePos(Math.max(from, to - 1)).line;
      return lines.slice(counter.linePos(from).line - 1, last);
    };
    const { references, 'preferred-citation': preferred, ...own } = whole;
    const named = [preferred, ...(Array.isArray(references) ? references : [])];
    const nodes = namedNodes(document.contents);
    const others = named.filter(isObject).map((work, index) => {
      const node = nodes[index];
      return pieceOf(work, node ? linesOf(node) : lines);
    });
    return [pieceOf(own, lines), ...others];
  } catch {
    return unreadable;
  }
}

/** Where the article to cite stands, and each work of the list. */
function namedNodes(contents: unknown): Node[] {
  if (!isMap(contents)) return [];
  const under = (key: string) =>
    contents.items
      .filter((pair) => isPair(pair) && String(pair.key) === key)
      .map(({ value }) => value);
  const [preferred, list] = [under('preferred-citation')[0], under('references')[0]];
  const items = isSeq(list) ? list.items : [];
  return [preferred, ...items].filter(isMap);
}

const works: Service = {
  told: 'cff-version',
  roles: {
    title: 'title',
    container: 'journal collection-title conference.name',
    volume: 'volume',
    issue: 'issue number',
    firstPage: 'start',
    lastPage: 'end',
    date: 'date-published date-released year issue-date',
    publisher: 'publisher.name institution.name',
    place: 'publisher.city institution.city location.name',
    edition: 'edition',
    number: 'isbn issn',
    url: 'url repository-code repository',
    abstract: 'abstract',
    keyword: 'keywords',
    language: 'languages',
    note: 'notes',
    database: 'database',
    accession: 'pmcid',
    type: 'type',
  },
  more: (item) => [
    ...takeAt(item, 'doi', 'doi'),
    ...dateIn(item),
    ...namesUnder(item, 'authors', 'author'),
    ...namesUnder(item, 'editors', 'editor'),
    ...identified(item, 'identifiers', 'type', 'value'),
  ],
};

function pieceOf(work: Json, lines: Line[]): Piece {
  return (
    pieceOfService(work, lines, { ...works, type: 'software' }, typeOf) ??
    rejected(lines, problem('NOT_A_REFERENCE'))
  );
}

/** Year and month stand apart where no day is given. */
function dateIn(item: Json): RoleField[] {
  const [year, month] = [textsAt(item, 'year')[0], monthNumber(textsAt(item, 'month')[0] ?? '')];
  if (!year || !month || 'date-published' in item) return [];
  takeWhole(item, 'month');
  return [{ tag: 'year', value: `${year}-${month}`, role: 'date' }];
}

function namesUnder(item: Json, list: string, role: 'author' | 'editor'): RoleField[] {
  return takeWhole(item, list)
    .flat()
    .flatMap((one): RoleField[] => {
      const rest = isObject(one) ? leftOver(withoutNames(one)) : [];
      const [family = '', given = '', particle = '', suffix = '', whole = '', alias = ''] = [
        'family-names',
        'given-names',
        'name-particle',
        'name-suffix',
        'name',
        'alias',
      ].map((key) => textsAt(one, key)[0]);
      const value = whole || [particle, family].filter(Boolean).join(' ') || given || alias;
      const name: Name = family
        ? nameOfParts([particle, family].filter(Boolean).join(' '), given, suffix)
        : { literal: value };
      const beside = rest.map((field) => ({ ...field, tag: `${list}.${field.tag}` }));
      return [{ tag: list, value, role, name }, ...beside];
    });
}

const withoutNames = (person: Json): Json =>
  Object.fromEntries(Object.entries(person).filter(([key]) => !/name|alias/.test(key)));

const ownTypes: Record<string, ReferenceType> = {
  article: 'article-journal',
  'conference-paper': 'paper-conference',
  conference: 'paper-conference',
  proceedings: 'book',
  'software-code': 'software',
  'software-container': 'software',
  'software-executable': 'software',
  'software-virtual-machine': 'software',
  database: 'dataset',
  data: 'dataset',
  website: 'webpage',
  'magazine-article': 'article-magazine',
  'newspaper-article': 'article-newspaper',
  pamphlet: 'document',
  unpublished: 'manuscript',
  slides: 'speech',
};
const typeOf = (written: string) => ownTypes[written] ?? typeOfWord(written);
