/** JATS, the XML of journal articles (PubMed Central, Europe PMC, SciELO, publishers): what stands before the text. */
import { nameOfParts, parseName, printName } from '../../normalize/names.ts';
import type { Name, Piece } from '../../reference.ts';
import type { Format } from '../format.ts';
import { readText, span } from '../lines.ts';
import { draftFromRoles, type Role, type RoleField } from '../roles.ts';
import { type XmlRecord, xmlReader } from './xml-records.ts';
import { childrenOf, leavesOf, nodeAt, nodesAt, type XmlNode } from './xml-tree.ts';

export const jats: Format = {
  id: 'jats',
  label: 'JATS (PubMed Central)',
  extensions: ['xml', 'nxml'],
  mediaType: 'application/jats+xml',
  detect: (head) =>
    /<(?:[\w.-]+:)?article[\s>]/.test(head) && /<(?:[\w.-]+:)?article-meta[\s>]/.test(head)
      ? 0.97
      : 0,
  read: (chunks) => readText(chunks, xmlReader(['article'], toPiece)),
};

/** Below `front`, or below `article` itself in old files. */
const paths: [Role, ...string[]][] = [
  ['container', 'journal-meta', 'journal-title-group', 'journal-title'],
  ['container', 'journal-meta', 'journal-title'],
  ['number', 'journal-meta', 'issn'],
  ['publisher', 'journal-meta', 'publisher', 'publisher-name'],
  ['place', 'journal-meta', 'publisher', 'publisher-loc'],
  ['title', 'article-meta', 'title-group', 'article-title'],
  ['subtitle', 'article-meta', 'title-group', 'subtitle'],
  ['translatedTitle', 'article-meta', 'title-group', 'trans-title-group', 'trans-title'],
  ['translatedTitle', 'article-meta', 'title-group', 'trans-title'],
  ['volume', 'article-meta', 'volume'],
  ['issue', 'article-meta', 'issue'],
  ['pages', 'article-meta', 'page-range'],
  ['firstPage', 'article-meta', 'fpage'],
  ['lastPage', 'article-meta', 'lpage'],
  ['articleNumber', 'article-meta', 'elocation-id'],
  ['keyword', 'article-meta', 'kwd-group', 'kwd'],
];

type Add = (role: Role | undefined, found: XmlNode, value?: string, name?: Name) => void;

function toPiece({ node, raw, lines }: XmlRecord): Piece {
  const front = nodeAt(node, 'front') ?? node;
  const taken = new Set<XmlNode>();
  const given: RoleField[] = [];
  const add: Add = (role, found, value = plainLine(found), name) => {
    taken.add(found);
    given.push({ tag: found.name, value, role, ...(name ? { name } : {}) });
  };
  for (const [role, ...path] of paths)
    for (const found of nodesAt(front, ...path)) add(role, found);
  const meta = nodeAt(front, 'article-meta');
  takeIdentifiers(meta, add);
  takePeople(meta, add);
  takeDates(meta, add);
  takeAbstracts(meta, add);
  const { 'article-type': type = '', 'xml:lang': language = '' } = node.attributes;
  given.push({ tag: 'article-type', value: type, role: undefined });
  given.push({ tag: 'xml:lang', value: language, role: 'language' });
  // The article itself, its tables and what it cites are in the raw text.
  const left = leavesOf(front, taken).map(([tag, value]) => ({ tag, value, role: undefined }));
  const draft = draftFromRoles([...given, ...left], {
    type: 'article-journal',
    keywordSeparator: /$^/,
  });
  return { kind: 'reference', ...span(lines), raw: raw.trim(), ...draft };
}

/** Marks of footnotes are no words of a title, and a formula is written twice. */
const passedOver = new Set(['xref', 'fn', 'tex-math', 'annotation', 'object-id']);

function plainLine(node: XmlNode): string {
  return runOf(node).replace(/\s+/g, ' ').trim();
}

function runOf({ children }: XmlNode): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'break') return ' ';
      return passedOver.has(child.name) ? '' : runOf(child);
    })
    .join('');
}

function takeIdentifiers(meta: XmlNode | undefined, add: Add) {
  const ids = nodesAt(meta, 'article-id');
  const typeOf = (id: XmlNode) => id.attributes['pub-id-type'] ?? '';
  const best = ['pmid', 'pmcid', 'pmc', 'publisher-id'].flatMap(
    (type) => ids.find((id) => typeOf(id) === type) ?? [],
  )[0];
  for (const id of ids)
    add(typeOf(id) === 'doi' ? 'doi' : id === best ? 'accession' : undefined, id);
  for (const link of nodesAt(meta, 'self-uri')) {
    const address = link.attributes['xlink:href'] ?? plainLine(link);
    add(/^https?:/.test(address) ? 'url' : undefined, link, address);
  }
}

function takePeople(meta: XmlNode | undefined, add: Add) {
  for (const group of nodesAt(meta, 'contrib-group')) {
    for (const person of nodesAt(group, 'contrib')) {
      const type = person.attributes['contrib-type'] ?? group.attributes['content-type'] ?? '';
      const role: Role | undefined = /editor/i.test(type)
        ? 'editor'
        : type === '' || /author/i.test(type)
          ? 'author'
          : undefined;
      const name = nameOf(person);
      if (name) add(role, person, printName(name), name);
    }
  }
}

function nameOf(person: XmlNode): Name | undefined {
  const at = nodeAt(person, 'name-alternatives') ?? person;
  const parts = nodeAt(at, 'name') ?? nodeAt(at, 'string-name');
  const [family, given, suffix] = ['surname', 'given-names', 'suffix'].map((part) => {
    const found = nodeAt(parts, part);
    return found ? plainLine(found) : '';
  });
  if (family) return nameOfParts(family, given, suffix);
  if (given) return { literal: given };
  const written = parts ? plainLine(parts) : '';
  if (written) return parseName(written, { withoutComma: 'person' });
  const body = nodeAt(at, 'collab') ?? nodeAt(at, 'on-behalf-of');
  // Those who are named within a group are its members.
  const literal = body && plainLine({ ...body, children: body.children.filter(isNoGroup) });
  return literal ? { literal } : undefined;
}

const isNoGroup = (child: XmlNode | string) =>
  typeof child === 'string' || child.name !== 'contrib-group';

/** The date goes before the day it was first online. */
const dateTypes = ['ppub', 'collection', 'pub', 'epub-ppub', 'epub', ''];

function takeDates(meta: XmlNode | undefined, add: Add) {
  const rank = ({ attributes }: XmlNode) => {
    const at = dateTypes.indexOf(attributes['pub-type'] ?? attributes['date-type'] ?? '');
    return at < 0 ? dateTypes.length : at;
  };
  const dates = nodesAt(meta, 'pub-date').toSorted((a, b) => rank(a) - rank(b));
  for (const date of dates) {
    const [year = '', month = '', day = '', season = ''] = ['year', 'month', 'day', 'season'].map(
      (part) => {
        const found = nodeAt(date, part);
        return found ? plainLine(found) : '';
      },
    );
    const isExact = /^\d{1,2}$/.test(month);
    const exact = [year, month, day].filter(Boolean).map((part) => part.padStart(2, '0'));
    const written = [season, month, day, year].filter(Boolean).join(' ');
    add('date', date, isExact ? exact.join('-') : written || plainLine(date));
  }
}

/** A summary for readers or a picture is no abstract; one in another language stands beside. */
function takeAbstracts(meta: XmlNode | undefined, add: Add) {
  const all = nodesAt(meta, 'abstract');
  const own = all.filter(({ attributes }) => attributes['abstract-type'] === undefined);
  const translated = nodesAt(meta, 'trans-abstract');
  const main = own.length > 0 ? own : translated.slice(0, 1);
  for (const one of [...all, ...translated])
    add(main.includes(one) ? 'abstract' : undefined, one, abstractOf(one));
}

function abstractOf(node: XmlNode): string {
  const parts = childrenOf(node).flatMap((child) => {
    if (child.name === 'title')
      return /^(?:abstract|summary)$/i.test(plainLine(child)) ? [] : [plainLine(child)];
    if (child.name !== 'sec') return [plainLine(child)];
    const heading = nodeAt(child, 'title');
    const text = childrenOf(child)
      .filter((one) => one !== heading)
      .map((one) => (one.name === 'sec' ? abstractOf(one) : plainLine(one)))
      .join(' ');
    return [heading ? `${plainLine(heading).replace(/[:.]$/, '')}: ${text}` : text];
  });
  return parts.filter(Boolean).join('\n') || plainLine(node);
}
